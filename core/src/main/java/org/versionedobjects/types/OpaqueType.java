package org.versionedobjects.types;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;
import org.versionedobjects.Profile;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;

/** The type of an application's own that is known by its description only: it takes whatever JSON can say. */
final class OpaqueType implements FieldType<Object> {
    private final TypeDescription description;

    OpaqueType(TypeDescription description) {
        this.description = new TypeDescription(description.kind(), false, description.options(), description.element())
                .without("as");
    }

    @Override
    public String describe() {
        Object told = description.option("description");
        return told instanceof String text ? text : "a value of the type " + description.kind();
    }

    @Override
    public Object accept(Object value) {
        return Types.json().accept(value);
    }

    @Override
    public Object coerce(@Nullable Object value) {
        return Types.json().coerce(value);
    }

    @Override
    public Object coerce(@Nullable Object value, Profile profile) {
        return Types.json().coerce(value, profile);
    }

    @Override
    public void write(Object value, ValueWriter out) {
        Types.json().write(value, out);
    }

    @Override
    public Object read(ValueReader in) {
        return Types.json().read(in);
    }

    @Override
    public boolean same(Object one, Object other) {
        return Types.json().same(one, other);
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return description;
    }

    @Override
    public String toString() {
        return describe();
    }
}
