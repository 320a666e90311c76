package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.ReadOnlyFieldException;
import org.versionedobjects.ValueChange;
import org.versionedobjects.types.Types;

/** What was declared to have happened to fields shows in what older versions get and in what is made of theirs. */
class HistoryTest {
    private static final String DATA = "versioned_object.data";
    private static final String CHANGES = "versioned_object.changes";

    /** One type with one field {@code x}, beside the field {@code other} that is there from the start. */
    private record OneField(ObjectType<DynamicObject> type, ObjectCodec codec) {
        static OneField of(FieldSpec<?> spec) {
            ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Thing");
            define.field("x", spec);
            define.field("other", Types.string());
            ObjectType<DynamicObject> type = define.version("1.5");
            return new OneField(type, ObjectCodec.of(ObjectRegistry.of(type)));
        }

        DynamicObject with(@Nullable Object value) {
            DynamicObject object = type.newObject();
            object.set("x", value);
            return object;
        }

        @Nullable
        Object written(String version, @Nullable Object value) {
            return data(version, with(value));
        }

        Object data(String version, DynamicObject object) {
            return codec.at(version).toPrimitive(object).get(DATA);
        }

        DynamicObject read(String version, Map<String, ?> data, String... changes) {
            return (DynamicObject) codec.fromPrimitive(Map.of(
                    "versioned_object.name",
                    "Thing",
                    "versioned_object.namespace",
                    "demo",
                    "versioned_object.version",
                    version,
                    DATA,
                    data,
                    CHANGES,
                    List.of(changes)));
        }
    }

    private static final OneField REMOVED =
            OneField.of(Types.longInteger().since("1.1").removedIn("1.3").fill(7L));
    private static final OneField RENAMED =
            OneField.of(Types.longInteger().renamedFrom("b", "1.4").renamedFrom("a", "1.2"));
    private static final OneField CHANGED = OneField.of(Types.longInteger()
            .changedIn(
                    "1.4",
                    Types.string().changedIn("1.2", Types.bool(), "yes"::equals, old -> old ? "yes" : "no"),
                    HistoryTest::word,
                    HistoryTest::number));

    private static String word(long number) {
        return switch ((int) number) {
            case 0 -> "no";
            case 1 -> "yes";
            default -> throw new IllegalArgumentException("no word for " + number);
        };
    }

    private static long number(String word) {
        return word.equals("yes") ? 1 : 0;
    }

    // ---- removed ----

    @Test
    void removedField_isNotInTheNewestVersion() {
        assertThat(REMOVED.type().fields()).extracting("name").containsExactly("other");
        assertThat(REMOVED.type().removedFields()).extracting("name").containsExactly("x");
        assertThat(REMOVED.codec().toPrimitive(REMOVED.type().newObject()).get(DATA))
                .isEqualTo(Map.of());
        assertThat(REMOVED.data("1.3", REMOVED.type().newObject())).isEqualTo(Map.of());
    }

    @Test
    void removedField_olderPeersGetTheFill_butNotAsAChange() {
        DynamicObject object = REMOVED.type().newObject();

        assertThat(REMOVED.codec().at("1.2").toPrimitive(object))
                .containsEntry(DATA, Map.of("x", 7L))
                .doesNotContainKey(CHANGES);
        assertThat(REMOVED.data("1.1", object)).isEqualTo(Map.of("x", 7L));
        assertThat(REMOVED.data("1.0", object)).isEqualTo(Map.of());
    }

    @Test
    void removedField_withoutFill_isLeftOut() {
        OneField removed = OneField.of(Types.longInteger().removedIn("1.3"));

        assertThat(removed.data("1.2", removed.type().newObject())).isEqualTo(Map.of());
    }

