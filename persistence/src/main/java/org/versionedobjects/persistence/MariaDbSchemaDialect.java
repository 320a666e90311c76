package org.versionedobjects.persistence;

import static java.util.Map.entry;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.versionedobjects.persistence.ColumnType.IntegerRange;
import org.versionedobjects.persistence.LiveSchema.LiveUnique;

/** Schemas of MariaDB and MySQL, which convert whatever is bound into what a column has. */
final class MariaDbSchemaDialect implements SchemaDialect {
    private static final String DECLARATION = "SELECT column_type FROM information_schema.columns"
            + " WHERE table_schema = ? AND table_name = ? AND column_name = ?";

    private static final String UNIQUES = "SELECT index_name,"
            + " CASE WHEN sub_part IS NULL THEN column_name END, FALSE FROM information_schema.statistics"
            + " WHERE table_schema = ? AND table_name = ? AND non_unique = 0 ORDER BY index_name, seq_in_index";

    private static final String UNSIGNED = " unsigned";
    private static final int MEDIUM_BITS = 24;
    private static final int DOUBLE_BITS = 53;

    /** How many digits the server sends of a single, whatever it keeps. */
    private static final int SINGLE_DIGITS = 6;

    /** How many characters a time has up to its seconds. */
    private static final int SECONDS_END = 19;

    private static final Map<ValueKind, Set<ColumnKind>> HOLDINGS = Map.ofEntries(
            entry(
                    ValueKind.BOOLEAN,
                    Set.of(
                            ColumnKind.BOOLEAN,
                            ColumnKind.INTEGER,
                            ColumnKind.DECIMAL,
                            ColumnKind.SINGLE,
                            ColumnKind.DOUBLE)),
            entry(
                    ValueKind.WORDED_BOOLEAN,
                    Set.of(
                            ColumnKind.BOOLEAN,
                            ColumnKind.INTEGER,
                            ColumnKind.DECIMAL,
                            ColumnKind.SINGLE,
                            ColumnKind.DOUBLE,
                            ColumnKind.TEXT,
                            ColumnKind.PADDED_TEXT,
                            ColumnKind.BYTES)),
            entry(
                    ValueKind.INTEGER,
                    Set.of(
                            ColumnKind.INTEGER,
                            ColumnKind.DECIMAL,
                            ColumnKind.SINGLE,
                            ColumnKind.DOUBLE,
                            ColumnKind.TEXT,
                            ColumnKind.PADDED_TEXT,
                            ColumnKind.BYTES)),
            entry(
                    ValueKind.DECIMAL,
                    Set.of(ColumnKind.DECIMAL, ColumnKind.TEXT, ColumnKind.PADDED_TEXT, ColumnKind.BYTES)),
            entry(
                    ValueKind.DOUBLE,
                    Set.of(ColumnKind.DOUBLE, ColumnKind.TEXT, ColumnKind.PADDED_TEXT, ColumnKind.BYTES)),
            entry(
                    ValueKind.TEXT,
                    Set.of(
                            ColumnKind.TEXT,
                            ColumnKind.PADDED_TEXT,
                            ColumnKind.NAMES,
                            ColumnKind.FORMED_TEXT,
                            ColumnKind.BYTES)),
            entry(ValueKind.UUID, Set.of(ColumnKind.UUID, ColumnKind.TEXT, ColumnKind.PADDED_TEXT, ColumnKind.BYTES)),
            entry(ValueKind.INSTANT, Set.of(ColumnKind.TIME, ColumnKind.TEXT, ColumnKind.PADDED_TEXT)),
            entry(ValueKind.LOCAL_TIME, Set.of(ColumnKind.TIME, ColumnKind.TEXT, ColumnKind.PADDED_TEXT)),
            entry(ValueKind.DATE, Set.of(ColumnKind.DATE, ColumnKind.TEXT, ColumnKind.PADDED_TEXT, ColumnKind.BYTES)),
            entry(ValueKind.BYTES, Set.of(ColumnKind.BYTES)),
            entry(ValueKind.JSON, Set.of(ColumnKind.JSON, ColumnKind.TEXT, ColumnKind.PADDED_TEXT, ColumnKind.BYTES)));

