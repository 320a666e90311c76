package org.versionedobjects.benchmarks.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Reads consumers, keys in any order: names from Jackson's symbol table, UUIDs and times from its buffer. */
final class HandReader {
    private final JsonParser json;

    private HandReader(JsonParser json) {
        this.json = json;
    }

    static PlainConsumer read(byte[] bytes) {
        try (JsonParser json = HandWritten.FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            json.nextToken();
            PlainConsumer consumer = new HandReader(json).consumer();
            require(json.nextToken() == null);
            return consumer;
        }
    }

    static List<PlainConsumer> readList(byte[] bytes) {
        try (JsonParser json = HandWritten.FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            json.nextToken();
            List<PlainConsumer> list = new HandReader(json).list();
            require(json.nextToken() == null);
            return list;
        }
    }

    private List<PlainConsumer> list() {
        List<PlainConsumer> list = new ArrayList<>();
        require(json.currentToken() == JsonToken.START_OBJECT);
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            json.nextToken();
            switch (key) {
                case "versioned_object.name" -> require(is("ConsumerList"));
                case "versioned_object.namespace" -> require(is("placement"));
                case "versioned_object.version" -> require(is("1.0"));
                case "versioned_object.data" -> objects(list);
                default -> json.skipChildren();
            }
        }
        return list;
    }

    private void objects(List<PlainConsumer> list) {
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            json.nextToken();
            if (key.equals("objects")) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(consumer());
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private PlainConsumer consumer() {
        PlainConsumer consumer = new PlainConsumer();
        require(json.currentToken() == JsonToken.START_OBJECT);
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            json.nextToken();
            switch (key) {
                case "versioned_object.name" -> require(is("Consumer"));
                case "versioned_object.namespace" -> require(is("placement"));
                case "versioned_object.version" -> require(is("1.1"));
                case "versioned_object.data" -> fields(consumer);
                default -> json.skipChildren();
            }
        }
        return consumer;
    }

    private void fields(PlainConsumer consumer) {
        require(json.currentToken() == JsonToken.START_OBJECT);
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            json.nextToken();
            switch (key) {
                case "id" -> consumer.id = json.getLongValue();
                case "uuid" -> consumer.uuid = uuid();
                case "project" -> owner("Project", consumer.project);
                case "user" -> owner("User", consumer.user);
                case "generation" -> consumer.generation = json.getLongValue();
                case "consumer_type_id" -> consumer.consumerTypeId = json.getLongValue();
                case "created_at" -> consumer.createdAt = time();
                case "updated_at" -> consumer.updatedAt = time();
                default -> json.skipChildren();
            }
        }
    }

    private void owner(String name, PlainConsumer.Owner owner) {
        require(json.currentToken() == JsonToken.START_OBJECT);
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            json.nextToken();
            switch (key) {
                case "versioned_object.name" -> require(is(name));
                case "versioned_object.namespace" -> require(is("placement"));
                case "versioned_object.version" -> require(is("1.0"));
                case "versioned_object.data" -> fields(owner);
                default -> json.skipChildren();
            }
        }
    }

    private void fields(PlainConsumer.Owner owner) {
        require(json.currentToken() == JsonToken.START_OBJECT);
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            json.nextToken();
            switch (key) {
                case "id" -> owner.id = json.getLongValue();
                case "external_id" -> owner.externalId = json.getString();
                default -> json.skipChildren();
            }
        }
    }

    private UUID uuid() {
        return Ascii.uuid(json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    }

    private Instant time() {
        return Ascii.time(json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    }

    /** Compares without making a String. */
    private boolean is(String expected) {
        char[] text = json.getStringCharacters();
        int offset = json.getStringOffset();
        if (json.getStringLength() != expected.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (text[offset + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("This is not the JSON of a consumer");
        }
    }
}
