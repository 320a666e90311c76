package org.versionedobjects.persistence;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.versionedobjects.persistence.BulkStatements.Rows;

/**
 * Carries out many plans of one form by as few statements as the engine can. Either all statements succeed, and the objects
 * whose rows were written learn of it, or it throws, and the caller goes back to a savepoint. Thread-safe.
 */
final class BulkWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BulkWriter.class);
    private final Dialects dialects;
    private final Failures failures;

    BulkWriter(Dialects dialects, Failures failures) {
        this.dialects = dialects;
        this.failures = failures;
    }

    /** What plans must have in common: the kind of statement, and its columns. */
    record Form(Class<? extends SavePlan> kind, BitSet columns) {
        static Form of(SavePlan plan) {
            return new Form(plan.getClass(), ParameterList.columns(plan));
        }

        /** Returns whether the forms of two plans are equal. */
        static boolean isSame(SavePlan one, SavePlan other) {
            return one.getClass() == other.getClass() && ParameterList.haveSameColumns(one, other);
        }
    }

    /**
     * Carries out plans of one form.
     *
     * @return those whose row was not the one expected
     * @throws StoreException if the database refuses one of the rows, whichever that is, or the statement itself
     * @throws UncountedException if the driver does not tell what it wrote
     */
    List<SavePlan> execute(Session session, Form form, List<? extends SavePlan> plans) {
        session.beforeWrite();
        try {
            return form.kind() == SavePlan.Insert.class ? insert(session, form, plans) : change(session, form, plans);
        } catch (SQLException e) {
            dialects.of(session).bulkStatements().forget(plans.get(0).table());
            throw failures.onWrite(session, ofRow(e), plans.get(0));
        }
    }

    /** Returns what a batch failed by; the exception of the batch itself says less. */
    private static SQLException ofRow(SQLException failure) {
        if (failure instanceof BatchUpdateException) {
            SQLException next = failure.getNextException();
            if (next != null) {
                return next;
            }
            if (failure.getCause() instanceof SQLException cause) {
                return cause;
            }
        }
        return failure;
    }

    // ---- inserts ----

    private List<SavePlan> insert(Session session, Form form, List<? extends SavePlan> plans) throws SQLException {
        Dialect dialect = dialects.of(session);
        Table<?> table = plans.get(0).table();
        Column<?> generated = RowWriter.generatedKey(table, form.columns());
        boolean isReturned = dialect.bulkStatements().canReturn() && areTold(table, form, plans);
        if (form.columns().isEmpty() || (generated != null && !isReturned && !dialect.tellsKeysOfBatches())) {
            throw new UncountedException("a key of a new row is not told");
        }
        if (generated != null && !isReturned) {
            insertBatch(session, form, plans, generated);
            return List.of();
        }
        List<List<@Nullable Object>> values = values(form, plans);
        int from = 0;
        while (from < plans.size()) {
            int to = from + dialect.bulkStatements().fitting(values.subList(from, plans.size()));
            Rows rows = new Rows(table, table.columns(form.columns()), values.subList(from, to));
            insertRows(session, rows, plans.subList(from, to), generated);
            from = to;
        }
        return List.of();
    }

    /** Returns whether each row has a natural key by which it is known among those that the statement returns. */
    private static boolean areTold(Table<?> table, Form form, List<? extends SavePlan> plans) {
        List<Column<?>> identity = table.identity();
        if (identity.stream().anyMatch(column -> !form.columns().get(column.index()))) {
            return false;
        }
        for (SavePlan plan : plans) {
            SavePlan.Insert insert = (SavePlan.Insert) plan;
            if (identity.stream().anyMatch(column -> insert.row().at(column) == null)) {
                return false;
            }
        }
        return true;
    }

    private void insertRows(Session session, Rows rows, List<? extends SavePlan> plans, @Nullable Column<?> generated)
            throws SQLException {
        Dialect dialect = dialects.of(session);
        Table<?> table = rows.table();
        List<Column<?>> returning = new ArrayList<>();
        if (generated != null) {
            returning.add(generated);
            returning.addAll(table.identity());
        }
        try (PreparedStatement statement = dialect.bulkStatements().insert(session.connection(), rows, returning)) {
            LOG.debug("{} rows into {}", rows.size(), table.name());
            if (generated == null) {
                statement.executeUpdate();
                plans.forEach(plan -> RowWriter.written(session, (SavePlan.Insert) plan, null));
                return;
            }
            Map<RowIdentity, Object> keys = new HashMap<>();
            try (ResultSet row = dialect.bulkStatements().executeReturning(statement)) {
                while (row.next()) {
                    Object key = dialect.read(row, 1);
                    if (key != null && keys.put(known(dialect, row, table.identity(), 2), key) != null) {
                        throw new UncountedException("two rows came back with the same natural key");
                    }
                }
            }
            tellKeys(session, table, plans, keys);
        }
    }

    private static void tellKeys(
            Session session, Table<?> table, List<? extends SavePlan> plans, Map<RowIdentity, Object> keys) {
        for (SavePlan plan : plans) {
            SavePlan.Insert insert = (SavePlan.Insert) plan;
            List<@Nullable Object> identity = new ArrayList<>();
            table.identity().forEach(column -> identity.add(insert.row().at(column)));
            Object key = keys.get(RowIdentity.of(identity));
            if (key == null) {
                throw new UncountedException("a row came back with another natural key");
            }
            RowWriter.written(session, insert, key);
        }
    }

    private void insertBatch(Session session, Form form, List<? extends SavePlan> plans, Column<?> generated)
            throws SQLException {
        Dialect dialect = dialects.of(session);
        Table<?> table = plans.get(0).table();
        String sql = dialects.statements(session).insert(table, form.columns());
        LOG.debug("{} times {}", plans.size(), sql);
        List<Object> keys = new ArrayList<>();
        try (PreparedStatement statement = dialect.prepareInsert(session.connection(), sql, generated.name())) {
            Binder binder = dialect.binder(statement);
            for (List<@Nullable Object> values : values(form, plans)) {
                binder.bindAll(values);
                addBatch(statement);
            }
            statement.executeBatch();
            try (ResultSet row = statement.getGeneratedKeys()) {
                while (row.next()) {
                    keys.add(row.getObject(1));
                }
            }
        }
        if (keys.size() != plans.size()) {
            throw new UncountedException("a batch tells " + keys.size() + " keys of " + plans.size() + " rows");
        }
        for (int i = 0; i < keys.size(); i++) {
            RowWriter.written(session, (SavePlan.Insert) plans.get(i), keys.get(i));
        }
    }

    // ---- updates and deletes ----

    private List<SavePlan> change(Session session, Form form, List<? extends SavePlan> plans) throws SQLException {
        Dialect dialect = dialects.of(session);
        Conditions conditions = Conditions.of(plans.get(0), dialect);
        boolean isPlain = conditions.sql().isEmpty();
        List<Boolean> written = isPlain && dialect.bulkStatements().canChange()
                ? changeRows(session, form, plans)
                : changeBatch(session, form, plans);
        List<SavePlan> others = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            SavePlan plan = plans.get(i);
            if (!written.get(i)) {
                others.add(plan);
            } else if (plan instanceof SavePlan.Update update) {
                RowWriter.written(session, update);
            }
        }
        return others;
    }

    private List<Boolean> changeRows(Session session, Form form, List<? extends SavePlan> plans) throws SQLException {
        Dialect dialect = dialects.of(session);
        Table<?> table = plans.get(0).table();
        List<Column<?>> columns = new ArrayList<>(table.columns(form.columns()));
        columns.addAll(table.key());
        if (table.generation() != null) {
            columns.add(table.generation());
        }
        Rows rows = new Rows(table, columns, values(form, plans));
        boolean isDelete = form.kind() == SavePlan.Delete.class;
        Connection connection = session.connection();
        BulkStatements statements = dialect.bulkStatements();
        Set<RowIdentity> keys = new HashSet<>();
        try (PreparedStatement statement = isDelete
                ? statements.delete(connection, rows)
                : statements.update(connection, rows, form.columns().cardinality())) {
            LOG.debug("{} rows of {}", rows.size(), table.name());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    keys.add(known(dialect, row, table.key(), 1));
                }
            }
        }
        List<Boolean> written = new ArrayList<>();
        plans.forEach(plan -> written.add(keys.remove(RowIdentity.keyOf(plan))));
        if (!keys.isEmpty()) {
            throw new UncountedException("a row came back with another key");
        }
        return written;
    }

    private List<Boolean> changeBatch(Session session, Form form, List<? extends SavePlan> plans) throws SQLException {
        Dialect dialect = dialects.of(session);
        Table<?> table = plans.get(0).table();
        Statements statements = dialects.statements(session);
        String sql = form.kind() == SavePlan.Delete.class
                ? statements.delete(table)
                : statements.update(table, form.columns());
        Conditions conditions = Conditions.of(plans.get(0), dialect);
        List<Boolean> written = new ArrayList<>();
        // with the type of its results said, a driver that sends a batch at once counts its rows nevertheless
        try (PreparedStatement statement = session.connection()
                .prepareStatement(conditions.addedTo(sql), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            LOG.debug("{} times {}", plans.size(), sql);
            Binder binder = dialect.binder(statement);
            for (SavePlan plan : plans) {
                List<@Nullable Object> parameters = ParameterList.of(plan, form.columns());
                parameters.addAll(Conditions.of(plan, dialect).parameters());
                binder.bindAll(parameters);
                addBatch(statement);
            }
            for (int count : statement.executeBatch()) {
                if (count < 0) {
                    throw new UncountedException("a batch tells " + count
                            + (count == Statement.SUCCESS_NO_INFO ? ", which is no count" : ", a failure"));
                }
                written.add(count > 0);
            }
        }
        if (written.size() != plans.size()) {
            throw new UncountedException("a batch tells " + written.size() + " counts of " + plans.size());
        }
        return written;
    }

    /** Adds a row; a parameter that still had its value would tell the type of that, which is none for a null. */
    private static void addBatch(PreparedStatement statement) throws SQLException {
        statement.addBatch();
        statement.clearParameters();
    }

    // ---- values ----

    private static List<List<@Nullable Object>> values(Form form, List<? extends SavePlan> plans) {
        List<List<@Nullable Object>> values = new ArrayList<>(plans.size());
        for (SavePlan plan : plans) {
            values.add(ParameterList.of(plan, form.columns()));
        }
        return values;
    }

    /** Returns columns of a row in the form in which plans have them. */
    private static RowIdentity known(Dialect dialect, ResultSet row, List<Column<?>> columns, int first)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        int index = first;
        for (Column<?> column : columns) {
            values.add(column.normalized(dialect.read(row, index++)));
        }
        return RowIdentity.of(values);
    }
}
