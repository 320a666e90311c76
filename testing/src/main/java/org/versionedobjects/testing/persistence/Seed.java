package org.versionedobjects.testing.persistence;

import java.util.Random;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Table;

/**
 * What a maker of objects or values gets: differences between one call and the next, and rows to refer to. Confined to one
 * call.
 */
public final class Seed {
    private final TestRows rows;
    private final long number;

    Seed(TestRows rows, long number) {
        this.rows = rows;
        this.number = number;
    }

    /** Returns a number that no other call in the same test gets, from 1 on: for names and whatever is unique. */
    public long number() {
        return number;
    }

    /** Returns the test's source of random numbers, the same ones in each run. */
    public Random random() {
        return rows.random();
    }

    /**
     * Creates a row of another table, which is there until the test ends, and returns its object, loaded: for columns that
     * refer to it. Of a row of the table that is just being made, the fields that may be null are null, so that a column
     * can refer to its own table.
     *
     * @throws AssertionError if no row can be created
     */
    public <O extends VersionedObject> O saved(Table<O> table) {
        return rows.saved(table);
    }
}
