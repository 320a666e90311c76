package org.versionedobjects.golden;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.Types;

/** An object with a field of each type that oslo does not have, bare, in each collection, nullable and secret. */
public final class OwnTypes {
    private static final Map<String, FieldType<?>> SCALARS = Map.ofEntries(
            Map.entry("integer", Types.integer()),
            Map.entry("long", Types.longInteger()),
            Map.entry("decimal", Types.decimal()),
            Map.entry("json", Types.json()),
            Map.entry("instant", Types.instant()),
            Map.entry("date", Types.date()),
            Map.entry("duration", Types.duration()),
            Map.entry("bytes", Types.bytes()),
            Map.entry("uri", Types.uri()),
            Map.entry("unit", Types.enumOf(TimeUnit.class)));

    public static final ObjectType<DynamicObject> TYPE = type();

    private OwnTypes() {}

    private static ObjectType<DynamicObject> type() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("fuzz", "Own");
        SCALARS.forEach((name, type) -> addFields(define, name, type));
        define.field("self", Types.object("fuzz", "Own").nullable());
        define.field("selves", Types.mapOf(Types.listOf(Types.object("fuzz", "Own"))));
        return define.version("1.3");
    }

    private static <T> void addFields(ObjectType.Definition<DynamicObject> define, String name, FieldType<T> type) {
        define.field(name, type.nullable());
        define.field(name + "s", Types.listOf(type));
        define.field(name + "_set", Types.setOf(type.nullable()));
        define.field(name + "_map", Types.mapOf(type).since("1.2"));
        define.field(name + "_secret", FieldSpec.of(type).secret());
    }

    /** Returns envelopes with a legal value in each field. */
    static List<String> envelopes() {
        return List.of(
                envelope("""
                    "integer": 1, "long": -2, "decimal": "1.50", "json": {"a": [1, 2.5, null, true, "x"]},
                    "instant": "2026-11-24T10:00:00Z", "date": "2026-11-24", "duration": "PT1.5S", "bytes": "AAEC",
                    "uri": "https://example.org/a?b#c", "unit": "DAYS", "self": null"""),
                envelope("""
                    "integers": [1], "long_set": [null, 2, 1], "decimal_map": {"a": "1E+3"}, "json_secret": [[]],
                    "instant_set": ["2026-11-24T10:00:00.5Z"], "dates": ["-0001-01-01"], "durations": ["PT-1H"],
                    "bytes_set": ["", "AA=="], "uris": ["urn:x:y"], "unit_map": {"b": "HOURS", "a": "DAYS"}"""),
                envelope("\"self\": " + envelope("\"json\": null") + ", \"selves\": {\"a\": [" + envelope("") + "]}"));
    }

    private static String envelope(String data) {
        return """
            {"versioned_object.name": "Own", "versioned_object.namespace": "fuzz", "versioned_object.version": "1.3",
            "versioned_object.data": {%s}, "versioned_object.changes": ["json"]}""".formatted(data);
    }
}
