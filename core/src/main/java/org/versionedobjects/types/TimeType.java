package org.versionedobjects.types;

import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** What types of times have in common: a text that java.time parses, of sensible length. */
abstract class TimeType<T> extends TextualType<T> {
    private static final int MOST_CHARACTERS = 64;

    TimeType(String description) {
        super(description);
    }

    /** Makes a value of a text; java.time's exception says that it is none. */
    abstract T parseTime(String text);

    @Override
    final @Nullable T parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return null;
        }
        try {
            return parseTime(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
