package org.versionedobjects.persistence;

import com.google.common.collect.Lists;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObject;

/**
 * Finds rows of one table, and what is in them. Immutable and thread-safe.
 *
 * @param <O> the class of the objects
 */
final class RowFinder<O extends VersionedObject> {
    private final Table<O> table;
    private final RowReader<O> reader;

    RowFinder(Table<O> table, RowReader<O> reader) {
        this.table = table;
        this.reader = reader;
    }

    /** Makes something of a row and the object in it. */
    @FunctionalInterface
    interface Target<O, R> {
        R of(O object, Row row) throws SQLException;
    }

    /** The row that is being read. */
    @FunctionalInterface
    interface Row {
        /**
         * Returns what a column of the table has that was asked for {@link RowFinder#besides}, as the database gives it;
         * where that can be no parameter, what a save would make of it.
         */
        @Nullable
        Object get(Column<?> column) throws SQLException;
    }

    private static @Nullable Object parameter(Column<?> column, @Nullable Object raw) {
        return raw == null || JdbcValues.isKnown(raw) ? raw : column.normalized(raw);
    }

    /** Returns one that tells, of each row, what is in these columns, whatever fields objects are loaded with. */
    RowFinder<O> besides(List<Column<?>> columns) {
        RowReader<O> telling = reader.besides(columns);
        return telling == reader ? this : new RowFinder<>(table, telling);
    }

    List<O> list(Session session, Selection selection) {
        return list(session, selection, (object, row) -> object);
    }

    <R> List<R> list(Session session, Selection selection, Target<? super O, R> target) {
        Dialect dialect = reader.dialect(session);
        RowSql sql = selecting(dialect, selection);
        List<O> objects = new ArrayList<>();
        List<R> found = query(session, sql, row -> made(row, target, objects));
        reader.complete(session, objects);
        return found;
    }

    private <R> R made(ResultRow row, Target<? super O, R> target, List<O> objects) throws SQLException {
        O object = reader.object(row);
        objects.add(object);
        return target.of(object, column -> parameter(column, reader.raw(row, column)));
    }

    private RowSql selecting(Dialect dialect, Selection selection) {
        RowSql sql = selection.start(dialect);
        sql.sql().add(reader.select(dialect));
        selection.writeTail(sql);
        return sql;
    }

    /**
     * Locks rows until the transaction ends, then returns what is made of them in their newest state. Of referenced rows
     * none is locked.
     *
     * @throws TransactionRefusedException if there is no transaction, or one that only reads
     */
    <R> List<R> listLocked(Session session, Selection selection, Target<? super O, R> target) {
        checkLockable(session);
        Dialect dialect = reader.dialect(session);
        List<O> objects = new ArrayList<>();
        if (!reader.hasReferences()) {
            RowSql sql = selecting(dialect, selection);
            String locking = dialect.locking(sql.sql().text());
            List<R> locked = query(session, locking, sql, row -> made(row, target, objects));
            reader.complete(session, objects);
            return locked;
        }
        List<R> found = new ArrayList<>();
        for (List<List<Object>> keys : chunks(lockedKeys(session, selection))) {
            RowSql sql = selecting(
                    dialect,
                    Selection.all(table, true)
                            .with(new Criterion.Keys(table.key(), keys))
                            .by(selection.sort()));
            String newest = dialect.newest(sql.sql().text());
            found.addAll(query(session, newest, sql, row -> made(row, target, objects)));
        }
        reader.complete(session, objects);
        return found;
    }

    private static void checkLockable(Session session) {
        session.beforeWrite();
        if (session.isCommittingAlone()) {
            throw new TransactionRefusedException(
                    Facts.problem("rows stay locked until the transaction ends, and there is none")
                            .withAdvice("put store.write(…) around it"),
                    null);
        }
    }

    private List<List<Object>> lockedKeys(Session session, Selection selection) {
        Dialect dialect = reader.dialect(session);
        RowSql sql = selection.start(dialect);
        String before = "SELECT ";
        for (Column<?> key : table.key()) {
            sql.sql().add(before);
            sql.name(key);
            before = ", ";
        }
        selection.writeFrom(sql);
        selection.writeTail(sql);
        return query(session, dialect.locking(sql.sql().text()), sql, this::key);
    }

    private List<Object> key(ResultRow row) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (int index = 0; index < table.key().size(); index++) {
            Object value = parameter(table.key().get(index), row.value(index + 1));
            key.add(Objects.requireNonNull(value, "key"));
        }
        return key;
    }

    private List<List<List<Object>>> chunks(List<List<Object>> keys) {
        return Lists.partition(keys, Selection.MOST_PARAMETERS / table.key().size());
    }

    long count(Session session, Selection selection) {
        RowSql sql = selection.start(reader.dialect(session));
        boolean isLimited = selection.limit() != Selection.NO_LIMIT;
        sql.sql().add(isLimited ? "SELECT COUNT(*) FROM (SELECT 1 AS one" : "SELECT COUNT(*)");
        selection.writeFrom(sql);
        selection.unsorted().writeTail(sql);
        sql.sql().add(isLimited ? ") counted" : "");
        return query(session, sql, row -> row.results().getLong(1)).get(0);
    }

    boolean exists(Session session, Selection selection) {
        RowSql sql = selection.start(reader.dialect(session));
        sql.sql().add("SELECT 1");
        selection.writeFrom(sql);
        selection.unsorted().most(1).writeTail(sql);
        return !query(session, sql, row -> true).isEmpty();
    }

    private <R> List<R> query(Session session, RowSql sql, RowReader.RowMapper<R> mapper) {
        return query(session, sql.sql().text(), sql, mapper);
    }

    private <R> List<R> query(Session session, String text, RowSql sql, RowReader.RowMapper<R> mapper) {
        List<Object> parameters = sql.sql().parameters();
        if (parameters.size() > Selection.MOST_PARAMETERS) {
            throw new IllegalArgumentException("A statement on the table " + table.name() + " would have "
                    + parameters.size() + " parameters, but not every database takes more than "
                    + Selection.MOST_PARAMETERS + "; find many values with findAll(field, values)");
        }
        return reader.query(session, text, parameters, 0, mapper);
    }
}
