package org.versionedobjects.benchmarks.json;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import org.versionedobjects.benchmarks.json.beans.ConsumerEnvelope;
import org.versionedobjects.benchmarks.json.beans.ConsumerListEnvelope;
import org.versionedobjects.benchmarks.json.beans.OldConsumerEnvelope;

/** Avaje Jsonb, whose adapters are generated when this module is compiled. */
final class AvajeWay extends BeanWay {
    private final JsonType<ConsumerEnvelope> consumers;
    private final JsonType<ConsumerListEnvelope> lists;
    private final JsonType<OldConsumerEnvelope> oldConsumers;

    AvajeWay() {
        super("Avaje Jsonb");
        Jsonb jsonb = Jsonb.builder().build();
        consumers = jsonb.type(ConsumerEnvelope.class);
        lists = jsonb.type(ConsumerListEnvelope.class);
        oldConsumers = jsonb.type(OldConsumerEnvelope.class);
    }

    @Override
    public byte[] write(ConsumerEnvelope consumer) {
        return consumers.toJsonBytes(consumer);
    }

    @Override
    public ConsumerEnvelope read(byte[] json) {
        return consumers.fromJson(json);
    }

    @Override
    public byte[] writeList(ConsumerListEnvelope list) {
        return lists.toJsonBytes(list);
    }

    @Override
    public ConsumerListEnvelope readList(byte[] json) {
        return lists.fromJson(json);
    }

    @Override
    public byte[] writeOld(ConsumerEnvelope consumer) {
        return oldConsumers.toJsonBytes(Beans.old(consumer));
    }
}
