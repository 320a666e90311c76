package org.versionedobjects.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.TableWalk.Row;

/**
 * Reads the rows of one table in the order of their keys. Immutable and thread-safe.
 *
 * @param <O> the class of the objects
 */
final class RowWalker<O extends VersionedObject> {
    private static final Logger LOG = LoggerFactory.getLogger(RowWalker.class);

    private final Table<O> table;
    private final Join root;
    private final RowShape<O> shape;
    private final Dialects dialects;
    private final Failures failures;

    RowWalker(Table<O> table, Dialects dialects, Failures failures) {
        this.table = table;
        this.root = Join.of(table, Fields.all(), table.key());
        this.shape = RowShape.of(table, root);
        this.dialects = dialects;
        this.failures = failures;
    }

    /** A condition, and what its parameters are. */
    private record Condition(String text, List<Object> values) {
        static final Condition NONE = new Condition("", List.of());
    }

    @FunctionalInterface
    private interface RowMapper<R> {
        R map(ResultRow row) throws SQLException;
    }

    RowKey key(String text) {
        return RowKey.parse(table.key(), text);
    }

    List<Row<O>> next(Session session, @Nullable RowKey after, int most) {
        Dialect dialect = dialects.of(session);
        return rows(session, root.select(dialect), after(dialect, "t0.", after), most, false);
    }

    List<Row<O>> nextLocked(Session session, @Nullable RowKey after, int most) {
        Dialect dialect = dialects.of(session);
        if (!root.hasReferences()) {
            return rows(session, root.select(dialect), after(dialect, "t0.", after), most, true);
        }
        List<RowKey> keys = keys(session, after, most, true);
        if (keys.isEmpty()) {
            return List.of();
        }
        Condition range = between(dialect, "t0.", after, keys.get(keys.size() - 1));
        String select = dialect.newest(root.select(dialect) + range.text() + order(dialect, "t0."));
        Set<RowKey> locked = Set.copyOf(keys);
        return query(session, select, range.values(), this::row).stream()
                .filter(row -> locked.contains(row.key())) // others came only now
                .toList();
    }

    List<RowKey> nextKeys(Session session, @Nullable RowKey after, int most) {
        return keys(session, after, most, false);
    }

    Optional<O> locked(Session session, RowKey key) {
        Dialect dialect = dialects.of(session);
        Condition same = new Condition(" WHERE " + equal(dialect, "t0.", table.key()), key.bound());
        if (!root.hasReferences()) {
            String select = dialect.locking(root.select(dialect) + same.text());
            return first(query(session, select, same.values(), this::row));
        }
        String lock = "SELECT " + keyNames(dialect, "") + " FROM " + dialect.quote(table.name()) + " WHERE "
                + equal(dialect, "", table.key());
        query(session, dialect.locking(lock), same.values(), row -> true);
        String select = dialect.newest(root.select(dialect) + same.text());
        return first(query(session, select, same.values(), this::row));
    }

    private static <O extends VersionedObject> Optional<O> first(List<Row<O>> rows) {
        return rows.stream().findFirst().map(Row::object);
    }

    long count(Session session) {
        String select = "SELECT count(*) FROM " + dialects.of(session).quote(table.name());
        return query(session, select, List.of(), row -> row.results().getLong(1))
                .get(0);
    }

    private List<Row<O>> rows(Session session, String select, Condition range, int most, boolean locked) {
        Dialect dialect = dialects.of(session);
        String piece = select + range.text() + order(dialect, "t0.") + limit(most);
        return query(session, locked ? dialect.locking(piece) : piece, range.values(), this::row);
    }

    private List<RowKey> keys(Session session, @Nullable RowKey after, int most, boolean locked) {
        Dialect dialect = dialects.of(session);
        Condition range = after(dialect, "", after);
        String piece = "SELECT " + keyNames(dialect, "") + " FROM " + dialect.quote(table.name()) + range.text()
                + order(dialect, "") + limit(most);
        return query(
                session,
                locked ? dialect.locking(piece) : piece,
                range.values(),
                row -> RowKey.of(table.key(), JdbcValues.readAll(dialect, row.results())));
    }

