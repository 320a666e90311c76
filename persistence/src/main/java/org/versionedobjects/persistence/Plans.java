package org.versionedobjects.persistence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.StateAccess;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;

/** Makes plans: the rules of what is written, and what is refused. */
final class Plans {
    private Plans() {}

    static <O extends VersionedObject> SavePlan.Insert insert(
            Table<O> table, O object, Instant now, SaveOptions options) {
        checkType(table, object);
        RowValues values = new RowValues(table);
        RowValues assigned = new RowValues(table);
        RowValues starting = startingValues(table, now);
        for (Column<?> column : table.columns()) {
            if (table.isKey(column)) {
                checkNewKey(table, object, column, options.keepKey());
            }
            if (starting.has(column) && !hasValue(object, column)) {
                values.put(column, starting.at(column));
                assigned.put(column, starting.at(column));
            } else if (column.isSetIn(object)) {
                values.put(column, valueOf(object, column));
            }
        }
        List<String> unsaved = UnsavedChanges.of(table, object, values::has);
        return new SavePlan.Insert(table, object, values, assigned, unsaved);
    }

    /** Returns what the store gives to the columns that it keeps, unless the object has a value. */
    static RowValues startingValues(Table<?> table, Instant now) {
        RowValues starting = new RowValues(table);
        if (table.generation() != null) {
            starting.put(table.generation(), table.firstGeneration());
        }
        if (table.createdAt() != null) {
            starting.put(table.createdAt(), cut(now));
        }
        SoftDeletion deletion = table.softDeletion();
        if (deletion != null) {
            deletion.putInto(starting, null);
        }
        return starting;
    }

    private static void checkNewKey(Table<?> table, VersionedObject object, Column<?> column, boolean keepKey) {
        if (column.equals(table.generatedKey())) {
            if (column.isSetIn(object) && !keepKey) {
                throw refused(object, column, "the key is set, but the database makes it", "use keepKey() to keep it");
            }
        } else if (!hasValue(object, column)) {
            throw refused(object, column, "the key has no value", null);
        }
    }

    private static boolean hasValue(VersionedObject object, Column<?> column) {
        return column.isSetIn(object) && StateAccess.value(object, column.slot()) != null;
    }

