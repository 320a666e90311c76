package org.versionedobjects.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.versionedobjects.Facts;
import org.versionedobjects.LimitExceededException;

/** Counts the digits of numbers as they are written, and makes no text of one that is far too long. Immutable. */
final class NumberLimit {
    private static final double DIGITS_PER_BIT = Math.log10(2);
    private static final int MOST_OF_LONG = 19;
    private static final int MOST_OF_DOUBLE = 25;
    /** An exponent, or zeros after the point. */
    private static final int MOST_BESIDE_PRECISION = 20;

    private final int most;

    NumberLimit(int most) {
        this.most = most;
    }

    void check(long value) {
        if (most < MOST_OF_LONG) {
            checkText(Long.toString(value));
        }
    }

    void check(double value) {
        if (most < MOST_OF_DOUBLE) {
            checkText(Double.toString(value));
        }
    }

    void check(BigInteger value) {
        long least = (long) ((value.bitLength() - 1) * DIGITS_PER_BIT);
        checkDigits(least);
        if (least + 2 > most) {
            checkText(value.toString());
        }
    }

    void check(BigDecimal value) {
        checkDigits((long) ((value.unscaledValue().bitLength() - 1) * DIGITS_PER_BIT));
        checkDigits(value.precision());
        if (value.precision() + MOST_BESIDE_PRECISION > most) {
            checkText(value.toString());
        }
    }

    /** Checks a number of any class. */
    void check(Number value) {
        if (value instanceof BigInteger integer) {
            check(integer);
        } else if (value instanceof BigDecimal decimal) {
            check(decimal);
        } else if (value instanceof Double || value instanceof Float) {
            check(value.doubleValue());
        } else {
            check(value.longValue());
        }
    }

    /** Checks a number as it is written. */
    void checkText(String text) {
        checkDigits(text.chars().filter(each -> each >= '0' && each <= '9').count());
    }

    private void checkDigits(long digits) {
        if (digits > most) {
            throw new LimitExceededException(
                    Facts.expected("a number of at most " + most + " digits", digits + " or more")
                            .withAdvice("raise Limits.numberDigits"),
                    null);
        }
    }
}
