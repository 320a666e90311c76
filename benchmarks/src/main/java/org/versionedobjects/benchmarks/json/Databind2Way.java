package org.versionedobjects.benchmarks.json;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import java.io.IOException;
import org.versionedobjects.benchmarks.json.beans.ConsumerEnvelope;
import org.versionedobjects.benchmarks.json.beans.ConsumerListEnvelope;
import org.versionedobjects.benchmarks.json.beans.OldConsumerEnvelope;

/** Jackson 2 databind on beans, with a reader and a writer made once for each class. */
final class Databind2Way extends BeanWay {
    private final ObjectWriter consumerWriter;
    private final ObjectReader consumerReader;
    private final ObjectWriter listWriter;
    private final ObjectReader listReader;
    private final ObjectWriter oldWriter;

    private Databind2Way(String name, JsonMapper mapper) {
        super(name);
        consumerWriter = mapper.writerFor(ConsumerEnvelope.class);
        consumerReader = mapper.readerFor(ConsumerEnvelope.class);
        listWriter = mapper.writerFor(ConsumerListEnvelope.class);
        listReader = mapper.readerFor(ConsumerListEnvelope.class);
        oldWriter = mapper.writerFor(OldConsumerEnvelope.class);
    }

    static Databind2Way plain() {
        return new Databind2Way("Jackson 2 databind", mapper().build());
    }

    static Databind2Way withBlackbird() {
        return new Databind2Way(
                "Jackson 2 databind, Blackbird",
                mapper().addModule(new BlackbirdModule()).build());
    }

    private static JsonMapper.Builder mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    @Override
    public byte[] write(ConsumerEnvelope consumer) throws IOException {
        return consumerWriter.writeValueAsBytes(consumer);
    }

    @Override
    public ConsumerEnvelope read(byte[] json) throws IOException {
        return consumerReader.readValue(json);
    }

    @Override
    public byte[] writeList(ConsumerListEnvelope list) throws IOException {
        return listWriter.writeValueAsBytes(list);
    }

    @Override
    public ConsumerListEnvelope readList(byte[] json) throws IOException {
        return listReader.readValue(json);
    }

    @Override
    public byte[] writeOld(ConsumerEnvelope consumer) throws IOException {
        return oldWriter.writeValueAsBytes(Beans.old(consumer));
    }
}
