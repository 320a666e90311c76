package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

class ObjectTypeTest {

    static class Base extends VersionedObject implements Timestamps {
        private static final ObjectType.Definition<Base> DEFINE =
                ObjectType.define(Base.class, "demo", "Base", Base::new);
        static final Field<Long> ID = DEFINE.field("id", Types.longInteger());
        static final Field<String> NAME = DEFINE.field("name", Types.string().since("1.1"));
        static final ObjectType<Base> TYPE =
                DEFINE.include(Timestamps.MIXIN, "1.2").version("1.2");

        Base() {
            super(TYPE);
        }

        Base(ObjectType<? extends Base> type) {
            super(type);
        }
    }

    interface Sized extends Values {
        Mixin MIXIN = Mixin.of(Sized.class);
        Field<Long> SIZE = MIXIN.field("size", Types.longInteger());
    }

    static final class Child extends Base implements Sized {
        private static final ObjectType.Definition<Child> DEFINE =
                ObjectType.extending(Base.TYPE, Child.class, "demo", "Child", Child::new);
        static final Field<String> COLOUR = DEFINE.field("colour", Types.string());
        static final ObjectType<Child> TYPE = DEFINE.include(Sized.MIXIN).version("1.0");

        Child() {
            super(TYPE);
        }
    }

    static final class Forgetful extends Base {}

    static final class Copied extends Base {
        Copied() {
            super(Child.TYPE);
        }
    }

    /** As many fields as Base, called the same and in the same slots. */
    static final class Twin extends VersionedObject {
        private static final ObjectType.Definition<Twin> DEFINE =
                ObjectType.define(Twin.class, "demo", "Twin", Twin::new);
        static final Field<Long> ID = DEFINE.field("id", Types.longInteger());
        static final Field<String> OTHER = DEFINE.field("other", Types.string());
        static final ObjectType<Twin> TYPE = DEFINE.version("1.0");

        Twin() {
            super(TYPE);
        }
    }

    private static List<String> names(ObjectType<?> type) {
        return type.fields().stream().map(Field::name).toList();
    }

    @Test
    void type_knowsWhatItWasDefinedWith() {
        assertThat(Base.TYPE).hasToString("demo.Base 1.2");
        assertThat(Base.TYPE.qualifiedName()).isEqualTo("demo.Base");
        assertThat(Base.TYPE.javaClass()).isEqualTo(Base.class);
        assertThat(Base.TYPE.parent()).isNull();
        assertThat(Child.TYPE.parent()).isSameAs(Base.TYPE);
        assertThat(Base.ID).hasToString("demo.Base.id");
    }

    @Test
    void new_subclassThatForgotItsTYPE_isRefusedWithTheCure() {
        assertThatThrownBy(Forgetful::new)
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("The class Forgetful has a problem")
                .hasMessageContaining(
                        "it passes the type demo.Base 1.2 of the class Base to super(); define a TYPE of its"
                                + " own with ObjectType.extending(…)");
    }

    @Test
    void new_subclassWithACopiedTYPE_isRefusedWithTheCure() {
        assertThatThrownBy(Copied::new)
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("it passes the type demo.Child 1.0 of the class Child to super()");
    }

    @Test
    void new_typeThatIsNull_isRefusedWithTheCure() {
        assertThatThrownBy(() -> new Base(null))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("its TYPE is null: it is declared after something that makes a Base");
    }

    @Test
    void fields_areOwnThenMixinsThenInherited() {
        assertThat(names(Base.TYPE)).containsExactly("id", "name", "created_at", "updated_at");
        assertThat(names(Child.TYPE)).containsExactly("colour", "size", "id", "name", "created_at", "updated_at");
    }

