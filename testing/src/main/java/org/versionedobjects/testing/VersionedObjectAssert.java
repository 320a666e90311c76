package org.versionedobjects.testing;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractObjectAssert;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Changes;
import org.versionedobjects.Difference;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Values;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;

/**
 * Assertions on an object: what is set, what changed, in which version it is. None of them loads what is unset. Failures
 * show the object and its changes as {@code toString} does, secret fields masked.
 *
 * @param <O> the class of the object
 */
public final class VersionedObjectAssert<O extends VersionedObject>
        extends AbstractObjectAssert<VersionedObjectAssert<O>, O> {

    VersionedObjectAssert(@Nullable O actual) {
        super(actual, VersionedObjectAssert.class);
    }

    // ---- changes ----

    /** Checks that just these fields are changed, by their own value or inside an object that they hold. */
    public VersionedObjectAssert<O> changedOnly(Field<?>... fields) {
        List<Field<?>> changed = changedFields();
        return check(
                changed.size() == Arrays.stream(fields).distinct().count() && changed.containsAll(own(fields)),
                "the changed fields to be just " + names(own(fields)),
                "they are " + names(changed));
    }

    /** Checks that these fields are changed, whatever else is. */
    public VersionedObjectAssert<O> changed(Field<?>... fields) {
        List<Field<?>> changed = changedFields();
        return check(
                changed.containsAll(own(fields)),
                names(own(fields)) + " to be changed",
                "the changed fields are " + names(changed));
    }

    /** Checks that nothing is changed, neither in the object nor inside the objects that it holds. */
    public VersionedObjectAssert<O> unchanged() {
        List<Field<?>> changed = changedFields();
        return check(changed.isEmpty(), "nothing to be changed", "the changed fields are " + names(changed));
    }

    /** Checks what a field was when the object was loaded or saved last, by the equality of the field's type. */
    public <T extends @Nullable Object> VersionedObjectAssert<O> wasBefore(Field<T> field, T value) {
        Changes changes = changes();
        String expectation = field.name() + " to have been " + text(field, value) + " before";
        check(changes.knows(field), expectation, "what it was is not known");
        return checkValue(changes.before(), field, value, expectation, "it was ");
    }

    /** Checks that a field was not set when the object was loaded or saved last, or that it never was. */
    public VersionedObjectAssert<O> wasUnsetBefore(Field<?> field) {
        Changes changes = changes();
        String expectation = field.name() + " to have been unset before";
        check(changes.knows(field), expectation, "what it was is not known");
        return check(!changes.before().isSet(field), expectation, "it was set");
    }

    // ---- values ----

    /** Checks that these fields hold a value or null. */
    public VersionedObjectAssert<O> isSet(Field<?>... fields) {
        List<Field<?>> unset =
                own(fields).stream().filter(field -> !actual.isSet(field)).toList();
        return check(unset.isEmpty(), names(own(fields)) + " to be set", names(unset) + " is not");
    }

    /** Checks that these fields hold neither a value nor null. */
    public VersionedObjectAssert<O> isUnset(Field<?>... fields) {
        List<Field<?>> set = own(fields).stream().filter(actual::isSet).toList();
        return check(set.isEmpty(), names(own(fields)) + " to be unset", names(set) + " is set");
    }

    /**
     * Checks the value of a field, by the equality of the field's type: decimals by value, bytes by content, and versioned
     * objects by identity; those are compared by {@link #hasSameStateAs}.
     */
    public <T extends @Nullable Object> VersionedObjectAssert<O> has(Field<T> field, T value) {
        isNotNull();
        return checkValue(actual, field, value, field.name() + " to be " + text(field, value), "it is ");
    }

    private <T extends @Nullable Object> VersionedObjectAssert<O> checkValue(
            Values values, Field<T> field, T value, String expectation, String verb) {
        check(values.isSet(field), expectation, verb + "unset");
        T found = values.get(field);
        String shown = text(field, found);
        return check(
                same(field, found, value),
                expectation,
                verb + (shown.equals(text(field, value)) ? "another one that reads the same" : shown));
    }

    private static <T extends @Nullable Object> boolean same(Field<T> field, T one, T other) {
        if (one == null || other == null) {
            return one == other;
        }
        return field.type().same(one, other);
    }

    private static <T extends @Nullable Object> String text(Field<T> field, T value) {
        if (value instanceof VersionedObject object && !field.spec().isSecret()) {
            return object.toString();
        }
        return value == null ? "null" : field.spec().format(value);
    }

    // ---- type and state ----

    /** Checks the type: the same one, not a subtype. */
    public VersionedObjectAssert<O> hasType(ObjectType<?> type) {
        isNotNull();
        return check(actual.objectType() == type, "a " + type, "it is a " + actual.objectType());
    }

    /** Checks the version of the object's type; {@code 1.1} and {@code 1.1.0} are the same. */
    public VersionedObjectAssert<O> hasVersion(String version) {
        isNotNull();
        Version found = actual.objectType().version();
        return check(
                found.compareTo(Version.parse(version)) == 0, "an object of version " + version, "it is of " + found);
    }

    /** Checks in which version the object was read from elsewhere. */
    public VersionedObjectAssert<O> hasReadVersion(String version) {
        isNotNull();
        Optional<Version> found = actual.readVersion();
        return check(
                found.filter(read -> read.compareTo(Version.parse(version)) == 0)
                        .isPresent(),
                "an object that was read in version " + version,
                found.map(read -> "it was read in " + read).orElse("it was not read"));
    }

    /**
     * Checks that another object is in the same state, as {@link VersionedObject#sameState}: of the same type, the same
     * values, the same fields changed, nested objects likewise. The failure lists what differs by path.
     */
    public VersionedObjectAssert<O> hasSameStateAs(VersionedObject other) {
        isNotNull();
        return checkNone(actual.differencesFrom(other), "the same state as " + other);
    }

    /** Checks as {@link #hasSameStateAs}, but whatever is changed: a new object and what was loaded of it are the same. */
    public VersionedObjectAssert<O> hasSameValuesAs(VersionedObject other) {
        isNotNull();
        return checkNone(clean(actual).differencesFrom(clean(other)), "the same values as " + other);
    }

    private static VersionedObject clean(VersionedObject object) {
        VersionedObject copy = object.copy();
        copy.resetChangesDeep();
        return copy;
    }

    private VersionedObjectAssert<O> checkNone(List<Difference> differences, String expectation) {
        return check(differences.isEmpty(), expectation, "it differs:" + lines(differences));
    }

    // ---- messages ----

    private List<Field<?>> changedFields() {
        isNotNull();
        return actual.changedFields();
    }

    private Changes changes() {
        isNotNull();
        return actual.changes();
    }

    /** Returns the fields, which must be of the object. */
    private List<Field<?>> own(Field<?>... fields) {
        isNotNull();
        List<Field<?>> all = List.of(fields);
        all.forEach(actual.objectType()::slot);
        return all;
    }

    private VersionedObjectAssert<O> check(boolean holds, String expectation, String finding) {
        if (!holds) {
            failWithMessage("%s", "Expected " + expectation + ", but " + finding + lines(List.of(shown())));
        }
        return this;
    }

    private String shown() {
        Changes changes = actual.changes();
        return "in " + actual + (changes.isEmpty() ? "" : lines(List.of("with the changes " + text(changes))));
    }

    private static String text(Changes changes) {
        return changes
                + lines(changes.nested().entrySet().stream()
                        .map(each -> "and in " + each.getKey() + " " + text(each.getValue()))
                        .toList());
    }

    private static String lines(Collection<?> all) {
        return all.stream().map(each -> System.lineSeparator() + "  " + each).collect(Collectors.joining());
    }

    private static String names(List<Field<?>> fields) {
        return fields.stream().map(Field::name).toList().toString();
    }
}
