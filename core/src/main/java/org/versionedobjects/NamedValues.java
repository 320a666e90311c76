package org.versionedobjects;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object by their names, and its computed properties: for generic code, which has no descriptors. A view:
 * what is set here is set in the object, by the rules of a profile. What oslo.versionedobjects gives by its dictionary
 * mixin (OVO-73), without its surprises: an unknown name is always an error.
 *
 * <p>Confined to the thread of the object.
 */
public final class NamedValues {
    private final VersionedObject object;
    private final Profile profile;

    NamedValues(VersionedObject object, Profile profile) {
        this.object = object;
        this.profile = profile;
    }

    /** Returns the names of all fields, in the order of the wire; computed properties follow. */
    public List<String> names() {
        return object.objectType().names();
    }

    /** Returns the names of the fields that are set, in the order of the wire. */
    public Set<String> setNames() {
        return Collections.unmodifiableSet(asMap().keySet());
    }

    /**
     * Returns the value of a field or of a computed property.
     *
     * @throws UnknownFieldException if there is neither
     * @throws UnsetFieldException if the field is not set, and no loader fills it
     */
    public @Nullable Object get(String name) {
        ObjectType<?> type = object.objectType();
        return type.isComputed(name) ? type.compute(object, name) : object.get(type.field(name));
    }

    /**
     * Sets a field, converting the value as {@link VersionedObject#setFrom(Field, Object, Profile)} does.
     *
     * @throws UnknownFieldException if there is no such field
     * @throws InvalidValueException if nothing legal can be made of the value
     * @throws ReadOnlyFieldException if the field, or the property, cannot be set
     */
    public void set(String name, @Nullable Object value) {
        object.setFrom(settable(name), value, profile);
    }

    /**
     * Sets several fields, in the order of the map; all of them or none.
     *
     * @throws VersionedObjectException as for {@link #set}; the object is as before then
     */
    public void setAll(Map<String, ?> values) {
        Runnable undo = object.checkpoint();
        boolean done = false;
        try {
            values.forEach(this::set);
            done = true;
        } finally {
            if (!done) {
                undo.run();
            }
        }
    }

    private Field<?> settable(String name) {
        ObjectType<?> type = object.objectType();
        if (type.isComputed(name)) {
            throw new ReadOnlyFieldException(
                    Facts.problem("the property is computed and cannot be set")
                            .withObject(type)
                            .withPath(name),
                    null);
        }
        return type.field(name);
    }

    /** Returns whether a field is set; a computed property never is, since it is no field. */
    public boolean isSet(String name) {
        ObjectType<?> type = object.objectType();
        return !type.isComputed(name) && object.isSet(type.field(name));
    }

    /** Returns whether a field is changed. */
    public boolean isChanged(String name) {
        ObjectType<?> type = object.objectType();
        return !type.isComputed(name) && object.isChanged(type.field(name));
    }

    /** Takes the value out of a field. */
    public void unset(String name) {
        object.unset(settable(name));
    }

    /** Returns the fields that are set with their values, in the order of the wire; unmodifiable, as it is now. */
    public Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Field<?> field : object.objectType().fields()) {
            if (object.isSet(field)) {
                map.put(field.name(), object.get(field));
            }
        }
        return Collections.unmodifiableMap(map);
    }

    /** Returns the fields that are set, as the object's text does. */
    @Override
    public String toString() {
        return object.toString();
    }
}
