package org.versionedobjects.types;

import java.time.LocalDate;

final class DateType extends TextScalarType<LocalDate> {
    static final DateType INSTANCE = new DateType();

    private DateType() {
        super("an ISO 8601 date, such as 2024-02-29", LocalDate.class);
    }

    @Override
    LocalDate parse(String text) {
        return LocalDate.parse(text);
    }
}
