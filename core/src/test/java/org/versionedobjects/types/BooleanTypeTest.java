package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;
import org.versionedobjects.Profile;

class BooleanTypeTest extends FieldTypeContract<Boolean> {
    private static final String EXPECTED = "expected true or false but was ";

    @Override
    FieldType<Boolean> type() {
        return Types.bool();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(true, true),
                new Coercion(false, false),
                new Coercion("true", true),
                new Coercion("false", false));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("False", EXPECTED + "\"False\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal(1, EXPECTED + "1 (Integer)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(
                new Coercion(true, true),
                new Coercion(false, false),
                new Coercion("False", true),
                new Coercion("0", true),
                new Coercion("", false),
                new Coercion(-1, true),
                new Coercion(0, false),
                new Coercion(0.1, true),
                new Coercion(-0.0, false),
                new Coercion(Double.NaN, true),
                new Coercion(BigInteger.ZERO, false),
                new Coercion(new BigDecimal("0.00"), false),
                new Coercion(new BigDecimal("1E-999"), true),
                new Coercion(List.of(), false),
                new Coercion(List.of(0), true),
                new Coercion(Map.of(), false),
                new Coercion(Map.of("a", 1), true),
                new Coercion(new byte[0], false),
                new Coercion(new byte[1], true),
                new Coercion(new Object(), true));
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
    void fromPrimitive_number_isTruthForOsloOnly() {
        assertThat(Types.bool().fromPrimitive(0L, Profile.OSLO)).isFalse();
        assertThatThrownBy(() -> Types.bool().fromPrimitive(0L)).hasMessageContaining(EXPECTED + "0 (Long)");
        assertThatThrownBy(() -> Types.bool().fromPrimitive("true")).hasMessageContaining(EXPECTED + "\"true\"");
    }
}
