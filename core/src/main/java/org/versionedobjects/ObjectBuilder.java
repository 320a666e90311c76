package org.versionedobjects;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects in one expression; started by {@link ObjectType#with}. Each {@link #build} makes an independent object.
 * Confined to one thread.
 *
 * @param <O> the class of the objects
 */
public final class ObjectBuilder<O extends VersionedObject> {
    private final ObjectType<O> type;
    private final List<Field<?>> given = new ArrayList<>();
    private final List<Consumer<O>> assignments = new ArrayList<>();

    ObjectBuilder(ObjectType<O> type) {
        this.type = type;
    }

    /** Sets one more field, read-only ones included. */
    public <T extends @Nullable Object> ObjectBuilder<O> with(Field<T> field, T value) {
        Objects.requireNonNull(field, "field");
        given.add(field);
        assignments.add(object -> object.set(field, value));
        return this;
    }

    /**
     * Makes the object.
     *
     * @throws InvalidValueException if a field refuses its value
     * @throws InvalidDefinitionException if the definition of the type has problems
     */
    public O build() {
        O object = type.newObject();
        if (type.isEphemeral()) {
            given.forEach(object::unset); // what is given goes before a default, as if that were applied last
        }
        assignments.forEach(assignment -> assignment.accept(object));
        return object;
    }
}
