package org.versionedobjects.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Python's {@code int()} and {@code float()} make of a value; null where they fail. */
final class PythonNumbers {
    /** Possessive, since a long text of digits that is no number would else be tried in all ways to split it. */
    static final Pattern FLOAT = Pattern.compile("[+-]?+(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");

    private PythonNumbers() {}

    /** Returns {@code int(value)}: toward zero for fractions; texts and bytes of digits, {@code " +1_000 "}. */
    static @Nullable BigInteger toInteger(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? BigInteger.ONE : BigInteger.ZERO;
        }
        if (value instanceof BigDecimal number) {
            return Numbers.truncated(number);
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? new BigDecimal(number).toBigInteger() : null;
        }
        String text = text(value);
        return text == null ? Numbers.whole(value) : parseInteger(text);
    }

    private static @Nullable BigInteger parseInteger(String text) {
        String plain = plain(text);
        return plain == null ? null : Numbers.whole(plain.startsWith("+") ? unsigned(plain) : plain);
    }

    private static String unsigned(String plain) {
        boolean isDigitNext = plain.length() > 1 && isDigit(plain.charAt(1));
        return isDigitNext ? plain.substring(1) : plain;
    }

    /** Returns {@code float(value)}, NaN and infinities included. */
    static @Nullable Double toFloat(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? 1.0 : 0.0;
        }
        if (value instanceof BigInteger number) {
            double nearest = number.doubleValue();
            return Double.isInfinite(nearest) ? null : (Double) nearest;
        }
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            return ((Number) value).doubleValue();
        }
        if (Numbers.isSmallInteger(value)) {
            return (double) ((Number) value).longValue();
        }
        String text = text(value);
        return text == null ? null : parseFloat(text);
    }

    private static @Nullable Double parseFloat(String text) {
        String plain = plain(text);
        if (plain == null) {
            return null;
        }
        if (FLOAT.matcher(plain).matches()) {
            return Double.valueOf(plain);
        }
        return switch (plain.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    private static @Nullable String text(Object value) {
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        return value instanceof CharSequence text ? text.toString() : null;
    }

    /** Returns the text stripped, digits of other scripts as ASCII ones, underscores between digits left out. */
    private static @Nullable String plain(String text) {
        String stripped = strip(text);
        StringBuilder plain = new StringBuilder(stripped.length());
        int at = 0;
        while (at < stripped.length()) {
            int codePoint = stripped.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            int digit = Character.digit(codePoint, 10);
            if (digit >= 0) {
                plain.append(digit);
            } else if (codePoint != '_') {
                plain.appendCodePoint(codePoint);
            } else if (!isBetweenDigits(plain, stripped, next)) {
                return null;
            }
            at = next;
        }
        return plain.toString();
    }

    private static boolean isBetweenDigits(StringBuilder before, String text, int next) {
        boolean afterDigit = next > 1
                && text.charAt(next - 2) != '_'
                && !before.isEmpty()
                && isDigit(before.charAt(before.length() - 1));
        return afterDigit && next < text.length() && Character.digit(text.codePointAt(next), 10) >= 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
