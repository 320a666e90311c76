package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.LiveSchema.LiveColumn;
import org.versionedobjects.persistence.LiveSchema.LiveForeignKey;

/** Reads what a database says of a table, in the schema that its connection is in. Confined to one thread. */
final class SchemaReader {
    /** What no name of a foreign key begins with. */
    private static final String UNNAMED = "\0";

    private final SchemaDialect dialect;
    private final DatabaseMetaData metaData;
    private final LiveTable table;

    SchemaReader(SchemaDialect dialect, LiveTable table) throws SQLException {
        this.dialect = dialect;
        this.metaData = table.connection().getMetaData();
        this.table = table;
    }

    /** Returns the names of all tables. */
    static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
            while (row.next()) {
                names.add(row.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    LiveSchema read() throws SQLException {
        List<String> key = key();
        return new LiveSchema(columns(key), key, dialect.uniques(table), foreignKeys());
    }

    private List<LiveColumn> columns(List<String> key) throws SQLException {
        List<LiveColumn> columns = new ArrayList<>();
        for (DeclaredColumn column : declared()) {
            columns.add(new LiveColumn(
                    column.name(),
                    dialect.type(table, column),
                    column.nullable(),
                    column.hasDefault(),
                    dialect.makesKeys(column, key),
                    column.computed()));
        }
        return columns;
    }

    private List<DeclaredColumn> declared() throws SQLException {
        List<DeclaredColumn> columns = new ArrayList<>();
        try (ResultSet row = metaData.getColumns(table.catalog(), table.schema(), escaped(table.name()), "%")) {
            while (row.next()) {
                columns.add(DeclaredColumn.of(row));
            }
        }
        return columns;
    }

    private String escaped(String name) throws SQLException {
        String escape = metaData.getSearchStringEscape();
        return name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    private List<String> key() throws SQLException {
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet row = metaData.getPrimaryKeys(table.catalog(), table.schema(), table.name())) {
            while (row.next()) {
                key.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(key.values());
    }

    /** Rows of foreign keys to the same table may be mixed, so that names tell them apart, or else the first column does. */
    private List<LiveForeignKey> foreignKeys() throws SQLException {
        Map<String, LiveForeignKey> foreignKeys = new LinkedHashMap<>();
        int unnamed = 0;
        try (ResultSet row = metaData.getImportedKeys(table.catalog(), table.schema(), table.name())) {
            while (row.next()) {
                String name = row.getString("FK_NAME");
                if (name == null && row.getInt("KEY_SEQ") <= 1) {
                    unnamed++;
                }
                String id = name == null ? UNNAMED + unnamed : name;
                LiveForeignKey before = foreignKeys.get(id);
                foreignKeys.put(
                        id,
                        (before == null ? foreignKey(row) : before)
                                .with(row.getString("FKCOLUMN_NAME"), row.getString("PKCOLUMN_NAME")));
            }
        }
        return List.copyOf(foreignKeys.values());
    }

    private LiveForeignKey foreignKey(ResultSet row) throws SQLException {
        String catalog = row.getString("PKTABLE_CAT");
        String schema = row.getString("PKTABLE_SCHEM");
        boolean isElsewhere = isOther(catalog, table.catalog()) || isOther(schema, table.schema());
        String target = row.getString("PKTABLE_NAME");
        String qualifier = Objects.requireNonNullElse(schema, String.valueOf(catalog));
        return new LiveForeignKey(
                row.getString("FK_NAME"),
                List.of(),
                isElsewhere ? qualifier + "." + target : target,
                isElsewhere,
                List.of());
    }

    private static boolean isOther(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }
}
