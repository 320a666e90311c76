package org.versionedobjects.types;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.versionedobjects.FieldType;

class LocalDateTimeTypeTest extends FieldTypeContract<LocalDateTime> {
    private static final String EXPECTED =
            "expected an ISO 8601 time without a zone, such as 2024-02-29T12:34:56 but was ";

    @Override
    FieldType<LocalDateTime> type() {
        return Types.localDateTime();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(LocalDateTime.parse("2024-02-29T12:34:56"), LocalDateTime.parse("2024-02-29T12:34:56")),
                new Coercion("2024-02-29T12:34:56.123456789", LocalDateTime.parse("2024-02-29T12:34:56.123456789")),
                new Coercion("2024-02-29T12:34", LocalDateTime.parse("2024-02-29T12:34:00")));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("2024-02-29T12:34:56Z", EXPECTED + "\"2024-02-29T12:34:56Z\" (String)"),
                new Refusal("2024-02-29T12:34:56+05:30", EXPECTED + "\"2024-02-29T12:34:56+05:30\" (String)"),
                new Refusal("2024-02-29 12:34:56", EXPECTED + "\"2024-02-29 12:34:56\" (String)"),
                new Refusal("2024-02-29", EXPECTED + "\"2024-02-29\" (String)"),
                new Refusal("2024-02-30T00:00:00", EXPECTED + "\"2024-02-30T00:00:00\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal(Instant.parse("2024-02-29T12:34:56Z"), EXPECTED + "2024-02-29T12:34:56Z (Instant)"),
                new Refusal(
                        OffsetDateTime.parse("2024-02-29T12:34:56Z"),
                        EXPECTED + "2024-02-29T12:34:56Z (OffsetDateTime)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(
                new Coercion("2024-02-29T12:34:56Z", LocalDateTime.parse("2024-02-29T12:34:56")),
                new Coercion("2024-02-29T12:34:56", LocalDateTime.parse("2024-02-29T12:34:56")),
                new Coercion("2024-02-29 12:34:56", LocalDateTime.parse("2024-02-29T12:34:56")),
                new Coercion("2024-02-29T12:34:56+05:30", LocalDateTime.parse("2024-02-29T12:34:56")),
                new Coercion("2024-02-29T12:34:56-0800", LocalDateTime.parse("2024-02-29T12:34:56")),
                new Coercion("2024-02-29T12:34:56+05", LocalDateTime.parse("2024-02-29T12:34:56")),
                new Coercion("2024-02-29T12:34:56.789Z", LocalDateTime.parse("2024-02-29T12:34:56.789")),
                new Coercion("2024-02-29T12:34:56.7890129Z", LocalDateTime.parse("2024-02-29T12:34:56.789012")),
                new Coercion("2024-02-29T12:34:56,5Z", LocalDateTime.parse("2024-02-29T12:34:56.5")),
                new Coercion("2024-02-29T12:34Z", LocalDateTime.parse("2024-02-29T12:34:00")),
                new Coercion("2024-02-29T12Z", LocalDateTime.parse("2024-02-29T12:00:00")),
                new Coercion("2024-02-29", LocalDateTime.parse("2024-02-29T00:00:00")),
                new Coercion("20240229", LocalDateTime.parse("2024-02-29T00:00:00")),
                new Coercion("2024-02", LocalDateTime.parse("2024-02-01T00:00:00")),
                new Coercion("2024", LocalDateTime.parse("2024-01-01T00:00:00")),
                new Coercion("20240229T123456Z", LocalDateTime.parse("2024-02-29T12:34:56")),
                new Coercion("20240229T1234", LocalDateTime.parse("2024-02-29T12:34:00")),
                new Coercion("2024-2-9T01:02:03Z", LocalDateTime.parse("2024-02-09T01:02:03")),
                new Coercion("2024-02-29T12:34:56+14:00", LocalDateTime.parse("2024-02-29T12:34:56")),
                new Coercion("2024-02-29T12:34:56-00:30", LocalDateTime.parse("2024-02-29T12:34:56")),
                new Coercion(
                        OffsetDateTime.parse("2024-02-29T12:34:56.7+05:30"),
                        LocalDateTime.parse("2024-02-29T12:34:56.7")));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal("2024-2-9T1:2:3Z", EXPECTED + "\"2024-2-9T1:2:3Z\" (String)"),
                new Refusal("202402", EXPECTED + "\"202402\" (String)"),
                new Refusal("2024-02-29t12:34:56Z", EXPECTED + "\"2024-02-29t12:34:56Z\" (String)"),
                new Refusal("2024-02-29T12:34:56z", EXPECTED + "\"2024-02-29T12:34:56z\" (String)"),
                new Refusal("2024-02-30T00:00:00Z", EXPECTED + "\"2024-02-30T00:00:00Z\" (String)"),
                new Refusal("2024-13-01", EXPECTED + "\"2024-13-01\" (String)"),
                new Refusal("0000-01-01", EXPECTED + "\"0000-01-01\" (String)"),
                new Refusal("2024-02-29T23:59:60Z", EXPECTED + "\"2024-02-29T23:59:60Z\" (String)"),
                new Refusal("2024-02-29T24:00:00Z", EXPECTED + "\"2024-02-29T24:00:00Z\" (String)"),
                new Refusal("2024-W09-4", EXPECTED + "\"2024-W09-4\" (String)"),
                new Refusal("2024-060", EXPECTED + "\"2024-060\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal("abc", EXPECTED + "\"abc\" (String)"),
                new Refusal(" 2024-02-29T12:34:56Z", EXPECTED + "\" 2024-02-29T12:34:56Z\" (String)"),
                new Refusal("2024-02-29T12:34:56Z ", EXPECTED + "\"2024-02-29T12:34:56Z \" (String)"),
                new Refusal("2024-02-29T12:34:56UTC+05:30", EXPECTED + "\"2024-02-29T12:34:56UTC+05:30\" (String)"),
                new Refusal("2024-02-29T12:34:56+99:99", EXPECTED + "\"2024-02-29T12:34:56+99:99\" (String)"),
                new Refusal("2024-02-29T12:34:56.Z", EXPECTED + "\"2024-02-29T12:34:56.Z\" (String)"),
                new Refusal("1-01-01T00:00:00Z", EXPECTED + "\"1-01-01T00:00:00Z\" (String)"),
                new Refusal(null, EXPECTED + "null"),
                new Refusal(1709210096, EXPECTED + "1709210096 (Integer)"),
                new Refusal(1.5, EXPECTED + "1.5 (Double)"),
                new Refusal(List.of(), EXPECTED + "[] (List)"),
                new Refusal(LocalDate.of(2024, 2, 29), EXPECTED + "2024-02-29 (LocalDate)"));
    }

    @Override
    List<Form> forms() {
        return List.of(
                new Form(LocalDateTime.parse("2024-02-29T12:34:56"), "2024-02-29T12:34:56", "2024-02-29T12:34:56"),
                new Form(
                        LocalDateTime.parse("2024-02-29T12:34:00.7"), "2024-02-29T12:34:00.7", "2024-02-29T12:34:00.7"),
                new Form(
                        LocalDateTime.MAX,
                        "+999999999-12-31T23:59:59.999999999",
                        "+999999999-12-31T23:59:59.999999999"),
                new Form(LocalDateTime.MIN, "-999999999-01-01T00:00:00", "-999999999-01-01T00:00:00"));
    }

    @Override
    List<Form> osloForms() {
        return List.of(
                new Form(LocalDateTime.parse("2024-02-29T12:34:56"), "2024-02-29T12:34:56Z", "2024-02-29T12:34:56"));
    }

    @Override
    List<List<LocalDateTime>> same() {
        return List.of(
                List.of(LocalDateTime.parse("2024-02-29T12:34:56"), LocalDateTime.parse("2024-02-29T12:34:56.000")),
                List.of(LocalDateTime.parse("2024-02-29T12:34:56.1")));
    }

    @Override
    LocalDateTime generate(Random random) {
        return LocalDateTime.ofEpochSecond(
                random.nextLong(-62_135_596_800L, 253_402_300_800L), random.nextInt(1_000_000_000), ZoneOffset.UTC);
    }
}
