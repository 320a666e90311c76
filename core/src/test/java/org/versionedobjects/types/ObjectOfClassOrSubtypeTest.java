package org.versionedobjects.types;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.versionedobjects.FieldType;

/** Objects of a class and its subtypes. */
class ObjectOfClassOrSubtypeTest extends ObjectTypeContract<ObjectTypeContract.Shape> {
    private static final Shape SHAPE = shape(1);
    private static final Circle CIRCLE = circle(2);

    @Override
    FieldType<ObjectTypeContract.Shape> type() {
        return Types.object(Shape.class).orSubtypes();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(new Coercion(SHAPE, SHAPE), new Coercion(CIRCLE, CIRCLE));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, "expected a Shape or a subtype but was null"),
                new Refusal("Shape", "expected a Shape or a subtype but was \"Shape\" (String)"),
                new Refusal(Map.of("id", 1), "expected a Shape or a subtype but was {id=1} (Map)"),
                new Refusal(List.of(), "expected a Shape or a subtype but was [] (List)"),
                new Refusal(shapes(), "expected a Shape or a subtype but was a contract.ShapeList 1.0"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(SHAPE, envelope(SHAPE), "Shape(1)"), new Form(CIRCLE, envelope(CIRCLE), "Circle"));
    }

    @Override
    List<List<ObjectTypeContract.Shape>> same() {
        return List.of(List.of(CIRCLE), List.of(SHAPE));
    }

    @Override
    ObjectTypeContract.Shape generate(Random random) {
        return random.nextBoolean() ? shape(any(random)) : circle(any(random));
    }
}
