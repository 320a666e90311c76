package org.versionedobjects.types;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueSchema;

final class InstantType extends TimeType<Instant> {
    static final InstantType INSTANCE = new InstantType();

    /** The bounds of texts: {@link Instant} goes one year further, and could not read what it writes there. */
    private static final long FIRST_SECOND = LocalDateTime.MIN.toEpochSecond(ZoneOffset.UTC);

    private static final long LAST_SECOND = LocalDateTime.MAX.toEpochSecond(ZoneOffset.UTC);

    private static final Instant FIRST_OF_OSLO = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_OF_OSLO = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private InstantType() {
        super("an ISO 8601 time with a zone, such as 2024-02-29T12:34:56Z");
    }

    @Override
    boolean isLegal(Instant value) {
        long second = value.getEpochSecond();
        return second >= FIRST_SECOND && second <= LAST_SECOND;
    }

    @Override
    Instant parseTime(String text) {
        Instant usual = InstantTexts.parse(text);
        return usual == null ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from) : usual;
    }

    @Override
    @Nullable
    Instant convert(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return value instanceof ZonedDateTime time ? time.toInstant() : null;
    }

    @Override
    @Nullable
    Instant parseOslo(String text) {
        return instant(OsloTimes.parse(text));
    }

    @Override
    @Nullable
    Instant convertOslo(Object value) {
        return instant(OsloTimes.convert(value));
    }

    /** Returns the instant if its year in UTC is one that oslo has: the offset may lead out of them. */
    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        Instant instant = time == null ? null : time.toInstant();
        return instant == null || instant.isBefore(FIRST_OF_OSLO) || instant.isAfter(LAST_OF_OSLO) ? null : instant;
    }

    @Override
    String text(Instant value) {
        return InstantTexts.text(value);
    }

    @Override
    String osloText(Instant value) {
        return OsloTimes.text(value.atOffset(ZoneOffset.UTC));
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of("instant");
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return SchemaTexts.timeWithZone();
    }
}
