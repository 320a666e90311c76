package org.versionedobjects.testing.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Table;

/** That objects come back from a table as they were saved. */
final class RoundTripTests<O extends VersionedObject> {
    private final TableRun<O> run;
    private final Table<O> table;
    private final Columns<O> columns;

    RoundTripTests(TableRun<O> run) {
        this.run = run;
        this.table = run.table();
        this.columns = run.columns();
    }

    Stream<DynamicTest> all() {
        return Stream.of(states(), values(), references()).flatMap(each -> each);
    }

    private Stream<DynamicTest> states() {
        DynamicTest full = run.first("an object comes back as it was saved", this::checkFull);
        List<Field<?>> nullable = columns.nullable().stream()
                .filter(field -> !run.isLeftAlone(field))
                .toList();
        DynamicTest nulls = run.test(
                "an object with null wherever it may be comes back as it was saved",
                rows -> checkNulls(rows, nullable));
        return nullable.isEmpty() ? Stream.of(full) : Stream.of(full, nulls);
    }

    private void checkFull(TestRows rows) {
        rows.checkLoaded(table, rows.create(table, rows.unsaved(table)));
    }

    private void checkNulls(TestRows rows, List<Field<?>> fields) {
        rows.checkLoaded(table, rows.create(table, rows.unsaved(table, nulls(fields))), fields);
    }

    private static Map<Field<?>, @Nullable Object> nulls(List<Field<?>> fields) {
        Map<Field<?>, @Nullable Object> nulls = new LinkedHashMap<>();
        fields.forEach(field -> nulls.put(field, null));
        return nulls;
    }

    /** Tests each column with each kind of value that its field's type allows. */
    private Stream<DynamicTest> values() {
        return columns.made().stream()
                .filter(field -> !run.isLeftAlone(field))
                .map(field -> run.test(
                        "each value of " + field.name() + " comes back as it was saved",
                        rows -> rows.values(table, field)
                                .forEach(value -> TestRun.tentatively(rows, () -> checkValue(rows, field, value)))));
    }

    private void checkValue(TestRows rows, Field<?> field, @Nullable Object value) {
        if (columns.uniques().contains(List.of(field)) && rows.isTaken(table, field, value)) {
            return; // by a row that the database had before
        }
        O object = rows.create(table, rows.unsaved(table, with(field, value)));
        rows.checkLoaded(table, object, List.of(field));
    }

    private static Map<Field<?>, @Nullable Object> with(Field<?> field, @Nullable Object value) {
        Map<Field<?>, @Nullable Object> one = new LinkedHashMap<>();
        one.put(field, value);
        return one;
    }

    private Stream<DynamicTest> references() {
        return columns.roles().references().entrySet().stream()
                .map(each -> run.test(
                        each.getKey().name() + " is loaded with it",
                        rows -> checkReference(rows, each.getKey(), each.getValue())));
    }

    private <R extends VersionedObject> void checkReference(TestRows rows, Field<?> field, Table<R> reference) {
        R referred = rows.saved(reference);
        O object = rows.create(table, rows.unsaved(table, with(field, referred)));
        Object loaded = rows.load(table, object).get(field);
        if (!(loaded instanceof VersionedObject other) || !other.sameState(referred)) {
            throw Finding.of(
                    table,
                    "the object that " + field.name() + " refers to is " + referred + ", but loaded was " + loaded);
        }
    }
}
