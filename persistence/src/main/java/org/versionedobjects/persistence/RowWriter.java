package org.versionedobjects.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.versionedobjects.Field;
import org.versionedobjects.StateAccess;
import org.versionedobjects.StateAccess.Assigned;
import org.versionedobjects.VersionedObject;

/** Carries out plans. The object learns of it only when its row was written. Thread-safe. */
final class RowWriter {
    private static final Logger LOG = LoggerFactory.getLogger(RowWriter.class);

    private static final BitSet NONE = new BitSet();

    private final Dialects dialects;
    private final Failures failures;
    private final Refusals refusals;

    RowWriter(Dialects dialects, Failures failures) {
        this.dialects = dialects;
        this.failures = failures;
        this.refusals = new Refusals(dialects, failures);
    }

    /** Returns what carries out many plans with the help of this. */
    ChunkWriter chunks(Savepoints savepoints) {
        return new ChunkWriter(this, new BulkWriter(dialects, failures), refusals, savepoints);
    }

    void execute(Session session, SavePlan.Insert plan) {
        Table<?> table = plan.table();
        BitSet columns = ParameterList.columns(plan);
        Column<?> generated = generatedKey(table, columns);
        String generatedColumn = generated == null ? null : generated.name();
        List<Assigned<?>> assigned = assigned(plan.assigned());
        session.beforeWrite();
        Dialect dialect = dialects.of(session);
        String sql = dialects.statements(session).insert(table, columns);
        LOG.debug("{}", sql);
        try (PreparedStatement statement = dialect.prepareInsert(session.connection(), sql, generatedColumn)) {
            JdbcValues.bind(dialect, statement, ParameterList.of(plan, columns));
            statement.executeUpdate();
            if (generated != null) {
                assigned.add(assigned(generated.field(), GeneratedKeys.first(statement, generated.name())));
            }
        } catch (SQLException e) {
            throw failures.onWrite(session, e, plan);
        }
        written(session, plan, plan.values().keySet(), assigned);
    }

    /**
     * Tells the object of its new row.
     *
     * @param generatedKey the key that the database made; null if it made none
     */
    static void written(Session session, SavePlan.Insert plan, @Nullable Object generatedKey) {
        List<Assigned<?>> assigned = assigned(plan.assigned());
        Column<?> generated = plan.table().generatedKey();
        if (generated != null && generatedKey != null) {
            assigned.add(assigned(generated.field(), generatedKey));
        }
        written(session, plan, plan.values().keySet(), assigned);
    }

    /** Tells the object that its row was changed. */
    static void written(Session session, SavePlan.Update plan) {
        written(session, plan, cleanAfter(plan), assigned(plan.assigned()));
    }

    private static Collection<Field<?>> cleanAfter(SavePlan.Update plan) {
        if (plan.accepted().isEmpty()) {
            return plan.values().keySet();
        }
        List<Field<?>> clean = new ArrayList<>(plan.values().keySet());
        clean.addAll(plan.accepted());
        return clean;
    }

    private static void written(
            Session session, SavePlan plan, Collection<Field<?>> clean, List<Assigned<?>> assigned) {
        saved(session, plan.table(), plan.object(), clean, assigned);
    }

    /** Tells an object that it was saved, and those in its columns of JSON, which were saved with it. */
    static void saved(
            Session session,
            Table<?> table,
            VersionedObject object,
            Collection<Field<?>> clean,
            List<Assigned<?>> assigned) {
        for (Column<?> column : table.json()) {
            if (clean.contains(column.field())) {
                cleanInside(session, object, column.field());
            }
        }
        for (Column<?> column : table.times()) {
            if (clean.contains(column.field())) {
                keep(column, object, assigned);
            }
        }
        session.written(StateAccess.saved(object, clean, assigned));
    }

    /** Has the object know what the row has, where that is less than what the object has. */
    private static void keep(Column<?> column, VersionedObject object, List<Assigned<?>> assigned) {
        if (!column.isSetIn(object)) {
            return;
        }
        Object value = StateAccess.value(object, column.slot());
        Object kept = column.form().kept(value);
        if (kept != value && assigned.stream().noneMatch(each -> each.field().equals(column.field()))) {
            assigned.add(assigned(column.field(), kept));
        }
    }

    private static <T extends @Nullable Object> void cleanInside(
            Session session, VersionedObject object, Field<T> field) {
        if (!object.isSet(field)) {
            return;
        }
        field.type().anyNested(object.get(field), nested -> {
            nested.objectType().fields().forEach(each -> cleanInside(session, nested, each));
            session.written(StateAccess.saved(nested, nested.objectType().fields(), List.of()));
            return false;
        });
    }

    /** Returns the column whose value the database is to make; null if there is none or its value is written. */
    static @Nullable Column<?> generatedKey(Table<?> table, BitSet written) {
        Column<?> generated = table.generatedKey();
        return generated == null || written.get(generated.index()) ? null : generated;
    }

    /** Inserts what a query finds, and returns how many rows that are. */
    long execute(Session session, InsertFrom<?, ?> insert, RowValues starting) {
        session.beforeWrite();
        Dialect dialect = dialects.of(session);
        try {
            SqlText sql = insert.statement(dialect, session.connection(), starting);
            LOG.debug("{}", sql.text());
            try (PreparedStatement statement = session.connection().prepareStatement(sql.text())) {
                JdbcValues.bind(dialect, statement, sql.parameters());
                return statement.executeLargeUpdate();
            }
        } catch (SQLException e) {
            throw failures.onBulkInsert(session, e, insert.secretOrTarget());
        }
    }

    void execute(Session session, SavePlan.Update plan) {
        List<Assigned<?>> assigned = assigned(plan.assigned()); // what a type refuses, it refuses before any statement
        session.beforeWrite();
        if (!plan.isEmpty()) {
            BitSet columns = ParameterList.columns(plan);
            changeOne(
                    session,
                    plan,
                    dialects.statements(session).update(plan.table(), columns),
                    ParameterList.of(plan, columns));
        }
        written(session, plan, cleanAfter(plan), assigned);
    }

    void execute(Session session, SavePlan.Delete plan) {
        session.beforeWrite();
        changeOne(session, plan, dialects.statements(session).delete(plan.table()), ParameterList.of(plan, NONE));
    }

    private void changeOne(Session session, SavePlan plan, String sql, List<@Nullable Object> parameters) {
        Dialect dialect = dialects.of(session);
        Conditions conditions = Conditions.of(plan, dialect);
        String whole = conditions.addedTo(sql);
        parameters.addAll(conditions.parameters());
        LOG.debug("{}", whole);
        int count;
        try (PreparedStatement statement = session.connection().prepareStatement(whole)) {
            JdbcValues.bind(dialect, statement, parameters);
            count = statement.executeUpdate();
        } catch (SQLException e) {
            throw failures.onWrite(session, e, plan);
        }
        if (count == 0) {
            throw refusals.why(session, plan);
        }
    }

    private static List<Assigned<?>> assigned(Map<Field<?>, @Nullable Object> values) {
        List<Assigned<?>> assigned = new ArrayList<>(values.size());
        values.forEach((field, value) -> assigned.add(assigned(field, value)));
        return assigned;
    }

    static <T extends @Nullable Object> Assigned<T> assigned(Field<T> field, @Nullable Object value) {
        return Assigned.of(field, field.type().coerce(value));
    }
}
