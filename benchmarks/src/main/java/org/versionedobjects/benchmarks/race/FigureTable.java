package org.versionedobjects.benchmarks.race;

import java.util.List;

/**
 * Figures that are no race: sizes, growth.
 *
 * @param id a short name: S1
 * @param title what is told
 * @param note how it was measured
 * @param isQuick whether it was for trying only
 * @param columns the heads of the columns
 * @param rows the cells, row by row
 * @param checks what had to be shown
 */
public record FigureTable(
        String id,
        String title,
        String note,
        boolean isQuick,
        List<String> columns,
        List<List<String>> rows,
        List<Check> checks) {
    /** Makes a table with copies of the lists. */
    public FigureTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        checks = List.copyOf(checks);
    }
}
