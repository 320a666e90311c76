package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.versionedobjects.json.Sample.CODEC;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.versionedobjects.InvalidEnvelopeException;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.SeveralFaultsException;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.json.Sample.Consumer;
import org.versionedobjects.json.Sample.Project;

/** Objects anywhere inside plain maps and lists, as the body of a remote call has them. */
class PlainBodiesTest {
    private static Map<String, Object> body() {
        Map<String, Object> args = new LinkedHashMap<>();
        args.put("consumer", Sample.consumer());
        args.put("projects", List.of(Sample.project("one"), Map.of("deep", Sample.project("two"))));
        args.put("count", 2);
        args.put("nothing", null);
        args.put("flags", Set.of("a"));
        args.put("array", new Object[] {Sample.project("three"), 1});
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("method", "create");
        body.put("args", args);
        return body;
    }

    @Test
    @SuppressWarnings("unchecked") // the body is made of maps
    void objects_becomeEnvelopesWhereTheyAre_andAllElseStays() {
        Map<String, Object> plain = (Map<String, Object>) CODEC.toPlain(body());
        Map<String, Object> args = (Map<String, Object>) plain.get("args");

        assertThat(plain.keySet()).containsExactly("method", "args");
        assertThat(args.get("consumer")).isEqualTo(CODEC.toPrimitive(Sample.consumer()));
        assertThat(args.get("projects"))
                .isEqualTo(List.of(
                        CODEC.toPrimitive(Sample.project("one")),
                        Map.of("deep", CODEC.toPrimitive(Sample.project("two")))));
        assertThat(args)
                .containsEntry("count", 2)
                .containsEntry("nothing", null)
                .containsEntry("flags", List.of("a"));
        assertThat(args.get("array")).isEqualTo(List.of(CODEC.toPrimitive(Sample.project("three")), 1));
    }

    @Test
    @SuppressWarnings("unchecked") // the body is made of maps
    void envelopes_becomeObjectsWhereTheyAre() {
        Map<String, Object> read = (Map<String, Object>) CODEC.inContext("who").fromPlain(CODEC.toPlain(body()));
        Map<String, Object> args = (Map<String, Object>) read.get("args");
        Consumer consumer = (Consumer) args.get("consumer");

        assertThat(consumer.sameState(Sample.consumer())).isTrue();
        assertThat(consumer.findContext()).contains("who");
        assertThat(((List<?>) args.get("projects")).get(0)).isInstanceOf(Project.class);
        assertThat(args).containsEntry("count", 2).containsEntry("nothing", null);
    }

    @Test
    void bodyThatIsOneObject_orNothing_isThat() {
        assertThat(CODEC.fromPlain(CODEC.toPlain(Sample.project("one")))).isInstanceOf(Project.class);
        assertThat(CODEC.toPlain(null)).isNull();
        assertThat(CODEC.fromPlain(null)).isNull();
        assertThat(CODEC.fromPlain("text")).isEqualTo("text");
    }

    @Test
    void body_isLeftAlone() {
        Map<String, Object> body = new HashMap<>(Map.of("list", new ArrayList<>(List.of(Sample.project("one")))));

        CODEC.toPlain(body);

        assertThat(((List<?>) body.get("list")).get(0)).isInstanceOf(Project.class);
    }

    @Test
    void peer_decidesForEachObject() {
        Object plain = CODEC.forPeer(VersionManifest.of("Project", "1.0")).toPlain(List.of(Sample.project("one")));

        assertThat(plain).asString().contains("versioned_object.version=1.0").doesNotContain("name=The one");
    }

    @Test
    void keysThatAreNoTexts_stay() {
        assertThat(CODEC.toPlain(Map.of(1, Sample.project("one")))).asString().startsWith("{1={");
    }

    @Test
    void mapWithANameOfAnObject_isTakenForAnEnvelope() {
        assertThatThrownBy(() -> CODEC.fromPlain(Map.of("a", Map.of("versioned_object.name", "x"))))
                .isInstanceOf(InvalidEnvelopeException.class)
                .hasMessageContaining("[\"a\"]");
        assertThat(CODEC.fromPlain(Map.of("versioned_object.names", "x")))
                .isEqualTo(Map.of("versioned_object.names", "x"));
    }

    @Test
    void faults_areToldWithThePathThroughTheBody() {
        Map<String, Object> spoiled = new LinkedHashMap<>(CODEC.toPrimitive(Sample.project("one")));
        spoiled.put("versioned_object.data", Map.of("external_id", 3));

        assertThatThrownBy(() -> CODEC.fromPlain(Map.of("args", List.of(1, spoiled))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("placement.Project 1.2 at [\"args\"][1].external_id: expected");
    }

    @Test
    void faults_areCollectedOverTheWholeBody() {
        Map<String, Object> project = new LinkedHashMap<>(CODEC.toPrimitive(Sample.project("one")));
        project.put("versioned_object.data", Map.of("external_id", 3, "name", 4));
        Map<String, Object> consumer = new LinkedHashMap<>(CODEC.toPrimitive(Sample.consumer()));
        consumer.put("versioned_object.data", Map.of("share", "x"));

        assertThatThrownBy(() -> CODEC.collectingFaults(10).fromPlain(List.of(project, consumer)))
                .isInstanceOfSatisfying(SeveralFaultsException.class, e -> {
                    assertThat(e.isComplete()).isTrue();
                    assertThat(e.facts().object()).isNull();
                    assertThat(e.faults())
                            .extracting(each -> each.facts().object())
                            .containsExactly("placement.Project", "placement.Project", "placement.Consumer");
                })
                .hasMessageContaining("placement.Consumer 1.2 at [1].share");
        assertThatThrownBy(() -> CODEC.collectingFaults(2).fromPlain(List.of(project, consumer)))
                .isInstanceOfSatisfying(SeveralFaultsException.class, e -> {
                    assertThat(e.isComplete()).isFalse();
                    assertThat(e.faults()).hasSize(2);
                });
        assertThatThrownBy(() -> CODEC.collectingFaults(2).fromPlain(List.of(consumer)))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void depth_isHeldToTheEdge_andACycleIsFoundByIt() {
        ObjectCodec shallow = ObjectCodec.builder(Sample.REGISTRY)
                .limits(Limits.DEFAULT.withDepth(2))
                .build();
        List<Object> cycle = new ArrayList<>();
        cycle.add(cycle);

        assertThat(shallow.toPlain(List.of(List.of(Sample.project("one"))))).isNotNull();
        assertThatThrownBy(() -> shallow.toPlain(List.of(List.of(List.of()))))
                .isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> CODEC.toPlain(cycle)).isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> CODEC.fromPlain(cycle)).isInstanceOf(LimitExceededException.class);
    }
}