    @Test
    void removedField_cannotBeSet_butReadsWhatAnOlderPeerSent_andGivesItBack() {
        DynamicObject read = REMOVED.read("1.2", Map.of("x", 5, "other", "a"), "x", "other");

        assertThat(read.get("x")).isEqualTo(5L);
        assertThat(read.changes().fields()).extracting("name").containsExactly("other");
        assertThat(REMOVED.codec().toPrimitive(read))
                .containsEntry(DATA, Map.of("other", "a"))
                .containsEntry("versioned_object.version", "1.5");
        assertThat(REMOVED.data("1.2", read)).isEqualTo(Map.of("x", 5L, "other", "a"));
        assertThatThrownBy(() -> read.set("x", 6L))
                .isInstanceOf(ReadOnlyFieldException.class)
                .hasMessage("[ReadOnlyField] demo.Thing 1.5 at x: the field was removed in 1.3 and can only be read,"
                        + " from what an older peer sent");
    }

    // ---- renamed ----

    @Test
    void renamedField_hasTheNameOfEachVersion_inDataAndChanges() {
        DynamicObject object = RENAMED.with(3L);

        assertThat(RENAMED.codec().toPrimitive(object)).containsEntry(DATA, Map.of("x", 3L));
        assertThat(RENAMED.codec().at("1.4").toPrimitive(object)).containsEntry(CHANGES, List.of("x"));
        assertThat(RENAMED.codec().at("1.3").toPrimitive(object))
                .containsEntry(DATA, Map.of("b", 3L))
                .containsEntry(CHANGES, List.of("b"));
        assertThat(RENAMED.codec().at("1.1").toPrimitive(object))
                .containsEntry(DATA, Map.of("a", 3L))
                .containsEntry(CHANGES, List.of("a"));
    }

    @Test
    void renamedField_isReadByTheNameOfItsVersion_andNoOther() {
        DynamicObject read = RENAMED.read("1.1", Map.of("a", 3, "x", 4), "a");

        assertThat(read.get("x")).isEqualTo(3L);
        assertThat(read.changes().fields()).extracting("name").containsExactly("x");
    }

