package org.versionedobjects.types;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;

/** A type of an application's own, whose values can be changed in place: an array with one number in it. */
final class ArrayType implements FieldType<long[]> {
    static final ArrayType INSTANCE = new ArrayType();

    @Override
    public String describe() {
        return "an array of one number";
    }

    @Override
    public long[] accept(long[] value) {
        return value.clone();
    }

    @Override
    public long[] coerce(@Nullable Object value) {
        if (value instanceof long[] array && array.length == 1) {
            return array.clone();
        }
        throw InvalidValueException.expected(describe(), value);
    }

    @Override
    public void write(long[] value, ValueWriter out) {
        out.writeLong(value[0]);
    }

    @Override
    public long[] read(ValueReader in) {
        if (in.kind() != ValueReader.Kind.INTEGER) {
            throw in.mismatch(describe());
        }
        return new long[] {in.readLong()};
    }

    @Override
    public boolean same(long[] one, long[] other) {
        return Arrays.equals(one, other);
    }

    @Override
    public String format(long[] value) {
        return Arrays.toString(value);
    }

    @Override
    public boolean isMutable() {
        return true;
    }

    @Override
    public long[] mutableCopy(long[] value) {
        return value.clone();
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return ValueSchema.of("integer").with("minimum", Long.MIN_VALUE).with("maximum", Long.MAX_VALUE);
    }
}
