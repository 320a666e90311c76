package org.versionedobjects.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.versionedobjects.Field;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectType;
import org.versionedobjects.StateAccess;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;

/**
 * Reads rows of one table together with the rows that they refer to, in one statement. Immutable and thread-safe.
 *
 * @param <O> the class of the objects
 */
final class RowReader<O extends VersionedObject> {
    private static final Logger LOG = LoggerFactory.getLogger(RowReader.class);

    private final Table<O> table;
    private final Node root;
    private final Dialects dialects;
    private final Failures failures;
    private volatile @Nullable String select;

    /** A table in the join: where its columns start in a row, and the tables that its references lead to. */
    private record Node(Table<?> table, String alias, int first, List<@Nullable Node> references) {
        int indexOf(Column<?> column) {
            return first + column.index();
        }
    }

    RowReader(Table<O> table, Dialects dialects, Failures failures) {
        this.table = table;
        this.dialects = dialects;
        this.failures = failures;
        this.root = new Joins().node(table);
    }

    /** Numbers tables and columns while it walks along the references, which have no cycles. */
    private static final class Joins {
        private int columnCount;
        private int tableCount;

        Node node(Table<?> table) {
            String alias = "t" + tableCount++;
            int first = columnCount + 1;
            columnCount += table.columns().size();
            List<@Nullable Node> references = new ArrayList<>();
            Node node = new Node(table, alias, first, references);
            for (Column<?> column : table.columns()) {
                Table<?> reference = column.reference();
                references.add(reference == null ? null : node(reference));
            }
            return node;
        }
    }

    /** The text of the query, rendered on the way along the nodes. */
    private record Rendered(Dialect dialect, StringJoiner columns, StringBuilder joins) {
        static String of(Node root, Dialect dialect) {
            Rendered rendered = new Rendered(dialect, new StringJoiner(", "), new StringBuilder());
            rendered.add(root);
            return "SELECT " + rendered.columns + " FROM " + dialect.quote(root.table.name()) + " " + root.alias
                    + rendered.joins;
        }

        private void add(Node node) {
            for (Column<?> column : node.table.columns()) {
                columns.add(name(node, column));
            }
            for (Column<?> column : node.table.columns()) {
                Node reference = node.references.get(column.index());
                if (reference != null) {
                    join(name(node, column), reference);
                }
            }
        }

        private void join(String from, Node reference) {
            joins.append(" LEFT JOIN ").append(dialect.quote(reference.table.name()));
            joins.append(' ').append(reference.alias).append(" ON ");
            joins.append(name(reference, reference.table.singleKey()))
                    .append(" = ")
                    .append(from);
            add(reference);
        }

        private String name(Node node, Column<?> column) {
            return node.alias + "." + dialect.quote(column.name());
        }
    }

    private String select(Dialect dialect) {
        String known = select;
        if (known == null) {
            known = Rendered.of(root, dialect);
            select = known;
        }
        return known;
    }

    private boolean hasReferences() {
        return root.references.stream().anyMatch(reference -> reference != null);
    }

    /** Returns the objects of at most {@code most} rows with these column values. */
    List<O> find(Session session, List<Column<?>> by, Collection<?> values, int most) {
        Dialect dialect = dialects.of(session);
        return query(session, select(dialect) + where(dialect, "t0.", by), values, most, this::load);
    }

    /** Locks the rows with these column values, then reads as {@link #find} does: of referenced rows none is locked. */
    List<O> findLocked(Session session, List<Column<?>> by, Collection<?> values, int most) {
        Dialect dialect = dialects.of(session);
        if (!hasReferences()) {
            String sql = dialect.locking(select(dialect) + where(dialect, "t0.", by));
            return query(session, sql, values, most, this::load);
        }
        String lock = "SELECT " + dialect.quote(table.singleKey().name()) + " FROM " + dialect.quote(table.name())
                + where(dialect, "", by);
        List<Boolean> locked = query(session, dialect.locking(lock), values, most, row -> true);
        return locked.isEmpty() ? List.of() : find(session, by, values, most);
    }

    /** Returns what is in the row with this key as assignments to an object; empty if there is no row. */
    List<StateAccess.Assigned<?>> read(Session session, Collection<?> key) {
        Dialect dialect = dialects.of(session);
        String sql = select(dialect) + where(dialect, "t0.", table.key());
        List<List<StateAccess.Assigned<?>>> rows = query(session, sql, key, 1, row -> {
            List<StateAccess.Assigned<?>> assigned = new ArrayList<>();
            fill(root, row, (column, value) -> assigned.add(RowWriter.assigned(column.field(), value)));
            return assigned;
        });
        return rows.isEmpty() ? List.of() : rows.get(0);
    }

    private static String where(Dialect dialect, String prefix, List<Column<?>> by) {
        StringJoiner conditions = new StringJoiner(" AND ", " WHERE ", "");
        by.forEach(column -> conditions.add(prefix + dialect.quote(column.name()) + " = ?"));
        return conditions.toString();
    }

    @FunctionalInterface
    private interface RowMapper<R> {
        R map(ResultSet row) throws SQLException;
    }

    private <R> List<R> query(Session session, String sql, Collection<?> values, int most, RowMapper<R> mapper) {
        session.beforeStatement();
        LOG.debug("{}", sql);
        List<R> found = new ArrayList<>();
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            statement.setMaxRows(most);
            JdbcValues.bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(mapper.map(row));
                }
            }
        } catch (SQLException e) {
            throw failures.onRead(session, e, table);
        }
        return found;
    }

    /**
     * Passes on each column's value as the field's type has it. A reference to a row that is not there is left out, so
     * that its field stays unset.
     */
    private static void fill(Node node, ResultSet row, BiConsumer<Column<?>, @Nullable Object> target)
            throws SQLException {
        for (Column<?> column : node.table.columns()) {
            Object raw = JdbcValues.read(row, node.indexOf(column));
            Node reference = node.references.get(column.index());
            if (reference == null || raw == null) {
                target.accept(column, coerced(node.table, column, raw));
            } else if (JdbcValues.read(row, reference.indexOf(reference.table.singleKey())) != null) {
                target.accept(column, loaded(reference.table.type(), reference, row));
            }
        }
    }

    private O load(ResultSet row) throws SQLException {
        return loaded(table.type(), root, row);
    }

    private static <T extends VersionedObject> T loaded(ObjectType<T> type, Node node, ResultSet row)
            throws SQLException {
        T object = StateAccess.newForLoading(type);
        fill(node, row, (column, value) -> StateAccess.load(object, column.slot(), value));
        return object;
    }

    private static @Nullable Object coerced(Table<?> table, Column<?> column, @Nullable Object raw) {
        Field<?> field = column.field();
        try {
            if (raw == null && !field.type().isNullable()) {
                throw InvalidValueException.expected(field.type().describe(), null);
            }
            return field.type().coerce(raw);
        } catch (VersionedObjectException e) {
            VersionedObjectException located = e.within(field.name()).of(table.type());
            throw column.isSecret() ? located.masked() : located;
        }
    }
}
