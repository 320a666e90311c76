package org.versionedobjects.benchmarks.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** UUIDs and times as text, without a formatter and without a String in between. */
final class Ascii {
    static final int UUID_LENGTH = 36;

    /** The length of a time of whole seconds: 2026-11-24T10:00:00Z. */
    private static final int SECONDS_LENGTH = 20;

    private static final long SECONDS_OF_DAY = 86_400;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] VALUES = values();

    private Ascii() {}

    private static byte[] values() {
        byte[] values = new byte['f' + 1];
        for (char digit = 0; digit < values.length; digit++) {
            values[digit] = (byte) Character.digit(digit, 16);
        }
        return values;
    }

    static void write(UUID uuid, byte[] to) {
        long high = uuid.getMostSignificantBits();
        long low = uuid.getLeastSignificantBits();
        hex(high >>> 32, 8, to, 0);
        to[8] = '-';
        hex(high >>> 16, 4, to, 9);
        to[13] = '-';
        hex(high, 4, to, 14);
        to[18] = '-';
        hex(low >>> 48, 4, to, 19);
        to[23] = '-';
        hex(low, 12, to, 24);
    }

    private static void hex(long value, int digits, byte[] to, int at) {
        long left = value;
        for (int i = at + digits - 1; i >= at; i--) {
            to[i] = DIGITS[(int) left & 15];
            left >>>= 4;
        }
    }

    /** Writes a time as {@link Instant#toString} does, and returns the length. */
    static int write(Instant time, byte[] to) {
        if (time.getNano() != 0) {
            byte[] general = time.toString().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(general, 0, to, 0, general.length);
            return general.length;
        }
        long seconds = time.getEpochSecond();
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_OF_DAY));
        int second = (int) Math.floorMod(seconds, SECONDS_OF_DAY);
        two(date.getYear() / 100, to, 0);
        two(date.getYear() % 100, to, 2);
        to[4] = '-';
        two(date.getMonthValue(), to, 5);
        to[7] = '-';
        two(date.getDayOfMonth(), to, 8);
        to[10] = 'T';
        two(second / 3600, to, 11);
        to[13] = ':';
        two(second / 60 % 60, to, 14);
        to[16] = ':';
        two(second % 60, to, 17);
        to[19] = 'Z';
        return SECONDS_LENGTH;
    }

    private static void two(int value, byte[] to, int at) {
        to[at] = (byte) ('0' + value / 10);
        to[at + 1] = (byte) ('0' + value % 10);
    }

    /** Reads a UUID. */
    static UUID uuid(char[] text, int at, int length) {
        if (length != UUID_LENGTH) {
            return UUID.fromString(new String(text, at, length));
        }
        int dashes = (text[at + 8] ^ '-') | (text[at + 13] ^ '-') | (text[at + 18] ^ '-') | (text[at + 23] ^ '-');
        long high = four(text, at) << 48 | four(text, at + 4) << 32 | four(text, at + 9) << 16 | four(text, at + 14);
        long low =
                four(text, at + 19) << 48 | four(text, at + 24) << 32 | four(text, at + 28) << 16 | four(text, at + 32);
        if (dashes != 0) {
            throw new IllegalArgumentException("This is not a UUID: " + new String(text, at, length));
        }
        return new UUID(high, low);
    }

    private static long four(char[] text, int at) {
        int value = value(text[at]) << 12 | value(text[at + 1]) << 8 | value(text[at + 2]) << 4 | value(text[at + 3]);
        if (value < 0) {
            throw new IllegalArgumentException("These are no hexadecimal digits: " + new String(text, at, 4));
        }
        return value;
    }

    /** Returns the value of a digit, -1 if it is none. */
    private static int value(char digit) {
        return digit < VALUES.length ? VALUES[digit] : -1;
    }

    /** Reads a time. */
    static Instant time(char[] text, int at, int length) {
        if (length != SECONDS_LENGTH || text[at + 19] != 'Z' || text[at + 4] != '-') {
            return Instant.parse(new String(text, at, length));
        }
        LocalDate date = LocalDate.of(two(text, at) * 100 + two(text, at + 2), two(text, at + 5), two(text, at + 8));
        int hour = two(text, at + 11);
        int minute = two(text, at + 14);
        int second = two(text, at + 17);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new IllegalArgumentException("This is not a time: " + new String(text, at, length));
        }
        return Instant.ofEpochSecond(date.toEpochDay() * SECONDS_OF_DAY + hour * 3600L + minute * 60L + second);
    }

    private static int two(char[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
            throw new IllegalArgumentException("This is not a number: " + text[at] + text[at + 1]);
        }
        return tens * 10 + ones;
    }
}
