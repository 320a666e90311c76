package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldType;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.compat.PeerVersions;
import org.versionedobjects.types.Types;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** What is written without Jackson is what Jackson writes. */
class QuickDocumentsTest {
    private static final int OBJECTS = 500;

    private static ObjectCodec codec(Profile profile) {
        return ObjectCodec.builder(QuickObjects.TYPES).profile(profile).build();
    }

    private static byte[] byJackson(ObjectCodec codec, VersionedObject object) {
        JsonFactory factory = JsonFactory.builder()
                .configure(JsonWriteFeature.WRITE_NAN_AS_STRINGS, codec.profile() != Profile.OSLO)
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            codec.write(object, generator);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void whatIsWritten_isWhatJacksonWrites(Profile profile) {
        ObjectCodec codec = codec(profile);
        for (int seed = 0; seed < OBJECTS; seed++) {
            DynamicObject object = new QuickObjects(seed).whole();
            String expected = new String(byJackson(codec, object), StandardCharsets.UTF_8);

            assertThat(new String(codec.toBytes(object), StandardCharsets.UTF_8))
                    .as("seed " + seed)
                    .isEqualTo(expected);
            assertThat(codec.toJson(object)).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void olderVersions_areWrittenAsJacksonWritesThem() {
        ObjectCodec older =
                codec(Profile.STRICT).forPeer(VersionManifest.of("Whole", "1.0").with("Part", "1.0"));
        for (int seed = 0; seed < OBJECTS / 10; seed++) {
            DynamicObject object = new QuickObjects(seed).whole();

            assertThat(older.toBytes(object)).as("seed " + seed).isEqualTo(byJackson(older, object));
        }
    }

    /** Something read, or what was said instead, as text. */
    private interface Reading {
        VersionedObject read();
    }

    private static String outcome(Reading reading) {
        try {
            VersionedObject read = reading.read();
            return read + " read at " + read.readVersion() + ", changed " + read.changes();
        } catch (VersionedObjectException e) {
            return e.getClass() + ": " + e.getMessage();
        }
    }

    /** A type that writes nothing, or too much. */
    private record Careless(int values) implements FieldType<String> {
        @Override
        public String describe() {
            return "a text";
        }

        @Override
        public String accept(String value) {
            return value;
        }

        @Override
        public String coerce(Object value) {
            return String.valueOf(value);
        }

        @Override
        public void write(String value, ValueWriter out) {
            for (int i = 0; i < values; i++) {
                out.writeText(value);
            }
        }

        @Override
        public String read(ValueReader in) {
            return in.readText();
        }
    }

    @Test
    void limits_areThoseOfJackson() {
        for (int most = 1; most < 60; most++) {
            Limits limits = Limits.DEFAULT
                    .withDepth(most)
                    .withTextCharacters(most)
                    .withNumberDigits(most)
                    .withDocumentBytes(40L * most);
            ObjectCodec codec =
                    ObjectCodec.builder(QuickObjects.TYPES).limits(limits).build();
            Documents documents = new Documents(limits, Profile.STRICT);
            for (int seed = 0; seed < 40; seed++) {
                DynamicObject object = new QuickObjects(seed).whole();
                String expected = written(() -> documents.toBytes(generator -> {
                    JacksonSink sink = new JacksonSink(generator, envelopes(), limits, Profile.STRICT);
                    sink.envelopes().writeRoot(object, sink);
                }));

                assertThat(written(() -> codec.toBytes(object)))
                        .as("limit " + most + ", seed " + seed)
                        .isEqualTo(expected);
            }
        }
    }

    private static EnvelopeWriter envelopes() {
        return new EnvelopeWriter(new TypeWriters(
                QuickObjects.TYPES,
                new SerialNamespaces("versioned_object", Map.of(), List.of()),
                PeerVersions.ofAnyone(QuickObjects.TYPES, Profile.STRICT)));
    }

    private static String written(Supplier<byte[]> writing) {
        try {
            return new String(writing.get(), StandardCharsets.UTF_8);
        } catch (VersionedObjectException e) {
            return e.getClass() + ": " + e.getMessage();
        }
    }

    private static void assertWrittenAsByJackson(Careless odd, String value) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Odd");
        define.field("odd", odd);
        define.field("name", Types.string());
        ObjectType<DynamicObject> type = define.version("1.0");
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(type));
        DynamicObject object = type.newObject();
        object.set("odd", value);
        object.set("name", "y");

        assertThat(outcome(() -> codec.fromBytes(codec.toBytes(object))))
                .as(odd.toString())
                .isEqualTo(outcome(() -> codec.fromBytes(byJackson(codec, object))));
    }

    @Test
    void typesThatWriteNoJson_areToldAsJacksonTellsThem() {
        assertWrittenAsByJackson(new Careless(0), "x");
        assertWrittenAsByJackson(new Careless(2), "x");
    }

    @Test
    void halfACharacter_isToldAsJacksonTellsIt() {
        assertWrittenAsByJackson(new Careless(1), "half \ud83d of it");
    }
}
