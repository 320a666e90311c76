package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidDefinitionException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;

class SetTypeTest extends FieldTypeContract<Set<@Nullable Long>> {
    private static final FieldType<Set<@Nullable Long>> LONGS =
            Types.setOf(Types.longInteger().nullable());
    private static final String EXPECTED =
            "expected a set of elements that are each an integer of 64 bits or null but was ";
    private static final String EXPECTED_ELEMENT = "expected an integer of 64 bits but was ";

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read only
    private static <E extends @Nullable Object> Set<E> ordered(E... elements) {
        return new LinkedHashSet<>(Arrays.asList(elements));
    }

    @Override
    FieldType<Set<@Nullable Long>> type() {
        return LONGS;
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(Set.of(), Set.of()),
                new Coercion(Set.of("2", 1), Set.of(1L, 2L)),
                new Coercion(Arrays.asList(2, null, "2", 2.0), ordered(2L, null)),
                new Coercion(new Object[] {1, 1L}, Set.of(1L)));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("12", EXPECTED + "\"12\" (String)"),
                new Refusal(Map.of(), EXPECTED + "{} (Map)"),
                new Refusal(List.of(1, "x"), "at [1]: " + EXPECTED_ELEMENT + "\"x\" (String)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(new Coercion(ordered("2", 1, null), ordered(1L, null, 2L)));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal(List.of(1), EXPECTED + "[1] (List)"),
                new Refusal("12", EXPECTED + "\"12\" (String)"),
                new Refusal(Set.of("x"), "at [0]: " + EXPECTED_ELEMENT + "\"x\" (String)"));
    }

    @Override
    List<Form> forms() {
        return List.of(
                new Form(Set.of(), List.of(), "[]"),
                new Form(ordered(10L, null, 9L, -1L), Arrays.asList(null, -1L, 9L, 10L), "[null, -1, 9, 10]"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<Set<@Nullable Long>>> same() {
        return List.of(
                List.of(Set.of(), new HashSet<>()),
                List.of(ordered(1L, 2L), ordered(2L, 1L)),
                List.of(ordered(1L)),
                List.of(ordered((Long) null)),
                List.of(ordered(1L, null), ordered(null, 1L)));
    }

    @Override
    Set<@Nullable Long> generate(Random random) {
        Set<@Nullable Long> set = new HashSet<>();
        random.longs(random.nextInt(5), -3, 3).forEach(each -> set.add(each == 0 ? null : each));
        return set;
    }

    @Test
    void accept_setChangedLater_isAnotherOne() {
        Set<@Nullable Long> given = ordered(1L);
        Set<@Nullable Long> accepted = LONGS.accept(given);

        given.add(2L);

        assertThat(accepted).containsExactly(1L);
        assertThatThrownBy(() -> accepted.add(3L)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void accept_textsInAnyOrder_areSorted() {
        assertThat(Types.setOf(Types.string()).accept(ordered("b", "B", "a", "10", "9")))
                .containsExactly("10", "9", "B", "a", "b");
    }

    @Test
    void accept_elementsWithoutNaturalOrder_areSortedByTheirForm() {
        FieldType<Set<List<@Nullable Long>>> type =
                Types.setOf(Types.listOf(Types.longInteger().nullable()));

        assertThat(type.accept(ordered(List.of(10L), List.of(9L, 1L), List.of(9L), Arrays.asList((Long) null))))
                .containsExactly(Arrays.asList((Long) null), List.of(9L), List.of(9L, 1L), List.of(10L));
    }

    @Test
    void coerce_setsOfSets_areOneWhereTheyAreTheSame() {
        FieldType<Set<Set<Long>>> type = Types.setOf(Types.setOf(Types.longInteger()));

        assertThat(type.coerce(List.of(List.of(2, 1), List.of("1", "2"), List.of())))
                .hasSize(2);
    }

    @Test
    void coerce_setsOfMaps_areSortedByKeysThenValues() {
        FieldType<Set<Map<String, Long>>> type = Types.setOf(Types.mapOf(Types.longInteger()));

        assertThat(type.coerce(List.of(Map.of("b", 1), Map.of("a", 2, "b", 0), Map.of("a", 2), Map.of("a", 1))))
                .containsExactly(Map.of("a", 1L), Map.of("a", 2L), Map.of("a", 2L, "b", 0L), Map.of("b", 1L));
    }

    @Test
    void fromPrimitive_listWithDuplicates_isASet() {
        assertThat(LONGS.fromPrimitive(List.of(2L, 1L, 2L))).containsExactly(1L, 2L);
        assertThat(LONGS.fromPrimitive(List.of(2L, 1L, 2L), Profile.OSLO)).containsExactly(1L, 2L);
    }

    @Test
    void fromPrimitive_noList_isRefused() {
        assertThatThrownBy(() -> LONGS.fromPrimitive("12")).hasMessageContaining(EXPECTED);
        assertThatThrownBy(() -> LONGS.fromPrimitive(5L, Profile.OSLO)).hasMessageContaining("but was 5");
    }

    @Test
    void edit_set_isSortedAgain() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Tagged");
        Field<Set<String>> tags = define.field("tags", Types.setOf(Types.string()));
        DynamicObject object = define.version("1.0").with(tags, Set.of("b")).build();

        object.edit(tags, copy -> copy.addAll(List.of("c", "a")));

        assertThat(object.get(tags)).containsExactly("a", "b", "c");
    }

    @Test
    void edit_thereAndBack_isNoChange() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Tagged");
        Field<Set<String>> tags = define.field("tags", Types.setOf(Types.string()));
        DynamicObject object =
                define.version("1.0").with(tags, Set.of("a", "b")).build();
        object.resetChanges();

        object.edit(tags, copy -> copy.remove("a"));
        object.edit(tags, copy -> copy.add("a"));

        assertThat(object.hasChanges()).isFalse();
    }

    @Test
    void setOfObjects_isAProblemOfTheDefinition() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Bag");
        define.field(
                "parts", Types.listOf(Types.setOf(Types.object("test", "Bag").nullable())));
        ObjectType<DynamicObject> bag = define.version("1.0");

        assertThatThrownBy(() -> ObjectRegistry.of(bag))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("parts")
                .hasMessageContaining("it has a set with versioned objects in it")
                .hasMessageContaining("use Types.listOf or Types.mapOf");
    }
}
