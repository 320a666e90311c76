package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.types.Types;

class DynamicObjectTest {
    private static final ObjectType.Definition<DynamicObject> DEFINE = ObjectType.dynamic("library", "Reader");
    private static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
    private static final Field<@Nullable String> NAME =
            DEFINE.field("name", Types.string().nullable());
    private static final Field<List<String>> BORROWED = DEFINE.field("borrowed", Types.listOf(Types.string()));
    private static final Field<VersionedObject> FRIEND = DEFINE.field("friend", Types.object("library", "Reader"));
    private static final ObjectType<DynamicObject> TYPE = DEFINE.version("1.4");

    private final DynamicObject reader = TYPE.newObject();

    @Test
    void byName_setsAndGets() {
        reader.set("name", "ann");
        reader.set("borrowed", List.of("x"));

        assertThat(reader.get("name")).isEqualTo("ann");
        assertThat(reader.get(NAME)).isEqualTo("ann");
        assertThat(reader.get("borrowed")).isEqualTo(List.of("x"));
    }

    @Test
    void byName_converts() {
        reader.set("id", "42");

        assertThat(reader.get("id")).isEqualTo(42L);
        assertThatThrownBy(() -> reader.set("name", 5))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("library.Reader 1.4 at name: expected a text but was 5 (Integer)");
    }

    @Test
    void byName_unknownField_isRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> reader.get("nam"))
                .isInstanceOf(UnknownFieldException.class)
                .hasMessageContainingAll("library.Reader 1.4", "nam", "id, name, borrowed, friend");
        assertThatThrownBy(() -> reader.set("nam", "x")).isInstanceOf(UnknownFieldException.class);
    }

    @Test
    void byName_unsetField_isRefused() {
        assertThatThrownBy(() -> reader.get("name")).isInstanceOf(UnsetFieldException.class);
    }

    @Test
    void state_isThatOfAnyOtherObject() {
        reader.set(ID, 1L);
        reader.resetChanges();
        reader.set("name", null);

        assertThat(reader.changes().fields()).isEqualTo(List.of(NAME));
        assertThatThrownBy(() -> reader.set("id", 2)).isInstanceOf(ReadOnlyFieldException.class);
        reader.revert();
        assertThat(reader).hasToString("Reader 1.4{id=1}");
    }

    @Test
    void builder_makesThem() {
        DynamicObject built =
                TYPE.with(NAME, "ann").with(BORROWED, List.of("x")).build();

        assertThat(built.objectType()).isSameAs(TYPE);
        assertThat(built).hasToString("Reader 1.4{borrowed=['x'], name='ann'}");
    }

    @Test
    void nested_goesByNamespaceAndName() {
        DynamicObject friend = TYPE.newObject();
        reader.set(FRIEND, friend);
        reader.resetChanges();
        friend.set("name", "bob");

        assertThat(reader.isChanged(FRIEND)).isTrue();
        assertThatThrownBy(() -> reader.set("friend", new Models.Book()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll("at friend", "a library.Reader", "a library.Book");
    }

    @Test
    void sameNameInAnotherType_isAnotherField() {
        DynamicObject other = Models.wide(3).newObject();

        assertThatThrownBy(() -> other.get(NAME)).isInstanceOf(UnknownFieldException.class);
        assertThatThrownBy(() -> reader.setFrom(Models.Book.TITLE, "x")).isInstanceOf(UnknownFieldException.class);
    }

    @Test
    void subtype_hasTheFieldsOfItsParent() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamicExtending(TYPE, "library", "Teacher");
        define.field("subject", Types.string());
        DynamicObject teacher = define.version("1.0").newObject();
        teacher.set("subject", "chess");
        teacher.set(NAME, "ann");

        assertThat(teacher.get("name")).isEqualTo("ann");
        assertThat(teacher.changes().fields()).extracting(Field::name).containsExactly("subject", "name");
        assertThat(Map.of("x", teacher)).hasToString("{x=Teacher 1.0{name='ann', subject='chess'}}");
    }
}