    private Row<O> row(ResultRow row) throws SQLException {
        List<@Nullable Object> held = new ArrayList<>();
        for (Column<?> column : table.key()) {
            held.add(row.value(root.indexOf(column)));
        }
        return new Row<>(RowKey.of(table.key(), held), shape.object(row));
    }

    // ---- texts ----

    private static String limit(int most) {
        return " LIMIT " + most;
    }

    private String order(Dialect dialect, String prefix) {
        return " ORDER BY " + keyNames(dialect, prefix);
    }

    private String keyNames(Dialect dialect, String prefix) {
        StringJoiner names = new StringJoiner(", ");
        table.key().forEach(column -> names.add(prefix + dialect.quote(column.name())));
        return names.toString();
    }

    private static String equal(Dialect dialect, String prefix, List<Column<?>> columns) {
        StringJoiner conditions = new StringJoiner(" AND ");
        columns.forEach(column -> conditions.add(prefix + dialect.quote(column.name()) + " = ?"));
        return conditions.toString();
    }

    private Condition after(Dialect dialect, String prefix, @Nullable RowKey after) {
        if (after == null) {
            return Condition.NONE;
        }
        List<Object> values = new ArrayList<>();
        return new Condition(" WHERE " + compared(dialect, prefix, Order.AFTER, after, values), values);
    }

    private Condition between(Dialect dialect, String prefix, @Nullable RowKey after, RowKey last) {
        List<Object> values = new ArrayList<>();
        String upTo = " WHERE " + compared(dialect, prefix, Order.UP_TO, last, values);
        return after == null
                ? new Condition(upTo, values)
                : new Condition(upTo + " AND " + compared(dialect, prefix, Order.AFTER, after, values), values);
    }

    /** Where keys are in relation to one: how their columns compare before the last, how the last does. */
    private enum Order {
        AFTER(" > ", " > "),
        UP_TO(" < ", " <= ");

        private final String before;
        private final String last;

        Order(String before, String last) {
            this.before = before;
            this.last = last;
        }
    }

    /**
     * Renders how a key compares with one: by the first column that differs. Of several columns the first is compared
     * alone as well, since for that engines use an index.
     */
    private String compared(Dialect dialect, String prefix, Order order, RowKey key, List<Object> values) {
        List<Column<?>> columns = table.key();
        String start = "";
        if (columns.size() > 1) {
            start = prefix + dialect.quote(columns.get(0).name()) + order.before.stripTrailing() + "= ? AND ";
            values.add(key.bound().get(0));
        }
        StringJoiner choices = new StringJoiner(" OR ", columns.size() > 1 ? "(" : "", columns.size() > 1 ? ")" : "");
        for (int index = 0; index < columns.size(); index++) {
            String same = index == 0 ? "" : equal(dialect, prefix, columns.subList(0, index)) + " AND ";
            String sign = index == columns.size() - 1 ? order.last : order.before;
            choices.add(same + prefix + dialect.quote(columns.get(index).name()) + sign + "?");
            values.addAll(key.bound().subList(0, index + 1));
        }
        return start + choices;
    }

    // ---- statements ----

    private <R> List<R> query(Session session, String sql, List<Object> values, RowMapper<R> mapper) {
        session.beforeStatement();
        LOG.debug("{}", sql);
        List<R> found = new ArrayList<>();
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            Dialect dialect = dialects.of(session);
            JdbcValues.bind(dialect, statement, values);
            try (ResultSet results = statement.executeQuery()) {
                ResultRow row = new ResultRow(dialect, results);
                while (row.next()) {
                    found.add(mapper.map(row));
                }
            }
        } catch (SQLException e) {
            throw failures.onRead(session, e, table);
        }
        return found;
    }
}
