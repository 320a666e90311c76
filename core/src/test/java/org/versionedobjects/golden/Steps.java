package org.versionedobjects.golden;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.NamedValues;
import org.versionedobjects.ObjectList;
import org.versionedobjects.Profile;
import org.versionedobjects.Version;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.JsonSchema;
import org.versionedobjects.json.ObjectCodec;

/** Does the steps of one case, in order, until one that later ones build on differs from what oslo did. */
final class Steps {
    /** What a step does that has no result of its own. */
    private static final String OK = "ok";

    /** Steps that change nothing: what comes after them makes sense whatever came of them. */
    private static final Set<String> LOOKING = Set.of(
            "class_from_name",
            "class_version",
            "get",
            "get_changes",
            "is_set",
            "json_schema",
            "repr",
            "to_primitive",
            "tree_versions",
            "version",
            "what_changed");

    private final GoldenClasses classes;
    private final Map<String, Object> kept = new HashMap<>();
    private final Map<String, Object> saved = new HashMap<>();

    Steps(GoldenClasses classes) {
        this.classes = classes;
    }

    /** An operation that is not here yet, by the issue that brings it. */
    static final class Later extends RuntimeException {
        private static final long serialVersionUID = 1;

        Later(String operation) {
            super("later: " + operation);
        }
    }

    @SuppressWarnings("unchecked") // steps are maps
    static Outcome run(Map<String, Object> golden) {
        String id = (String) golden.get("id");
        int number = 0;
        try {
            List<Map<String, Object>> all = (List<Map<String, Object>>) golden.get("steps");
            Steps steps = new Steps(new GoldenClasses(all));
            List<Outcome> outcomes = new ArrayList<>();
            for (Map<String, Object> step : all) {
                number++;
                Outcome outcome = steps.run(id, number + " " + step.get("op"), step);
                outcomes.add(outcome);
                if (!outcome.isPassed() && !LOOKING.contains(step.get("op"))) {
                    break;
                }
            }
            return Outcome.of(id, outcomes);
        } catch (Later e) {
            return new Outcome(id, e.getMessage());
        } catch (RuntimeException e) {
            return Outcome.differs(id, String.valueOf(number), e);
        }
    }

    private Outcome run(String id, String where, Map<String, Object> step) {
        Object result;
        try {
            result = result(step);
        } catch (Later e) {
            throw e;
        } catch (RuntimeException e) {
            boolean same = Failures.standsFor(e, step.get("error")) && sameNow(step);
            return same ? Outcome.passed(id) : Outcome.differs(id, where, e);
        }
        boolean same = step.containsKey("result") && sameResult(step, step.get("result"), result);
        return same ? Outcome.passed(id) : Outcome.differs(id, where, different(step, result));
    }

    /** An envelope that should be another one is told by what differs, and a schema by what it takes. */
    private Object different(Map<String, Object> step, Object result) {
        if (result instanceof JsonSchema schema) {
            return step.containsKey("result")
                    ? schemas(step, schema).differences()
                    : "a schema of " + schemas(step, schema).definitions();
        }
        boolean envelopes = step.get("op").equals("to_primitive") && step.containsKey("result");
        return envelopes ? Differences.between(step.get("result"), result) : result;
    }

    /** After a refused change a collection is as it was. */
    private boolean sameNow(Map<String, Object> step) {
        return !step.containsKey("now") || matches(step.get("now"), inside(step));
    }

    private boolean sameResult(Map<String, Object> step, Object expected, Object result) {
        return switch ((String) step.get("op")) {
            case "repr" -> sameText((String) expected, object(step, "id"));
            case "stringify" -> true; // texts are ours
            case "json_schema" ->
                schemas(step, (JsonSchema) result).differences().isEmpty();
            case "to_primitive" -> GoldenValues.sameEnvelopes(expected, result);
            case "what_changed" ->
                GoldenValues.sorted((List<?>) expected).equals(GoldenValues.sorted((Collection<?>) result));
            default -> matches(expected, result);
        };
    }

