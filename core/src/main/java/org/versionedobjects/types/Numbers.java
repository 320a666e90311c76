package org.versionedobjects.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers of any class, made into whole or decimal ones where nothing is lost. */
final class Numbers {
    /** As many digits as a number may have. */
    static final int MOST_DIGITS = 1_000;

    private static final BigInteger BEYOND = BigInteger.TEN.pow(MOST_DIGITS);
    private static final int MOST_CHARACTERS = 2 * MOST_DIGITS + 10;
    private static final String DECIMAL = "[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?";

    private Numbers() {}

    static boolean isSmallInteger(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
    }

    /** Returns whether an integer has at most {@link #MOST_DIGITS} digits. */
    static boolean isShort(BigInteger value) {
        return value.abs().compareTo(BEYOND) < 0;
    }

    /** Returns whether a decimal number has few digits, also when it is written without exponent. */
    static boolean isShort(BigDecimal value) {
        long beforePoint = (long) value.precision() - value.scale();
        return value.precision() <= MOST_DIGITS && beforePoint <= MOST_DIGITS && value.scale() <= MOST_DIGITS;
    }

    /** Returns the whole number that a number or a decimal text is, null if it is none or has too many digits. */
    static @Nullable BigInteger whole(Object value) {
        if (value instanceof BigInteger number) {
            return isShort(number) ? number : null;
        }
        if (isSmallInteger(value)) {
            return BigInteger.valueOf(((Number) value).longValue());
        }
        if (value instanceof CharSequence text) {
            return isWhole(text) ? new BigInteger(text.toString()) : null;
        }
        BigDecimal number = exact(value);
        return number == null || number.stripTrailingZeros().scale() > 0 ? null : truncated(number);
    }

    /** Returns the part before the point, null if it has too many digits. */
    static @Nullable BigInteger truncated(BigDecimal number) {
        long digits = (long) number.precision() - number.scale();
        if (digits <= 0) {
            return BigInteger.ZERO;
        }
        return digits > MOST_DIGITS ? null : number.toBigInteger();
    }

    private static @Nullable BigDecimal exact(Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? new BigDecimal(number) : null;
        }
        return value instanceof BigDecimal number ? number : null;
    }

    private static boolean isWhole(CharSequence text) {
        int start = text.length() > 1 && text.charAt(0) == '-' ? 1 : 0;
        return !text.isEmpty()
                && text.length() - start <= MOST_DIGITS
                && text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
    }

    /** Returns the decimal number that a text is, null if it is none. */
    static @Nullable BigDecimal parse(CharSequence text) {
        boolean fits = text.length() <= MOST_CHARACTERS && text.toString().matches(DECIMAL);
        return fits ? new BigDecimal(text.toString()) : null;
    }

    /** Returns the decimal number of the same digits: of a double those that Python and JavaScript show, 0.1 for 0.1. */
    static @Nullable BigDecimal decimal(Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        if (value instanceof CharSequence text) {
            return parse(text);
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? PythonText.shortest(number) : null;
        }
        return isSmallInteger(value) ? BigDecimal.valueOf(((Number) value).longValue()) : null;
    }
}
