package org.versionedobjects.benchmarks.json;

import java.util.List;
import org.versionedobjects.benchmarks.json.beans.ConsumerEnvelope;
import org.versionedobjects.benchmarks.json.beans.ConsumerListEnvelope;

/** What ways with the same beans have in common. */
abstract class BeanWay implements JsonWay<ConsumerEnvelope, ConsumerListEnvelope> {
    private final String name;

    BeanWay(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final ConsumerEnvelope consumer(ConsumerFacts facts) {
        return Beans.envelope(facts);
    }

    @Override
    public final ConsumerFacts facts(ConsumerEnvelope consumer) {
        return Beans.facts(consumer);
    }

    @Override
    public final ConsumerListEnvelope list(List<ConsumerEnvelope> consumers) {
        return Beans.list(consumers);
    }

    @Override
    public final List<ConsumerEnvelope> elements(ConsumerListEnvelope list) {
        return Beans.elements(list);
    }
}
