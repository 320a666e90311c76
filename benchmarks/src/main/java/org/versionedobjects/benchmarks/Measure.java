package org.versionedobjects.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.versionedobjects.benchmarks.database.DatabaseRaces;
import org.versionedobjects.benchmarks.growth.GrowthTables;
import org.versionedobjects.benchmarks.json.JsonRaces;
import org.versionedobjects.benchmarks.race.RaceGroup;
import org.versionedobjects.benchmarks.race.RaceSettings;
import org.versionedobjects.benchmarks.report.Verdict;
import org.versionedobjects.benchmarks.state.MemoryTable;
import org.versionedobjects.benchmarks.state.StateRaces;

/** Runs the groups that the command line names, and writes the page and the picture. */
public final class Measure {
    private static final String QUICK = "--quick";

    /** All groups, in the order of the report. */
    private static final List<RaceGroup> GROUPS =
            List.of(new JsonRaces(), new StateRaces(), new DatabaseRaces(), new MemoryTable(), new GrowthTables());

    private Measure() {}

    /**
     * Takes names of groups, all of them if there is none, and {@code --quick} to try it out. Ends with 1 if something that
     * has to be shown was not, and with 2 if it does not know an argument.
     */
    public static void main(String... arguments) throws Exception {
        List<String> names =
                Arrays.stream(arguments).filter(name -> !name.equals(QUICK)).toList();
        List<String> known = GROUPS.stream().map(RaceGroup::name).toList();
        if (!known.containsAll(names)) {
            System.err.println("usage: [" + QUICK + "] [" + known.stream().collect(Collectors.joining("] [")) + "]");
            System.exit(2);
        }
        boolean isQuick = names.size() < arguments.length;
        Recorder recorder = new Recorder(isQuick ? RaceSettings.quick() : RaceSettings.full());
        for (RaceGroup group : GROUPS) {
            if (names.isEmpty() || names.contains(group.name())) {
                group.run(recorder);
            }
        }
        Verdict verdict = recorder.report();
        System.exit(verdict.isGood() ? 0 : 1);
    }
}