    /** Text forms are ours, but they show a field exactly if it is set, and hide what oslo hides. */
    private static boolean sameText(String expected, VersionedObject object) {
        boolean masks = !expected.contains(Facts.MASK) || object.toString().contains(Facts.MASK);
        return masks && showsSetFields(expected, object);
    }

    private static boolean showsSetFields(String expected, VersionedObject object) {
        return object.objectType().fields().stream()
                .allMatch(field -> shows(expected, field.name() + "=<?>") != object.isSet(field)
                        && shows(object.toString(), field.name() + "=") == object.isSet(field));
    }

    private static boolean shows(String text, String field) {
        return Stream.of("(", ",", "{", " ").anyMatch(before -> text.contains(before + field));
    }

    private boolean matches(Object expected, Object actual) {
        return GoldenValues.matches(expected, actual, each -> codec(each).toPrimitive(each));
    }

    private Object result(Map<String, Object> step) {
        return switch ((String) step.get("op")) {
            case "new" -> make(step);
            case "from_primitive" -> read(step);
            case "to_primitive" -> write(step);
            case "set" -> done(() -> set(step));
            case "get", "getitem" -> named(step).get(name(step));
            case "del" -> done(() -> named(step).unset(name(step)));
            case "is_set" -> named(step).isSet(name(step));
            case "in" ->
                step.get("value") instanceof String name
                        && object(step, "id").objectType().find(name).isPresent()
                        && named(step).isSet(name);
            case "setitem" -> done(() -> named(step).set(name(step), value(step.get("value"))));
            case "dict_get" -> getOrDefault(step);
            case "update" -> done(() -> named(step).setAll(asMap(value(step.get("value")))));
            case "keys" -> keys(object(step, "id"));
            case "items" -> items(object(step, "id"));
            case "set_defaults" -> done(() -> setDefaults(step));
            case "what_changed" ->
                changed(object(step, "id")).stream().map(Field::name).toList();
            case "get_changes" -> changes(object(step, "id"));
            case "reset_changes" -> done(() -> reset(step));
            case "mutate" -> mutate(step);
            case "clone" -> keep(step, object(step, "of").copy());
            case "same" ->
                object(step, "a").get(field(step, "a")) == object(step, "b").get(field(step, "b"));
            case "equal" ->
                List.of(
                        object(step, "a").equals(object(step, "b")),
                        !object(step, "a").equals(object(step, "b")));
            case "context" -> object(step, "id").findContext().orElse(null);
            case "value" -> keep(step, value(step.get("value")));
            case "show" -> kept.get(step.get("id"));
            case "repr" -> object(step, "id").toString();
            case "stringify" -> OK;
            case "data_keys" ->
                new ArrayList<>(asMap(codec(object(step, "id"))
                                .toPrimitive(object(step, "id"))
                                .get("versioned_object.data"))
                        .keySet());
            default -> typeResult(step);
        };
    }

    private Object typeResult(Map<String, Object> step) {
        return switch ((String) step.get("op")) {
            case "version" -> {
                VersionedObject object = object(step, "id");
                yield object.readVersion()
                        .orElseGet(() -> object.objectType().version())
                        .toString();
            }
            case "class_version" ->
                classes.require((String) step.get("cls")).version().toString();
            case "class_from_name" ->
                classes.registry()
                        .requireCompatible(
                                "versionedobjects", (String) step.get("name"), version((String) step.get("version")))
                        .version()
                        .toString();
            case "json_schema" -> {
                String name = (String) step.get("cls");
                yield codec(name).schema(classes.newest(name)).complete();
            }
            case "tree_versions" ->
                texts(classes.registry()
                        .manifest(classes.find((String) step.get("cls")))
                        .versions());
            default -> listResult(step);
        };
    }

    private static Version version(String text) {
        try {
            return Version.parse(text);
        } catch (RuntimeException e) {
            throw new org.versionedobjects.InvalidEnvelopeException(Facts.problem(e.getMessage()), e);
        }
    }

