package org.versionedobjects.types;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Integers as Python sees them: true is 1 and false is 0, and 1.0 is none. */
final class OsloIntegers {
    private OsloIntegers() {}

    /** Returns the integer that a value is, null if it is none. */
    static @Nullable BigInteger of(@Nullable Object value) {
        if (value instanceof BigInteger integer) {
            return integer;
        }
        if (value instanceof Boolean bool) {
            return bool ? BigInteger.ONE : BigInteger.ZERO;
        }
        return value instanceof Number number && isWhole(number) ? BigInteger.valueOf(number.longValue()) : null;
    }

    private static boolean isWhole(Number number) {
        return number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte;
    }
}
