package org.versionedobjects.types;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Profile;

final class InstantType extends TextScalarType<Instant> {
    static final InstantType INSTANCE = new InstantType();

    private InstantType() {
        super("an ISO 8601 time with a zone, such as 2024-02-29T12:34:56Z", Instant.class);
    }

    @Override
    Instant coerceStrict(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        return super.coerceStrict(value);
    }

    @Override
    Instant coerceOslo(Object value) {
        return value instanceof LocalDateTime time ? time.toInstant(ZoneOffset.UTC) : super.coerceOslo(value);
    }

    @Override
    Instant parse(String text) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    }

    @Override
    @Nullable
    Instant parseOslo(String text) {
        OffsetDateTime time = PythonTime.parse(text);
        return time == null ? null : time.toInstant();
    }

    @Override
    String print(Instant value, Profile profile) {
        return profile == Profile.OSLO ? PythonTime.print(value.atOffset(ZoneOffset.UTC)) : value.toString();
    }
}
