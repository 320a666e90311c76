package org.versionedobjects;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in a field: the extension point. A type decides which values are legal, how they are written and read,
 * and when two are the same. Types compose: {@code Types.listOf(Types.string().nullable())}.
 *
 * <p>Five methods make a type: {@link #describe}, {@link #accept}, {@link #coerce}, {@link #write}, {@link #read}; the
 * rest matters to types that hold other values. Implementations are immutable and thread-safe. They refuse a value with
 * {@link InvalidValueException#expected}; where it stood is added by the caller.
 *
 * @param <T> the Java type of the values
 */
public interface FieldType<T extends @Nullable Object> {

    /** Returns what values these are, as it follows "expected": {@code a UUID}. */
    String describe();

    /**
     * Checks a value that has the right Java type already, and returns what to store: the value itself, or an
     * unmodifiable copy of a collection.
     *
     * @throws InvalidValueException if the value is not legal
     */
    T accept(T value);

    /**
     * Makes a value from what an untyped caller gives. Accepts what loses nothing (42, "42" and 42.0 for an integer)
     * and refuses the rest.
     *
     * @throws InvalidValueException if nothing legal can be made of it
     */
    T coerce(@Nullable Object value);

    /**
     * Makes a value from what an untyped caller gives, by the rules of a profile. Default: those of {@link Profile#STRICT}
     * whatever the profile, which is right for types that oslo does not have.
     *
     * @throws InvalidValueException if nothing legal can be made of it
     */
    default T coerce(@Nullable Object value, Profile profile) {
        Objects.requireNonNull(profile, "profile");
        return coerce(value);
    }

    /** Writes a value; {@link ValueWriter#profile} says in which text form, where there are several. */
    void write(T value, ValueWriter out);

    /**
     * Reads a value; {@link ValueReader#profile} says by which rules. A value of a document that has a fault anywhere may be
     * read twice.
     *
     * @throws InvalidValueException if what stands there is not legal
     */
    T read(ValueReader in);

    /** Returns whether two values are the same, so that a change from one to the other is none. Default: equals. */
    default boolean same(T one, T other) {
        return Objects.equals(one, other);
    }

    /**
     * Returns whether two values are the same but for what is inside versioned objects, which may be different ones: as many
     * elements, the same keys, the same everything else. Default: {@link #same}, right for types without objects.
     */
    default boolean sameShape(T one, T other) {
        return same(one, other);
    }

    /** Returns the text form of a value for logs and {@code toString}. */
    default String format(T value) {
        return String.valueOf(value);
    }

    /**
     * Refuses a change of a field from one value to another, both of which are legal by themselves: for state machines.
     * Asked when a field that is set is set to a value that is not the same; never when an object is read, loaded or
     * reverted. Default: every change is allowed.
     *
     * @throws InvalidValueException if the change is not allowed
     */
    default void checkChange(T from, T to) {}

    /**
     * Refuses that a nullable field goes from a value to null, asked as {@link #checkChange} is; from null it may go to any
     * value. Default: it may.
     *
     * @throws InvalidValueException if the value cannot be left for null
     */
    default void checkChangeToNull(T from) {}

    /** Returns whether values must not be shown: they are masked in {@code toString}, logs and exceptions. */
    default boolean isSecret() {
        return false;
    }

    /**
     * Returns whether a value could be changed in place, as an array can. Such a field hands out copies, made by
     * {@link #handOut}, and so its baseline stays what it was; {@link #accept} and {@link #coerce} copy as well.
     */
    default boolean isMutable() {
        return false;
    }

    /**
     * Returns what a field gives to its reader: the value itself, or a copy if it could be changed in place. Collections
     * in it stay unmodifiable.
     */
    default T handOut(T value) {
        return isMutable() ? mutableCopy(value) : value;
    }

    /** Returns whether null is legal. */
    default boolean isNullable() {
        return false;
    }

    /** Returns what is wrong with this type itself, as clauses; empty for almost all types. */
    default List<String> problems() {
        return List.of();
    }

    /**
     * Returns the versions, of the type that has the field, in which this type got new values, as enums do; none for most
     * types. Types that hold other values pass on theirs.
     */
    default Set<Version> versions() {
        return Set.of();
    }

    /**
     * Returns this type as an older version of the type that has the field knows it: it writes, describes and accepts for
     * each value the one that stands for it there, and reads what this type reads. Default: itself.
     *
     * @param version the version, of the type that has the field
     */
    default FieldType<T> at(Version version) {
        Objects.requireNonNull(version, "version");
        return this;
    }

    /** Returns what versioned objects can stand in values of this type, at any depth; empty for most types. */
    default List<NestedReference> references() {
        return List.of();
    }

    /** Returns whether any versioned object directly inside the value (not inside another one) fits the test. */
    default boolean anyNested(T value, Predicate<? super VersionedObject> test) {
        return false;
    }

    /** Passes on each versioned object directly inside the value, with its path below {@code path}. */
    default void forEachNested(T value, String path, BiConsumer<String, ? super VersionedObject> visitor) {}

    /** Returns a copy in which each versioned object is what {@code copier} makes of it. Default: the value. */
    default T copy(T value, UnaryOperator<VersionedObject> copier) {
        return value;
    }

    /** Returns a copy that can be changed in place, collections inside it included. Default: the value. */
    default T mutableCopy(T value) {
        return value;
    }

    /**
     * Returns the type that says how values are kept where there are types for plain ones, such as columns: of a mapped
     * type that of what it is made of, of a nullable one that of its values. Default: itself.
     */
    default FieldType<?> plainType() {
        return this;
    }

    /** Returns the value as {@link #plainType} has it. Default: itself. */
    default @Nullable Object plainValue(T value) {
        return value;
    }

    /**
     * Returns a class whose objects need no look, since none can be changed in place, each is a value of this type as it
     * is, two of them are the same exactly if they are equal, and any may follow any other. Null if there is none. Default:
     * null, which is never wrong.
     */
    default @Nullable Class<?> coveredClass() {
        return null;
    }

    /**
     * Returns what values of this type look like as JSON, as they are written; what is read besides is not told. Default:
     * anything, which is never wrong.
     */
    default ValueSchema schema(SchemaContext context) {
        Objects.requireNonNull(context, "context");
        return ValueSchema.ANYTHING;
    }

    /**
     * Returns this type as data, by which a lock file tells whether it changed. Default: what {@link #describe} says, under
     * {@link TypeDescription#CUSTOM}, which sees no change that the text does not tell; a type of an application's own
     * that has options describes them better itself.
     *
     * @param names tells the names of the types of versioned objects that stand in values
     */
    default TypeDescription description(ReferenceNames names) {
        Objects.requireNonNull(names, "names");
        return TypeDescription.of(TypeDescription.CUSTOM).with("description", describe());
    }

    /** Returns this type with null as a legal value. */
    default FieldType<@Nullable T> nullable() {
        return new NullableType<>(this);
    }

    /** Returns this type as a field that is set once. */
    default FieldSpec<T> readOnly() {
        return FieldSpec.of(this).readOnly();
    }

    /** Returns this type as a field whose values never show in {@code toString}, logs and exceptions. */
    default FieldSpec<T> secret() {
        return FieldSpec.of(this).secret();
    }

    /** Returns this type as a field that older versions than the given one do not have. */
    default FieldSpec<T> since(String version) {
        return FieldSpec.of(this).since(version);
    }

    /** Returns this type as a field that the given version and later ones no longer have. */
    default FieldSpec<T> removedIn(String version) {
        return FieldSpec.of(this).removedIn(version);
    }

    /** Returns this type as a field that had another name before a version. */
    default FieldSpec<T> renamedFrom(String before, String version) {
        return FieldSpec.of(this).renamedFrom(before, version);
    }

    /**
     * Returns this type as a field whose values had another form before a version; see
     * {@link FieldSpec#changedIn(String, FieldSpec, Function, Function)}.
     */
    default <S extends @Nullable Object> FieldSpec<T> changedIn(
            String version,
            FieldType<S> before,
            Function<? super T, ? extends S> down,
            Function<? super S, ? extends T> up) {
        return FieldSpec.of(this).changedIn(version, before, down, up);
    }

    /** Returns this type as a field whose values had another form before a version, which had changed before. */
    default <S extends @Nullable Object> FieldSpec<T> changedIn(
            String version,
            FieldSpec<S> before,
            Function<? super T, ? extends S> down,
            Function<? super S, ? extends T> up) {
        return FieldSpec.of(this).changedIn(version, before, down, up);
    }

    /** Returns this type as a field whose values had another form before a version. */
    default FieldSpec<T> changedIn(String version, ValueChange<T, ?> change) {
        return FieldSpec.of(this).changedIn(version, change);
    }

    /** Returns this type as a field with a default, which is applied on request only. */
    default FieldSpec<T> defaultsTo(T value) {
        return FieldSpec.of(this).defaultsTo(value);
    }

    /**
     * Returns the value in plain Java: maps, lists, text, numbers, booleans and null, as JSON would hold it.
     *
     * @throws UnsupportedOperationException if there are versioned objects in the value; the codec writes those
     */
    default @Nullable Object toPrimitive(T value) {
        return toPrimitive(value, Profile.STRICT);
    }

    /** Returns the value in plain Java, in the text forms of a profile; as {@link #toPrimitive(Object)}. */
    default @Nullable Object toPrimitive(T value, Profile profile) {
        PrimitiveWriter out = new PrimitiveWriter(PrimitiveWriter.DEFAULT_DEPTH, profile);
        write(value, out);
        return out.result();
    }

    /**
     * Makes a value of its plain Java form.
     *
     * @throws InvalidValueException if it is not the form of a legal value
     * @throws UnsupportedOperationException if there are versioned objects in the value; the codec reads those
     */
    default T fromPrimitive(@Nullable Object primitive) {
        return fromPrimitive(primitive, Profile.STRICT);
    }

    /** Makes a value of its plain Java form, by the rules of a profile; as {@link #fromPrimitive(Object)}. */
    default T fromPrimitive(@Nullable Object primitive, Profile profile) {
        Objects.requireNonNull(profile, "profile");
        if (primitive == null && !isNullable()) {
            throw InvalidValueException.expected(describe(), null);
        }
        return read(new PrimitiveReader(primitive, PrimitiveWriter.DEFAULT_DEPTH, profile));
    }
}
