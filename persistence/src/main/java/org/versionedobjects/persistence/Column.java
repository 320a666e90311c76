package org.versionedobjects.persistence;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.StateAccess;
import org.versionedobjects.UnknownBaselineException;
import org.versionedobjects.VersionedObject;

/**
 * A field and its column. Of a reference the column holds the key of the object referred to.
 *
 * @param index the place in the table's list of columns
 * @param slot where objects keep the field
 * @param reference the table of the object referred to; null for a plain column
 * @param form what the column holds for the field's values; of a reference, unused
 */
record Column<T extends @Nullable Object>(
        int index,
        Field<T> field,
        int slot,
        String name,
        @Nullable Table<?> reference,
        ColumnForm form) {

    /** A column is equal to itself only, as its table is. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    boolean isSecret() {
        return field.spec().isSecret()
                || form.hasSecrets()
                || (reference != null && reference.singleKey().isSecret());
    }

    boolean isSetIn(VersionedObject object) {
        return StateAccess.isSet(object, slot);
    }

    /**
     * Returns what the column is to hold for the field's value in the object, which is set.
     *
     * @throws UnsavableException if it cannot hold the value
     */
    @Nullable
    Object valueIn(VersionedObject object) {
        return columnValue(object.objectType(), StateAccess.value(object, slot));
    }

    /**
     * Returns what the column holds for a value of the field.
     *
     * @param what who has the value, for a message
     */
    @Nullable
    Object columnValue(Object what, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (reference == null) {
            return formed(value);
        }
        Column<?> key = reference.singleKey();
        VersionedObject other = (VersionedObject) value;
        Object keyValue = key.isSetIn(other) ? StateAccess.value(other, key.slot) : null;
        if (keyValue == null) {
            throw new UnsavableException(
                    Facts.problem("the " + reference.type() + " that " + what + " refers to has no " + key.name
                                    + ": it was not saved")
                            .withPath(field.name())
                            .withAdvice("create it first"),
                    null);
        }
        return key.formed(keyValue);
    }

    /** Returns what a column value is as the field's type has it: of a reference, the key of the object referred to. */
    @Nullable
    Object fieldValue(@Nullable Object columnValue) {
        if (columnValue == null) {
            return null;
        }
        return reference == null
                ? form.fromColumn(columnValue)
                : reference.singleKey().fieldValue(columnValue);
    }

    /** Returns what a column held as {@link #columnValue} would have it, whatever the driver made of it. */
    @Nullable
    Object normalized(@Nullable Object columnValue) {
        if (columnValue == null) {
            return null;
        }
        if (reference != null) {
            return reference.singleKey().normalized(columnValue);
        }
        Object value = form.fromColumn(columnValue);
        return value == null ? null : formed(value);
    }

    private Object formed(Object value) {
        Object formed = form.toColumn(value);
        if (formed == null) {
            throw new UnsavableException(
                    Facts.problem("no column can hold a value of the class "
                                    + value.getClass().getSimpleName())
                            .withPath(field.name())
                            .withAdvice("declare json(…) for the field, or leave it out of the table: without(…)"),
                    null);
        }
        return formed;
    }

    /**
     * Returns whether the row is to be written because of this column. A reference is changed when it was touched or its
     * key is another one, not when the object behind it is another one with the same key, or is changed inside.
     */
    boolean isDirty(VersionedObject object) {
        if (form.isJson()) {
            return StateAccess.isChanged(object, slot);
        }
        boolean own = StateAccess.isOwnChange(object, slot);
        if (reference == null) {
            return own;
        }
        if (!isSetIn(object)) {
            return false;
        }
        if (!StateAccess.hasBaseline(object, slot)) {
            return own;
        }
        VersionedObject before = (VersionedObject) StateAccess.baseline(object, slot);
        VersionedObject after = (VersionedObject) StateAccess.value(object, slot);
        return StateAccess.isTouched(object, slot) || !isSameKey(reference.singleKey(), before, after);
    }

    private static boolean isSameKey(Column<?> key, @Nullable VersionedObject before, @Nullable VersionedObject after) {
        if (before == null || after == null) {
            return Objects.equals(before, after);
        }
        if (!key.isSetIn(after)) {
            return false;
        }
        Object was = key.storedIn(before);
        return was != null && was.equals(StateAccess.value(after, key.slot));
    }

    /** Returns what the field was when the object was last loaded or saved, or what it is if it never was. */
    private @Nullable Object storedIn(VersionedObject object) {
        if (StateAccess.hasBaseline(object, slot)) {
            return StateAccess.baseline(object, slot);
        }
        return isSetIn(object) ? StateAccess.value(object, slot) : null;
    }

    /** Returns what the row holds as far as the object knows: for the baseline of the field, which must be known. */
    @Nullable
    Object rowValue(VersionedObject object) {
        Object before = StateAccess.baseline(object, slot);
        if (before == null) {
            return null;
        }
        if (reference == null) {
            return formed(before);
        }
        Object key = reference.singleKey().storedIn((VersionedObject) before);
        return key == null ? null : reference.singleKey().formed(key);
    }

    /** Returns whether the row has in this column what it had when the object was last loaded or saved. */
    boolean isRowValue(VersionedObject object, @Nullable Object found) {
        if (!StateAccess.hasBaseline(object, slot)) {
            return false;
        }
        Object before = StateAccess.baseline(object, slot);
        if (before == null || found == null) {
            return Objects.equals(before, found);
        }
        if (form.isJson()) {
            return Objects.equals(formed(withoutChanges(before)), formed(found));
        }
        return reference == null
                ? same(before, found)
                : Objects.equals(rowValue(object), columnValue("the row", found));
    }

    /** Returns the value as it was before objects in it were changed; those of which that is not known stay as they are. */
    @SuppressWarnings("unchecked") // a value of the field
    private Object withoutChanges(Object value) {
        return Objects.requireNonNull(field.type().copy((T) value, Column::reverted));
    }

    private static VersionedObject reverted(VersionedObject object) {
        VersionedObject copy = object.copy();
        try {
            copy.revert();
        } catch (UnknownBaselineException e) {
            return copy;
        }
        return copy;
    }

    @SuppressWarnings("unchecked") // both are values of the field
    private boolean same(Object before, Object found) {
        return field.type().same((T) before, (T) found);
    }

    /** Returns a value of this column for a message. */
    @SuppressWarnings("unchecked") // of a plain column it is a T
    String format(@Nullable Object columnValue) {
        if (isSecret()) {
            return Facts.MASK;
        }
        if (columnValue == null) {
            return "null";
        }
        if (reference != null) {
            return reference.singleKey().format(columnValue);
        }
        Object value = form.isJson() ? null : fieldValue(columnValue);
        return value == null ? columnValue.toString() : field.spec().format((T) value);
    }

    /** Returns the object's value of the field, which is set, for a message. */
    @SuppressWarnings("unchecked") // the value of the field
    String formatIn(VersionedObject object) {
        Object value = StateAccess.value(object, slot);
        if (isSecret()) {
            return Facts.MASK;
        }
        if (value instanceof VersionedObject other && reference != null) {
            Column<?> key = reference.singleKey();
            return key.isSetIn(other) ? key.formatIn(other) : "unsaved";
        }
        return value == null ? "null" : field.spec().format((T) value);
    }
}
