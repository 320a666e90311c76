package org.versionedobjects.docs;

import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldType;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;

/** A row of the guide's table of field types: what the page says of one factory, and the values that prove it. */
record FieldTypeRow(
        String factory,
        String example,
        FieldType<?> type,
        Class<?> javaClass,
        String javaType,
        Said takes,
        Object refused,
        String wire,
        String equality,
        Object same,
        Object other,
        String osloText,
        @Nullable Said oslo,
        @Nullable String osloWire) {

    /** What coercion takes, in words, with one value and what is stored for it. */
    record Said(String text, Object given, Object stored) {
        String cell() {
            return text + ": " + code(show(given))
                    + (show(given).equals(show(stored)) ? "" : " → " + code(show(stored)));
        }
    }

    /** Starts a row; {@code factory} is the method with its parameter types, the example follows {@code Types.}. */
    static FieldTypeRow of(String factory, String example, FieldType<?> type, Class<?> javaClass) {
        Said nothing = new Said("", "", "");
        return new FieldTypeRow(
                factory,
                example,
                type,
                javaClass,
                javaClass.getSimpleName(),
                nothing,
                "",
                "",
                "",
                "",
                "",
                "",
                null,
                null);
    }

    FieldTypeRow generic(String parameters) {
        return new FieldTypeRow(
                factory,
                example,
                type,
                javaClass,
                javaType + parameters,
                takes,
                refused,
                wire,
                equality,
                same,
                other,
                osloText,
                oslo,
                osloWire);
    }

    FieldTypeRow takes(String text, Object given, Object stored) {
        return new FieldTypeRow(
                factory,
                example,
                type,
                javaClass,
                javaType,
                new Said(text, given, stored),
                refused,
                wire,
                equality,
                same,
                other,
                osloText,
                oslo,
                osloWire);
    }

    FieldTypeRow refuses(Object value) {
        return new FieldTypeRow(
                factory, example, type, javaClass, javaType, takes, value, wire, equality, same, other, osloText, oslo,
                osloWire);
    }

    FieldTypeRow wire(String json) {
        return new FieldTypeRow(
                factory, example, type, javaClass, javaType, takes, refused, json, equality, same, other, osloText,
                oslo, osloWire);
    }

    /** Says when two values are the same: the one stored with the first of these, not with the second. */
    FieldTypeRow equal(String text, Object asThis, Object notAsThis) {
        return new FieldTypeRow(
                factory, example, type, javaClass, javaType, takes, refused, wire, text, asThis, notAsThis, osloText,
                oslo, osloWire);
    }

    /** Says that under the profile OSLO nothing else is accepted. */
    FieldTypeRow osloSame(String text) {
        return new FieldTypeRow(
                factory, example, type, javaClass, javaType, takes, refused, wire, equality, same, other, text, null,
                null);
    }

    /** Says what the profile OSLO accepts that is refused otherwise, or makes of it. */
    FieldTypeRow oslo(String text, Object given, Object stored) {
        return new FieldTypeRow(
                factory,
                example,
                type,
                javaClass,
                javaType,
                takes,
                refused,
                wire,
                equality,
                same,
                other,
                text,
                new Said(text, given, stored),
                null);
    }

    FieldTypeRow osloWire(String json) {
        return new FieldTypeRow(
                factory, example, type, javaClass, javaType, takes, refused, wire, equality, same, other, osloText,
                oslo, json);
    }

    String asciidoc() {
        String underOslo =
                (oslo == null ? osloText : oslo.cell()) + (osloWire == null ? "" : "; on the wire " + code(osloWire));
        return String.join(
                        "\n|",
                        "|" + code(example),
                        code(javaType),
                        takes.cell(),
                        code(show(refused)),
                        code(wire),
                        equality,
                        underOslo)
                + "\n";
    }

    private static String code(String text) {
        return "`+" + text + "+`";
    }

    /** Returns a value as the page shows it: texts in quotes, all else as Java's text of it. */
    static String show(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return "\"" + text + "\"";
        }
        if (value instanceof byte[] bytes) {
            return "bytes " + HexFormat.ofDelimiter(" ").formatHex(bytes);
        }
        if (value instanceof VersionedObject object) {
            return "a " + object.objectType().name();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> show(entry.getKey()) + ": " + show(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(FieldTypeRow::show).collect(Collectors.joining(", ", "[", "]"));
        }
        return String.valueOf(value);
    }

    /** Returns what stands on the wire for a value, through the codec; of an envelope only how it begins. */
    String written(Object value, Profile profile) {
        Map<?, ?> envelope = codec(profile).toPrimitive(holder(value, profile));
        Object primitive = ((Map<?, ?>) envelope.get("versioned_object.data")).get("value");
        if (primitive instanceof Map<?, ?> map && map.containsKey("versioned_object.name")) {
            return "{\"versioned_object.name\": " + show(map.get("versioned_object.name")) + ", …}";
        }
        return show(primitive);
    }

    /** Returns the value after a way over the wire. */
    Object sentAndRead(Object value) {
        ObjectCodec codec = codec(Profile.STRICT);
        VersionedObject read = codec.fromJson(codec.toJson(holder(value, Profile.STRICT)));
        return new LinkedHashMap<>(read.byName().asMap()).get("value");
    }

    private DynamicObject holder(Object value, Profile profile) {
        DynamicObject holder =
                HOLDERS.computeIfAbsent(example, key -> holderType()).newObject();
        holder.byName(profile).set("value", value);
        return holder;
    }

    private static final Map<String, ObjectType<DynamicObject>> HOLDERS = new LinkedHashMap<>();

    private ObjectType<DynamicObject> holderType() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("docs", "Holder");
        define.field("value", type);
        return define.version("1.0");
    }

    private ObjectCodec codec(Profile profile) {
        ObjectRegistry registry = ObjectRegistry.of(
                HOLDERS.computeIfAbsent(example, key -> holderType()),
                Models.Project.TYPE,
                FieldTypeTableTest.PROJECTS);
        return ObjectCodec.builder(registry).profile(profile).build();
    }
}
