package org.versionedobjects.types;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Profile;

/** Times without zone. oslo drops a zone that is given, without shifting the time. */
final class LocalDateTimeType extends TextScalarType<LocalDateTime> {
    static final LocalDateTimeType INSTANCE = new LocalDateTimeType();

    private LocalDateTimeType() {
        super("an ISO 8601 time without zone, such as 2024-02-29T12:34:56", LocalDateTime.class);
    }

    @Override
    LocalDateTime coerceOslo(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toLocalDateTime();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toLocalDateTime();
        }
        return value instanceof Instant instant
                ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
                : super.coerceOslo(value);
    }

    @Override
    LocalDateTime parse(String text) {
        return LocalDateTime.parse(text);
    }

    @Override
    @Nullable
    LocalDateTime parseOslo(String text) {
        OffsetDateTime time = PythonTime.parse(text);
        return time == null ? null : time.toLocalDateTime();
    }

    @Override
    String print(LocalDateTime value, Profile profile) {
        return profile == Profile.OSLO ? PythonTime.print(value) : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value);
    }
}
