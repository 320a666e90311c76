package org.versionedobjects.types;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

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
}
