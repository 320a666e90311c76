package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Statements whose parameters are arrays, one for each column, joined as {@code unnest(…)}: their text is the same for any
 * number of rows. Arrays have the types of the columns, which are asked of the database once, and again after a failure.
 * Thread-safe.
 */
final class ArrayStatements implements BulkStatements {
    private static final String WHOLE_NUMBERS = "int8";
    private static final String TEXTS = "text";

    private final Dialect dialect;
    private final Function<Object, String> texts;
    private final ConcurrentMap<Table<?>, Map<Column<?>, String>> types = new ConcurrentHashMap<>();

    /**
     * Makes the statements of a dialect.
     *
     * @param texts returns the text of a value that the type of any column for it reads
     */
    ArrayStatements(Dialect dialect, Function<Object, String> texts) {
        this.dialect = dialect;
        this.texts = texts;
    }

    @Override
    public int fitting(List<List<@Nullable Object>> values) {
        return values.size();
    }

    @Override
    public boolean canReturn() {
        return true;
    }

    @Override
    public boolean canChange() {
        return true;
    }

    @Override
    public PreparedStatement insert(Connection connection, Rows rows, List<Column<?>> returning) throws SQLException {
        Given given = given(connection, rows);
        StringJoiner names = new StringJoiner(", ");
        rows.columns().forEach(column -> names.add(name(column)));
        String sql = "INSERT INTO " + name(rows.table()) + " (" + names + ") SELECT * FROM " + given.unnested();
        return prepare(connection, returning.isEmpty() ? sql : sql + " RETURNING " + names(returning, ""), given);
    }

    @Override
    public PreparedStatement update(Connection connection, Rows rows, int written) throws SQLException {
        Given given = given(connection, rows);
        StringJoiner assignments = new StringJoiner(", ");
        for (int i = 0; i < written; i++) {
            assignments.add(name(rows.columns().get(i)) + " = given.c" + i);
        }
        String sql = "UPDATE " + name(rows.table()) + " AS old SET " + assignments + " FROM " + given.unnested()
                + where(rows, written) + " RETURNING " + names(rows.table().key(), "old.");
        return prepare(connection, sql, given);
    }

    @Override
    public PreparedStatement delete(Connection connection, Rows rows) throws SQLException {
        Given given = given(connection, rows);
        String sql = "DELETE FROM " + name(rows.table()) + " AS old USING " + given.unnested() + where(rows, 0)
                + " RETURNING " + names(rows.table().key(), "old.");
        return prepare(connection, sql, given);
    }

    private String where(Rows rows, int from) {
        StringJoiner conditions = new StringJoiner(" AND ", " WHERE ", "");
        for (int i = from; i < rows.columns().size(); i++) {
            conditions.add("old." + name(rows.columns().get(i)) + " = given.c" + i);
        }
        return conditions.toString();
    }

    /**
     * Arrays as they are given to a statement.
     *
     * @param unnested the table that they make, called {@code given}, with the columns {@code c0}, {@code c1} and so on
     */
    private record Given(String unnested, List<java.sql.Array> arrays) {}

    private Given given(Connection connection, Rows rows) throws SQLException {
        Map<Column<?>, String> known = types(connection, rows.table());
        StringJoiner parameters = new StringJoiner(", ", "unnest(", ")");
        StringJoiner names = new StringJoiner(", ", " AS given(", ")");
        List<java.sql.Array> arrays = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
            boolean isNumbers = isNumbers(rows, i);
            arrays.add(array(connection, rows, i, isNumbers));
            String given = isNumbers ? WHOLE_NUMBERS : TEXTS;
            String type = known.getOrDefault(rows.columns().get(i), given);
            parameters.add("?::" + given + "[]" + (given.equals(type) ? "" : "::" + quoted(type) + "[]"));
            names.add("c" + i);
        }
        return new Given(parameters.toString() + names, arrays);
    }

    private static boolean isNumbers(Rows rows, int column) {
        for (List<@Nullable Object> row : rows.values()) {
            if (!(row.get(column) instanceof Long)) {
                return false;
            }
        }
        return true;
    }

    private java.sql.Array array(Connection connection, Rows rows, int column, boolean isNumbers) throws SQLException {
        if (isNumbers) {
            Long[] numbers = new Long[rows.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (Long) rows.values().get(i).get(column);
            }
            return connection.createArrayOf(WHOLE_NUMBERS, numbers);
        }
        @Nullable String[] elements = new @Nullable String[rows.size()];
        for (int i = 0; i < elements.length; i++) {
            Object value = rows.values().get(i).get(column);
            elements[i] = value == null ? null : texts.apply(value);
        }
        return connection.createArrayOf(TEXTS, elements);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Given given) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < given.arrays().size(); i++) {
            statement.setArray(i + 1, given.arrays().get(i));
        }
        return statement;
    }

    // ---- types ----

    private Map<Column<?>, String> types(Connection connection, Table<?> table) throws SQLException {
        Map<Column<?>, String> known = types.get(table);
        if (known == null) {
            known = readTypes(connection, table);
            types.put(table, known);
        }
        return known;
    }

    @Override
    public void forget(Table<?> table) {
        types.remove(table);
    }

    private Map<Column<?>, String> readTypes(Connection connection, Table<?> table) throws SQLException {
        String sql = "SELECT " + names(List.copyOf(table.columns()), "") + " FROM " + name(table) + " WHERE FALSE";
        Map<Column<?>, String> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ResultSetMetaData metadata = statement.getMetaData();
            for (Column<?> column : table.columns()) {
                found.put(column, plain(metadata.getColumnTypeName(column.index() + 1)));
            }
        }
        return found;
    }

    /** Returns a type's exact name, which may be a word of the language; of one that is found nowhere else it has quotes. */
    private String quoted(String type) {
        return type.startsWith("\"") ? type : dialect.quote(type);
    }

    /** Returns a type without the sequence behind it, which the driver puts into its name. */
    private static String plain(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "smallserial" -> "int2";
            case "serial" -> "int4";
            case "bigserial" -> "int8";
            default -> type;
        };
    }

    // ---- names ----

    private String names(List<Column<?>> columns, String prefix) {
        StringJoiner names = new StringJoiner(", ");
        columns.forEach(column -> names.add(prefix + name(column)));
        return names.toString();
    }

    private String name(Table<?> table) {
        return dialect.quote(table.name());
    }

    private String name(Column<?> column) {
        return dialect.quote(column.name());
    }
}
