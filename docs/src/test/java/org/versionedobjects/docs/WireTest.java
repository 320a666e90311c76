package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.docs.Models.Consumer;
import org.versionedobjects.docs.Models.Project;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.json.ObjectModule;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** The blocks of the page on the wire format. */
class WireTest {
    private static final ObjectRegistry REGISTRY = ObjectRegistry.of(Consumer.TYPE, Project.TYPE);
    private static final ObjectCodec CODEC = ObjectCodec.of(REGISTRY);

    private static Consumer consumer() {
        Project project = Project.TYPE.with(Project.EXTERNAL_ID, "demo").build();
        return Consumer.TYPE
                .with(Consumer.PROJECT, project)
                .with(Consumer.GENERATION, 3L)
                .with(Consumer.CONSUMER_TYPE_ID, 4L)
                .build();
    }

    @Test
    void codec() {
        // tag::codec[]
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(Consumer.TYPE, Project.TYPE));

        String json = codec.toJson(consumer());
        Consumer read = codec.fromJson(Consumer.TYPE, json);

        assertThat(read.sameState(consumer())).isTrue();
        // end::codec[]
    }

    @Test
    void body() {
        // tag::body[]
        Map<String, Object> body = Map.of("method", "move", "args", List.of(consumer(), 3));

        Object plain = CODEC.toPlain(body); // for whatever makes JSON of maps and lists
        Map<?, ?> received = (Map<?, ?>) CODEC.inContext("request 7").fromPlain(plain);

        List<?> args = (List<?>) received.get("args");
        assertThat(args.get(0)).isInstanceOf(Consumer.class);
        assertThat(args.get(1)).isEqualTo(3);
        // end::body[]
    }

    // tag::module[]
    record Move(List<Consumer> consumers, Map<String, Project> targets) {}

    // end::module[]

    @Test
    void module() {
        Project target = Project.TYPE.with(Project.EXTERNAL_ID, "other").build();
        // tag::module[]
        JsonMapper mapper = JsonMapper.builder().addModule(CODEC.module()).build();

        String json = mapper.writeValueAsString(new Move(List.of(consumer()), Map.of("a", target)));
        Move read = mapper.readValue(json, Move.class);

        String older = mapper.writer() // for a peer that knows consumers of 1.0
                .withAttribute(
                        ObjectModule.PEER, VersionManifest.of("Consumer", "1.0").with("Project", "1.0"))
                .writeValueAsString(read);
        assertThat(json).contains("consumer_type_id");
        assertThat(older).doesNotContain("consumer_type_id");
        // end::module[]
        assertThat(read.targets().get("a").sameState(target)).isTrue();
    }

    @Test
    void plain() {
        // tag::plain[]
        JsonMapper plain = JsonMapper.builder().build();

        assertThatThrownBy(() -> plain.writeValueAsString(consumer()))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("give the mapper the module of a codec (ObjectCodec.module())");
        // end::plain[]
    }

    @Test
    void open() {
        JsonMapper mapper = JsonMapper.builder().build();
        StringWriter out = new StringWriter();
        // tag::open[]
        try (JsonGenerator generator = mapper.createGenerator(out)) {
            generator.writeStartArray();
            CODEC.write(consumer(), generator);
            generator.writeEndArray();
        }
        try (JsonParser parser = mapper.createParser(out.toString())) {
            parser.nextToken(); // the start of the array
            parser.nextToken(); // the start of the envelope
            assertThat(CODEC.read(Consumer.TYPE, parser).get(Consumer.GENERATION))
                    .isEqualTo(3);
        }
        // end::open[]
    }

    @Test
    void namespaces() {
        // tag::namespaces[]
        ObjectCodec codec = ObjectCodec.builder(REGISTRY)
                .serialNamespace("nova_object") // of all projects
                .serialNamespace("placement", "placement_object") // but this one
                .alsoReads("versioned_object")
                .build();

        assertThat(codec.toJson(consumer())).startsWith("{\"placement_object.name\":\"Consumer\"");
        assertThat(codec.fromJson(CODEC.toJson(consumer())).sameState(consumer()))
                .isTrue();
        // end::namespaces[]
    }
}
