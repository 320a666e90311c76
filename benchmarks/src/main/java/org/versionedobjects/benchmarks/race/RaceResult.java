package org.versionedobjects.benchmarks.race;

import java.util.List;

/**
 * What a race showed.
 *
 * @param id the short name of the work: J1
 * @param work the work in words
 * @param objectsPerCall how many objects a call deals with
 * @param rounds how many rounds were run
 * @param isQuick whether it was for trying only
 * @param rows the contenders, the limit first
 * @param checks what had to be shown
 */
public record RaceResult(
        String id, String work, int objectsPerCall, int rounds, boolean isQuick, List<Row> rows, List<Check> checks) {
    /** Makes a result with copies of the lists. */
    public RaceResult {
        rows = List.copyOf(rows);
        checks = List.copyOf(checks);
    }
}
