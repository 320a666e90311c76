package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.docs.Models.Consumer;
import org.versionedobjects.docs.Models.Project;
import org.versionedobjects.json.ObjectCodec;

/** The blocks of the page on peers, pins and manifests. */
class PeersTest {
    private static final ObjectRegistry REGISTRY = ObjectRegistry.of(Consumer.TYPE, Project.TYPE);
    private static final ObjectCodec CODEC = ObjectCodec.of(REGISTRY);

    private static Consumer consumer() {
        return Consumer.TYPE
                .with(
                        Consumer.PROJECT,
                        Project.TYPE.with(Project.EXTERNAL_ID, "demo").build())
                .with(Consumer.CONSUMER_TYPE_ID, 4L)
                .build();
    }

    @Test
    void manifest() {
        // tag::manifest[]
        VersionManifest ours = REGISTRY.manifest(Consumer.TYPE);

        assertThat(ours).isEqualTo(VersionManifest.of("Consumer", "1.1").with("Project", "1.0"));
        // end::manifest[]
    }

    @Test
    void peer() {
        // tag::peer[]
        VersionManifest theirs = VersionManifest.parse(Map.of("Consumer", "1.0", "Project", "1.0"));

        assertThat(CODEC.forPeer(theirs).toJson(consumer()))
                .contains("\"versioned_object.version\":\"1.0\"")
                .doesNotContain("consumer_type_id");
        // end::peer[]
        VersionManifest newer = VersionManifest.parse(Map.of("Consumer", "1.9", "Project", "1.9"));
        assertThat(CODEC.forPeer(newer).toJson(consumer())).isEqualTo(CODEC.toJson(consumer()));
        VersionManifest other = VersionManifest.parse(Map.of("Consumer", "2.0", "Project", "1.0"));
        assertThatThrownBy(() -> CODEC.forPeer(other).toJson(consumer()))
                .isInstanceOf(IncompatibleVersionException.class);
    }

    @Test
    void kind() {
        ObjectCodec peers = CODEC.forPeer(REGISTRY.manifest(Consumer.TYPE));
        String request = peers.at("1.0").toJson(consumer());
        // tag::kind[]
        Consumer received = CODEC.fromJson(Consumer.TYPE, request);

        String answer = peers.at(received.readVersion().orElseThrow()).toJson(received);
        assertThat(answer).startsWith("{\"versioned_object.name\":\"Consumer\"").contains("\"1.0\"");
        // end::kind[]
        assertThat(received.readVersion()).hasToString("Optional[1.0]");
        assertThat(answer).isEqualTo(request);
    }

    @Test
    void pin() {
        // tag::pin[]
        VersionManifest release7 = VersionManifest.of("Consumer", "1.0").with("Project", "1.0");
        ObjectCodec pinned =
                ObjectCodec.builder(REGISTRY).pin("release 7", release7).build();

        assertThat(pinned.toJson(consumer())).doesNotContain("consumer_type_id");
        assertThat(pinned.at("1.1").toJson(consumer())).isEqualTo(pinned.toJson(consumer()));
        // end::pin[]
        assertThat(pinned.fromJson(CODEC.toJson(consumer())).sameState(consumer()))
                .isTrue();
    }

    @Test
    void newer() {
        String json = CODEC.toJson(consumer()).replace("\"1.1\"", "\"1.2\"");
        // tag::newer[]
        assertThatThrownBy(() -> CODEC.fromJson(json)) // a Consumer 1.2
                .isInstanceOfSatisfying(
                        IncompatibleVersionException.class,
                        e -> assertThat(e.facts().expected()).contains("1.1"));
        // end::newer[]
        assertThat(CODEC.fromJson(CODEC.toJson(consumer()).replace("\"1.1\"", "\"1.1.4\"")))
                .isInstanceOf(Consumer.class);
    }
}
