package org.versionedobjects.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.Profile;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueReader.Kind;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;

/** What tells one {@link NumberType} from another. Coercions return null for what they refuse. */
abstract class NumberKind<N extends Number> {
    static final NumberKind<Integer> INTEGER = new Ints();
    static final NumberKind<Long> LONG = new Longs();
    static final NumberKind<BigInteger> BIG_INTEGER = new BigIntegers();
    static final NumberKind<Double> DOUBLE = new Doubles();

    /** The name of the factory in {@link Types}. */
    final String factory;

    final String description;
    final N zero;

    private NumberKind(String factory, String description, N zero) {
        this.factory = factory;
        this.description = description;
        this.zero = zero;
    }

    /** Returns the class of which every object is a number of this kind; null if there is none. */
    @Nullable
    Class<?> coveredClass() {
        return null;
    }

    /** Returns whether a value is one at all, before any range. */
    abstract boolean isLegal(N value);

    abstract @Nullable N coerceStrict(Object value);

    abstract @Nullable N coerceOslo(Object value);

    abstract boolean isLess(N one, N other);

    /** Returns the schema of all numbers of this kind. */
    abstract ValueSchema schema();

    abstract void write(N value, ValueWriter out);

    abstract boolean canRead(Kind kind);

    /** Takes what {@link #canRead} said yes to. */
    abstract N read(ValueReader in);

    /** Integers of any size are the way from everything to an integer; a size that does not fit is refused. */
    private abstract static class Wholes<N extends Number & Comparable<N>> extends NumberKind<N> {
        Wholes(String factory, String description, N zero) {
            super(factory, description, zero);
        }

        abstract @Nullable N narrow(BigInteger value);

        @Override
        @SuppressWarnings("unchecked") // an object of the class is a number of this kind
        final @Nullable N coerceStrict(Object value) {
            if (value.getClass() == coveredClass()) {
                return (N) value;
            }
            BigInteger whole = Numbers.whole(value);
            return whole == null ? null : narrow(whole);
        }

        @Override
        final @Nullable N coerceOslo(Object value) {
            BigInteger whole = PythonNumbers.toInteger(value);
            return whole == null ? null : narrow(whole);
        }

        @Override
        boolean isLegal(N value) {
            return true;
        }

        @Override
        final boolean isLess(N one, N other) {
            return one.compareTo(other) < 0;
        }

        @Override
        final boolean canRead(Kind kind) {
            return kind == Kind.INTEGER;
        }
    }

    private static final class Ints extends Wholes<Integer> {
        Ints() {
            super("integer", "an integer of 32 bits", 0);
        }

        @Override
        Class<?> coveredClass() {
            return Integer.class;
        }

        @Override
        ValueSchema schema() {
            return ValueSchema.of("integer").with("minimum", Integer.MIN_VALUE).with("maximum", Integer.MAX_VALUE);
        }

        @Override
        @Nullable
        Integer narrow(BigInteger value) {
            return value.bitLength() < Integer.SIZE ? value.intValue() : null;
        }

        @Override
        void write(Integer value, ValueWriter out) {
            out.writeLong(value);
        }

        @Override
        Integer read(ValueReader in) {
            long value = in.readLong();
            if (value != (int) value) {
                throw InvalidValueException.expected(description, value);
            }
            return (int) value;
        }
    }

    private static final class Longs extends Wholes<Long> {
        Longs() {
            super("longInteger", "an integer of 64 bits", 0L);
        }

        @Override
        Class<?> coveredClass() {
            return Long.class;
        }

        @Override
        ValueSchema schema() {
            return ValueSchema.of("integer").with("minimum", Long.MIN_VALUE).with("maximum", Long.MAX_VALUE);
        }

        @Override
        @Nullable
        Long narrow(BigInteger value) {
            return value.bitLength() < Long.SIZE ? value.longValue() : null;
        }

        @Override
        void write(Long value, ValueWriter out) {
            out.writeLong(value);
        }

        @Override
        Long read(ValueReader in) {
            return in.readLong();
        }
    }

    private static final class BigIntegers extends Wholes<BigInteger> {
        BigIntegers() {
            super("bigInteger", "an integer of at most " + Numbers.MOST_DIGITS + " digits", BigInteger.ZERO);
        }

        @Override
        ValueSchema schema() {
            return ValueSchema.of("integer");
        }

        @Override
        boolean isLegal(BigInteger value) {
            return Numbers.isShort(value);
        }

        @Override
        @Nullable
        BigInteger narrow(BigInteger value) {
            return value;
        }

        @Override
        void write(BigInteger value, ValueWriter out) {
            out.writeInteger(value);
        }

        @Override
        BigInteger read(ValueReader in) {
            BigInteger value = in.readInteger();
            if (!isLegal(value)) {
                throw InvalidValueException.expected(description, value);
            }
            return value;
        }
    }

    private static final class Doubles extends NumberKind<Double> {
        Doubles() {
            super("floatingPoint", "a finite number", 0.0);
        }

        @Override
        ValueSchema schema() {
            return ValueSchema.of("number");
        }

        @Override
        boolean isLegal(Double value) {
            return Double.isFinite(value);
        }

        @Override
        @Nullable
        Double coerceStrict(Object value) {
            if (value instanceof Double || value instanceof Float) {
                double number = ((Number) value).doubleValue();
                return Double.isFinite(number) ? (Double) number : null;
            }
            BigDecimal exact = Numbers.decimal(value);
            if (exact == null) {
                return null;
            }
            double nearest = exact.doubleValue();
            boolean isText = value instanceof CharSequence;
            boolean fits = Double.isFinite(nearest) && (isText || new BigDecimal(nearest).compareTo(exact) == 0);
            return fits ? (Double) nearest : null;
        }

        @Override
        @Nullable
        Double coerceOslo(Object value) {
            return PythonNumbers.toFloat(value);
        }

        /** As the operator: -0.0 is not less than 0.0, and NaN is less than nothing. */
        @Override
        boolean isLess(Double one, Double other) {
            return (double) one < (double) other;
        }

        @Override
        void write(Double value, ValueWriter out) {
            out.writeDouble(value);
        }

        @Override
        boolean canRead(Kind kind) {
            return kind == Kind.INTEGER || kind == Kind.DECIMAL;
        }

        @Override
        Double read(ValueReader in) {
            double value = in.readDouble();
            if (!Double.isFinite(value) && in.profile() != Profile.OSLO) {
                throw InvalidValueException.expected(description, value);
            }
            return value;
        }
    }
}
