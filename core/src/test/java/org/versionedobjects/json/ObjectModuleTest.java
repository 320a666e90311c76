package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.versionedobjects.json.Sample.CODEC;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.MalformedJsonException;
import org.versionedobjects.ObjectList;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.Sample.Consumer;
import org.versionedobjects.json.Sample.Project;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Objects in an application's own classes, through a Jackson mapper. */
class ObjectModuleTest {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(CODEC.module()).build();

    record Request(
            String method,
            Consumer consumer,
            List<Project> projects,
            Map<String, Consumer> byName,
            @Nullable Project none) {}

    record Any(VersionedObject object) {}

    record Maybe(Optional<Project> project) {}

    record Listed(ObjectList<Project> projects) {}

    record Plain(Object value) {}

    private static Request request() {
        return new Request(
                "create",
                Sample.consumer(),
                List.of(Sample.project("one"), Sample.project("two")),
                Map.of("a", Sample.consumer()),
                null);
    }

    private static String envelope() {
        return CODEC.toJson(Sample.project("one"));
    }

    @Test
    void objectsInARecord_goAndComeBack() {
        Request read = MAPPER.readValue(MAPPER.writeValueAsString(request()), Request.class);

        assertThat(read.consumer().sameState(Sample.consumer())).isTrue();
        assertThat(read.projects())
                .extracting(each -> each.get(Project.EXTERNAL_ID))
                .containsExactly("one", "two");
        assertThat(read.byName().get("a").sameState(Sample.consumer())).isTrue();
        assertThat(read.none()).isNull();
    }

    @Test
    void object_isWrittenAsTheCodecDoes() {
        assertThat(MAPPER.writeValueAsString(Sample.consumer())).isEqualTo(CODEC.toJson(Sample.consumer()));
        assertThat(MAPPER.writeValueAsString(new Any(Sample.project("one"))))
                .isEqualTo("{\"object\":" + envelope() + "}");
        assertThat(MAPPER.readValue(CODEC.toJson(Sample.consumer()), Consumer.class)
                        .sameState(Sample.consumer()))
                .isTrue();
    }

    @Test
    void lists_maps_optionals_andListObjects_areWrittenAndRead() {
        ObjectList<Project> list = Sample.PROJECT_LIST.newObject();
        list.set(list.objects(), List.of(Sample.project("one")));

        String listed = MAPPER.writeValueAsString(new Listed(list));

        assertThat(listed).isEqualTo("{\"projects\":" + CODEC.toJson(list) + "}");
        assertThat(MAPPER.readValue(listed, Listed.class).projects()).hasSize(1);
        assertThat(MAPPER.readValue("[" + envelope() + "]", new TypeReference<List<Project>>() {}))
                .hasSize(1);
        assertThat(MAPPER.readValue("{\"project\":" + envelope() + "}", Maybe.class)
                        .project())
                .isPresent();
        assertThat(MAPPER.writeValueAsString(new Plain(Sample.project("one")))).contains(envelope());
    }

    @Test
    void declaredSupertype_takesAnyRegisteredType() {
        assertThat(MAPPER.readValue("{\"object\":" + envelope() + "}", Any.class)
                        .object())
                .isInstanceOf(Project.class);
    }

    @Test
    void peer_isAnAttributeOfTheCall() {
        VersionManifest peer = VersionManifest.of("Project", "1.1");

        assertThat(MAPPER.writer()
                        .withAttribute(ObjectModule.PEER, peer)
                        .writeValueAsString(List.of(Sample.project("one"))))
                .isEqualTo("[" + CODEC.forPeer(peer).toJson(Sample.project("one")) + "]");
        assertThat(MAPPER.writeValueAsString(Sample.project("one"))).isEqualTo(envelope());
        assertThatThrownBy(() -> MAPPER.writer()
                        .withAttribute(ObjectModule.PEER, "1.1")
                        .writeValueAsString(Sample.project("one")))
                .isInstanceOf(DatabindException.class)
                .hasCauseInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected a VersionManifest");
    }

    @Test
    void codecOfTheModule_decidesForAllCalls() {
        JsonMapper older =
                JsonMapper.builder().addModule(CODEC.at("1.1").module()).build();

        assertThat(older.writeValueAsString(Sample.project("one")))
                .isEqualTo(CODEC.at("1.1").toJson(Sample.project("one")));
    }

    @Test
    void trees_andConversions_work() {
        JsonNode tree = MAPPER.valueToTree(request());

        assertThat(MAPPER.treeToValue(tree, Request.class).consumer().sameState(Sample.consumer()))
                .isTrue();
        assertThat(MAPPER.convertValue(Sample.project("one"), new TypeReference<Map<String, Object>>() {}))
                .isEqualTo(CODEC.toPrimitive(Sample.project("one")));
        assertThat(MAPPER.convertValue(CODEC.toPrimitive(Sample.project("one")), Project.class)
                        .get(Project.EXTERNAL_ID))
                .isEqualTo("one");
    }

    @Test
    void defaultTyping_leavesEnvelopesAlone() {
        JsonMapper typing = JsonMapper.builder()
                .addModule(CODEC.module())
                .activateDefaultTyping(
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfBaseType(Object.class)
                                .build(),
                        DefaultTyping.NON_FINAL)
                .build();

        assertThat(typing.writeValueAsString(Sample.project("one"))).isEqualTo(envelope());
        assertThat(typing.readValue(envelope(), VersionedObject.class)).isInstanceOf(Project.class);
    }

    @Test
    void faultInReading_isJacksonsWithOursAsCause_andBothPaths() {
        String json = "{\"projects\":[" + Sample.envelope("Project", "1.2", "{\"external_id\": 3}") + "]}";

        assertThatThrownBy(() -> MAPPER.readValue(json, Request.class))
                .isInstanceOfSatisfying(DatabindException.class, e -> {
                    assertThat(e.getPath()).hasSize(2);
                    assertThat(e.getPathReference()).contains("[\"projects\"]").contains("[0]");
                })
                .hasCauseInstanceOf(InvalidValueException.class)
                .hasMessageContaining("placement.Project 1.2 at external_id");
    }

    @Test
    void otherType_unknownType_andBrokenJson_areToldTheSameWay() {
        assertThatThrownBy(() -> MAPPER.readValue(CODEC.toJson(Sample.consumer()), Project.class))
                .isInstanceOf(DatabindException.class)
                .hasCauseInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> MAPPER.readValue(Sample.envelope("Nobody", "1.0", "{}"), VersionedObject.class))
                .isInstanceOf(DatabindException.class)
                .hasCauseInstanceOf(UnknownObjectException.class);
        assertThatThrownBy(() -> MAPPER.readValue("{\"a\" 1}", Project.class))
                .isInstanceOf(DatabindException.class)
                .hasCauseInstanceOf(MalformedJsonException.class);
    }

    @Test
    void faultInWriting_isJacksonsWithOursAsCause() {
        JsonMapper impossible =
                JsonMapper.builder().addModule(CODEC.at("1.9").module()).build();

        assertThatThrownBy(() -> impossible.writeValueAsString(List.of(Sample.project("one"))))
                .isInstanceOf(DatabindException.class)
                .hasCauseInstanceOf(org.versionedobjects.IncompatibleVersionException.class);
    }
}
