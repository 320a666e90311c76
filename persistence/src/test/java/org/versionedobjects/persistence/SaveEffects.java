package org.versionedobjects.persistence;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.persistence.KnownDatabase.Level;
import org.versionedobjects.persistence.KnownDatabase.RowKey;
import org.versionedobjects.types.SoftDeletable;
import org.versionedobjects.types.Timestamps;

/**
 * What becomes of rows and objects when a call succeeds, and how the objects go back: DESIGN P3, P4 and P9.
 *
 * @param rows what the session sees
 * @param now the time of the call
 * @param level what the call writes
 */
record SaveEffects(Map<RowKey, KnownRow> rows, Instant now, Level level) {
    private static final List<Field<?>> LEFT_BY_UPSERT = List.of(
            Computer.ID,
            Computer.GENERATION,
            Timestamps.CREATED_AT,
            Timestamps.UPDATED_AT,
            SoftDeletable.DELETED_AT,
            SoftDeletable.DELETED);

    /** The row has what is set, and what the store gives to the rest; the object has it, too. */
    void created(KnownObject thing) {
        List<Field<?>> given =
                thing.fields().stream().filter(field -> thing.at(field).isSet()).toList();
        Map<Field<?>, @Nullable Object> starting = new HashMap<>();
        starting.put(SaveRules.generation(thing), 0L);
        if (thing.object() instanceof Computer) {
            starting.put(Timestamps.CREATED_AT, now);
            starting.put(SoftDeletable.DELETED_AT, null);
            starting.put(SoftDeletable.DELETED, false);
        }
        starting.keySet().removeIf(field -> hasValue(thing, field));
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        thing.fields().forEach(field -> row.put(field, null));
        row.putAll(SaveRules.stored(thing, given));
        row.putAll(starting);
        Long id = thing.object().get(SaveRules.key(thing));
        row.put(SaveRules.key(thing), id);
        level.write(new RowKey(SaveRules.key(thing), id), new KnownRow(row));
        saved(thing, given);
        starting.put(SaveRules.key(thing), id);
        taken(thing, starting);
    }

    private static boolean hasValue(KnownObject thing, Field<?> field) {
        return thing.at(field).isSet() && thing.at(field).now() != null;
    }

    private void saved(KnownObject thing, List<Field<?>> fields) {
        for (Field<?> field : fields) {
            KnownField known = thing.at(field);
            level.undo(known.saved());
            if (field == Computer.DISK && known.now() instanceof KnownObject disk) {
                level.undo(disk.saved());
            }
        }
    }

    private void taken(KnownObject thing, Map<Field<?>, @Nullable Object> values) {
        values.forEach((field, value) -> level.undo(thing.at(field).taken(value)));
    }

    /** What a computer refers to was saved before it. */
    void cascaded(@Nullable KnownObject rack) {
        if (rack == null) {
            return;
        }
        KnownRow row = new SaveRules(rows).row(rack);
        if (row == null) {
            created(rack);
        } else {
            updated(rack, row);
        }
    }

    /** The row has what is dirty; what only looked different is clean as well. Returns the fields that were written. */
    List<Field<?>> updated(KnownObject thing, @Nullable KnownRow row) {
        List<Field<?>> dirty = SaveRules.dirty(thing);
        List<Field<?>> clean = thing.fields().stream()
                .filter(field -> dirty.contains(field)
                        || (!SaveRules.isKept(field) && thing.at(field).isOwnChange()))
                .toList();
        if (dirty.isEmpty()) {
            saved(thing, clean);
            return List.of();
        }
        KnownRow before = Objects.requireNonNull(row);
        Map<Field<?>, @Nullable Object> kept = moved(thing, before);
        Map<Field<?>, @Nullable Object> written = SaveRules.stored(thing, dirty);
        written.putAll(kept);
        level.write(key(before, thing), before.with(written));
        saved(thing, clean);
        taken(thing, kept);
        return thing.fields().stream().filter(written::containsKey).toList();
    }

    private static RowKey key(KnownRow row, KnownObject thing) {
        Field<Long> key = SaveRules.key(thing);
        return new RowKey(key, row.number(key));
    }

    /** Returns what every update changes. */
    private Map<Field<?>, @Nullable Object> moved(KnownObject thing, KnownRow row) {
        Map<Field<?>, @Nullable Object> moved = new LinkedHashMap<>();
        Field<Long> generation = SaveRules.generation(thing);
        moved.put(generation, row.number(generation) + 1);
        if (thing.object() instanceof Computer) {
            moved.put(Timestamps.UPDATED_AT, now);
        }
        return moved;
    }

    /** The object takes what others changed, into fields that are unset, too; what they left stays the same object. */
    void takenOver(KnownObject thing, KnownRow row) {
        List<Field<?>> dirty = SaveRules.dirty(thing);
        Map<Field<?>, @Nullable Object> theirs = new LinkedHashMap<>();
        row.values().forEach((field, value) -> {
            KnownField known = thing.at(field);
            if (!dirty.contains(field) && known.wasSet() && SaveRules.isChangedElsewhere(known, value)) {
                theirs.put(field, row.value(field, (Computer) thing.object(), rows));
            }
        });
        taken(thing, theirs);
    }

    /** The row gets what is set and is different, and stays deleted if it is; the object gets what the store keeps. */
    void overwritten(KnownObject thing, KnownRow row) {
        List<Field<?>> given = thing.fields().stream()
                .filter(field -> thing.at(field).isSet() && !LEFT_BY_UPSERT.contains(field))
                .toList();
        Map<Field<?>, @Nullable Object> changed = SaveRules.stored(thing, given);
        changed.entrySet().removeIf(each -> Objects.equals(row.get(each.getKey()), each.getValue()));
        if (!changed.isEmpty()) {
            changed.putAll(moved(thing, row));
            level.write(key(row, thing), row.with(changed));
        }
        saved(thing, given);
        Map<Field<?>, @Nullable Object> left = new LinkedHashMap<>();
        LEFT_BY_UPSERT.forEach(field -> left.put(field, row.with(changed).get(field)));
        taken(thing, left);
    }

    /** The row and the object have what the store keeps, and the next generation; other changes stay. */
    void marked(KnownObject thing, KnownRow row, Map<Field<?>, @Nullable Object> marks) {
        Map<Field<?>, @Nullable Object> all = new LinkedHashMap<>(marks);
        all.put(SaveRules.generation(thing), row.number(SaveRules.generation(thing)) + 1);
        level.write(key(row, thing), row.with(all));
        taken(thing, all);
    }

    /** The object has what the row has. */
    void refreshed(KnownObject thing, KnownRow row) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        row.values().keySet().forEach(field -> values.put(field, row.value(field, (Computer) thing.object(), rows)));
        taken(thing, values);
    }

    /** There is no row; the object is as it was. */
    void deleted(KnownObject thing) {
        level.delete(new RowKey(SaveRules.key(thing), thing.object().get(SaveRules.key(thing))));
    }
}
