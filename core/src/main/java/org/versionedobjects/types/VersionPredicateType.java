package org.versionedobjects.types;

import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;

final class VersionPredicateType extends ScalarType<VersionPredicate> {
    static final VersionPredicateType INSTANCE = new VersionPredicateType();

    private VersionPredicateType() {
        super(VersionPredicate.description());
    }

    @Override
    VersionPredicate coerceStrict(Object value) {
        if (value instanceof VersionPredicate predicate) {
            return predicate;
        }
        if (value instanceof CharSequence text) {
            return new VersionPredicate(text.toString());
        }
        throw refused(value);
    }

    @Override
    public void write(VersionPredicate value, ValueWriter out) {
        out.writeText(value.text());
    }

    @Override
    public VersionPredicate read(ValueReader in) {
        if (in.kind() != ValueReader.Kind.TEXT) {
            throw in.mismatch(describe());
        }
        return new VersionPredicate(in.readText());
    }

    @Override
    public String format(VersionPredicate value) {
        return "'" + value.text() + "'";
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of("versionPredicate");
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return ValueSchema.of("string");
    }
}
