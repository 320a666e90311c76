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
    private final String select;
    private final Dialects dialects;

    /** A table in the join: where its columns start in a row, and the tables that its references lead to. */
    private record Node(Table<?> table, String alias, int first, List<@Nullable Node> references) {
        int indexOf(Column<?> column) {
            return first + column.index();
        }
    }

    RowReader(Table<O> table, Dialects dialects) {
        Joins joins = new Joins();
        this.table = table;
        this.dialects = dialects;
        this.root = joins.node(table);
        this.select = "SELECT " + joins.columns + " FROM " + table.name() + " " + root.alias + joins.joins;
    }

    /** Collects the text of the statement while it walks along the references, which have no cycles. */
    private static final class Joins {
        private final StringJoiner columns = new StringJoiner(", ");
        private final StringBuilder joins = new StringBuilder();
        private int columnCount;
        private int tableCount;

        Node node(Table<?> table) {
            String alias = "t" + tableCount++;
            int first = columnCount + 1;
            columnCount += table.columns().size();
            table.columns().forEach(column -> columns.add(alias + "." + column.name()));
            List<@Nullable Node> references = new ArrayList<>();
            Node node = new Node(table, alias, first, references);
            for (Column<?> column : table.columns()) {
                Table<?> reference = column.reference();
                references.add(reference == null ? null : joined(reference, alias + "." + column.name()));
            }
            return node;
        }

        private Node joined(Table<?> reference, String from) {
            String alias = "t" + tableCount;
            joins.append(" LEFT JOIN ").append(reference.name()).append(' ').append(alias);
            joins.append(" ON ")
                    .append(alias)
                    .append('.')
                    .append(reference.singleKey().name());
            joins.append(" = ").append(from);
            return node(reference);
        }
    }

    private boolean hasReferences() {
        return root.references.stream().anyMatch(reference -> reference != null);
    }

    /** Returns the objects of at most {@code most} rows with these column values. */
    List<O> find(Session session, List<Column<?>> by, Collection<?> values, int most) {
        return query(session, select + where("t0.", by), values, most, this::load);
    }

    /** Locks the rows with these column values, then reads as {@link #find} does: of referenced rows none is locked. */
    List<O> findLocked(Session session, List<Column<?>> by, Collection<?> values, int most) {
        Dialect dialect = dialects.of(session);
        if (!hasReferences()) {
            String sql = dialect.locking(select + where("t0.", by));
            return query(session, sql, values, most, this::load);
        }
        String lock = "SELECT " + table.singleKey().name() + " FROM " + table.name() + where("", by);
        List<Boolean> locked = query(session, dialect.locking(lock), values, most, row -> true);
        return locked.isEmpty() ? List.of() : find(session, by, values, most);
    }

    /** Returns what is in the row with this key as assignments to an object; empty if there is no row. */
    List<StateAccess.Assigned<?>> read(Session session, Collection<?> key) {
        List<List<StateAccess.Assigned<?>>> rows = query(session, select + where("t0.", table.key()), key, 1, row -> {
            List<StateAccess.Assigned<?>> assigned = new ArrayList<>();
            fill(root, row, (column, value) -> assigned.add(RowWriter.assigned(column.field(), value)));
            return assigned;
        });
        return rows.isEmpty() ? List.of() : rows.get(0);
    }

    private static String where(String prefix, List<Column<?>> by) {
        StringJoiner conditions = new StringJoiner(" AND ", " WHERE ", "");
        by.forEach(column -> conditions.add(prefix + column.name() + " = ?"));
        return conditions.toString();
    }

    @FunctionalInterface
    private interface RowMapper<R> {
        R map(ResultSet row) throws SQLException;
    }

    private <R> List<R> query(Session session, String sql, Collection<?> values, int most, RowMapper<R> mapper) {
        LOG.debug("{}", sql);
        Dialect dialect = dialects.of(session);
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
            session.failed(Failures.withoutSecrets(e, table));
            throw Failures.onRead(dialect, e, table);
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
