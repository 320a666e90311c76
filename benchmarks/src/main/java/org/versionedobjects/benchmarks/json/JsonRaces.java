package org.versionedobjects.benchmarks.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.versionedobjects.benchmarks.race.Call;
import org.versionedobjects.benchmarks.race.Contender;
import org.versionedobjects.benchmarks.race.Measure;
import org.versionedobjects.benchmarks.race.Race;
import org.versionedobjects.benchmarks.race.RaceGroup;
import org.versionedobjects.benchmarks.race.RaceTrack;

/** J1 to J6: writing and reading one consumer and a list of a thousand. */
public final class JsonRaces implements RaceGroup {
    private static final String OWN_WRITE = "Versioned Objects, own version";

    private final JsonWork work = new JsonWork();

    @Override
    public String name() {
        return "json";
    }

    @Override
    public void run(RaceTrack track) throws Exception {
        work.check();
        track.run(writeOne());
        track.run(readOne());
        track.run(writeThousand());
        track.run(readThousand());
        track.run(writeOld());
        track.run(readPython());
    }

    private Race writeOne() {
        return race("J1", "Write one consumer (" + size(work.one()) + ")", work::writeOne)
                .bound(Measure.CPU, 1.10);
    }

    private Race readOne() {
        return race("J2", "Read one consumer (" + size(work.one()) + ")", way -> work.readOne(way, work.one()))
                .bound(Measure.CPU, 0.90);
    }

    private Race writeThousand() {
        return race("J3", "Write a list of 1,000 consumers (" + size(work.thousand()) + ")", work::writeThousand)
                .objectsPerCall(1000)
                .bound(Measure.CPU, 1.15);
    }

    private Race readThousand() {
        return race("J4", "Read a list of 1,000 consumers (" + size(work.thousand()) + ")", work::readThousand)
                .objectsPerCall(1000)
                .bound(Measure.CPU, 0.90);
    }

    private Race writeOld() {
        ModelVersioning versioning = new ModelVersioning(ConsumerFacts.ONE);
        return race(
                        "J5",
                        "Write one consumer for a peer of 1.0 (" + size(work.old()) + ")",
                        work::writeOld,
                        new Contender(ModelVersioning.NAME, () -> versioning.writeOld().length),
                        new Contender(OWN_WRITE, work.writeOne(work.library())))
                .peer(ModelVersioning.NAME)
                .bound(Measure.CPU, 1.10)
                .bound(Measure.CPU, 1.10, OWN_WRITE);
    }

    private Race readPython() {
        byte[] json = PythonText.of(work.one());
        return race("J6", "Read one consumer as Python writes it (" + size(json) + ")", way -> work.readOne(way, json))
                .bound(Measure.CPU, 1.0);
    }

    private static String size(byte[] json) {
        return String.format(Locale.ROOT, "%,d bytes", json.length);
    }

    private interface Calls {
        Call of(JsonWay<?, ?> way);
    }

    private Race race(String id, String title, Calls calls, Contender... more) {
        List<Contender> others = new ArrayList<>();
        others.add(new Contender(LibraryWay.NAME, calls.of(work.library())));
        for (JsonWay<?, ?> peer : work.peers()) {
            others.add(new Contender(peer.name(), calls.of(peer)));
        }
        others.addAll(List.of(more));
        return Race.of(
                        id,
                        title,
                        new Contender(HandWritten.NAME, calls.of(work.limit())),
                        others.toArray(Contender[]::new))
                .ours(LibraryWay.NAME)
                .peer(work.peers().stream().map(JsonWay::name).toArray(String[]::new));
    }
}
