package org.versionedobjects.benchmarks.json;

import java.util.List;

/**
 * One way to write and read consumers.
 *
 * @param <C> its consumer
 * @param <L> its list of consumers
 */
interface JsonWay<C, L> {
    String name();

    C consumer(ConsumerFacts facts);

    ConsumerFacts facts(C consumer);

    L list(List<C> consumers);

    List<C> elements(L list);

    byte[] write(C consumer) throws Exception;

    C read(byte[] json) throws Exception;

    byte[] writeList(L list) throws Exception;

    L readList(byte[] json) throws Exception;

    /** Writes a consumer as a peer of 1.0 expects it. */
    byte[] writeOld(C consumer) throws Exception;
}
