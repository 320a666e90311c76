package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.versionedobjects.json.Sample.CODEC;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.MalformedJsonException;
import org.versionedobjects.StreamFailedException;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.Sample.Consumer;
import org.versionedobjects.json.Sample.Project;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.TokenBuffer;

/** Objects in documents that the application reads and writes with Jackson's parsers and generators. */
class OpenDocumentsTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static JsonParser parser(String json) {
        return JSON.createParser(json);
    }

    private static ObjectCodec within(Limits limits) {
        return ObjectCodec.builder(Sample.REGISTRY).limits(limits).build();
    }

    @Test
    void objects_areReadOneAfterTheOther() {
        String json = CODEC.toJson(Sample.project("one"));

        try (JsonParser parser = parser("[" + json + "," + json + ",3]")) {
            parser.nextToken();
            parser.nextToken();
            assertThat(CODEC.read(Project.TYPE, parser).get(Project.EXTERNAL_ID))
                    .isEqualTo("one");
            assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
            parser.nextToken();
            assertThat(CODEC.read(parser)).isInstanceOf(Project.class);
            assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_NUMBER_INT);
        }
    }

    @Test
    void parserThatHasNotBegun_orStandsOnAName_isMovedOn() {
        String json = CODEC.toJson(Sample.consumer());
        JsonParser named = parser("{\"consumer\":" + json + "}");
        named.nextToken();
        named.nextToken();

        assertThat(CODEC.read(parser(json)).sameState(Sample.consumer())).isTrue();
        assertThat(CODEC.read(named).sameState(Sample.consumer())).isTrue();
        assertThat(named.nextToken()).isEqualTo(JsonToken.END_OBJECT);
    }

    @Test
    void parserOfATree_isRead() {
        ObjectNode tree = (ObjectNode) JSON.readTree(CODEC.toJson(Sample.consumer()));

        assertThat(CODEC.read(Consumer.TYPE, tree.traverse(ObjectReadContext.empty()))
                        .sameState(Sample.consumer()))
                .isTrue();
    }

    @Test
    void javaObjectInATree_isRefusedWhereItIs() {
        ObjectNode tree = (ObjectNode) JSON.readTree(Sample.envelope("Project", "1.2", "{}"));
        ((ObjectNode) tree.get("versioned_object.data")).putPOJO("external_id", new Object());

        assertThatThrownBy(() -> CODEC.read(tree.traverse(ObjectReadContext.empty())))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("external_id: expected");
    }

    @Test
    void endOfAList_isNoValue() {
        JsonParser parser = parser("[]");
        parser.nextToken();
        parser.nextToken();

        assertThatThrownBy(() -> CODEC.read(parser))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("END_ARRAY");
    }

    @Test
    void nothingLeft_brokenAndShortened_areMalformed() {
        String json = CODEC.toJson(Sample.project("one"));

        assertThatThrownBy(() -> CODEC.read(parser("")))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("nothing left");
        assertThatThrownBy(() -> CODEC.read(parser(json.substring(0, json.length() - 1))))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("ends too early");
        assertThatThrownBy(() -> CODEC.read(parser(json.replace(":", ";")))).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void bufferThatEndsEarly_isMalformed() {
        try (TokenBuffer buffer = TokenBuffer.forGeneration()) {
            buffer.writeStartObject();
            buffer.writeName("versioned_object.name");

            assertThatThrownBy(() -> CODEC.read(buffer.asParser(ObjectReadContext.empty())))
                    .isInstanceOf(MalformedJsonException.class)
                    .hasMessageContaining("ends too early");
        }
    }

    @Test
    void streamThatFails_isOurException() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };

        InputStream begun = new ByteArrayInputStream("{\"versioned_object.name\": ".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> CODEC.read(JSON.createParser(new SequenceInputStream(begun, failing))))
                .isInstanceOf(StreamFailedException.class);
    }

    @Test
    void limitOfTheParser_isSaidToBeTheParsers() {
        JsonFactory narrow = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxStringLength(5).build())
                .build();
        String json = Sample.envelope("Project", "1.2", "{\"external_id\": \"longer than that\"}");

        assertThatThrownBy(() -> CODEC.read(narrow.createParser(ObjectReadContext.empty(), json)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("raise it in the StreamReadConstraints");
    }

    @Test
    void depth_isHeldToTheEdge() {
        String json = CODEC.toJson(Sample.project("one")); // envelope and data
        String nested = "{\"unknown\":[[]]," + json.substring(1);

        assertThat(within(Limits.DEFAULT.withDepth(2)).read(parser(json))).isInstanceOf(Project.class);
        assertThat(within(Limits.DEFAULT.withDepth(3)).read(parser(nested))).isInstanceOf(Project.class);
        assertThatThrownBy(() -> within(Limits.DEFAULT.withDepth(1)).read(parser(json)))
                .isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> within(Limits.DEFAULT.withDepth(2)).read(parser(nested)))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void textsAndNumbers_areHeldToTheEdge() {
        String text = Sample.envelope("Project", "1.2", "{\"external_id\": \"" + "x".repeat(40) + "\"}");
        String number = Sample.consumer("{\"share\": 12345.678}");

        assertThat(within(Limits.DEFAULT.withTextCharacters(40)).read(parser(text)))
                .isInstanceOf(Project.class);
        assertThatThrownBy(() -> within(Limits.DEFAULT.withTextCharacters(39)).read(parser(text)))
                .isInstanceOf(LimitExceededException.class);
        assertThat(within(Limits.DEFAULT.withNumberDigits(8)).read(parser(number)))
                .isInstanceOf(Consumer.class);
        assertThatThrownBy(() -> within(Limits.DEFAULT.withNumberDigits(7)).read(parser(number)))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void size_countsOneObjectAsADocument() {
        VersionedObject project = Sample.project("one");
        String json = CODEC.toJson(project);
        long counted = smallest(limits -> within(limits).read(parser(json)));

        assertThat(counted).isBetween(json.length() * 3L / 4, (long) json.length());
        assertThat(smallest(limits -> within(limits).write(project, JSON.createGenerator(new StringWriter()))))
                .isEqualTo(counted);
    }

    private interface Use {
        void with(Limits limits);
    }

    private static long smallest(Use use) {
        long size = 1;
        while (true) {
            try {
                use.with(Limits.DEFAULT.withDocumentBytes(size));
                return size;
            } catch (LimitExceededException e) {
                size++;
            }
        }
    }

    @Test
    void objects_areWrittenWhereTheGeneratorStands() {
        StringWriter out = new StringWriter();

        try (JsonGenerator generator = JSON.createGenerator(out)) {
            generator.writeStartArray();
            CODEC.write(Sample.project("one"), generator);
            CODEC.at("1.1").write(Sample.project("two"), generator);
            generator.writeEndArray();
        }

        assertThat(out)
                .hasToString("[" + CODEC.toJson(Sample.project("one")) + ","
                        + CODEC.at("1.1").toJson(Sample.project("two")) + "]");
    }

    @Test
    void generator_isNeitherFlushedNorClosed() {
        StringWriter out = new StringWriter();
        JsonGenerator generator = JSON.createGenerator(out);

        CODEC.write(Sample.project("one"), generator);

        assertThat(out.toString()).isEmpty();
        assertThat(generator.isClosed()).isFalse();
    }

    @Test
    void whatCannotBeWritten_failsWithOurException() {
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("gone");
            }
        };
        Project large = Sample.project("x".repeat(100_000));

        assertThatThrownBy(() -> CODEC.at("1.9").write(large, JSON.createGenerator(new StringWriter())))
                .isInstanceOf(IncompatibleVersionException.class);
        assertThatThrownBy(() -> CODEC.write(large, JSON.createGenerator(failing)))
                .isInstanceOf(StreamFailedException.class);
    }

    @Test
    void bytesInABuffer_areTheSameAsTheCodecs() {
        try (TokenBuffer buffer = TokenBuffer.forGeneration()) {
            CODEC.write(Sample.consumer(), buffer);

            assertThat(CODEC.read(buffer.asParser(ObjectReadContext.empty())).sameState(Sample.consumer()))
                    .isTrue();
        }
        assertThat(CODEC.toBytes(Sample.consumer()))
                .isEqualTo(CODEC.toJson(Sample.consumer()).getBytes(StandardCharsets.UTF_8));
    }
}
