package org.versionedobjects;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
public abstract non-sealed class VersionedObject extends ObjectState implements Values {
    /**
     * Makes an object with nothing set.
     *
     * @param type the {@code TYPE} of exactly this class
     * @throws InvalidDefinitionException if the definition has problems, or is the definition of another class
     */
    protected VersionedObject(ObjectType<?> type) {
        super(type);
        if (type.isEphemeral()) {
            setDefaults();
        }
    }

    /** Returns the type of this object. */
    public final ObjectType<?> objectType() {
        return type;
    }

    /**
     * Refuses. Mappers that write what getters return find this one and fail, rather than write an object without its
     * envelope, or as an empty map; {@code ObjectCodec.module()} teaches a Jackson mapper how it is done.
     *
     * @throws UnsupportedOperationException always
     */
    @SuppressWarnings("DoNotCallSuggester") // mappers call it by reflection; the annotation is a dependency more
    public final Object getBeanProperties() {
        throw NoBean.refusal(type);
    }

    /** Returns the version in which this object was read from elsewhere; empty if it was not. */
    public final Optional<Version> readVersion() {
        return Optional.ofNullable(readVersion);
    }

    @Override
    public final boolean isSet(Field<?> field) {
        return isSet(slot(field));
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the slot of a Field<T> holds only a T
    public final <T extends @Nullable Object> T get(Field<T> field) {
        int slot = slot(field);
        if (!isSet(slot)) {
            loadMissing(slot, field);
        }
        Object value = value(slot);
        return value == null ? null : field.handOut((T) value);
    }

    /**
     * Has unset fields of this object filled by a loader when they are asked for; null for the loader of the type, if that
     * has one. A copy keeps it.
     */
    public final void loadWith(@Nullable FieldLoader loader) {
        setLoader(loader);
    }

    /**
     * Sets a field. The value is checked and, if it is a collection, copied; it is never converted. A value that is the
     * same as the one there is no change.
     *
     * @throws InvalidValueException if the field's type refuses the value; the object is as before
     * @throws ReadOnlyFieldException if the field is read-only and has, or was loaded with, another value, or if this
     *     version no longer has it
     * @throws UnknownFieldException if the field belongs to another type
     */
    public final <T extends @Nullable Object> void set(Field<T> field, T value) {
        if (value == null || !setPlain(field, value)) {
            setByRules(field, value);
        }
    }

    private <T extends @Nullable Object> void setByRules(Field<T> field, T value) {
        int slot = slot(field);
        try {
            set(slot, field, checked(field, value));
        } catch (VersionedObjectException e) {
            throw located(e, type, field);
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
        Objects.requireNonNull(profile, "profile");
        int slot = slot(field);
        try {
            set(slot, field, coerced(field, value, profile));
        } catch (VersionedObjectException e) {
            throw located(e, type, field);
        }
    }

    /** Returns what to store for a typed value. */
    static <T extends @Nullable Object> T checked(Field<T> field, T value) {
        if (value != null && field.covers(value)) {
            return value;
        }
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

    /** Returns what to store for a typed value that comes from outside of {@link #set}. */
    static <T extends @Nullable Object> T checkedAt(ObjectType<?> type, Field<T> field, T value) {
        try {
            return checked(field, value);
        } catch (VersionedObjectException e) {
            throw located(e, type, field);
        }
    }

    private static VersionedObjectException located(VersionedObjectException e, ObjectType<?> type, Field<?> field) {
        return located(e, field).of(type);
    }

    /** Returns the exception with the field in front of its path, and without what the field keeps secret. */
    static VersionedObjectException located(VersionedObjectException e, Field<?> field) {
        VersionedObjectException located = e.within(field.name());
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
        int slot = slot(field);
        try {
            unset(slot);
        } catch (VersionedObjectException e) {
            throw located(e, type, field);
        }
    }

    /**
     * Makes a field count as changed whatever its value.
     *
     * @throws UnsetFieldException if the field is not set
     * @throws ReadOnlyFieldException if this version no longer has the field
     */
    public final void touch(Field<?> field) {
        get(field);
        try {
            force(slot(field));
        } catch (VersionedObjectException e) {
            throw located(e, type, field);
        }
    }

    /** Sets each field that is unset and has a default to its default; these fields are changed then. */
    public final void setDefaults() {
        setDefaults(type.fields().stream()
                .filter(field -> field.spec().hasDefault())
                .toList());
    }

    /**
     * Sets those of the given fields that are unset to their defaults.
     *
     * @throws InvalidValueException if any of them has no default; nothing is set then (OVO-35)
     */
    public final void setDefaults(Field<?>... fields) {
        for (Field<?> field : fields) {
            slot(field);
            if (!field.spec().hasDefault()) {
                throw new InvalidValueException(
                        Facts.problem("the field has no default")
                                .withObject(type)
                                .withPath(field.name()),
                        null);
            }
        }
        setDefaults(List.of(fields));
    }

    private void setDefaults(List<? extends Field<?>> fields) {
        for (Field<?> field : fields) {
            if (!isSet(field)) {
                setDefault(field);
            }
        }
    }

    private <T extends @Nullable Object> void setDefault(Field<T> field) {
        set(field, field.spec().defaultValue());
    }

    /** Returns whether any field is changed, by its own value or inside a nested object. */
    public final boolean hasChanges() {
        return ObjectGraph.hasChanges(this);
    }

    /** Returns whether a field is changed, by its own value or inside a nested object. */
    public final boolean isChanged(Field<?> field) {
        return isChanged(slot(field));
    }

    /**
     * Returns the fields that are changed now, by their own values or inside nested objects, in the order of the wire.
     * Where values are asked for as well, {@link #changes()} has them.
     */
    public final List<Field<?>> changedFields() {
        return changed();
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
        ObjectGraph.revert(this);
    }

    /** Makes the values of this object's own fields their baselines. Nested objects keep their changes. */
    public final void resetChanges() {
        resetAll();
    }

    /** Makes the values of these fields their baselines. Nested objects keep their changes. */
    public final void resetChanges(Field<?>... fields) {
        resetChanges(List.of(fields));
    }

    /** Makes the values of these fields their baselines; of none if none are given. Nested objects keep their changes. */
    public final void resetChanges(Collection<? extends Field<?>> fields) {
        int[] slots = fields.stream().mapToInt(type::slot).toArray();
        for (int slot : slots) {
            reset(slot);
        }
    }

    /** Makes the values of this object and of every object in it their baselines, through any collection. */
    public final void resetChangesDeep() {
        ObjectGraph.resetDeep(this);
    }

    /**
     * Returns a copy: same type and version, same values and baselines, nested objects copied with it. An object that is
     * in the tree twice, or contains itself, does so in the copy.
     */
    public VersionedObject copy() {
        return ObjectGraph.copy(this);
    }

    /**
     * Returns the values as they are now, for good: collections and nested objects in them are copies, and those objects
     * refuse to be changed. Immutable.
     */
    public final Values snapshot() {
        return ObjectGraph.snapshot(this);
    }

    /**
     * Returns whether another object is in the same state: of the same type, with the same fields set to the same values
     * and the same fields changed; nested objects are compared likewise, not by identity. Never loads.
     */
    public final boolean sameState(VersionedObject other) {
        return differencesFrom(other).isEmpty();
    }

    /** Returns where the states of this object and another one differ, in the order of the wire; empty if nowhere. */
    public final List<Difference> differencesFrom(VersionedObject other) {
        return new StateComparison().compare(this, other);
    }

    /** Returns the fields by name, for generic code; what is set there is converted as by {@link #setFrom}. */
    public final NamedValues byName() {
        return byName(Profile.STRICT);
    }

    /** Returns the fields by name; what is set there is converted by the rules of a profile. */
    public final NamedValues byName(Profile profile) {
        return new NamedValues(this, Objects.requireNonNull(profile, "profile"));
    }

    // ---- context ----

    /**
     * Returns the application's context that this object travels with in memory: who asks, in which transaction, whatever
     * it is. It is never written, is no part of the state, and a copy has the same one.
     */
    public final Optional<Object> findContext() {
        return Optional.ofNullable(context());
    }

    /** Returns the context if it is of a class; empty if there is none or it is another. */
    public final <C> Optional<C> findContext(Class<C> contextClass) {
        return findContext().filter(contextClass::isInstance).map(contextClass::cast);
    }

    /** Gives this object, and every object in it, a context; null takes it away. */
    public final void setContext(@Nullable Object context) {
        ObjectGraph.setContext(this, context);
    }

    /** Gives this object, and every object in it, another context until the scope is closed. */
    public final ContextScope withContext(@Nullable Object context) {
        return ObjectGraph.withContext(this, context);
    }

    // ---- text and identity ----

    /** Returns name and version, then the fields that are set, sorted by name, secret ones masked. Never loads. */
    @Override
    public String toString() {
        return StateText.of(type, this::rawAt);
    }

    /** Returns the name, and what tells this object from others of its type: uuid or id, if it has one. */
    String label() {
        for (String key : new String[] {"uuid", "id"}) {
            Field<?> field = type.layout().find(key);
            if (field != null && isSet(field)) {
                return type.name() + "(" + StateText.of(field, rawAt(slot(field))) + ")";
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
