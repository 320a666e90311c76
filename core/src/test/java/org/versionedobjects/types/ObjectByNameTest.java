package org.versionedobjects.types;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.versionedobjects.FieldType;
import org.versionedobjects.VersionedObject;

/** Objects told by namespace and name. */
class ObjectByNameTest extends ObjectTypeContract<VersionedObject> {
    private static final Shape SHAPE = shape(1);
    private static final Circle CIRCLE = circle(2);

    @Override
    FieldType<VersionedObject> type() {
        return Types.object("contract", "Shape");
    }

    @Override
    List<Coercion> accepted() {
        return List.of(new Coercion(SHAPE, SHAPE));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, "expected a contract.Shape but was null"),
                new Refusal("Shape", "expected a contract.Shape but was \"Shape\" (String)"),
                new Refusal(Map.of("id", 1), "expected a contract.Shape but was {id=1} (Map)"),
                new Refusal(List.of(), "expected a contract.Shape but was [] (List)"),
                new Refusal(CIRCLE, "expected a contract.Shape but was a contract.Circle 1.3"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(SHAPE, envelope(SHAPE), "Shape(1)"));
    }

    @Override
    List<List<VersionedObject>> same() {
        return List.of(List.of(SHAPE), List.of(shape(1)));
    }

    @Override
    VersionedObject generate(Random random) {
        return shape(any(random));
    }
}
