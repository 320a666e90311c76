package org.versionedobjects.types;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectList;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;

/** The contract for fields of versioned objects, and the models it is tested with. */
abstract class ObjectTypeContract<O extends VersionedObject> extends FieldTypeContract<O> {

    static class Shape extends VersionedObject {
        private static final ObjectType.Definition<Shape> DEFINE =
                ObjectType.define(Shape.class, "contract", "Shape", Shape::new);
        static final Field<Long> ID = DEFINE.field("id", Types.longInteger());
        static final ObjectType<Shape> TYPE = DEFINE.version("1.0");

        Shape() {
            super(TYPE);
        }

        Shape(ObjectType<? extends Shape> type) {
            super(type);
        }
    }

    static final class Circle extends Shape {
        private static final ObjectType.Definition<Circle> DEFINE =
                ObjectType.extending(Shape.TYPE, Circle.class, "contract", "Circle", Circle::new);
        static final Field<Long> RADIUS = DEFINE.field("radius", Types.longInteger());
        static final ObjectType<Circle> TYPE = DEFINE.version("1.3");

        Circle() {
            super(TYPE);
        }
    }

    static final ObjectType<ObjectList<Shape>> SHAPES = ObjectType.listOf("contract", "ShapeList", Shape.class);

    private static final ObjectCodec CODEC = ObjectCodec.of(ObjectRegistry.of(Shape.TYPE, Circle.TYPE, SHAPES));

    static Shape shape(long id) {
        return clean(Shape.TYPE.with(Shape.ID, id).build());
    }

    static Circle circle(long radius) {
        return clean(Circle.TYPE.with(Circle.RADIUS, radius).build());
    }

    static ObjectList<Shape> shapes(Shape... shapes) {
        ObjectList<Shape> list = SHAPES.newObject();
        list.set(list.objects(), List.of(shapes));
        return clean(list);
    }

    private static <V extends VersionedObject> V clean(V object) {
        object.resetChangesDeep();
        return object;
    }

    static Map<String, ?> envelope(VersionedObject object) {
        return CODEC.toPrimitive(object);
    }

    @Override
    List<ObjectType<?>> nested() {
        return List.of(Shape.TYPE, Circle.TYPE, SHAPES);
    }

    /** An object that was written and read is another one that says the same. */
    @Override
    boolean sameAfterWire(O one, O other) {
        return CODEC.toJson(one).equals(CODEC.toJson(other));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return accepted();
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return refused();
    }

    static long any(Random random) {
        return random.nextLong();
    }
}
