package org.versionedobjects.types;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The texts of instants as nearly all of them are, {@code 2026-02-28T12:34:56.123Z}: what {@link Instant#toString} and
 * {@code DateTimeFormatter} do, digit by digit. All others are theirs.
 */
final class InstantTexts {
    private static final int SHORTEST = "2026-02-28T12:34:56Z".length();
    private static final int LONGEST = "2026-02-28T12:34:56.123456789Z".length();
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private InstantTexts() {}

    /** Returns the instant of a text of the usual form, null for any other text, be it a time or not. */
    static @Nullable Instant parse(String text) {
        int length = text.length();
        if (length < SHORTEST
                || length > LONGEST
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || text.charAt(length - 1) != 'Z') {
            return null;
        }
        int year = number(text, 0, 4);
        return year < 0 ? null : inYear(year, text);
    }

    private static @Nullable Instant inYear(int year, String text) {
        try {
            return LocalDateTime.of(
                            year,
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19),
                            nano(text))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) { // there is no such time, or a place has no digits, which counts as -1
            return null;
        }
    }

    /** Returns the number in some places, negative if there is anything but digits. */
    private static int number(String text, int from, int end) {
        int number = 0;
        for (int i = from; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /** Returns the nanoseconds, negative if there is a point without digits, or anything else. */
    private static int nano(String text) {
        int length = text.length();
        if (length == SHORTEST) {
            return 0;
        }
        int digits = length - SHORTEST - 1;
        if (digits == 0 || text.charAt(SHORTEST - 1) != '.') {
            return -1;
        }
        int nano = number(text, SHORTEST, length - 1);
        for (int i = digits; i < 9; i++) {
            nano *= 10;
        }
        return nano;
    }

    /** Returns the text of an instant, which is that of {@link Instant#toString}. */
    static String text(Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            return instant.toString();
        }
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        byte[] text = new byte[LONGEST];
        put(text, 0, 4, time.getYear());
        text[4] = '-';
        put(text, 5, 2, time.getMonthValue());
        text[7] = '-';
        put(text, 8, 2, time.getDayOfMonth());
        text[10] = 'T';
        put(text, 11, 2, time.getHour());
        text[13] = ':';
        put(text, 14, 2, time.getMinute());
        text[16] = ':';
        put(text, 17, 2, time.getSecond());
        int end = putFraction(text, time.getNano());
        text[end] = 'Z';
        return new String(text, 0, end + 1, StandardCharsets.ISO_8859_1);
    }

    /** Puts the point and three, six or nine digits, if there is a fraction, and returns where it ends. */
    private static int putFraction(byte[] text, int nano) {
        int at = SHORTEST - 1;
        if (nano == 0) {
            return at;
        }
        text[at] = '.';
        if (nano % 1_000_000 == 0) {
            put(text, at + 1, 3, nano / 1_000_000);
            return at + 4;
        }
        if (nano % 1_000 == 0) {
            put(text, at + 1, 6, nano / 1_000);
            return at + 7;
        }
        put(text, at + 1, 9, nano);
        return at + 10;
    }

    private static void put(byte[] text, int from, int digits, int number) {
        int rest = number;
        for (int i = from + digits - 1; i >= from; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
