package org.versionedobjects.types;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import org.versionedobjects.Profile;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;

/** True and false by the words that people write for them; the words are those of oslo.utils {@code strutils}. */
final class FlexibleBooleanType extends ScalarType<Boolean> {
    static final FlexibleBooleanType INSTANCE = new FlexibleBooleanType();

    private static final Set<String> TRUE = Set.of("1", "t", "true", "on", "y", "yes");
    private static final Set<String> FALSE = Set.of("0", "f", "false", "off", "n", "no");

    private FlexibleBooleanType() {
        super("true or false, or one of the words 1, t, true, on, y, yes, 0, f, false, off, n, no");
    }

    @Override
    Boolean coerceStrict(Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        String word = word(value);
        if (!TRUE.contains(word) && !FALSE.contains(word)) {
            throw refused(value);
        }
        return TRUE.contains(word);
    }

    @Override
    Boolean coerceOslo(Object value) {
        return value instanceof Boolean bool ? bool : TRUE.contains(word(value));
    }

    private static String word(Object value) {
        if (value instanceof CharSequence || value instanceof BigInteger || Numbers.isSmallInteger(value)) {
            return value.toString().strip().toLowerCase(Locale.ROOT);
        }
        return "";
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
            throw in.mismatch("true or false");
        }
        return in.readBoolean();
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of("flexibleBool");
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return ValueSchema.of("boolean");
    }
}
