package org.versionedobjects.golden;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.NestedType;
import org.versionedobjects.ObjectList;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** Dynamic types made from oslo's classes, in a registry of only those that a case names and those they refer to. */
final class GoldenClasses {
    private static final Map<String, Map<String, Object>> DESCRIPTIONS = descriptions();

    private final Map<String, ObjectType<?>> types = new LinkedHashMap<>();
    private final ObjectRegistry registry;

    /** Makes the types that a case speaks of, wherever in it their names stand. */
    GoldenClasses(Object steps) {
        Set<String> names = new LinkedHashSet<>();
        collectNames(steps, names);
        names.forEach(this::type);
        this.registry = ObjectRegistry.of(types.values());
    }

    private GoldenClasses(Map<String, Object> description, Object golden) {
        Set<String> names = new LinkedHashSet<>();
        collectNames(golden, names);
        names.forEach(this::type);
        addReferences(description);
        ObjectType<?> holder = make(description);
        types.put("Holder", holder);
        this.registry = ObjectRegistry.of(types.values());
    }

    /** Makes the types of all of oslo's classes but two, which are mistakes on purpose. */
    static GoldenClasses all() {
        return new GoldenClasses(DESCRIPTIONS.keySet().stream()
                .filter(name -> !Set.of("Defaults", "Dangling").contains(name))
                .map(name -> Map.of("cls", name))
                .toList());
    }

    /** Makes a type {@code Holder} with one field {@code f}, and the types that a case speaks of. */
    static GoldenClasses holding(Map<String, Object> field, Map<String, Object> golden) {
        return new GoldenClasses(
                Map.of("name", "Holder", "version", "1.0", "fields", List.of(List.of("f", field))), golden);
    }

    ObjectRegistry registry() {
        return registry;
    }

    /** Returns the type of a name, as the registry finds it. */
    ObjectType<?> find(String name) {
        ObjectType<?> known = types.get(name);
        return known == null ? registry.requireCompatible("versionedobjects", name, Version.of(1, 0)) : known;
    }

