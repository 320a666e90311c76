package org.versionedobjects.benchmarks.json;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.versionedobjects.examples.quickstart.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Consumers as the contenders of the races have them once they are read: what they take in memory is told elsewhere. */
public final class Footprints {
    /** The first, which the others are compared with. */
    public static final String PLAIN = "Plain object";

    private Footprints() {}

    /** Returns, by the name of the form, what makes a consumer of a number; numbers differ in all values. */
    public static List<Map.Entry<String, IntFunction<Object>>> forms() {
        LibraryWay library = new LibraryWay();
        Databind3Way databind = Databind3Way.plain();
        JsonMapper mapper = JsonMapper.shared();
        return List.of(
                Map.entry(PLAIN, number -> HandReader.read(json(number))),
                Map.entry("Versioned Objects, as read", number -> library.read(json(number))),
                Map.entry("Versioned Objects, one field changed", number -> {
                    Consumer consumer = library.read(json(number));
                    consumer.set(Consumer.GENERATION, 1_000_000L + number);
                    return consumer;
                }),
                Map.entry("Beans with envelopes, as databind reads them", number -> databind.read(json(number))),
                Map.entry("Jackson 3 tree", number -> mapper.readTree(json(number))));
    }

    private static byte[] json(int number) {
        HandWritten hand = new HandWritten();
        return hand.write(hand.consumer(ConsumerFacts.numbered(number)));
    }
}
