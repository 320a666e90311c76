package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VersionManifestTest {

    @Test
    void parse_sortsByName() {
        VersionManifest manifest = VersionManifest.parse(Map.of("User", "1.0", "Consumer", "1.1.0"));

        assertThat(manifest).hasToString("{Consumer=1.1.0, User=1.0}");
        assertThat(manifest).isEqualTo(VersionManifest.of("Consumer", "1.1").with("User", "1.0"));
    }

    @Test
    void new_sortsByName_howeverTheMapWasSorted() {
        SortedMap<String, Version> backwards = new TreeMap<>(Comparator.reverseOrder());
        backwards.put("A", Version.of(1, 0));
        backwards.put("B", Version.of(1, 1));

        assertThat(new VersionManifest(backwards)).hasToString("{A=1.0, B=1.1}");
    }

    @Test
    void with_leavesTheFirstAsItWas() {
        VersionManifest one = VersionManifest.of("Consumer", "1.0");

        VersionManifest other = one.with("Consumer", "1.1");

        assertThat(one.find("Consumer")).hasValue(Version.of(1, 0));
        assertThat(other.find("Consumer")).hasValue(Version.of(1, 1));
    }

    @Test
    void new_copiesTheMap() {
        TreeMap<String, Version> map = new TreeMap<>(Map.of("A", Version.of(1, 0)));
        VersionManifest manifest = new VersionManifest(map);
        map.clear();

        assertThat(manifest.isEmpty()).isFalse();
        assertThatThrownBy(() -> manifest.versions().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void find_byTypeIsByItsNameOnTheWire() {
        ObjectType<DynamicObject> type = ObjectType.dynamic("demo", "Thing").version("1.5");

        assertThat(VersionManifest.of("Thing", "1.2").find(type)).hasValue(Version.of(1, 2));
        assertThat(VersionManifest.of("demo.Thing", "1.2").find(type)).isEmpty();
    }

    @Test
    void empty_namesNothing() {
        assertThat(VersionManifest.empty().isEmpty()).isTrue();
        assertThat(VersionManifest.empty().find("Consumer")).isEmpty();
        assertThat(VersionManifest.parse(Map.of())).isEqualTo(VersionManifest.empty());
    }

    @Test
    void parse_badVersion_isRefused() {
        assertThatThrownBy(() -> VersionManifest.parse(Map.of("Consumer", "latest")))
                .isInstanceOf(InvalidVersionException.class)
                .hasMessageContaining("\"latest\"");
        assertThatThrownBy(() -> VersionManifest.of("Consumer", "1")).isInstanceOf(InvalidVersionException.class);
    }
}
