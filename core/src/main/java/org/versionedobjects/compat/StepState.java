package org.versionedobjects.compat;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ObjectType;

/** The values of one object on their way through the versions, by slot. Confined to one thread. */
public final class StepState {
    private final @Nullable Object[] values;
    private final BitSet set = new BitSet();
    private final BitSet changed = new BitSet();

    private StepState(int slots) {
        this.values = new Object[slots];
    }

    static StepState empty(ObjectType<?> type) {
        return new StepState(type.allFields().size());
    }

    /** Returns whether a slot is set. */
    public boolean isSet(int slot) {
        return set.get(slot);
    }

    /** Returns the value of a slot; null for null. */
    public @Nullable Object value(int slot) {
        return values[slot];
    }

    /** Returns whether a slot is set and counts as changed. */
    public boolean isChanged(int slot) {
        return set.get(slot) && changed.get(slot);
    }

    /** Puts a value into a slot. */
    public void load(int slot, @Nullable Object value) {
        values[slot] = value;
        set.set(slot);
    }

    /** Makes a slot count as changed or not. */
    public void markChanged(int slot, boolean isChanged) {
        changed.set(slot, isChanged);
    }

    void clear(int slot) {
        values[slot] = null;
        set.clear(slot);
        changed.clear(slot);
    }
}
