package org.versionedobjects.persistence;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * A column as the driver tells of it.
 *
 * @param jdbcType the number that JDBC has for its type
 * @param typeName what the database calls its type
 * @param size its length or precision; 0 if it has none
 * @param digits digits after the point; 0 if it has none
 * @param generated whether the database counts it up
 * @param computed whether the database computes it from other columns
 */
record DeclaredColumn(
        String name,
        int jdbcType,
        String typeName,
        int size,
        int digits,
        boolean nullable,
        boolean hasDefault,
        boolean generated,
        boolean computed) {
    private static final String YES = "YES";

    static DeclaredColumn of(ResultSet row) throws SQLException {
        return new DeclaredColumn(
                row.getString("COLUMN_NAME"),
                row.getInt("DATA_TYPE"),
                row.getString("TYPE_NAME"),
                row.getInt("COLUMN_SIZE"),
                row.getInt("DECIMAL_DIGITS"),
                row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
                row.getString("COLUMN_DEF") != null,
                YES.equals(row.getString("IS_AUTOINCREMENT")),
                YES.equals(row.getString("IS_GENERATEDCOLUMN")));
    }

    /** Returns a type that is called as the column's. */
    ColumnType as(ColumnKind kind) {
        return ColumnType.of(kind, typeName.toLowerCase(Locale.ROOT));
    }

    /** Returns the type of a column of texts or bytes of so many. */
    ColumnType withSize(ColumnKind kind) {
        return as(kind).withLength(size);
    }

    /** Returns this column as one of the type that its own is made of. */
    DeclaredColumn basedOn(String baseName, int baseSize, int baseDigits) {
        return new DeclaredColumn(
                name, jdbcType, baseName, baseSize, baseDigits, nullable, hasDefault, generated, computed);
    }
}
