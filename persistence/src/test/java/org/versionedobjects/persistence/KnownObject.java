package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Changes;
import org.versionedobjects.Field;
import org.versionedobjects.Values;
import org.versionedobjects.VersionedObject;

/** An object, and what a model expects of each of its fields. */
final class KnownObject {
    private final VersionedObject object;
    private final Map<Field<?>, KnownField> fields = new LinkedHashMap<>();

    /** Takes an object with nothing set. */
    KnownObject(VersionedObject object) {
        this.object = object;
        object.objectType().fields().forEach(field -> fields.put(field, new KnownField()));
    }

    /** Takes an object that was just read. */
    static KnownObject loaded(VersionedObject object, Map<Field<?>, @Nullable Object> values) {
        KnownObject known = new KnownObject(object);
        values.forEach((field, value) -> known.at(field).loaded(value));
        return known;
    }

    VersionedObject object() {
        return object;
    }

    Set<Field<?>> fields() {
        return fields.keySet();
    }

    KnownField at(Field<?> field) {
        KnownField known = fields.get(field);
        if (known == null) {
            throw new IllegalArgumentException(field + " is none of " + object.objectType());
        }
        return known;
    }

    /** Sets a field, of the object as well. */
    void set(Field<?> field, @Nullable Object value) {
        put(object, field, value instanceof KnownObject known ? known.object : value);
        at(field).set(value);
    }

    @SuppressWarnings("unchecked") // the caller has the value of the field
    private static <T extends @Nullable Object> void put(
            VersionedObject object, Field<T> field, @Nullable Object value) {
        object.set(field, (T) value);
    }

    boolean isChanged(Field<?> field) {
        KnownField known = at(field);
        return known.isOwnChange() || (known.now() instanceof KnownObject inside && inside.hasChanges());
    }

    boolean hasChanges() {
        return !changed().isEmpty();
    }

    List<Field<?>> changed() {
        List<Field<?>> changed = new ArrayList<>();
        for (Field<?> field : fields()) {
            if (isChanged(field)) {
                changed.add(field);
            }
        }
        return changed;
    }

    /** Makes all that is set what the row has; returns what a rollback does. */
    Runnable saved() {
        List<Runnable> undos = fields.values().stream().map(KnownField::saved).toList();
        return () -> undos.forEach(Runnable::run);
    }

    /** Compares the object with all this. */
    void check() {
        Changes changes = object.changes();
        assertThat(changes.fields()).as("changes of %s", object).containsExactlyElementsOf(changed());
        assertThat(object.hasChanges()).isEqualTo(hasChanges());
        assertThat(changes.nested().keySet()).containsExactlyElementsOf(changedInside());
        for (Field<?> field : fields()) {
            KnownField known = at(field);
            assertThat(object.isChanged(field)).as("%s is changed", field).isEqualTo(isChanged(field));
            assertThat(changes.knows(field))
                    .as("the baseline of %s is known", field)
                    .isTrue();
            check("value", object, field, known.now());
            check("baseline", changes.before(), field, known.before());
        }
    }

    private List<String> changedInside() {
        return fields().stream()
                .filter(field -> at(field).now() instanceof KnownObject inside && inside.hasChanges())
                .map(Field::name)
                .toList();
    }

    private static void check(String what, Values values, Field<?> field, @Nullable Object expected) {
        assertThat(values.isSet(field))
                .as("%s of %s is set", what, field)
                .isEqualTo(expected != KnownField.Nothing.UNSET);
        if (!values.isSet(field)) {
            return;
        }
        Object found = values.get(field);
        if (expected instanceof KnownObject inside) {
            assertThat(found).as("%s of %s", what, field).isSameAs(inside.object);
            inside.check();
        } else {
            assertThat(found).as("%s of %s", what, field).isEqualTo(expected);
        }
    }

    @Override
    public String toString() {
        return object.toString();
    }
}
