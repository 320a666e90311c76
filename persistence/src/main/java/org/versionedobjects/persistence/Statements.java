package org.versionedobjects.persistence;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * The texts of statements that write, of one database, rendered once for each table, operation and set of columns. Only
 * names stand in them, quoted; values are parameters. Thread-safe.
 */
final class Statements {
    static final int MOST_TEXTS = 1_000;
    private static final BitSet NONE = new BitSet();

    private final Dialect dialect;
    private final Cache<Shape, String> texts =
            CacheBuilder.newBuilder().maximumSize(MOST_TEXTS).build();

    Statements(Dialect dialect) {
        this.dialect = dialect;
    }

    private enum Operation {
        INSERT,
        UPDATE,
        DELETE,
        STATE
    }

    /**
     * What decides the text; tables are equal only to themselves.
     *
     * @param columns the set of columns as the bits of a number; of a table that has more than it has bits, the set
     */
    private record Shape(Table<?> table, Operation operation, Object columns) {
        static Shape of(Table<?> table, Operation operation, BitSet columns) {
            return new Shape(table, operation, columns.length() <= Long.SIZE ? bits(columns) : columns);
        }

        private static Long bits(BitSet columns) {
            return columns.isEmpty() ? 0L : columns.toLongArray()[0];
        }
    }

    /** Returns the insert of some columns, in the order of the table. */
    String insert(Table<?> table, BitSet columns) {
        return text(table, Operation.INSERT, columns);
    }

    /** Returns the update of some columns, in the order of the table; then key columns and generation as it was. */
    String update(Table<?> table, BitSet columns) {
        return text(table, Operation.UPDATE, columns);
    }

    /** Returns the delete by key columns and generation. */
    String delete(Table<?> table) {
        return text(table, Operation.DELETE, NONE);
    }

    /** Returns the query by key columns for the generation, or the key itself if there is none, and more columns. */
    String state(Table<?> table, List<Column<?>> more) {
        return more.isEmpty() ? text(table, Operation.STATE, NONE) : renderState(table, more);
    }

    /**
     * Returns the query for the generation, or the key, and the key again, of rows by their keys.
     *
     * @param values those of the key's columns, row by row
     */
    SqlText states(Table<?> table, List<?> values) {
        StringJoiner columns = new StringJoiner(", ");
        columns.add(name(stateColumn(table)));
        table.key().forEach(column -> columns.add(name(column)));
        List<Column<?>> key = table.key();
        SqlText sql = new SqlText(dialect).add("SELECT " + columns + " FROM " + name(table) + " WHERE ");
        if (key.size() == 1) {
            dialect.anyOf(sql, name(key.get(0)), values);
        } else {
            String row = "(" + assignments(key, " AND ") + ")";
            sql.add(String.join(" OR ", Collections.nCopies(values.size() / key.size(), row)), values);
        }
        return sql;
    }

    private String text(Table<?> table, Operation operation, BitSet columns) {
        try {
            return texts.get(Shape.of(table, operation, columns), () -> render(table, operation, columns));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns how many texts are kept. */
    long size() {
        return texts.size();
    }

    private String render(Table<?> table, Operation operation, BitSet set) {
        List<Column<?>> columns = table.columns(set);
        return switch (operation) {
            case INSERT -> renderInsert(table, columns);
            case UPDATE ->
                "UPDATE " + name(table) + " SET " + assignments(columns, ", ") + where(table) + andGeneration(table);
            case DELETE -> "DELETE FROM " + name(table) + where(table) + andGeneration(table);
            case STATE -> renderState(table, List.of());
        };
    }

    private String renderInsert(Table<?> table, List<Column<?>> columns) {
        if (columns.isEmpty()) {
            return dialect.insertDefaults(name(table));
        }
        String names = columns.stream().map(this::name).collect(Collectors.joining(", "));
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        return "INSERT INTO " + name(table) + " (" + names + ") VALUES (" + marks + ")";
    }

    private String renderState(Table<?> table, List<Column<?>> more) {
        StringJoiner columns = new StringJoiner(", ");
        columns.add(name(stateColumn(table)));
        more.forEach(column -> columns.add(name(column)));
        return "SELECT " + columns + " FROM " + name(table) + where(table);
    }

    private String where(Table<?> table) {
        return " WHERE " + assignments(table.key(), " AND ");
    }

    private String andGeneration(Table<?> table) {
        Column<Long> generation = table.generation();
        return generation == null ? "" : " AND " + name(generation) + " = ?";
    }

    private String assignments(List<Column<?>> columns, String separator) {
        return columns.stream().map(column -> name(column) + " = ?").collect(Collectors.joining(separator));
    }

    private String name(Table<?> table) {
        return dialect.quote(table.name());
    }

    private String name(Column<?> column) {
        return dialect.quote(column.name());
    }

    static Column<?> stateColumn(Table<?> table) {
        Column<Long> generation = table.generation();
        return generation == null ? table.singleKey() : generation;
    }
}
