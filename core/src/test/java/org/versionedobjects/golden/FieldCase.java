package org.versionedobjects.golden;

import java.util.Map;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.Profile;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;

/** A case of one field: a value is set, or a primitive is read. The field is that of a dynamic type, alone. */
final class FieldCase {
    private final Map<String, Object> golden;
    private final GoldenClasses classes;
    private final ObjectCodec codec;
    private final Steps made;

    FieldCase(Map<String, Object> field, Map<String, Object> golden) {
        this.golden = golden;
        this.classes = GoldenClasses.holding(field, golden);
        this.codec =
                ObjectCodec.builder(classes.registry()).profile(Profile.OSLO).build();
        this.made = new Steps(classes);
    }

    /** Returns what the field may hold. */
    String describe() {
        return classes.require("Holder").field("f").type().describe();
    }

    private DynamicObject holder() {
        return (DynamicObject) classes.require("Holder").newObject();
    }

    /** Sets the input; compares what the object holds, its primitive, and what is read back. */
    Outcome set() {
        String id = (String) golden.get("id");
        DynamicObject object = holder();
        try {
            object.byName(Profile.OSLO).set("f", made.value(golden.get("input")));
        } catch (RuntimeException e) {
            return either("error", error -> Failures.standsFor(e, error))
                    ? Outcome.passed(id)
                    : Outcome.differs(id, "set", e);
        }
        Object held = object.get("f");
        if (!either("coerced", expected -> GoldenValues.matches(expected, held, this::envelope))) {
            return Outcome.differs(id, "set", shown(held));
        }
        return written(id, object);
    }

    private Outcome written(String id, DynamicObject object) {
        Object primitive = data(codec.toPrimitive(object)).get("f");
        if (!either("primitive", expected -> sameUnordered(object, expected, primitive))) {
            return Outcome.differs(id, "primitive", primitive);
        }
        String json = codec.toJson(object);
        Object parsed = data((Map<?, ?>) GoldenFiles.parse(finite(json))).get("f");
        if (!GoldenValues.sameEnvelopes(finite(primitive), parsed)) {
            return Outcome.differs(id, "json", json);
        }
        if (golden.get("stringified") instanceof String text && !samesMasking(text, object)) {
            return Outcome.differs(id, "text", object);
        }
        return back(id, object, json);
    }

    private Outcome back(String id, DynamicObject object, String json) {
        try {
            DynamicObject read = (DynamicObject) codec.fromJson(json);
            boolean same = either(
                    "back",
                    expected -> expected.equals("same")
                            ? isSame(object, read)
                            : GoldenValues.matches(expected, read.get("f"), this::envelope));
            return same ? Outcome.passed(id) : Outcome.differs(id, "back", shown(read.get("f")));
        } catch (RuntimeException e) {
            boolean same = golden.get("back") instanceof Map<?, ?> back && Failures.standsFor(e, back.get("error"));
            return same ? Outcome.passed(id) : Outcome.differs(id, "back", e);
        }
    }

    /** Reads the primitive; compares what the object holds then. */
    Outcome read() {
        String id = (String) golden.get("id");
        Object then = golden.get("then_set");
        Object error =
                then instanceof Map<?, ?> map && map.containsKey("error") ? map.get("error") : golden.get("error");
        try {
            Map<String, Object> envelope = new java.util.LinkedHashMap<>(codec.toPrimitive(holder()));
            envelope.put(
                    "versioned_object.data",
                    java.util.Collections.singletonMap("f", GoldenValues.plain(golden.get("primitive"))));
            Object held = ((DynamicObject) codec.fromPrimitive(envelope)).get("f");
            Object expected = "same".equals(then) ? golden.get("value") : then;
            return error == null && GoldenValues.matches(asHeld(expected, held), held, this::envelope)
                    ? Outcome.passed(id)
                    : Outcome.differs(id, "read", shown(held));
        } catch (RuntimeException e) {
            return Failures.standsFor(e, error) ? Outcome.passed(id) : Outcome.differs(id, "read", e);
        }
    }

    /** To Python 0 and 1 are the same as false and true; oslo says "same" of them. */
    private static Object asHeld(Object expected, Object held) {
        return held instanceof Boolean && expected instanceof Integer number ? (Object) (number == 1) : expected;
    }

    private interface Test {
        boolean test(Object expected);
    }

    /** Returns whether what oslo gave, of the packaged version or of the newest, passes a test. */
    private boolean either(String key, Test test) {
        return (golden.containsKey(key) && test.test(golden.get(key)))
                || (golden.get("newest") instanceof Map<?, ?> newest
                        && newest.containsKey(key)
                        && test.test(newest.get(key)));
    }

    private static Map<?, ?> data(Map<?, ?> envelope) {
        return (Map<?, ?>) envelope.get("versioned_object.data");
    }

    private Object envelope(VersionedObject object) {
        return codec.toPrimitive(object);
    }

    private static boolean sameUnordered(DynamicObject object, Object expected, Object primitive) {
        return GoldenValues.sameEnvelopes(
                Unordered.sets(expected, object.get("f")), Unordered.sets(primitive, object.get("f")));
    }

    /** Jackson reads NaN and infinities of JSON only when told so; here they are taken out of the comparison. */
    private static String finite(String json) {
        return json.replaceAll(":(NaN|-?Infinity)", ":\"$1\"");
    }

    private static Object finite(Object primitive) {
        return primitive instanceof Double number && !Double.isFinite(number) ? number.toString() : primitive;
    }

    /** Text forms are ours; what oslo masks must be masked. */
    private static boolean samesMasking(String text, VersionedObject object) {
        return !text.contains("***") || object.toString().contains("f=" + Facts.MASK);
    }

    private static <T> boolean isSame(DynamicObject one, DynamicObject other) {
        @SuppressWarnings("unchecked") // both are of the type whose field it is
        Field<T> field = (Field<T>) one.objectType().field("f");
        if (other.get(field) instanceof VersionedObject nested) {
            return nested.sameState((VersionedObject) one.get("f"));
        }
        if (field.type().references().isEmpty()) {
            return one.get("f") == null ? other.get("f") == null : field.type().same(one.get(field), other.get(field));
        }
        return field.type().sameShape(one.get(field), other.get(field));
    }

    private static Object shown(Object held) {
        return held instanceof byte[] bytes ? bytes.length + " bytes" : held;
    }
}
