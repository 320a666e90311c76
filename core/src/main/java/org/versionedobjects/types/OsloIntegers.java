package org.versionedobjects.types;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Integers as Python sees them: true is 1 and false is 0, and 1.0 is none. */
final class OsloIntegers {
    private OsloIntegers() {}

    /** Returns the integer that a value is, null if it is none. */
    static @Nullable BigInteger of(Object value) {
        if (value instanceof BigInteger integer) {
            return integer;
        }
        if (value instanceof Boolean bool) {
            return bool ? BigInteger.ONE : BigInteger.ZERO;
        }
        boolean integer =
                value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
        return integer ? BigInteger.valueOf(((Number) value).longValue()) : null;
    }
}
