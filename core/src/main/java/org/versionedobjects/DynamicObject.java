package org.versionedobjects;

import org.jspecify.annotations.Nullable;

/**
 * An object of a type without a Java class of its own: a description read at run time, a generic tool. It behaves as any
 * other; besides, its fields go by name.
 */
public final class DynamicObject extends VersionedObject {
    DynamicObject(ObjectType<DynamicObject> type) {
        super(type);
    }

    /**
     * Returns the value of the field of a name.
     *
     * @throws UnknownFieldException if there is no such field
     * @throws UnsetFieldException if it is not set
     */
    public @Nullable Object get(String fieldName) {
        return byName().get(fieldName);
    }

    /**
     * Sets the field of a name, converting the value as {@link #setFrom} does.
     *
     * @throws UnknownFieldException if there is no such field
     * @throws InvalidValueException if nothing legal can be made of the value
     */
    public void set(String fieldName, @Nullable Object value) {
        byName().set(fieldName, value);
    }
}
