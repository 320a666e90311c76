package org.versionedobjects.persistence;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a column of the live schema can hold.
 *
 * @param name what the database calls it, for messages
 * @param integers the integers that come back from it exactly; null if any do, or if it is not one for numbers
 * @param length how many characters or bytes it can hold; null if that has no bound or does not matter
 * @param places how many digits it keeps after the point, of a number or of the second; null if any, or none of them
 * @param names the texts that it can hold, if the schema lists them; otherwise empty
 * @param form the form of the texts that it can hold; null if it has none of its own
 */
record ColumnType(
        ColumnKind kind,
        String name,
        @Nullable IntegerRange integers,
        @Nullable Long length,
        @Nullable Integer places,
        List<String> names,
        @Nullable TextForm form) {

    ColumnType {
        names = List.copyOf(names);
    }

    /**
     * What texts a column of one form takes, told by examples.
     *
     * @param has texts that it takes and gives back as they are; one of them is of the values
     * @param hasNot texts that it does not take, or gives back as others
     */
    record TextForm(List<String> has, List<String> hasNot) {
        TextForm {
            has = List.copyOf(has);
            hasNot = List.copyOf(hasNot);
        }

        /** Returns whether values are of the form, as far as the examples tell. */
        boolean isOf(ColumnValues values) {
            return has.stream().anyMatch(values::takesText) && hasNot.stream().noneMatch(values::takesText);
        }
    }

    static ColumnType of(ColumnKind kind, String name) {
        return new ColumnType(kind, name, null, null, null, List.of(), null);
    }

    ColumnType withIntegers(IntegerRange range) {
        return new ColumnType(kind, name, range, length, places, names, form);
    }

    ColumnType withLength(long most) {
        return new ColumnType(kind, name + "(" + most + ")", integers, most, places, names, form);
    }

    /** Returns this type with a length that its name tells. */
    ColumnType withOwnLength(long most) {
        return new ColumnType(kind, name, integers, most, places, names, form);
    }

    ColumnType withPlaces(int digits) {
        return new ColumnType(kind, name, integers, length, digits, names, form);
    }

    ColumnType withNames(List<String> all) {
        return new ColumnType(kind, name, integers, length, places, all, form);
    }

    ColumnType withForm(List<String> has, List<String> hasNot) {
        return new ColumnType(kind, name, integers, length, places, names, new TextForm(has, hasNot));
    }

    /** Integers from one to another, both included; null where there is no bound. */
    record IntegerRange(
            @Nullable BigInteger least, @Nullable BigInteger most) {
        private static final IntegerRange ANY = new IntegerRange(null, null);

        /** Returns all integers. */
        static IntegerRange any() {
            return ANY;
        }

        /** Returns the integers of some bits, one of them the sign. */
        static IntegerRange ofBits(int bits) {
            BigInteger end = BigInteger.ONE.shiftLeft(bits - 1);
            return new IntegerRange(end.negate(), end.subtract(BigInteger.ONE));
        }

        /** Returns the integers of some bits without a sign. */
        static IntegerRange ofUnsignedBits(int bits) {
            return new IntegerRange(
                    BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
        }

        /** Returns the integers that floating-point numbers of some bits tell apart. */
        static IntegerRange ofFloatBits(int bits) {
            BigInteger end = BigInteger.ONE.shiftLeft(bits);
            return new IntegerRange(end.negate(), end);
        }

        /** Returns the integers of some decimal digits. */
        static IntegerRange ofDigits(int digits) {
            BigInteger most = BigInteger.TEN.pow(digits).subtract(BigInteger.ONE);
            return new IntegerRange(most.negate(), most);
        }

        /** Returns those of these that are not below zero. */
        IntegerRange unsigned() {
            return new IntegerRange(BigInteger.ZERO, most);
        }

        /** Returns these up to 1 or down to -1 only where they have no bound. */
        IntegerRange bounded() {
            return new IntegerRange(
                    least == null ? BigInteger.ONE.negate() : least, most == null ? BigInteger.ONE : most);
        }

        /** Returns whether all integers of another range are of this one. */
        boolean has(IntegerRange other) {
            boolean isLeast = least == null || (other.least != null && least.compareTo(other.least) <= 0);
            boolean isMost = most == null || (other.most != null && other.most.compareTo(most) <= 0);
            return isLeast && isMost;
        }

        /** Returns how many characters the longest of these has in decimal; null if there is none. */
        @Nullable
        Integer longest() {
            return least == null || most == null
                    ? null
                    : Math.max(least.toString().length(), most.toString().length());
        }

        /** Returns {@code from 0 to 255}, or what there is of it. */
        @Override
        public String toString() {
            if (least == null) {
                return most == null ? "of any size" : "of any size up to " + most;
            }
            return most == null ? "of any size from " + least : "from " + least + " to " + most;
        }
    }
}
