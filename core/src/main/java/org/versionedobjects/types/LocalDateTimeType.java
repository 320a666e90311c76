package org.versionedobjects.types;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Profile;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueSchema;

final class LocalDateTimeType extends TimeType<LocalDateTime> {
    static final LocalDateTimeType INSTANCE = new LocalDateTimeType();

    private LocalDateTimeType() {
        super("an ISO 8601 time without a zone, such as 2024-02-29T12:34:56");
    }

    @Override
    LocalDateTime parseTime(String text) {
        return LocalDateTime.parse(text);
    }

    @Override
    @Nullable
    LocalDateTime convert(Object value) {
        return value instanceof LocalDateTime time ? time : null;
    }

    @Override
    @Nullable
    LocalDateTime parseOslo(String text) {
        return withoutZone(OsloTimes.parse(text));
    }

    @Override
    @Nullable
    LocalDateTime convertOslo(Object value) {
        return withoutZone(OsloTimes.convert(value));
    }

    /** Drops the zone and shifts nothing, as oslo does. */
    private static @Nullable LocalDateTime withoutZone(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toLocalDateTime();
    }

    @Override
    String text(LocalDateTime value) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value);
    }

    @Override
    String osloText(LocalDateTime value) {
        return OsloTimes.text(value.atOffset(ZoneOffset.UTC));
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of("localDateTime");
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return context.profile() == Profile.OSLO ? SchemaTexts.timeWithZone() : SchemaTexts.matching(SchemaTexts.TIME);
    }
}
