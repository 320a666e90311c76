package org.versionedobjects.persistence;

import static java.util.Map.entry;

import com.google.common.collect.ImmutableList;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.versionedobjects.persistence.ColumnType.IntegerRange;
import org.versionedobjects.persistence.LiveSchema.LiveUnique;

/**
 * Schemas of PostgreSQL, which converts nothing that was bound. Texts, UUIDs, instants and JSON are given without a
 * type, so that they go into what reads their text.
 */
final class PostgresSchemaDialect implements SchemaDialect {
    private static final String DOMAIN = "SELECT udt_name,"
            + " COALESCE(character_maximum_length, numeric_precision, 0), COALESCE(numeric_scale, datetime_precision, 0)"
            + " FROM information_schema.columns WHERE table_schema = ? AND table_name = ? AND column_name = ?";

    /** The driver takes columns that an index only includes for its own. */
    private static final String UNIQUES = "SELECT class.relname, attname, indpred IS NOT NULL OR NOT indisvalid"
            + " FROM pg_catalog.pg_index"
            + " JOIN pg_catalog.pg_class class ON class.oid = indexrelid"
            + " CROSS JOIN LATERAL generate_series(0, indnkeyatts - 1) place"
            + " LEFT JOIN pg_catalog.pg_attribute ON attrelid = indrelid AND attnum = indkey[place]"
            + " WHERE indisunique AND indrelid = format('%I.%I', ?::text, ?::text)::regclass"
            + " ORDER BY class.relname, place";

    private static final String NAMES = "SELECT enumlabel FROM pg_catalog.pg_enum"
            + " JOIN pg_catalog.pg_attribute ON atttypid = enumtypid"
            + " WHERE attrelid = format('%I.%I', ?::text, ?::text)::regclass AND attname = ? ORDER BY enumsortorder";

    /** Addresses alone, and networks, which have a length at the end. */
    private static final List<String> ADDRESSES = List.of("192.0.2.1", "2001:db8::1");

    private static final List<String> NETWORKS = List.of("192.0.2.1/32", "2001:db8::1/128");

    private static final int NAME_BYTES = 63;
    private static final int SINGLE_BITS = 24;
    private static final int DOUBLE_BITS = 53;

    private static final Map<ValueKind, Set<ColumnKind>> HOLDINGS = Map.ofEntries(
            entry(ValueKind.BOOLEAN, Set.of(ColumnKind.BOOLEAN)),
            entry(ValueKind.WORDED_BOOLEAN, Set.of(ColumnKind.BOOLEAN)),
            entry(
                    ValueKind.INTEGER,
                    Set.of(ColumnKind.INTEGER, ColumnKind.DECIMAL, ColumnKind.SINGLE, ColumnKind.DOUBLE)),
            entry(ValueKind.DECIMAL, Set.of(ColumnKind.DECIMAL)),
            entry(ValueKind.DOUBLE, Set.of(ColumnKind.DOUBLE)),
            entry(
                    ValueKind.TEXT,
                    Set.of(
                            ColumnKind.TEXT,
                            ColumnKind.PADDED_TEXT,
                            ColumnKind.NAMES,
                            ColumnKind.FORMED_TEXT,
                            ColumnKind.BYTES)),
            entry(ValueKind.UUID, Set.of(ColumnKind.UUID, ColumnKind.TEXT, ColumnKind.PADDED_TEXT, ColumnKind.BYTES)),
            entry(ValueKind.INSTANT, Set.of(ColumnKind.TIME, ColumnKind.ZONED_TIME, ColumnKind.TEXT, ColumnKind.BYTES)),
            entry(ValueKind.LOCAL_TIME, Set.of(ColumnKind.TIME)),
            entry(ValueKind.DATE, Set.of(ColumnKind.DATE)),
            entry(ValueKind.BYTES, Set.of(ColumnKind.BYTES)),
            entry(ValueKind.JSON, Set.of(ColumnKind.JSON, ColumnKind.TEXT, ColumnKind.PADDED_TEXT)));

    @Override
    public Map<ValueKind, Set<ColumnKind>> holdings() {
        return HOLDINGS;
    }

