package org.versionedobjects.benchmarks.json;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.ByteArrayBuilder;

/** Writes consumers: names and constants encoded once, UUIDs and times as bytes by hand, buffers given back. */
final class HandWriter {
    private static final SerializableString NAME = new SerializedString("versioned_object.name");
    private static final SerializableString NAMESPACE = new SerializedString("versioned_object.namespace");
    private static final SerializableString VERSION = new SerializedString("versioned_object.version");
    private static final SerializableString DATA = new SerializedString("versioned_object.data");
    private static final SerializableString PLACEMENT = new SerializedString("placement");
    private static final SerializableString ONE_ZERO = new SerializedString("1.0");
    private static final SerializableString ONE_ONE = new SerializedString("1.1");
    private static final SerializableString CONSUMER_LIST = new SerializedString("ConsumerList");
    private static final SerializableString CONSUMER_TYPE = new SerializedString("Consumer");
    private static final SerializableString PROJECT_TYPE = new SerializedString("Project");
    private static final SerializableString USER_TYPE = new SerializedString("User");
    private static final SerializableString OBJECTS = new SerializedString("objects");
    private static final SerializableString ID = new SerializedString("id");
    private static final SerializableString UUID = new SerializedString("uuid");
    private static final SerializableString PROJECT = new SerializedString("project");
    private static final SerializableString USER = new SerializedString("user");
    private static final SerializableString EXTERNAL_ID = new SerializedString("external_id");
    private static final SerializableString GENERATION = new SerializedString("generation");
    private static final SerializableString CONSUMER_TYPE_ID = new SerializedString("consumer_type_id");
    private static final SerializableString CREATED_AT = new SerializedString("created_at");
    private static final SerializableString UPDATED_AT = new SerializedString("updated_at");

    private final JsonGenerator json;
    private final byte[] scratch = new byte[36];

    private HandWriter(JsonGenerator json) {
        this.json = json;
    }

    static byte[] toBytes(Consumer<HandWriter> writing) {
        BufferRecycler recycler = HandWritten.FACTORY._getBufferRecycler();
        try (ByteArrayBuilder out = new ByteArrayBuilder(recycler)) {
            try (JsonGenerator json = HandWritten.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
                writing.accept(new HandWriter(json));
            }
            return out.getClearAndRelease();
        } finally {
            recycler.releaseToPool();
        }
    }

    void writeList(List<PlainConsumer> list) {
        start(CONSUMER_LIST, ONE_ZERO);
        json.writeName(OBJECTS);
        json.writeStartArray();
        for (PlainConsumer consumer : list) {
            write(consumer, true);
        }
        json.writeEndArray();
        end();
    }

    void write(PlainConsumer consumer, boolean withType) {
        start(CONSUMER_TYPE, withType ? ONE_ONE : ONE_ZERO);
        json.writeName(ID);
        json.writeNumber(consumer.id);
        json.writeName(UUID);
        Ascii.write(consumer.uuid, scratch);
        json.writeRawUTF8String(scratch, 0, Ascii.UUID_LENGTH);
        json.writeName(PROJECT);
        write(PROJECT_TYPE, consumer.project);
        json.writeName(USER);
        write(USER_TYPE, consumer.user);
        json.writeName(GENERATION);
        json.writeNumber(consumer.generation);
        if (withType) {
            json.writeName(CONSUMER_TYPE_ID);
            json.writeNumber(consumer.consumerTypeId);
        }
        json.writeName(CREATED_AT);
        json.writeRawUTF8String(scratch, 0, Ascii.write(consumer.createdAt, scratch));
        json.writeName(UPDATED_AT);
        json.writeRawUTF8String(scratch, 0, Ascii.write(consumer.updatedAt, scratch));
        end();
    }

    private void write(SerializableString type, PlainConsumer.Owner owner) {
        start(type, ONE_ZERO);
        json.writeName(ID);
        json.writeNumber(owner.id);
        json.writeName(EXTERNAL_ID);
        json.writeString(owner.externalId);
        end();
    }

    private void start(SerializableString type, SerializableString version) {
        json.writeStartObject();
        json.writeName(NAME);
        json.writeString(type);
        json.writeName(NAMESPACE);
        json.writeString(PLACEMENT);
        json.writeName(VERSION);
        json.writeString(version);
        json.writeName(DATA);
        json.writeStartObject();
    }

    private void end() {
        json.writeEndObject();
        json.writeEndObject();
    }
}
