package org.versionedobjects.persistence;

import java.util.List;
import java.util.Objects;
import org.versionedobjects.Facts;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObjectException;

/**
 * Of many rows that were to be written all or none, some could not be, so none is. All objects are as before. The cause is
 * the first failure; every one is told.
 */
public final class RowsNotSavedException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    private final long rows;
    private final transient List<RowResult<?>> failures;

    RowsNotSavedException(ObjectType<?> type, String table, long rows, List<? extends RowResult<?>> failures) {
        super(
                Facts.problem(failures.size() + " of " + rows + " rows of the table " + table
                                + " could not be written, so none is; the first: "
                                + Objects.requireNonNull(failures.get(0).failure())
                                        .getMessage())
                        .withObject(type),
                failures.get(0).failure());
        this.rows = rows;
        this.failures = List.copyOf(failures);
    }

    /** Returns how many rows there were. */
    public long rows() {
        return rows;
    }

    /** Returns the rows that could not be written, in the order given. */
    public List<RowResult<?>> failures() {
        return failures;
    }
}
