package org.versionedobjects.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads one column of the rows of a query. */
@FunctionalInterface
interface ColumnReader {
    /** Returns what the row has in a column, from 1. */
    @Nullable
    Object read(ResultSet row, int index) throws SQLException;
}
