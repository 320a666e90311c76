package org.versionedobjects.types;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.versionedobjects.FieldType;
import org.versionedobjects.ObjectList;

/** The list objects of a class. */
class ObjectListFieldTest extends ObjectTypeContract<ObjectList<ObjectTypeContract.Shape>> {
    private static final Shape SHAPE = shape(1);
    private static final ObjectList<ObjectTypeContract.Shape> LIST = shapes(SHAPE, shape(2));

    @Override
    FieldType<ObjectList<ObjectTypeContract.Shape>> type() {
        return Types.objects(Shape.class);
    }

    @Override
    List<Coercion> accepted() {
        return List.of(new Coercion(LIST, LIST));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, "expected a list of Shape but was null"),
                new Refusal("Shape", "expected a list of Shape but was \"Shape\" (String)"),
                new Refusal(Map.of("id", 1), "expected a list of Shape but was {id=1} (Map)"),
                new Refusal(List.of(), "expected a list of Shape but was [] (List)"),
                new Refusal(SHAPE, "expected a list of Shape but was a contract.Shape 1.0"),
                new Refusal(List.of(SHAPE), "expected a list of Shape but was [Shape 1.0{id=1}] (List)"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(LIST, envelope(LIST), "ShapeList"));
    }

    @Override
    List<List<ObjectList<ObjectTypeContract.Shape>>> same() {
        return List.of(List.of(LIST), List.of(shapes(SHAPE)));
    }

    @Override
    ObjectList<ObjectTypeContract.Shape> generate(Random random) {
        return shapes(shape(any(random)), shape(any(random)));
    }
}
