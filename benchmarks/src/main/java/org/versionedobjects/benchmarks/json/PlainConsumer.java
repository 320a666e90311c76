package org.versionedobjects.benchmarks.json;

import java.time.Instant;
import java.util.UUID;

/** A consumer as a plain object that knows nothing of versions and changes. */
final class PlainConsumer {
    /** Its project or user. */
    static final class Owner {
        long id;

        String externalId = "";
    }

    private static final UUID NO_UUID = new UUID(0, 0);

    long id;

    UUID uuid = NO_UUID;

    final Owner project = new Owner();
    final Owner user = new Owner();
    long generation;
    long consumerTypeId;

    Instant createdAt = Instant.EPOCH;

    Instant updatedAt = Instant.EPOCH;

    static PlainConsumer of(ConsumerFacts facts) {
        PlainConsumer consumer = new PlainConsumer();
        consumer.id = facts.id();
        consumer.uuid = facts.uuid();
        consumer.project.id = facts.projectId();
        consumer.project.externalId = facts.projectExternalId();
        consumer.user.id = facts.userId();
        consumer.user.externalId = facts.userExternalId();
        consumer.generation = facts.generation();
        consumer.consumerTypeId = facts.consumerTypeId();
        consumer.createdAt = facts.createdAt();
        consumer.updatedAt = facts.updatedAt();
        return consumer;
    }

    ConsumerFacts facts() {
        return new ConsumerFacts(
                id,
                uuid,
                project.id,
                project.externalId,
                user.id,
                user.externalId,
                generation,
                consumerTypeId,
                createdAt,
                updatedAt);
    }
}
