package org.versionedobjects.golden;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.NestedType;
import org.versionedobjects.ObjectList;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/** nova's objects as dynamic types, made from their schemas. */
public final class NovaClasses {
    private static final String NAMESPACE = "nova";

    private final Map<String, Map<String, Object>> schemas = new LinkedHashMap<>();
    private final ObjectRegistry registry;

    public NovaClasses() {
        NovaFiles.names().forEach(name -> schemas.put(name, asMap(NovaFiles.read("schemas/" + name + ".json"))));
        List<ObjectType<?>> types = new ArrayList<>();
        schemas.values().forEach(schema -> types.add(type(schema)));
        this.registry = ObjectRegistry.of(types);
    }

    public ObjectRegistry registry() {
        return registry;
    }

    @SuppressWarnings("unchecked") // keys in JSON are texts
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked") // a schema's fields are maps
    private static List<Map<String, Object>> fields(Map<String, Object> schema) {
        return (List<Map<String, Object>>) schema.get("fields");
    }

    private static ObjectType<?> type(Map<String, Object> schema) {
        return Boolean.TRUE.equals(schema.get("is_list")) ? listType(schema) : objectType(schema);
    }

    private static ObjectType<?> listType(Map<String, Object> schema) {
        String element = (String) asMap(fields(schema).get(0).get("element")).get("object");
        ObjectType.Definition<ObjectList<VersionedObject>> define =
                ObjectType.defineList(NAMESPACE, (String) schema.get("name"), Types.object(NAMESPACE, element));
        return define.version((String) schema.get("version"));
    }

    private static ObjectType<?> objectType(Map<String, Object> schema) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic(NAMESPACE, (String) schema.get("name"));
        fields(schema).forEach(field -> define.field((String) field.get("name"), spec(schema, field)));
        return define.version((String) schema.get("version"));
    }

    private static FieldSpec<?> spec(Map<String, Object> schema, Map<String, Object> field) {
        FieldSpec<?> spec = withDefault(type(field, field), field);
        String since = (String) asMap(schema.get("field_since")).get(field.get("name"));
        FieldSpec<?> born = since == null ? spec : spec.since(since);
        return Boolean.TRUE.equals(field.get("read_only")) ? born.readOnly() : born;
    }

    private static <T> FieldSpec<T> withDefault(FieldType<T> type, Map<String, Object> field) {
        return Boolean.TRUE.equals(field.get("has_default"))
                ? type.defaultsTo(type.coerce(field.get("default"), Profile.OSLO))
                : FieldSpec.of(type);
    }

    private static FieldType<?> type(Map<String, Object> described, Map<String, Object> field) {
        FieldType<?> type = notNull(described, field);
        return Boolean.TRUE.equals(described.get("nullable")) ? type.nullable() : type;
    }

    private static FieldType<?> notNull(Map<String, Object> described, Map<String, Object> field) {
        return switch ((String) described.get("kind")) {
            case "String" -> Types.string();
            case "Integer" -> Types.bigInteger();
            case "Float" -> Types.floatingPoint();
            case "Boolean" -> Types.bool();
            case "UUID" -> Types.uuid();
            case "IPAddress" -> Types.ipAddress();
            case "DateTime" ->
                Boolean.FALSE.equals(described.get("tzinfo_aware")) ? Types.localDateTime() : Types.offsetDateTime();
            case "Enum" -> Types.oneOf(((List<?>) described.get("valid_values")).toArray(String[]::new));
            case "Object" -> object(described);
            case "List" -> Types.listOf(type(asMap(described.get("element")), field));
            case "Dict" -> Types.mapOf(type(asMap(described.get("element")), field));
            case "Set" -> Types.setOf(type(asMap(described.get("element")), field));
            default -> throw new IllegalArgumentException("There is no type for " + field);
        };
    }

    private static NestedType<VersionedObject> object(Map<String, Object> described) {
        NestedType<VersionedObject> type = Types.object(NAMESPACE, (String) described.get("object"));
        return Boolean.TRUE.equals(described.get("subclasses")) ? type.orSubtypes() : type;
    }

    // ---- envelopes ----

    /** Returns an envelope with the elements of its sets sorted: nova writes them in any order. */
    Map<String, Object> sorted(Object envelope) {
        return eachData(asMap(envelope), this::sorted);
    }

    /**
     * Returns an envelope as it has to be by the rules in which this library differs (DESIGN §11): a nested object is never
     * written above its own version, and its changes never name a field that is not there. The changes are truthful first.
     */
    Map<String, Object> byOurRules(Object envelope) {
        return eachData(asMap(envelope), nested -> ruled(byOurRules(nested)));
    }

    /** Returns an envelope whose changes name the lists that hold a changed object, too (DESIGN S3). */
    Map<String, Object> truthful(Object envelope) {
        Map<String, Object> truth = eachData(asMap(envelope), this::truthful);
        Set<Object> changes = new LinkedHashSet<>((List<?>) truth.getOrDefault("nova_object.changes", List.of()));
        asMap(truth.get("nova_object.data")).forEach((name, value) -> {
            if (value instanceof List<?> list && list.stream().anyMatch(NovaClasses::isChanged)) {
                changes.add(name);
            }
        });
        if (!changes.isEmpty()) {
            truth.put("nova_object.changes", new ArrayList<>(changes));
        }
        return truth;
    }

    private static boolean isChanged(Object value) {
        return value instanceof Map<?, ?> map && map.containsKey("nova_object.changes");
    }

    private Map<String, Object> ruled(Map<String, Object> envelope) {
        Version own = Version.parse(
                (String) schemas.get(envelope.get("nova_object.name")).get("version"));
        Version stamped = Version.parse((String) envelope.get("nova_object.version"));
        envelope.put("nova_object.version", Version.min(own, stamped).toString());
        List<Object> changes = new ArrayList<>((List<?>) envelope.getOrDefault("nova_object.changes", List.of()));
        changes.retainAll(asMap(envelope.get("nova_object.data")).keySet());
        envelope.remove("nova_object.changes");
        if (!changes.isEmpty()) {
            envelope.put("nova_object.changes", changes);
        }
        return envelope;
    }

    private interface OnNested {
        Map<String, Object> apply(Object envelope);
    }

    private Map<String, Object> eachData(Map<String, Object> envelope, OnNested onNested) {
        Map<String, Object> copy = new LinkedHashMap<>(envelope);
        Map<String, Object> data = new LinkedHashMap<>(asMap(envelope.get("nova_object.data")));
        for (Map<String, Object> field : fields(schemas.get(envelope.get("nova_object.name")))) {
            data.computeIfPresent((String) field.get("name"), (name, value) -> inside(field, value, onNested));
        }
        copy.put("nova_object.data", data);
        return copy;
    }

    private static Object inside(Map<String, Object> type, Object value, OnNested onNested) {
        if (type.get("kind").equals("Object") && value != null) {
            return onNested.apply(value);
        }
        if (!(value instanceof List<?> list)) {
            return value;
        }
        List<Object> all = new ArrayList<>();
        list.forEach(each -> all.add(inside(asMap(type.get("element")), each, onNested)));
        if (type.get("kind").equals("Set")) {
            all.sort(Comparator.comparing(String::valueOf));
        }
        return all;
    }
}
