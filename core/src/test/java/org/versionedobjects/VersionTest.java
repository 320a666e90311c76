package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0", "1.0", "1.10", "1.2.3", "1.0.0", "2147483647.2147483647.2147483647"})
    void parse_isWrittenAsGiven(String text) {
        assertThat(Version.parse(text)).hasToString(text);
        assertThat(Version.parse(text).written()).isEqualTo(text);
    }

    @Test
    void parse_tellsTheNumbers() {
        Version version = Version.parse("3.20.100");

        assertThat(version.major()).isEqualTo(3);
        assertThat(version.minor()).isEqualTo(20);
        assertThat(version.patch()).isEqualTo(100);
        assertThat(Version.parse("1.1").patch()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "1",
                "1.",
                ".1",
                "1..2",
                "1.2.",
                "1.2.3.4",
                "01.0",
                "1.00",
                "1.01",
                "+1.0",
                "-1.0",
                "1.-0",
                " 1.0",
                "1.0 ",
                "1.0\n",
                "1,0",
                "v1.0",
                "1.x",
                "1.0-SNAPSHOT",
                "0x1.0",
                "1e1.0",
                "2147483648.0",
                "1.2147483648",
                "1.99999999999",
                "1.18446744073709551617",
                "\u0661.\u0660",
                "\uff11.0"
            })
    void parse_anythingElse_isRefused(String text) {
        assertThatThrownBy(() -> Version.parse(text))
                .isInstanceOf(InvalidVersionException.class)
                .hasMessage("[InvalidVersion] expected a version X.Y or X.Y.Z but was \"" + text + "\" (String)");
        assertThat(Version.tryParse(text)).isNull();
    }

    @Test
    void parse_hugeText_isRefusedAndShortened() {
        assertThatThrownBy(() -> Version.parse("1." + "9".repeat(100_000)))
                .isInstanceOf(InvalidVersionException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void new_textThatSaysOtherNumbers_isRefused() {
        assertThatThrownBy(() -> new Version(1, 2, 0, "1.3")).isInstanceOf(InvalidVersionException.class);
        assertThatThrownBy(() -> new Version(1, 2, 1, "1.2")).isInstanceOf(InvalidVersionException.class);
        assertThat(new Version(1, 2, 0, "1.2.0")).isEqualTo(Version.of(1, 2));
    }

    @Test
    void of_negative_isRefused() {
        assertThatThrownBy(() -> Version.of(1, -1)).isInstanceOf(InvalidVersionException.class);
    }

    @Test
    void equals_patchZero_isNoDifference() {
        Version shorter = Version.parse("1.1");
        Version longer = Version.parse("1.1.0");

        assertThat(shorter).isEqualTo(longer).hasSameHashCodeAs(longer).isEqualByComparingTo(longer);
        assertThat(shorter)
                .isNotEqualTo(Version.parse("1.1.1"))
                .isNotEqualTo(null)
                .isNotEqualTo("1.1");
    }

    @ParameterizedTest
    @CsvSource({"1.9,1.10", "1.10,2.0", "1.1,1.1.1", "1.1.9,1.1.10", "1.1.10,1.2", "0.9,1.0"})
    void compareTo_isByNumbers(String older, String newer) {
        Version first = Version.parse(older);
        Version second = Version.parse(newer);

        assertThat(first).isLessThan(second);
        assertThat(first.isBefore(second)).isTrue();
        assertThat(second.isAfter(first)).isTrue();
        assertThat(second.isBefore(first)).isFalse();
        assertThat(Version.min(second, first)).isSameAs(first);
    }

    @Test
    void compareTo_hugeNumbers_doNotOverflow() {
        assertThat(List.of(Version.parse("2147483647.0"), Version.parse("0.2147483647"), Version.parse("0.0")))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void isBefore_equalVersions_isNeitherBeforeNorAfter() {
        Version shorter = Version.parse("1.1");
        Version longer = Version.parse("1.1.0");

        assertThat(shorter.isBefore(longer)).isFalse();
        assertThat(shorter.isAfter(longer)).isFalse();
        assertThat(Version.min(longer, shorter)).isSameAs(longer);
    }

    @Test
    void isNewerMinorThan_ignoresZ() {
        assertThat(Version.parse("1.1.7").isNewerMinorThan(Version.parse("1.1")))
                .isFalse();
        assertThat(Version.parse("1.2").isNewerMinorThan(Version.parse("1.1.7")))
                .isTrue();
        assertThat(Version.parse("2.0").isNewerMinorThan(Version.parse("1.9"))).isTrue();
        assertThat(Version.parse("1.9").isNewerMinorThan(Version.parse("2.0"))).isFalse();
    }

    @Test
    void isSameMajor_looksAtXOnly() {
        assertThat(Version.parse("1.0").isSameMajor(Version.parse("1.9.9"))).isTrue();
        assertThat(Version.parse("1.0").isSameMajor(Version.parse("10.0"))).isFalse();
    }
}
