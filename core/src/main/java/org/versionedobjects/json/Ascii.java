package org.versionedobjects.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Looks at eight bytes at a time whether a text of JSON is as plain as most are. */
final class Ascii {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Ascii() {}

    /**
     * Returns the first position that holds a quotation mark, a backslash, a control character or a byte of a character beyond
     * ASCII; {@code end} if none does.
     */
    static int firstSpecial(byte[] bytes, int from, int end) {
        int at = from;
        while (at + Long.BYTES <= end) {
            long eight = (long) EIGHT.get(bytes, at);
            long found = specials(eight);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < end && !isSpecial(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Returns whether all bytes can stand in a text of JSON as they are, and none is a question mark. */
    static boolean isPlain(byte[] bytes) {
        int at = 0;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            if (((specials(eight) | equal(eight, '?')) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; at < bytes.length; at++) {
            if (isSpecial(bytes[at]) || bytes[at] == '?') {
                return false;
            }
        }
        return true;
    }

    /** Has the high bit of the first special byte set, and none before it. */
    private static long specials(long eight) {
        return ((eight - ONES * ' ') | equal(eight, '"') | equal(eight, '\\') | eight) & HIGH_BITS;
    }

    private static long equal(long eight, char wanted) {
        return (eight ^ (ONES * wanted)) - ONES;
    }

    private static boolean isSpecial(byte each) {
        return each < ' ' || each == '"' || each == '\\';
    }

    /** Returns whether a byte is anywhere in some. */
    static boolean contains(byte[] bytes, char wanted) {
        int at = 0;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            if ((equal(eight, wanted) & ~(eight ^ (ONES * wanted)) & HIGH_BITS) != 0) {
                return true;
            }
        }
        for (; at < bytes.length; at++) {
            if (bytes[at] == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Returns a text in UTF-8; Jackson has to write or read one that is no sequence of characters. */
    static byte[] utf8(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        checkComplete(text, utf8);
        return utf8;
    }

    /** Checks that no half of a surrogate pair was made a question mark. */
    static void checkComplete(String text, byte[] utf8) {
        if (contains(utf8, '?') && !isWellFormed(text)) {
            throw new LeftToJackson();
        }
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
