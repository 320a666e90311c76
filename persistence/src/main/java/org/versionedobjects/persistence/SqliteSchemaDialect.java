package org.versionedobjects.persistence;

import static java.util.Map.entry;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.versionedobjects.persistence.ColumnType.IntegerRange;
import org.versionedobjects.persistence.LiveSchema.LiveUnique;

/**
 * Schemas of SQLite. A column has no type but an affinity, which follows from words in its declaration ("Datatypes in
 * SQLite", 3.1): with one for numbers, a text that looks like a number becomes one. No length and no range is enforced,
 * and failures name columns, never unique constraints or foreign keys.
 */
final class SqliteSchemaDialect implements SchemaDialect {
    private static final String UNIQUES = "SELECT list.name, info.name, list.partial"
            + " FROM pragma_index_list(?) list, pragma_index_info(list.name) info"
            + " WHERE list.\"unique\" = 1 ORDER BY list.seq, info.seqno";

    private static final String KEY_TYPE = "integer";
    private static final int DOUBLE_BITS = 53;

    /** Integers, and the kinds that are texts or bytes and never look like numbers. */
    private static final Set<ColumnKind> EVERY =
            Set.of(ColumnKind.INTEGER, ColumnKind.DOUBLE, ColumnKind.TEXT, ColumnKind.BYTES);

    private static final Map<ValueKind, Set<ColumnKind>> HOLDINGS = Map.ofEntries(
            entry(ValueKind.BOOLEAN, Set.of(ColumnKind.INTEGER, ColumnKind.DOUBLE, ColumnKind.BYTES)),
            entry(ValueKind.WORDED_BOOLEAN, EVERY),
            entry(ValueKind.INTEGER, EVERY),
            entry(ValueKind.DECIMAL, Set.of(ColumnKind.TEXT, ColumnKind.BYTES)),
            entry(ValueKind.DOUBLE, EVERY),
            entry(ValueKind.TEXT, EVERY),
            entry(ValueKind.UUID, EVERY),
            entry(ValueKind.INSTANT, EVERY),
            entry(ValueKind.LOCAL_TIME, EVERY),
            entry(ValueKind.DATE, EVERY),
            entry(ValueKind.BYTES, EVERY),
            entry(ValueKind.JSON, EVERY));

    @Override
    public Map<ValueKind, Set<ColumnKind>> holdings() {
        return HOLDINGS;
    }

    @Override
    public boolean holds(ColumnType type, ColumnValues values) {
        boolean isForNumbers = type.kind() == ColumnKind.INTEGER || type.kind() == ColumnKind.DOUBLE;
        boolean isChanged = isForNumbers && values.kind() == ValueKind.TEXT && values.mayLookLikeNumber();
        return !isChanged && SchemaDialect.super.holds(type, values);
    }

    @Override
    public ColumnType type(LiveTable table, DeclaredColumn column) {
        String name = column.typeName().toLowerCase(Locale.ROOT);
        if (name.contains("int")) {
            return integer(column);
        }
        if (name.contains("char") || name.contains("clob") || name.contains("text")) {
            return column.as(ColumnKind.TEXT);
        }
        if (name.isEmpty() || name.contains("blob")) {
            return column.as(ColumnKind.BYTES);
        }
        return name.contains("real") || name.contains("floa") || name.contains("doub")
                ? column.as(ColumnKind.DOUBLE).withIntegers(IntegerRange.ofFloatBits(DOUBLE_BITS))
                : integer(column);
    }

    /** Larger ones would be kept as floating-point numbers. */
    private static ColumnType integer(DeclaredColumn column) {
        return column.as(ColumnKind.INTEGER).withIntegers(IntegerRange.ofBits(Long.SIZE));
    }

    /** A key of just this type is the number of the row. */
    @Override
    public boolean makesKeys(DeclaredColumn column, List<String> key) {
        return column.typeName().equalsIgnoreCase(KEY_TYPE) && key.equals(List.of(column.name()));
    }

    @Override
    public boolean tellsConstraints() {
        return false;
    }

    /** The driver does not tell what is partial. */
    @Override
    public List<LiveUnique> uniques(LiveTable table) throws SQLException {
        return table.uniques(UNIQUES, table.name());
    }
}
