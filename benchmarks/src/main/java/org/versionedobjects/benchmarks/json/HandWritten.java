package org.versionedobjects.benchmarks.json;

import java.util.List;
import tools.jackson.core.json.JsonFactory;

/** The limit: Jackson 3 streaming for exactly the JSON of a consumer, and nothing else. */
final class HandWritten implements JsonWay<PlainConsumer, List<PlainConsumer>> {
    static final String NAME = "Jackson 3 streaming by hand";

    static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PlainConsumer consumer(ConsumerFacts facts) {
        return PlainConsumer.of(facts);
    }

    @Override
    public ConsumerFacts facts(PlainConsumer consumer) {
        return consumer.facts();
    }

    @Override
    public List<PlainConsumer> list(List<PlainConsumer> consumers) {
        return consumers;
    }

    @Override
    public List<PlainConsumer> elements(List<PlainConsumer> list) {
        return list;
    }

    @Override
    public byte[] write(PlainConsumer consumer) {
        return HandWriter.toBytes(writer -> writer.write(consumer, true));
    }

    @Override
    public PlainConsumer read(byte[] json) {
        return HandReader.read(json);
    }

    @Override
    public byte[] writeList(List<PlainConsumer> list) {
        return HandWriter.toBytes(writer -> writer.writeList(list));
    }

    @Override
    public List<PlainConsumer> readList(byte[] json) {
        return HandReader.readList(json);
    }

    @Override
    public byte[] writeOld(PlainConsumer consumer) {
        return HandWriter.toBytes(writer -> writer.write(consumer, false));
    }
}
