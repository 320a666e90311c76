package org.versionedobjects.types;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.versionedobjects.Profile;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;

final class InstantType extends ScalarType<Instant> {
    static final InstantType INSTANCE = new InstantType();

    private static final int MOST_CHARACTERS = 64;

    private InstantType() {
        super("an ISO 8601 time with a zone, such as 2024-02-29T12:34:56Z");
    }

    @Override
    Instant coerceStrict(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        if (value instanceof CharSequence text) {
            return parse(text.toString());
        }
        throw refused(value);
    }

    private Instant parse(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            try {
                return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
            } catch (DateTimeException e) {
                throw refused(text);
            }
        }
        throw refused(text);
    }

    @Override
    public void write(Instant value, ValueWriter out) {
        out.writeText(value.toString());
    }

    @Override
    public Instant read(ValueReader in) {
        if (in.profile() == Profile.OSLO) {
            return readOslo(in);
        }
        if (in.kind() != ValueReader.Kind.TEXT) {
            throw in.mismatch(describe());
        }
        return parse(in.readText());
    }
}
