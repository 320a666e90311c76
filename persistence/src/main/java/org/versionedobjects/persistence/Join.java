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
 * @param hidden those that are selected as well, as the row has them, and become no fields
 * @param places for each column of the table its place in a row, from 1, as a field is made of it; 0 if none is. Of a
 *     column that leads to another table this is null where the row there is, since that tells its key anyway.
 * @param own for each column the place of what the row has; 0 if there is none
 * @param references for each column of the table the one that it leads to; null for a plain column, or one that is not
 *     selected
 */
record Join(
        Table<?> table,
        String alias,
        List<Column<?>> columns,
        List<Column<?>> hidden,
        List<Integer> places,
        List<Integer> own,
        List<@Nullable Join> references) {

    /**
     * Returns what is selected of a table and those that it refers to.
     *
     * @param besides columns of which {@link #ownIndexOf} is asked for
     */
    static Join of(Table<?> table, Fields fields, Collection<Column<?>> besides) {
        return new Walk().join(table, fields, besides);
    }

    /** Returns the place of what becomes a field. */
    int indexOf(Column<?> column) {
        return places.get(column.index());
    }

    /** Returns the place of what the row has in a column: a plain one that becomes a field, or one asked for besides. */
    int ownIndexOf(Column<?> column) {
        return own.get(column.index());
    }

    /** Returns whether the row tells what it has in these columns. */
    boolean tells(Collection<Column<?>> asked) {
        return asked.stream().allMatch(column -> ownIndexOf(column) != 0);
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
        hidden.forEach(column -> columns.add(name(dialect, column)));
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

    /** A key that is read of the row that it leads to is not sent twice: in a page of rows that would be a great part. */
    private String selected(Dialect dialect, Column<?> column) {
        Join reference = references.get(column.index());
        return reference == null
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
            List<Column<?>> plain = selected.columns().stream()
                    .<Column<?>>map(column -> column)
                    .filter(column ->
                            column.reference() == null || selected.inside().get(column) == null)
                    .toList();
            List<Column<?>> hidden = besides.stream()
                    .filter(column -> !plain.contains(column))
                    .distinct()
                    .toList();
            Integer[] places = places(table);
            selected.columns().forEach(column -> places[column.index()] = ++columnCount);
            Integer[] own = places(table);
            plain.forEach(column -> own[column.index()] = places[column.index()]);
            hidden.forEach(column -> own[column.index()] = ++columnCount);
            List<@Nullable Join> references = new ArrayList<>();
            Join join = new Join(table, alias, selected.columns(), hidden, List.of(places), List.of(own), references);
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

        private static Integer[] places(Table<?> table) {
            Integer[] places = new Integer[table.columns().size()];
            Arrays.fill(places, 0);
            return places;
        }
    }
}
