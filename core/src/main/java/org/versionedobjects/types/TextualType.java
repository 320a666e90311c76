package org.versionedobjects.types;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Profile;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;

/**
 * What types have in common whose values are written as one text. A value comes from a text or from an object; the hooks
 * return null for what they cannot take.
 */
abstract class TextualType<T> extends ScalarType<T> {
    TextualType(String description) {
        super(description);
    }

    /** Returns whether a value of the right class is one of this type. */
    boolean isLegal(T value) {
        return true;
    }

    @Override
    public T accept(T value) {
        if (value == null || !isLegal(value)) {
            throw refused(value);
        }
        return value;
    }

    /** Makes a value of a text of the standard. */
    abstract @Nullable T parse(String text);

    /** Makes a value of an object that is no text. */
    abstract @Nullable T convert(Object value);

    /** Makes a value of any text that oslo takes. */
    @Nullable
    T parseOslo(String text) {
        return parse(text);
    }

    /** Makes a value of any object that is no text and that oslo takes. */
    @Nullable
    T convertOslo(Object value) {
        return convert(value);
    }

    /** Returns the text of the standard. */
    abstract String text(T value);

    /** Returns the text that oslo writes. */
    String osloText(T value) {
        return text(value);
    }

    @Override
    final T coerceStrict(Object value) {
        T made = convert(value); // first, since most are what they should be already
        return taken(made == null && value instanceof CharSequence text ? parse(text.toString()) : made, value);
    }

    @Override
    final T coerceOslo(Object value) {
        return taken(value instanceof CharSequence text ? parseOslo(text.toString()) : convertOslo(value), value);
    }

    private T taken(@Nullable T made, Object given) {
        if (made == null || !isLegal(made)) {
            throw refused(given);
        }
        return made;
    }

    @Override
    public final void write(T value, ValueWriter out) {
        out.writeText(out.profile() == Profile.OSLO ? osloText(value) : text(value));
    }

    @Override
    public final T read(ValueReader in) {
        if (in.profile() == Profile.OSLO) {
            return readOslo(in);
        }
        if (in.kind() != ValueReader.Kind.TEXT) {
            throw in.mismatch(describe());
        }
        return coerceStrict(in.readText());
    }

    @Override
    public String format(T value) {
        return text(value);
    }
}
