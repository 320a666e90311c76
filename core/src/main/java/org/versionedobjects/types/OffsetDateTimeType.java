package org.versionedobjects.types;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Profile;

/** Times with their offset; two are the same if instant and offset are. */
final class OffsetDateTimeType extends TextScalarType<OffsetDateTime> {
    static final OffsetDateTimeType INSTANCE = new OffsetDateTimeType();

    private OffsetDateTimeType() {
        super("an ISO 8601 time with an offset, such as 2024-02-29T12:34:56+01:00", OffsetDateTime.class);
    }

    @Override
    OffsetDateTime coerceStrict(Object value) {
        if (value instanceof ZonedDateTime time) {
            return time.toOffsetDateTime();
        }
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return super.coerceStrict(value);
    }

    @Override
    OffsetDateTime coerceOslo(Object value) {
        return value instanceof LocalDateTime time ? time.atOffset(ZoneOffset.UTC) : super.coerceOslo(value);
    }

    @Override
    OffsetDateTime parse(String text) {
        return OffsetDateTime.parse(text);
    }

    @Override
    @Nullable
    OffsetDateTime parseOslo(String text) {
        return PythonTime.parse(text);
    }

    @Override
    String print(OffsetDateTime value, Profile profile) {
        return profile == Profile.OSLO ? PythonTime.print(value) : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value);
    }
}
