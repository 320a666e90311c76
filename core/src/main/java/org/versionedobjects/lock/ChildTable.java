package org.versionedobjects.lock;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.versionedobjects.Version;

/**
 * The {@code child} table that a field of versioned objects should have by what is recorded.
 *
 * @param type namespace and name of the type that has the field
 * @param field the field
 * @param child namespace and name of the type that stands in it
 * @param rows the version of the child from each version of the parent on; only where it changes
 * @param isDeclared whether the field has a table, this one or another
 */
public record ChildTable(
        String type, String field, String child, SortedMap<Version, Version> rows, boolean isDeclared) {
    /** Copies the rows. */
    public ChildTable {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(child, "child");
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /** Returns a table with only those rows in which the child changes. */
    static ChildTable of(
            String type, String field, String child, SortedMap<Version, Version> versions, boolean isDeclared) {
        SortedMap<Version, Version> rows = new TreeMap<>();
        Version last = null;
        for (Map.Entry<Version, Version> each : versions.entrySet()) {
            if (!each.getValue().equals(last)) {
                rows.put(each.getKey(), each.getValue());
            }
            last = each.getValue();
        }
        return new ChildTable(type, field, child, rows, isDeclared);
    }

    /** Returns the calls as Java, ready to be put behind {@code Types.object(…)}. */
    public String toJava() {
        return rows.entrySet().stream()
                .map(row -> ChildRows.call(row.getKey(), row.getValue()))
                .collect(Collectors.joining());
    }

    /** Returns {@code demo.Rack at bolts, for demo.Bolt: .child("1.0", "1.0").child("1.2", "1.1")}. */
    @Override
    public String toString() {
        return type + " at " + field + ", for " + child + ": " + toJava();
    }
}
