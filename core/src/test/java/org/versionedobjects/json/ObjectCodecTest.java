package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.ObjectList;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.StreamFailedException;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.Sample.Consumer;
import org.versionedobjects.json.Sample.Project;
import tools.jackson.databind.json.JsonMapper;

class ObjectCodecTest {
    private static final ObjectCodec CODEC = Sample.CODEC;

    @Test
    void toJson_writesTheEnvelopeInFieldOrder() {
        Project project = Sample.project("acme");
        project.resetChanges();

        assertThat(CODEC.toJson(project))
                .isEqualTo("{\"versioned_object.name\":\"Project\",\"versioned_object.namespace\":\"placement\","
                        + "\"versioned_object.version\":\"1.2\",\"versioned_object.data\":"
                        + "{\"external_id\":\"acme\",\"name\":\"The acme\"}}");
    }

    @Test
    void toJson_namesWhatIsChangedInFieldOrder() {
        Project project = new Project();
        project.set(Project.NAME, "n");
        project.set(Project.EXTERNAL_ID, "e");

        assertThat(CODEC.toJson(project)).endsWith(",\"versioned_object.changes\":[\"external_id\",\"name\"]}");
    }

    @Test
    void toJson_changeInsideANestedObject_namesTheFieldThatHoldsIt() {
        Consumer consumer = Sample.consumer();
        consumer.get(Consumer.BY_NAME).get("a").set(Project.NAME, "other");

        assertThat(CODEC.toJson(consumer))
                .endsWith(",\"versioned_object.changes\":[\"by_name\"]}")
                .contains("\"name\":\"other\"},\"versioned_object.changes\":[\"name\"]}");
    }

    @Test
    void toJson_leavesOutWhatIsUnset_andWritesNull() {
        Consumer consumer = new Consumer();
        consumer.set(Consumer.TYPE_ID, null);

        assertThat(CODEC.toJson(consumer)).contains("\"versioned_object.data\":{\"type_id\":null}");
    }

    @Test
    void toJson_sameObject_givesTheSameBytes_mapsInKeyOrder() {
        assertThat(CODEC.toBytes(Sample.consumer())).isEqualTo(CODEC.toBytes(Sample.consumer()));
        assertThat(CODEC.toJson(Sample.consumer())).containsSubsequence("\"a\":", "\"ant\"", "\"b\":", "\"bee\"");
    }

    @Test
    void toJson_textsOfAnyKind_comeBack() {
        String text = "\"\\/\b\f\n\r\t\u0000\u001f ü € 𝄞 \u2028 \ufffe";
        Project project = Sample.project(text);

        assertThat(CODEC.fromJson(Project.TYPE, CODEC.toJson(project)).get(Project.EXTERNAL_ID))
                .isEqualTo(text);
        assertThat(CODEC.fromBytes(Project.TYPE, CODEC.toBytes(project)).get(Project.EXTERNAL_ID))
                .isEqualTo(text);
    }

    @Test
    void writers_sayTheSame_asTextBytesStreamAndPlainMaps() {
        Consumer consumer = Sample.consumer();
        consumer.touch(Consumer.UUID);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        CODEC.write(consumer, stream);
        String json = CODEC.toJson(consumer);

        assertThat(new String(CODEC.toBytes(consumer), StandardCharsets.UTF_8)).isEqualTo(json);
        assertThat(stream.toString(StandardCharsets.UTF_8)).isEqualTo(json);
        assertThat(JsonMapper.shared().writeValueAsString(CODEC.toPrimitive(consumer)))
                .isEqualTo(json);
    }

    @ParameterizedTest
    @EnumSource
    void read_givesTheStateBack_clean(Entrance entrance) {
        Consumer written = Sample.consumer();

        Consumer read = (Consumer) entrance.read(CODEC, CODEC.toJson(written));

        assertThat(read).hasToString(written.toString());
        assertThat(CODEC.toJson(read)).isEqualTo(CODEC.toJson(written));
        assertThat(read.get(Consumer.PROJECTS).get(1).get(Project.EXTERNAL_ID)).isEqualTo("two");
        assertThat(read.isSet(Consumer.PARENT)).isFalse();
        assertThat(read.hasChanges()).isFalse();
        assertThat(read.readVersion()).hasToString("Optional[1.2]");
    }

