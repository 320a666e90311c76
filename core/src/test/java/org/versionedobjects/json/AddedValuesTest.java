package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldType;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.Types;

/** Values that came later, of enums and of names, wherever they stand. */
class AddedValuesTest {
    private static final String DATA = "versioned_object.data";

    enum Colour {
        RED,
        PINK,
        PURPLE,
        GOLD,
        OTHER
    }

    enum Kind {
        ENUM,
        NAMES;

        FieldType<?> colour() {
            return switch (this) {
                case ENUM ->
                    Types.enumOf(Colour.class)
                            .added("1.2", Colour.PINK, Colour.RED)
                            .added("1.3", Colour.PURPLE, Colour.PINK)
                            .added("1.4", Colour.GOLD)
                            .unknownAs(Colour.OTHER);
                case NAMES ->
                    Types.oneOf("RED", "PINK", "PURPLE", "GOLD", "OTHER")
                            .added("1.2", "PINK", "RED")
                            .added("1.3", "PURPLE", "PINK")
                            .added("1.4", "GOLD")
                            .unknownAs("OTHER");
            };
        }

        FieldType<?> all() {
            return all(colour());
        }

        private static <T> FieldType<?> all(FieldType<T> colour) {
            return Types.mapOf(Types.listOf(colour.nullable()));
        }

        FieldType<?> some() {
            return Types.setOf(colour());
        }

        Object value(String name) {
            return this == ENUM ? Colour.valueOf(name) : name;
        }

        ObjectType<DynamicObject> type() {
            ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Thing");
            define.field("colour", colour());
            define.field("all", all());
            define.field("some", some());
            return define.version("1.4");
        }
    }

    private static @Nullable Object written(Kind kind, String version, String field, Object value) {
        ObjectType<DynamicObject> type = kind.type();
        DynamicObject object = type.newObject();
        object.set(field, value);
        Object data = ObjectCodec.of(ObjectRegistry.of(type))
                .at(version)
                .toPrimitive(object)
                .get(DATA);
        return ((Map<?, ?>) data).get(field);
    }

    @ParameterizedTest
    @EnumSource
    void olderPeers_getWhatStandsForIt_stepByStep(Kind kind) {
        Object purple = kind.value("PURPLE");

        assertThat(written(kind, "1.4", "colour", purple)).isEqualTo("PURPLE");
        assertThat(written(kind, "1.3", "colour", purple)).isEqualTo("PURPLE");
        assertThat(written(kind, "1.2", "colour", purple)).isEqualTo("PINK");
        assertThat(written(kind, "1.1", "colour", purple)).isEqualTo("RED");
        assertThat(written(kind, "1.0", "colour", kind.value("OTHER"))).isEqualTo("OTHER");
    }

    @ParameterizedTest
    @EnumSource
    void olderPeers_getItInsideOfCollections(Kind kind) {
        Object purple = kind.value("PURPLE");

        assertThat(written(kind, "1.2", "all", Map.of("a", java.util.Arrays.asList(purple, null))))
                .isEqualTo(Map.of("a", java.util.Arrays.asList("PINK", null)));
        assertThat(written(kind, "1.2", "some", Set.of(purple))).isEqualTo(List.of("PINK"));
    }

    @ParameterizedTest
    @EnumSource
    void olderPeers_getASetWithoutDoubles_whereTwoValuesBecomeOne(Kind kind) {
        Object red = kind.value("RED");
        Object pink = kind.value("PINK");
        Object other = kind.value("OTHER");
        Set<?> some = Set.of(kind.value("PURPLE"), pink, other, red);

        assertThat((List<?>) written(kind, "1.2", "some", some))
                .isEqualTo(written(kind, "1.2", "some", Set.of(pink, other, red)))
                .hasSize(3);
        assertThat((List<?>) written(kind, "1.1", "some", some))
                .isEqualTo(written(kind, "1.1", "some", Set.of(other, red)))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void olderPeers_valueWithoutAStandIn_isRefusedWithTheCure(Kind kind) {
        assertThatThrownBy(() -> written(kind, "1.3", "all", Map.of("a", List.of(kind.value("GOLD")))))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageStartingWith(
                        "[IncompatibleVersion] demo.Thing 1.4 at all[\"a\"][0]: the value was added in 1.4:"
                                + " expected a value that version 1.3 has but was ")
                .hasMessageContaining("say what older peers get");
    }

    @ParameterizedTest
    @EnumSource
    void unknownNames_areReadAsTheOneForThem_butCannotBeSet(Kind kind) {
        ObjectType<DynamicObject> type = kind.type();
        DynamicObject read = (DynamicObject) ObjectCodec.of(ObjectRegistry.of(type))
                .fromJson(Sample.envelope("Thing", "1.4", "{\"colour\": \"MAUVE\"}")
                        .replace("placement", "demo"));

        assertThat(read.get("colour")).isEqualTo(kind.value("OTHER"));
        assertThatThrownBy(() -> read.set("colour", "MAUVE")).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @EnumSource
    void schema_ofAnOlderVersion_hasItsValuesOnly(Kind kind) {
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(kind.type()));
        ObjectType<?> type = codec.registry().types().get(0);

        assertThat(codec.schema(type, "1.2").toJson()).contains("\"enum\":[\"RED\",\"PINK\",\"OTHER\"]");
        assertThat(codec.schema(type).toJson()).contains("\"enum\":[\"RED\",\"PINK\",\"PURPLE\",\"GOLD\",\"OTHER\"]");
    }
}
