package org.versionedobjects.persistence;

import com.google.common.collect.Lists;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.persistence.SavePlan.Expectation;

/** Finds out why a statement wrote no row, from the row itself. Immutable and thread-safe. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private static final int MOST_KEYS = 500;

    private final Dialects dialects;
    private final Failures failures;

    Refusals(Dialects dialects, Failures failures) {
        this.dialects = dialects;
        this.failures = failures;
    }

    /** Asks the row, as the transaction sees it now, why it was not the one expected. */
    Conflict why(Session session, SavePlan plan) {
        OptionalLong expected = ParameterList.expectedGeneration(plan);
        List<Expectation> expectations = Conditions.expected(plan);
        Dialect dialect = dialects.of(session);
        String sql = dialect.refused(dialects.statements(session).state(plan.table(), columns(plan, expectations)));
        List<@Nullable Object> row =
                firstRow(session, plan, sql, ParameterList.key(plan).values());
        if (row.isEmpty()) {
            return new GoneConflict(about(plan, plan.table().key()));
        }
        Column<Long> generation = plan.table().generation();
        if (generation != null && !isGeneration(row.get(0), expected)) {
            return changed(plan, expected, row.get(0));
        }
        List<@Nullable Object> found = row.subList(1, row.size());
        Map<Field<?>, @Nullable Object> actual = unexpected(plan, expectations, found, Refusals::isSame);
        if (actual.isEmpty()) { // unless the database compares numbers as texts
            actual = unexpected(plan, expectations, found, Objects::deepEquals);
        }
        if (!actual.isEmpty()) {
            return unexpected(plan, expectations, actual);
        }
        Conflict referenced = stillReferenced(session, plan);
        return referenced == null ? changed(plan, expected, null) : referenced;
    }

    /** Asks many rows of one table, by few queries where nothing but key and generation was expected. */
    IdentityHashMap<SavePlan, Conflict> why(Session session, List<SavePlan> plans) {
        IdentityHashMap<SavePlan, Conflict> conflicts = new IdentityHashMap<>();
        List<SavePlan> plain = new ArrayList<>();
        for (SavePlan plan : plans) {
            if (Conditions.of(plan, dialects.of(session)).sql().isEmpty()) {
                plain.add(plan);
            } else {
                conflicts.put(plan, why(session, plan));
            }
        }
        Lists.partition(plain, MOST_KEYS).forEach(some -> whyPlain(session, some, conflicts));
        return conflicts;
    }

    private void whyPlain(Session session, List<SavePlan> plans, IdentityHashMap<SavePlan, Conflict> conflicts) {
        Table<?> table = plans.get(0).table();
        Dialect dialect = dialects.of(session);
        Map<RowIdentity, @Nullable Object> found = new HashMap<>();
        List<Object> keys = new ArrayList<>();
        plans.forEach(plan -> keys.addAll(ParameterList.key(plan).values()));
        SqlText states = dialects.statements(session).states(table, keys);
        String sql = dialect.refused(states.text());
        for (List<@Nullable Object> row : rows(session, plans.get(0), sql, states.parameters(), 0)) {
            List<@Nullable Object> key = new ArrayList<>();
            for (int i = 0; i < table.key().size(); i++) {
                key.add(table.key().get(i).normalized(row.get(i + 1)));
            }
            found.put(RowIdentity.of(key), row.get(0));
        }
        List<SavePlan> others = new ArrayList<>();
        for (SavePlan plan : plans) {
            RowIdentity key = RowIdentity.keyOf(plan);
            if (found.containsKey(key)) {
                conflicts.put(plan, changedOfMany(plan, found.remove(key)));
            } else {
                others.add(plan);
            }
        }
        boolean isEachKnown = found.isEmpty(); // otherwise the database has another form of a key
        others.forEach(plan -> conflicts.put(
                plan, isEachKnown ? new GoneConflict(about(plan, table.key()).ofMany()) : why(session, plan)));
    }

    private static Conflict changedOfMany(SavePlan plan, @Nullable Object found) {
        OptionalLong expected = ParameterList.expectedGeneration(plan);
        Object other = isGeneration(found, expected) ? null : found;
        return changed(about(plan, changedColumns(plan)).ofMany(), expected, other);
    }

    private static List<Column<?>> columns(SavePlan plan, List<Expectation> expectations) {
        return expectations.stream()
                .<Column<?>>map(each -> Conditions.column(plan, each))
                .toList();
    }

    private static boolean isGeneration(@Nullable Object found, OptionalLong expected) {
        return found instanceof Number number && expected.isPresent() && number.longValue() == expected.getAsLong();
    }

    private static Conflict changed(SavePlan plan, OptionalLong expected, @Nullable Object found) {
        return changed(about(plan, changedColumns(plan)), expected, found);
    }

    private static List<Column<?>> changedColumns(SavePlan plan) {
        Column<Long> generation = plan.table().generation();
        return generation == null ? plan.table().key() : List.of(generation);
    }

    /** A generation that is not told was moved back between the two statements, or cannot be read. */
    private static Conflict changed(Conflict.About about, OptionalLong expected, @Nullable Object found) {
        if (about.table().generation() == null) {
            return new ConcurrentUpdateConflict(about, OptionalLong.empty(), OptionalLong.empty());
        }
        OptionalLong known =
                found instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
        return new ConcurrentUpdateConflict(about, expected, known);
    }

    private static Map<Field<?>, @Nullable Object> unexpected(
            SavePlan plan,
            List<Expectation> expectations,
            List<@Nullable Object> found,
            BiPredicate<@Nullable Object, @Nullable Object> isSame) {
        Map<Field<?>, @Nullable Object> actual = new LinkedHashMap<>();
        for (int i = 0; i < expectations.size(); i++) {
            Expectation each = expectations.get(i);
            Column<?> column = Conditions.column(plan, each);
            Object value = column.normalized(found.get(i));
            if (each.values().stream().noneMatch(expected -> isSame.test(expected, value))) {
                actual.put(each.field(), value);
            }
        }
        return actual;
    }

    /** Returns whether two values are equal in a statement: numbers are with more zeros at their end, too. */
    private static boolean isSame(@Nullable Object expected, @Nullable Object found) {
        if (expected instanceof BigDecimal one && found instanceof BigDecimal other) {
            return one.compareTo(other) == 0;
        }
        return Objects.deepEquals(expected, found);
    }

    private static Conflict unexpected(
            SavePlan plan, List<Expectation> expectations, Map<Field<?>, @Nullable Object> actual) {
        StringJoiner sentence = new StringJoiner(", ", "expected ", "");
        Map<Field<?>, @Nullable Object> shown = new LinkedHashMap<>();
        for (Expectation each : expectations) {
            if (actual.containsKey(each.field())) {
                Column<?> column = Conditions.column(plan, each);
                Object value = actual.get(each.field());
                StringJoiner any = new StringJoiner(" or ", each.field().name() + "=", "");
                each.values().forEach(expected -> any.add(column.format(expected)));
                sentence.add(any + " but found " + column.format(value));
                shown.put(each.field(), column.isSecret() ? Facts.MASK : column.fieldValue(value));
            }
        }
        List<Column<?>> columns = columns(plan, expectations).stream()
                .<Column<?>>map(column -> column)
                .filter(column -> actual.containsKey(column.field()))
                .toList();
        return new UnexpectedValuesConflict(about(plan, columns), sentence.toString(), shown);
    }

    private @Nullable Conflict stillReferenced(Session session, SavePlan plan) {
        for (Table<?> guard : Conditions.guards(plan)) {
            for (Column<?> reference : Conditions.references(guard, plan.table())) {
                String sql = Conditions.referring(guard, reference, dialects.of(session));
                if (!firstRow(session, plan, sql, List.of(Conditions.singleKey(plan)))
                        .isEmpty()) {
                    return new StillReferencedConflict(
                            Failure.found(FailureKind.STILL_REFERENCED),
                            about(plan, plan.table().key()),
                            guard.name(),
                            null);
                }
            }
        }
        return null;
    }

    private static Conflict.About about(SavePlan plan, List<Column<?>> columns) {
        return new Conflict.About(plan.table(), plan.object(), columns, null);
    }

    private List<@Nullable Object> firstRow(Session session, SavePlan plan, String sql, Collection<?> key) {
        List<List<@Nullable Object>> rows = rows(session, plan, sql, key, 1);
        return rows.isEmpty() ? List.of() : rows.get(0);
    }

    private List<List<@Nullable Object>> rows(
            Session session, SavePlan plan, String sql, Collection<? extends @Nullable Object> parameters, int most) {
        LOG.debug("{}", sql);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            JdbcValues.bind(dialects.of(session), statement, parameters);
            statement.setMaxRows(most);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(JdbcValues.readAll(dialects.of(session), row));
                }
            }
        } catch (SQLException e) {
            throw failures.onWrite(session, e, plan);
        }
        return rows;
    }
}
