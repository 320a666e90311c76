package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;

class BytesTypeTest extends FieldTypeContract<byte[]> {
    private static final String EXPECTED = "expected bytes, as text in base64 with padding but was ";

    @Override
    FieldType<byte[]> type() {
        return Types.bytes();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(new byte[] {1, 2, 3}, new byte[] {1, 2, 3}),
                new Coercion(ByteBuffer.wrap(new byte[] {9, 1, 2, 3, 9}, 1, 3), new byte[] {1, 2, 3}),
                new Coercion("AQID", new byte[] {1, 2, 3}),
                new Coercion("AQ==", new byte[] {1}),
                new Coercion("+/8=", new byte[] {-5, -1}),
                new Coercion("", new byte[0]));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("AQ", EXPECTED + "\"AQ\" (String)"),
                new Refusal("AQ=", EXPECTED + "\"AQ=\" (String)"),
                new Refusal("AR==", EXPECTED + "\"AR==\" (String)"),
                new Refusal("-_8=", EXPECTED + "\"-_8=\" (String)"),
                new Refusal("AQ==\n", EXPECTED + "\"AQ==\n\" (String)"),
                new Refusal(" AQ==", EXPECTED + "\" AQ==\" (String)"),
                new Refusal("é", EXPECTED + "\"é\" (String)"),
                new Refusal(1, EXPECTED + "1 (Integer)"),
                new Refusal(List.of(1), EXPECTED + "[1] (List)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(new Coercion("AQID", new byte[] {1, 2, 3}));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(new Refusal("AQ", EXPECTED + "\"AQ\" (String)"));
    }

    @Override
    List<Form> forms() {
        return List.of(
                new Form(new byte[] {1, 2, 3}, "AQID", "byte[3] 010203"),
                new Form(new byte[0], "", "byte[0] "),
                new Form(new byte[] {0, 1, 2, 3, 4, 5, 6, -1}, "AAECAwQFBv8=", "byte[8] 00010203040506ff"),
                new Form(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, "AAECAwQFBgcI", "byte[9] 0001020304050607…"));
    }

    @Override
    List<Form> osloForms() {
        return List.of();
    }

    @Override
    List<List<byte[]>> same() {
        return List.of(
                List.of(new byte[] {1, 2, 3}, new byte[] {1, 2, 3}), List.of(new byte[] {1, 2}), List.of(new byte[0]));
    }

    @Override
    byte[] generate(Random random) {
        byte[] bytes = new byte[random.nextInt(1, 20)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    void spoil(byte[] value) {
        value[0]++;
    }

    @Test
    void coerce_buffer_doesNotMoveIt() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3});

        assertThat(type().coerce(buffer)).containsExactly(1, 2, 3);
        assertThat(buffer.position()).isZero();
    }

    @Test
    void accept_array_isCopied() {
        byte[] given = {1, 2, 3};
        byte[] accepted = type().accept(given);
        byte[] coerced = type().coerce(given);
        given[0] = 9;

        assertThat(accepted).containsExactly(1, 2, 3);
        assertThat(coerced).containsExactly(1, 2, 3);
    }
}
