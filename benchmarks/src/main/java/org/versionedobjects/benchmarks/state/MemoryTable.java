package org.versionedobjects.benchmarks.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.openjdk.jol.info.GraphLayout;
import org.versionedobjects.benchmarks.json.Footprints;
import org.versionedobjects.benchmarks.race.FigureTable;
import org.versionedobjects.benchmarks.race.RaceGroup;
import org.versionedobjects.benchmarks.race.RaceTrack;

/** M: bytes of one consumer in memory, all that it holds alone included. */
public final class MemoryTable implements RaceGroup {
    private static final int COUNT = 1000;

    static {
        // JOL asks Unsafe for offsets, which refuses records, and says so each time it cannot attach to its own JVM
        System.setProperty("jol.magicFieldOffset", "true");
        System.setProperty("jol.skipDynamicAttach", "true");
        System.setProperty("jol.skipHotspotSAAttach", "true");
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public void run(RaceTrack track) throws Exception {
        List<Map.Entry<String, IntFunction<Object>>> forms = new ArrayList<>(Footprints.forms());
        forms.add(Map.entry("jOOQ record, keys for project and user", JooqConsumer::filled));
        forms.add(Map.entry("HashMap object, keys for project and user", MemoryTable::map));
        List<List<String>> rows = new ArrayList<>();
        double plain = bytes(forms.get(0).getValue());
        for (Map.Entry<String, IntFunction<Object>> form : forms) {
            double bytes = bytes(form.getValue());
            rows.add(List.of(
                    form.getKey(),
                    String.format(Locale.ROOT, "%,.0f", bytes),
                    String.format(Locale.ROOT, "%.2f", bytes / plain)));
        }
        track.put(new FigureTable(
                "M1",
                "Memory of one consumer with project and user",
                "Bytes on the heap as JOL counts them: what " + COUNT + " more objects add, by " + COUNT
                        + ", so that what they share does not count.",
                track.settings().isQuick(),
                List.of("form", "bytes", "ratio to the plain object"),
                rows,
                List.of()));
    }

    private static double bytes(IntFunction<Object> form) {
        return (double) (size(form, 2 * COUNT) - size(form, COUNT)) / COUNT;
    }

    private static long size(IntFunction<Object> form, int count) {
        Object[] all = new Object[count];
        for (int i = 0; i < count; i++) {
            all[i] = form.apply(i);
        }
        // the array's own element is no part of the object
        return GraphLayout.parseInstance((Object) all).totalSize()
                - GraphLayout.parseInstance((Object) new Object[count]).totalSize();
    }

    private static Object map(int number) {
        MapConsumer consumer = new MapConsumer();
        consumer.load(0, 1000L + number);
        consumer.load(1, new UUID(number, number));
        consumer.load(2, 2000L + number);
        consumer.load(3, 3000L + number);
        consumer.load(4, 4000L + number);
        consumer.load(5, 5000L + number);
        consumer.load(6, Instant.ofEpochSecond(6000L + number));
        consumer.load(7, Instant.ofEpochSecond(7000L + number));
        return consumer;
    }
}
