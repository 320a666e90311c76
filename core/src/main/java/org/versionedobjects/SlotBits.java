package org.versionedobjects;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sets of slots in one int, for quick answers: slots whose numbers are equal modulo 32 share a bit, so that "no" is certain
 * and "yes" is not where a type has more fields than that.
 */
final class SlotBits {
    private SlotBits() {}

    static int of(int slot) {
        return 1 << slot; // of a shift, Java takes the lowest five bits
    }

    static boolean mayHave(int bits, int slot) {
        return (bits & of(slot)) != 0;
    }

    /** Returns the first slot of a set that is not empty, of an object with no more than 32. */
    static int first(int bits) {
        return Integer.numberOfTrailingZeros(bits);
    }

    static int withoutFirst(int bits) {
        return bits & (bits - 1);
    }

    /** Returns a set without a slot of an object that has so many, if no other one shares its bit. */
    static int without(int bits, int slot, int size) {
        return size > Integer.SIZE ? bits : bits & ~of(slot);
    }

    /** Empties the slots of a set, at least. */
    static void clear(int bits, @Nullable Object[] bySlot) {
        if (bySlot.length > Integer.SIZE) {
            Arrays.fill(bySlot, null);
            return;
        }
        for (int rest = bits; rest != 0; rest = withoutFirst(rest)) {
            bySlot[first(rest)] = null;
        }
    }
}
