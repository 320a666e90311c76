package org.versionedobjects.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.io.SerializedString;

/**
 * Walks over JSON in UTF-8, token by token. It is as strict as Jackson or stricter: what it does not take, Jackson may.
 * Confined to one thread and one document.
 */
final class Utf8Scanner {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int MOST_OF_LONG = 19;

    private final byte[] json;
    private final Limits limits;
    private final KnownTexts known;
    private int at;

    Utf8Scanner(byte[] json, int from, Limits limits, KnownTexts known) {
        this.json = json;
        this.at = from;
        this.limits = limits;
        this.known = known;
    }

    /** Returns one that stands where this one does. */
    Utf8Scanner fork() {
        return new Utf8Scanner(json, at, limits, known);
    }

    /** Returns the byte it stands on; 0, which stands nowhere in JSON, at the end. */
    byte current() {
        return at < json.length ? json[at] : 0;
    }

    /** Goes over blanks to the next byte that is none, and returns it; 0 at the end. */
    byte afterBlanks() {
        byte current = current();
        while (current <= ' ' && (current == ' ' || current == '\n' || current == '\r' || current == '\t')) {
            at++;
            current = current();
        }
        return current;
    }

    boolean isAtEnd() {
        return at >= json.length;
    }

    /** Goes over one byte. */
    void step() {
        at++;
    }

    /** Takes a name if it is a certain one; it is as long as other texts may be. */
    boolean takes(SerializedString name) {
        byte[] quoted = name.asQuotedUTF8();
        int end = at + 1 + quoted.length;
        if (end >= json.length
                || json[end] != '"'
                || quoted.length > limits.textCharacters()
                || !Arrays.equals(json, at + 1, end, quoted, 0, quoted.length)) {
            return false;
        }
        at = end + 1;
        return true;
    }

    /** Takes a name. */
    String name() {
        int from = at + 1;
        int end = Ascii.firstSpecial(json, from, json.length);
        return end < json.length && json[end] == '"' ? knownTo(from, end) : unusualName();
    }

    /** Takes the colon after a name, and goes to its value. */
    void colon() {
        if (afterBlanks() != ':') {
            throw new LeftToJackson();
        }
        at++;
        afterBlanks();
    }

    private String knownTo(int from, int end) {
        checkLength(end - from);
        at = end + 1;
        return known.get(json, from, end);
    }

    /** Jackson does not take escaped pairs of surrogates in names of a document in UTF-8. */
    private String unusualName() {
        int from = at;
        String name = text();
        if (EscapedText.mayHaveSurrogates(json, from, at)) {
            throw new LeftToJackson();
        }
        return name;
    }

    /** Takes a text that many documents have. */
    String knownText() {
        int from = at + 1;
        int end = Ascii.firstSpecial(json, from, json.length);
        return end < json.length && json[end] == '"' ? knownTo(from, end) : text();
    }

    /** Takes a text. */
    String text() {
        int from = at + 1;
        int end = Ascii.firstSpecial(json, from, json.length);
        if (end < json.length && json[end] == '"') {
            checkLength(end - from);
            at = end + 1;
            return new String(json, from, end - from, StandardCharsets.ISO_8859_1);
        }
        return unusualText(from, end);
    }

    /** Goes over a text. */
    void skipText() {
        int from = at + 1;
        int end = Ascii.firstSpecial(json, from, json.length);
        if (end < json.length && json[end] == '"') {
            checkLength(end - from);
            at = end + 1;
        } else {
            unusualText(from, end);
        }
    }

    /** There are never more characters than bytes. */
    private void checkLength(int bytes) {
        if (bytes > limits.textCharacters()) {
            throw new LeftToJackson();
        }
    }

    private String unusualText(int from, int firstSpecial) {
        int end = firstSpecial;
        int escapes = 0;
        for (byte each = byteAt(end); each != '"'; each = byteAt(end)) {
            if (each == '\\') {
                escapes++;
                end += 2;
            } else if (each >= 0 && each < ' ') {
                throw new LeftToJackson();
            } else {
                end = Ascii.firstSpecial(json, end + 1, json.length);
            }
        }
        checkLength(end - from);
        at = end + 1;
        String text = escapes == 0
                ? new String(json, from, end - from, StandardCharsets.UTF_8)
                : EscapedText.unescaped(json, from, end);
        if (text.indexOf(REPLACEMENT) >= 0) { // what is no UTF-8 becomes this
            throw new LeftToJackson();
        }
        return text;
    }

    private byte byteAt(int index) {
        return index < json.length ? json[index] : 0;
    }

    /** Takes what has to stand here. */
    void expect(byte[] literal) {
        int end = at + literal.length;
        if (end > json.length || !Arrays.equals(json, at, end, literal, 0, literal.length)) {
            throw new LeftToJackson();
        }
        at = end;
    }

    /** Takes an integer of 64 bits. */
    long longInteger() {
        boolean isNegative = current() == '-';
        int from = isNegative ? at + 1 : at;
        int end = from;
        long value = 0;
        for (byte each = byteAt(end); isDigit(each); each = byteAt(end)) {
            value = value * 10 - (each - '0');
            end++;
        }
        checkInteger(from, end);
        int digits = end - from;
        boolean fits = digits < MOST_OF_LONG
                || (digits == MOST_OF_LONG && value < 0 && (isNegative || value != Long.MIN_VALUE));
        if (!fits || isFraction(byteAt(end))) {
            throw new LeftToJackson();
        }
        at = end;
        return isNegative ? value : -value;
    }

    private void checkInteger(int from, int end) {
        boolean isInteger = from < end && (json[from] != '0' || end == from + 1);
        if (!isInteger || end - from > limits.numberDigits()) {
            throw new LeftToJackson();
        }
    }

    private static boolean isDigit(byte each) {
        return each >= '0' && each <= '9';
    }

    private static boolean isFraction(byte each) {
        return each == '.' || each == 'e' || each == 'E';
    }

    /** Returns whether the number that stands here has neither fraction nor exponent. */
    boolean isInteger() {
        return !isFraction(byteAt(afterDigits(current() == '-' ? at + 1 : at)));
    }

    private int afterDigits(int from) {
        int end = from;
        while (isDigit(byteAt(end))) {
            end++;
        }
        return end;
    }

    /** Takes a number as it is written. */
    String number() {
        int start = at;
        int from = current() == '-' ? at + 1 : at;
        int end = afterDigits(from);
        checkInteger(from, end);
        if (byteAt(end) == '.') {
            end = digits(end + 1);
        }
        if (byteAt(end) == 'e' || byteAt(end) == 'E') {
            byte sign = byteAt(end + 1);
            end = digits(sign == '-' || sign == '+' ? end + 2 : end + 1);
        }
        if (end - start > limits.numberDigits()) {
            throw new LeftToJackson();
        }
        at = end;
        return new String(json, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private int digits(int from) {
        int end = afterDigits(from);
        if (end == from) {
            throw new LeftToJackson();
        }
        return end;
    }
}
