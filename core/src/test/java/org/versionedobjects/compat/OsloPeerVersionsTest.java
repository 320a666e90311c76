package org.versionedobjects.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.NestedReference;
import org.versionedobjects.ObjectList;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.Version;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.types.Types;

/** What is done under the profile OSLO where manifest and table say nothing (OVO-93, 95). */
class OsloPeerVersionsTest {
    private static final ObjectType<DynamicObject> ANIMAL =
            ObjectType.dynamic("zoo", "Animal").version("1.5");
    private static final ObjectType<DynamicObject> CAGE =
            ObjectType.dynamic("zoo", "Cage").version("1.4");
    private static final ObjectType<ObjectList<org.versionedobjects.VersionedObject>> HERD =
            ObjectType.defineList("zoo", "Herd", Types.object("zoo", "Animal")).version("1.4");
    private static final NestedReference PLAIN =
            Types.object("zoo", "Animal").references().get(0);
    private static final NestedReference TABLE =
            Types.object("zoo", "Animal").child("1.1", "1.2").references().get(0);
    private static final PeerVersions ANYONE =
            PeerVersions.ofAnyone(ObjectRegistry.of(ANIMAL, CAGE, HERD), Profile.OSLO);
    private static final PeerVersions PEER = ANYONE.reading(VersionManifest.of("Cage", "1.2"));
    private static final Version OLDER = Version.of(1, 2);

    @Test
    void nested_inAnObject_thatTheManifestDoesNotName_keepsItsVersion() {
        assertThat(PEER.nested(ANIMAL, PLAIN, CAGE, OLDER)).hasToString("1.5");
    }

    @Test
    void nested_inAListObject_thatNobodyNames_becomesXDotZero() {
        assertThat(PEER.nested(ANIMAL, PLAIN, HERD, OLDER)).hasToString("1.0");
        assertThat(ANYONE.nested(ANIMAL, PLAIN, HERD, OLDER)).hasToString("1.0");
    }

    @Test
    void nested_table_comesBeforeOslosWay() {
        assertThat(PEER.nested(ANIMAL, TABLE, CAGE, OLDER)).hasToString("1.2");
        assertThat(PEER.nested(ANIMAL, TABLE, HERD, OLDER)).hasToString("1.2");
    }

    @Test
    void nested_emptyManifest_isOneAllTheSame() {
        PeerVersions silent = ANYONE.reading(VersionManifest.empty());

        assertThat(silent.nested(ANIMAL, PLAIN, CAGE, OLDER)).hasToString("1.5");
    }

    @Test
    void nested_withoutAnyManifestAndTable_fails() {
        assertThatThrownBy(() -> ANYONE.nested(ANIMAL, PLAIN, CAGE, OLDER))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageContaining("nobody says which version of zoo.Animal goes with Cage 1.2");
    }

    @Test
    void checkRuled_withoutAnyManifestAndTable_fails_whateverTheFieldHolds() {
        assertThatThrownBy(() -> ANYONE.checkRuled(PLAIN, CAGE, OLDER))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageContaining("nobody says which version of zoo.Animal goes with Cage 1.2; name it in the"
                        + " manifest, or declare .child(\"1.2\", …) at the field's type");
    }

    @Test
    void isRuled_byManifest_table_list_orCurrentVersion() {
        assertThat(ANYONE.isRuled(PLAIN, CAGE, OLDER)).isFalse();
        assertThat(PEER.isRuled(PLAIN, CAGE, OLDER)).isTrue();
        assertThat(ANYONE.isRuled(TABLE, CAGE, OLDER)).isTrue();
        assertThat(ANYONE.isRuled(PLAIN, HERD, OLDER)).isTrue();
        assertThat(ANYONE.isRuled(PLAIN, CAGE, CAGE.version())).isTrue();
    }
}
