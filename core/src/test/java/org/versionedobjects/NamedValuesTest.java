package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Fleet.Ship;

class NamedValuesTest {
    private final Ship ship = Ship.of(1, "Argo");
    private final NamedValues values = ship.byName();

    @Test
    void names_areThoseOfFieldsThenOfComputedProperties() {
        assertThat(values.names()).containsExactly("id", "name", "flag", "crew", "tags", "code", "towed", "shout");
        assertThat(values.setNames()).containsExactly("id", "name");
    }

    @Test
    void set_convertsWhatLosesNothing() {
        values.set("crew", "12");

        assertThat(ship.get(Ship.CREW)).isEqualTo(12L);
        assertThat(values.isChanged("crew")).isTrue();
        assertThatThrownBy(() -> values.set("crew", "1.9")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void set_underTheOsloProfile_convertsAsOsloDoes() {
        ship.byName(Profile.OSLO).set("crew", null);

        assertThat(ship.get(Ship.CREW)).isEqualTo(7L);
    }

    @Test
    void unknownName_isAnErrorThatListsTheNames() {
        assertThatThrownBy(() -> values.get("nope"))
                .isInstanceOf(UnknownFieldException.class)
                .hasMessageContaining("id, name, flag");
        assertThatThrownBy(() -> values.set("nope", 1)).isInstanceOf(UnknownFieldException.class);
        assertThatThrownBy(() -> values.isSet("nope")).isInstanceOf(UnknownFieldException.class);
    }

    @Test
    void computedProperty_isAnsweredButIsNoField() {
        assertThat(values.get("shout")).isEqualTo("ARGO");
        assertThat(values.isSet("shout")).isFalse();
        assertThat(values.asMap()).doesNotContainKey("shout");
        assertThatThrownBy(() -> values.set("shout", "x"))
                .isInstanceOf(ReadOnlyFieldException.class)
                .hasMessageContaining("computed");
    }

    @Test
    void setAll_setsAllOrNothing() {
        Map<String, Object> good = new LinkedHashMap<>();
        good.put("crew", 3);
        good.put("flag", null);
        values.setAll(good);
        assertThat(values.asMap()).containsEntry("crew", 3L).containsEntry("flag", null);

        good.put("crew", 4);
        good.put("name", 5.5);
        assertThatThrownBy(() -> values.setAll(good)).isInstanceOf(InvalidValueException.class);
        assertThat(ship.get(Ship.CREW)).isEqualTo(3L);
    }

    @Test
    void asMap_isUnmodifiable_andAsItIsNow() {
        Map<String, Object> map = values.asMap();
        values.unset("name");

        assertThat(map).containsEntry("name", "Argo");
        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThat(values.isSet("name")).isFalse();
    }

    @Test
    void computedPropertyWithTheNameOfAField_isAProblemOfTheDefinition() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("fleet", "Raft");
        define.field("name", org.versionedobjects.types.Types.string());
        ObjectType<DynamicObject> type =
                define.computed("name", raft -> 1).computed("name", raft -> 2).version("1.0");

        assertThatThrownBy(type::newObject)
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("the computed property name has the name of a field of fleet.Raft")
                .hasMessageContaining("two computed properties called name");
    }

    @Test
    void computedProperty_isInheritedAndCanBeReplaced() {
        ObjectType<DynamicObject> parent = ObjectType.dynamic("fleet", "Raft")
                .computed("size", raft -> 1)
                .computed("kind", raft -> "raft")
                .version("1.0");
        ObjectType<DynamicObject> child = ObjectType.dynamicExtending(parent, "fleet", "Ferry")
                .computed("kind", raft -> "ferry")
                .version("1.0");

        assertThat(child.computedNames()).containsExactly("kind", "size");
        assertThat(child.newObject().byName().get("size")).isEqualTo(1);
        assertThat(child.newObject().byName().get("kind")).isEqualTo("ferry");
        assertThat(List.of(parent.newObject().byName().get("kind"))).containsExactly("raft");
    }
}
