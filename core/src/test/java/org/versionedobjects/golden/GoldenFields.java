package org.versionedobjects.golden;

import java.util.List;
import java.util.Map;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.NestedType;
import org.versionedobjects.Profile;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.ChoiceType;
import org.versionedobjects.types.Types;

/** oslo's fields as ours: the one table of which of our types stands for which of oslo's classes. */
final class GoldenFields {
    private GoldenFields() {}

    static FieldSpec<?> spec(Map<String, Object> owner, String name, Map<String, Object> field, String since) {
        FieldType<?> type = type(owner, name, field);
        FieldType<?> nullable = Boolean.TRUE.equals(field.get("nullable")) ? type.nullable() : type;
        FieldSpec<?> spec = withDefault(nullable, field);
        FieldSpec<?> sinceThen = since == null ? spec : spec.since(since);
        return Boolean.TRUE.equals(field.get("read_only")) ? sinceThen.readOnly() : sinceThen;
    }

    /** The default is coerced when it is declared, as oslo does when it is used; one that cannot be stays as it is. */
    private static <T> FieldSpec<T> withDefault(FieldType<T> type, Map<String, Object> field) {
        if (!field.containsKey("default")) {
            return FieldSpec.of(type);
        }
        Object given = GoldenValues.plain(field.get("default"));
        try {
            return type.defaultsTo(given == null ? null : type.coerce(given, Profile.OSLO));
        } catch (RuntimeException e) {
            return illegalDefault(type);
        }
    }

    private static <T> FieldSpec<T> illegalDefault(FieldType<T> type) {
        return type.defaultsTo(null);
    }

    private static FieldType<?> type(Map<String, Object> owner, String name, Map<String, Object> field) {
        String fieldClass = (String) field.get("class");
        return switch (fieldClass) {
            case "StringField" -> Types.string();
            case "SensitiveStringField" -> Types.secretString();
            case "VersionPredicateField" -> Types.versionPredicate();
            case "EnumField", "StateMachine" -> choice(field);
            case "UUIDField" -> Types.uuid();
            case "MACAddressField" -> Types.macAddress();
            case "PCIAddressField" -> Types.pciAddress();
            case "IntegerField" -> Types.bigInteger();
            case "NonNegativeIntegerField" -> Types.bigInteger().nonNegative();
            case "FloatField" -> Types.floatingPoint();
            case "NonNegativeFloatField" -> Types.floatingPoint().nonNegative();
            case "BooleanField" -> Types.bool();
            case "FlexibleBooleanField" -> Types.flexibleBool();
            case "DateTimeField" ->
                Boolean.FALSE.equals(field.get("tzinfo_aware")) ? Types.localDateTime() : Types.offsetDateTime();
            case "IPAddressField", "IPV4AndV6AddressField" -> Types.ipAddress();
            case "IPV4AddressField" -> Types.ipv4Address();
            case "IPV6AddressField" -> Types.ipv6Address();
            case "IPNetworkField" -> Types.ipNetwork();
            case "IPV4NetworkField" -> Types.ipv4Network();
            case "IPV6NetworkField" -> Types.ipv6Network();
            case "ObjectField" -> object(owner, name, field);
            case "ListOfObjectsField" -> Types.listOf(object(owner, name, field));
            case "ListOfEnumField" -> Types.listOf(choice(field));
            default -> collection(fieldClass);
        };
    }

    private static FieldType<?> collection(String fieldClass) {
        return switch (fieldClass) {
            case "ListOfStringsField" -> Types.listOf(Types.string());
            case "ListOfIntegersField" -> Types.listOf(Types.bigInteger());
            case "ListOfUUIDField" -> Types.listOf(Types.uuid());
            case "ListOfListsOfStringsField" -> Types.listOf(Types.listOf(Types.string()));
            case "ListOfSetsOfIntegersField" -> Types.listOf(Types.setOf(Types.bigInteger()));
            case "ListOfDictOfNullableStringsField" ->
                Types.listOf(Types.mapOf(Types.string().nullable()));
            case "DictOfStringsField" -> Types.mapOf(Types.string());
            case "DictOfNullableStringsField" -> Types.mapOf(Types.string().nullable());
            case "DictOfIntegersField" -> Types.mapOf(Types.bigInteger());
            case "DictOfListOfStringsField" -> Types.mapOf(Types.listOf(Types.string()));
            case "DictOfSetOfIntegersField" -> Types.mapOf(Types.setOf(Types.bigInteger()));
            case "SetOfIntegersField" -> Types.setOf(Types.bigInteger());
            case "SetOfStringsField" -> Types.setOf(Types.string());
            default -> throw new IllegalArgumentException("There is no type for a " + fieldClass);
        };
    }

    private static FieldType<String> choice(Map<String, Object> field) {
        Object values = field.get("valid_values");
        List<?> listed = values instanceof List<?> list ? list : List.of(values);
        ChoiceType type = Types.oneOf(listed.stream().map(String::valueOf).toArray(String[]::new));
        Map<?, ?> transitions = (Map<?, ?>) field.getOrDefault("allowed_transitions", Map.of());
        for (Map.Entry<?, ?> rule : transitions.entrySet()) {
            String[] to =
                    ((List<?>) rule.getValue()).stream().map(String::valueOf).toArray(String[]::new);
            type = type.transition((String) rule.getKey(), to);
        }
        return type;
    }

    private static NestedType<VersionedObject> object(
            Map<String, Object> owner, String name, Map<String, Object> field) {
        NestedType<VersionedObject> type = Types.object(GoldenClasses.namespace(owner), (String) field.get("objtype"));
        NestedType<VersionedObject> withTable = GoldenClasses.children(type, owner, name);
        return Boolean.TRUE.equals(field.get("subclasses")) ? withTable.orSubtypes() : withTable;
    }
}
