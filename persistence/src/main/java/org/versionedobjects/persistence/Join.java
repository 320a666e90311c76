package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A table in a query, joined with those that its references lead to. Unmodifiable.
 *
 * @param alias what the query calls the table; that of the first is {@code t0}
 * @param first the place of the table's first column in a row, from 1
 * @param references for each column of the table the one that it leads to; null for a plain column
 */
record Join(Table<?> table, String alias, int first, List<@Nullable Join> references) {

    /** Returns a table with all that it refers to. */
    static Join of(Table<?> table) {
        return new Walk().join(table);
    }

    int indexOf(Column<?> column) {
        return first + column.index();
    }

    boolean hasReferences() {
        return references.stream().anyMatch(Objects::nonNull);
    }

    /** Returns the query for all columns of all tables, without a condition. */
    String select(Dialect dialect) {
        StringJoiner columns = new StringJoiner(", ");
        StringBuilder joins = new StringBuilder();
        render(dialect, columns, joins);
        return "SELECT " + columns + " FROM " + dialect.quote(table.name()) + " " + alias + joins;
    }

    /** Returns a column as it stands in the query. */
    String name(Dialect dialect, Column<?> column) {
        return alias + "." + dialect.quote(column.name());
    }

    private void render(Dialect dialect, StringJoiner columns, StringBuilder joins) {
        table.columns().forEach(column -> columns.add(name(dialect, column)));
        for (Column<?> column : table.columns()) {
            Join reference = references.get(column.index());
            if (reference != null) {
                joins.append(" LEFT JOIN ").append(dialect.quote(reference.table.name()));
                joins.append(' ').append(reference.alias).append(" ON ");
                joins.append(reference.name(dialect, reference.table.singleKey()));
                joins.append(" = ").append(name(dialect, column));
                reference.render(dialect, columns, joins);
            }
        }
    }

    /** Numbers tables and columns on the way along the references, which have no cycles. */
    private static final class Walk {
        private int columnCount;
        private int tableCount;

        Join join(Table<?> table) {
            String alias = "t" + tableCount++;
            int first = columnCount + 1;
            columnCount += table.columns().size();
            List<@Nullable Join> references = new ArrayList<>();
            Join join = new Join(table, alias, first, references);
            for (Column<?> column : table.columns()) {
                Table<?> reference = column.reference();
                references.add(reference == null ? null : join(reference));
            }
            return join;
        }
    }
}
