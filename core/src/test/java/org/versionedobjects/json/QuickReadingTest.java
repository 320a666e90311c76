package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is read without Jackson is what Jackson reads, and what is not JSON for Jackson is not read without it. */
class QuickReadingTest {
    private static final int OBJECTS = 300;
    private static final int MUTANTS = 50;

    private static final ObjectCodec OWN = ObjectCodec.of(QuickObjects.TYPES);
    private static final ObjectCodec OLDER =
            OWN.forPeer(VersionManifest.of("Whole", "1.0").with("Part", "1.0"));

    /** What turns a document into another one, or into none. */
    private static final String[] PIECES = {
        "",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        " ",
        "\t",
        "\n",
        "\u0000",
        "\u001f",
        "0",
        "00",
        "-",
        "-0",
        "1.",
        ".5",
        "1e5",
        "1e999",
        "1E-7",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "true",
        "false",
        "null",
        "nul",
        "NaN",
        "Infinity",
        "\\u0041",
        "\\u00e9",
        "\\ud83d",
        "\\ude00",
        "\\ud83d\\ude00",
        "\\u12",
        "\\x",
        "\\/",
        "\\b",
        "é",
        "€",
        "😀",
        "\ufeff",
        "\ufffd",
        "/*x*/",
        "//x\n",
        "'",
        "\"x\":1,",
        "{}",
        "[]",
        "[1,2]",
        "{\"a\":{\"b\":[]}}"
    };

    private static final byte[][] BROKEN_UTF8 = {
        {(byte) 0x80},
        {(byte) 0xC3},
        {(byte) 0xC0, (byte) 0xAF},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
        {(byte) 0xFF},
        {(byte) 0xE2, (byte) 0x82}
    };

    private static final class Ways {
        final EnvelopeReader reader;
        final Documents documents;
        final QuickDocuments quick;

        Ways(ObjectRegistry types, Profile profile, Limits limits) {
            this.reader = new EnvelopeReader(
                    new SerialNamespaces("versioned_object", Map.of(), List.of()),
                    new ReadPlans(types, true),
                    profile,
                    limits,
                    10_000);
            this.documents = new Documents(limits, profile);
            this.quick = new QuickDocuments(limits, profile);
        }

        static Ways of(Profile profile) {
            return new Ways(QuickObjects.TYPES, profile, Limits.DEFAULT);
        }

        /** Whatever is read quickly has to be what Jackson reads; what Jackson refuses is never read quickly. */
        void assertSame(byte[] json, String about) {
            VersionedObject quickly = quick.read(json, reader, null);
            if (quickly != null) {
                String expected = outcome(() ->
                        documents.read(json, parser -> reader.readRoot(new JacksonSource(parser, reader), null)));
                assertThat(told(quickly))
                        .as(about + ": " + new String(json, StandardCharsets.UTF_8))
                        .isEqualTo(expected);
            }
        }

        void assertSame(String json, String about) {
            VersionedObject quickly = quick.read(json, reader, null);
            if (quickly != null) {
                String expected = outcome(() ->
                        documents.read(json, parser -> reader.readRoot(new JacksonSource(parser, reader), null)));
                assertThat(told(quickly)).as(about + ": " + json).isEqualTo(expected);
            }
        }
    }

    private static String told(VersionedObject read) {
        return read + " read at " + read.readVersion() + ", changed " + read.changes();
    }

    private static String outcome(Supplier<VersionedObject> reading) {
        try {
            return told(reading.get());
        } catch (VersionedObjectException e) {
            return e.getClass() + ": " + e.getMessage();
        }
    }

    /** A document of this version, of an older or of a newer one. */
    private static byte[] document(int seed) {
        DynamicObject object = new QuickObjects(seed).whole();
        return switch (seed % 4) {
            case 0 -> OLDER.toBytes(object);
            case 1 -> OWN.toJson(object).replace("\"1.1\"", "\"1.2\"").getBytes(StandardCharsets.UTF_8);
            default -> OWN.toBytes(object);
        };
    }

    /** The same JSON in another form: names in another order, blanks, all beyond ASCII escaped. */
    private static String inOtherForm(byte[] json, Random random) {
        StringBuilder text = new StringBuilder();
        append(JsonMapper.shared().readTree(json), text, random, random.nextBoolean() ? " " : "");
        return random.nextBoolean() ? text.toString() : escaped(text);
    }

    private static void append(JsonNode node, StringBuilder text, Random random, String blank) {
        if (node.isObject()) {
            List<String> names = new ArrayList<>(node.propertyNames());
            Collections.shuffle(names, random);
            text.append('{').append(blank);
            for (int i = 0; i < names.size(); i++) {
                String name = JsonMapper.shared().writeValueAsString(names.get(i));
                text.append(i == 0 ? "" : "," + blank).append(name).append(':').append(blank);
                append(node.get(names.get(i)), text, random, blank);
            }
            text.append(blank).append('}');
        } else if (node.isArray()) {
            text.append('[').append(blank);
            for (int i = 0; i < node.size(); i++) {
                text.append(i == 0 ? "" : "," + blank);
                append(node.get(i), text, random, blank);
            }
            text.append(']');
        } else {
            text.append(node);
        }
    }

