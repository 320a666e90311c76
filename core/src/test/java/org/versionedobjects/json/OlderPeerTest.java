package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.InvalidVersionException;
import org.versionedobjects.Version;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.json.Sample.Consumer;
import org.versionedobjects.json.Sample.Project;
import org.versionedobjects.types.Timestamps;

class OlderPeerTest {
    private static final ObjectCodec CODEC = Sample.CODEC;
    private static final VersionManifest OLD =
            VersionManifest.of("Consumer", "1.0").with("Project", "1.1");

    @Test
    void forPeer_writesEachObjectInTheManifestsVersion_inEveryContainer() {
        String json = CODEC.forPeer(OLD).toJson(Sample.consumer());

        assertThat(json)
                .startsWith("{\"versioned_object.name\":\"Consumer\",\"versioned_object.namespace\":\"placement\","
                        + "\"versioned_object.version\":\"1.0\"")
                .doesNotContain("type_id", "created_at", "\"name\":", "\"1.2\"");
        assertThat(json.split("\"versioned_object.version\":\"1.1\"", -1)).hasSize(6);
    }

    @Test
    void forPeer_changesNeverNameAFieldThatIsNotThere() {
        Consumer consumer = Sample.consumer();
        consumer.set(Consumer.TYPE_ID, 5L);

        assertThat(CODEC.forPeer(OLD).toJson(consumer)).doesNotContain("versioned_object.changes");
        consumer.set(Consumer.ACTIVE, false);
        assertThat(CODEC.forPeer(OLD).toJson(consumer)).endsWith("\"versioned_object.changes\":[\"active\"]}");
    }

    @Test
    void forPeer_newerThanUs_getsOurVersion() {
        VersionManifest newer = VersionManifest.of("Consumer", "1.9").with("Project", "1.9");

        assertThat(CODEC.forPeer(newer).toJson(Sample.consumer())).isEqualTo(CODEC.toJson(Sample.consumer()));
    }

    @Test
    void forPeer_ofAnotherMajor_isRefused() {
        assertThatThrownBy(() ->
                        CODEC.forPeer(VersionManifest.of("Consumer", "2.0")).toJson(Sample.consumer()))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageContaining("the peer reads another major version");
    }

    @Test
    void forPeer_nestedObjectThatNobodyNames_followsTheChildTable() {
        Consumer consumer =
                Consumer.TYPE.with(Consumer.PROJECT, Sample.project("acme")).build();

        String json = CODEC.forPeer(VersionManifest.of("Consumer", "1.1")).toJson(consumer);

        assertThat(json)
                .contains(
                        "\"Project\",\"versioned_object.namespace\":\"placement\",\"versioned_object.version\":\"1.1\"");
    }

    @Test
    void forPeer_nestedObjectThatNobodyNamesAndNoTable_failsWithTheCure() {
        assertThatThrownBy(() ->
                        CODEC.forPeer(VersionManifest.of("Consumer", "1.0")).toJson(Sample.consumer()))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageStartingWith("[IncompatibleVersion] placement.Consumer 1.2 at projects[0]:")
                .hasMessageContaining("name it in the manifest");
    }

    @Test
    void at_writesTheTarget_nestedOnesByTheChildTable() {
        Consumer consumer = Consumer.TYPE
                .with(Consumer.PROJECT, Sample.project("acme"))
                .with(Consumer.TYPE_ID, 1L)
                .build();

        assertThat(CODEC.at("1.0").toJson(consumer))
                .contains("\"versioned_object.version\":\"1.0\"")
                .doesNotContain("type_id", "\"name\"");
        assertThat(CODEC.at("1.1").toJson(consumer)).contains("\"versioned_object.version\":\"1.1\"", "type_id");
        assertThat(CODEC.at(Version.of(1, 2)).toJson(consumer)).isEqualTo(CODEC.toJson(consumer));
    }

    @Test
    void at_versionsThatTheTypeDoesNotHave_areRefused() {
        Project project = Sample.project("acme");

        assertThatThrownBy(() -> CODEC.at("1.3").toJson(project))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageContaining("a version above the object's own cannot be written");
        assertThatThrownBy(() -> CODEC.at("2.0").toJson(project)).isInstanceOf(IncompatibleVersionException.class);
        assertThatThrownBy(() -> CODEC.at("one")).isInstanceOf(InvalidVersionException.class);
    }

    @Test
    void read_older_isUpgraded_andWhatCameLaterIsUnset() {
        String json = CODEC.forPeer(OLD).toJson(Sample.consumer());

        Consumer read = CODEC.fromJson(Consumer.TYPE, json);

        assertThat(read.objectType()).isSameAs(Consumer.TYPE);
        assertThat(read.readVersion()).hasToString("Optional[1.0]");
        assertThat(read.isSet(Consumer.TYPE_ID)).isFalse();
        assertThat(read.isSet(Timestamps.CREATED_AT)).isFalse();
        assertThat(read.get(Consumer.UUID)).isEqualTo(Sample.ID);
        assertThat(CODEC.toJson(read)).contains("\"versioned_object.version\":\"1.2\"");
        assertThat(CODEC.at(read.readVersion().orElseThrow()).forPeer(OLD).toJson(read))
                .isEqualTo(json);
    }

    @Test
    void read_olderVersionWithAFieldThatCameLater_ignoresIt() {
        Consumer read =
                CODEC.fromJson(Consumer.TYPE, Sample.envelope("Consumer", "1.0", "{\"type_id\": 3, \"id\": 4}"));

        assertThat(read.isSet(Consumer.TYPE_ID)).isFalse();
        assertThat(read.get(Consumer.ID)).isEqualTo(4);
    }

    @Test
    void read_anyPatchOfAKnownMinor() {
        assertThat(CODEC.fromJson(Sample.envelope("Consumer", "1.2.77", "{}")).readVersion())
                .hasToString("Optional[1.2.77]");
        assertThat(CODEC.fromJson(Sample.envelope("Consumer", "1.1.3", "{\"type_id\": 3}")))
                .hasToString("Consumer 1.2{type_id=3}");
    }
}
