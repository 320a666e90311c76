package org.versionedobjects.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.NestedReference;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.types.Types;

class PeerVersionsTest {
    private static final ObjectType<DynamicObject> ANIMAL =
            ObjectType.dynamic("zoo", "Animal").version("1.5");
    private static final ObjectType<DynamicObject> LION =
            ObjectType.dynamicExtending(ANIMAL, "zoo", "Lion").version("1.3");
    private static final ObjectType<DynamicObject> CAGE =
            ObjectType.dynamic("zoo", "Cage").version("1.4");
    private static final ObjectRegistry REGISTRY = ObjectRegistry.of(ANIMAL, LION, CAGE);

    private static final NestedReference PLAIN =
            Types.object("zoo", "Animal").orSubtypes().references().get(0);
    private static final NestedReference TABLE = Types.object("zoo", "Animal")
            .orSubtypes()
            .child("1.1", "1.0")
            .child("1.3", "1.2")
            .child("1.10", "1.9")
            .references()
            .get(0);

    private static PeerVersions peer(VersionManifest manifest) {
        return new PeerVersions(REGISTRY, manifest);
    }

    private static PeerVersions peer(String name, String version) {
        return peer(VersionManifest.of(name, version));
    }

    private static Version nested(
            PeerVersions peer, ObjectType<?> child, NestedReference reference, String cageVersion) {
        return peer.nested(child, reference, CAGE, Version.parse(cageVersion));
    }

    @Test
    void root_isTheManifests_butAtMostItsOwn() {
        assertThat(peer("Cage", "1.2").root(CAGE)).hasToString("1.2");
        assertThat(peer("Cage", "1.9").root(CAGE)).hasToString("1.4");
        assertThat(peer("Cage", "1.4.0").root(CAGE)).isEqualTo(Version.of(1, 4));
    }

    @Test
    void root_thatNobodyNames_isItsOwn() {
        assertThat(peer("Animal", "1.2").root(CAGE)).hasToString("1.4");
        assertThat(peer(VersionManifest.empty()).root(CAGE)).hasToString("1.4");
    }

    @Test
    void root_anotherMajor_isRefused() {
        assertThatThrownBy(() -> peer("Cage", "2.0").root(CAGE))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessage("[IncompatibleVersion] zoo.Cage 1.4: the peer reads another major version of this object:"
                        + " expected a peer of major 1 but was 2.0");
        assertThatThrownBy(() -> peer("Cage", "0.9").root(CAGE)).isInstanceOf(IncompatibleVersionException.class);
    }

    @Test
    void nested_manifestsEntryOfItsOwnType_comesFirst() {
        PeerVersions peer = peer(VersionManifest.of("Lion", "1.1").with("Animal", "1.2"));

        assertThat(nested(peer, LION, TABLE, "1.4")).hasToString("1.1");
        assertThat(nested(peer, ANIMAL, TABLE, "1.4")).hasToString("1.2");
    }

    @Test
    void nested_manifestsEntryOfTheDeclaredType_comesSecond() {
        assertThat(nested(peer("Animal", "1.2"), LION, TABLE, "1.4")).hasToString("1.2");
    }

    @Test
    void nested_childTable_comesThird_theLastRowUpToTheParent() {
        PeerVersions peer = peer("Cage", "1.4");

        assertThat(nested(peer, ANIMAL, TABLE, "1.1")).hasToString("1.0");
        assertThat(nested(peer, ANIMAL, TABLE, "1.2")).hasToString("1.0");
        assertThat(nested(peer, ANIMAL, TABLE, "1.3")).hasToString("1.2");
        assertThat(nested(peer, ANIMAL, TABLE, "1.4")).hasToString("1.2");
    }

    @Test
    void nested_thatNobodyNames_failsWithTheCure() {
        PeerVersions peer = peer("Cage", "1.4");

        assertThatThrownBy(() -> nested(peer, LION, PLAIN, "1.2"))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessage("[IncompatibleVersion] nobody says which version of zoo.Lion goes with Cage 1.2; name it in"
                        + " the manifest, or declare .child(\"1.2\", …) at the field's type");
        assertThatThrownBy(() -> nested(peer, ANIMAL, TABLE, "1.0")).isInstanceOf(IncompatibleVersionException.class);
    }

    @Test
    void nested_withoutManifest_inTheCurrentParent_isItsOwn() {
        PeerVersions nobody = peer(VersionManifest.empty());

        assertThat(nested(nobody, ANIMAL, TABLE, "1.4")).hasToString("1.5");
        assertThat(nested(nobody, LION, PLAIN, "1.4.0")).hasToString("1.3");
    }

    @Test
    void nested_withoutManifest_inAnOlderParent_followsTheTable() {
        PeerVersions nobody = peer(VersionManifest.empty());

        assertThat(nested(nobody, ANIMAL, TABLE, "1.2")).hasToString("1.0");
        assertThatThrownBy(() -> nested(nobody, ANIMAL, PLAIN, "1.2")).isInstanceOf(IncompatibleVersionException.class);
    }

    @Test
    void nested_neverAVersionThatTheObjectDoesNotHave() {
        assertThat(nested(peer("Animal", "1.9"), ANIMAL, TABLE, "1.4")).hasToString("1.5");
        assertThat(nested(peer("Animal", "1.9"), LION, TABLE, "1.4")).hasToString("1.3");
    }

    @Test
    void nested_anotherMajor_isRefused() {
        assertThatThrownBy(() -> nested(peer("Lion", "2.0"), LION, PLAIN, "1.4"))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageContaining("zoo.Lion 1.3: the peer reads another major version");
    }

    @Test
    void leavesOut_beforeTheFirstRowOfTheTable() {
        PeerVersions peer = peer("Cage", "1.4");

        assertThat(peer.leavesOut(TABLE, CAGE, Version.of(1, 0))).isTrue();
        assertThat(peer.leavesOut(TABLE, CAGE, Version.of(1, 1))).isFalse();
        assertThat(peer.leavesOut(PLAIN, CAGE, Version.of(1, 0))).isFalse();
    }

    @Test
    void leavesOut_nothingThatTheManifestNames() {
        assertThat(peer("Animal", "1.0").leavesOut(TABLE, CAGE, Version.of(1, 0)))
                .isFalse();
    }

    @Test
    void leavesOut_withoutManifest_byTheTable() {
        PeerVersions nobody = peer(VersionManifest.empty());

        assertThat(nobody.leavesOut(TABLE, CAGE, Version.of(1, 0))).isTrue();
        assertThat(nobody.leavesOut(TABLE, CAGE, Version.of(1, 4))).isFalse();
    }
}
