package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.StateAccess;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;

/** Makes one object and those in it. Confined to one thread. */
final class SampleMaker implements SampleValues.Nest {
    /** What to fill a field with. */
    interface Filling {
        /** Returns an untyped value, {@link SampleValues#UNSET} for none. */
        @Nullable
        Object of(Field<?> field, SampleValues values, SampleValues.Nest nest);
    }

    static final Filling TYPICAL = (field, values, nest) -> values.typical(nest);

    /** So many objects are enough for a tree, whatever its types hold. */
    private static final int MOST_OBJECTS = 60;

    private final SampleFields fields;
    private final Map<ObjectType<?>, LongFunction<? extends VersionedObject>> makers;
    private final Filling inside;
    private int depth;
    private int left = MOST_OBJECTS;
    private long seed;

    /**
     * Makes a maker of one object.
     *
     * @param inside fills the objects in it
     * @param depth how many objects may be above another one
     */
    SampleMaker(
            SampleFields fields,
            Map<ObjectType<?>, LongFunction<? extends VersionedObject>> makers,
            Filling inside,
            int depth,
            long seed) {
        this.fields = fields;
        this.makers = makers;
        this.inside = inside;
        this.depth = depth;
        this.seed = seed;
    }

    <O extends VersionedObject> O make(ObjectType<O> type, Filling filling) {
        LongFunction<? extends VersionedObject> maker = makers.get(type);
        if (maker != null) {
            return type.javaClass().cast(maker.apply(seed++));
        }
        O object = StateAccess.newForLoading(type);
        type.fields().forEach(field -> fill(object, field, filling));
        return object;
    }

    void fill(VersionedObject object, Field<?> field, Filling filling) {
        Object value = filling.of(field, fields.of(object.objectType(), field), this);
        if (value != SampleValues.UNSET) {
            set(object, field, value);
        }
    }

    private static <T extends @Nullable Object> void set(
            VersionedObject object, Field<T> field, @Nullable Object value) {
        try {
            object.set(field, SampleFields.made(field.type(), value));
        } catch (VersionedObjectException e) {
            throw field.spec().isSecret() ? e.within(field.name()).masked() : e;
        }
    }

    @Override
    public @Nullable Object object(ObjectType<?> type) {
        if (depth == 0 || left == 0) {
            return null;
        }
        depth--;
        left--;
        try {
            return make(type, inside);
        } finally {
            depth++;
        }
    }

    /** Sets a field to another value than it has; returns whether there is one that it may be set to. */
    boolean change(VersionedObject object, Field<?> field) {
        SampleValues values = fields.of(object.objectType(), field);
        if (field.spec().isReadOnly()
                || StateAccess.isOwnChange(object, object.objectType().slot(field))) {
            return false;
        }
        for (int i = 0; i <= values.extremes(); i++) {
            int which = (i + 1) % values.extremes();
            try {
                fill(object, field, (any, all, nest) -> all.extreme(which, nest));
            } catch (VersionedObjectException e) { // a change that a state machine does not allow
                continue;
            }
            if (StateAccess.isOwnChange(object, object.objectType().slot(field))) {
                return true;
            }
        }
        return false;
    }

    /** Changes one field of each object directly inside; returns whether any was. */
    boolean changeInside(VersionedObject object) {
        boolean isChanged = false;
        for (Field<?> field : object.objectType().fields()) {
            for (VersionedObject each : nested(object, field)) {
                isChanged |= each.objectType().fields().stream()
                        .filter(one -> one.type().references().isEmpty())
                        .anyMatch(one -> change(each, one));
            }
        }
        return isChanged;
    }

    private static <T extends @Nullable Object> List<VersionedObject> nested(VersionedObject object, Field<T> field) {
        List<VersionedObject> found = new ArrayList<>();
        if (object.isSet(field)) {
            T value = object.get(field);
            if (value != null) {
                field.type().forEachNested(value, "", (path, each) -> found.add(each));
            }
        }
        return found;
    }
}
