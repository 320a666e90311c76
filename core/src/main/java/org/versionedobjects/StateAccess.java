package org.versionedobjects;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What codecs and stores do to objects and applications do not: fill one with what was read, and tell it what was saved.
 * Slots are those of {@link ObjectType#slot}.
 *
 * <p>Stateless and thread-safe; the objects themselves belong to one thread at a time.
 */
public final class StateAccess {
    private StateAccess() {}

    /**
     * Makes an object with nothing set, whatever its constructor sets, to be filled by {@link #load}.
     *
     * @throws InvalidDefinitionException if the definition has problems
     */
    public static <O extends VersionedObject> O newForLoading(ObjectType<O> type) {
        O object = type.newObject();
        object.unloadAll();
        if (object instanceof ObjectList<?> list) {
            list.startEmpty();
        }
        return object;
    }

    /** Sets a slot to a value, which the field's type accepted, and makes it the baseline; read-only fields too. */
    public static void load(VersionedObject object, int slot, @Nullable Object value) {
        object.load(slot, value);
    }

    /** Sets a field as {@link #load(VersionedObject, int, Object)} does, after the type has accepted the value. */
    public static <T extends @Nullable Object> void load(VersionedObject object, Field<T> field, T value) {
        ObjectType<?> type = object.objectType();
        object.load(type.slot(field), VersionedObject.checkedAt(type, field, value));
    }

    /** Makes the value of a slot one that counts as changed from nobody knows what. Does nothing to an unset slot. */
    public static void forgetBaseline(VersionedObject object, int slot) {
        if (object.isSet(slot)) {
            object.loadChanged(slot, object.value(slot));
        }
    }

    /** Gives an object that was read or loaded a context, and nothing in it. */
    public static void putContext(VersionedObject object, @Nullable Object context) {
        object.putContext(context);
    }

    /** Returns the loader that an object asks for what is unset, its own or that of its type; null if it has none. */
    public static @Nullable FieldLoader loader(VersionedObject object) {
        return object.loader();
    }

    /** Records the version in which the object was read. */
    public static void readAt(VersionedObject object, Version version) {
        object.readVersion = Objects.requireNonNull(version, "version");
    }

    /** Has an object carry what its type does not know, beside its state; null for nothing. A copy carries it, too. */
    public static void carry(VersionedObject object, @Nullable UnknownFields unknown) {
        object.unknownFields = unknown;
    }

    /** Returns what an object carries that its type does not know; null if nothing. */
    public static @Nullable UnknownFields carried(VersionedObject object) {
        return object.unknownFields;
    }

    /** Returns whether a slot is set. */
    public static boolean isSet(VersionedObject object, int slot) {
        return object.isSet(slot);
    }

    /** Returns the value of a slot that is set; null for null. */
    public static @Nullable Object value(VersionedObject object, int slot) {
        return object.value(slot);
    }

    /** Returns whether a slot is changed, by its own value or inside a nested object. */
    public static boolean isChanged(VersionedObject object, int slot) {
        return object.isChanged(slot);
    }

    /** Returns whether a slot is changed by its own value; what is inside nested objects does not count. */
    public static boolean isOwnChange(VersionedObject object, int slot) {
        return object.isOwnChange(slot);
    }

    /** Returns whether a slot is set and counts as changed whatever its value. */
    public static boolean isTouched(VersionedObject object, int slot) {
        return object.isSet(slot) && object.isForced(slot);
    }

    /** Returns whether the baseline of a slot is a value or null, so that {@link #baseline} can tell it. */
    public static boolean hasBaseline(VersionedObject object, int slot) {
        Object before = object.baselineAt(slot);
        return before != ObjectState.Marker.UNSET && before != ObjectState.Marker.UNKNOWN;
    }

    /**
     * Returns the baseline of a slot; null for null.
     *
     * @throws IllegalStateException if it was unset, or is not known
     */
    public static @Nullable Object baseline(VersionedObject object, int slot) {
        if (!hasBaseline(object, slot)) {
            throw new IllegalStateException(
                    "The baseline of " + object.objectType().layout().at(slot) + " is no value; ask hasBaseline first");
        }
        Object before = object.baselineAt(slot);
        return before == ObjectState.Marker.NULL ? null : before;
    }

    /** A field and the value that a save gave to it: a generated key, the next generation, a timestamp. */
    public record Assigned<T extends @Nullable Object>(Field<T> field, T value) {
        /** Checks that there is a field. */
        public Assigned {
            Objects.requireNonNull(field, "field");
        }

        /** Makes one of an untyped value, which the field's type must accept. */
        public static <T extends @Nullable Object> Assigned<T> of(Field<T> field, T value) {
            try {
                return new Assigned<>(field, VersionedObject.checked(field, value));
            } catch (VersionedObjectException e) {
                throw VersionedObject.located(e, field);
            }
        }
    }

    /**
     * Tells an object that it was saved: the saved fields' values become their baselines, and the assigned fields get
     * their values, as baselines too.
     *
     * @return what undoes this if the transaction rolls back: baselines are as before; assigned fields have their earlier
     *     values unless somebody set them since; other values, set before or since, stay, and count as changed
     */
    public static Runnable saved(
            VersionedObject object, Collection<Field<?>> saved, Collection<? extends Assigned<?>> assigned) {
        ObjectState state = object;
        ObjectType<?> type = object.objectType();
        int[] slots = slots(type, saved); // found before anything is done, since there may be one of another type
        Undo[] undos = new Undo[slots.length + assigned.size()];
        int count = 0;
        for (Assigned<?> each : assigned) {
            int slot = type.slot(each.field());
            undos[count++] = Undo.changing(state, slot, true, () -> state.load(slot, each.value()));
        }
        for (int slot : slots) {
            if (!hasSlot(undos, count, slot)) {
                undos[count++] = Undo.changing(state, slot, false, () -> state.reset(slot));
            }
        }
        int done = count;
        return () -> {
            for (int i = 0; i < done; i++) {
                undos[i].run(state);
            }
        };
    }

    private static int[] slots(ObjectType<?> type, Collection<Field<?>> fields) {
        int[] slots = new int[fields.size()];
        int count = 0;
        for (Field<?> field : fields) {
            slots[count++] = type.slot(field);
        }
        return slots;
    }

    private static boolean hasSlot(Undo[] undos, int count, int slot) {
        for (int i = 0; i < count; i++) {
            if (undos[i].slot() == slot) {
                return true;
            }
        }
        return false;
    }

    /**
     * Makes fields ones that were never set, read-only fields too.
     *
     * @return what undoes this; fields that somebody set since keep their values, and count as changed
     */
    public static Runnable unloaded(VersionedObject object, Collection<Field<?>> fields) {
        ObjectState state = object;
        ObjectType<?> type = object.objectType();
        List<Undo> undos = new ArrayList<>();
        for (Field<?> field : fields) {
            int slot = type.slot(field);
            undos.add(Undo.changing(state, slot, true, () -> state.unload(slot)));
        }
        return () -> undos.forEach(undo -> undo.run(state));
    }

    private record Undo(
            int slot,
            boolean assigned,
            @Nullable Object now,
            Object before,
            boolean force,
            @Nullable Object saved) {
        /** Changes a slot, and returns what undoes that. */
        static Undo changing(ObjectState state, int slot, boolean assigned, Runnable change) {
            Object now = state.rawAt(slot);
            Object before = state.baselineAt(slot);
            boolean force = state.isForced(slot);
            change.run();
            return new Undo(slot, assigned, now, before, force, state.rawAt(slot));
        }

        void run(ObjectState state) {
            boolean untouched = assigned && state.rawAt(slot) == saved;
            state.restore(slot, untouched ? now : state.rawAt(slot), before, force);
        }
    }
}