    @Test
    void parentsDescriptors_workOnChildren() {
        Child child = Child.TYPE
                .with(Base.ID, 1L)
                .with(Child.COLOUR, "red")
                .with(Sized.SIZE, 2L)
                .with(Timestamps.CREATED_AT, Instant.EPOCH)
                .build();

        assertThat(child.get(Base.ID)).isEqualTo(1);
        assertThat(child.get(Child.COLOUR)).isEqualTo("red");
        assertThat(child.get(Sized.SIZE)).isEqualTo(2);
        assertThat(child.createdAt()).isEqualTo(Instant.EPOCH);
        assertThat(child.isSet(Base.NAME)).isFalse();
    }

    @Test
    void childsDescriptor_onTheParent_isRefused() {
        Base base = new Base();

        assertThatThrownBy(() -> base.set(Child.COLOUR, "red"))
                .isInstanceOf(UnknownFieldException.class)
                .hasMessage("[UnknownField] demo.Base 1.2: demo.Child.colour is no field of this type");
        assertThatThrownBy(() -> base.get(Sized.SIZE)).isInstanceOf(UnknownFieldException.class);
    }

    @Test
    void descriptorOfAnotherType_withTheSameSlotAndName_isRefused() {
        Base base = Base.TYPE.with(Base.ID, 1L).build();

        assertThat(Twin.TYPE.slot(Twin.ID)).isEqualTo(Base.TYPE.slot(Base.ID));
        assertThatThrownBy(() -> base.set(Twin.ID, 2L))
                .isInstanceOf(UnknownFieldException.class)
                .hasMessage(
                        "[UnknownField] demo.Base 1.2: demo.Twin.id is no field of this type; use its own descriptor"
                                + " of that name");
        assertThat(base.get(Base.ID)).isEqualTo(1);
    }

    @Test
    void descriptorOfAnotherType_withTheSameSlot_neverHitsIt() {
        Base base = Base.TYPE.with(Base.NAME, "mine").build();

        assertThat(Twin.TYPE.slot(Twin.OTHER)).isEqualTo(Base.TYPE.slot(Base.NAME));
        assertThatThrownBy(() -> base.get(Twin.OTHER)).isInstanceOf(UnknownFieldException.class);
        assertThatThrownBy(() -> base.isSet(Twin.OTHER)).isInstanceOf(UnknownFieldException.class);
        assertThatThrownBy(() -> base.unset(Twin.OTHER)).isInstanceOf(UnknownFieldException.class);
        assertThatThrownBy(() -> base.setFrom(Twin.OTHER, "x")).isInstanceOf(UnknownFieldException.class);
        assertThat(base.get(Base.NAME)).isEqualTo("mine");
    }

    @Test
    void has_isAboutTheDescriptor_notTheName() {
        assertThat(Child.TYPE.has(Base.ID)).isTrue();
        assertThat(Child.TYPE.has(Timestamps.CREATED_AT)).isTrue();
        assertThat(Base.TYPE.has(Twin.ID)).isFalse();
        assertThat(Twin.TYPE.has(Timestamps.CREATED_AT)).isFalse();
    }

