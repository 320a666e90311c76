package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;
import org.versionedobjects.Profile;

class FlexibleBooleanTypeTest extends FieldTypeContract<Boolean> {
    private static final String EXPECTED =
            "expected true or false, or one of the words 1, t, true, on, y, yes, 0, f, false, off, n, no but was ";

    @Override
    FieldType<Boolean> type() {
        return Types.flexibleBool();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(true, true),
                new Coercion(false, false),
                new Coercion(1, true),
                new Coercion(0L, false),
                new Coercion(BigInteger.ONE, true),
                new Coercion(" Yes ", true),
                new Coercion("t", true),
                new Coercion("TRUE", true),
                new Coercion("on", true),
                new Coercion("y", true),
                new Coercion("1", true),
                new Coercion("f", false),
                new Coercion("False", false),
                new Coercion("OFF", false),
                new Coercion("n", false),
                new Coercion("no", false),
                new Coercion("0", false));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("maybe", EXPECTED + "\"maybe\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal(2, EXPECTED + "2 (Integer)"),
                new Refusal(1.0, EXPECTED + "1.0 (Double)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(
                new Coercion(" Yes ", true),
                new Coercion(1, true),
                new Coercion(2, false),
                new Coercion(1.0, false),
                new Coercion("maybe", false),
                new Coercion("", false),
                new Coercion(Map.of(), false),
                new Coercion(new byte[] {'1'}, false));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(new Refusal(null, EXPECTED + "null"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(true, true, "true"), new Form(false, false, "false"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<Boolean>> same() {
        return List.of(List.of(true, Boolean.TRUE), List.of(false));
    }

    @Override
    Boolean generate(Random random) {
        return random.nextBoolean();
    }

    @Test
    void fromPrimitive_word_isReadForOsloOnly() {
        assertThat(Types.flexibleBool().fromPrimitive("yes", Profile.OSLO)).isTrue();
        assertThatThrownBy(() -> Types.flexibleBool().fromPrimitive("yes"))
                .hasMessageContaining("expected true or false but was \"yes\" (String)");
    }
}