    @Test
    void fromPrimitive_givesTheStateBack() {
        Consumer written = Sample.consumer();

        Consumer read = CODEC.fromPrimitive(Consumer.TYPE, CODEC.toPrimitive(written));

        assertThat(CODEC.toJson(read)).isEqualTo(CODEC.toJson(written));
        assertThat((Consumer) CODEC.fromPrimitive(CODEC.toPrimitive(written))).hasToString(written.toString());
    }

    @ParameterizedTest
    @EnumSource
    void read_changes_areDirtyFromNobodyKnowsWhat(Entrance entrance) {
        Project project = (Project) entrance.read(CODEC, CODEC.toJson(Sample.project("acme")));

        assertThat(project.changes().fields()).containsExactly(Project.EXTERNAL_ID, Project.NAME);
        assertThat(project.changes().knows(Project.NAME)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void read_changesOfFieldsThatAreNotThere_areIgnored(Entrance entrance) {
        String json = Sample.envelope("Project", "1.2", "{\"name\": \"x\"}");
        String changes = ", \"versioned_object.changes\": [\"nothing\", \"external_id\", \"name\", \"name\"]}";

        Project project = (Project) entrance.read(CODEC, json.substring(0, json.length() - 1) + changes);

        assertThat(project.changes().fields()).containsExactly(Project.NAME);
    }

    @ParameterizedTest
    @EnumSource
    void read_envelopeKeysInAnyOrder(Entrance entrance) {
        List<String> parts = List.of(
                "\"versioned_object.name\": \"Consumer\"",
                "\"versioned_object.namespace\": \"placement\"",
                "\"versioned_object.version\": \"1.2\"",
                "\"versioned_object.data\": {\"share\": 1, \"id\": 9223372036854775807, \"projects\": ["
                        + Sample.envelope("Project", "1.0", "{\"external_id\": \"e\"}")
                        + "], \"tags\": {\"a\": [null]}}",
                "\"versioned_object.changes\": [\"share\"]",
                "\"other\": {\"ignored\": [1, {}]}");
        for (List<String> order : permutations(parts)) {
            Consumer read = (Consumer) entrance.read(CODEC, "{" + String.join(", ", order) + "}");

            assertThat(read.get(Consumer.ID)).isEqualTo(Long.MAX_VALUE);
            assertThat(read.get(Consumer.PROJECTS).get(0).get(Project.EXTERNAL_ID))
                    .isEqualTo("e");
            assertThat(read.changes().fields()).containsExactly(Consumer.SHARE);
        }
    }

    private static <T> List<List<T>> permutations(List<T> parts) {
        if (parts.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (T first : parts) {
            List<T> rest = new ArrayList<>(parts);
            rest.remove(first);
            permutations(rest).forEach(more -> {
                List<T> order = new ArrayList<>(List.of(first));
                order.addAll(more);
                all.add(order);
            });
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void read_unknownFields_areIgnored(Entrance entrance) {
        String json = Sample.envelope("Project", "1.2", "{\"later\": {\"x\": [1]}, \"name\": \"n\"}");

        assertThat(((Project) entrance.read(CODEC, json)).get(Project.NAME)).isEqualTo("n");
    }

    @ParameterizedTest
    @EnumSource
    void read_badTextAfterDataThatCameFirst_saysWhere(Entrance entrance) {
        String json = "{\"versioned_object.data\": {\"uuid\": \"x\"}, \"versioned_object.version\": \"1.2\","
                + "\"versioned_object.name\": \"Consumer\", \"versioned_object.namespace\": \"placement\"}";

        assertThatThrownBy(() -> entrance.read(CODEC, json))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("[InvalidValue] placement.Consumer 1.2 at uuid: expected a UUID");
    }

    @Test
    void fromJson_ofAType_refusesAnother() {
        assertThatThrownBy(() -> CODEC.fromJson(Project.TYPE, Sample.consumer("{}")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected a placement.Project but was a placement.Consumer 1.2");
    }

    @Test
    void serialNamespace_isConfigurable() {
        ObjectCodec codec = ObjectCodec.builder(Sample.REGISTRY)
                .serialNamespace("nova_object")
                .build();
        String json = codec.toJson(Sample.project("acme"));

        assertThat(json).startsWith("{\"nova_object.name\":\"Project\"").doesNotContain("versioned_object");
        assertThat(codec.fromJson(Project.TYPE, json).get(Project.EXTERNAL_ID)).isEqualTo("acme");
        assertThatThrownBy(() -> CODEC.fromJson(json)).hasMessageContaining("check the serial namespace");
    }

    @Test
    void listObject_goesAndComesBack() {
        ObjectList<Project> list = Sample.PROJECT_LIST.newObject();
        list.set(list.objects(), List.of(Sample.project("one"), Sample.project("two")));

        ObjectList<Project> read = CODEC.fromJson(Sample.PROJECT_LIST, CODEC.toJson(list));

        assertThat(read).extracting(project -> project.get(Project.EXTERNAL_ID)).containsExactly("one", "two");
    }

    @Test
    void toJson_typeThatIsNotRegistered_isRefused() {
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(Project.TYPE));

        assertThatThrownBy(() -> codec.toJson(new Consumer()))
                .isInstanceOf(UnknownObjectException.class)
                .hasMessageContaining("the type placement.Consumer 1.2 is not registered with this codec");
    }

    @Test
    void toJson_referenceCycle_isOverTheDepth() {
        Consumer consumer = Sample.consumer();
        consumer.set(Consumer.PARENT, consumer);

        assertThatThrownBy(() -> CODEC.toJson(consumer))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("look for a reference cycle");
        assertThatThrownBy(() -> CODEC.toPrimitive(consumer)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void fromPrimitive_cyclicMap_isOverTheDepth() {
        Map<String, Object> data = new java.util.HashMap<>();
        Map<String, Object> envelope = new java.util.HashMap<>(CODEC.toPrimitive(new Consumer()));
        envelope.put("versioned_object.data", data);
        data.put("parent", envelope);

        assertThatThrownBy(() -> CODEC.fromPrimitive(envelope)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void limits_holdInWriting_atTheEdge() {
        Project project = Sample.project("x".repeat(50));
        int length = CODEC.toJson(project).length();

        assertWrites(Limits.DEFAULT.withTextCharacters(54), project);
        assertRefuses(Limits.DEFAULT.withTextCharacters(53), project);
        assertWrites(Limits.DEFAULT.withDocumentBytes(length), project);
        assertRefuses(Limits.DEFAULT.withDocumentBytes(length - 1), project);
        assertWrites(Limits.DEFAULT.withDepth(2), project);
        assertRefuses(Limits.DEFAULT.withDepth(1), project);
    }

    private static void assertWrites(Limits limits, VersionedObject object) {
        ObjectCodec codec = ObjectCodec.builder(Sample.REGISTRY).limits(limits).build();
        assertThat(codec.fromBytes(codec.toBytes(object))).hasToString(object.toString());
        assertThat(codec.fromJson(codec.toJson(object))).hasToString(object.toString());
    }

    private static void assertRefuses(Limits limits, VersionedObject object) {
        ObjectCodec codec = ObjectCodec.builder(Sample.REGISTRY).limits(limits).build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> codec.toJson(object)).isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> codec.toBytes(object)).isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> codec.write(object, out)).isInstanceOf(LimitExceededException.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void streams_areLeftOpen() {
        AtomicBoolean closed = new AtomicBoolean();
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        InputStream in = new ByteArrayInputStream(CODEC.toBytes(Sample.consumer())) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        CODEC.write(Sample.consumer(), out);
        CODEC.read(Consumer.TYPE, in);

        assertThat(closed).isFalse();
    }

    @Test
    void streams_thatFail_giveOurExceptionWithTheCause() {
        IOException failure = new IOException("cable cut");
        InputStream in = new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw failure;
            }
        };
        OutputStream out = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw failure;
            }
        };

        assertThatThrownBy(() -> CODEC.read(in))
                .isInstanceOf(StreamFailedException.class)
                .hasRootCause(failure);
        assertThatThrownBy(() -> CODEC.write(Sample.consumer(), out))
                .isInstanceOf(StreamFailedException.class)
                .hasRootCause(failure);
    }

    @Test
    void codec_isSharedByThreads() throws Exception {
        String expected = CODEC.toJson(Sample.consumer());
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        ObjectCodec fresh = ObjectCodec.of(Sample.REGISTRY);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                for (int round = 0; round < 500; round++) {
                    assertThat(fresh.toJson(fresh.fromJson(expected))).isEqualTo(expected);
                }
            });
            thread.setUncaughtExceptionHandler((each, e) -> failures.add(e));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
    }
}
