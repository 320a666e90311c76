package org.versionedobjects.types;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as oslo.versionedobjects reads and writes them. It reads what Python's iso8601 module does: basic and extended
 * form, a date, a month or a year alone, a blank for the T, a comma in the fraction, which is cut to microseconds;
 * without a zone it is UTC. It writes seconds without fraction (`DateTime` in oslo's fields).
 */
final class PythonTime {
    private static final Pattern TEXT = Pattern.compile("(?<year>[0-9]{4})"
            + "(?:(?:-(?<monthd>[0-9]{1,2})|(?<month>[0-9]{2})(?!$))"
            + "(?:(?:-(?<dayd>[0-9]{1,2})|(?<day>[0-9]{2}))"
            + "(?:[ T](?<hour>[0-9]{2})(?::?(?<minute>[0-9]{2}))?(?::?(?<second>[0-9]{1,2})(?:[.,](?<fraction>[0-9]+))?)?"
            + "(?<zone>Z|(?<sign>[+-])(?<zh>[0-9]{2}):?(?<zm>[0-9]{2})?)?)?)?)?");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final int MICRO_DIGITS = 6;

    private PythonTime() {}

    /** Returns the time that a text says; null if it says none. */
    static @Nullable OffsetDateTime parse(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            return null;
        }
        LocalDateTime local = LocalDateTime.of(
                number(found, 0, "year"),
                number(found, 1, "monthd", "month"),
                number(found, 1, "dayd", "day"),
                number(found, 0, "hour"),
                number(found, 0, "minute"),
                number(found, 0, "second"),
                micros(found.group("fraction")) * 1_000);
        return local.atOffset(zone(found));
    }

    private static int number(Matcher found, int otherwise, String... groups) {
        for (String group : groups) {
            if (found.group(group) != null) {
                return Integer.parseInt(found.group(group));
            }
        }
        return otherwise;
    }

    private static int micros(@Nullable String fraction) {
        if (fraction == null) {
            return 0;
        }
        String digits = (fraction + "0".repeat(MICRO_DIGITS)).substring(0, MICRO_DIGITS);
        return Integer.parseInt(digits);
    }

    private static ZoneOffset zone(Matcher found) {
        String sign = found.group("sign");
        if (sign == null) {
            return ZoneOffset.UTC;
        }
        int direction = sign.equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(direction * number(found, 0, "zh"), direction * number(found, 0, "zm"));
    }

    /** Returns {@code 2024-02-29T12:34:56Z}, or the offset for Z. */
    static String print(OffsetDateTime time) {
        return SECONDS.format(time) + time.getOffset().getId();
    }

    /** Returns the time with a Z, which oslo writes though it knows no zone. */
    static String print(LocalDateTime time) {
        return SECONDS.format(time) + "Z";
    }

    /** Returns the time as Python has it, in microseconds. */
    static OffsetDateTime cut(OffsetDateTime time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
