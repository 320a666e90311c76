package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.CharBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.Profile;

class InstantTypeTest extends FieldTypeContract<Instant> {
    private static final String EXPECTED =
            "expected an ISO 8601 time with a zone, such as 2024-02-29T12:34:56Z but was ";

    @Override
    FieldType<Instant> type() {
        return Types.instant();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(Instant.parse("2024-02-29T12:34:56Z"), Instant.parse("2024-02-29T12:34:56Z")),
                new Coercion(OffsetDateTime.parse("2024-02-29T12:34:56+05:30"), Instant.parse("2024-02-29T07:04:56Z")),
                new Coercion(
                        ZonedDateTime.of(2024, 2, 29, 12, 34, 56, 0, ZoneId.of("Asia/Kolkata")),
                        Instant.parse("2024-02-29T07:04:56Z")),
                new Coercion("2024-02-29T12:34:56.123456789Z", Instant.parse("2024-02-29T12:34:56.123456789Z")),
                new Coercion("2024-02-29T12:34:56+05:30", Instant.parse("2024-02-29T07:04:56Z")),
                new Coercion("2024-02-29T12:34Z", Instant.parse("2024-02-29T12:34:00Z")),
                new Coercion("+10000-01-01T00:00:00Z", Instant.parse("+10000-01-01T00:00:00Z")),
                new Coercion(CharBuffer.wrap("2024-02-29T12:34:56Z"), Instant.parse("2024-02-29T12:34:56Z")));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal(
                        "2024-02-29T12:34:56." + "0".repeat(50) + "Z",
                        EXPECTED + "\"2024-02-29T12:34:56." + "0".repeat(50) + "Z\" (String)"),
                new Refusal("2024-02-29", EXPECTED + "\"2024-02-29\" (String)"),
                new Refusal("2024-02-30T00:00:00Z", EXPECTED + "\"2024-02-30T00:00:00Z\" (String)"),
                new Refusal("2024-02-29T24:00:00Z", EXPECTED + "\"2024-02-29T24:00:00Z\" (String)"),
                new Refusal("2024-02-29T23:59:60Z", EXPECTED + "\"2024-02-29T23:59:60Z\" (String)"),
                new Refusal(" 2024-02-29T12:34:56Z", EXPECTED + "\" 2024-02-29T12:34:56Z\" (String)"),
                new Refusal("2024-02-29T12:34:56 Z", EXPECTED + "\"2024-02-29T12:34:56 Z\" (String)"),
                new Refusal("20240229T123456Z", EXPECTED + "\"20240229T123456Z\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal("2024-02-29T12:34:56", EXPECTED + "\"2024-02-29T12:34:56\" (String)"),
                new Refusal(
                        LocalDateTime.parse("2024-02-29T12:34:56"), EXPECTED + "2024-02-29T12:34:56 (LocalDateTime)"),
                new Refusal(1709210096L, EXPECTED + "1709210096 (Long)"),
                new Refusal(Instant.MAX, EXPECTED + "+1000000000-12-31T23:59:59.999999999Z (Instant)"),
                new Refusal(Instant.MIN, EXPECTED + "-1000000000-01-01T00:00:00Z (Instant)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(
                new Coercion(
                        "2024-02-29T12:34:56Z",
                        OffsetDateTime.parse("2024-02-29T12:34:56Z").toInstant()),
                new Coercion(
                        "2024-02-29T12:34:56",
                        OffsetDateTime.parse("2024-02-29T12:34:56Z").toInstant()),
                new Coercion(
                        "2024-02-29 12:34:56",
                        OffsetDateTime.parse("2024-02-29T12:34:56Z").toInstant()),
                new Coercion(
                        "2024-02-29T12:34:56+05:30",
                        OffsetDateTime.parse("2024-02-29T12:34:56+05:30").toInstant()),
                new Coercion(
                        "2024-02-29T12:34:56-0800",
                        OffsetDateTime.parse("2024-02-29T12:34:56-08:00").toInstant()),
                new Coercion(
                        "2024-02-29T12:34:56+05",
                        OffsetDateTime.parse("2024-02-29T12:34:56+05:00").toInstant()),
                new Coercion(
                        "2024-02-29T12:34:56.789Z",
                        OffsetDateTime.parse("2024-02-29T12:34:56.789Z").toInstant()),
                new Coercion(
                        "2024-02-29T12:34:56.7890129Z",
                        OffsetDateTime.parse("2024-02-29T12:34:56.789012Z").toInstant()),
                new Coercion(
                        "2024-02-29T12:34:56,5Z",
                        OffsetDateTime.parse("2024-02-29T12:34:56.5Z").toInstant()),
                new Coercion(
                        "2024-02-29T12:34Z",
                        OffsetDateTime.parse("2024-02-29T12:34:00Z").toInstant()),
                new Coercion(
                        "2024-02-29T12Z",
                        OffsetDateTime.parse("2024-02-29T12:00:00Z").toInstant()),
                new Coercion(
                        "2024-02-29",
                        OffsetDateTime.parse("2024-02-29T00:00:00Z").toInstant()),
                new Coercion(
                        "20240229", OffsetDateTime.parse("2024-02-29T00:00:00Z").toInstant()),
                new Coercion(
                        "2024-02", OffsetDateTime.parse("2024-02-01T00:00:00Z").toInstant()),
                new Coercion(
                        "2024", OffsetDateTime.parse("2024-01-01T00:00:00Z").toInstant()),
                new Coercion(
                        "20240229T123456Z",
                        OffsetDateTime.parse("2024-02-29T12:34:56Z").toInstant()),
                new Coercion(
                        "20240229T1234",
                        OffsetDateTime.parse("2024-02-29T12:34:00Z").toInstant()),
                new Coercion(
                        "2024-2-9T01:02:03Z",
                        OffsetDateTime.parse("2024-02-09T01:02:03Z").toInstant()),
                new Coercion(
                        "2024-02-29T12:34:56+14:00",
                        OffsetDateTime.parse("2024-02-29T12:34:56+14:00").toInstant()),
                new Coercion(
                        "2024-02-29T12:34:56-00:30",
                        OffsetDateTime.parse("2024-02-29T12:34:56-00:30").toInstant()),
                new Coercion(LocalDateTime.parse("2024-02-29T12:34:56"), Instant.parse("2024-02-29T12:34:56Z")),
                new Coercion(Instant.parse("2024-02-29T12:34:56.7Z"), Instant.parse("2024-02-29T12:34:56.7Z")));
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
                new Refusal(LocalDate.of(2024, 2, 29), EXPECTED + "2024-02-29 (LocalDate)"),
                new Refusal(Instant.MAX, EXPECTED + "+1000000000-12-31T23:59:59.999999999Z (Instant)"));
    }

    @Override
    List<Form> forms() {
        return List.of(
                new Form(Instant.parse("2024-02-29T12:34:56Z"), "2024-02-29T12:34:56Z", "2024-02-29T12:34:56Z"),
                new Form(
                        Instant.parse("2024-02-29T12:34:56.789Z"),
                        "2024-02-29T12:34:56.789Z",
                        "2024-02-29T12:34:56.789Z"),
                new Form(
                        LocalDateTime.MAX.toInstant(ZoneOffset.UTC),
                        "+999999999-12-31T23:59:59.999999999Z",
                        "+999999999-12-31T23:59:59.999999999Z"));
    }

    @Override
    List<Form> osloForms() {
        return List.of(
                new Form(Instant.parse("2024-02-29T12:34:56Z"), "2024-02-29T12:34:56Z", "2024-02-29T12:34:56Z"),
                new Form(Instant.parse("0001-01-01T00:00:00Z"), "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"));
    }

    @Override
    List<List<Instant>> same() {
        return List.of(
                List.of(Instant.parse("2024-02-29T12:34:56Z"), Instant.parse("2024-02-29T12:34:56.000Z")),
                List.of(Instant.parse("2024-02-29T12:34:56.000000001Z")));
    }

    @Override
    Instant generate(Random random) {
        return Instant.ofEpochSecond(
                random.nextLong(-62_135_596_800L, 253_402_300_800L), random.nextInt(1_000_000_000));
    }

    @Test
    void write_fraction_isCutForOsloOnly() {
        Instant value = Instant.parse("2024-02-29T12:34:56.999999999Z");

        assertThat(type().toPrimitive(value, Profile.OSLO)).isEqualTo("2024-02-29T12:34:56Z");
        assertThat(type().toPrimitive(value)).isEqualTo("2024-02-29T12:34:56.999999999Z");
    }

    @Test
    void write_yearThatPythonHasNot_isRefusedForOslo() {
        Instant value = Instant.parse("+10000-01-01T00:00:00Z");

        assertThatThrownBy(() -> type().toPrimitive(value, Profile.OSLO))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected a year from 1 to 9999, as Python's times have but was +10000-01-01");
    }

    @Test
    void read_offsetThatLeadsOutOfPythonsYears_isRefusedForOslo() {
        assertThat(type().fromPrimitive("9999-12-31T17:59:59-06:00", Profile.OSLO))
                .isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
        assertThatThrownBy(() -> type().fromPrimitive("9999-12-31T18:00:00-06:00", Profile.OSLO))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> type().fromPrimitive("0001-01-01T05:00:00+06:00", Profile.OSLO))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> type().coerce(Instant.parse("+10000-01-01T00:00:00Z"), Profile.OSLO))
                .isInstanceOf(InvalidValueException.class);
    }
}