    private Object listResult(Map<String, Object> step) {
        return switch ((String) step.get("op")) {
            case "len" -> list(step, "id").size();
            case "slice" -> keep(step, list(step, "of").slice((Integer) step.get("start"), (Integer) step.get("stop")));
            case "concat" -> keep(step, list(step, "a").concat(list(step, "b")));
            case "contains" -> list(step, "id").contains(value(step.get("value")));
            case "list_call" -> call(list(step, "id"), step);
            case "serialize" -> codec("").toPlain(value(step.get("entity")));
            case "deserialize" -> deserialize(step);
            default -> throw new Later("the operation " + step.get("op"));
        };
    }

    // ---- objects ----

    private static Object done(Runnable work) {
        work.run();
        return OK;
    }

    private Object keep(Map<String, Object> step, Object made) {
        kept.put((String) step.get("id"), made);
        return OK;
    }

    private VersionedObject object(Map<String, Object> step, String key) {
        return (VersionedObject) Objects.requireNonNull(kept.get(step.get(key)), "no object " + step.get(key));
    }

    private NamedValues named(Map<String, Object> step) {
        return object(step, "id").byName(Profile.OSLO);
    }

    private static String name(Map<String, Object> step) {
        return (String) step.getOrDefault("field", step.get("key"));
    }

    private Field<?> field(Map<String, Object> step, String key) {
        return object(step, key).objectType().field((String) step.get("field"));
    }

    Object value(Object written) {
        return GoldenValues.value(written, tagged -> {
            if (tagged.get("$new") instanceof Map<?, ?> made) {
                return newObject((String) made.get("cls"), made.get("kwargs"));
            }
            if (tagged.containsKey("$ref")) {
                return kept.get(tagged.get("$ref"));
            }
            return tagged.containsKey("$saved") ? saved.get(tagged.get("$saved")) : envelope(tagged.get("$envelope"));
        });
    }

    private Object envelope(Object written) {
        VersionedObject object = (VersionedObject) value(written);
        return codec(object).toPrimitive(object);
    }

    private VersionedObject newObject(String name, Object arguments) {
        VersionedObject made = classes.require(name).newObject();
        asMap(arguments == null ? Map.of() : arguments)
                .forEach((field, each) -> made.byName(Profile.OSLO).set(field, value(each)));
        return made;
    }

    private Object make(Map<String, Object> step) {
        VersionedObject made = newObject((String) step.get("cls"), step.get("kwargs"));
        made.setContext(step.get("context"));
        return keep(step, made);
    }

    @SuppressWarnings("unchecked") // keys are names of fields
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    // ---- fields ----

    private void set(Map<String, Object> step) {
        NamedValues at = named(step);
        String name = name(step);
        for (Object next : (List<?>) step.getOrDefault("path", List.of())) {
            at = ((VersionedObject) at.get(name)).byName(Profile.OSLO);
            name = (String) next;
        }
        at.set(name, value(step.get("value")));
    }

    private Object getOrDefault(Map<String, Object> step) {
        NamedValues values = named(step);
        String name = name(step);
        return step.containsKey("default") && !values.isSet(name) ? step.get("default") : values.get(name);
    }

    private static List<String> keys(VersionedObject object) {
        List<String> keys = new ArrayList<>(object.byName().setNames());
        keys.addAll(object.objectType().computedNames());
        return keys;
    }

    private static List<Object> items(VersionedObject object) {
        List<Object> items = new ArrayList<>();
        for (String key : keys(object)) {
            List<Object> item = new ArrayList<>(List.of(key));
            item.add(object.byName().get(key));
            items.add(item);
        }
        return items;
    }

    private void setDefaults(Map<String, Object> step) {
        VersionedObject object = object(step, "id");
        List<?> names = (List<?>) step.get("fields");
        if (names.isEmpty()) {
            object.setDefaults();
        } else {
            object.setDefaults(fields(object, names));
        }
    }

    private static Field<?>[] fields(VersionedObject object, List<?> names) {
        return names.stream()
                .map(name -> object.objectType().find((String) name))
                .flatMap(java.util.Optional::stream)
                .toArray(Field<?>[]::new);
    }

    // ---- changes ----

    private static List<Field<?>> changed(VersionedObject object) {
        return object.changes().fields();
    }

