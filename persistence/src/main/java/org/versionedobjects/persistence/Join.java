package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What is selected of a table in a query, joined with what is of those that its references lead to. Unmodifiable.
 *
 * @param alias what the query calls the table; that of the first is {@code t0}
 * @param columns those that become fields
 * @param hidden those that are selected as well, and become no fields
 * @param places for each column of the table its place in a row, from 1; 0 if it is not selected
 * @param references for each column of the table the one that it leads to; null for a plain column, or one that is not
 *     selected
 */
record Join(
        Table<?> table,
        String alias,
        List<Column<?>> columns,
        List<Column<?>> hidden,
        List<Integer> places,
        List<@Nullable Join> references) {

    /** Returns a table with all that it refers to. */
    static Join of(Table<?> table) {
        return of(table, Fields.all(), List.of());
    }

    /**
     * Returns what is selected of a table and those that it refers to.
     *
     * @param besides columns of the table that are selected in any case
     */
    static Join of(Table<?> table, Fields fields, Collection<Column<?>> besides) {
        return new Walk().join(table, fields, besides);
    }

    /** Returns the place of a column, which is selected. */
    int indexOf(Column<?> column) {
        return places.get(column.index());
    }

    /** Returns whether columns of the table are left out. */
    boolean isPartial() {
        return columns.size() < table.columns().size();
    }

    boolean hasReferences() {
        return references.stream().anyMatch(Objects::nonNull);
    }

    /** Returns the query for what is selected, without a condition. */
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
        this.columns.forEach(column -> columns.add(name(dialect, column)));
        hidden.forEach(column -> columns.add(name(dialect, column)));
        for (Column<?> column : this.columns) {
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

        Join join(Table<?> table, Fields fields, Collection<Column<?>> besides) {
            String alias = "t" + tableCount++;
            Fields.Columns selected = fields.in(table);
            Integer[] places = new Integer[table.columns().size()];
            Arrays.fill(places, 0);
            List<Column<?>> hidden = besides.stream()
                    .<Column<?>>map(column -> column)
                    .filter(column -> !selected.columns().contains(column))
                    .distinct()
                    .toList();
            selected.columns().forEach(column -> places[column.index()] = ++columnCount);
            hidden.forEach(column -> places[column.index()] = ++columnCount);
            List<@Nullable Join> references = new ArrayList<>();
            Join join = new Join(table, alias, selected.columns(), hidden, List.of(places), references);
            for (Column<?> column : table.columns()) {
                Table<?> reference = column.reference();
                Fields inside = selected.inside().get(column);
                references.add(reference == null || inside == null ? null : join(reference, inside, List.of()));
            }
            return join;
        }
    }
}
