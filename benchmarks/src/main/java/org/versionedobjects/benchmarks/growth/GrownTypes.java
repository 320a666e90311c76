package org.versionedobjects.benchmarks.growth;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.Types;

/** Types of any size, half of their fields numbers and half text. */
final class GrownTypes {
    private GrownTypes() {}

    /** Defines a type; the last half of its fields came with 1.1. */
    static ObjectType<DynamicObject> ofFields(int fields) {
        ObjectType.Definition<DynamicObject> definition = ObjectType.dynamic("growth", "Grown");
        for (int i = 0; i < fields; i++) {
            field(definition, i, i * 2 < fields ? UnaryOperator.identity() : spec -> spec.since("1.1"));
        }
        return definition.version("1.1");
    }

    /** Defines a type whose fields each got their name in one version, evenly over its versions. */
    static ObjectType<DynamicObject> ofFieldsAndVersions(int fields, int versions) {
        ObjectType.Definition<DynamicObject> definition = ObjectType.dynamic("growth", "Grown");
        for (int i = 0; i < fields; i++) {
            int number = i;
            String version = "1." + (1 + i % (versions - 1));
            field(definition, i, spec -> spec.renamedFrom("old_" + number, version));
        }
        return definition.version("1." + (versions - 1));
    }

    private static void field(
            ObjectType.Definition<DynamicObject> definition, int number, UnaryOperator<FieldSpec<?>> history) {
        FieldSpec<?> spec = number % 2 == 0 ? FieldSpec.of(Types.longInteger()) : FieldSpec.of(Types.string());
        String name = number % 2 == 0 ? "number_" + number : "text_" + number;
        definition.field(name, history.apply(spec));
    }

    /** Defines a number of types with eight fields each. */
    static List<ObjectType<DynamicObject>> types(int count) {
        return IntStream.range(0, count).mapToObj(GrownTypes::numbered).toList();
    }

    private static ObjectType<DynamicObject> numbered(int number) {
        ObjectType.Definition<DynamicObject> definition = ObjectType.dynamic("growth", "Type" + number);
        for (int i = 0; i < 8; i++) {
            definition.field("number_" + i, Types.longInteger());
        }
        return definition.version("1.0");
    }

    /** Makes an object with all fields set. */
    static DynamicObject filled(ObjectType<DynamicObject> type) {
        DynamicObject object = type.newObject();
        type.fields().forEach(field -> {
            boolean isNumber = field.name().startsWith("number");
            object.set(field.name(), isNumber ? (Object) 1234567L : "some text of " + field.name());
        });
        object.resetChanges();
        return object;
    }
}
