package org.versionedobjects.testing.persistence;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Table;
import org.versionedobjects.testing.persistence.TestRun.Body;

/** Makes the tests of one table. Thread-safe. */
final class TableRun<O extends VersionedObject> {
    private final TestRun run;
    private final Table<O> table;
    private final Columns<O> columns;
    private @Nullable Boolean takesRows;

    TableRun(TestRun run, Table<O> table) {
        this.run = run;
        this.table = table;
        this.columns = Columns.of(table);
    }

    Table<O> table() {
        return table;
    }

    Columns<O> columns() {
        return columns;
    }

    /** Returns whether the application wants a field left as it is made. */
    boolean isLeftAlone(Field<?> field) {
        return run.makers().kept().contains(field);
    }

    /** Returns a test that fails if no row can be inserted. */
    DynamicTest first(String name, Body body) {
        return run.test(name, body);
    }

    /** Returns a test that is skipped if no row can be inserted: one failure says that. */
    DynamicTest test(String name, Body body) {
        return DynamicTest.dynamicTest(name, () -> {
            Assumptions.assumeTrue(takesRows(), "The table takes no rows, as the first test says");
            run.run(name, body);
        });
    }

    private synchronized boolean takesRows() {
        if (takesRows == null) {
            takesRows = isTaken();
        }
        return takesRows;
    }

    private boolean isTaken() {
        try {
            run.run("", rows -> rows.saved(table));
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }
}
