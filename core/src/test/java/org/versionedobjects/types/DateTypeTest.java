package org.versionedobjects.types;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.versionedobjects.FieldType;

class DateTypeTest extends FieldTypeContract<LocalDate> {
    private static final String EXPECTED = "expected an ISO 8601 date, such as 2024-02-29 but was ";

    @Override
    FieldType<LocalDate> type() {
        return Types.date();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 2, 29)),
                new Coercion("2024-02-29", LocalDate.of(2024, 2, 29)),
                new Coercion("+10000-01-01", LocalDate.of(10000, 1, 1)));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("2023-02-29", EXPECTED + "\"2023-02-29\" (String)"),
                new Refusal("20240229", EXPECTED + "\"20240229\" (String)"),
                new Refusal("2024-2-9", EXPECTED + "\"2024-2-9\" (String)"),
                new Refusal("2024-02", EXPECTED + "\"2024-02\" (String)"),
                new Refusal("2024-02-29T00:00:00", EXPECTED + "\"2024-02-29T00:00:00\" (String)"),
                new Refusal("2024-02-29Z", EXPECTED + "\"2024-02-29Z\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal(LocalDateTime.parse("2024-02-29T00:00:00"), EXPECTED + "2024-02-29T00:00 (LocalDateTime)"),
                new Refusal(20240229, EXPECTED + "20240229 (Integer)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(new Coercion("2024-02-29", LocalDate.of(2024, 2, 29)));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(new Refusal("20240229", EXPECTED + "\"20240229\" (String)"));
    }

    @Override
    List<Form> forms() {
        return List.of(
                new Form(LocalDate.of(2024, 2, 29), "2024-02-29", "2024-02-29"),
                new Form(LocalDate.MAX, "+999999999-12-31", "+999999999-12-31"),
                new Form(LocalDate.MIN, "-999999999-01-01", "-999999999-01-01"));
    }

    @Override
    List<Form> osloForms() {
        return List.of();
    }

    @Override
    List<List<LocalDate>> same() {
        return List.of(
                List.of(LocalDate.of(2024, 2, 29), LocalDate.parse("2024-02-29")), List.of(LocalDate.of(2024, 2, 28)));
    }

    @Override
    LocalDate generate(Random random) {
        return LocalDate.ofEpochDay(random.nextLong(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay()));
    }
}
