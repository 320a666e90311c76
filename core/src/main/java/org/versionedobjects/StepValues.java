package org.versionedobjects;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object as one of its versions has them, for a step between that version and the one before
 * ({@link ObjectType.Definition#step}): by the names and in the types of that version, those that it removed included.
 *
 * <p>Confined to one thread and one call of a step.
 */
public interface StepValues {
    /** Returns the names of the fields that are set, in the order of the wire. */
    List<String> names();

    /**
     * Returns whether a field is set.
     *
     * @throws UnknownFieldException if there is none of that name here
     */
    boolean isSet(String name);

    /**
     * Returns the value of a field; null for null.
     *
     * @throws UnknownFieldException if there is none of that name here
     * @throws UnsetFieldException if it is not set
     */
    @Nullable
    Object get(String name);

    /**
     * Returns the value of a field that is of a class.
     *
     * @throws InvalidValueException if it is null or of another class
     */
    default <T> T get(String name, Class<T> javaClass) {
        Object value = get(name);
        if (!javaClass.isInstance(value)) {
            throw InvalidValueException.expected("a " + javaClass.getSimpleName(), value)
                    .within(name);
        }
        return javaClass.cast(value);
    }

    /**
     * Sets a field, converted where that loses nothing. The field counts as changed if a field that this step has read
     * before is changed.
     *
     * @throws UnknownFieldException if there is none of that name here
     * @throws InvalidValueException if the type that the field has in this version refuses the value
     */
    void put(String name, @Nullable Object value);

    /** Takes the value out of a field; an unset one stays so. */
    void remove(String name);
}
