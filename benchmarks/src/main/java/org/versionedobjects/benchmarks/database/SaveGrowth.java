package org.versionedobjects.benchmarks.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.versionedobjects.benchmarks.race.Contender;
import org.versionedobjects.benchmarks.race.FigureTable;
import org.versionedobjects.benchmarks.race.Measure;
import org.versionedobjects.benchmarks.race.Race;
import org.versionedobjects.benchmarks.race.RaceSettings;
import org.versionedobjects.benchmarks.race.RaceTrack;
import org.versionedobjects.benchmarks.race.Row;

/** S5: what saving a row costs when ever more are saved together. */
final class SaveGrowth {
    private static final int[] SIZES = {1_000, 10, 100, 10_000, 100_000};

    private final List<List<String>> rows = new ArrayList<>();

    void run(RaceTrack track) throws Exception {
        for (Engine engine : Engine.values()) {
            run(track, engine);
        }
        List<String> columns = new ArrayList<>(List.of("time per row"));
        IntStream.of(SIZES).sorted().forEach(size -> columns.add(String.format(Locale.ROOT, "%,d rows", size)));
        track.put(new FigureTable(
                "S5",
                "Growth with the rows that are saved together, of which 5 % are stale",
                "Time per row in ratio to that of " + JdbcWay.NAME
                        + " with 1,000 rows on the same engine: CPU time on H2," + " the wall clock on PostgreSQL.",
                track.settings().isQuick(),
                columns,
                rows,
                List.of()));
    }

    private void run(RaceTrack track, Engine engine) throws Exception {
        int all = IntStream.of(SIZES).sum();
        try (Entrant<?> limit = Entrant.of(Ways.LIMIT, engine, all);
                Entrant<?> library = Entrant.of(Ways.LIBRARY, engine, all)) {
            List<Contender> contenders = new ArrayList<>();
            for (Entrant<?> entrant : List.of(limit, library)) {
                long after = 0;
                for (int size : SIZES) {
                    contenders.add(named(entrant.name() + " " + size, entrant.savesMany(after, size)));
                    after += size;
                }
            }
            List<Contender> others = contenders.subList(1, contenders.size());
            Race race = Race.of("S", engine.text(), contenders.get(0), others.toArray(Contender[]::new));
            List<Row> result = race.run(settings(track.settings())).rows();
            rows.add(cells(engine, limit.name(), result.subList(0, SIZES.length)));
            rows.add(cells(engine, library.name(), result.subList(SIZES.length, result.size())));
        }
    }

    private static Contender named(String name, Contender contender) {
        return new Contender(name, contender.call()).beforeSlice(contender.beforeSlice());
    }

    /** The largest call takes seconds. */
    private static RaceSettings settings(RaceSettings given) {
        int rounds = Math.min(given.rounds(), 7);
        return new RaceSettings(rounds, given.slice(), 0, 4, given.warmTime(), given.mostWarmUps(), given.isQuick());
    }

    private static List<String> cells(Engine engine, String name, List<Row> measured) {
        List<String> cells = new ArrayList<>(List.of(engine.text() + ", " + name));
        IntStream.range(0, SIZES.length)
                .boxed()
                .sorted((one, other) -> Integer.compare(SIZES[one], SIZES[other]))
                .forEach(index -> cells.add(cell(engine, SIZES[index], measured.get(index))));
        return cells;
    }

    private static String cell(Engine engine, int size, Row row) {
        Measure measure = engine == Engine.H2 ? Measure.CPU : Measure.WALL;
        double ratio = (measure == Measure.CPU ? row.cpu() : row.wall()).median();
        return String.format(Locale.ROOT, "%.2f", ratio * SIZES[0] / size);
    }
}
