package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.JsonSchemas;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.types.Types;

class JsonSchemaTest {
    private static final ObjectCodec CODEC = Sample.CODEC;

    @SuppressWarnings("unchecked") // schemas are maps
    private static Map<String, Object> in(Map<String, Object> schema, String key) {
        return (Map<String, Object>) schema.get(key);
    }

    private static Map<String, Object> definition(JsonSchema schema, String name) {
        return in(in(schema.toPrimitive(), "$defs"), name);
    }

    private static Map<String, Object> part(Map<String, Object> schema, String key) {
        return in(in(schema, "properties"), key);
    }

    private static Map<String, Object> data(JsonSchema schema, String name) {
        return part(definition(schema, name), "versioned_object.data");
    }

    /** Returns the schema of a field of a type, alone. */
    private static Object of(FieldType<?> fieldType) {
        return of(FieldSpec.of(fieldType));
    }

    private static Object of(FieldSpec<?> spec) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Holder");
        define.field("value", spec);
        ObjectType<DynamicObject> type = define.version("1.0");
        JsonSchema schema = ObjectCodec.of(ObjectRegistry.of(type)).schema(type);
        return in(data(schema, "demo.Holder@1.0"), "properties").get("value");
    }

    @Test
    void schema_ofObjectWithAllFields_acceptsWhatIsWritten() {
        String schema = CODEC.schema(Sample.Consumer.TYPE).complete().toJson();
        Sample.Consumer consumer = Sample.consumer();
        consumer.set(Sample.Consumer.PARENT, Sample.consumer());

        assertThat(JsonSchemas.errors(schema, CODEC.toJson(consumer)))
                .singleElement()
                .asString()
                .as("the parent of the parent, which is not set")
                .startsWith("/versioned_object.data/parent/versioned_object.data:");
    }

    @Test
    void schema_partial_acceptsObjectWithoutFields() {
        String schema = CODEC.schema(Sample.Consumer.TYPE).toJson();

        assertThat(JsonSchemas.errors(schema, CODEC.toJson(new Sample.Consumer())))
                .isEmpty();
    }

    @Test
    void schema_complete_demandsWhatIsNotNullable() {
        Map<String, Object> data = data(CODEC.schema(Sample.Project.TYPE).complete(), "placement.Project@1.2");

        assertThat(data.get("required")).isEqualTo(List.of("external_id", "name"));
    }

    @Test
    void schema_ofOlderVersion_hasItsFieldsAndItsChildren() {
        ObjectCodec older = CODEC.forPeer(VersionManifest.of("Consumer", "1.0").with("Project", "1.1"));
        JsonSchema schema = older.schema(Sample.Consumer.TYPE);

        assertThat(in(data(schema, "placement.Consumer@1.0"), "properties").keySet())
                .contains("id")
                .doesNotContain("type_id", "created_at");
        assertThat(in(data(schema, "placement.Project@1.1"), "properties")).containsOnlyKeys("external_id");
        assertThat(part(definition(schema, "placement.Consumer@1.0"), "versioned_object.version"))
                .isEqualTo(Map.of("const", "1.0"));
    }

    @Test
    void schema_ofOlderVersion_namesItsFieldsInChanges() {
        Map<String, Object> project = definition(CODEC.schema(Sample.Project.TYPE, "1.1"), "placement.Project@1.1");

        assertThat(part(project, "versioned_object.changes"))
                .isEqualTo(
                        Map.of("type", "array", "items", Map.of("enum", List.of("external_id")), "uniqueItems", true));
    }

    @Test
    void schema_whereNobodyKnowsTheVersionOfAChild_isRefused() {
        assertThatThrownBy(() -> CODEC.schema(Sample.Consumer.TYPE, "1.1"))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageContaining("nobody says which version of placement.Project");
    }

    @Test
    void schema_aboveTheTypesVersion_isRefused() {
        assertThatThrownBy(() -> CODEC.schema(Sample.Project.TYPE, "1.3"))
                .isInstanceOf(IncompatibleVersionException.class);
    }

    @Test
    void schema_ofUnregisteredType_isRefused() {
        ObjectType<DynamicObject> stranger =
                ObjectType.dynamic("demo", "Stranger").version("1.0");

        assertThatThrownBy(() -> CODEC.schema(stranger)).isInstanceOf(UnknownObjectException.class);
    }

    @Test
    void schema_hasTheKeysOfTheSerialNamespace() {
        ObjectCodec codec =
                ObjectCodec.builder(Sample.REGISTRY).serialNamespace("acme").build();
        JsonSchema schema = codec.schema(Sample.Project.TYPE);

        assertThat(definition(schema, "placement.Project@1.2").get("required"))
                .isEqualTo(List.of("acme.name", "acme.namespace", "acme.version", "acme.data"));
    }

    @Test
    void schema_ofTypeThatHoldsItself_refersToItself() {
        Map<String, Object> data = data(CODEC.schema(Sample.Consumer.TYPE), "placement.Consumer@1.2");

        assertThat(part(data, "parent")).isEqualTo(Map.of("$ref", "#/$defs/placement.Consumer@1.2"));
    }

    @Test
    void schema_ofFieldWithSubtypes_acceptsEachOfThem() {
        ObjectType<DynamicObject> shape = ObjectType.dynamic("demo", "Shape").version("1.0");
        ObjectType<DynamicObject> circle =
                ObjectType.dynamicExtending(shape, "demo", "Circle").version("1.3");
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Drawing");
        define.field("shape", Types.object("demo", "Shape").orSubtypes());
        ObjectType<DynamicObject> drawing = define.version("1.0");
        JsonSchema schema =
                ObjectCodec.of(ObjectRegistry.of(drawing, shape, circle)).schema(drawing);

        assertThat((List<?>) part(data(schema, "demo.Drawing@1.0"), "shape").get("anyOf"))
                .extracting(String::valueOf)
                .containsExactlyInAnyOrder("{$ref=#/$defs/demo.Shape@1.0}", "{$ref=#/$defs/demo.Circle@1.3}");
    }

    @Test
    void schema_ofTypesNamedAlike_keepsThemApart() {
        ObjectType<DynamicObject> one = ObjectType.dynamic("a.b", "c").version("1.0");
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("a", "b.c");
        define.field("other", Types.object("a.b", "c"));
        ObjectType<DynamicObject> two = define.version("1.0");
        JsonSchema schema = ObjectCodec.of(ObjectRegistry.of(one, two)).schema(two);

        assertThat(in(schema.toPrimitive(), "$defs")).hasSize(2);
        assertThat(JsonSchemas.errors(schema.toJson(), CODEC.toJson(new Sample.Project())))
                .isNotEmpty();
    }

    @Test
    void schema_ofNamesBeyondAscii_isFoundByTheValidator() {
        ObjectType<DynamicObject> type = ObjectType.dynamic("démo", "Größe").version("1.0");
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(type));

        assertThat(JsonSchemas.errors(codec.schema(type).toJson(), codec.toJson(type.newObject())))
                .isEmpty();
    }

    @Test
    void toJson_isTheSameEachTime() {
        assertThat(CODEC.schema(Sample.Consumer.TYPE).toJson())
                .startsWith("{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\","
                        + "\"$ref\":\"#/$defs/placement.Consumer@1.2\",\"$defs\":{\"placement.Consumer@1.2\":{")
                .isEqualTo(ObjectCodec.of(Sample.REGISTRY)
                        .schema(Sample.Consumer.TYPE)
                        .toJson());
    }

    @Test
    void field_thatIsReadOnly_saysSo() {
        assertThat(of(Types.bool().readOnly())).isEqualTo(Map.of("type", "boolean", "readOnly", true));
    }

    @Test
    void text_tellsLengthsAndPattern() {
        assertThat(of(Types.string().minLength(1).maxLength(5).matching("[a-z]+|x{2,3}")))
                .isEqualTo(Map.of("type", "string", "minLength", 1, "maxLength", 5, "pattern", "^(?:[a-z]+|x{2,3})$"));
    }

    @Test
    void text_withSeveralPatterns_tellsAll() {
        assertThat(of(Types.string().matching("a.*").matching(".*b")))
                .isEqualTo(Map.of(
                        "type",
                        "string",
                        "allOf",
                        List.of(Map.of("pattern", "^(?:a.*)$"), Map.of("pattern", "^(?:.*b)$"))));
    }

    @Test
    void text_withPatternOfJavaOnly_tellsNone() {
        List<String> regexes =
                List.of("(?i)a", "a++", "\\p{Alpha}", "[a-z&&[^b]]", "(?<!a)b", "\\s", "\\Qa\\E", "a|^b");

        assertThat(regexes)
                .extracting(regex -> of(Types.string().matching(regex)))
                .containsOnly(Map.of("type", "string"));
    }

    @Test
    void number_tellsBounds() {
        assertThat(of(Types.integer().atLeast(3)))
                .isEqualTo(Map.of("type", "integer", "minimum", 3, "maximum", Integer.MAX_VALUE));
        assertThat(of(Types.floatingPoint().between(0.5, 2.0)))
                .isEqualTo(Map.of("type", "number", "minimum", 0.5, "maximum", 2.0));
    }

    @Test
    void choice_tellsNames_openOneDoesNot() {
        assertThat(of(Types.oneOf("low", "high"))).isEqualTo(Map.of("type", "string", "enum", List.of("low", "high")));
        assertThat(of(Types.oneOf("low", "high").open())).isEqualTo(Map.of("type", "string"));
    }

    @Test
    void collections_tellElements() {
        assertThat(of(Types.mapOf(Types.setOf(Types.bool().nullable()))))
                .isEqualTo(Map.of(
                        "type",
                        "object",
                        "additionalProperties",
                        Map.of(
                                "type",
                                "array",
                                "items",
                                Map.of("type", List.of("boolean", "null")),
                                "uniqueItems",
                                true)));
    }

    @Test
    void nullable_ofEnumAndOfObject_isAChoice() {
        Map<String, String> nothing = Map.of("type", "null");

        assertThat(of(Types.oneOf("low").nullable()))
                .isEqualTo(Map.of("anyOf", List.of(Map.of("type", "string", "enum", List.of("low")), nothing)));
        assertThat(part(data(CODEC.schema(Sample.Consumer.TYPE), "placement.Consumer@1.2"), "project"))
                .isEqualTo(Map.of("anyOf", List.of(Map.of("$ref", "#/$defs/placement.Project@1.2"), nothing)));
    }

    @Test
    void mapped_isAsItsBase() {
        assertThat(of(Types.mapped(Types.bool(), "a switch", String::valueOf, Boolean::valueOf)))
                .isEqualTo(Map.of("type", "boolean"));
    }

    /** A type of an application's own that says nothing of its schema. */
    private record Silent() implements FieldType<String> {
        @Override
        public String describe() {
            return "anything";
        }

        @Override
        public String accept(String value) {
            return value;
        }

        @Override
        public String coerce(@Nullable Object value) {
            return String.valueOf(value);
        }

        @Override
        public void write(String value, ValueWriter out) {
            out.writeText(value);
        }

        @Override
        public String read(ValueReader in) {
            return in.readText();
        }
    }

    @Test
    void typeThatSaysNothing_takesAnything() {
        assertThat(of(new Silent())).isEqualTo(true);
        assertThat(of(Types.listOf(new Silent().nullable()))).isEqualTo(Map.of("type", "array", "items", true));
    }

    @Test
    void bytes_tellTheirEncoding() {
        assertThat(of(Types.bytes()))
                .isEqualTo(
                        Map.of("type", "string", "pattern", "^(?:[A-Za-z0-9+/]*={0,2})$", "contentEncoding", "base64"));
    }

    @Test
    void texts_tellTheirFormats() {
        assertThat(List.of(Types.uuid(), Types.instant(), Types.date(), Types.uri(), Types.ipv4Address()))
                .extracting(type -> ((Map<?, ?>) of(type)).get("format"))
                .isEqualTo(List.of("uuid", "date-time", "date", "iri-reference", "ipv4"));
    }
}
