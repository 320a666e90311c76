package org.versionedobjects.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.versionedobjects.JsonSchemas;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.json.ObjectCodec;

/** The schema of each of oslo's fields accepts and refuses the same primitives as ours, or differs as listed here. */
class GoldenSchemasTest {
    private static final Map<String, String> DELIBERATE = Map.of(
            // OVO-122: null is not among the values of a nullable enum
            "fields/EnumField[nullable=true][valid_values=[\"low\", \"high\"]]", "[null]",
            // OVO-122: the choices of the pattern are not anchored, so that texts that start like an address pass
            "fields/IPV6NetworkField", "[2001:db8::1, 2001:db8::/129]");

    @TestFactory
    Stream<DynamicTest> fields() {
        return GoldenFiles.read("fields").stream()
                .filter(entry -> schema(entry) != null && !schema(entry).containsKey("error"))
                .filter(entry -> !(schema(entry).get("enum") instanceof String)) // which is no schema
                .map(entry -> DynamicTest.dynamicTest((String) entry.get("id"), () -> check(entry)));
    }

    @SuppressWarnings("unchecked") // a schema is a map
    private static Map<String, Object> schema(Map<String, Object> entry) {
        return (Map<String, Object>) entry.get("json_schema");
    }

    @SuppressWarnings("unchecked") // a field is a map
    private static void check(Map<String, Object> entry) {
        Map<String, Object> field = new LinkedHashMap<>((Map<String, Object>) entry.get("field"));
        field.remove("default"); // no schema accepts more or less for it, and some are not legal
        GoldenClasses classes = GoldenClasses.holding(field, Map.of());
        ObjectType<?> holder = classes.require("Holder");
        ObjectCodec codec =
                ObjectCodec.builder(classes.registry()).profile(Profile.OSLO).build();
        Map<String, Object> ours = codec.schema(holder).toPrimitive();
        List<Object> differing = SchemaPair.VALUES.stream()
                .filter(each -> JsonSchemas.acceptsStrictly(SchemaPair.draft4(schema(entry)), each)
                        != JsonSchemas.acceptsStrictly(ours, envelope(codec, holder, each)))
                .toList();

        assertThat(differing.toString()).isEqualTo(DELIBERATE.getOrDefault((String) entry.get("id"), "[]"));
    }

    private static Map<String, Object> envelope(ObjectCodec codec, ObjectType<?> holder, Object value) {
        Map<String, Object> envelope = new LinkedHashMap<>(codec.toPrimitive(holder.newObject()));
        envelope.put("versioned_object.data", Collections.singletonMap("f", value));
        return envelope;
    }
}
