package org.versionedobjects.persistence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Computer.Rack;
import org.versionedobjects.persistence.KnownDatabase.RowKey;

/**
 * What a model expects in a row, by field: of a reference the key, of an object in JSON what is set in it, anything else
 * as it is.
 */
record KnownRow(Map<Field<?>, @Nullable Object> values) {

    /** Returns what the row has that an object was just read from. */
    static KnownRow of(VersionedObject object) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        for (Field<?> field : object.objectType().fields()) {
            if (object.isSet(field)) {
                values.put(field, contentOf(object.get(field)));
            }
        }
        return new KnownRow(values);
    }

    private static @Nullable Object contentOf(@Nullable Object value) {
        if (value instanceof Rack rack) {
            return rack.get(Rack.ID);
        }
        return value instanceof VersionedObject inside ? of(inside).values() : value;
    }

    /** Returns what a column holds for a value. */
    static @Nullable Object stored(@Nullable Object value) {
        return stored(value, false);
    }

    /** Returns what a column holds for a value as it was before anything inside of it was changed. */
    static @Nullable Object storedBefore(@Nullable Object value) {
        return stored(value, true);
    }

    private static @Nullable Object stored(@Nullable Object value, boolean before) {
        if (!(value instanceof KnownObject known)) {
            return value;
        }
        if (known.object() instanceof Rack) {
            return known.at(Rack.ID).now();
        }
        Map<Field<?>, @Nullable Object> inside = new LinkedHashMap<>();
        for (Field<?> field : known.fields()) {
            KnownField each = known.at(field);
            if (before ? each.wasSet() : each.isSet()) {
                inside.put(field, before ? each.before() : each.now());
            }
        }
        return inside;
    }

    @Nullable
    Object get(Field<?> field) {
        return values.get(field);
    }

    Long number(Field<Long> field) {
        if (values.get(field) instanceof Long number) {
            return number;
        }
        throw new IllegalStateException(field + " is " + values.get(field));
    }

    KnownRow with(Map<Field<?>, @Nullable Object> changed) {
        Map<Field<?>, @Nullable Object> all = new LinkedHashMap<>(values);
        all.putAll(changed);
        return new KnownRow(all);
    }

    // ---- what is read of it ----

    /** Returns what is known of a computer that was just loaded from this row. */
    KnownObject loaded(Computer computer, Map<RowKey, KnownRow> rows) {
        KnownObject known = new KnownObject(computer);
        values.keySet().forEach(field -> known.at(field).loaded(value(field, computer, rows)));
        return known;
    }

    /** Returns what a computer has in a field that was just read from this row: objects are new ones. */
    @Nullable
    Object value(Field<?> field, Computer computer, Map<RowKey, KnownRow> rows) {
        if (field == Computer.DISK) {
            return KnownObject.loaded(computer.get(Computer.DISK), content(field));
        }
        if (field == Computer.RACK && get(field) != null) {
            KnownRow rack = rows.get(new RowKey(Rack.ID, (Long) Objects.requireNonNull(get(field))));
            return KnownObject.loaded(
                    Objects.requireNonNull(computer.get(Computer.RACK)),
                    Objects.requireNonNull(rack).values());
        }
        return get(field);
    }

    @SuppressWarnings("unchecked") // of an object in JSON
    private Map<Field<?>, @Nullable Object> content(Field<?> field) {
        return (Map<Field<?>, @Nullable Object>) Objects.requireNonNull(get(field));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        values.forEach((field, value) -> text.append(text.length() > 1 ? ", " : "")
                .append(field.name())
                .append('=')
                .append(value));
        return text.append('}').toString();
    }
}
