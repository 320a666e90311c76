package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;
import org.versionedobjects.Profile;

class ListTypeTest extends FieldTypeContract<List<@Nullable Long>> {
    private static final FieldType<List<@Nullable Long>> LONGS =
            Types.listOf(Types.longInteger().nullable());
    private static final String EXPECTED =
            "expected a list of elements that are each an integer of 64 bits or null but was ";
    private static final String EXPECTED_ELEMENT = "expected an integer of 64 bits but was ";

    @Override
    FieldType<List<@Nullable Long>> type() {
        return LONGS;
    }

    @Override
    List<Coercion> accepted() {
        Iterable<Object> iterable = () -> List.<Object>of(1, "2").iterator();
        return List.of(
                new Coercion(List.of(), List.of()),
                new Coercion(Arrays.asList(3L, null, "-1", 2.0), Arrays.asList(3L, null, -1L, 2L)),
                new Coercion(Set.of(7), List.of(7L)),
                new Coercion(new Object[] {1, "2"}, List.of(1L, 2L)),
                new Coercion(new Long[] {1L}, List.of(1L)),
                new Coercion(iterable, List.of(1L, 2L)));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("12", EXPECTED + "\"12\" (String)"),
                new Refusal(Map.of(), EXPECTED + "{} (Map)"),
                new Refusal(5, EXPECTED + "5 (Integer)"),
                new Refusal(List.of(1, 2, 1.5), "at [2]: " + EXPECTED_ELEMENT + "1.5 (Double)"),
                new Refusal(new Object[] {List.of()}, "at [0]: " + EXPECTED_ELEMENT + "[] (List)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(new Coercion(new byte[] {97, -1}, List.of(97L, 255L)), new Coercion(List.of("1"), List.of(1L)));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal("12", EXPECTED + "\"12\" (String)"),
                new Refusal(Map.of(), EXPECTED + "{} (Map)"),
                new Refusal(List.of("x"), "at [0]: " + EXPECTED_ELEMENT + "\"x\" (String)"));
    }

    @Override
    List<Form> forms() {
        return List.of(
                new Form(List.of(), List.of(), "[]"),
                new Form(Arrays.asList(2L, null, 1L), Arrays.asList(2L, null, 1L), "[2, null, 1]"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<List<@Nullable Long>>> same() {
        return List.of(
                List.of(List.of(), new ArrayList<>()),
                List.of(List.of(1L, 2L), Arrays.asList(1L, 2L)),
                List.of(List.of(2L, 1L)),
                List.of(List.of(1L)),
                List.of(Arrays.asList(1L, null)));
    }

    @Override
    List<@Nullable Long> generate(Random random) {
        return Stream.<@Nullable Long>generate(() -> random.nextInt(4) == 0 ? null : random.nextLong())
                .limit(random.nextInt(5))
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }

    @Test
    void accept_listChangedLater_isAnotherOne() {
        List<@Nullable Long> given = new ArrayList<>(List.of(1L));
        List<@Nullable Long> accepted = LONGS.accept(given);

        given.add(2L);

        assertThat(accepted).containsExactly(1L);
        assertThatThrownBy(() -> accepted.add(3L)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void fromPrimitive_nestedRefusal_saysWhere() {
        FieldType<List<List<List<Long>>>> deep = Types.listOf(Types.listOf(Types.listOf(Types.longInteger())));

        assertThatThrownBy(() -> deep.fromPrimitive(List.of(List.of(), List.of(List.of(), List.of(1L, "x")))))
                .hasMessage("[InvalidValue] at [1][1][1]: " + EXPECTED_ELEMENT + "\"x\" (String)");
    }

    @Test
    void fromPrimitive_textFromOslo_isItsCharactersAsInPython() {
        assertThat(Types.listOf(Types.string()).fromPrimitive("a\ud83d\ude00", Profile.OSLO))
                .containsExactly("a", "\ud83d\ude00");
    }

    @Test
    void fromPrimitive_mapFromOslo_isItsKeysAsInPython() {
        assertThat(Types.listOf(Types.string()).fromPrimitive(Map.of("a", 1L), Profile.OSLO))
                .containsExactly("a");
    }

    @Test
    void fromPrimitive_textOrMap_isRefused() {
        assertThatThrownBy(() -> LONGS.fromPrimitive("12")).hasMessageContaining(EXPECTED);
        assertThatThrownBy(() -> LONGS.fromPrimitive(Map.of())).hasMessageContaining(EXPECTED);
        assertThatThrownBy(() -> LONGS.fromPrimitive(5L, Profile.OSLO)).hasMessageContaining(EXPECTED);
    }

    @Test
    void mutableCopy_ofNestedLists_isMutableAtEachDepth() {
        FieldType<List<List<Long>>> nested = Types.listOf(Types.listOf(Types.longInteger()));
        List<List<Long>> value = nested.accept(List.of(List.of(1L)));
        List<List<Long>> copy = nested.mutableCopy(value);

        copy.get(0).add(2L);

        assertThat(copy).containsExactly(List.of(1L, 2L));
        assertThat(value).containsExactly(List.of(1L));
    }
}
