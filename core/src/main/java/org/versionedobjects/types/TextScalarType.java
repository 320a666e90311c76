package org.versionedobjects.types;

import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Profile;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;

/** Single values of one class that stand on the wire as texts. */
abstract class TextScalarType<T> extends ScalarType<T> {
    private static final int MOST_CHARACTERS = 256;

    private final Class<T> javaClass;

    TextScalarType(String description, Class<T> javaClass) {
        super(description);
        this.javaClass = javaClass;
    }

    /** Returns how long a text can be at all; a longer one is not worth the time that parsing it takes. */
    int mostCharacters() {
        return MOST_CHARACTERS;
    }

    /** Returns the value that a text says; null, or one of the exceptions of parsers, if it says none. */
    abstract @Nullable T parse(String text);

    /** Returns the value that a text says by oslo's rules. Default: as {@link #parse}. */
    @Nullable
    T parseOslo(String text) {
        return parse(text);
    }

    /** Returns the text of a value in a profile. */
    String print(T value, Profile profile) {
        return value.toString();
    }

    @Override
    T coerceStrict(Object value) {
        if (javaClass.isInstance(value)) {
            return accept(javaClass.cast(value));
        }
        return required(value, value instanceof CharSequence text ? parsed(text.toString(), Profile.STRICT) : null);
    }

    @Override
    T coerceOslo(Object value) {
        return value instanceof CharSequence text
                ? required(value, parsed(text.toString(), Profile.OSLO))
                : coerceStrict(value);
    }

    private T required(Object given, @Nullable T made) {
        if (made == null) {
            throw refused(given);
        }
        return accept(made);
    }

    private @Nullable T parsed(String text, Profile profile) {
        if (text.length() > mostCharacters()) {
            return null;
        }
        try {
            return profile == Profile.OSLO ? parseOslo(text) : parse(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw refused(text);
        }
    }

    @Override
    public void write(T value, ValueWriter out) {
        out.writeText(print(value, out.profile()));
    }

    @Override
    public T read(ValueReader in) {
        if (in.profile() == Profile.OSLO) {
            return readOslo(in);
        }
        if (in.kind() != ValueReader.Kind.TEXT) {
            throw in.mismatch(describe());
        }
        String text = in.readText();
        return required(text, parsed(text, Profile.STRICT));
    }
}
