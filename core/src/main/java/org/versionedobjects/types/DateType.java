package org.versionedobjects.types;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueSchema;

final class DateType extends TimeType<LocalDate> {
    static final DateType INSTANCE = new DateType();

    private DateType() {
        super("an ISO 8601 date, such as 2024-02-29");
    }

    @Override
    LocalDate parseTime(String text) {
        return LocalDate.parse(text);
    }

    @Override
    @Nullable
    LocalDate convert(Object value) {
        return value instanceof LocalDate date ? date : null;
    }

    @Override
    String text(LocalDate value) {
        return value.toString();
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of("date");
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return SchemaTexts.matching(SchemaTexts.DATE).with("format", "date");
    }
}
