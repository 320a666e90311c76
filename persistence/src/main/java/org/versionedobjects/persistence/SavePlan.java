package org.versionedobjects.persistence;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;

/**
 * One change of one row, as data: made from an object without a database, carried out by a {@link Repository}.
 *
 * <p>Values are by field, in the order of the table's columns; for a reference the value is the <em>key</em> of the
 * object referred to. Plans are unmodifiable; the object in them is the one that learns of its save. Their text form
 * masks secrets.
 */
public sealed interface SavePlan {

    /** Returns the table of the row. */
    Table<?> table();

    /** Returns the object that is saved. */
    VersionedObject object();

    /**
     * A new row.
     *
     * @param values what is written
     * @param assigned what of it the object gets when the row was written: generation, creation time
     * @param unsaved the paths of changes that stay: inside objects referred to, in fields without a column
     */
    record Insert(
            Table<?> table,
            VersionedObject object,
            Map<Field<?>, @Nullable Object> values,
            Map<Field<?>, @Nullable Object> assigned,
            List<String> unsaved)
            implements SavePlan {
        /**
         * Puts the values in the order of the table.
         *
         * @throws org.versionedobjects.UnknownFieldException if a field has no column
         */
        public Insert {
            values = RowValues.of(table, values);
            assigned = RowValues.of(table, assigned);
        }

        RowValues row() {
            return (RowValues) values;
        }

        @Override
        public String toString() {
            return "INSERT " + table.name() + " " + Plans.format(table, values);
        }
    }

    /**
     * A row to be changed, if it is still the one expected.
     *
     * @param key the key by which the row is found: the baseline
     * @param expectedGeneration the generation that the row must have, the baseline; empty if the table has none
     * @param values what is written: changed columns, the next generation, the time; empty if no column changed
     * @param assigned what of it the object gets when the row was written
     * @param expected what the row must have besides, see {@link Repository#expecting}
     * @param unlessReferencedBy tables whose rows must not refer to this one; empty but where it is marked as deleted
     * @param accepted fields that need no column written but are clean after this: references to another object with
     *     the same key
     * @param unsaved the paths of changes that stay: inside objects referred to, in fields without a column
     */
    record Update(
            Table<?> table,
            VersionedObject object,
            Map<Field<?>, Object> key,
            OptionalLong expectedGeneration,
            Map<Field<?>, @Nullable Object> values,
            Map<Field<?>, @Nullable Object> assigned,
            List<Expectation> expected,
            List<Table<?>> unlessReferencedBy,
            List<Field<?>> accepted,
            List<String> unsaved)
            implements SavePlan {
        /**
         * Puts the values in the order of the table.
         *
         * @throws org.versionedobjects.UnknownFieldException if a field has no column
         */
        public Update {
            values = RowValues.of(table, values);
            assigned = RowValues.of(table, assigned);
        }

        RowValues row() {
            return (RowValues) values;
        }

        /** Returns whether no column changed, so that there is no statement. */
        public boolean isEmpty() {
            return values.isEmpty();
        }

        @Override
        public String toString() {
            return "UPDATE " + table.name() + " " + Plans.format(table, values) + " WHERE " + Plans.format(table, key)
                    + Plans.at(expectedGeneration) + Plans.and(table, expected) + Plans.unless(unlessReferencedBy);
        }
    }

    /**
     * What a row must have in a column for it to be written, besides key and generation.
     *
     * @param field a field with a column
     * @param values any of these; of a reference, the key of the object referred to
     */
    record Expectation(Field<?> field, List<@Nullable Object> values) {
        /** Copies the list. */
        public Expectation {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }

        /** Returns the field without values, any of which may be secret: {@code token is one of 2}. */
        @Override
        public String toString() {
            return field.name() + " is one of " + values.size();
        }
    }