    @Override
    public Map<ValueKind, Set<ColumnKind>> holdings() {
        return HOLDINGS;
    }

    /** The server drops the blanks at the end of a padded text. */
    @Override
    public boolean comesBackPadded(ColumnType type, ColumnValues values) {
        return values.kind() != ValueKind.TEXT || !values.mayEndInBlank();
    }

    /** Columns have no case, with or without quotes. */
    @Override
    public boolean isSameColumn(LiveNames names, String mapped, String live) {
        return mapped.equalsIgnoreCase(live);
    }

    @Override
    public ColumnType type(LiveTable table, DeclaredColumn column) throws SQLException {
        String name = column.typeName().toLowerCase(Locale.ROOT);
        return switch (name.replace(UNSIGNED, "")) {
            case "boolean" -> column.as(ColumnKind.BOOLEAN);
            case "bit" -> column.as(column.size() == 1 ? ColumnKind.BOOLEAN : ColumnKind.OTHER);
            case "tinyint" -> integer(column, Byte.SIZE);
            case "smallint" -> integer(column, Short.SIZE);
            case "mediumint" -> integer(column, MEDIUM_BITS);
            case "int", "integer" -> integer(column, Integer.SIZE);
            case "bigint" -> integer(column, Long.SIZE);
            case "float" -> column.as(ColumnKind.SINGLE).withIntegers(IntegerRange.ofDigits(SINGLE_DIGITS));
            case "double" -> column.as(ColumnKind.DOUBLE).withIntegers(IntegerRange.ofFloatBits(DOUBLE_BITS));
            case "decimal" -> decimal(column);
            case "char" -> column.withSize(ColumnKind.PADDED_TEXT);
            case "varchar" -> column.withSize(ColumnKind.TEXT);
            case "tinytext", "text", "mediumtext", "longtext" ->
                column.as(ColumnKind.TEXT).withOwnLength(column.size());
            case "enum", "set" -> column.as(ColumnKind.NAMES).withNames(names(table, column));
            case "varbinary" -> column.withSize(ColumnKind.BYTES);
            case "tinyblob", "blob", "mediumblob", "longblob" ->
                column.as(ColumnKind.BYTES).withOwnLength(column.size());
            case "date" -> column.as(ColumnKind.DATE);
            case "datetime", "timestamp" ->
                column.as(ColumnKind.TIME).withPlaces(Math.max(0, column.size() - SECONDS_END - 1));
            case "inet4" ->
                column.as(ColumnKind.FORMED_TEXT).withForm(List.of("192.0.2.1"), List.of("x", "2001:db8::1"));
            case "inet6" ->
                column.as(ColumnKind.FORMED_TEXT).withForm(List.of("2001:db8::1"), List.of("x", "192.0.2.1"));
            case "uuid" -> column.as(ColumnKind.UUID);
            case "json" -> column.as(ColumnKind.JSON);
            default -> column.as(ColumnKind.OTHER);
        };
    }

    private static boolean isUnsigned(DeclaredColumn column) {
        return column.typeName().toLowerCase(Locale.ROOT).contains(UNSIGNED);
    }

    private static ColumnType integer(DeclaredColumn column, int bits) {
        return column.as(ColumnKind.INTEGER)
                .withIntegers(isUnsigned(column) ? IntegerRange.ofUnsignedBits(bits) : IntegerRange.ofBits(bits));
    }

    private static ColumnType decimal(DeclaredColumn column) {
        IntegerRange integers = IntegerRange.ofDigits(column.size() - column.digits());
        return column.as(ColumnKind.DECIMAL)
                .withIntegers(isUnsigned(column) ? integers.unsigned() : integers)
                .withPlaces(column.digits());
    }

    /** Returns the names in {@code enum('a','b c')}. */
    private static List<String> names(LiveTable table, DeclaredColumn column) throws SQLException {
        return table.texts(DECLARATION, table.catalog(), table.name(), column.name()).stream()
                .flatMap(declaration -> SqlNames.between('\'', declaration).stream())
                .toList();
    }

    /** The driver does not tell of an index on the beginning of a column. */
    @Override
    public List<LiveUnique> uniques(LiveTable table) throws SQLException {
        return table.uniques(UNIQUES, table.catalog(), table.name());
    }
}
