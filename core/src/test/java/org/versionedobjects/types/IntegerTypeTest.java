package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;

class IntegerTypeTest extends FieldTypeContract<Integer> {
    private static final String EXPECTED = "expected an integer of 32 bits but was ";

    @Override
    FieldType<Integer> type() {
        return Types.integer();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(42, 42),
                new Coercion(42L, 42),
                new Coercion(42.0, 42),
                new Coercion("-2147483648", Integer.MIN_VALUE));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(2147483648L, EXPECTED + "2147483648 (Long)"),
                new Refusal("2147483648", EXPECTED + "\"2147483648\" (String)"),
                new Refusal(0.5, EXPECTED + "0.5 (Double)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(new Coercion(-1.9, -1), new Coercion(" +1_0 ", 10), new Coercion(true, 1));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal(3e9, EXPECTED + "3.0E9 (Double)"),
                new Refusal(-2147483649L, EXPECTED + "-2147483649 (Long)"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(-7, -7L, "-7"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<Integer>> same() {
        return List.of(List.of(1_000, Integer.valueOf("1000")), List.of(0));
    }

    @Override
    Integer generate(Random random) {
        return random.nextInt() >> random.nextInt(Integer.SIZE);
    }

    @Test
    void fromPrimitive_integerOf33Bits_isRefused() {
        assertThatThrownBy(() -> Types.integer().fromPrimitive(2147483648L))
                .hasMessageContaining(EXPECTED + "2147483648 (Long)");
    }
}
