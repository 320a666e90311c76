package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;

class MapTypeTest extends FieldTypeContract<Map<String, @Nullable Long>> {
    private static final FieldType<Map<String, @Nullable Long>> LONGS =
            Types.mapOf(Types.longInteger().nullable());
    private static final String EXPECTED =
            "expected a map with texts as keys and values that are each an integer of 64 bits or null but was ";

    private static <V extends @Nullable Object> Map<String, V> nullAt(String key) {
        return Collections.singletonMap(key, null);
    }

    private static Map<String, @Nullable Long> ordered() {
        Map<String, @Nullable Long> map = new TreeMap<>(Map.of("b", 2L, "a", 1L));
        map.put("c", null);
        return map;
    }

    @Override
    FieldType<Map<String, @Nullable Long>> type() {
        return LONGS;
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(Map.of(), Map.of()),
                new Coercion(Map.of("b", "2", "a", 1.0), Map.of("a", 1L, "b", 2L)),
                new Coercion(Map.of("", 0), Map.of("", 0L)),
                new Coercion(nullAt("a"), nullAt("a")));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal(List.of(), EXPECTED + "[] (List)"),
                new Refusal("a", EXPECTED + "\"a\" (String)"),
                new Refusal(Map.of(1, 1), "expected a text as key of a map but was 1 (Integer)"),
                new Refusal(nullKey(), "expected a text as key of a map but was null"),
                new Refusal(Map.of("k", "x"), "at [\"k\"]: expected an integer of 64 bits but was \"x\" (String)"));
    }

    private static Map<@Nullable String, Long> nullKey() {
        return Collections.singletonMap(null, 1L);
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(new Coercion(Map.of("a", "2"), Map.of("a", 2L)), new Coercion(nullAt("a"), nullAt("a")));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal(Map.of(1, 1), "expected a text as key of a map but was 1 (Integer)"),
                new Refusal(List.of(), EXPECTED + "[] (List)"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(Map.of(), Map.of(), "{}"), new Form(ordered(), ordered(), "{a=1, b=2, c=null}"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<Map<String, @Nullable Long>>> same() {
        return List.of(
                List.of(Map.of(), new HashMap<>()),
                List.of(Map.of("b", 2L, "a", 1L), new TreeMap<>(Map.of("a", 1L, "b", 2L))),
                List.of(Map.of("a", 2L, "b", 1L)),
                List.of(Map.of("a", 1L)),
                List.of(nullAt("a")),
                List.of(nullAt("b")));
    }

    @Override
    Map<String, @Nullable Long> generate(Random random) {
        Map<String, @Nullable Long> map = new HashMap<>();
        random.ints(random.nextInt(5)).forEach(each -> map.put("k" + each, each % 4 == 0 ? null : (long) each));
        return map;
    }

    @Test
    void toPrimitive_map_isInKeyOrder() {
        assertThat((Map<?, ?>) LONGS.toPrimitive(LONGS.accept(Map.of("b", 1L, "c", 2L, "a", 3L))))
                .hasToString("{a=3, b=1, c=2}");
    }

    @Test
    void accept_mapChangedLater_isAnotherOne() {
        Map<String, @Nullable Long> given = new HashMap<>(Map.of("a", 1L));
        Map<String, @Nullable Long> accepted = LONGS.accept(given);

        given.put("b", 2L);

        assertThat(accepted).containsOnlyKeys("a");
        assertThatThrownBy(() -> accepted.put("c", 3L)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void coerce_deepRefusal_saysWhere() {
        FieldType<Map<String, Set<List<Long>>>> deep = Types.mapOf(Types.setOf(Types.listOf(Types.longInteger())));

        assertThatThrownBy(() -> deep.coerce(Map.of("a", List.of(List.of(1), List.of(2, true)))))
                .hasMessage("[InvalidValue] at [\"a\"][1][1]: expected an integer of 64 bits but was true (Boolean)");
    }

    @Test
    void mapOfNullableSets_atAnyDepth_isWrittenAndReadBack() {
        FieldType<Map<String, @Nullable Set<@Nullable Long>>> deep =
                Types.mapOf(Types.setOf(Types.longInteger().nullable()).nullable());
        Map<String, @Nullable Set<@Nullable Long>> value = new HashMap<>(nullAt("none"));
        value.put("some", Collections.singleton(null));

        assertThat(deep.fromPrimitive(deep.toPrimitive(value))).isEqualTo(value);
    }
}