    /** Bytes read a backslash as the start of something else. */
    @Override
    public boolean holds(ColumnType type, ColumnValues values) {
        boolean isEscaped =
                type.kind() == ColumnKind.BYTES && values.kind() == ValueKind.TEXT && values.mayHaveBackslash();
        return !isEscaped && SchemaDialect.super.holds(type, values);
    }

    @Override
    public ColumnType type(LiveTable table, DeclaredColumn column) throws SQLException {
        ColumnType type = column.jdbcType() == Types.DISTINCT ? domain(table, column) : plain(column);
        if (type.kind() != ColumnKind.OTHER || column.jdbcType() != Types.VARCHAR) {
            return type;
        }
        List<String> names = table.texts(NAMES, table.schema(), table.name(), column.name());
        return names.isEmpty() ? type : column.as(ColumnKind.NAMES).withNames(names);
    }

    private static ColumnType plain(DeclaredColumn column) {
        return switch (column.typeName()) {
            case "bool" -> column.as(ColumnKind.BOOLEAN);
            case "int2", "smallserial" -> integer(column, Short.SIZE);
            case "int4", "serial" -> integer(column, Integer.SIZE);
            case "int8", "bigserial" -> integer(column, Long.SIZE);
            case "float4" -> column.as(ColumnKind.SINGLE).withIntegers(IntegerRange.ofFloatBits(SINGLE_BITS));
            case "float8" -> column.as(ColumnKind.DOUBLE).withIntegers(IntegerRange.ofFloatBits(DOUBLE_BITS));
            case "numeric" -> decimal(column);
            case "bpchar" -> column.withSize(ColumnKind.PADDED_TEXT);
            case "varchar" ->
                column.size() == 0 || column.size() == Integer.MAX_VALUE
                        ? column.as(ColumnKind.TEXT)
                        : column.withSize(ColumnKind.TEXT);
            case "text", "citext" -> column.as(ColumnKind.TEXT);
            case "name" -> column.as(ColumnKind.TEXT).withOwnLength(NAME_BYTES);
            case "bytea" -> column.as(ColumnKind.BYTES);
            case "date" -> column.as(ColumnKind.DATE);
            case "timestamp" -> column.as(ColumnKind.TIME).withPlaces(column.digits());
            case "timestamptz" -> column.as(ColumnKind.ZONED_TIME).withPlaces(column.digits());
            case "inet" -> column.as(ColumnKind.FORMED_TEXT).withForm(ADDRESSES, but(NETWORKS));
            case "cidr" -> column.as(ColumnKind.FORMED_TEXT).withForm(NETWORKS, but(ADDRESSES));
            case "macaddr" -> column.as(ColumnKind.FORMED_TEXT).withForm(List.of("52:54:00:cf:2d:31"), but(List.of()));
            case "uuid" -> column.as(ColumnKind.UUID);
            case "json", "jsonb" -> column.as(ColumnKind.JSON);
            default -> column.as(ColumnKind.OTHER);
        };
    }

    /** Returns texts with one that is of no form. */
    private static List<String> but(List<String> others) {
        return ImmutableList.<String>builder().add("x").addAll(others).build();
    }

    private static ColumnType integer(DeclaredColumn column, int bits) {
        return column.as(ColumnKind.INTEGER).withIntegers(IntegerRange.ofBits(bits));
    }

    /** A numeric without a precision keeps all digits. */
    private static ColumnType decimal(DeclaredColumn column) {
        ColumnType type = column.as(ColumnKind.DECIMAL);
        return column.size() == 0
                ? type
                : type.withIntegers(IntegerRange.ofDigits(Math.max(0, column.size() - column.digits())))
                        .withPlaces(Math.max(0, column.digits()));
    }

    /** The driver tells nothing of what a domain is based on. */
    private static ColumnType domain(LiveTable table, DeclaredColumn column) throws SQLException {
        try (PreparedStatement statement = table.connection().prepareStatement(DOMAIN)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            statement.setString(3, column.name());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? plain(column.basedOn(row.getString(1), row.getInt(2), row.getInt(3)))
                        : column.as(ColumnKind.UNKNOWN);
            }
        }
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