    /**
     * A row to be deleted, if it is still the one expected.
     *
     * @param key the key by which the row is found: the baseline
     * @param expectedGeneration the generation that the row must have, the baseline; empty if the table has none
     * @param expected what the row must have besides, see {@link Repository#expecting}
     * @param unlessReferencedBy tables whose rows must not refer to this one
     */
    record Delete(
            Table<?> table,
            VersionedObject object,
            Map<Field<?>, Object> key,
            OptionalLong expectedGeneration,
            List<Expectation> expected,
            List<Table<?>> unlessReferencedBy)
            implements SavePlan {
        @Override
        public String toString() {
            return "DELETE " + table.name() + " WHERE " + Plans.format(table, key) + Plans.at(expectedGeneration)
                    + Plans.and(table, expected) + Plans.unless(unlessReferencedBy);
        }
    }

    /** Returns the plan of a new row, with the time of the system's clock; see the other form. */
    static <O extends VersionedObject> Insert insert(Table<O> table, O object) {
        return insert(table, object, Clock.systemUTC().instant());
    }

    /**
     * Returns the plan of a new row: of all fields that are set. The generation starts if it is unset or null, and so
     * does the creation time.
     *
     * @param now the time for {@code createdAt}, cut to microseconds
     * @throws UnsavableException if a given key is unset or null or a generated one is set, or if an object referred to
     *     has no key
     */
    static <O extends VersionedObject> Insert insert(Table<O> table, O object, Instant now) {
        return Plans.insert(table, object, now, SaveOptions.DEFAULT);
    }

    /** Returns the plan of a new row whose generated key is kept if it is set; otherwise as {@link #insert}. */
    static <O extends VersionedObject> Insert insertKeepingKey(Table<O> table, O object, Instant now) {
        return Plans.insert(table, object, now, SaveOptions.DEFAULT.withKeptKey());
    }

    /** Returns the plan of a change, with the time of the system's clock; see the other form. */
    static <O extends VersionedObject> Update update(Table<O> table, O object) {
        return update(table, object, Clock.systemUTC().instant());
    }

    /**
     * Returns the plan of a change: of the changed columns only, on the row of the baseline key at the baseline
     * generation, which moves by one. A change of nothing but {@code createdAt} and {@code updatedAt} changes no row.
     *
     * @param now the time for {@code updatedAt}, cut to microseconds
     * @throws UnsavableException if key or generation are unset, changed, or were changed elsewhere so that their
     *     baselines are not known, or if an object referred to has no key
     */
    static <O extends VersionedObject> Update update(Table<O> table, O object, Instant now) {
        return Plans.update(table, object, now, SaveOptions.DEFAULT);
    }

    /**
     * Returns the plan of a change of nothing but the generation, and the time for {@code updatedAt} if the table has it:
     * other changes of the object stay.
     *
     * @param now the time for {@code updatedAt}, cut to microseconds
     * @throws UnsavableException if the table has neither, or as for {@link #update}
     */
    static <O extends VersionedObject> Update touch(Table<O> table, O object, Instant now) {
        return Plans.touch(table, object, now, SaveOptions.DEFAULT);
    }

    /**
     * Returns the plan that marks a row as deleted, at the baseline generation, which moves by one; other changes of the
     * object stay.
     *
     * @param now the time of the deletion, cut to microseconds
     * @throws UnsavableException if the table has no soft deletion, the object is deleted already, or as for {@link
     *     #update}
     */
    static <O extends VersionedObject> Update softDelete(Table<O> table, O object, Instant now) {
        return Plans.softDelete(table, object, now, SaveOptions.DEFAULT);
    }

    /** Returns the plan that takes the mark of {@link #softDelete} away. */
    static <O extends VersionedObject> Update restore(Table<O> table, O object) {
        return Plans.restore(table, object, SaveOptions.DEFAULT);
    }

    /**
     * Returns the plan of a deletion, of the row of the baseline key at the baseline generation. Other changes of the
     * object do not matter.
     *
     * @throws UnsavableException as for {@link #update}
     */
    static <O extends VersionedObject> Delete delete(Table<O> table, O object) {
        return Plans.delete(table, object, SaveOptions.DEFAULT);
    }
}
