package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.versionedobjects.types.Types;

class MixinTest {

    interface Tagged extends Values {
        Mixin MIXIN = Mixin.of(Tagged.class);
        Field<String> TAG = MIXIN.field("tag", Types.string());
        Field<Long> WEIGHT =
                MIXIN.field("weight", Types.longInteger().readOnly().since("1.1"));
    }

    static final class Box extends VersionedObject implements Tagged {
        static final ObjectType<Box> TYPE = ObjectType.define(Box.class, "demo", "Box", Box::new)
                .include(Tagged.MIXIN)
                .version("1.1");

        Box() {
            super(TYPE);
        }
    }

    private static ObjectType.Definition<DynamicObject> crate() {
        return ObjectType.dynamic("demo", "Crate");
    }

    @Test
    void descriptors_areSharedByTheTypesThatIncludeThem() {
        ObjectType.Definition<DynamicObject> define = crate();
        define.field("first", Types.bool());
        ObjectType<DynamicObject> crate = define.include(Tagged.MIXIN).version("1.1");

        assertThat(crate.with(Tagged.TAG, "a").build().get(Tagged.TAG)).isEqualTo("a");
        assertThat(Box.TYPE.with(Tagged.TAG, "b").build().get(Tagged.TAG)).isEqualTo("b");
        assertThat(crate.slot(Tagged.TAG)).isNotEqualTo(Box.TYPE.slot(Tagged.TAG));
    }

    @Test
    void descriptor_onATypeWithoutTheMixin_isRefused() {
        ObjectType<DynamicObject> crate = crate().version("1.0");

        assertThatThrownBy(() -> crate.newObject().get(Tagged.TAG))
                .isInstanceOf(UnknownFieldException.class)
                .hasMessage("[UnknownField] demo.Crate 1.0: Tagged.tag is no field of this type");
    }

    @Test
    void options_holdOnEveryType() {
        Box box = Box.TYPE.with(Tagged.WEIGHT, 1L).build();

        assertThatThrownBy(() -> box.set(Tagged.WEIGHT, 2L)).isInstanceOf(ReadOnlyFieldException.class);
    }

    @Test
    void include_withoutAVersion_keepsTheFieldsOwnSince() {
        assertThat(Box.TYPE.since(Tagged.TAG)).hasToString("1.0");
        assertThat(Box.TYPE.since(Tagged.WEIGHT)).hasToString("1.1");
    }

    @Test
    void include_atAVersion_noFieldIsThereBefore() {
        ObjectType<DynamicObject> crate = crate().include(Tagged.MIXIN, "1.2").version("1.2");

        assertThat(crate.since(Tagged.TAG)).hasToString("1.2");
        assertThat(crate.since(Tagged.WEIGHT)).hasToString("1.2");
    }

    @Test
    void include_atAVersionBeforeAFieldsOwn_theFieldComesLater() {
        ObjectType<DynamicObject> crate = crate().include(Tagged.MIXIN, "1.0").version("1.2");

        assertThat(crate.since(Tagged.TAG)).hasToString("1.0");
        assertThat(crate.since(Tagged.WEIGHT)).hasToString("1.1");
    }

    @Test
    void include_atAVersionBeyondTheTypes_isReportedForEachField() {
        ObjectType<DynamicObject> crate = crate().include(Tagged.MIXIN, "1.9").version("1.2");

        assertThatThrownBy(crate::newObject)
                .hasMessageContaining("the field tag is there since 1.9")
                .hasMessageContaining("the field weight is there since 1.9");
    }

    @Test
    void include_twice_isReported() {
        ObjectType<DynamicObject> crate =
                crate().include(Tagged.MIXIN).include(Tagged.MIXIN).version("1.1");

        assertThatThrownBy(crate::newObject)
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("the mixin Tagged is included twice, here or in a parent");
    }

    @Test
    void include_againInASubtype_isReported() {
        ObjectType<DynamicObject> parent = crate().include(Tagged.MIXIN).version("1.1");
        ObjectType<DynamicObject> child = ObjectType.dynamicExtending(parent, "demo", "Child")
                .include(Tagged.MIXIN)
                .version("1.1");

        assertThatThrownBy(child::newObject).hasMessageContaining("the mixin Tagged is included twice");
        assertThat(parent.newObject().isSet(Tagged.TAG)).isFalse();
    }

    @Test
    void include_null_isReportedWithTheCure() {
        ObjectType<DynamicObject> crate = crate().include(null).version("1.0");

        assertThatThrownBy(crate::newObject)
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("a mixin is null: its interface was being initialised");
    }

    @Test
    void field_clashWithATypesOwn_isReportedWithBothOwners() {
        ObjectType.Definition<DynamicObject> define = crate();
        define.field("tag", Types.bool());
        ObjectType<DynamicObject> crate = define.include(Tagged.MIXIN).version("1.1");

        assertThatThrownBy(crate::newObject)
                .hasMessageContaining("there are two fields called tag: of demo.Crate and of Tagged");
    }

    @Test
    void field_illegalName_isReportedWithTheTypesThatIncludeIt() {
        Mixin mixin = Mixin.of(Tagged.class);
        mixin.field("a b", Types.string());
        mixin.field(null, Types.string());
        ObjectType<DynamicObject> crate = crate().include(mixin).version("1.0");

        assertThatThrownBy(crate::newObject)
                .hasMessageContaining("a field is called \"a b\"")
                .hasMessageContaining("a field is called \"\"");
    }

    @Test
    void field_addedAfterATypeIncludedTheMixin_isNoFieldOfThatType() {
        Mixin mixin = Mixin.of(Tagged.class);
        ObjectType<DynamicObject> crate = crate().include(mixin).version("1.0");
        Field<String> late = mixin.field("late", Types.string());

        assertThat(crate.has(late)).isFalse();
        assertThat(crate.find("late")).isEmpty();
        assertThat(mixin).hasToString("Tagged");
    }
}
