package org.versionedobjects.persistence;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;

/**
 * What rows must be like, in terms of fields: for {@link Repository#query} and {@link Repository#findAll(Condition)}.
 *
 * <pre>{@code
 * Condition open = Condition.equal(Volume.STATE, "available").or(Condition.isNull(Volume.SIZE));
 * Condition theirs = Condition.in(Consumer.PROJECT, Condition.equal(Project.EXTERNAL_ID, "p"));
 * }</pre>
 *
 * <p>A condition is true or false of a row, as one in Java is of an object; there is no third answer. So null is a value
 * like others where conditions ask for equality: {@code equal(FIELD, null)} is {@code isNull(FIELD)}, {@code
 * notEqual(FIELD, 5)} is true of null. Null is neither less nor greater than anything, nor does it start with a text; and
 * {@code not()} turns each answer around, that for null included.
 *
 * <p>Values are compared as the database compares what the column holds: texts by its collation, which on some
 * engines has no case. They are parameters of the statement, never a part of its text. The text form masks secrets.
 *
 * <p>Immutable and thread-safe, if the values are. A field that has no column in the table is an {@link
 * org.versionedobjects.UnknownFieldException} where the condition is used.
 */
public final class Condition {
    private final Criterion criterion;

    private Condition(Criterion criterion) {
        this.criterion = criterion;
    }

    Criterion criterion() {
        return criterion;
    }

    // ---- equality ----

    /** Returns the condition that a field has a value, or null. */
    public static <T extends @Nullable Object> Condition equal(Field<T> field, T value) {
        return new Condition(new Criterion.AnyOf(field, Collections.singletonList(value)));
    }

    /** Returns the condition that a field has another value, or null; if the value is null, that it has any. */
    public static <T extends @Nullable Object> Condition notEqual(Field<T> field, T value) {
        return equal(field, value).not();
    }

    /** Returns the condition that a field has one of several values, of which null may be one; of none it is false. */
    public static <T extends @Nullable Object> Condition in(Field<T> field, Collection<? extends T> values) {
        return new Condition(new Criterion.AnyOf(field, Collections.unmodifiableList(Arrays.asList(values.toArray()))));
    }

    /** Returns the condition that a field is null. */
    public static Condition isNull(Field<?> field) {
        return new Condition(new Criterion.AnyOf(field, Collections.singletonList(null)));
    }

    /** Returns the condition that a field has a value. */
    public static Condition isNotNull(Field<?> field) {
        return isNull(field).not();
    }

    /**
     * Returns the condition that a field refers to an object of which another condition is true. It is false if the field
     * is null, or if the row that it refers to is missing.
     */
    public static Condition in(Field<? extends @Nullable VersionedObject> reference, Condition condition) {
        return new Condition(new Criterion.Referring(reference, condition.criterion));
    }

    // ---- order ----

    /** Returns the condition that a field is less than a value. */
    public static <T extends @Nullable Object> Condition less(Field<T> field, T value) {
        return compared(field, Comparison.LESS, value);
    }

    /** Returns the condition that a field is less than a value, or equal. */
    public static <T extends @Nullable Object> Condition lessOrEqual(Field<T> field, T value) {
        return compared(field, Comparison.LESS_OR_EQUAL, value);
    }

    /** Returns the condition that a field is greater than a value. */
    public static <T extends @Nullable Object> Condition greater(Field<T> field, T value) {
        return compared(field, Comparison.GREATER, value);
    }

    /** Returns the condition that a field is greater than a value, or equal. */
    public static <T extends @Nullable Object> Condition greaterOrEqual(Field<T> field, T value) {
        return compared(field, Comparison.GREATER_OR_EQUAL, value);
    }

    /** Returns the condition that a field is between two values, or equal to one of them. */
    public static <T extends @Nullable Object> Condition between(Field<T> field, T from, T to) {
        return greaterOrEqual(field, from).and(lessOrEqual(field, to));
    }

    private static Condition compared(Field<?> field, Comparison comparison, @Nullable Object value) {
        return new Condition(new Criterion.Compared(field, comparison, Objects.requireNonNull(value, "value")));
    }

    // ---- texts ----

    /** Returns the condition that a field's text starts with another, in which no character has a meaning of its own. */
    public static Condition startsWith(Field<? extends @Nullable String> field, String text) {
        return new Condition(new Criterion.Like(field, Objects.requireNonNull(text, "text"), false));
    }

    /** Returns the condition that a field's text has another in it, in which no character has a meaning of its own. */
    public static Condition contains(Field<? extends @Nullable String> field, String text) {
        return new Condition(new Criterion.Like(field, Objects.requireNonNull(text, "text"), true));
    }

    // ---- several ----

    /** Returns the condition that both are true. */
    public Condition and(Condition other) {
        return all(List.of(this, other));
    }

    /** Returns the condition that one of two is true, or both. */
    public Condition or(Condition other) {
        return any(List.of(this, other));
    }

    /** Returns the condition that this one is false. */
    public Condition not() {
        return new Condition(new Criterion.Not(criterion));
    }

    /** Returns the condition that all are true; of none it is true. */
    public static Condition all(Collection<Condition> conditions) {
        return new Condition(Criterion.Joined.of(true, criteria(conditions)));
    }

    /** Returns the condition that one at least is true; of none it is false. */
    public static Condition any(Collection<Condition> conditions) {
        return new Condition(Criterion.Joined.of(false, criteria(conditions)));
    }

    private static List<Criterion> criteria(Collection<Condition> conditions) {
        return conditions.stream().map(Condition::criterion).toList();
    }

    /** Returns the condition for people: {@code (state = 'error' and size is null)}. */
    @Override
    public String toString() {
        return criterion.toString();
    }
}
