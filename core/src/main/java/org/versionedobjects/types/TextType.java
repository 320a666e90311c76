package org.versionedobjects.types;

import org.versionedobjects.Profile;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;

final class TextType extends ScalarType<String> {
    static final TextType INSTANCE = new TextType();

    private TextType() {
        super("a text");
    }

    @Override
    String coerceStrict(Object value) {
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        throw refused(value);
    }

    @Override
    public void write(String value, ValueWriter out) {
        out.writeText(value);
    }

    @Override
    public String read(ValueReader in) {
        if (in.profile() == Profile.OSLO) {
            return readOslo(in);
        }
        if (in.kind() != ValueReader.Kind.TEXT) {
            throw in.mismatch(describe());
        }
        return in.readText();
    }

    @Override
    public String format(String value) {
        return "'" + value + "'";
    }
}
