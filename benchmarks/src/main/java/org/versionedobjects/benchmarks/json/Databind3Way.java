package org.versionedobjects.benchmarks.json;

import org.versionedobjects.benchmarks.json.beans.ConsumerEnvelope;
import org.versionedobjects.benchmarks.json.beans.ConsumerListEnvelope;
import org.versionedobjects.benchmarks.json.beans.OldConsumerEnvelope;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.module.blackbird.BlackbirdModule;

/** Jackson 3 databind on beans, with a reader and a writer made once for each class. */
final class Databind3Way extends BeanWay {
    private final ObjectWriter consumerWriter;
    private final ObjectReader consumerReader;
    private final ObjectWriter listWriter;
    private final ObjectReader listReader;
    private final ObjectWriter oldWriter;

    private Databind3Way(String name, JsonMapper mapper) {
        super(name);
        consumerWriter = mapper.writerFor(ConsumerEnvelope.class);
        consumerReader = mapper.readerFor(ConsumerEnvelope.class);
        listWriter = mapper.writerFor(ConsumerListEnvelope.class);
        listReader = mapper.readerFor(ConsumerListEnvelope.class);
        oldWriter = mapper.writerFor(OldConsumerEnvelope.class);
    }

    static Databind3Way plain() {
        return new Databind3Way("Jackson 3 databind", mapper().build());
    }

    static Databind3Way withBlackbird() {
        return new Databind3Way(
                "Jackson 3 databind, Blackbird",
                mapper().addModule(new BlackbirdModule()).build());
    }

    private static JsonMapper.Builder mapper() {
        return JsonMapper.builder();
    }

    @Override
    public byte[] write(ConsumerEnvelope consumer) {
        return consumerWriter.writeValueAsBytes(consumer);
    }

    @Override
    public ConsumerEnvelope read(byte[] json) {
        return consumerReader.readValue(json);
    }

    @Override
    public byte[] writeList(ConsumerListEnvelope list) {
        return listWriter.writeValueAsBytes(list);
    }

    @Override
    public ConsumerListEnvelope readList(byte[] json) {
        return listReader.readValue(json);
    }

    @Override
    public byte[] writeOld(ConsumerEnvelope consumer) {
        return oldWriter.writeValueAsBytes(Beans.old(consumer));
    }
}
