package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.Version;

class VersionPredicateTypeTest extends FieldTypeContract<VersionPredicate> {
    private static final String EXPECTED = "expected comparisons of versions, such as >=1.0,<2.0 but was ";

    private static Coercion verbatim(String text) {
        return new Coercion(text, new VersionPredicate(text));
    }

    private static Refusal refusal(String text) {
        return new Refusal(text, EXPECTED + '"' + text + "\" (String)");
    }

    @Override
    FieldType<VersionPredicate> type() {
        return Types.versionPredicate();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                verbatim(">=1.0"),
                verbatim(">=1.0,<2.0"),
                verbatim("!=1.0"),
                verbatim(" >= 1.0 , < 2.0 "),
                verbatim("<=3"),
                verbatim(">1.0,>2.0"),
                verbatim("==1!1.0rc1.post2.dev3+local.7"),
                new Coercion(new VersionPredicate("<2"), new VersionPredicate("<2")));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal(1.0, EXPECTED + "1.0 (Double)"),
                refusal("1.0"),
                refusal("=1.0"),
                refusal(""),
                refusal(">=1.0,"),
                refusal("~=1.0"),
                refusal(">=a.b"),
                refusal("(>=1.0)"),
                refusal(">=1.0;<2"),
                refusal(">=1.0 2.0"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return accepted();
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return refused();
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(new VersionPredicate(">= 1.0"), ">= 1.0", "'>= 1.0'"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<VersionPredicate>> same() {
        return List.of(
                List.of(new VersionPredicate(">=1"), new VersionPredicate(">=1")),
                List.of(new VersionPredicate(">= 1")),
                List.of(new VersionPredicate(">=1.0")));
    }

    @Override
    VersionPredicate generate(Random random) {
        String sign = List.of("<", "<=", "==", "!=", ">=", ">").get(random.nextInt(6));
        return new VersionPredicate(sign + random.nextInt(10) + "." + random.nextInt(10));
    }

    @Test
    void test_versionWithinBounds_holds() {
        VersionPredicate predicate = new VersionPredicate(">=1.0,<2.0,!=1.5");

        assertThat(List.of("1.0", "1.0.0", "1.10", "2.0rc1", "v1.4")).allMatch(predicate::test);
        assertThat(List.of("0.9", "1.0rc1", "1.5", "1.5.0", "2", "1!1.2")).noneMatch(predicate::test);
    }

    @Test
    void test_versionOfAnObject_isCompared() {
        assertThat(new VersionPredicate(">1.9").test(Version.parse("1.10"))).isTrue();
        assertThat(new VersionPredicate("<=1.9").test(Version.parse("1.10"))).isFalse();
        assertThat(new VersionPredicate("==1.1").test(Version.parse("1.1.0"))).isTrue();
        assertThat(new VersionPredicate(">1.1").test(Version.parse("1.1"))).isFalse();
    }

    @Test
    void test_textThatIsNoVersion_isRefused() {
        assertThatThrownBy(() -> new VersionPredicate(">1").test("one"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected a version, such as 1.4 or 2.0rc1 but was \"one\" (String)");
    }

    @Test
    void compare_versions_areInTheOrderOfPep440() {
        List<String> inOrder = List.of(
                "1.0.dev3",
                "1.0a1.dev2",
                "1.0a1",
                "1.0beta",
                "1.0rc1",
                "1.0",
                "1.0+abc",
                "1.0+abc.5",
                "1.0+5",
                "1.0.post1.dev2",
                "1.0-1",
                "1.9",
                "1.10",
                "1!0.1");
        List<String> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(shuffled.stream().map(PythonVersion::parse).sorted())
                .containsExactlyElementsOf(
                        inOrder.stream().map(PythonVersion::parse).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0 1", "1.0.0 1.0", "1.0c1 1.0rc1", "1.0pre1 1.0-RC_1", "1.0-1 1.0.post1", "1.0a 1.0a0"})
    void compare_otherSpellings_areEqual(String pair) {
        List<PythonVersion> versions =
                List.of(pair.split(" ", 2)).stream().map(PythonVersion::parse).toList();

        assertThat(versions.get(0)).isEqualByComparingTo(versions.get(1)).isEqualTo(versions.get(1));
    }
}
