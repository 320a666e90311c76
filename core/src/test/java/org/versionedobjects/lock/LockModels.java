package org.versionedobjects.lock;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.Types;

/** Releases of a small application, and types with whatever is hard to write down. */
final class LockModels {
    static final ObjectRegistry FIRST = ObjectRegistry.of(consumer(), project("1.0"));

    /** Other types of the same names and versions. */
    static final ObjectRegistry OTHER_FIRST = ObjectRegistry.of(
            ObjectType.dynamic("demo", "Consumer").version("1.0"),
            ObjectType.dynamic("demo", "Project").version("1.0"));

    static final ObjectRegistry SECOND_WITHOUT_TAG = ObjectRegistry.of(secondConsumer(), project("1.0"));
    static final ObjectRegistry SECOND = ObjectRegistry.of(secondConsumer(), project("1.0"), tag());
    static final ObjectRegistry ODD = ObjectRegistry.of(odd(), dotted());

    private LockModels() {}

    /** Returns both types, each with a field for each version but the first. */
    static ObjectRegistry registry(String consumer, String project) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Consumer");
        define.field("uuid", Types.uuid().readOnly());
        define.field("note", Types.string());
        define.field("project", Types.object("demo", "Project").nullable());
        if (!consumer.equals("1.0")) {
            define.field("zone", Types.string().since("1.1"));
        }
        return ObjectRegistry.of(define.version(consumer), project(project));
    }

    private static ObjectType<DynamicObject> consumer() {
        return registry("1.0", "1.0")
                .find("demo", "Consumer", 1)
                .map(LockModels::dynamic)
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // it was defined as dynamic
    private static ObjectType<DynamicObject> dynamic(ObjectType<?> type) {
        return (ObjectType<DynamicObject>) type;
    }

    private static ObjectType<DynamicObject> secondConsumer() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Consumer");
        define.field("uuid", Types.uuid().readOnly());
        define.field("note", Types.string().removedIn("1.1").fill("none"));
        define.field("project", Types.object("demo", "Project").nullable());
        define.field("kind", Types.oneOf("small", "large").since("1.1").defaultsTo("small"));
        return define.version("1.1");
    }

    private static ObjectType<DynamicObject> project(String version) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Project");
        define.field("id", Types.longInteger());
        for (int minor = 1; !version.equals("1.0") && minor <= Integer.parseInt(version.substring(2)); minor++) {
            define.field("added_" + minor, Types.string().since("1." + minor));
        }
        return define.version(version);
    }

    private static ObjectType<DynamicObject> tag() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Tag");
        define.field("name", Types.string());
        return define.version("1.0");
    }

    private static ObjectType<DynamicObject> odd() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo.ünder-score", "Odd");
        define.field("long", Types.oneOf(names(40)));
        define.field("quoted", Types.string().defaultsTo("a \"b\" \\ \n \t \u0000 \u2028 ü 😀 <<<<<<< "));
        define.field("nothing", Types.string().nullable().defaultsTo(null));
        define.field("hidden", Types.secretString().defaultsTo("secret of mine"));
        define.field("small", Types.floatingPoint().atLeast(2.0E-3).defaultsTo(Double.parseDouble("2E23")));
        define.field("zero", Types.floatingPoint().defaultsTo(-0.0));
        define.field("exact", Types.decimal().defaultsTo(new BigDecimal("1.50")));
        define.field("big", Types.bigInteger().defaultsTo(BigInteger.TEN.pow(40)));
        define.field(
                "any",
                Types.json()
                        .defaultsTo(Map.of(
                                "z",
                                1,
                                "a",
                                Arrays.asList(
                                        null, true, 1.5, new BigDecimal("1.50"), new BigDecimal("1E+400"), Map.of()),
                                "list",
                                List.of(List.of(), new BigDecimal("100.00"), new BigDecimal("1E+3")))));
        define.field("gone", Types.string().nullable().removedIn("1.1.7").fill(null));
        define.field("retyped", Types.string().changedIn("1.1.7", Types.integer(), Integer::valueOf, String::valueOf));
        return define.version("1.1.7");
    }

    private static ObjectType<DynamicObject> dotted() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "x.Dotted");
        return define.version("2.3");
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj(each -> "value_" + each).toArray(String[]::new);
    }
}
