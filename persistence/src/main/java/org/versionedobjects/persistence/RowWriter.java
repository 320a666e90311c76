package org.versionedobjects.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.versionedobjects.Field;
import org.versionedobjects.StateAccess;
import org.versionedobjects.StateAccess.Assigned;

/** Carries out plans. The object learns of it only when its row was written. Thread-safe. */
final class RowWriter {
    private static final Logger LOG = LoggerFactory.getLogger(RowWriter.class);

    private final Dialects dialects;
    private final Failures failures;

    RowWriter(Dialects dialects, Failures failures) {
        this.dialects = dialects;
        this.failures = failures;
    }

    void execute(Session session, SavePlan.Insert plan) {
        Table<?> table = plan.table();
        BitSet columns = indexes(table, plan.values());
        Column<?> generated = generatedKey(table, columns);
        String generatedColumn = generated == null ? null : generated.name();
        List<Assigned<?>> assigned = assigned(plan.assigned());
        session.beforeWrite();
        Dialect dialect = dialects.of(session);
        String sql = dialects.statements(session).insert(table, columns);
        LOG.debug("{}", sql);
        try (PreparedStatement statement = dialect.prepareInsert(session.connection(), sql, generatedColumn)) {
            JdbcValues.bind(statement, inOrder(table, columns, plan.values()));
            statement.executeUpdate();
            if (generated != null) {
                assigned.add(assigned(generated.field(), dialect.generatedKey(statement, generated.name())));
            }
        } catch (SQLException e) {
            throw failures.onWrite(session, e, plan);
        }
        session.written(StateAccess.saved(plan.object(), plan.values().keySet(), assigned));
    }

    /** Returns the column whose value the database is to make; null if there is none or its value is written. */
    private static @Nullable Column<?> generatedKey(Table<?> table, BitSet written) {
        Column<?> generated = table.generatedKey();
        return generated == null || written.get(generated.index()) ? null : generated;
    }

    void execute(Session session, SavePlan.Update plan) {
        List<Assigned<?>> assigned = assigned(plan.assigned());
        session.beforeWrite();
        if (!plan.isEmpty()) {
            BitSet columns = indexes(plan.table(), plan.values());
            List<@Nullable Object> parameters = inOrder(plan.table(), columns, plan.values());
            addCondition(plan.key(), plan.expectedGeneration(), parameters);
            changeOne(session, plan, dialects.statements(session).update(plan.table(), columns), parameters);
        }
        List<Field<?>> clean = new ArrayList<>(plan.values().keySet());
        clean.addAll(plan.accepted());
        session.written(StateAccess.saved(plan.object(), clean, assigned));
    }

    void execute(Session session, SavePlan.Delete plan) {
        session.beforeWrite();
        List<@Nullable Object> parameters = new ArrayList<>();
        addCondition(plan.key(), plan.expectedGeneration(), parameters);
        changeOne(session, plan, dialects.statements(session).delete(plan.table()), parameters);
    }

    private static void addCondition(
            Map<Field<?>, Object> key, OptionalLong generation, List<@Nullable Object> parameters) {
        parameters.addAll(key.values());
        generation.ifPresent(parameters::add);
    }

    private void changeOne(Session session, SavePlan plan, String sql, List<@Nullable Object> parameters) {
        LOG.debug("{}", sql);
        int count;
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            JdbcValues.bind(statement, parameters);
            count = statement.executeUpdate();
        } catch (SQLException e) {
            throw failures.onWrite(session, e, plan);
        }
        if (count == 0) {
            throw changedOrGone(session, plan);
        }
    }

    /** Asks the row why it was not the one expected, under a lock, so that the answer is its newest state. */
    private Conflict changedOrGone(Session session, SavePlan plan) {
        Map<Field<?>, Object> key = keyOf(plan);
        OptionalLong expected = expectedBy(plan);
        String sql = dialects.of(session).locking(dialects.statements(session).state(plan.table()));
        LOG.debug("{}", sql);
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            JdbcValues.bind(statement, key.values());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? changed(plan, expected, row.getObject(1))
                        : new GoneConflict(about(plan, plan.table().key()));
            }
        } catch (SQLException e) {
            throw failures.onWrite(session, e, plan);
        }
    }

    private static Conflict changed(SavePlan plan, OptionalLong expected, @Nullable Object found) {
        Column<Long> generation = plan.table().generation();
        if (generation == null) {
            return new ConcurrentUpdateConflict(
                    about(plan, plan.table().key()), OptionalLong.empty(), OptionalLong.empty());
        }
        OptionalLong known =
                found instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
        // equal: it was moved back between the two statements, so what was found then is not known
        OptionalLong reported = known.equals(expected) ? OptionalLong.empty() : known;
        return new ConcurrentUpdateConflict(about(plan, List.of(generation)), expected, reported);
    }

    private static Conflict.About about(SavePlan plan, List<Column<?>> columns) {
        return new Conflict.About(plan.table(), plan.object(), columns, null);
    }

    private static Map<Field<?>, Object> keyOf(SavePlan plan) {
        if (plan instanceof SavePlan.Update update) {
            return update.key();
        }
        return plan instanceof SavePlan.Delete delete ? delete.key() : Map.of();
    }

    private static OptionalLong expectedBy(SavePlan plan) {
        if (plan instanceof SavePlan.Update update) {
            return update.expectedGeneration();
        }
        return plan instanceof SavePlan.Delete delete ? delete.expectedGeneration() : OptionalLong.empty();
    }

    private static BitSet indexes(Table<?> table, Map<Field<?>, ?> values) {
        BitSet indexes = new BitSet(table.columns().size());
        for (Column<?> column : table.columns()) {
            if (values.containsKey(column.field())) {
                indexes.set(column.index());
            }
        }
        return indexes;
    }

    private static List<@Nullable Object> inOrder(
            Table<?> table, BitSet columns, Map<Field<?>, @Nullable Object> values) {
        List<@Nullable Object> ordered = new ArrayList<>(columns.cardinality() + 2);
        for (int index = columns.nextSetBit(0); index >= 0; index = columns.nextSetBit(index + 1)) {
            ordered.add(values.get(table.columns().get(index).field()));
        }
        return ordered;
    }

    private static List<Assigned<?>> assigned(Map<Field<?>, Object> values) {
        List<Assigned<?>> assigned = new ArrayList<>();
        values.forEach((field, value) -> assigned.add(assigned(field, value)));
        return assigned;
    }

    static <T extends @Nullable Object> Assigned<T> assigned(Field<T> field, @Nullable Object value) {
        return Assigned.of(field, field.type().coerce(value));
    }
}