    @Test
    void oldName_mayBeTakenByALaterField() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Thing");
        define.field("owner", Types.string().renamedFrom("user", "1.1"));
        define.field("user", Types.longInteger().since("1.2"));
        ObjectType<DynamicObject> type = define.version("1.2");
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(type));
        DynamicObject object = type.newObject();
        object.set("owner", "me");
        object.set("user", 4L);

        assertThat(codec.at("1.0").toPrimitive(object)).containsEntry(DATA, Map.of("user", "me"));
        assertThat(codec.at("1.1").toPrimitive(object)).containsEntry(DATA, Map.of("owner", "me"));
        assertThat(((DynamicObject) codec.fromPrimitive(codec.at("1.0").toPrimitive(object))).get("owner"))
                .isEqualTo("me");
    }

    // ---- changed ----

    @Test
    void changedField_hasTheFormOfEachVersion() {
        assertThat(CHANGED.written("1.4", 1L)).isEqualTo(Map.of("x", 1L));
        assertThat(CHANGED.written("1.3", 1L)).isEqualTo(Map.of("x", "yes"));
        assertThat(CHANGED.written("1.2", 0L)).isEqualTo(Map.of("x", "no"));
        assertThat(CHANGED.written("1.1", 1L)).isEqualTo(Map.of("x", true));
    }

    @Test
    void changedField_isReadInTheFormOfItsVersion() {
        assertThat(CHANGED.read("1.4", Map.of("x", 9)).get("x")).isEqualTo(9L);
        assertThat(CHANGED.read("1.2", Map.of("x", "yes")).get("x")).isEqualTo(1L);
        assertThat(CHANGED.read("1.0", Map.of("x", false)).get("x")).isEqualTo(0L);
        assertThatThrownBy(() -> CHANGED.read("1.0", Map.of("x", 1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("[InvalidValue] demo.Thing 1.5 at x: expected true or false but was 1 (Integer)");
    }

    @Test
    void changedField_whatCannotBeExpressed_failsNamingObjectFieldVersionAndWhy() {
        assertThatThrownBy(() -> CHANGED.written("1.2", 2L))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessage("[IncompatibleVersion] demo.Thing 1.5 at x: a value cannot be expressed before version 1.4:"
                        + " expected a text but was 2 (Long): java.lang.IllegalArgumentException: no word for 2")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changedField_ofASecret_tellsNeitherValueNorCause() {
        OneField secret = OneField.of(CHANGED.type().field("x").spec().secret());

        assertThatThrownBy(() -> secret.written("1.2", 2L))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageEndingWith("but was ***")
                .hasNoCause();
    }

    @Test
    void changedField_nullsNeverReachTheFunctions() {
        OneField bothNullable = OneField.of(Types.longInteger()
                .nullable()
                .changedIn("1.2", Types.string().nullable(), String::valueOf, Long::valueOf));

        assertThat(bothNullable.codec().at("1.1").toJson(bothNullable.with(null)))
                .contains("{\"x\":null}");
        assertThat(bothNullable.codec().fromJson(bothNullable.codec().at("1.1").toJson(bothNullable.with(null))))
                .hasToString("Thing 1.5{x=null}");
    }

    @Test
    void changedField_nullThatOlderPeersDoNotKnow_failsUnlessSomethingStandsForIt() {
        OneField newerNull = OneField.of(
                Types.longInteger().nullable().changedIn("1.2", Types.string(), String::valueOf, Long::valueOf));
        OneField replaced = OneField.of(Types.longInteger()
                .nullable()
                .changedIn(
                        "1.2",
                        ValueChange.<@Nullable Long, String>of(Types.string(), String::valueOf, Long::valueOf)
                                .nullDown("none")));

        assertThatThrownBy(() -> newerNull.written("1.1", null))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageContaining(
                        "at x: a value cannot be expressed before version 1.2: expected a text but was null");
        assertThat(replaced.written("1.1", null)).isEqualTo(Map.of("x", "none"));
    }

    @Test
    void changedField_nullThatNewerVersionsDoNotKnow_becomesWhatIsSaid() {
        OneField replaced = OneField.of(Types.longInteger()
                .changedIn(
                        "1.2",
                        ValueChange.<Long, @Nullable String>of(
                                        Types.string().nullable(), String::valueOf, Long::valueOf)
                                .nullUp(-1L)));
        java.util.Map<String, @Nullable Object> data = new java.util.HashMap<>();
        data.put("x", null);

        assertThat(replaced.read("1.1", data).get("x")).isEqualTo(-1L);
        assertThat(replaced.read("1.1", Map.of("x", "4")).get("x")).isEqualTo(4L);
    }

    // ---- all at once ----

    @Test
    void changedRenamedAndRemovedField_hasAllOfIt() {
        OneField all = OneField.of(Types.longInteger()
                .since("1.1")
                .changedIn("1.2", Types.string(), String::valueOf, Long::valueOf)
                .renamedFrom("old", "1.3")
                .removedIn("1.4")
                .fill(5L));
        DynamicObject object = all.type().newObject();

        assertThat(all.data("1.4", object)).isEqualTo(Map.of());
        assertThat(all.data("1.3", object)).isEqualTo(Map.of("x", 5L));
        assertThat(all.data("1.2", object)).isEqualTo(Map.of("old", 5L));
        assertThat(all.data("1.1", object)).isEqualTo(Map.of("old", "5"));
        assertThat(all.data("1.0", object)).isEqualTo(Map.of());
        assertThat(all.read("1.1", Map.of("old", "8")).get("x")).isEqualTo(8L);
    }

    @Test
    void writing_leavesTheObjectAsItWas() {
        DynamicObject object = CHANGED.with(1L);
        String before = object + " " + object.changes();

        CHANGED.codec().at("1.0").toJson(object);

        assertThat(object + " " + object.changes()).isEqualTo(before);
    }

    @Test
    void schema_ofAnOlderVersion_hasItsNamesAndForms() {
        assertThat(CHANGED.codec().schema(CHANGED.type(), "1.1").toJson()).contains("\"x\":{\"type\":\"boolean\"}");
        assertThat(RENAMED.codec().schema(RENAMED.type(), "1.1").complete().toJson())
                .contains(
                        "\"a\":{\"type\":\"integer\"", "\"required\":[\"a\",\"other\"]", "\"enum\":[\"a\",\"other\"]");
        assertThat(REMOVED.codec().schema(REMOVED.type()).toJson()).doesNotContain("\"x\"");
    }
}
