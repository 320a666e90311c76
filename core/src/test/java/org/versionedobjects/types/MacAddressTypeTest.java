package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;

class MacAddressTypeTest extends FieldTypeContract<String> {
    private static final String EXPECTED = "expected a MAC address, such as fa:16:3e:00:00:01 but was ";

    @Override
    FieldType<String> type() {
        return Types.macAddress();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion("fa:16:3e:00:00:01", "fa:16:3e:00:00:01"),
                new Coercion("FA:16:3E:00:00:01", "fa:16:3e:00:00:01"),
                new Coercion("fa-16-3e-00-00-01", "fa:16:3e:00:00:01"),
                new Coercion("FA-16-3E-00-00-01", "fa:16:3e:00:00:01"));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("fa:16-3e:00-00:01", EXPECTED + "\"fa:16-3e:00-00:01\" (String)"),
                new Refusal("fa:16:3e:00:00", EXPECTED + "\"fa:16:3e:00:00\" (String)"),
                new Refusal("fa:16:3e:00:00:01:02", EXPECTED + "\"fa:16:3e:00:00:01:02\" (String)"),
                new Refusal("fa163e000001", EXPECTED + "\"fa163e000001\" (String)"),
                new Refusal("fa16.3e00.0001", EXPECTED + "\"fa16.3e00.0001\" (String)"),
                new Refusal(" fa:16:3e:00:00:01", EXPECTED + "\" fa:16:3e:00:00:01\" (String)"),
                new Refusal("fa:16:3e:00:00:01\n", EXPECTED + "\"fa:16:3e:00:00:01\n\" (String)"),
                new Refusal("f:16:3e:0:0:1", EXPECTED + "\"f:16:3e:0:0:1\" (String)"),
                new Refusal("ga:16:3e:00:00:01", EXPECTED + "\"ga:16:3e:00:00:01\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal(1, EXPECTED + "1 (Integer)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(
                new Coercion("fa:16:3e:00:00:01", "fa:16:3e:00:00:01"),
                new Coercion("FA:16-3e:00-00:01", "fa:16:3e:00:00:01"));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal("fa:16:3e:00:00", EXPECTED + "\"fa:16:3e:00:00\" (String)"),
                new Refusal("fa163e000001", EXPECTED + "\"fa163e000001\" (String)"),
                new Refusal("fa:16:3e:00:00:01\n", EXPECTED + "\"fa:16:3e:00:00:01\n\" (String)"),
                new Refusal(" fa:16:3e:00:00:01", EXPECTED + "\" fa:16:3e:00:00:01\" (String)"),
                new Refusal("f:16:3e:0:0:1", EXPECTED + "\"f:16:3e:0:0:1\" (String)"),
                new Refusal(1, EXPECTED + "1 (Integer)"),
                new Refusal(List.of("x"), EXPECTED + "[x] (List)"),
                new Refusal(null, EXPECTED + "null"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form("fa:16:3e:00:00:01", "fa:16:3e:00:00:01", "fa:16:3e:00:00:01"));
    }

    @Override
    List<Form> osloForms() {
        return List.of(new Form("fa:16:3e:00:00:01", "fa:16:3e:00:00:01", "fa:16:3e:00:00:01"));
    }

    @Override
    List<List<String>> same() {
        return List.of(List.of("fa:16:3e:00:00:01"), List.of("fa:16:3e:00:00:02"));
    }

    @Override
    String generate(Random random) {
        return String.format(
                Locale.ROOT, "%02x:%02x:00:00:ff:%02x", random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    @Test
    void accept_otherForm_storesTheOneForm() {
        assertThat(type().accept("FA-16-3E-00-00-01")).isEqualTo("fa:16:3e:00:00:01");
    }

    @Test
    void accept_otherText_isRefused() {
        assertThatThrownBy(() -> type().accept("fa"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(EXPECTED + "\"fa\" (String)");
    }
}
