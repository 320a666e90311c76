package org.versionedobjects.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.persistence.Computer.Rack;
import org.versionedobjects.persistence.KnownDatabase.RowKey;
import org.versionedobjects.types.SoftDeletable;
import org.versionedobjects.types.Timestamps;

/** What a save writes, and what refuses it: DESIGN P3, P5 and P9, on what a model knows of an object and of the rows. */
record SaveRules(Map<RowKey, KnownRow> rows) {
    private static final List<Field<?>> KEPT = List.of(
            Computer.ID, Rack.ID, Computer.GENERATION, Rack.GENERATION, Timestamps.CREATED_AT, Timestamps.UPDATED_AT);

    static Field<Long> key(KnownObject object) {
        return object.object() instanceof Rack ? Rack.ID : Computer.ID;
    }

    static Field<Long> generation(KnownObject object) {
        return object.object() instanceof Rack ? Rack.GENERATION : Computer.GENERATION;
    }

    static boolean isKept(Field<?> field) {
        return KEPT.contains(field);
    }

    /** Returns the row that an object is of, by its key; null if there is none. */
    @Nullable
    KnownRow row(KnownObject object) {
        return object.at(key(object)).now() instanceof Long id ? rows.get(new RowKey(key(object), id)) : null;
    }

    /** Returns the object that a computer refers to; null if it is to none. */
    static @Nullable KnownObject rack(KnownObject computer) {
        return computer.object() instanceof Computer
                        && computer.at(Computer.RACK).now() instanceof KnownObject rack
                ? rack
                : null;
    }

    static boolean hasKey(KnownObject object) {
        return object.at(key(object)).isSet();
    }

    // ---- what is written ----

    static List<Field<?>> dirty(KnownObject object) {
        return object.fields().stream()
                .filter(field -> !isKept(field) && isDirty(object, field))
                .toList();
    }

    /** A reference is dirty by its key, a column of JSON by what is in it, any other by its value. */
    private static boolean isDirty(KnownObject object, Field<?> field) {
        KnownField known = object.at(field);
        if (field == Computer.DISK) {
            return object.isChanged(field);
        }
        if (field == Computer.RACK && known.wasSet() && !known.isTouched()) {
            return known.isSet()
                    && !Objects.equals(KnownRow.stored(known.now()), KnownRow.storedBefore(known.before()));
        }
        return known.isOwnChange();
    }

    static Map<Field<?>, @Nullable Object> stored(KnownObject object, List<Field<?>> fields) {
        Map<Field<?>, @Nullable Object> stored = new LinkedHashMap<>();
        fields.forEach(
                field -> stored.put(field, KnownRow.stored(object.at(field).now())));
        return stored;
    }

    // ---- what refuses it ----

    /** RowKey and generation must be those that the object was loaded or saved with. */
    private static boolean isTracked(KnownObject object, Field<Long> field) {
        KnownField known = object.at(field);
        return known.isSet() && known.wasSet() && !known.isOwnChange();
    }

    private static boolean refersToUnsaved(KnownObject object) {
        KnownObject rack = rack(object);
        return rack != null && !hasKey(rack);
    }

    /** Returns what becomes of a write of the row that an object was loaded from, if it has the expected values. */
    Verdict write(KnownObject object, Map<Field<?>, @Nullable Object> expected) {
        if (!isTracked(object, key(object)) || !isTracked(object, generation(object))) {
            return Verdict.refused(UnsavableException.class);
        }
        KnownRow row = row(object);
        if (row == null) {
            return Verdict.refused(GoneConflict.class);
        }
        Long found = row.number(generation(object));
        if (!found.equals(object.at(generation(object)).now())) {
            return Verdict.changed(List.of(generation(object)), found);
        }
        Map<Field<?>, @Nullable Object> actual = new LinkedHashMap<>();
        expected.forEach((field, value) -> {
            if (!Objects.equals(row.get(field), value)) {
                actual.put(field, row.get(field));
            }
        });
        return actual.isEmpty() ? Verdict.SUCCESS : Verdict.unexpected(actual);
    }

    Verdict save(KnownObject object, Map<Field<?>, @Nullable Object> expected, boolean rackIsSaved) {
        Verdict write = write(object, expected);
        if (write.refusal() == UnsavableException.class) {
            return write;
        }
        List<Field<?>> dirty = dirty(object);
        if (dirty.contains(Computer.RACK) && refersToUnsaved(object) && !rackIsSaved) {
            return Verdict.refused(UnsavableException.class);
        }
        return dirty.isEmpty() ? Verdict.SUCCESS : write;
    }

    /** What others changed is no conflict, unless it is something that is changed here, or the row is deleted softly. */
    Verdict rebasingSave(KnownObject object) {
        Verdict save = save(object, Map.of(), false);
        KnownRow row = row(object);
        if (save.refusal() != ConcurrentUpdateConflict.class || row == null) {
            return save;
        }
        if (row.get(SoftDeletable.DELETED_AT) != null && !isDeleted(object)) {
            return Verdict.refused(GoneConflict.class);
        }
        List<Field<?>> both = dirty(object).stream()
                .filter(field -> isChangedElsewhere(object.at(field), row.get(field)))
                .toList();
        return both.isEmpty() ? Verdict.SUCCESS : Verdict.changed(both, row.number(generation(object)));
    }

    static boolean isChangedElsewhere(KnownField known, @Nullable Object stored) {
        return !known.wasSet() || !Objects.equals(KnownRow.storedBefore(known.before()), stored);
    }

    Verdict create(KnownObject object, boolean rackIsSaved) {
        if (hasKey(object) || (refersToUnsaved(object) && !rackIsSaved)) {
            return Verdict.refused(UnsavableException.class);
        }
        return object.object() instanceof Computer && namesake(object) != null
                ? Verdict.refused(DuplicateConflict.class)
                : Verdict.SUCCESS;
    }

    /** Returns the row with the natural key of a computer. */
    @Nullable
    KnownRow namesake(KnownObject computer) {
        return KnownDatabase.computer(
                rows, String.valueOf(computer.at(Computer.NAME).now()));
    }

    /** Returns what becomes of the object that is referred to, when it is saved first. */
    Verdict cascade(@Nullable KnownObject rack) {
        if (rack == null) {
            return Verdict.SUCCESS;
        }
        return hasKey(rack) ? save(rack, Map.of(), false) : create(rack, false);
    }

    Verdict upsert(KnownObject computer) {
        KnownRow row = namesake(computer);
        KnownField generation = computer.at(Computer.GENERATION);
        boolean isGone = isTracked(computer, Computer.ID) && row(computer) == null;
        if (isGone && (row != null || (generation.isSet() && generation.wasSet()))) {
            return Verdict.refused(GoneConflict.class);
        }
        if (row == null) {
            return create(computer, false);
        }
        Long found = row.number(Computer.GENERATION);
        if (generation.isSet() && !found.equals(generation.now())) {
            return Verdict.changed(List.of(Computer.GENERATION), found);
        }
        return refersToUnsaved(computer) ? Verdict.refused(UnsavableException.class) : Verdict.SUCCESS;
    }

    Verdict refresh(KnownObject object) {
        if (!isTracked(object, key(object))) {
            return Verdict.refused(UnsavableException.class);
        }
        return row(object) == null ? Verdict.refused(GoneConflict.class) : Verdict.SUCCESS;
    }

    static boolean isDeleted(KnownObject computer) {
        KnownField at = computer.at(SoftDeletable.DELETED_AT);
        return at.isSet() && at.now() != null;
    }
}
