package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.StepValues;
import org.versionedobjects.UnknownFieldException;
import org.versionedobjects.UnsetFieldException;
import org.versionedobjects.types.Types;

/** Steps of the whole type: two fields become one in 1.2, which becomes a list in 1.3 and gets another name in 1.4. */
class StepTest {
    private static final String DATA = "versioned_object.data";
    private static final String CHANGES = "versioned_object.changes";

    private static final ObjectType<DynamicObject> TYPE = addresses();
    private static final ObjectCodec CODEC = ObjectCodec.of(ObjectRegistry.of(TYPE));

    private static ObjectType<DynamicObject> addresses() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Person");
        define.field("name", Types.string());
        define.field("street", Types.string().removedIn("1.2"));
        define.field("city", Types.string().removedIn("1.2"));
        define.field(
                "addresses",
                Types.listOf(Types.string())
                        .since("1.2")
                        .changedIn(
                                "1.3", Types.string(), (List<String> all) -> all.get(0), (String one) -> List.of(one))
                        .renamedFrom("address", "1.4"));
        return define.step("1.2", StepTest::split, StepTest::join).version("1.5");
    }

    private static void split(StepValues values) {
        if (values.isSet("address")) {
            String[] parts = values.get("address", String.class).split(", ", 2);
            values.put("street", parts[0]);
            values.put("city", parts[1]);
        }
    }

    private static void join(StepValues values) {
        if (values.isSet("street") && values.isSet("city")) {
            values.put("address", values.get("street") + ", " + values.get("city"));
            values.remove("street");
            values.remove("city");
        }
    }

    private static DynamicObject person(String... addresses) {
        DynamicObject person = TYPE.newObject();
        person.set("name", "Ada");
        person.set("addresses", List.of(addresses));
        person.resetChanges();
        return person;
    }

    private static Map<String, Object> written(String version, DynamicObject person) {
        return CODEC.at(version).toPrimitive(person);
    }

    private static DynamicObject read(String version, Map<String, ?> data, String... changes) {
        return (DynamicObject) CODEC.fromPrimitive(Map.of(
                "versioned_object.name",
                "Person",
                "versioned_object.namespace",
                "demo",
                "versioned_object.version",
                version,
                DATA,
                data,
                CHANGES,
                List.of(changes)));
    }

    @Test
    void goingDown_eachVersionHasItsOwnShape() {
        DynamicObject person = person("1 Main St, Ely");

        assertThat(written("1.4", person))
                .containsEntry(DATA, Map.of("name", "Ada", "addresses", List.of("1 Main St, Ely")));
        assertThat(written("1.3", person))
                .containsEntry(DATA, Map.of("name", "Ada", "address", List.of("1 Main St, Ely")));
        assertThat(written("1.2", person)).containsEntry(DATA, Map.of("name", "Ada", "address", "1 Main St, Ely"));
        assertThat(written("1.1", person))
                .containsEntry(DATA, Map.of("name", "Ada", "street", "1 Main St", "city", "Ely"))
                .containsEntry("versioned_object.version", "1.1");
        assertThat(written("1.0", person))
                .containsEntry(DATA, written("1.1", person).get(DATA));
    }

    @Test
    void goingDown_theObjectStaysAsItWas() {
        DynamicObject person = person("1 Main St, Ely");
        String before = person + " " + person.changes();

        written("1.0", person);

        assertThat(person + " " + person.changes()).isEqualTo(before);
    }

    @Test
    void goingUp_isTheWayBack() {
        DynamicObject read = read("1.0", Map.of("name", "Ada", "street", "1 Main St", "city", "Ely"));

        assertThat(read.get("addresses")).isEqualTo(List.of("1 Main St, Ely"));
        assertThat(read.byName().isSet("street")).isFalse();
        assertThat(read.hasChanges()).isFalse();
        assertThat(read("1.2", Map.of("address", "1 Main St, Ely")).get("addresses"))
                .isEqualTo(List.of("1 Main St, Ely"));
        assertThat(read("1.3", Map.of("address", List.of("a", "b"))).get("addresses"))
                .isEqualTo(List.of("a", "b"));
    }

    @Test
    void goingUp_whatAStepDoesNotTake_staysReadable() {
        DynamicObject read = read("1.1", Map.of("street", "1 Main St"));

        assertThat(read.get("street")).isEqualTo("1 Main St");
        assertThat(read.byName().isSet("addresses")).isFalse();
        assertThat(written("1.1", read)).containsEntry(DATA, Map.of("street", "1 Main St"));
    }

    @Test
    void whatAStepPuts_isChangedIfWhatItReadIs() {
        DynamicObject person = person("1 Main St, Ely");
        assertThat(written("1.1", person)).doesNotContainKey(CHANGES);

        person.set("addresses", List.of("2 Main St, Ely"));
        assertThat(written("1.1", person)).containsEntry(CHANGES, List.of("street", "city"));
        assertThat(written("1.3", person)).containsEntry(CHANGES, List.of("address"));

        DynamicObject read = read("1.1", Map.of("street", "1 Main St", "city", "Ely"), "city");
        assertThat(read.changes().fields()).extracting("name").containsExactly("addresses");
    }

    @Test
    void partialObjects_comeThrough() {
        DynamicObject person = TYPE.newObject();
        person.set("name", "Ada");

        assertThat(written("1.0", person)).containsEntry(DATA, Map.of("name", "Ada"));
    }

    @Test
    void whatCannotBeExpressed_failsWithTheReason() {
        assertThatThrownBy(() -> written("1.1", person("nowhere")))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageStartingWith(
                        "[IncompatibleVersion] demo.Person 1.5: the object cannot be expressed before version"
                                + " 1.2: expected the step of version 1.2 to pass but was"
                                + " java.lang.ArrayIndexOutOfBoundsException");
        assertThatThrownBy(() -> written("1.2", person()))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageContaining("at addresses: a value cannot be expressed before version 1.3");
    }

    @Test
    void stepsSeeTheNamesOfTheirVersion_andNoOthers() {
        List<Object> seen = new ArrayList<>();
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Thing");
        define.field("new_name", Types.string().renamedFrom("old_name", "1.2"));
        define.field("gone", Types.longInteger().removedIn("1.2").fill(1L));
        define.field("later", Types.string().since("1.3"));
        ObjectType<DynamicObject> type = define.step(
                        "1.2",
                        values -> {
                            seen.add(values.names());
                            seen.add(catchClass(() -> values.get("later")));
                            seen.add(catchClass(() -> values.get("old_name")));
                            seen.add(catchClass(() -> values.get("gone")));
                            seen.add(catchClass(() -> values.put("gone", "many")));
                            seen.add(catchClass(() -> values.get("new_name", Long.class)));
                            values.put("gone", "12");
                        },
                        values -> {})
                .version("1.3");
        DynamicObject object = type.newObject();
        object.set("new_name", "a");
        object.set("later", "b");

        Map<String, Object> written =
                ObjectCodec.of(ObjectRegistry.of(type)).at("1.1").toPrimitive(object);

        assertThat(written).containsEntry(DATA, Map.of("old_name", "a", "gone", 12L));
        assertThat(seen)
                .containsExactly(
                        List.of("new_name"),
                        UnknownFieldException.class,
                        UnknownFieldException.class,
                        UnsetFieldException.class,
                        InvalidValueException.class,
                        InvalidValueException.class);
    }

    private static Class<?> catchClass(Runnable call) {
        try {
            call.run();
            return Void.class;
        } catch (RuntimeException e) {
            return e.getClass();
        }
    }

    @Test
    void stepsOfATypeWithASecret_tellNothing() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Thing");
        define.field("token", Types.string().secret());
        ObjectType<DynamicObject> type = define.step(
                        "1.1",
                        values -> {
                            throw new IllegalStateException("bad token " + values.get("token"));
                        },
                        values -> {})
                .version("1.1");
        DynamicObject object = type.newObject();
        object.set("token", "hush");

        assertThatThrownBy(
                        () -> ObjectCodec.of(ObjectRegistry.of(type)).at("1.0").toJson(object))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageEndingWith("but was ***")
                .hasNoCause();
    }
}
