package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.Profile;

class JsonTypeTest extends FieldTypeContract<Object> {
    private static final String EXPECTED =
            "expected a JSON value: a map with texts as keys, a list, a text, a finite number, true or false but was ";
    private static final FieldType<Object> JSON = Types.json();

    private static Map<String, Object> ordered(String first, Object one, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }

    @Override
    FieldType<Object> type() {
        return JSON;
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion("a", "a"),
                new Coercion(true, true),
                new Coercion(7, 7L),
                new Coercion(1.5f, 1.5),
                new Coercion(BigInteger.TEN.pow(30), BigInteger.TEN.pow(30)),
                new Coercion(new BigDecimal("0.12345678901234567890"), new BigDecimal("0.12345678901234567890")),
                new Coercion(Arrays.asList("a", null), Arrays.asList("a", null)),
                new Coercion(new Object[] {1, "b"}, List.of(1L, "b")),
                new Coercion(Map.of("a", List.of(Map.of())), Map.of("a", List.of(Map.of()))));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal(Double.NaN, EXPECTED + "NaN (Double)"),
                new Refusal(List.of(Double.POSITIVE_INFINITY), "at [0]: " + EXPECTED + "Infinity (Double)"),
                new Refusal(Set.of(), EXPECTED + "[] (Set)"),
                new Refusal(Map.of("a", List.of(Thread.State.NEW)), "at [\"a\"][0]: " + EXPECTED + "NEW (State)"),
                new Refusal(Map.of(1, "a"), "expected a text as key of a map but was 1 (Integer)"),
                new Refusal(
                        List.of("\ud800"),
                        "at [0]: expected a text of Unicode characters but was U+D800 alone at index 0;"
                                + " half of a surrogate pair cannot be written in UTF-8"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(new Coercion(Map.of("a", 1), Map.of("a", 1L)));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(new Refusal(Double.NaN, EXPECTED + "NaN (Double)"));
    }

    @Override
    List<Form> forms() {
        return List.of(
                new Form("a", "a", "'a'"),
                new Form(1L, 1L, "1"),
                new Form(
                        ordered("z", Arrays.asList(1L, null), "a", Map.of("b", true)),
                        ordered("z", Arrays.asList(1L, null), "a", Map.of("b", true)),
                        "{z=[1, null], a={b=true}}"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<Object>> same() {
        return List.of(
                List.of(1L, 1.0, new BigDecimal("1.00")),
                List.of(0.1, new BigDecimal("0.1")),
                List.of(ordered("a", 1L, "b", 2L), ordered("b", 2.0, "a", 1.0)),
                List.of(List.of(1L, 2L), List.of(1.0, 2L)),
                List.of(List.of(2L, 1L)),
                List.of(List.of(1L)),
                List.of(Map.of("a", 1L)),
                List.of(Map.of("a", 2L)),
                List.of(Arrays.asList(1L, null)),
                List.of("1"),
                List.of(true));
    }

    @Override
    Object generate(Random random) {
        return value(random, 4);
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> Long.toString(random.nextLong(), Character.MAX_RADIX);
            case 1 -> random.nextLong();
            case 2 -> random.nextGaussian();
            case 3 -> random.nextBoolean();
            case 4 -> new BigDecimal(new BigInteger(200, random), random.nextInt(100));
            case 5 -> list(random, depth - 1);
            default -> map(random, depth - 1);
        };
    }

    private static List<@Nullable Object> list(Random random, int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        random.ints(random.nextInt(4)).forEach(i -> list.add(i % 5 == 0 ? null : value(random, depth)));
        return list;
    }

    private static Map<String, Object> map(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        random.ints(random.nextInt(4)).forEach(i -> map.put("k" + i, value(random, depth)));
        return map;
    }

    @Test
    void accept_mutableValue_isCopiedAtEachDepth() {
        List<Object> inner = new ArrayList<>(List.of(1L));
        Object accepted = JSON.accept(Map.of("a", inner));

        inner.add(2L);

        assertThat(JSON.same(accepted, Map.of("a", List.of(1L)))).isTrue();
        assertThatThrownBy(() -> ((List<?>) ((Map<?, ?>) accepted).get("a")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) accepted).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void accept_map_keepsItsOrder() {
        assertThat(((Map<?, ?>) JSON.accept(ordered("z", 1, "a", 2))).keySet()).hasToString("[z, a]");
    }

    @Test
    void accept_valueThatContainsItself_isRefused() {
        List<Object> list = new ArrayList<>();
        list.add(list);

        assertThatThrownBy(() -> JSON.accept(list))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("look for a reference cycle");
    }

    @Test
    void mutableCopy_isChangedWithoutTheValue() {
        Object value = JSON.accept(Map.of("a", List.of(1L)));
        Object copy = JSON.mutableCopy(value);

        ((List<?>) ((Map<?, ?>) copy).get("a")).clear();

        assertThat(JSON.same(copy, Map.of("a", List.of()))).isTrue();
        assertThat(JSON.same(value, Map.of("a", List.of(1L)))).isTrue();
    }

    @Test
    void fromPrimitive_null_isForNullableOnly() {
        assertThat(JSON.nullable().fromPrimitive(null)).isNull();
        assertThatThrownBy(() -> JSON.fromPrimitive(null)).hasMessageContaining(EXPECTED + "null");
    }

    @Test
    void fromPrimitive_nanFromOslo_isRefused() {
        assertThatThrownBy(() -> JSON.fromPrimitive(List.of(Double.NaN), Profile.OSLO))
                .hasMessageContaining("at [0]: " + EXPECTED + "NaN");
    }
}
