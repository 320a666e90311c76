package org.versionedobjects.types;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueSchema;

final class OffsetDateTimeType extends TimeType<OffsetDateTime> {
    static final OffsetDateTimeType INSTANCE = new OffsetDateTimeType();

    private OffsetDateTimeType() {
        super("an ISO 8601 time with an offset, such as 2024-02-29T12:34:56+05:30");
    }

    @Override
    OffsetDateTime parseTime(String text) {
        return OffsetDateTime.parse(text);
    }

    @Override
    @Nullable
    OffsetDateTime convert(Object value) {
        return value instanceof LocalDateTime ? null : OsloTimes.convert(value);
    }

    @Override
    @Nullable
    OffsetDateTime parseOslo(String text) {
        return OsloTimes.parse(text);
    }

    @Override
    @Nullable
    OffsetDateTime convertOslo(Object value) {
        return OsloTimes.convert(value);
    }

    @Override
    String text(OffsetDateTime value) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value);
    }

    @Override
    String osloText(OffsetDateTime value) {
        return OsloTimes.text(value);
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of("offsetDateTime");
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return SchemaTexts.timeWithZone();
    }
}
