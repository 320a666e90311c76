package org.versionedobjects.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.json.ObjectCodec;

/** A dynamic type with one field of the type under test, and a codec for it. */
final class OneField<T extends @Nullable Object> {
    static final String NAME = "contract.Holder";

    private final Field<T> field;
    private final ObjectType<DynamicObject> type;
    private final ObjectCodec codec;
    private final Profile profile;

    OneField(FieldType<T> fieldType, Profile profile, List<ObjectType<?>> nested) {
        this(FieldSpec.of(fieldType), profile, nested);
    }

    private OneField(FieldSpec<T> spec, Profile profile, List<ObjectType<?>> nested) {
        this.profile = profile;
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("contract", "Holder");
        field = define.field("value", spec);
        type = define.version("1.0");
        List<ObjectType<?>> types = new ArrayList<>(nested);
        types.add(type);
        codec = ObjectCodec.builder(ObjectRegistry.of(types)).profile(profile).build();
    }

    static <T extends @Nullable Object> Holder<T> secret(FieldType<T> fieldType, List<ObjectType<?>> nested) {
        return new OneField<>(fieldType.secret(), Profile.STRICT, nested).empty();
    }

    Holder<T> empty() {
        return new Holder<>(type.newObject(), field, profile);
    }

    Holder<T> loaded(T value) {
        Holder<T> holder = empty();
        holder.set(value);
        holder.object.resetChangesDeep();
        return holder;
    }

    String json(T value) {
        return codec.toJson(loaded(value).object);
    }

    T fromJson(String json) {
        return codec.fromJson(type, json).get(field);
    }

    @Nullable
    Object primitive(T value) {
        Map<?, ?> envelope = codec.toPrimitive(loaded(value).object);
        return ((Map<?, ?>) envelope.get("versioned_object.data")).get("value");
    }

    T read(@Nullable Object primitive) {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("value", primitive);
        return codec.fromPrimitive(
                        type,
                        Map.of(
                                "versioned_object.name", "Holder",
                                "versioned_object.namespace", "contract",
                                "versioned_object.version", "1.0",
                                "versioned_object.data", data))
                .get(field);
    }

    /** One object of the type. */
    record Holder<T extends @Nullable Object>(DynamicObject object, Field<T> field, Profile profile) {
        /** Sets a value, under OSLO as oslo does: there are values that only coercion accepts, such as NaN. */
        void set(T value) {
            if (profile == Profile.OSLO) {
                object.setFrom(field, value, profile);
            } else {
                object.set(field, value);
            }
        }

        void setFrom(@Nullable Object value) {
            object.setFrom(field, value);
        }

        T get() {
            return object.get(field);
        }

        boolean isSet() {
            return object.isSet(field);
        }

        List<Field<?>> changes() {
            return object.changes().fields();
        }

        @Override
        public String toString() {
            return object.toString();
        }
    }
}
