package org.versionedobjects;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The base class of models. An object knows of each of its fields whether it is unset, null or a value, and what it was
 * when the object was loaded or saved last: its <em>baseline</em>. A field is changed if it is set and differs from its
 * baseline, if its baseline is not known, or if {@link #touch} says so; a change inside a nested object shows in every
 * object that holds it.
 *
 * <p>Equality is identity. An object belongs to one thread at a time; it can be handed from one to another.
 */
public abstract class VersionedObject implements Values {
    private final ObjectType<?> type;
    final ObjectState state;

    /**
     * Makes an object with nothing set.
     *
     * @param type the {@code TYPE} of exactly this class
     * @throws InvalidDefinitionException if the definition has problems, or is the definition of another class
     */
    protected VersionedObject(ObjectType<?> type) {
        this.type = checked(type);
        this.state = new ObjectState(this, type.layout());
    }

    @SuppressWarnings("NullAway") // TYPE is null while its class is being initialised
    private ObjectType<?> checked(ObjectType<?> given) {
        String className = getClass().getSimpleName();
        if (given == null) {
            throw new InvalidDefinitionException(
                    "The class " + className,
                    List.of("its TYPE is null: it is declared after something that makes a " + className
                            + "; declare TYPE before"));
        }
        if (given.javaClass() != getClass()) {
            throw new InvalidDefinitionException(
                    "The class " + className,
                    List.of("it passes the type " + given + " of the class "
                            + given.javaClass().getSimpleName()
                            + " to super(); define a TYPE of its own with ObjectType.extending(…)"));
        }
        given.checkUsable();
        return given;
    }

    /** Returns the type of this object. */
    public final ObjectType<?> objectType() {
        return type;
    }

    /** Returns the version in which this object was read from elsewhere; empty if it was not. */
    public final Optional<Version> readVersion() {
        return Optional.ofNullable(state.readVersion);
    }

    @Override
    public final boolean isSet(Field<?> field) {
        return state.isSet(type.slot(field));
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the slot of a Field<T> holds only a T
    public final <T extends @Nullable Object> T get(Field<T> field) {
        int slot = type.slot(field);
        if (!state.isSet(slot)) {
            throw new UnsetFieldException(
                    Facts.problem("the field is not set")
                            .withObject(type)
                            .withPath(field.name())
                            .withAdvice("loaded: " + state.loadedNames()),
                    null);
        }
        return (T) state.value(slot);
    }

    /**
     * Sets a field. The value is checked and, if it is a collection, copied; it is never converted. A value that is the
     * same as the one there is no change.
     *
     * @throws InvalidValueException if the field's type refuses the value; the object is as before
     * @throws ReadOnlyFieldException if the field is read-only and has, or was loaded with, another value
     * @throws UnknownFieldException if the field belongs to another type
     */
    public final <T extends @Nullable Object> void set(Field<T> field, T value) {
        int slot = type.slot(field);
        try {
            state.set(slot, checked(field, value));
        } catch (VersionedObjectException e) {
            throw located(e, field);
        }
    }

    /**
     * Sets a field from an untyped value, converted by the field's type where that loses nothing.
     *
     * @throws InvalidValueException if nothing legal can be made of the value; the object is as before
     * @throws ReadOnlyFieldException as for {@link #set}
     * @throws UnknownFieldException if the field belongs to another type
     */
    public final void setFrom(Field<?> field, @Nullable Object value) {
        setFrom(field, value, Profile.STRICT);
    }

    /** Sets a field from an untyped value, converted by the rules of a profile; fails as {@link #setFrom(Field, Object)}. */
    public final void setFrom(Field<?> field, @Nullable Object value, Profile profile) {
        int slot = type.slot(field);
        try {
            state.set(slot, coerced(field, value, profile));
        } catch (VersionedObjectException e) {
            throw located(e, field);
        }
    }

    /** Returns what to store for a typed value. */
    static <T extends @Nullable Object> T checked(Field<T> field, T value) {
        FieldType<T> fieldType = field.type();
        if (value == null && !fieldType.isNullable()) {
            throw InvalidValueException.expected(fieldType.describe(), null);
        }
        return fieldType.accept(value);
    }

    private static <T extends @Nullable Object> T coerced(Field<T> field, @Nullable Object value, Profile profile) {
        FieldType<T> fieldType = field.type();
        if (value == null && !fieldType.isNullable()) {
            if (field.spec().replacesNull(profile)) {
                return fieldType.accept(field.spec().defaultValue());
            }
            throw InvalidValueException.expected(fieldType.describe(), null);
        }
        return fieldType.coerce(value, profile);
    }

    private VersionedObjectException located(VersionedObjectException e, Field<?> field) {
        VersionedObjectException located = e.within(field.name()).of(type);
        return field.spec().isSecret() ? located.masked() : located;
    }

    /**
     * Sets a field to what a function makes of its value.
     *
     * @throws UnsetFieldException if the field is not set
     */
    public final <T extends @Nullable Object> void update(Field<T> field, UnaryOperator<T> change) {
        set(field, change.apply(get(field)));
    }

    /**
     * Changes a collection: the function gets a copy that can be modified, collections inside it included, which is then
     * set. Versioned objects inside stay the objects they are.
     *
     * @throws UnsetFieldException if the field is not set
     */
    public final <T extends @Nullable Object> void edit(Field<T> field, Consumer<? super T> change) {
        T copy = field.type().mutableCopy(get(field));
        change.accept(copy);
        set(field, copy);
    }

    /**
     * Takes the value out of a field. The baseline stays; an unset field is not a changed one.
     *
     * @throws ReadOnlyFieldException if the field is read-only and was loaded with a value
     */
    public final void unset(Field<?> field) {
        int slot = type.slot(field);
        try {
            state.unset(slot);
        } catch (VersionedObjectException e) {
            throw located(e, field);
        }
    }

    /**
     * Makes a field count as changed whatever its value.
     *
     * @throws UnsetFieldException if the field is not set
     */
    public final void touch(Field<?> field) {
        get(field);
        state.force(type.slot(field));
    }

    /** Sets each field that is unset and has a default to its default. */
    public final void setDefaults() {
        for (Field<?> field : type.fields()) {
            if (field.spec().hasDefault() && !isSet(field)) {
                setDefault(field);
            }
        }
    }

    private <T extends @Nullable Object> void setDefault(Field<T> field) {
        set(field, field.spec().defaultValue());
    }

    /** Returns whether any field is changed, by its own value or inside a nested object. */
    public final boolean hasChanges() {
        return state.hasChanges();
    }

    /** Returns whether a field is changed, by its own value or inside a nested object. */
    public final boolean isChanged(Field<?> field) {
        return state.isChanged(type.slot(field));
    }

    /** Returns what is changed, before and after, as it is now. */
    public final Changes changes() {
        return Changes.of(this);
    }

    /**
     * Puts each changed field back to its baseline, in nested objects as well.
     *
     * @throws UnknownBaselineException if the baseline of any of them is not known; nothing is put back then
     */
    public final void revert() {
        state.revert();
    }

    /** Makes the values of this object's own fields their baselines. Nested objects keep their changes. */
    public final void resetChanges() {
        state.resetAll();
    }

    /** Makes the values of these fields their baselines. Nested objects keep their changes. */
    public final void resetChanges(Field<?>... fields) {
        resetChanges(List.of(fields));
    }

    /** Makes the values of these fields their baselines; of none if none are given. Nested objects keep their changes. */
    public final void resetChanges(Collection<? extends Field<?>> fields) {
        int[] slots = fields.stream().mapToInt(type::slot).toArray();
        for (int slot : slots) {
            state.reset(slot);
        }
    }

    /** Makes the values of this object and of every object in it their baselines, through any collection. */
    public final void resetChangesDeep() {
        state.resetDeep();
    }

    /**
     * Returns a copy: same type and version, same values and baselines, nested objects copied with it. An object that is
     * in the tree twice, or contains itself, does so in the copy.
     */
    public VersionedObject copy() {
        return state.copy();
    }

    /** Returns name and version, then the fields that are set, sorted by name, secret ones masked. Never loads. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(type.name()).append(' ').append(type.version());
        String separator = "{";
        for (Field<?> field : sortedFields()) {
            if (isSet(field)) {
                text.append(separator).append(field.name()).append('=').append(formatted(field));
                separator = ", ";
            }
        }
        return text.append(separator.equals("{") ? "{}" : "}").toString();
    }

    private List<Field<?>> sortedFields() {
        return type.fields().stream().sorted(Comparator.comparing(Field::name)).toList();
    }

    private <T extends @Nullable Object> String formatted(Field<T> field) {
        return field.spec().format(get(field));
    }

    /** Returns the name, and what tells this object from others of its type: uuid or id, if it has one. */
    String label() {
        for (String key : new String[] {"uuid", "id"}) {
            Field<?> field = type.layout().find(key);
            if (field != null && isSet(field)) {
                return type.name() + "(" + formatted(field) + ")";
            }
        }
        return type.name();
    }

    /** Compares identity; ask {@code changes()} or compare fields for state. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }
}
