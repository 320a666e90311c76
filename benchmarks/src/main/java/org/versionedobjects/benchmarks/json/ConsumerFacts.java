package org.versionedobjects.benchmarks.json;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What every contender's consumer holds: made of these, and compared by these. */
record ConsumerFacts(
        long id,
        UUID uuid,
        long projectId,
        String projectExternalId,
        long userId,
        String userExternalId,
        long generation,
        long consumerTypeId,
        Instant createdAt,
        Instant updatedAt) {
    /** The consumer of the races with one. */
    static final ConsumerFacts ONE = numbered(0);

    /** The consumers of the races with a list. */
    static final List<ConsumerFacts> THOUSAND =
            IntStream.range(0, 1000).mapToObj(ConsumerFacts::numbered).toList();

    /** Returns a consumer that differs from those of other numbers; its times are whole seconds, as Python writes them. */
    static ConsumerFacts numbered(int number) {
        Instant created = Instant.parse("2026-11-24T10:00:00Z").plusSeconds(number * 61L);
        return new ConsumerFacts(
                4711 + number,
                new UUID(0x8a9bcb1e9d6f4a3eL + number * 0x10001L, 0x8a440d5f2d3f6c10L + number),
                17 + number % 50,
                "0a5d3c7e4b1f4d2a9c8e7f6a5b4c" + hex(number % 50),
                23 + number % 70,
                "f1e2d3c4b5a69788776655443322" + hex(number % 70),
                12 + number % 5,
                1 + number % 3,
                created,
                created.plusSeconds(3600));
    }

    private static String hex(int number) {
        return Integer.toHexString(0x1000 + number);
    }

    /** Returns the consumer as peers of 1.0 get it: without a type. */
    ConsumerFacts withoutType() {
        return new ConsumerFacts(
                id, uuid, projectId, projectExternalId, userId, userExternalId, generation, 0, createdAt, updatedAt);
    }
}
