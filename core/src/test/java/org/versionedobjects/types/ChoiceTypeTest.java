package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.CharBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;

class ChoiceTypeTest extends FieldTypeContract<String> {
    private static final String EXPECTED = "expected one of low, high but was ";
    private static final ChoiceType PRIORITY = Types.oneOf("low", "high");

    @Override
    FieldType<String> type() {
        return PRIORITY;
    }

    @Override
    List<Coercion> accepted() {
        return List.of(new Coercion("low", "low"), new Coercion(CharBuffer.wrap("high"), "high"));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("LOW", EXPECTED + "\"LOW\" (String)"),
                new Refusal(" low", EXPECTED + "\" low\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal(1, EXPECTED + "1 (Integer)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return accepted();
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal("LOW", EXPECTED + "\"LOW\" (String)"),
                new Refusal(true, EXPECTED + "true (Boolean)"),
                new Refusal(Map.of(), EXPECTED + "{} (Map)"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form("low", "low", "'low'"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<String>> same() {
        return List.of(List.of("low", String.valueOf("low".toCharArray())), List.of("high"));
    }

    @Override
    String generate(Random random) {
        return random.nextBoolean() ? "low" : "high";
    }

    @Test
    void open_keepsUnknownNames() {
        ChoiceType open = PRIORITY.open();

        assertThat(open.coerce("middle")).isEqualTo("middle");
        assertThat(open.fromPrimitive("middle")).isEqualTo("middle");
        assertThat(open.describe()).isEqualTo("a name such as low, high");
        assertThatThrownBy(() -> open.coerce(1)).hasMessageContaining("a name such as low, high but was 1");
        assertThatThrownBy(() -> open.coerce("\ud800")).hasMessageContaining("U+D800 alone");
    }

    @Test
    void fromPrimitive_unknownName_isRefused() {
        assertThatThrownBy(() -> PRIORITY.fromPrimitive("zzz")).hasMessageContaining(EXPECTED + "\"zzz\" (String)");
    }

    @Test
    void describe_ofManyNames_listsTheFirst() {
        String[] names = IntStream.range(0, 30).mapToObj(i -> "n" + i).toArray(String[]::new);

        assertThat(Types.oneOf(names).describe()).endsWith("n18, n19, … (30 in all)");
    }

    @Test
    void problems_ofBadNames_nameThem() {
        assertThat(Types.oneOf().problems()).containsExactly("there are no names to choose from");
        assertThat(Types.oneOf("a", "b", "a").problems()).containsExactly("the name a is there twice");
        assertThat(PRIORITY.problems()).isEmpty();
    }
}