    ObjectType<?> require(String name) {
        ObjectType<?> type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("There is no class " + name + " in this case");
        }
        return type;
    }

    /** Returns the type that oslo means by a name alone: of the newest major. */
    ObjectType<?> newest(String name) {
        return types.containsKey(name + "/2") ? require(name + "/2") : require(name);
    }

    String serialNamespace(String name) {
        return (String) DESCRIPTIONS.getOrDefault(name, Map.of()).getOrDefault("serial_namespace", "versioned_object");
    }

    /** Several versions of one major are one type here, the newest (DESIGN §11: no same-major duplicates). */
    private static Map<String, Map<String, Object>> descriptions() {
        Map<String, Map<String, Object>> found = new LinkedHashMap<>();
        for (Map<String, Object> each : GoldenFiles.read("classes")) {
            String key = each.get("name") + "/" + major(each);
            Map<String, Object> before = found.get(key);
            if (before == null || minor(before) < minor(each)) {
                found.put(key, each);
            }
        }
        Map<String, Map<String, Object>> byName = new LinkedHashMap<>();
        found.forEach((key, each) -> byName.put(key.endsWith("/1") ? (String) each.get("name") : key, each));
        return byName;
    }

    private static int major(Map<String, Object> description) {
        return version(description).major();
    }

    private static int minor(Map<String, Object> description) {
        return version(description).minor();
    }

    private static Version version(Map<String, Object> description) {
        return Version.parse((String) description.get("version"));
    }

    private static void collectNames(Object value, Set<String> names) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                boolean names_ = key.equals("cls")
                        || key.equals("name")
                        || key.toString().endsWith(".name");
                if (names_ && each instanceof String name && DESCRIPTIONS.containsKey(name)) {
                    names.add(name);
                }
                collectNames(each, names);
            });
        } else if (value instanceof Collection<?> list) {
            list.forEach(each -> collectNames(each, names));
        }
    }

    private ObjectType<?> type(String name) {
        ObjectType<?> known = types.get(name);
        if (known != null) {
            return known;
        }
        Map<String, Object> description = DESCRIPTIONS.get(name);
        ObjectType<?> made = make(description);
        types.put(name, made);
        if (DESCRIPTIONS.containsKey(name + "/2")) {
            types.put(name + "/2", make(DESCRIPTIONS.get(name + "/2")));
        }
        addReferences(description);
        return made;
    }

    private void addReferences(Map<String, Object> description) {
        fields(description).forEach((name, field) -> {
            if (field.get("objtype") instanceof String target && DESCRIPTIONS.containsKey(target)) {
                type(target);
                boolean subtypes = Boolean.TRUE.equals(field.get("subclasses"));
                DESCRIPTIONS.forEach((each, other) -> {
                    if (subtypes && target.equals(other.get("base"))) {
                        type(each);
                    }
                });
            }
        });
    }

    @SuppressWarnings("unchecked") // fields are pairs of a name and a description
    private static Map<String, Map<String, Object>> fields(Map<String, Object> description) {
        Map<String, Map<String, Object>> fields = new LinkedHashMap<>();
        for (Object each : (List<Object>) description.get("fields")) {
            List<Object> pair = (List<Object>) each;
            fields.put((String) pair.get(0), (Map<String, Object>) pair.get(1));
        }
        return fields;
    }

    static String namespace(Map<String, Object> description) {
        return (String) description.getOrDefault("namespace", "versionedobjects");
    }

    private ObjectType<?> make(Map<String, Object> description) {
        return Boolean.TRUE.equals(description.get("list")) ? makeList(description) : makeObject(description);
    }

    private ObjectType<?> makeList(Map<String, Object> description) {
        String element = (String) fields(description).get("objects").get("objtype");
        NestedType<VersionedObject> elements = Types.object(namespace(description), element);
        elements = children(elements, description, "objects");
        ObjectType.Definition<ObjectList<VersionedObject>> define =
                ObjectType.defineList(namespace(description), (String) description.get("name"), elements);
        fields(description).forEach((name, field) -> {
            if (!name.equals("objects")) {
                define.field(name, spec(description, name, field));
            }
        });
        return define.version((String) description.get("version"));
    }

    @SuppressWarnings("unchecked") // every type made here that is no list is dynamic
    private ObjectType<?> makeObject(Map<String, Object> description) {
        String name = (String) description.get("name");
        String base = (String) description.get("base");
        ObjectType.Definition<DynamicObject> define = base == null
                ? ObjectType.dynamic(namespace(description), name)
                : ObjectType.dynamicExtending((ObjectType<DynamicObject>) type(base), namespace(description), name);
        fields(description).forEach((field, each) -> define.field(field, spec(description, field, each)));
        if (list(description, "mixins").contains("timestamped")) {
            define.include(Timestamps.MIXIN);
        }
        for (Object extra : list(description, "extra_fields")) {
            define.computed((String) extra, object -> extra.toString().toUpperCase(java.util.Locale.ROOT));
        }
        return define.version((String) description.get("version"));
    }

    static List<?> list(Map<String, Object> description, String key) {
        return (List<?>) description.getOrDefault(key, List.of());
    }

    private static FieldSpec<?> spec(Map<String, Object> description, String name, Map<String, Object> field) {
        Map<?, ?> since = (Map<?, ?>) description.getOrDefault("since", Map.of());
        return GoldenFields.spec(description, name, field, (String) since.get(name));
    }

    /** Adds the rows of {@code obj_relationships} or {@code child_versions} for a field. */
    static NestedType<VersionedObject> children(
            NestedType<VersionedObject> type, Map<String, Object> description, String field) {
        NestedType<VersionedObject> more = type;
        for (List<?> row : childRows(description, field)) {
            more = more.child((String) row.get(0), (String) row.get(1));
        }
        return more;
    }

    private static List<List<?>> childRows(Map<String, Object> description, String field) {
        List<List<?>> rows = new ArrayList<>();
        Map<?, ?> tables = (Map<?, ?>) description.getOrDefault("obj_relationships", Map.of());
        if (tables.get(field) instanceof List<?> table) {
            table.forEach(row -> rows.add((List<?>) row));
        }
        Map<?, ?> versions = (Map<?, ?>) description.getOrDefault("child_versions", Map.of());
        versions.forEach((parent, child) -> rows.add(List.of(parent, child)));
        return rows;
    }
}
