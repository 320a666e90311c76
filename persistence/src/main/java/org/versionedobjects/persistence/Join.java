package org.versionedobjects.persistence;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What is selected of a table in a query, joined with what is of those that its references lead to. Unmodifiable.
 *
 * @param alias what the query calls the table; that of the first is {@code t0}
 * @param columns those that become fields
 * @param told those of which the row tells what it has in them: plain ones, and those that were asked for besides
 * @param places for each column of the table its place in a row, from 1; 0 if it is not selected
 * @param references for each column of the table the one that it leads to; null for a plain column, or one that is not
 *     selected
 */
record Join(
        Table<?> table,
        String alias,
        List<Column<?>> columns,
        Set<Column<?>> told,
        List<Integer> places,
        List<@Nullable Join> references) {

    /**
     * Returns what is selected of a table and those that it refers to.
     *
     * @param besides columns of the table that are {@link #tells told} in any case
     */
    static Join of(Table<?> table, Fields fields, Collection<Column<?>> besides) {
        return new Walk().join(table, fields, besides);
    }

    /** Returns the place of a column, which is selected. */
    int indexOf(Column<?> column) {
        return places.get(column.index());
    }

    /**
     * Returns whether a row tells what it has in a column. One that leads to a row which is read as well is null if that
     * is there, unless it was asked for.
     */
    boolean tells(Column<?> column) {
        return told.contains(column);
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
        this.columns.forEach(column -> columns.add(selected(dialect, column)));
        told.stream()
                .filter(column -> !this.columns.contains(column))
                .forEach(column -> columns.add(name(dialect, column)));
        for (Column<?> column : this.columns) {
            Join reference = references.get(column.index());
            if (reference != null) {
                joins.append(" LEFT JOIN ").append(dialect.quote(reference.table.name()));
                joins.append(' ').append(reference.alias).append(" ON ");
                joins.append(reference.key(dialect));
                joins.append(" = ").append(name(dialect, column));
                reference.render(dialect, columns, joins);
            }
        }
    }

    /**
     * The key of a row that is read as well comes from there, and is not sent twice if nobody asked for that: in a page of
     * rows it would be a great part. What is left of the column tells a reference to a row that is missing from none.
     */
    private String selected(Dialect dialect, Column<?> column) {
        Join reference = references.get(column.index());
        return reference == null || told.contains(column)
                ? name(dialect, column)
                : "CASE WHEN " + reference.key(dialect) + " IS NULL THEN " + name(dialect, column) + " END";
    }

    private String key(Dialect dialect) {
        return name(dialect, table.singleKey());
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
            Set<Column<?>> told = new LinkedHashSet<>(besides);
            for (Column<?> column : selected.columns()) {
                places[column.index()] = ++columnCount;
                if (column.reference() == null) {
                    told.add(column);
                }
            }
            for (Column<?> column : told) {
                if (places[column.index()] == 0) {
                    places[column.index()] = ++columnCount;
                }
            }
            List<@Nullable Join> references = new ArrayList<>();
            Join join =
                    new Join(table, alias, selected.columns(), ImmutableSet.copyOf(told), List.of(places), references);
            for (Column<?> column : table.columns()) {
                Table<?> reference = column.reference();
                Fields inside = selected.inside().get(column);
                references.add(
                        reference == null || inside == null
                                ? null
                                : join(reference, inside, List.of(reference.singleKey())));
            }
            return join;
        }
    }
}
