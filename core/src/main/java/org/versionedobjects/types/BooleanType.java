package org.versionedobjects.types;

import org.versionedobjects.Profile;
import org.versionedobjects.ValueReader;
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
}