    private static String escaped(CharSequence text) {
        StringBuilder ascii = new StringBuilder();
        text.chars().forEach(each -> ascii.append(each < 0x7f ? "" + (char) each : String.format("\\u%04x", each)));
        return ascii.toString();
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void whatIsRead_isWhatJacksonReads(Profile profile) {
        Ways ways = Ways.of(profile);
        Random random = new Random(1);
        for (int seed = 0; seed < OBJECTS; seed++) {
            byte[] json = document(seed);

            ways.assertSame(json, "seed " + seed);
            ways.assertSame(inOtherForm(json, random), "seed " + seed);
        }
    }

    @Test
    void plainDocuments_areReadWithoutJackson() {
        Ways ways = Ways.of(Profile.STRICT);
        Random random = new Random(2);
        for (int seed = 0; seed < OBJECTS; seed++) {
            byte[] json = document(seed);
            String other = inOtherForm(json, random);

            assertThat(ways.quick.read(json, ways.reader, null))
                    .as("seed " + seed)
                    .isNotNull();
            assertThat(ways.quick.read(other, ways.reader, null) != null || other.contains("\\ud83d"))
                    .as(other)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void changedDocuments_areReadAsJacksonReadsThem_orNotAtAll(Profile profile) {
        Ways ways = Ways.of(profile);
        Random random = new Random(3);
        for (int seed = 0; seed < OBJECTS; seed++) {
            byte[] json = random.nextBoolean()
                    ? document(seed)
                    : inOtherForm(document(seed), random).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < MUTANTS; i++) {
                byte[] changed = changed(json, random);

                ways.assertSame(changed, "seed " + seed + ", mutant " + i);
                if (i % 4 == 0) {
                    ways.assertSame(
                            new String(changed, StandardCharsets.UTF_8), "text, seed " + seed + ", mutant " + i);
                }
            }
        }
    }

    private static byte[] changed(byte[] json, Random random) {
        int from = random.nextInt(json.length);
        int end = Math.min(json.length, from + random.nextInt(3));
        byte[] piece = random.nextInt(8) == 0
                ? BROKEN_UTF8[random.nextInt(BROKEN_UTF8.length)]
                : PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
        byte[] changed = new byte[from + piece.length + json.length - end];
        System.arraycopy(json, 0, changed, 0, from);
        System.arraycopy(piece, 0, changed, from, piece.length);
        System.arraycopy(json, end, changed, from + piece.length, json.length - end);
        return changed;
    }

    @Test
    void documentsCutOff_areLeftToJackson() {
        Ways ways = Ways.of(Profile.STRICT);
        byte[] json = document(7);
        for (int length = 0; length < json.length; length++) {
            byte[] start = Arrays.copyOf(json, length);

            assertThat(ways.quick.read(start, ways.reader, null))
                    .as(length + " bytes")
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\ude00", "\\ud83dx", "\\ud83d\\ude00", "\\", "é\\"})
    void oddNames_areLeftToJackson(String name) {
        String json = "{\"versioned_object.name\":\"Part\",\"versioned_object.namespace\":\"demo\","
                + "\"versioned_object.version\":\"1.0\",\"versioned_object.data\":{\"" + name + "\":1}}";
        Ways ways = Ways.of(Profile.STRICT);

        assertThat(ways.quick.read(json, ways.reader, null)).isNull();
        assertThat(ways.quick.read(json.replace(name, "\\u00e9"), ways.reader, null))
                .isNotNull();
    }

    @Test
    void limits_areThoseOfJackson() {
        for (int most = 1; most < 60; most++) {
            Limits limits = Limits.DEFAULT
                    .withDepth(most)
                    .withTextCharacters(most)
                    .withNumberDigits(most)
                    .withDocumentBytes(40L * most);
            Ways ways = new Ways(QuickObjects.TYPES, Profile.STRICT, limits);
            for (int seed = 0; seed < 40; seed++) {
                ways.assertSame(document(seed), "limit " + most + ", seed " + seed);
            }
        }
    }

    /** How a type of an application's may use a reader. */
    private interface Use {
        String read(ValueReader in);
    }

    private record Careless(Use use) implements FieldType<String> {
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
            out.writeText(value);
        }

        @Override
        public String read(ValueReader in) {
            return use.read(in);
        }
    }

    private static void assertReadAsByJackson(String value, Use use) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Odd");
        define.field("odd", new Careless(use));
        define.field("name", new Careless(ValueReader::readText));
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(define.version("1.0")));
        for (String order : List.of("version,data", "data,version")) {
            String json = odd(value, order.startsWith("data"));
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);

            assertThat(outcome(() -> codec.fromBytes(bytes)))
                    .as(json)
                    .isEqualTo(outcome(() -> codec.read(new ByteArrayInputStream(bytes))));
        }
    }

    private static String odd(String value, boolean isDataFirst) {
        String version = "\"versioned_object.version\":\"1.0\"";
        String data = "\"versioned_object.data\":{\"odd\":" + value + ",\"name\":\"x\"}";
        return "{\"versioned_object.name\":\"Odd\",\"versioned_object.namespace\":\"demo\","
                + (isDataFirst ? data + "," + version : version + "," + data) + "}";
    }

    @Test
    void typesThatDoNotReadTheirValue_areToldAsJacksonTellsThem() {
        assertReadAsByJackson("\"x\"", in -> "nothing read");
        assertReadAsByJackson("\"x\"", in -> in.readText() + in.readText());
        assertReadAsByJackson("[\"x\",\"y\"]", in -> {
            in.beginList();
            return in.hasNext() ? in.readText() : "";
        });
        assertReadAsByJackson("{\"a\":\"x\"}", in -> {
            in.beginObject();
            return "" + in.nextName();
        });
        assertReadAsByJackson("{\"a\":\"x\"}", in -> {
            in.beginObject();
            return "" + in.hasNext();
        });
        assertReadAsByJackson("7", in -> {
            try {
                return in.readText();
            } catch (VersionedObjectException e) {
                return "" + in.readLong();
            }
        });
    }
}
