package org.versionedobjects.types;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.versionedobjects.FieldType;

class DurationTypeTest extends FieldTypeContract<Duration> {
    private static final String EXPECTED = "expected an ISO 8601 duration, such as PT1H30M but was ";

    @Override
    FieldType<Duration> type() {
        return Types.duration();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(Duration.ofMinutes(90), Duration.ofMinutes(90)),
                new Coercion("PT1H30M", Duration.ofMinutes(90)),
                new Coercion("PT90M", Duration.ofMinutes(90)),
                new Coercion("P1DT12H", Duration.ofHours(36)),
                new Coercion("PT0.000000001S", Duration.ofNanos(1)),
                new Coercion("-PT1H", Duration.ofHours(-1)));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("P1Y", EXPECTED + "\"P1Y\" (String)"),
                new Refusal("P1W", EXPECTED + "\"P1W\" (String)"),
                new Refusal("1h", EXPECTED + "\"1h\" (String)"),
                new Refusal("90", EXPECTED + "\"90\" (String)"),
                new Refusal("PT", EXPECTED + "\"PT\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal("PT9999999999999999999S", EXPECTED + "\"PT9999999999999999999S\" (String)"),
                new Refusal(90, EXPECTED + "90 (Integer)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(new Coercion("PT1H30M", Duration.ofMinutes(90)));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(new Refusal("1:30:00", EXPECTED + "\"1:30:00\" (String)"));
    }

    @Override
    List<Form> forms() {
        return List.of(
                new Form(Duration.ofMinutes(90), "PT1H30M", "PT1H30M"),
                new Form(Duration.ZERO, "PT0S", "PT0S"),
                new Form(Duration.ofMillis(-1500), "PT-1.5S", "PT-1.5S"),
                new Form(
                        Duration.ofSeconds(Long.MIN_VALUE),
                        "PT-2562047788015215H-30M-8S",
                        "PT-2562047788015215H-30M-8S"));
    }

    @Override
    List<Form> osloForms() {
        return List.of();
    }

    @Override
    List<List<Duration>> same() {
        return List.of(
                List.of(Duration.ofMinutes(90), Duration.parse("PT5400S")), List.of(Duration.ofSeconds(5400, 1)));
    }

    @Override
    Duration generate(Random random) {
        return Duration.ofSeconds(random.nextLong(), random.nextInt(1_000_000_000) * random.nextLong(0, 2));
    }
}
