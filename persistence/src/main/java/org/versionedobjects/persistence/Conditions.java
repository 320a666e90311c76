package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.SavePlan.Expectation;

/**
 * What a row must be like, besides key and generation, for a statement to write it: the end of the statement, and its
 * parameters in order.
 */
record Conditions(String sql, List<@Nullable Object> parameters) {

    private static final Conditions NONE = new Conditions("", List.of());

    /** Returns the conditions of a plan; most have none. */
    static Conditions of(SavePlan plan, Dialect dialect) {
        return guards(plan).isEmpty() && expected(plan).isEmpty() ? NONE : render(plan, dialect);
    }

    /** Returns a statement with the conditions at its end. */
    String addedTo(String statement) {
        return sql.isEmpty() ? statement : statement + sql;
    }

    private static Conditions render(SavePlan plan, Dialect dialect) {
        StringBuilder sql = new StringBuilder();
        List<@Nullable Object> parameters = new ArrayList<>();
        for (Expectation each : expected(plan)) {
            add(each, column(plan, each), dialect, sql, parameters);
        }
        for (Table<?> guard : guards(plan)) {
            for (Column<?> reference : references(guard, plan.table())) {
                sql.append(" AND NOT EXISTS (")
                        .append(referring(guard, reference, dialect))
                        .append(')');
                parameters.add(singleKey(plan));
            }
        }
        return new Conditions(sql.toString(), parameters);
    }

    static List<Expectation> expected(SavePlan plan) {
        if (plan instanceof SavePlan.Update update) {
            return update.expected();
        }
        return plan instanceof SavePlan.Delete delete ? delete.expected() : List.of();
    }

    /** Returns the tables whose rows must not refer to the one that is to be deleted. */
    static List<Table<?>> guards(SavePlan plan) {
        if (plan instanceof SavePlan.Update update) {
            return update.unlessReferencedBy();
        }
        return plan instanceof SavePlan.Delete delete ? delete.unlessReferencedBy() : List.of();
    }

    static Column<?> column(SavePlan plan, Expectation expectation) {
        Column<?> column = plan.table().column(expectation.field());
        if (column == null) {
            throw new IllegalStateException(expectation.field() + " has no column in " + plan.table());
        }
        return column;
    }

    private static void add(
            Expectation each, Column<?> column, Dialect dialect, StringBuilder sql, List<@Nullable Object> parameters) {
        String name = dialect.quote(column.name());
        StringJoiner any = new StringJoiner(" OR ", " AND (", ")");
        for (Object value : each.values()) {
            any.add(name + (value == null ? " IS NULL" : " = ?"));
            if (value != null) {
                parameters.add(value);
            }
        }
        sql.append(any);
    }

    /** Returns the columns of one table that refer to another. */
    static List<Column<?>> references(Table<?> from, Table<?> to) {
        return from.columns().stream()
                .<Column<?>>map(column -> column)
                .filter(column -> column.reference() == to)
                .toList();
    }

    /** Returns the query for a row that refers to a key. */
    static String referring(Table<?> guard, Column<?> reference, Dialect dialect) {
        return "SELECT 1 FROM " + dialect.quote(guard.name()) + " WHERE " + dialect.quote(reference.name()) + " = ?";
    }

    static Object singleKey(SavePlan plan) {
        return ParameterList.key(plan).values().iterator().next();
    }
}