    static <O extends VersionedObject> SavePlan.Update update(
            Table<O> table, O object, Instant now, SaveOptions options) {
        checkType(table, object);
        Map<Field<?>, Object> key = key(table, object);
        OptionalLong expected = expectedGeneration(table, object);
        RowValues values = new RowValues(table);
        RowValues assigned = new RowValues(table);
        List<Field<?>> accepted = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            if (table.isKept(column)) {
                continue;
            }
            if (column.isDirty(object)) {
                values.put(column, valueOf(object, column));
            } else if (StateAccess.isOwnChange(object, column.slot())) {
                accepted.add(column.field());
            }
        }
        if (!values.isEmpty()) {
            addKept(table, object, now, expected, values, assigned);
        }
        return new SavePlan.Update(
                table,
                object,
                key,
                expected,
                values,
                assigned,
                options.expectations(),
                List.of(),
                List.copyOf(accepted),
                UnsavedChanges.of(table, object, column -> values.has(column) || accepted.contains(column.field())));
    }

    /** Returns a plan of what the store keeps, and of nothing that the object's owner changed. */
    private static SavePlan.Update kept(
            Table<?> table, VersionedObject object, SaveOptions options, List<Table<?>> guards, RowValues values) {
        checkType(table, object);
        Map<Field<?>, Object> key = key(table, object);
        OptionalLong expected = expectedGeneration(table, object);
        Column<Long> generation = table.generation();
        if (generation != null) {
            values.put(generation, Math.addExact(expected.orElseThrow(), 1));
        }
        return new SavePlan.Update(
                table,
                object,
                key,
                expected,
                values,
                values,
                options.expectations(),
                guards,
                List.of(),
                UnsavedChanges.of(table, object, values::has));
    }

    static <O extends VersionedObject> SavePlan.Update touch(
            Table<O> table, O object, Instant now, SaveOptions options) {
        Column<?> updatedAt = table.updatedAt();
        if (updatedAt == null && table.generation() == null) {
            throw refused(table, "there is nothing to touch: the table has neither generation nor updatedAt");
        }
        RowValues values = new RowValues(table);
        if (updatedAt != null) {
            values.put(updatedAt, cut(now));
        }
        return kept(table, object, options, List.of(), values);
    }

    static <O extends VersionedObject> SavePlan.Update softDelete(
            Table<O> table, O object, Instant now, SaveOptions options) {
        SoftDeletion deletion = softDeletion(table);
        if (deletion.isDeleted(object)) {
            throw refused(table, "it is deleted already");
        }
        RowValues values = new RowValues(table);
        deletion.putInto(values, cut(now));
        return kept(table, object, options, options.guards(), values);
    }

    static <O extends VersionedObject> SavePlan.Update restore(Table<O> table, O object, SaveOptions options) {
        SoftDeletion deletion = softDeletion(table);
        if (!deletion.isDeleted(object)) {
            throw refused(table, "it is not deleted");
        }
        RowValues values = new RowValues(table);
        deletion.putInto(values, null);
        return kept(table, object, options, List.of(), values);
    }

    private static SoftDeletion softDeletion(Table<?> table) {
        SoftDeletion deletion = table.softDeletion();
        if (deletion == null) {
            throw refused(table, "the table " + table.name() + " has no soft deletion; declare softDelete(…)");
        }
        return deletion;
    }

    private static UnsavableException refused(Table<?> table, String problem) {
        return new UnsavableException(Facts.problem(problem).withObject(table.type()), null);
    }

    private static void addKept(
            Table<?> table,
            VersionedObject object,
            Instant now,
            OptionalLong expected,
            RowValues values,
            RowValues assigned) {
        Column<?> createdAt = table.createdAt();
        if (createdAt != null && createdAt.isDirty(object)) {
            values.put(createdAt, valueOf(object, createdAt));
        }
        Column<?> updatedAt = table.updatedAt();
        if (updatedAt != null) {
            assigned.put(updatedAt, cut(now));
        }
        Column<Long> generation = table.generation();
        if (generation != null) {
            assigned.put(generation, Math.addExact(expected.orElseThrow(), 1));
        }
        values.putAll(assigned);
    }

    static <O extends VersionedObject> SavePlan.Delete delete(Table<O> table, O object, SaveOptions options) {
        checkType(table, object);
        return new SavePlan.Delete(
                table,
                object,
                key(table, object),
                expectedGeneration(table, object),
                options.expectations(),
                options.guards());
    }

    /** Returns the key of the row that the object was loaded from or saved to. */
    static Map<Field<?>, Object> key(Table<?> table, VersionedObject object) {
        if (table.key().size() == 1) {
            return Map.of(table.singleKey().field(), unchangedValue(object, table.singleKey(), "key"));
        }
        Map<Field<?>, Object> key = new LinkedHashMap<>();
        for (Column<?> column : table.key()) {
            key.put(column.field(), unchangedValue(object, column, "key"));
        }
        return Collections.unmodifiableMap(key);
    }

    private static OptionalLong expectedGeneration(Table<?> table, VersionedObject object) {
        Column<Long> generation = table.generation();
        return generation == null
                ? OptionalLong.empty()
                : OptionalLong.of((Long) unchangedValue(object, generation, "generation"));
    }

    private static Object unchangedValue(VersionedObject object, Column<?> column, String what) {
        String advice = "load the object, or create it first";
        if (!column.isSetIn(object)) {
            throw refused(object, column, "the " + what + " is not set", advice);
        }
        boolean known = StateAccess.hasBaseline(object, column.slot());
        if (!known || column.isDirty(object)) {
            String why = known ? "was changed" : "was not loaded from the table, nor saved to it";
            throw refused(object, column, "the " + what + " " + why, advice);
        }
        Object value = column.rowValue(object);
        if (value == null) {
            throw refused(object, column, "the " + what + " is null", advice);
        }
        return value;
    }

    static void checkType(Table<?> table, VersionedObject object) {
        if (object.objectType() != table.type()) {
            throw new UnsavableException(
                    Facts.problem("the table " + table.name() + " has objects of " + table.type())
                            .withObject(object.objectType()),
                    null);
        }
    }

    private static @Nullable Object valueOf(VersionedObject object, Column<?> column) {
        try {
            return column.valueIn(object);
        } catch (VersionedObjectException e) {
            throw e.of(object.objectType());
        }
    }

    private static UnsavableException refused(
            VersionedObject object, Column<?> column, String problem, @Nullable String advice) {
        return new UnsavableException(
                Facts.problem(problem)
                        .withObject(object.objectType())
                        .withPath(column.field().name())
                        .withAdvice(advice),
                null);
    }

    /** Cuts a time to what columns hold, so that the object has what the row has. */
    private static Instant cut(Instant now) {
        return now.truncatedTo(ChronoUnit.MICROS);
    }

    static String format(Table<?> table, Map<Field<?>, ? extends @Nullable Object> values) {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        Set<? extends Map.Entry<Field<?>, ? extends @Nullable Object>> entries = values.entrySet();
        for (Map.Entry<Field<?>, ? extends @Nullable Object> entry : entries) {
            Column<?> column = table.column(entry.getKey());
            if (column != null) {
                text.add(column.name() + "=" + column.format(entry.getValue()));
            }
        }
        return text.toString();
    }

    static String and(Table<?> table, List<SavePlan.Expectation> expected) {
        StringJoiner text = new StringJoiner("");
        for (SavePlan.Expectation each : expected) {
            Column<?> column = table.column(each.field());
            if (column != null) {
                String values = each.values().stream().map(column::format).collect(Collectors.joining(" or "));
                text.add(" and " + column.name() + "=" + values);
            }
        }
        return text.toString();
    }

    static String unless(List<Table<?>> guards) {
        return guards.isEmpty()
                ? ""
                : guards.stream().map(Table::name).collect(Collectors.joining(", ", " unless referenced by ", ""));
    }

    static String at(OptionalLong generation) {
        return generation.isPresent() ? " at generation " + generation.getAsLong() : "";
    }
}
