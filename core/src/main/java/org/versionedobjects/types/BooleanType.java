package org.versionedobjects.types;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.versionedobjects.Profile;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;

final class BooleanType extends ScalarType<Boolean> {
    static final BooleanType INSTANCE = new BooleanType();

    private BooleanType() {
        super("true or false");
    }

    @Override
    Boolean coerceStrict(Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof CharSequence text) {
            if (text.toString().equals("true")) {
                return true;
            }
            if (text.toString().equals("false")) {
                return false;
            }
        }
        throw refused(value);
    }

    /** As Python: zero and what is empty are false, all else is true, "False" included. */
    @Override
    Boolean coerceOslo(Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof Number number) {
            return !isZero(number);
        }
        if (value instanceof CharSequence text) {
            return !text.isEmpty();
        }
        if (value instanceof Collection<?> collection) {
            return !collection.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return !value.getClass().isArray() || Array.getLength(value) > 0;
    }

    private static boolean isZero(Number number) {
        if (number instanceof BigInteger integer) {
            return integer.signum() == 0;
        }
        return number instanceof BigDecimal decimal ? decimal.signum() == 0 : number.doubleValue() == 0;
    }

    @Override
    public void write(Boolean value, ValueWriter out) {
        out.writeBoolean(value);
    }

    @Override
    public Boolean read(ValueReader in) {
        if (in.profile() == Profile.OSLO) {
            return readOslo(in);
        }
        if (in.kind() != ValueReader.Kind.BOOLEAN) {
            throw in.mismatch(describe());
        }
        return in.readBoolean();
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of("bool");
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return ValueSchema.of("boolean");
    }
}
