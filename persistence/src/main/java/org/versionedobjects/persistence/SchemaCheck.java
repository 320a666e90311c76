package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.LiveSchema.LiveColumn;
import org.versionedobjects.persistence.LiveSchema.LiveForeignKey;
import org.versionedobjects.persistence.LiveSchema.LiveUnique;

/** Compares a mapping with the live schema, and collects every difference. Confined to one thread. */
final class SchemaCheck {
    private final Table<?> table;
    private final SchemaDialect dialect;
    private final LiveNames names;
    private final LiveSchema live;
    private final List<SchemaDifference> found = new ArrayList<>();

    private SchemaCheck(Table<?> table, SchemaDialect dialect, LiveNames names, LiveSchema live) {
        this.table = table;
        this.dialect = dialect;
        this.names = names;
        this.live = live;
    }

    /** Compares a mapping with what there is in the schema that a connection is in. */
    static List<SchemaDifference> compare(Table<?> table, Connection connection) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        LiveNames names = LiveNames.of(dialect, connection.getMetaData());
        List<String> tables = SchemaReader.tables(connection);
        Optional<String> name =
                tables.stream().filter(each -> names.isSame(table.name(), each)).findFirst();
        if (name.isEmpty()) {
            return List.of(new SchemaDifference(
                    table.name(), null, "there is no such table" + inOtherCase(table.name(), tables)));
        }
        LiveTable there = new LiveTable(connection, connection.getCatalog(), connection.getSchema(), name.get());
        LiveSchema live = new SchemaReader(dialect.schema(), there).read();
        SchemaCheck check = new SchemaCheck(table, dialect.schema(), names, live);
        check.columns();
        check.unmapped();
        check.key();
        check.constraints();
        check.references();
        return List.copyOf(check.found);
    }

    private static String inOtherCase(String name, List<String> there) {
        return there.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(each -> ", but one called " + each)
                .orElse("");
    }

    private void add(@Nullable String column, String problem) {
        found.add(new SchemaDifference(table.name(), column, problem));
    }

    private boolean isSame(Column<?> column, String there) {
        return dialect.isSameColumn(names, column.name(), there);
    }

    // ---- columns ----

    private void columns() {
        for (Column<?> column : table.columns()) {
            live.columns().stream()
                    .filter(each -> isSame(column, each.name()))
                    .findFirst()
                    .ifPresentOrElse(there -> column(column, there), () -> missing(column));
        }
    }

    private void missing(Column<?> column) {
        List<String> there = live.columns().stream().map(LiveColumn::name).toList();
        add(column.name(), "there is no such column" + inOtherCase(column.name(), there));
    }

    private void column(Column<?> column, LiveColumn there) {
        ColumnCheck.problems(dialect, table, column, there).forEach(problem -> add(column.name(), problem));
    }

    private void unmapped() {
        live.columns().stream()
                .filter(LiveColumn::needsValue)
                .filter(there -> table.columns().stream().noneMatch(column -> isSame(column, there.name())))
                .forEach(there -> add(there.name(), "the column needs a value, but no field is mapped to it"));
    }

    private void key() {
        if (live.key().isEmpty()) {
            add(null, "there is no primary key, but the mapping has " + listed(table.key()));
        } else if (!areSame(table.key(), live.key())) {
            add(
                    null,
                    "the primary key is (" + String.join(", ", live.key()) + "), but the mapping has "
                            + listed(table.key()));
        }
    }

    // ---- constraints ----

    private void constraints() {
        for (Constraint constraint : table.constraints()) {
            switch (constraint.kind()) {
                case UNIQUE -> unique(constraint);
                case FOREIGN_KEY -> foreignKey(constraint);
                case CHECK -> {} // drivers do not tell of them
            }
        }
    }

    private void unique(Constraint constraint) {
        List<LiveUnique> there = live.uniques().stream()
                .filter(each -> areSame(constraint.columns(), each.columns()))
                .toList();
        List<String> whole = there.stream()
                .filter(each -> !each.partial())
                .map(LiveUnique::name)
                .toList();
        if (!whole.isEmpty()) {
            name(constraint, "the unique constraint", whole);
        } else if (dialect.tellsConstraints() || !areSame(constraint.columns(), live.key())) {
            String partial = there.isEmpty() ? "" : "; " + there.get(0).name() + " is for some rows only";
            add(null, "there is no unique constraint on " + called(constraint) + partial);
        }
    }

    private void foreignKey(Constraint constraint) {
        List<LiveForeignKey> there = live.foreignKeys().stream()
                .filter(each -> areSame(constraint.columns(), each.columns()))
                .toList();
        if (there.isEmpty()) {
            add(null, "there is no foreign key on " + called(constraint));
            return;
        }
        List<String> called = new ArrayList<>();
        there.forEach(each -> called.add(String.valueOf(each.name())));
        name(constraint, "the foreign key", called);
    }

    /** Conflicts find a constraint by its name in any case. */
    private void name(Constraint constraint, String what, List<String> called) {
        boolean isFound = called.stream().anyMatch(constraint.name()::equalsIgnoreCase);
        if (dialect.tellsConstraints() && !isFound) {
            add(
                    null,
                    what + " on " + listed(constraint.columns()) + " is called " + String.join(", ", called)
                            + ", but the mapping calls it " + constraint.name());
        }
    }

    private void references() {
        for (Column<?> column : table.columns()) {
            Table<?> reference = column.reference();
            if (reference != null) {
                live.foreignKeys().stream()
                        .filter(each -> areSame(List.of(column), each.columns()))
                        .filter(each -> !targets(each, reference))
                        .forEach(each -> add(column.name(), target(each, reference)));
            }
        }
    }

    private boolean targets(LiveForeignKey foreignKey, Table<?> reference) {
        return !foreignKey.elsewhere()
                && names.isSame(reference.name(), foreignKey.table())
                && (foreignKey.targets().isEmpty() || areSame(List.of(reference.singleKey()), foreignKey.targets()));
    }

    private static String target(LiveForeignKey foreignKey, Table<?> reference) {
        String columns = foreignKey.targets().isEmpty() ? "" : " (" + String.join(", ", foreignKey.targets()) + ")";
        return "the foreign key refers to " + foreignKey.table() + columns + ", but the mapping to " + reference.name()
                + " (" + reference.singleKey().name() + ")";
    }

    private static String called(Constraint constraint) {
        return listed(constraint.columns()) + ", which the mapping calls " + constraint.name();
    }

    private static String listed(List<Column<?>> columns) {
        return "("
                + String.join(", ", columns.stream().<String>map(Column::name).toList()) + ")";
    }

    /** Returns whether columns are the same, in whatever order. */
    private boolean areSame(List<? extends Column<?>> mapped, List<? extends @Nullable String> there) {
        return mapped.size() == there.size()
                && mapped.stream()
                        .allMatch(column -> there.stream().anyMatch(each -> each != null && isSame(column, each)));
    }
}
