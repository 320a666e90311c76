package org.versionedobjects.types;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.versionedobjects.FieldType;

/** Objects of one class, without subtypes. */
class ObjectOfClassTest extends ObjectTypeContract<ObjectTypeContract.Shape> {
    private static final Shape SHAPE = shape(1);
    private static final Circle CIRCLE = circle(2);

    @Override
    FieldType<ObjectTypeContract.Shape> type() {
        return Types.object(Shape.class);
    }

    @Override
    List<Coercion> accepted() {
        return List.of(new Coercion(SHAPE, SHAPE));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, "expected a Shape but was null"),
                new Refusal("Shape", "expected a Shape but was \"Shape\" (String)"),
                new Refusal(Map.of("id", 1), "expected a Shape but was {id=1} (Map)"),
                new Refusal(List.of(), "expected a Shape but was [] (List)"),
                new Refusal(CIRCLE, "expected a Shape but was a contract.Circle 1.3"),
                new Refusal(shapes(), "expected a Shape but was a contract.ShapeList 1.0"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(SHAPE, envelope(SHAPE), "Shape(1)"));
    }

    @Override
    List<List<ObjectTypeContract.Shape>> same() {
        return List.of(List.of(SHAPE, SHAPE), List.of(shape(1)), List.of(shape(1)));
    }

    @Override
    ObjectTypeContract.Shape generate(Random random) {
        return shape(any(random));
    }
}
