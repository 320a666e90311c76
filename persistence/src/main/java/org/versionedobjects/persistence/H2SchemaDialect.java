package org.versionedobjects.persistence;

import static java.util.Map.entry;

import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.versionedobjects.persistence.ColumnType.IntegerRange;
import org.versionedobjects.persistence.LiveSchema.LiveUnique;

/**
 * Schemas of H2, which converts between texts, numbers and bytes as they come. The index of a unique constraint has a name
 * of its own, but failures tell the constraint's.
 */
final class H2SchemaDialect implements SchemaDialect {
    private static final String UNIQUES = "SELECT COALESCE(c.constraint_name, i.index_name), i.column_name, FALSE"
            + " FROM information_schema.index_columns i LEFT JOIN information_schema.table_constraints c"
            + " ON c.index_schema = i.index_schema AND c.index_name = i.index_name"
            + " AND c.constraint_type IN ('UNIQUE', 'PRIMARY KEY')"
            + " WHERE i.table_schema = ? AND i.table_name = ? AND i.is_unique ORDER BY 1, i.ordinal_position";

    private static final Map<ValueKind, Set<ColumnKind>> HOLDINGS = Map.ofEntries(
            entry(
                    ValueKind.BOOLEAN,
                    Set.of(
                            ColumnKind.BOOLEAN,
                            ColumnKind.INTEGER,
                            ColumnKind.DECIMAL,
                            ColumnKind.DECIMAL_FLOAT,
                            ColumnKind.SINGLE,
                            ColumnKind.DOUBLE,
                            ColumnKind.JSON)),
            entry(
                    ValueKind.WORDED_BOOLEAN,
                    Set.of(
                            ColumnKind.BOOLEAN,
                            ColumnKind.INTEGER,
                            ColumnKind.DECIMAL,
                            ColumnKind.DECIMAL_FLOAT,
                            ColumnKind.SINGLE,
                            ColumnKind.DOUBLE,
                            ColumnKind.JSON,
                            ColumnKind.TEXT,
                            ColumnKind.PADDED_TEXT)),
            entry(
                    ValueKind.INTEGER,
                    Set.of(
                            ColumnKind.INTEGER,
                            ColumnKind.DECIMAL,
                            ColumnKind.DECIMAL_FLOAT,
                            ColumnKind.SINGLE,
                            ColumnKind.DOUBLE,
                            ColumnKind.TEXT,
                            ColumnKind.JSON)),
            entry(
                    ValueKind.DECIMAL,
                    Set.of(ColumnKind.DECIMAL, ColumnKind.DECIMAL_FLOAT, ColumnKind.TEXT, ColumnKind.JSON)),
            entry(
                    ValueKind.DOUBLE,
                    Set.of(ColumnKind.DOUBLE, ColumnKind.DECIMAL_FLOAT, ColumnKind.TEXT, ColumnKind.JSON)),
            entry(
                    ValueKind.TEXT,
                    Set.of(
                            ColumnKind.TEXT,
                            ColumnKind.PADDED_TEXT,
                            ColumnKind.LARGE_TEXT,
                            ColumnKind.NAMES,
                            ColumnKind.BYTES)),
            entry(
                    ValueKind.UUID,
                    Set.of(
                            ColumnKind.UUID,
                            ColumnKind.TEXT,
                            ColumnKind.PADDED_TEXT,
                            ColumnKind.LARGE_TEXT,
                            ColumnKind.BYTES)),
            entry(ValueKind.INSTANT, Set.of(ColumnKind.TIME, ColumnKind.ZONED_TIME, ColumnKind.TEXT)),
            entry(ValueKind.LOCAL_TIME, Set.of(ColumnKind.TIME, ColumnKind.TEXT)),
            entry(ValueKind.DATE, Set.of(ColumnKind.DATE, ColumnKind.TEXT)),
            entry(ValueKind.BYTES, Set.of(ColumnKind.BYTES)),
            entry(
                    ValueKind.JSON,
                    Set.of(ColumnKind.TEXT, ColumnKind.PADDED_TEXT, ColumnKind.LARGE_TEXT, ColumnKind.BYTES)));

    @Override
    public Map<ValueKind, Set<ColumnKind>> holdings() {
        return HOLDINGS;
    }

    @Override
    public ColumnType type(LiveTable table, DeclaredColumn column) {
        return switch (column.jdbcType()) {
            case Types.BOOLEAN -> column.as(ColumnKind.BOOLEAN);
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
                column.as(ColumnKind.INTEGER).withIntegers(IntegerRange.ofBits(column.size()));
            case Types.REAL -> column.as(ColumnKind.SINGLE).withIntegers(IntegerRange.ofFloatBits(column.size()));
            case Types.FLOAT, Types.DOUBLE ->
                column.as(ColumnKind.DOUBLE).withIntegers(IntegerRange.ofFloatBits(column.size()));
            case Types.NUMERIC, Types.DECIMAL -> decimal(column);
            case Types.CHAR -> column.withSize(ColumnKind.PADDED_TEXT);
            case Types.VARCHAR -> column.withSize(ColumnKind.TEXT);
            case Types.CLOB -> column.as(ColumnKind.LARGE_TEXT);
            case Types.VARBINARY -> column.withSize(ColumnKind.BYTES);
            case Types.BLOB -> column.as(ColumnKind.BYTES);
            case Types.DATE -> column.as(ColumnKind.DATE);
            case Types.TIMESTAMP -> column.as(ColumnKind.TIME).withPlaces(column.digits());
            case Types.TIMESTAMP_WITH_TIMEZONE ->
                column.as(ColumnKind.ZONED_TIME).withPlaces(column.digits());
            default -> other(column);
        };
    }

    private static ColumnType decimal(DeclaredColumn column) {
        if (column.typeName().equals("DECFLOAT")) {
            return column.as(ColumnKind.DECIMAL_FLOAT).withIntegers(IntegerRange.ofDigits(column.size()));
        }
        return column.as(ColumnKind.DECIMAL)
                .withIntegers(IntegerRange.ofDigits(column.size() - column.digits()))
                .withPlaces(column.digits());
    }

    private static ColumnType other(DeclaredColumn column) {
        String name = column.typeName();
        if (name.startsWith("ENUM(")) {
            return ColumnType.of(ColumnKind.NAMES, name).withNames(SqlNames.between('\'', name));
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "uuid" -> column.as(ColumnKind.UUID);
            case "json" -> column.as(ColumnKind.JSON);
            default -> column.as(ColumnKind.OTHER);
        };
    }

    /** The driver gives back what a default made, too. */
    @Override
    public boolean makesKeys(DeclaredColumn column, List<String> key) {
        return column.generated() || column.hasDefault();
    }

    @Override
    public List<LiveUnique> uniques(LiveTable table) throws SQLException {
        return table.uniques(UNIQUES, table.schema(), table.name());
    }
}
