package org.versionedobjects.persistence;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.UnknownFieldException;

/**
 * The labels of the columns of a row, and what they are of a table. A label is the name of a column of the table; or that
 * of a column of a table referred to, behind the name of the reference's field and a point or {@code _}. Case does not
 * count. A label that may be either is the table's own.
 */
final class RowLabels {
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final Set<String> twice = new HashSet<>();

    RowLabels(ResultSetMetaData row) throws SQLException {
        for (int index = 1; index <= row.getColumnCount(); index++) {
            String label = row.getColumnLabel(index).toLowerCase(Locale.ROOT);
            if (indexes.putIfAbsent(label, index) != null) {
                twice.add(label);
            }
        }
    }

    /**
     * What of a table is in a row.
     *
     * @param indexes for each column the place in the row, from 1; 0 if it is not there
     * @param references for each column the table that it refers to; null if nothing of that is there
     * @param keyFrom the place of the column that refers to this table, which is that of the key, too; 0 if there is none
     */
    record Labelled(Table<?> table, List<Integer> indexes, List<@Nullable Labelled> references, int keyFrom) {
        int indexOf(Column<?> column) {
            return indexes.get(column.index());
        }

        /** Returns whether there is more in the row than what refers to this table. */
        boolean hasMore() {
            return indexes.stream().anyMatch(index -> index != 0 && index != keyFrom)
                    || references.stream().filter(Objects::nonNull).anyMatch(Labelled::hasMore);
        }
    }

    /**
     * Returns what of a table is in the row.
     *
     * @throws UnknownFieldException if nothing is
     * @throws IllegalArgumentException if a label is there twice
     */
    Labelled of(Table<?> table) {
        Labelled labelled = find(table, List.of(""), Set.of(), 0);
        if (!labelled.hasMore()) {
            throw new UnknownFieldException(
                    Facts.problem("the row has no column of the table " + table.name() + ", only "
                                    + String.join(", ", indexes.keySet()))
                            .withObject(table.type()),
                    null);
        }
        return labelled;
    }

    /**
     * Finds the columns of a table.
     *
     * @param taken labels that are columns of the tables around
     */
    private Labelled find(Table<?> table, List<String> prefixes, Set<String> taken, int keyFrom) {
        List<Integer> found = new ArrayList<>();
        Set<String> own = new HashSet<>(taken);
        for (Column<?> column : table.columns()) {
            int index = find(prefixes, column, taken);
            found.add(index == 0 && table.isKey(column) ? keyFrom : index);
            prefixes.forEach(prefix -> own.add(label(prefix, column)));
        }
        List<@Nullable Labelled> references = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            Table<?> reference = column.reference();
            references.add(
                    reference == null
                            ? null
                            : orNull(find(reference, prefixes(prefixes, column), own, found.get(column.index()))));
        }
        return new Labelled(table, found, references, keyFrom);
    }

    private static @Nullable Labelled orNull(Labelled labelled) {
        return labelled.keyFrom() != 0 || labelled.hasMore() ? labelled : null;
    }

    private int find(List<String> prefixes, Column<?> column, Set<String> taken) {
        for (String prefix : prefixes) {
            String label = label(prefix, column);
            Integer index = taken.contains(label) ? null : indexes.get(label);
            if (index != null) {
                checkOnce(label);
                return index;
            }
        }
        return 0;
    }

    private void checkOnce(String label) {
        if (twice.contains(label)) {
            throw new IllegalArgumentException("Two columns of the row have the label " + label
                    + "; name those that are meant, each with a label of its own");
        }
    }

    private static String label(String prefix, Column<?> column) {
        return prefix + column.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> prefixes(List<String> around, Column<?> reference) {
        String name = reference.field().name().toLowerCase(Locale.ROOT);
        return around.stream()
                .flatMap(prefix -> Arrays.asList(prefix + name + ".", prefix + name + "_").stream())
                .toList();
    }
}
