package org.versionedobjects.types;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.versionedobjects.FieldType;

class UuidTypeTest extends FieldTypeContract<UUID> {
    private static final String EXPECTED = "expected a UUID but was ";

    @Override
    FieldType<UUID> type() {
        return Types.uuid();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(
                        UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"),
                        UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8")),
                new Coercion(
                        "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
                        UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8")),
                new Coercion(
                        "6BA7B811-9DAD-11D1-80B4-00C04FD430C8",
                        UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8")));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal(
                        "6ba7b8119dad11d180b400c04fd430c8", EXPECTED + "\"6ba7b8119dad11d180b400c04fd430c8\" (String)"),
                new Refusal(
                        "{6ba7b811-9dad-11d1-80b4-00c04fd430c8}",
                        EXPECTED + "\"{6ba7b811-9dad-11d1-80b4-00c04fd430c8}\" (String)"),
                new Refusal(
                        "urn:uuid:6ba7b811-9dad-11d1-80b4-00c04fd430c8",
                        EXPECTED + "\"urn:uuid:6ba7b811-9dad-11d1-80b4-00c04fd430c8\" (String)"),
                new Refusal("1-1-1-1-1", EXPECTED + "\"1-1-1-1-1\" (String)"),
                new Refusal("not a uuid", EXPECTED + "\"not a uuid\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal(
                        "6ba7b811-9dad-11d1-80b4-00c04fd430c8 ",
                        EXPECTED + "\"6ba7b811-9dad-11d1-80b4-00c04fd430c8 \" (String)"),
                new Refusal(
                        "6ga7b811-9dad-11d1-80b4-00c04fd430c8",
                        EXPECTED + "\"6ga7b811-9dad-11d1-80b4-00c04fd430c8\" (String)"),
                new Refusal(
                        "٦ba7b811-9dad-11d1-80b4-00c04fd430c8",
                        EXPECTED + "\"٦ba7b811-9dad-11d1-80b4-00c04fd430c8\" (String)"),
                new Refusal(
                        "6ba7b81109dad-11d1-80b4-00c04fd430c8",
                        EXPECTED + "\"6ba7b81109dad-11d1-80b4-00c04fd430c8\" (String)"),
                new Refusal(1, EXPECTED + "1 (Integer)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(
                new Coercion(
                        "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
                        UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8")),
                new Coercion(
                        "6BA7B811-9DAD-11D1-80B4-00C04FD430C8",
                        UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8")),
                new Coercion(
                        "6ba7b8119dad11d180b400c04fd430c8", UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8")),
                new Coercion(
                        "{6ba7b811-9dad-11d1-80b4-00c04fd430c8}",
                        UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8")),
                new Coercion(
                        "urn:uuid:6ba7b811-9dad-11d1-80b4-00c04fd430c8",
                        UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8")),
                new Coercion(
                        "URN:UUID:6ba7b811-9dad-11d1-80b4-00c04fd430c8",
                        UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8")),
                new Coercion(
                        "{6BA7B8119DAD11D180B400C04FD430C8}", UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8")),
                new Coercion(
                        UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"),
                        UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8")));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal("not a uuid", EXPECTED + "\"not a uuid\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal(
                        "{6ba7b811-9dad-11d1-80b4-00c04fd430c8",
                        EXPECTED + "\"{6ba7b811-9dad-11d1-80b4-00c04fd430c8\" (String)"),
                new Refusal(
                        "ba7b8119dad11d180b400c04fd430c8", EXPECTED + "\"ba7b8119dad11d180b400c04fd430c8\" (String)"),
                new Refusal(
                        "gba7b8119dad11d180b400c04fd430c8", EXPECTED + "\"gba7b8119dad11d180b400c04fd430c8\" (String)"),
                new Refusal(1, EXPECTED + "1 (Integer)"),
                new Refusal(true, EXPECTED + "true (Boolean)"),
                new Refusal(List.of("x"), EXPECTED + "[x] (List)"),
                new Refusal(null, EXPECTED + "null"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(
                UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"),
                "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
                "6ba7b811-9dad-11d1-80b4-00c04fd430c8"));
    }

    @Override
    List<Form> osloForms() {
        return List.of(new Form(
                UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"),
                "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
                "6ba7b811-9dad-11d1-80b4-00c04fd430c8"));
    }

    @Override
    List<List<UUID>> same() {
        return List.of(
                List.of(
                        UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"),
                        UUID.fromString("6BA7B811-9DAD-11D1-80B4-00C04FD430C8")),
                List.of(new UUID(0, 0)));
    }

    @Override
    UUID generate(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
