package org.versionedobjects.benchmarks.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.versionedobjects.benchmarks.race.Contender;
import org.versionedobjects.benchmarks.race.FigureTable;
import org.versionedobjects.benchmarks.race.Measure;
import org.versionedobjects.benchmarks.race.Race;
import org.versionedobjects.benchmarks.race.RaceGroup;
import org.versionedobjects.benchmarks.race.RaceTrack;

/** D1 to D6: one consumer and a thousand, in and out of H2 and PostgreSQL. */
public final class DatabaseRaces implements RaceGroup {
    private static final int CONSUMERS = 10_000;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void run(RaceTrack track) throws Exception {
        for (Engine engine : Engine.values()) {
            SameRows.check(engine, Ways.all());
        }
        List<List<String>> versions = new ArrayList<>();
        for (Engine engine : Engine.values()) {
            try (Entrants entrants = new Entrants(engine)) {
                versions.add(List.of(engine.text(), entrants.limit.engineVersion()));
                one(track, entrants);
                many(track, entrants);
            }
        }
        track.put(new FigureTable(
                "E",
                "Database engines",
                "As they tell themselves.",
                track.settings().isQuick(),
                List.of("engine", "version"),
                versions,
                List.of()));
        new SaveGrowth().run(track);
    }

    private static void one(RaceTrack track, Entrants entrants) throws Exception {
        track.run(race("D1", "Insert one consumer, its key back", entrants, false, Entrant::insertsOne)
                .bound(Measure.CPU, 1.6));
        track.run(race("D2", "Load one by its uuid, with project and user", entrants, false, Entrant::loadsOne)
                .bound(Measure.CPU, 1.6));
        track.run(race("D3", "Save one changed field under the generation", entrants, false, Entrant::savesOne)
                .bound(Measure.CPU, 1.6));
    }

    private static void many(RaceTrack track, Entrants entrants) throws Exception {
        boolean isServer = entrants.engine == Engine.POSTGRESQL; // whose work is none of this thread's
        track.run(race(
                        "D4",
                        "Save one changed field of 1,000, of which 50 are stale",
                        entrants,
                        isServer,
                        entrant -> entrant.savesMany(0, DatabaseWay.PAGE))
                .objectsPerCall(DatabaseWay.PAGE)
                .bound(isServer ? Measure.WALL : Measure.CPU, isServer ? 0.80 : 1.15));
        track.run(race("D5", "Insert 1,000, their keys back", entrants, true, Entrant::insertsMany)
                .objectsPerCall(DatabaseWay.PAGE)
                .bound(isServer ? Measure.WALL : Measure.CPU, isServer ? 0.95 : 1.0));
        track.run(race("D6", "Load 1,000 with project and user", entrants, false, Entrant::loadsPage)
                .objectsPerCall(DatabaseWay.PAGE)
                .bound(Measure.CPU, 1.25));
    }

    private static Race race(String id, String work, Entrants entrants, boolean withOneStatement, Part part)
            throws Exception {
        List<Contender> others = new ArrayList<>(List.of(part.of(entrants.library)));
        for (Entrant<?> peer : entrants.peers) {
            others.add(part.of(peer));
        }
        if (withOneStatement) {
            others.add(part.of(entrants.oneStatement));
        }
        return Race.of(
                        id + " " + entrants.engine.text(),
                        work,
                        part.of(entrants.limit),
                        others.toArray(Contender[]::new))
                .ours(LibraryWay.NAME)
                .peer(entrants.peers.stream().map(Entrant::name).toArray(String[]::new));
    }

    /** What an entrant does in a race. */
    private interface Part {
        Contender of(Entrant<?> entrant) throws Exception;
    }

    /** All entrants of an engine. */
    private static final class Entrants implements AutoCloseable {
        private final List<Entrant<?>> all = new ArrayList<>();
        final Engine engine;
        final Entrant<?> limit;
        final Entrant<?> library;
        final List<Entrant<?>> peers = new ArrayList<>();
        final Entrant<?> oneStatement;

        Entrants(Engine engine) throws Exception {
            this.engine = engine;
            limit = open(Ways.LIMIT);
            library = open(Ways.LIBRARY);
            for (Ways.Opening peer : Ways.PEERS) {
                peers.add(open(peer));
            }
            oneStatement = open(Ways.ONE_STATEMENT);
        }

        private Entrant<?> open(Ways.Opening opening) throws Exception {
            Entrant<?> entrant = Entrant.of(opening, engine, CONSUMERS);
            all.add(entrant);
            return entrant;
        }

        @Override
        public void close() throws SQLException {
            for (Entrant<?> entrant : all) {
                entrant.close();
            }
        }
    }
}
