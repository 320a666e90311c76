package org.versionedobjects.json;

import java.nio.charset.StandardCharsets;

/** The escapes in texts of JSON: takes them out, and tells those that are none. */
final class EscapedText {
    private static final int UNICODE_DIGITS = 4;
    private static final char LARGEST_BYTE = 0xFF;
    private static final char NO_DIGIT = LARGEST_BYTE;

    private final byte[] json;
    private final int end;
    private final byte[] out;
    private int at;
    private int size;

    private EscapedText(byte[] json, int from, int end) {
        this.json = json;
        this.at = from;
        this.end = end;
        this.out = new byte[end - from]; // an escape is longer than what it stands for
    }

    /** Returns the text between two positions, where each backslash has something after it. */
    static String unescaped(byte[] json, int from, int end) {
        EscapedText text = new EscapedText(json, from, end);
        while (text.at < end) {
            text.takeOne();
        }
        return new String(text.out, 0, text.size, StandardCharsets.UTF_8);
    }

    /** Returns whether an escape there may stand for half of a surrogate pair: all that do start like that. */
    static boolean mayHaveSurrogates(byte[] json, int from, int end) {
        for (int at = from; at + 2 < end; at++) {
            if (json[at] == '\\' && json[at + 1] == 'u' && (json[at + 2] == 'd' || json[at + 2] == 'D')) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns a document that Jackson refuses where an escape has a digit that is none. In a text it looks only at the low byte
     * of a digit and takes U+0144 for D, which is 44; in UTF-8 it does not.
     */
    static String withoutFalseDigits(String json) {
        StringBuilder strict = null;
        for (int at = json.indexOf('\\'); at >= 0; at = json.indexOf('\\', at + 2)) {
            int end = Math.min(json.length(), at + 2 + UNICODE_DIGITS);
            boolean isUnicode = at + 1 < end && json.charAt(at + 1) == 'u';
            for (int digit = at + 2; isUnicode && digit < end; digit++) {
                if (json.charAt(digit) > LARGEST_BYTE) {
                    strict = strict == null ? new StringBuilder(json) : strict;
                    strict.setCharAt(digit, NO_DIGIT);
                }
            }
        }
        return strict == null ? json : strict.toString();
    }

    private void takeOne() {
        byte each = json[at++];
        if (each == '\\') {
            takeEscape();
        } else {
            out[size++] = each;
        }
    }

    private void takeEscape() {
        byte escaped = json[at++];
        switch (escaped) {
            case '"', '\\', '/' -> out[size++] = escaped;
            case 'b' -> out[size++] = '\b';
            case 'f' -> out[size++] = '\f';
            case 'n' -> out[size++] = '\n';
            case 'r' -> out[size++] = '\r';
            case 't' -> out[size++] = '\t';
            case 'u' -> put(codePoint());
            default -> throw new LeftToJackson();
        }
    }

    private int codePoint() {
        char first = unit();
        if (!Character.isSurrogate(first)) {
            return first;
        }
        if (!Character.isHighSurrogate(first) || at + 2 > end || json[at] != '\\' || json[at + 1] != 'u') {
            throw new LeftToJackson();
        }
        at += 2;
        char second = unit();
        if (!Character.isLowSurrogate(second)) {
            throw new LeftToJackson();
        }
        return Character.toCodePoint(first, second);
    }

    private char unit() {
        if (at + UNICODE_DIGITS > end) {
            throw new LeftToJackson();
        }
        int unit = 0;
        for (int i = 0; i < UNICODE_DIGITS; i++) {
            int digit = Character.digit((char) json[at++], 16);
            if (digit < 0) {
                throw new LeftToJackson();
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    private void put(int codePoint) {
        if (codePoint < 0x80) {
            out[size++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            out[size++] = (byte) (0xC0 | codePoint >> 6);
            putTail(codePoint);
        } else if (codePoint < 0x10000) {
            out[size++] = (byte) (0xE0 | codePoint >> 12);
            putTail(codePoint >> 6);
            putTail(codePoint);
        } else {
            out[size++] = (byte) (0xF0 | codePoint >> 18);
            putTail(codePoint >> 12);
            putTail(codePoint >> 6);
            putTail(codePoint);
        }
    }

    private void putTail(int bits) {
        out[size++] = (byte) (0x80 | (bits & 0x3F));
    }
}
