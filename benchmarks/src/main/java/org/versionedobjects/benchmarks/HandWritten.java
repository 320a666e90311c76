package org.versionedobjects.benchmarks;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/** The limit: a consumer as a plain object, and Jackson streaming for exactly its JSON and nothing else. */
final class HandWritten {
    static final class Owner {
        long id;

        String externalId = "";
    }

    static final class PlainConsumer {
        long id;

        UUID uuid = new UUID(0, 0);

        final Owner project = new Owner();
        final Owner user = new Owner();
        long generation;
        long consumerTypeId;

        Instant createdAt = Instant.EPOCH;

        Instant updatedAt = Instant.EPOCH;
    }

    private static final JsonFactory FACTORY = new JsonFactory();

    private HandWritten() {}

    static byte[] write(PlainConsumer consumer) {
        try (ByteArrayBuilder out = new ByteArrayBuilder()) {
            try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
                start(json, "Consumer", "1.1");
                json.writeNumberProperty("id", consumer.id);
                json.writeStringProperty("uuid", consumer.uuid.toString());
                write(json, "project", "Project", consumer.project);
                write(json, "user", "User", consumer.user);
                json.writeNumberProperty("generation", consumer.generation);
                json.writeNumberProperty("consumer_type_id", consumer.consumerTypeId);
                json.writeStringProperty("created_at", consumer.createdAt.toString());
                json.writeStringProperty("updated_at", consumer.updatedAt.toString());
                json.writeEndObject();
                json.writeEndObject();
            }
            return out.toByteArray();
        }
    }

    private static void start(JsonGenerator json, String name, String version) {
        json.writeStartObject();
        json.writeStringProperty("versioned_object.name", name);
        json.writeStringProperty("versioned_object.namespace", "placement");
        json.writeStringProperty("versioned_object.version", version);
        json.writeName("versioned_object.data");
        json.writeStartObject();
    }

    private static void write(JsonGenerator json, String field, String name, Owner owner) {
        json.writeName(field);
        start(json, name, "1.0");
        json.writeNumberProperty("id", owner.id);
        json.writeStringProperty("external_id", owner.externalId);
        json.writeEndObject();
        json.writeEndObject();
    }

    static PlainConsumer read(byte[] bytes) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            json.nextToken();
            PlainConsumer consumer = new PlainConsumer();
            readEnvelope(json, "Consumer", "1.1", () -> readFields(json, consumer));
            return consumer;
        }
    }

    private static void readEnvelope(JsonParser json, String name, String version, Runnable data) {
        require(json.currentToken() == JsonToken.START_OBJECT);
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            json.nextToken();
            switch (key) {
                case "versioned_object.name" -> require(json.getString().equals(name));
                case "versioned_object.namespace" -> require(json.getString().equals("placement"));
                case "versioned_object.version" -> require(json.getString().equals(version));
                case "versioned_object.data" -> data.run();
                default -> json.skipChildren();
            }
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("This is not the JSON of a consumer");
        }
    }

    private static void readFields(JsonParser json, PlainConsumer consumer) {
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            json.nextToken();
            switch (key) {
                case "id" -> consumer.id = json.getLongValue();
                case "uuid" -> consumer.uuid = UUID.fromString(json.getString());
                case "project" -> readEnvelope(json, "Project", "1.0", () -> readOwner(json, consumer.project));
                case "user" -> readEnvelope(json, "User", "1.0", () -> readOwner(json, consumer.user));
                case "generation" -> consumer.generation = json.getLongValue();
                case "consumer_type_id" -> consumer.consumerTypeId = json.getLongValue();
                case "created_at" -> consumer.createdAt = Instant.parse(json.getString());
                case "updated_at" -> consumer.updatedAt = Instant.parse(json.getString());
                default -> json.skipChildren();
            }
        }
    }

    private static void readOwner(JsonParser json, Owner owner) {
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            json.nextToken();
            switch (key) {
                case "id" -> owner.id = json.getLongValue();
                case "external_id" -> owner.externalId = json.getString();
                default -> json.skipChildren();
            }
        }
    }
}
