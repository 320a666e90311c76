package org.versionedobjects;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A handle on one field: {@code public static final} on a model or a mixin, and the one vocabulary for values, changes,
 * columns and errors. It knows a name and what may stand there; where the field stands, and since when, the
 * {@link ObjectType} knows, since one handle may serve several types (subclasses, mixins).
 *
 * <p>Immutable and thread-safe; equal only to itself.
 *
 * @param <T> the Java type of its values; {@code @Nullable} if null is one
 */
public final class Field<T extends @Nullable Object> {
    private final String name;
    private final FieldSpec<T> spec;
    private final FieldType<T> type;
    private final String owner;

    /** Stands for what declares it: a type or a mixin. */
    final Object declarer;

    /** Where it stands among the slots of its declarer. */
    final int place;

    private final boolean handsOutCopies;
    private final @Nullable Class<?> coveredClass;

    Field(String owner, String name, FieldSpec<T> spec, Object declarer, int place) {
        this.owner = Objects.requireNonNull(owner);
        this.name = Objects.requireNonNull(name);
        this.spec = Objects.requireNonNull(spec);
        this.type = spec.type();
        this.declarer = declarer;
        this.place = place;
        this.handsOutCopies = type.isMutable();
        this.coveredClass = type.coveredClass();
    }

    /** Returns whether a value is of the class that {@link FieldType#coveredClass} tells. */
    boolean covers(Object value) {
        return value.getClass() == coveredClass;
    }

    /** Returns what a caller may get of a stored value: the value, or a copy where it could be changed in place. */
    T handOut(T value) {
        return handsOutCopies ? type.handOut(value) : value;
    }

    /** Returns the name on the wire, in errors and, by convention, of the column. */
    public String name() {
        return name;
    }

    /** Returns the type of its values. */
    public FieldType<T> type() {
        return type;
    }

    /** Returns the type together with the options of the field. */
    public FieldSpec<T> spec() {
        return spec;
    }

    /** Returns the type or mixin that declares the field, for messages: {@code placement.Consumer}. */
    public String owner() {
        return owner;
    }

    /** Returns owner and name: {@code placement.Consumer.uuid}. */
    @Override
    public String toString() {
        return owner + "." + name;
    }
}
