package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;

class PciAddressTypeTest extends FieldTypeContract<String> {
    private static final String EXPECTED =
            "expected a PCI address (domain:bus:slot.function), such as 0000:04:1f.7 but was ";

    @Override
    FieldType<String> type() {
        return Types.pciAddress();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion("0000:0f:1f.7", "0000:0f:1f.7"),
                new Coercion("0000:0F:1F.7", "0000:0f:1f.7"),
                new Coercion("ABCD:04:02.0", "abcd:04:02.0"));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("0000:0f:2f.7", EXPECTED + "\"0000:0f:2f.7\" (String)"),
                new Refusal("0000:0f:1f.8", EXPECTED + "\"0000:0f:1f.8\" (String)"),
                new Refusal("04:02.0", EXPECTED + "\"04:02.0\" (String)"),
                new Refusal("0000:04:02x0", EXPECTED + "\"0000:04:02x0\" (String)"),
                new Refusal("0000:0f:1f.7\n", EXPECTED + "\"0000:0f:1f.7\n\" (String)"),
                new Refusal(" 0000:0f:1f.7", EXPECTED + "\" 0000:0f:1f.7\" (String)"),
                new Refusal("g000:04:02.0", EXPECTED + "\"g000:04:02.0\" (String)"),
                new Refusal("0000-04-02.0", EXPECTED + "\"0000-04-02.0\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal(1, EXPECTED + "1 (Integer)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(new Coercion("0000:0F:1F.7", "0000:0f:1f.7"));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal("0000:0f:2f.7", EXPECTED + "\"0000:0f:2f.7\" (String)"),
                new Refusal("04:02.0", EXPECTED + "\"04:02.0\" (String)"),
                new Refusal("0000:04:02x0", EXPECTED + "\"0000:04:02x0\" (String)"),
                new Refusal("0000:0f:1f.7\n", EXPECTED + "\"0000:0f:1f.7\n\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal(List.of("x"), EXPECTED + "[x] (List)"),
                new Refusal(null, EXPECTED + "null"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form("0000:0f:1f.7", "0000:0f:1f.7", "0000:0f:1f.7"));
    }

    @Override
    List<Form> osloForms() {
        return List.of(new Form("0000:0f:1f.7", "0000:0f:1f.7", "0000:0f:1f.7"));
    }

    @Override
    List<List<String>> same() {
        return List.of(List.of("0000:0f:1f.7"), List.of("0001:0f:1f.7"));
    }

    @Override
    String generate(Random random) {
        return String.format(
                Locale.ROOT,
                "%04x:%02x:%02x.%d",
                random.nextInt(0x10000),
                random.nextInt(256),
                random.nextInt(32),
                random.nextInt(8));
    }

    @Test
    void accept_upperCase_storesLowerCase() {
        assertThat(type().accept("ABCD:0F:1F.7")).isEqualTo("abcd:0f:1f.7");
    }

    @Test
    void accept_otherText_isRefused() {
        assertThatThrownBy(() -> type().accept("04:02.0"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(EXPECTED + "\"04:02.0\" (String)");
    }
}
