package org.versionedobjects.types;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.InvalidValueException;

/**
 * Times as oslo's DateTime reads and writes them. It reads what Python's iso8601 module does, whose pattern this is: a
 * time without zone is in UTC, a fraction is cut to microseconds. It writes no fraction, and {@code Z} for UTC.
 */
final class OsloTimes {
    private static final int MOST_CHARACTERS = 64;
    private static final int MICROSECOND_DIGITS = 6;
    private static final int NANOS_PER_MICROSECOND = 1_000;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int LAST_YEAR = 9999;

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private static final Pattern ISO_8601 = Pattern.compile("""
            (?<year>[0-9]{4})
            (?: (?: -(?<dashMonth>[0-9]{1,2}) | (?<month>[0-9]{2})(?!$) )
            (?: (?: -(?<dashDay>[0-9]{1,2}) | (?<day>[0-9]{2}) )
            (?: [\\ T](?<hour>[0-9]{2})
            (?: :?(?<minute>[0-9]{2}) )?
            (?: :?(?<second>[0-9]{1,2}) (?: [.,](?<fraction>[0-9]+) )? )?
            (?<zone> Z | (?<sign>[-+])(?<zoneHour>[0-9]{2}):?(?<zoneMinute>[0-9]{2})? )?
            )? )? )?
            """, Pattern.COMMENTS);

    private OsloTimes() {}

    /** Returns the time that a text names, null if it is none. */
    static @Nullable OffsetDateTime parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return null;
        }
        Matcher parts = ISO_8601.matcher(text);
        try {
            return parts.matches() ? time(parts) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable OffsetDateTime time(Matcher parts) {
        int year = number(parts.group("year"), 0);
        if (year == 0) {
            return null;
        }
        LocalDateTime time = LocalDateTime.of(
                year,
                number(parts.group("dashMonth"), number(parts.group("month"), 1)),
                number(parts.group("dashDay"), number(parts.group("day"), 1)),
                number(parts.group("hour"), 0),
                number(parts.group("minute"), 0),
                number(parts.group("second"), 0),
                microseconds(parts.group("fraction")) * NANOS_PER_MICROSECOND);
        return time.atOffset(offset(parts));
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private static int microseconds(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000").substring(0, MICROSECOND_DIGITS));
    }

    private static ZoneOffset offset(Matcher parts) {
        int minutes = number(parts.group("zoneHour"), 0) * SECONDS_PER_MINUTE + number(parts.group("zoneMinute"), 0);
        int seconds = minutes * SECONDS_PER_MINUTE;
        return ZoneOffset.ofTotalSeconds("-".equals(parts.group("sign")) ? -seconds : seconds);
    }

    /** Returns the time that an object is, a local one being in UTC; null if it is none. */
    static @Nullable OffsetDateTime convert(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time;
        }
        if (value instanceof ZonedDateTime time) {
            return time.toOffsetDateTime();
        }
        if (value instanceof Instant instant) {
            return inUtc(instant);
        }
        return value instanceof LocalDateTime time ? time.atOffset(ZoneOffset.UTC) : null;
    }

    private static @Nullable OffsetDateTime inUtc(Instant instant) {
        try {
            return instant.atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * Returns the text that oslo writes, with the offset where oslo puts the zone's name.
     *
     * @throws InvalidValueException if Python could not read it
     */
    static String text(OffsetDateTime time) {
        if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
            throw InvalidValueException.expected("a year from 1 to 9999, as Python's times have", time);
        }
        if (time.getOffset().getTotalSeconds() % SECONDS_PER_MINUTE != 0) {
            throw InvalidValueException.expected("an offset of whole minutes, as ISO 8601 has", time);
        }
        return TEXT.format(time);
    }
}
