package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a database says of one of its tables.
 *
 * @param columns the columns by name
 * @param key the names of the key's columns, in order
 * @param uniques the columns of each unique constraint or index, by its name
 * @param foreignKeys the columns of each foreign key, by its name
 */
record LiveSchema(
        Map<String, LiveColumn> columns,
        List<String> key,
        Map<String, List<String>> uniques,
        Map<String, List<String>> foreignKeys) {

    /**
     * A column of the live schema.
     *
     * @param type the number that JDBC has for its type
     * @param typeName what the database calls its type
     */
    record LiveColumn(String name, int type, String typeName, boolean nullable, boolean hasDefault, boolean generated) {
        boolean isText() {
            return switch (type) {
                case Types.CHAR,
                        Types.VARCHAR,
                        Types.LONGVARCHAR,
                        Types.NCHAR,
                        Types.NVARCHAR,
                        Types.CLOB,
                        Types.NCLOB -> true;
                default -> false;
            };
        }

        boolean isNumber() {
            return switch (type) {
                case Types.TINYINT,
                        Types.SMALLINT,
                        Types.INTEGER,
                        Types.BIGINT,
                        Types.REAL,
                        Types.FLOAT,
                        Types.DOUBLE,
                        Types.NUMERIC,
                        Types.DECIMAL,
                        Types.BIT,
                        Types.BOOLEAN -> true;
                default -> false;
            };
        }

        boolean isTime() {
            return switch (type) {
                case Types.DATE, Types.TIME, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> true;
                default -> false;
            };
        }
    }

    /** Reads what the database says of a table in the connection's schema; null if there is none. */
    static @Nullable LiveSchema of(Connection connection, String table) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String catalog = connection.getCatalog();
        String schema = connection.getSchema();
        String name = nameOf(metaData, catalog, schema, table);
        if (name == null) {
            return null;
        }
        return new LiveSchema(
                columns(metaData, catalog, schema, name),
                key(metaData, catalog, schema, name),
                uniques(metaData, catalog, schema, name),
                foreignKeys(metaData, catalog, schema, name));
    }

    private static @Nullable String nameOf(
            DatabaseMetaData metaData, @Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        try (ResultSet row = metaData.getTables(catalog, schema, "%", null)) {
            while (row.next()) {
                String name = row.getString("TABLE_NAME");
                if (isSame(table, name)) {
                    return name;
                }
            }
        }
        return null;
    }

    /** Returns whether a name of the mapping means one of the schema. */
    static boolean isSame(String mapped, String live) {
        return SqlNames.isPlain(mapped) ? mapped.equalsIgnoreCase(live) : mapped.equals(live);
    }

    private static Map<String, LiveColumn> columns(
            DatabaseMetaData metaData, @Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        Map<String, LiveColumn> columns = new LinkedHashMap<>();
        try (ResultSet row = metaData.getColumns(catalog, schema, escaped(metaData, table), "%")) {
            while (row.next()) {
                LiveColumn column = new LiveColumn(
                        row.getString("COLUMN_NAME"),
                        row.getInt("DATA_TYPE"),
                        row.getString("TYPE_NAME"),
                        row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
                        row.getString("COLUMN_DEF") != null,
                        "YES".equals(row.getString("IS_AUTOINCREMENT")));
                columns.put(column.name(), column);
            }
        }
        return columns;
    }

    private static String escaped(DatabaseMetaData metaData, String name) throws SQLException {
        String escape = metaData.getSearchStringEscape();
        return name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    private static List<String> key(
            DatabaseMetaData metaData, @Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet row = metaData.getPrimaryKeys(catalog, schema, table)) {
            while (row.next()) {
                key.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(key.values());
    }

    private static Map<String, List<String>> uniques(
            DatabaseMetaData metaData, @Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        Map<String, List<String>> uniques = new LinkedHashMap<>();
        try (ResultSet row = metaData.getIndexInfo(catalog, schema, table, true, true)) {
            while (row.next()) {
                if (row.getString("COLUMN_NAME") != null && !row.getBoolean("NON_UNIQUE")) {
                    uniques.computeIfAbsent(row.getString("INDEX_NAME"), name -> new ArrayList<>())
                            .add(unquoted(row.getString("COLUMN_NAME")));
                }
            }
        }
        return uniques;
    }

    /** One driver gives the columns of an index as they stand in statements, less the quotes around. */
    private static String unquoted(String column) {
        return column.replace("\"\"", "\"");
    }

    private static Map<String, List<String>> foreignKeys(
            DatabaseMetaData metaData, @Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        Map<String, List<String>> foreignKeys = new LinkedHashMap<>();
        int unnamed = 0;
        try (ResultSet row = metaData.getImportedKeys(catalog, schema, table)) {
            while (row.next()) {
                String name = row.getString("FK_NAME");
                foreignKeys
                        .computeIfAbsent(name == null ? "#" + unnamed++ : name, each -> new ArrayList<>())
                        .add(row.getString("FKCOLUMN_NAME"));
            }
        }
        return foreignKeys;
    }
}