    @Test
    void slots_areAPermutationOfTheFields() {
        assertThat(Child.TYPE.fields().stream().map(Child.TYPE::slot)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        assertThat(Child.TYPE.slot(Base.ID)).isEqualTo(Base.TYPE.slot(Base.ID));
    }

    @Test
    void since_isTheFieldsVersion_theFirstOfTheMajorWithout() {
        assertThat(Base.TYPE.since(Base.ID)).hasToString("1.0");
        assertThat(Base.TYPE.since(Base.NAME)).hasToString("1.1");
        assertThat(Base.TYPE.since(Timestamps.UPDATED_AT)).hasToString("1.2");
        assertThatThrownBy(() -> Base.TYPE.since(Twin.ID)).isInstanceOf(UnknownFieldException.class);
    }

    @Test
    void since_ofInheritedFields_isTheChildsFirstVersion() {
        assertThat(Child.TYPE.since(Base.NAME)).hasToString("1.0");
        assertThat(Child.TYPE.since(Timestamps.CREATED_AT)).hasToString("1.0");
    }

    @Test
    void field_byName_findsOrNamesTheOthers() {
        assertThat(Child.TYPE.field("id")).isSameAs(Base.ID);
        assertThat(Child.TYPE.find("size")).contains(Sized.SIZE);
        assertThat(Child.TYPE.find("none")).isEmpty();
        assertThatThrownBy(() -> Twin.TYPE.field("none"))
                .isInstanceOf(UnknownFieldException.class)
                .hasMessage("[UnknownField] demo.Twin 1.0: there is no field none: expected one of id, other");
    }

    @Test
    void fields_cannotBeModified() {
        assertThatThrownBy(() -> Base.TYPE.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void build_makesAnotherObjectEachTime() {
        ObjectBuilder<Twin> builder = Twin.TYPE.with(Twin.ID, 1L);

        Twin first = builder.build();
        first.set(Twin.ID, 2L);

        assertThat(builder.build().get(Twin.ID)).isEqualTo(1);
    }

    @Test
    void listOf_hasAVersionOfItsOwn_andOneField() {
        ObjectType<ObjectList<Twin>> list = ObjectType.listOf("demo", "TwinList", Twin.class);

        assertThat(list).hasToString("demo.TwinList 1.0");
        assertThat(names(list)).containsExactly("objects");
        assertThat(list.element().javaClass()).isEqualTo(Twin.class);
        assertThat(list.newObject()).isEmpty();
        assertThat(list.newObject().hasChanges()).isFalse();
    }

    @Test
    void defineList_hasFieldsBesidesItsObjects() {
        ObjectType.Definition<ObjectList<Twin>> define =
                ObjectType.defineList("demo", "TwinList", Types.object(Twin.class));
        Field<@Nullable Long> total =
                define.field("total", Types.longInteger().nullable().since("1.1"));
        ObjectType<ObjectList<Twin>> type = define.version("1.1");

        ObjectList<Twin> list = type.with(total, 3L).build();
        list.set(list.objects(), List.of(new Twin()));

        assertThat(list).hasSize(1);
        assertThat(list.get(total)).isEqualTo(3);
    }

    @Test
    void dynamic_behavesAsAModel() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Thing");
        Field<Long> size = define.field("size", Types.longInteger().readOnly());
        ObjectType<DynamicObject> type = define.include(Timestamps.MIXIN).version("1.0");
        DynamicObject thing = type.with(size, 1L).build();

        thing.set("created_at", "2026-01-01T00:00:00Z");

        assertThat(thing.get("size")).isEqualTo(1L);
        assertThat(thing.get(Timestamps.CREATED_AT)).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(thing.changes().fields()).containsExactly(size, Timestamps.CREATED_AT);
        assertThatThrownBy(() -> thing.set("none", 1)).isInstanceOf(UnknownFieldException.class);
    }

    @Test
    void dynamicExtending_takesTheParentsDescriptors() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Parent");
        Field<Long> size = define.field("size", Types.longInteger());
        ObjectType<DynamicObject> parent = define.version("1.0");
        ObjectType.Definition<DynamicObject> child = ObjectType.dynamicExtending(parent, "demo", "Child");
        child.field("colour", Types.string());
        ObjectType<DynamicObject> type = child.version("1.0");

        assertThat(names(type)).containsExactly("colour", "size");
        assertThat(type.with(size, 4L).build().get("size")).isEqualTo(4L);
    }

    @Test
    void aHundredFields_eachHaveASlotOfTheirOwn() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Wide");
        for (int i = 0; i < 100; i++) {
            define.field("f" + i, Types.longInteger());
        }
        DynamicObject wide = define.version("1.0").newObject();

        wide.set("f99", 99);
        wide.set("f64", 64);

        assertThat(wide).hasToString("Wide 1.0{f64=64, f99=99}");
    }
}
