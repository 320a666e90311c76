package org.versionedobjects;

import com.google.common.collect.ImmutableMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What was changed in an object at the moment of asking: which fields, from what, to what, and the changes inside nested
 * objects. Later changes of the object do not show here (those inside a nested object that is still the same one do show
 * in that object, of course).
 *
 * <p>Immutable.
 */
public final class Changes {
    private final ObjectType<?> type;
    private final List<Field<?>> fields;
    private final Object[] before;
    private final @Nullable Object[] after;
    private final Map<String, Changes> nested;

    private Changes(
            ObjectType<?> type,
            List<Field<?>> fields,
            Object[] before,
            @Nullable Object[] after,
            Map<String, Changes> nested) {
        this.type = type;
        this.fields = List.copyOf(fields);
        this.before = before;
        this.after = after;
        this.nested = ImmutableMap.copyOf(nested);
    }

    static Changes of(VersionedObject object) {
        return of(object, new IdentityHashMap<>());
    }

    /** {@code met} has the changes of the objects met so far, empty while one is looked at: so cycles end. */
    private static Changes of(VersionedObject object, Map<VersionedObject, Optional<Changes>> met) {
        met.put(object, Optional.empty());
        ObjectType<?> type = object.objectType();
        int size = type.layout().size();
        Object[] before = new Object[size];
        @Nullable Object[] after = new Object[size];
        for (int slot : type.layout().currentSlots()) {
            before[slot] = object.baselineAt(slot);
            after[slot] = object.rawAt(slot);
        }
        List<Field<?>> fields = object.changedFields();
        Map<String, Changes> nested = new LinkedHashMap<>();
        for (Field<?> field : fields) {
            addNested(object, field, met, nested);
        }
        Changes made = new Changes(type, fields, before, after, nested);
        met.put(object, Optional.of(made));
        return made;
    }

    private static <T extends @Nullable Object> void addNested(
            VersionedObject object,
            Field<T> field,
            Map<VersionedObject, Optional<Changes>> met,
            Map<String, Changes> nested) {
        if (field.type().references().isEmpty()) {
            return;
        }
        field.type().forEachNested(object.get(field), field.name(), (path, each) -> {
            if (each.hasChanges()) {
                Optional<Changes> known = met.get(each);
                (known == null ? Optional.of(of(each, met)) : known).ifPresent(changes -> nested.put(path, changes));
            }
        });
    }

    /** Returns the changed fields, in the order of the wire. */
    public List<Field<?>> fields() {
        return fields;
    }

    /** Returns whether nothing is changed. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Returns whether a field is changed. */
    public boolean contains(Field<?> field) {
        return fields.contains(field);
    }

    /** Returns whether it is known what a field was before: whether {@link #before} can tell. */
    public boolean knows(Field<?> field) {
        return before[type.slot(field)] != ObjectState.Marker.UNKNOWN;
    }

    /**
     * Returns the state when the object was loaded or saved last. It throws {@link UnknownBaselineException} for a field
     * that came with a change from elsewhere.
     */
    public Values before() {
        return new Snapshot(type, before);
    }

    /** Returns the state when these changes were asked for. */
    public Values after() {
        return new Snapshot(type, after);
    }

    /** Returns the changes inside nested objects by path: {@code project}, {@code objects[2]}. */
    public Map<String, Changes> nested() {
        return nested;
    }

    /** Returns a line of {@code field: before → after} for the changed fields, secret ones masked. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", type + "{", "}");
        for (Field<?> field : fields) {
            text.add(line(field));
        }
        return text.toString();
    }

    private boolean isChangedInside(Field<?> field) {
        String name = field.name();
        return nested.keySet().stream().anyMatch(path -> path.equals(name) || path.startsWith(name + "["));
    }

    private String line(Field<?> field) {
        int slot = type.slot(field);
        if (before[slot] == after[slot] && isChangedInside(field)) {
            return field.name() + ": changed inside";
        }
        return field.name() + ": " + StateText.of(field, before[slot]) + " → " + StateText.of(field, after[slot]);
    }
}
