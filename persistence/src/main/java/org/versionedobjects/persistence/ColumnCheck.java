package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.versionedobjects.Field;
import org.versionedobjects.persistence.ColumnType.IntegerRange;
import org.versionedobjects.persistence.LiveSchema.LiveColumn;

/** Compares a column of a mapping with the live one, and collects the problems as clauses. Confined to one thread. */
final class ColumnCheck {
    private final SchemaDialect dialect;
    private final Table<?> table;
    private final Column<?> column;
    private final LiveColumn live;
    private final List<String> problems = new ArrayList<>();

    private ColumnCheck(SchemaDialect dialect, Table<?> table, Column<?> column, LiveColumn live) {
        this.dialect = dialect;
        this.table = table;
        this.column = column;
        this.live = live;
    }

    static List<String> problems(SchemaDialect dialect, Table<?> table, Column<?> column, LiveColumn live) {
        ColumnCheck check = new ColumnCheck(dialect, table, column, live);
        check.nulls();
        check.origin();
        check.type(valuesOf(column));
        return List.copyOf(check.problems);
    }

    private static ColumnValues valuesOf(Column<?> column) {
        Table<?> reference = column.reference();
        return reference == null ? column.form().values() : valuesOf(reference.singleKey());
    }

    private Field<?> field() {
        return column.field();
    }

    private void nulls() {
        boolean mayBeNull = field().type().isNullable();
        if (mayBeNull && !live.nullable() && !table.isKept(column)) {
            problems.add("the column takes no null, but the field " + field().name() + " may be null");
        }
        if (!mayBeNull && live.nullable() && !table.isKey(column)) {
            problems.add("the column takes null, but the field " + field().name() + " is never null");
        }
    }

    private void origin() {
        if (column.equals(table.generatedKey()) && !live.makesKeys()) {
            problems.add("the database does not generate the key");
        }
        if (live.computed()) {
            problems.add("the database computes the column, but the field " + field().name() + " is written to it");
        }
    }

    private void type(ColumnValues values) {
        ColumnType type = live.type();
        if (!dialect.holds(type, values)) {
            problems.add("the column is " + type.name() + ", but the field " + field().name() + " holds "
                    + field().type().describe());
            return;
        }
        integers(type, values);
        length(type, values);
        places(type, values);
        names(type, values);
    }

    private void integers(ColumnType type, ColumnValues values) {
        IntegerRange there = type.integers();
        IntegerRange wanted = values.integers();
        if (there != null && wanted != null && !there.has(isOfDigits(type) ? wanted.bounded() : wanted)) {
            problems.add("the column is " + type.name() + ", which keeps integers " + there + ", but the field "
                    + field().name() + " holds integers " + wanted);
        }
    }

    /** How many digits an integer of any size has, only the application knows. */
    private static boolean isOfDigits(ColumnType type) {
        return type.kind() == ColumnKind.DECIMAL || type.kind() == ColumnKind.DECIMAL_FLOAT;
    }

    private void length(ColumnType type, ColumnValues values) {
        Long there = type.length();
        Integer wanted = values.longest();
        if (there != null && wanted != null && wanted > there) {
            problems.add("the column is " + type.name() + ", which keeps " + there + " characters, but the field "
                    + field().name() + " holds up to " + wanted);
        }
    }

    private void places(ColumnType type, ColumnValues values) {
        Integer there = type.places();
        Integer wanted = values.places();
        boolean isWhole = there != null && there == 0 && values.kind() == ValueKind.DECIMAL;
        if ((there == null || wanted == null) ? isWhole : wanted > there) {
            String unit = Objects.equals(there, 1) ? " digit" : " digits";
            problems.add("the column is " + type.name() + ", which keeps " + there + unit
                    + " after the point, but the field " + field().name() + " holds "
                    + (wanted == null ? "any" : "up to " + wanted));
        }
    }

    private void names(ColumnType type, ColumnValues values) {
        if (type.kind() != ColumnKind.NAMES) {
            return;
        }
        List<String> missing = values.names().stream()
                .filter(each -> !type.names().contains(each))
                .toList();
        if (values.names().isEmpty() || !missing.isEmpty()) {
            problems.add("the column is " + type.name() + ", which takes only " + String.join(", ", type.names())
                    + ", but the field " + field().name() + " holds "
                    + field().type().describe());
        }
    }
}
