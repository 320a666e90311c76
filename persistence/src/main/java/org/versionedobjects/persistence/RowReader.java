package org.versionedobjects.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.versionedobjects.Field;
import org.versionedobjects.StateAccess;
import org.versionedobjects.UnknownFieldException;
import org.versionedobjects.VersionedObject;

/**
 * Reads rows of one table together with the rows that they refer to, in one statement. Immutable and thread-safe.
 *
 * @param <O> the class of the objects
 */
final class RowReader<O extends VersionedObject> {
    private static final Logger LOG = LoggerFactory.getLogger(RowReader.class);

    private final Table<O> table;
    private final Loading<O> loading;
    private final Join root;
    private final RowShape<O> shape;
    private final Dialects dialects;
    private final Failures failures;
    private volatile @Nullable String select;

    /** The queries by one column, for each column the one for rows that are there and the one for all. */
    private final AtomicReferenceArray<@Nullable String> finding;

    RowReader(Table<O> table, Dialects dialects, Failures failures) {
        this(table, Loading.whole(), List.of(), dialects, failures);
    }

    RowReader(Table<O> table, LazyRules rules, Dialects dialects, Failures failures) {
        this(table, Loading.<O>whole().under(rules), List.of(), dialects, failures);
    }

    private RowReader(
            Table<O> table, Loading<O> loading, List<Column<?>> besides, Dialects dialects, Failures failures) {
        this.table = table;
        this.loading = loading;
        this.dialects = dialects;
        this.failures = failures;
        this.root = Join.of(table, loading.fields(), besides);
        this.shape = RowShape.of(table, root);
        this.finding = new AtomicReferenceArray<>(2 * table.columns().size());
    }

    Loading<O> loading() {
        return loading;
    }

    /**
     * Returns a reader that loads in another way.
     *
     * @throws UnknownFieldException if a field has no column
     */
    RowReader<O> loading(Loading<O> newLoading) {
        return newLoading.equals(loading) ? this : new RowReader<>(table, newLoading, List.of(), dialects, failures);
    }

    /** Returns a reader that tells, of each row, what is in these columns and no other references, whatever it loads. */
    RowReader<O> besides(List<Column<?>> columns) {
        return columns.stream().allMatch(root::tells)
                ? this
                : new RowReader<>(table, loading, columns, dialects, failures);
    }

    Join root() {
        return root;
    }

    /** Returns the query for all that an object is made of, without a condition; the table is called {@code t0}. */
    String select(Dialect dialect) {
        String known = select;
        if (known == null) {
            known = root.select(dialect);
            select = known;
        }
        return known;
    }

    boolean hasReferences() {
        return root.hasReferences();
    }

    /**
     * Which rows are read.
     *
     * @param by the columns to search by
     * @param values what they are to hold
     * @param includingDeleted whether rows that are softly deleted count
     * @param most how many rows are read at most
     */
    record Search(List<Column<?>> by, List<?> values, boolean includingDeleted, int most) {
        Search {
            by = List.copyOf(by);
            values = List.copyOf(values);
        }
    }

    /** Returns the objects of the rows. */
    List<O> find(Session session, Search search) {
        return objects(session, finding(dialects.of(session), search), search);
    }

    /** Returns the query; one by a single column is always the same text, which drivers find again sooner. */
    private String finding(Dialect dialect, Search search) {
        if (search.by().size() > 1) {
            return select(dialect) + where(dialect, "t0.", search);
        }
        int place = 2 * search.by().get(0).index() + (search.includingDeleted() ? 1 : 0);
        String known = finding.get(place);
        if (known == null) {
            known = select(dialect) + where(dialect, "t0.", search);
            finding.set(place, known);
        }
        return known;
    }

    /** Returns the objects of the rows as others have committed them, even where the transaction sees a snapshot. */
    List<O> findNewest(Session session, Search search) {
        Dialect dialect = dialects.of(session);
        return objects(session, dialect.newest(select(dialect) + where(dialect, "t0.", search)), search);
    }

    /** Locks the rows, then reads as {@link #find} does: of referenced rows none is locked. */
    List<O> findLocked(Session session, Search search) {
        Dialect dialect = dialects.of(session);
        if (!hasReferences()) {
            String sql = dialect.locking(select(dialect) + where(dialect, "t0.", search));
            return objects(session, sql, search);
        }
        String lock = "SELECT " + dialect.quote(table.singleKey().name()) + " FROM " + dialect.quote(table.name())
                + where(dialect, "", search);
        List<Boolean> locked = query(session, dialect.locking(lock), search, row -> true);
        return locked.isEmpty() ? List.of() : findNewest(session, search);
    }

    /**
     * What is in a row.
     *
     * @param values what the fields of an object are to have
     * @param dangling the references to rows that are not there
     */
    record RowState(List<StateAccess.Assigned<?>> values, List<Field<?>> dangling) {
        /** Has an object take over values and their absence. */
        void putInto(Session session, VersionedObject object) {
            session.written(StateAccess.saved(object, List.of(), values));
            session.written(StateAccess.unloaded(object, dangling));
        }
    }

    /** Returns what is in the row with this key; empty if there is no row. */
    Optional<RowState> read(Session session, Collection<?> key) {
        Dialect dialect = dialects.of(session);
        Search search = new Search(table.key(), List.copyOf(key), true, 1);
        return rowState(session, select(dialect) + where(dialect, "t0.", search), search);
    }

