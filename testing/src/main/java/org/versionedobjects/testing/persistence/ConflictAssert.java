package org.versionedobjects.testing.persistence;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.ConcurrentUpdateConflict;
import org.versionedobjects.persistence.Conflict;
import org.versionedobjects.persistence.DuplicateConflict;
import org.versionedobjects.persistence.FailureKind;
import org.versionedobjects.persistence.GoneConflict;
import org.versionedobjects.testing.AbstractVersionedObjectExceptionAssert;
import org.versionedobjects.testing.VersionedObjectAssert;
import org.versionedobjects.testing.VersionedObjectAssertions;

/** Assertions on a conflict: of which kind, on which fields, of which object. */
public final class ConflictAssert extends AbstractVersionedObjectExceptionAssert<ConflictAssert, Conflict> {

    ConflictAssert(@Nullable Conflict actual) {
        super(actual, ConflictAssert.class);
    }

    static Conflict thrownBy(ThrowingCallable code) {
        return thrownBy(code, Conflict.class);
    }

    /** Checks the kind, which is the same on every engine. */
    public ConflictAssert hasKind(FailureKind kind) {
        isNotNull();
        return check("the kind", kind, actual.kind());
    }

    /** Checks that another row has the same values of just these fields, in whatever order. */
    public ConflictAssert isDuplicate(Field<?>... fields) {
        return isOf(DuplicateConflict.class).isOn(fields);
    }

    /** Checks that the row was deleted meanwhile. */
    public ConflictAssert isGone() {
        return isOf(GoneConflict.class);
    }

    /** Checks that the row was changed meanwhile. */
    public ConflictAssert isConcurrentUpdate() {
        return isOf(ConcurrentUpdateConflict.class);
    }

    /** Checks that the row was changed meanwhile, and which generation the object had and which one the row. */
    public ConflictAssert isConcurrentUpdate(long expectedGeneration, long foundGeneration) {
        isConcurrentUpdate();
        ConcurrentUpdateConflict update = (ConcurrentUpdateConflict) actual;
        check("the generation of the object", expectedGeneration, boxed(update.expectedGeneration()));
        return check("the generation of the row", foundGeneration, boxed(update.foundGeneration()));
    }

    private static @Nullable Long boxed(OptionalLong generation) {
        return generation.isPresent() ? generation.getAsLong() : null;
    }

    private ConflictAssert isOf(Class<? extends Conflict> expected) {
        isNotNull();
        return check("the conflict", expected.getSimpleName(), actual.getClass().getSimpleName());
    }

    /** Checks that the conflict is on just these fields, in whatever order. */
    public ConflictAssert isOn(Field<?>... fields) {
        isNotNull();
        return check("the fields", names(Arrays.asList(fields)), names(actual.fields()));
    }

    private static List<String> names(List<Field<?>> fields) {
        return fields.stream().map(Field::toString).sorted().toList();
    }

    /** Checks a value of the object that the conflict is on, by the equality of the field's type; not of a secret one. */
    public <T extends @Nullable Object> ConflictAssert hasValue(Field<T> field, T value) {
        isNotNull();
        Object found = actual.values().get(field);
        boolean same = actual.values().containsKey(field) && same(field, value, found);
        return same ? this : check("the value of " + field.name(), shown(field, value), found(field, found));
    }

    @SuppressWarnings("unchecked") // a value of the field, unless it is masked
    private static <T extends @Nullable Object> boolean same(Field<T> field, T value, @Nullable Object found) {
        if (value == null || found == null || field.spec().isSecret()) {
            return value == null && found == null;
        }
        return field.type().same(value, (T) found);
    }

    private static <T extends @Nullable Object> String found(Field<T> field, @Nullable Object value) {
        return field.spec().isSecret() ? "a secret, which a conflict does not tell" : shown(field, value);
    }

    @SuppressWarnings("unchecked") // a value of the field, unless it is masked
    private static <T extends @Nullable Object> String shown(Field<T> field, @Nullable Object value) {
        if (value == null) {
            return "null";
        }
        return field.spec().isSecret() ? Facts.MASK : field.type().format((T) value);
    }

    /** Checks the name of the table. */
    public ConflictAssert hasTable(String name) {
        isNotNull();
        return check("the table", name, actual.table());
    }

    /** Checks the name of the constraint, as the {@code Table} declares it. */
    public ConflictAssert hasConstraint(String name) {
        isNotNull();
        return check("the constraint", name, actual.constraint().orElse(null));
    }

    /** Checks that it is this very object that could not be saved. */
    public ConflictAssert isOf(VersionedObject object) {
        isNotNull();
        VersionedObject found = actual.object(object.objectType()).orElse(null);
        return object.equals(found) ? this : check("the object", object, found);
    }

    /** Goes on with the object that could not be saved, which must be of a type or of a subtype. */
    public <O extends VersionedObject> VersionedObjectAssert<O> object(ObjectType<O> type) {
        isNotNull();
        O object = actual.object(type).orElse(null);
        if (object == null) {
            check("the object", type.qualifiedName(), actual.facts().object());
        }
        return VersionedObjectAssertions.assertThat(object);
    }
}
