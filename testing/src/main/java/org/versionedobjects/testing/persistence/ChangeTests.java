package org.versionedobjects.testing.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.versionedobjects.Difference;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.persistence.Saved;
import org.versionedobjects.persistence.Table;

/** That changes are saved, each by itself, and taken back with their transaction. */
final class ChangeTests<O extends VersionedObject> {
    private final TableRun<O> run;
    private final Table<O> table;
    private final Columns<O> columns;

    ChangeTests(TableRun<O> run) {
        this.run = run;
        this.table = run.table();
        this.columns = run.columns();
    }

    Stream<DynamicTest> all() {
        DynamicTest none = run.test("a save without changes writes nothing", this::checkNoChange);
        DynamicTest newRow = run.test("a rollback takes a new row back, and its object", this::checkNewRowGoesBack);
        DynamicTest change = run.test("a rollback takes a change back, and its object", this::checkChangeGoesBack);
        return Stream.of(
                        changes(),
                        Stream.of(none, newRow),
                        changeable().findAny().isPresent() ? Stream.of(change) : Stream.<DynamicTest>empty())
                .flatMap(each -> each);
    }

    private Stream<DynamicTest> changes() {
        return changeable()
                .map(field -> run.test(
                        "a change of " + field.name() + " is saved and nothing else",
                        rows -> checkChange(rows, field)));
    }

    private Stream<Field<?>> changeable() {
        return columns.changeable().stream().filter(field -> !run.isLeftAlone(field));
    }

    private void checkChange(TestRows rows, Field<?> field) {
        O object = rows.saved(table);
        if (!change(rows, object, field)) {
            Assumptions.abort("No other value of " + field + " is known than that of " + object);
        }
        Saved saved = save(rows, object);
        List<Field<?>> written = new ArrayList<>(saved.fields());
        written.removeIf(columns::isKept);
        if (!written.equals(List.of(field))) {
            throw Finding.of(
                    table, "of a change of " + field.name() + " alone, written was [" + Finding.names(written) + "]");
        }
        rows.checkLoaded(table, object);
    }

    /** Sets a field to the first value that is another one and may follow the present one. */
    static <O extends VersionedObject> boolean change(TestRows rows, Table<O> table, O object, Field<?> field) {
        for (Object value : rows.values(table, field)) {
            if (sets(object, field, value)) {
                return true;
            }
        }
        return false;
    }

    private boolean change(TestRows rows, O object, Field<?> field) {
        return change(rows, table, object, field);
    }

    private static boolean sets(VersionedObject object, Field<?> field, @Nullable Object value) {
        try {
            TestRows.set(object, field, value);
        } catch (VersionedObjectException e) { // a state machine does not go there
            return false;
        }
        return object.isChanged(field);
    }

    private Saved save(TestRows rows, O object) {
        try {
            return rows.repository(table).save(object);
        } catch (VersionedObjectException e) {
            throw Finding.refused(table, "the change " + object.changes() + " could not be saved", e);
        }
    }

    private void checkNoChange(TestRows rows) {
        O object = rows.saved(table);
        Saved saved = save(rows, object);
        if (!saved.fields().isEmpty()) {
            throw Finding.of(
                    table, "of an object without changes, written was [" + Finding.names(saved.fields()) + "]");
        }
        rows.checkLoaded(table, object);
    }

    private void checkNewRowGoesBack(TestRows rows) {
        O object = rows.unsaved(table);
        O before = table.type().copyOf(object);
        List<O> row = new ArrayList<>();
        TestRun.tentatively(rows, () -> {
            rows.create(table, object);
            row.add(table.type().copyOf(object));
        });
        checkSame(before, object);
        if (rows.find(table, row.get(0)).isPresent()) {
            throw Finding.of(table, "the row of " + row.get(0) + " is there although its transaction was rolled back");
        }
    }

    private void checkChangeGoesBack(TestRows rows) {
        O object = rows.saved(table);
        O row = table.type().copyOf(object);
        if (changeable().noneMatch(field -> change(rows, object, field))) {
            Assumptions.abort("Nothing can be changed in " + object);
        }
        O before = table.type().copyOf(object);
        TestRun.tentatively(rows, () -> save(rows, object));
        checkSame(before, object);
        rows.checkLoaded(table, row);
    }

    private void checkSame(O before, O after) {
        List<Difference> differences = before.differencesFrom(after);
        if (!differences.isEmpty()) {
            throw Finding.of(
                    table, "after a rollback the object (right) is not what it was before (left)", differences);
        }
    }
}
