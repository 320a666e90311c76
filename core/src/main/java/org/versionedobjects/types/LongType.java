package org.versionedobjects.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.versionedobjects.Profile;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;

final class LongType extends ScalarType<Long> {
    static final LongType INSTANCE = new LongType();

    /** Sign and 19 digits; anything longer is no long, and is not worth the time that parsing it takes. */
    private static final int MOST_CHARACTERS = 20;

    private LongType() {
        super("an integer of 64 bits");
    }

    @Override
    Long coerceStrict(Object value) {
        try {
            if (value instanceof Long number) {
                return number;
            }
            if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
                return ((Number) value).longValue();
            }
            if (value instanceof BigInteger number) {
                return number.longValueExact();
            }
            if (value instanceof BigDecimal number) {
                return number.longValueExact();
            }
            if (value instanceof Double || value instanceof Float) {
                return BigDecimal.valueOf(((Number) value).doubleValue()).longValueExact();
            }
            if (value instanceof CharSequence text && isDecimal(text)) {
                return Long.parseLong(text.toString());
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw refused(value);
        }
        throw refused(value);
    }

    private static boolean isDecimal(CharSequence text) {
        int start = text.length() > 1 && text.charAt(0) == '-' ? 1 : 0;
        return !text.isEmpty()
                && text.length() <= MOST_CHARACTERS
                && text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public void write(Long value, ValueWriter out) {
        out.writeLong(value);
    }

    @Override
    public Long read(ValueReader in) {
        if (in.profile() == Profile.OSLO) {
            return readOslo(in);
        }
        if (in.kind() != ValueReader.Kind.INTEGER) {
            throw in.mismatch(describe());
        }
        return in.readLong();
    }
}
