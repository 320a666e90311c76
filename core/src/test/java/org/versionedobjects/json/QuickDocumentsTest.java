package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
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

    private static final ObjectRegistry TYPES = types();

    private static ObjectRegistry types() {
        ObjectType.Definition<DynamicObject> part = ObjectType.dynamic("demo", "Part");
        part.field("name", Types.string().nullable());
        part.field("size", Types.longInteger());
        ObjectType.Definition<DynamicObject> whole = ObjectType.dynamic("demo", "Whole");
        whole.field("text", Types.string());
        whole.field("count", Types.longInteger());
        whole.field("wide", Types.bigInteger());
        whole.field("decimal", Types.decimal());
        whole.field("real", Types.floatingPoint());
        whole.field("flag", Types.bool());
        whole.field("uuid", Types.uuid());
        whole.field("at", Types.instant());
        whole.field("texts", Types.listOf(Types.string()));
        whole.field("numbers", Types.mapOf(Types.longInteger()));
        whole.field("any", Types.json());
        whole.field("part", Types.object("demo", "Part"));
        whole.field("parts", Types.listOf(Types.object("demo", "Part")));
        whole.field("later", Types.string().since("1.1"));
        return ObjectRegistry.of(whole.version("1.1"), part.version("1.0"));
    }

    private static ObjectCodec codec(Profile profile) {
        return ObjectCodec.builder(TYPES).profile(profile).build();
    }

    private static final class Objects {
        private static final String[] PIECES = {
            "a",
            "plain text",
            "?",
            "\"",
            "\\",
            "/",
            "\n",
            "\u0000",
            "\u001f",
            "\u007f",
            "é",
            "ß",
            "€",
            "😀",
            "\u2028",
            "ÿ"
        };

        private final Random random;

        Objects(long seed) {
            this.random = new Random(seed);
        }

        private String text() {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            return text.toString();
        }

        private long number() {
            return random.nextLong() >> random.nextInt(64);
        }

        private double real() {
            return switch (random.nextInt(5)) {
                case 0 -> random.nextInt(1_000);
                case 1 -> random.nextInt(1_000_000) / 1_000.0;
                case 2 -> 2e-3;
                case 3 -> -0.0;
                default -> {
                    double any = Double.longBitsToDouble(random.nextLong());
                    yield Double.isFinite(any) ? any : 1e300;
                }
            };
        }

        DynamicObject part() {
            DynamicObject part =
                    (DynamicObject) TYPES.newest("demo", "Part").orElseThrow().newObject();
            if (random.nextBoolean()) {
                part.set("name", random.nextInt(4) == 0 ? null : text());
            }
            part.set("size", number());
            return part;
        }

        DynamicObject whole() {
            DynamicObject whole =
                    (DynamicObject) TYPES.newest("demo", "Whole").orElseThrow().newObject();
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("text", text());
            values.put("count", number());
            values.put("wide", new BigInteger(random.nextInt(200), random));
            values.put("decimal", new BigDecimal(new BigInteger(random.nextInt(120), random), random.nextInt(20)));
            values.put("real", real());
            values.put("flag", random.nextBoolean());
            values.put("uuid", new UUID(random.nextLong(), random.nextLong()));
            values.put("at", Instant.ofEpochSecond(Math.abs(number() % 100_000_000_000L)));
            values.put("texts", List.of(text(), text()));
            values.put("numbers", Map.of(text() + 1, number(), text() + 2, number()));
            values.put("any", Map.of(text(), List.of(text(), number(), true)));
            values.put("part", part());
            values.put("parts", random.nextBoolean() ? List.of() : List.of(part(), part()));
            values.put("later", text());
            values.forEach((name, value) -> {
                if (random.nextInt(4) > 0) {
                    whole.set(name, value);
                }
            });
            if (random.nextBoolean()) {
                whole.resetChangesDeep();
            }
            return whole;
        }
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
            DynamicObject object = new Objects(seed).whole();
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
            DynamicObject object = new Objects(seed).whole();

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
            ObjectCodec codec = ObjectCodec.builder(TYPES).limits(limits).build();
            Documents documents = new Documents(limits, Profile.STRICT);
            for (int seed = 0; seed < 40; seed++) {
                DynamicObject object = new Objects(seed).whole();
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
                TYPES,
                new SerialNamespaces("versioned_object", Map.of(), List.of()),
                PeerVersions.ofAnyone(TYPES, Profile.STRICT)));
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
