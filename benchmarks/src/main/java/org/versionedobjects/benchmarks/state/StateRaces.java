package org.versionedobjects.benchmarks.state;

import java.util.List;
import java.util.stream.IntStream;
import org.versionedobjects.benchmarks.race.Contender;
import org.versionedobjects.benchmarks.race.Measure;
import org.versionedobjects.benchmarks.race.Race;
import org.versionedobjects.benchmarks.race.RaceGroup;
import org.versionedobjects.benchmarks.race.RaceTrack;
import org.versionedobjects.benchmarks.race.SameWork;

/** O1: setting one field, asking what changed, resetting. */
public final class StateRaces implements RaceGroup {
    private static final String ID = "O1";

    /** Returns all kinds of objects, the limit first. */
    static List<TrackedWay> ways() {
        return List.of(
                MaskedConsumer.way(),
                LibraryConsumer.way(),
                JooqConsumer.way(),
                MapConsumer.way(),
                LibraryConsumer.wayByField(),
                LibraryConsumer.wayWithValues());
    }

    @Override
    public String name() {
        return "state";
    }

    @Override
    public void run(RaceTrack track) throws Exception {
        List<TrackedWay> all = ways();
        for (TrackedWay way : all) {
            check(way);
        }
        track.run(Race.of(
                        ID,
                        "Set one field, ask which of eight changed, reset, on each of " + TrackedWay.OBJECTS
                                + " objects",
                        contender(all.get(0)),
                        all.stream().skip(1).map(StateRaces::contender).toArray(Contender[]::new))
                .ours(LibraryConsumer.NAME)
                .peer(JooqConsumer.NAME, MapConsumer.NAME)
                .bound(Measure.CPU, 10));
    }

    private static Contender contender(TrackedWay way) {
        return new Contender(way.name(), way.loops());
    }

    private static void check(TrackedWay way) throws Exception {
        Tracked tracked = way.supplier().get();
        tracked.setGeneration(-1);
        SameWork.require(ID, way.name(), List.of(Tracked.GENERATION), changed(tracked));
        tracked.reset();
        SameWork.require(ID, way.name(), List.of(), changed(tracked));
        SameWork.require(ID, way.name(), TrackedWay.OBJECTS, way.loops().once());
    }

    private static List<Integer> changed(Tracked tracked) {
        return IntStream.range(0, Tracked.FIELDS)
                .filter(tracked::isChanged)
                .boxed()
                .toList();
    }
}
