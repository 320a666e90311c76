package org.versionedobjects.types;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;

/** A type of an application's own, whose values must not be shown. */
final class MaskedType implements FieldType<String> {
    static final MaskedType INSTANCE = new MaskedType();

    @Override
    public String describe() {
        return "a pass phrase";
    }

    @Override
    public String accept(String value) {
        return value;
    }

    @Override
    public String coerce(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new InvalidValueException(Facts.expected(describe(), value == null ? "null" : Facts.MASK), null);
    }

    @Override
    public void write(String value, ValueWriter out) {
        out.writeText(value);
    }

    @Override
    public String read(ValueReader in) {
        if (in.kind() != ValueReader.Kind.TEXT) {
            throw in.mismatch(describe());
        }
        return in.readText();
    }

    @Override
    public String format(String value) {
        return Facts.MASK;
    }

    @Override
    public boolean isSecret() {
        return true;
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return ValueSchema.of("string");
    }
}