    /** Locks the row with this key, then returns what {@link #read} does, in its newest state. */
    Optional<RowState> readLocked(Session session, Collection<?> key) {
        Dialect dialect = dialects.of(session);
        Search search = new Search(table.key(), List.copyOf(key), true, 1);
        String lock = "SELECT " + dialect.quote(table.singleKey().name()) + " FROM " + dialect.quote(table.name())
                + where(dialect, "", search);
        if (query(session, dialect.locking(lock), search, row -> true).isEmpty()) {
            return Optional.empty();
        }
        return rowState(session, dialect.newest(select(dialect) + where(dialect, "t0.", search)), search);
    }

    private Optional<RowState> rowState(Session session, String sql, Search search) {
        List<RowState> rows = query(session, sql, search, row -> {
            List<StateAccess.Assigned<?>> assigned = new ArrayList<>();
            Set<Field<?>> missing = new LinkedHashSet<>(Table.fieldsOf(root.columns()));
            shape.fill(row, (column, value) -> {
                assigned.add(RowWriter.assigned(column.field(), value));
                missing.remove(column.field());
                if (value instanceof VersionedObject other && column.reference() != null) {
                    fetcher().attachReferred(root.references().get(column.index()), List.of(other), inside());
                }
            });
            return new RowState(assigned, List.copyOf(missing));
        });
        return rows.stream().findFirst();
    }

    private String where(Dialect dialect, String prefix, Search search) {
        StringJoiner conditions = new StringJoiner(" AND ", " WHERE ", "");
        search.by().forEach(column -> conditions.add(prefix + dialect.quote(column.name()) + " = ?"));
        SoftDeletion deletion = table.softDeletion();
        if (deletion != null && !search.includingDeleted()) {
            conditions.add(prefix + dialect.quote(deletion.deletedAt().name()) + " IS NULL");
        }
        return conditions.toString();
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface RowMapper<R> {
        R map(ResultRow row) throws SQLException;
    }

    /** Returns the object of a row of {@link #select}. */
    O object(ResultRow row) throws SQLException {
        return shape.object(row);
    }

    /** Returns the object that a row of {@link #select} refers to by a column; null if there is none. */
    @Nullable
    VersionedObject referred(ResultRow row, Column<?> column) throws SQLException {
        return shape.referred(row, column);
    }

    /**
     * Returns what a row of {@link #select} has in a column of the table, as the database gives it.
     *
     * @throws IllegalStateException if the row does not tell it; ask for it {@link #besides}
     */
    @Nullable
    Object raw(ResultRow row, Column<?> column) throws SQLException {
        if (!root.tells(column)) {
            throw new IllegalStateException("The query does not tell what is in " + table.name() + "." + column.name());
        }
        return row.value(root.indexOf(column));
    }

    /** Returns what makes objects of the rows of other queries. */
    LabelMapper<O> labelMapper() {
        return new LabelMapper<>(table, dialects);
    }

    /** Passes on what each field that is loaded is to have, but for references to rows that are not there. */
    void fill(ResultRow row, BiConsumer<Column<?>, @Nullable Object> target) throws SQLException {
        shape.fill(row, target);
    }

    Dialect dialect(Session session) {
        return dialects.of(session);
    }

    private List<O> objects(Session session, String sql, Search search) {
        return complete(session, query(session, sql, search, this::object));
    }

    /** Brings to objects that were just loaded what else is to be loaded with them, and returns them. */
    List<O> complete(Session session, List<O> objects) {
        Fetcher fetcher = fetcher();
        fetcher.attach(root, objects, loading.laziness());
        loading.relations().forEach(relation -> fetcher.fetch(session, relation, loading.laziness(), objects));
        return objects;
    }

    private @Nullable Laziness inside() {
        return loading.laziness() == null ? null : loading.laziness().inside();
    }

    Fetcher fetcher() {
        return new Fetcher(dialects, failures);
    }

    private <R> List<R> query(Session session, String sql, Search search, RowMapper<R> mapper) {
        return query(session, sql, search.values(), search.most(), mapper);
    }

    /**
     * Returns what is made of each row of a query.
     *
     * @param most how many rows are read at most; 0 for all
     */
    <R> List<R> query(Session session, String sql, Collection<?> parameters, int most, RowMapper<R> mapper) {
        List<R> found = new ArrayList<>();
        read(session, sql, parameters, most, row -> found.add(mapper.map(row)));
        return found;
    }

    /** Takes a row. */
    @FunctionalInterface
    interface RowTarget {
        void take(ResultRow row) throws SQLException;
    }

    /** Passes on each row of a query. */
    void each(Session session, String sql, Collection<?> parameters, RowTarget target) {
        read(session, sql, parameters, 0, target);
    }

    private void read(Session session, String sql, Collection<?> parameters, int most, RowTarget target) {
        session.beforeStatement();
        LOG.debug("{}", sql);
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            statement.setMaxRows(most);
            Dialect dialect = dialects.of(session);
            JdbcValues.bind(dialect, statement, parameters);
            try (ResultSet results = statement.executeQuery()) {
                ResultRow row = new ResultRow(dialect, results);
                while (row.next()) {
                    target.take(row);
                }
            }
        } catch (SQLException e) {
            throw failures.onRead(session, e, table);
        }
    }
}
