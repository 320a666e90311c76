package org.versionedobjects.benchmarks;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.StateAccess;
import org.versionedobjects.examples.quickstart.Consumer;
import org.versionedobjects.examples.quickstart.Project;
import org.versionedobjects.examples.quickstart.User;
import org.versionedobjects.json.ObjectCodec;

/** Writing and reading one envelope of about 750 bytes. */
final class EnvelopeRaces {
    private static final ObjectCodec CODEC = ObjectCodec.of(ObjectRegistry.of(Consumer.TYPE, Project.TYPE, User.TYPE));

    private final Consumer consumer = consumer();
    private final HandWritten.PlainConsumer plain = plain();
    private final byte[] json = CODEC.toBytes(consumer);

    private static Consumer consumer() {
        HandWritten.PlainConsumer plain = plain();
        Consumer consumer = new Consumer();
        StateAccess.load(consumer, Consumer.ID, plain.id);
        consumer.set(Consumer.UUID, plain.uuid);
        consumer.set(
                Consumer.PROJECT,
                Project.TYPE
                        .with(Project.ID, plain.project.id)
                        .with(Project.EXTERNAL_ID, plain.project.externalId)
                        .build());
        consumer.set(
                Consumer.USER,
                User.TYPE
                        .with(User.ID, plain.user.id)
                        .with(User.EXTERNAL_ID, plain.user.externalId)
                        .build());
        consumer.set(Consumer.GENERATION, plain.generation);
        consumer.set(Consumer.CONSUMER_TYPE_ID, plain.consumerTypeId);
        consumer.set(Consumer.CREATED_AT, plain.createdAt);
        consumer.set(Consumer.UPDATED_AT, plain.updatedAt);
        consumer.resetChangesDeep();
        return consumer;
    }

    private static HandWritten.PlainConsumer plain() {
        HandWritten.PlainConsumer plain = new HandWritten.PlainConsumer();
        plain.id = 4711;
        plain.uuid = UUID.fromString("8a9bcb1e-9d6f-4a3e-8a44-0d5f2d3f6c10");
        plain.project.id = 17;
        plain.project.externalId = "0a5d3c7e4b1f4d2a9c8e7f6a5b4c3d2e";
        plain.user.id = 23;
        plain.user.externalId = "f1e2d3c4b5a697887766554433221100";
        plain.generation = 12;
        plain.consumerTypeId = 1;
        plain.createdAt = Instant.parse("2026-11-24T10:00:00.123456Z");
        plain.updatedAt = Instant.parse("2026-11-24T11:00:00.654321Z");
        return plain;
    }

    void run() throws Exception {
        if (!Arrays.equals(json, HandWritten.write(plain))
                || !Arrays.equals(json, HandWritten.write(HandWritten.read(json)))
                || !Arrays.equals(json, CODEC.toBytes(CODEC.fromBytes(json)))) {
            throw new IllegalStateException("The contenders do not write the same");
        }
        new Race(
                        "Write one envelope (" + json.length + " bytes)",
                        new Contender("Jackson streaming by hand", () -> HandWritten.write(plain).length),
                        new Contender("ObjectCodec.toBytes", () -> CODEC.toBytes(consumer).length))
                .run();
        new Race(
                        "Read one envelope (" + json.length + " bytes)",
                        new Contender("Jackson streaming by hand", () -> (int) HandWritten.read(json).generation),
                        new Contender("ObjectCodec.fromBytes", () ->
                                (int) CODEC.fromBytes(Consumer.TYPE, json).generation()))
                .run();
    }
}