    private static Map<String, Object> changes(VersionedObject object) {
        Map<String, Object> values = new LinkedHashMap<>();
        changed(object).forEach(field -> values.put(field.name(), object.get(field)));
        return values;
    }

    private void reset(Map<String, Object> step) {
        VersionedObject object = object(step, "id");
        boolean deep = Boolean.TRUE.equals(step.get("recursive"));
        if (step.get("fields") instanceof List<?> names) {
            Field<?>[] fields = fields(object, names);
            object.resetChanges(fields);
            if (deep) {
                resetInside(object, fields);
            }
        } else if (deep) {
            object.resetChangesDeep();
        } else {
            object.resetChanges();
        }
    }

    private static void resetInside(VersionedObject object, Field<?>[] fields) {
        for (Field<?> field : fields) {
            if (object.find(field).orElse(null) instanceof VersionedObject nested) {
                nested.resetChangesDeep();
            }
        }
    }

    // ---- collections ----

    private Object inside(Map<String, Object> step) {
        Object value = object(step, "id").get(field(step, "id"));
        for (Object next : (List<?>) step.getOrDefault("path", List.of())) {
            value = ((Map<?, ?>) value).get(next);
        }
        return value;
    }

    /** Collections in fields cannot be modified (DESIGN S5); the change is made on a copy, which is then set. */
    private Object mutate(Map<String, Object> step) {
        VersionedObject object = object(step, "id");
        Object changed = Mutations.of(object.get(field(step, "id")), step, this::value);
        object.byName(Profile.OSLO).set(name(step), changed);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("returned", null);
        result.put("now", inside(step));
        return result;
    }

    @SuppressWarnings("unchecked") // every list type of a case holds objects
    private ObjectList<VersionedObject> list(Map<String, Object> step, String key) {
        return (ObjectList<VersionedObject>) object(step, key);
    }

    private Object call(ObjectList<VersionedObject> list, Map<String, Object> step) {
        Object argument = value(((List<?>) step.get("args")).get(0));
        return switch ((String) step.get("method")) {
            case "index" -> list.indexOf((VersionedObject) argument);
            case "count" -> Collections.frequency(list.asList(), argument);
            default ->
                throw new org.versionedobjects.UnknownFieldException(
                        Facts.problem("a list object has no " + step.get("method")), null);
        };
    }

    // ---- envelopes ----

    private ObjectCodec codec(VersionedObject object) {
        return codec(object.objectType().name());
    }

    private ObjectCodec codec(String name) {
        return ObjectCodec.builder(classes.registry())
                .serialNamespace(classes.serialNamespace(name))
                .profile(Profile.OSLO)
                .build();
    }

    private Object read(Map<String, Object> step) {
        String base = (String) step.getOrDefault("base", "");
        ObjectCodec codec = codec(base).inContext(step.get("context"));
        return keep(step, codec.fromPrimitive(value(step.get("primitive"))));
    }

    private Object deserialize(Map<String, Object> step) {
        String base = (String) step.getOrDefault("base", "");
        return codec(base).inContext(step.get("context")).fromPlain(value(step.get("entity")));
    }

    private Object write(Map<String, Object> step) {
        VersionedObject object = object(step, "id");
        ObjectCodec codec = codec(object);
        if (step.get("manifest") instanceof Map<?, ?> manifest) {
            codec = codec.forPeer(manifest(manifest));
        }
        String target = (String) step.get("target");
        Object written = (target == null ? codec : codec.at(target)).toPrimitive(object);
        if (step.get("save") instanceof String name) {
            saved.put(name, written);
        }
        return written;
    }

    private SchemaPair schemas(Map<String, Object> step, JsonSchema ours) {
        return new SchemaPair(classes, step.get("result"), ours);
    }

    private static VersionManifest manifest(Map<?, ?> written) {
        Map<String, String> versions = new LinkedHashMap<>();
        written.forEach((name, version) -> versions.put((String) name, (String) version));
        return VersionManifest.parse(versions);
    }

    private static Map<String, String> texts(Map<String, Version> versions) {
        Map<String, String> texts = new LinkedHashMap<>();
        versions.forEach((name, version) -> texts.put(name, version.toString()));
        return texts;
    }
}
