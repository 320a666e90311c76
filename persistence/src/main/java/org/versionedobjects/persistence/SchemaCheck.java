package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;
import org.versionedobjects.persistence.ColumnForm.Family;
import org.versionedobjects.persistence.LiveSchema.LiveColumn;

/** Compares a mapping with the live schema, and collects every difference. Confined to one thread. */
final class SchemaCheck {
    private final Table<?> table;
    private final LiveSchema live;
    private final List<SchemaDifference> found = new ArrayList<>();

    private SchemaCheck(Table<?> table, LiveSchema live) {
        this.table = table;
        this.live = live;
    }

    static List<SchemaDifference> compare(Table<?> table, @Nullable LiveSchema live) {
        if (live == null) {
            return List.of(new SchemaDifference(table.name(), null, "there is no such table"));
        }
        SchemaCheck check = new SchemaCheck(table, live);
        check.columns();
        check.unmapped();
        check.key();
        check.constraints();
        return List.copyOf(check.found);
    }

    private void add(@Nullable String column, String problem) {
        found.add(new SchemaDifference(table.name(), column, problem));
    }

    private @Nullable LiveColumn live(Column<?> column) {
        return live.columns().values().stream()
                .filter(each -> LiveSchema.isSame(column.name(), each.name()))
                .findFirst()
                .orElse(null);
    }

    private void columns() {
        for (Column<?> column : table.columns()) {
            LiveColumn there = live(column);
            if (there == null) {
                add(column.name(), "there is no such column");
            } else {
                column(column, there);
            }
        }
    }

    private void column(Column<?> column, LiveColumn there) {
        FieldType<?> type = column.field().type();
        if (type.isNullable() && !there.nullable() && !table.isKept(column)) {
            add(
                    column.name(),
                    "the column takes no null, but the field " + column.field().name() + " may be null");
        }
        if (column.equals(table.generatedKey()) && !there.generated()) {
            add(column.name(), "the database does not generate the key");
        }
        Family family = family(column);
        if (!fits(family, there)) {
            add(
                    column.name(),
                    "the column is " + there.typeName().toLowerCase(Locale.ROOT) + ", but the field "
                            + column.field().name() + " holds " + type.describe());
        }
    }

    private static Family family(Column<?> column) {
        Table<?> reference = column.reference();
        return reference == null ? column.form().family() : family(reference.singleKey());
    }

    private static boolean fits(Family family, LiveColumn there) {
        return switch (family) {
            case NUMBER -> !there.isTime();
            case TEXT -> !there.isNumber() && !there.isTime();
            case TIME -> !there.isNumber();
            case OTHER -> true;
        };
    }

    private void unmapped() {
        for (LiveColumn there : live.columns().values()) {
            boolean isMapped =
                    table.columns().stream().anyMatch(column -> LiveSchema.isSame(column.name(), there.name()));
            if (!isMapped && !there.nullable() && !there.hasDefault() && !there.generated()) {
                add(there.name(), "the column needs a value, but no field is mapped to it");
            }
        }
    }

    private void key() {
        List<String> mapped = names(table.key());
        if (!isSame(mapped, live.key())) {
            add(
                    null,
                    "the primary key is (" + String.join(", ", live.key()) + "), but the mapping has ("
                            + String.join(", ", mapped) + ")");
        }
    }

    private void constraints() {
        for (Constraint constraint : table.constraints()) {
            switch (constraint.kind()) {
                case UNIQUE -> constraint(constraint, live.uniques().values(), "no unique constraint");
                case FOREIGN_KEY -> constraint(constraint, live.foreignKeys().values(), "no foreign key");
                case CHECK -> {} // JDBC does not tell of them
            }
        }
    }

    private void constraint(Constraint constraint, Collection<List<String>> there, String none) {
        List<String> mapped = names(constraint.columns());
        if (there.stream().noneMatch(columns -> isSame(mapped, columns))) {
            add(
                    null,
                    "there is " + none + " on (" + String.join(", ", mapped) + "), which the mapping calls "
                            + constraint.name());
        }
    }

    private static List<String> names(List<Column<?>> columns) {
        return columns.stream().<String>map(Column::name).toList();
    }

    private static boolean isSame(List<String> mapped, List<String> there) {
        return folded(mapped).equals(folded(there)) && mapped.size() == there.size();
    }

    private static Set<String> folded(List<String> names) {
        Set<String> folded = new HashSet<>();
        names.forEach(name -> folded.add(name.toLowerCase(Locale.ROOT)));
        return folded;
    }
}
