package org.versionedobjects.testing.persistence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.versionedobjects.Difference;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.persistence.ConcurrentUpdateConflict;
import org.versionedobjects.persistence.Conflict;
import org.versionedobjects.persistence.DuplicateConflict;
import org.versionedobjects.persistence.GoneConflict;
import org.versionedobjects.persistence.Table;

/** That what another writer did first is refused by the right conflict, and leaves the object as it was. */
final class ConflictTests<O extends VersionedObject> {
    private final TableRun<O> run;
    private final Table<O> table;
    private final Columns<O> columns;

    ConflictTests(TableRun<O> run) {
        this.run = run;
        this.table = run.table();
        this.columns = run.columns();
    }

    Stream<DynamicTest> all() {
        return Stream.of(stale(), gone(), duplicates()).flatMap(each -> each);
    }

    private Stream<DynamicTest> stale() {
        if (columns.roles().generation() == null) {
            return Stream.empty();
        }
        DynamicTest delete = run.test("a stale delete is refused", this::checkStaleDelete);
        return Stream.concat(ifChangeable("a stale save is refused", this::checkStaleSave), Stream.of(delete));
    }

    private Stream<DynamicTest> gone() {
        DynamicTest delete = run.test("a delete of a row that is gone is refused", this::checkDeleteOfGone);
        return Stream.concat(
                ifChangeable("a save of a row that is gone is refused", this::checkSaveOfGone), Stream.of(delete));
    }

    /** Returns a test that saves a change, unless no column of a row can be changed. */
    private Stream<DynamicTest> ifChangeable(String name, TestRun.Body body) {
        return columns.changeable().isEmpty() ? Stream.empty() : Stream.of(run.test(name, body));
    }

    private void checkSaveOfGone(TestRows rows) {
        O object = changed(rows, rows.saved(table));
        rows.repository(table).delete(rows.load(table, object));
        refused(rows, GoneConflict.class, object, () -> rows.repository(table).save(object));
    }

    private void checkDeleteOfGone(TestRows rows) {
        O object = rows.saved(table);
        rows.repository(table).delete(rows.load(table, object));
        refused(rows, GoneConflict.class, object, () -> rows.repository(table).delete(object));
    }

    private void checkStaleSave(TestRows rows) {
        O object = changed(rows, staleIn(rows));
        refused(
                rows,
                ConcurrentUpdateConflict.class,
                object,
                () -> rows.repository(table).save(object));
    }

    private void checkStaleDelete(TestRows rows) {
        O object = staleIn(rows);
        refused(
                rows,
                ConcurrentUpdateConflict.class,
                object,
                () -> rows.repository(table).delete(object));
    }

    /** Returns an object whose row was changed by somebody else. */
    private O staleIn(TestRows rows) {
        O object = rows.saved(table);
        rows.repository(table).touch(rows.load(table, object));
        return object;
    }

    private O changed(TestRows rows, O object) {
        if (columns.changeable().stream().noneMatch(field -> ChangeTests.change(rows, table, object, field))) {
            Assumptions.abort("Nothing can be changed in " + object);
        }
        return object;
    }

    private Stream<DynamicTest> duplicates() {
        return columns.uniques().stream()
                .map(fields -> run.test(
                        "a second row with the same " + Finding.names(fields) + " is refused",
                        rows -> checkDuplicate(rows, fields)));
    }

    private void checkDuplicate(TestRows rows, List<Field<?>> fields) {
        O first = rows.saved(table);
        Map<Field<?>, @Nullable Object> same = new LinkedHashMap<>();
        fields.forEach(field -> same.put(field, first.get(field)));
        if (same.containsValue(null)) {
            Assumptions.abort("Rows with null are never the same, and " + first + " has null in one of the fields");
        }
        O second = rows.unsaved(table, same);
        Conflict conflict = refused(
                rows,
                DuplicateConflict.class,
                second,
                () -> rows.repository(table).create(second));
        Set<Field<?>> told = new HashSet<>(conflict.fields());
        if (told.isEmpty() || !new HashSet<>(fields).containsAll(told)) {
            throw Finding.of(
                    table,
                    "the conflict on " + Finding.names(fields) + " names [" + Finding.names(told)
                            + "]; declare the constraint by its name: unique(\"…\", "
                            + fields + ")",
                    List.of(conflict.getMessage()));
        }
    }

    /** Runs what must end in a conflict and must leave the object alone; returns the conflict. */
    private Conflict refused(TestRows rows, Class<? extends Conflict> expected, O object, Runnable work) {
        O before = table.type().copyOf(object);
        List<VersionedObjectException> thrown = new ArrayList<>();
        TestRun.tentatively(rows, () -> catching(work, thrown));
        if (thrown.isEmpty()) {
            throw Finding.of(
                    table,
                    "expected a " + expected.getSimpleName() + ", but the database took " + before + cure(expected));
        }
        VersionedObjectException refusal = thrown.get(0);
        if (!(refusal instanceof Conflict conflict) || !expected.isInstance(refusal)) {
            throw Finding.refused(
                    table, "expected a " + expected.getSimpleName() + ", but there was another one", refusal);
        }
        List<Difference> differences = before.differencesFrom(object);
        if (!differences.isEmpty()) {
            throw Finding.of(
                    table, "after a conflict the object (right) is not what it was before (left)", differences);
        }
        return conflict;
    }

    private static String cure(Class<? extends Conflict> expected) {
        return expected == DuplicateConflict.class ? "; let the schema have a unique constraint" : "";
    }

    private static void catching(Runnable work, List<VersionedObjectException> thrown) {
        try {
            work.run();
        } catch (VersionedObjectException e) {
            thrown.add(e);
        }
    }
}
