package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;
import org.versionedobjects.Profile;

class DecimalTypeTest extends FieldTypeContract<BigDecimal> {
    private static final String EXPECTED = "expected a decimal number of at most 1000 digits but was ";

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    @Override
    FieldType<BigDecimal> type() {
        return Types.decimal();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(decimal("12.50"), decimal("12.50")),
                new Coercion(7, decimal("7")),
                new Coercion(BigInteger.TEN.pow(30), decimal("1E30")),
                new Coercion(0.1, decimal("0.1")),
                new Coercion(2e-3, decimal("0.002")),
                new Coercion("-12.50", decimal("-12.5")),
                new Coercion("1e3", decimal("1000")),
                new Coercion(decimal("1E+999"), decimal("1E+999")),
                new Coercion(decimal("1E-1000"), decimal("1E-1000")));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal(Double.NaN, EXPECTED + "NaN (Double)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal(" 1", EXPECTED + "\" 1\" (String)"),
                new Refusal("1,5", EXPECTED + "\"1,5\" (String)"),
                new Refusal("1e9999", EXPECTED + "\"1e9999\" (String)"),
                new Refusal(decimal("1E+1000"), EXPECTED + "1E+1000 (BigDecimal)"),
                new Refusal(decimal("1E-1001"), EXPECTED + "1E-1001 (BigDecimal)"),
                new Refusal(true, EXPECTED + "true (Boolean)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(new Coercion("12.5", decimal("12.5")));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(new Refusal("nan", EXPECTED + "\"nan\" (String)"));
    }

    @Override
    List<Form> forms() {
        return List.of(
                new Form(decimal("12.50"), "12.50", "12.50"),
                new Form(decimal("1E+3"), "1000", "1000"),
                new Form(decimal("1E-10"), "0.0000000001", "0.0000000001"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<BigDecimal>> same() {
        return List.of(
                List.of(decimal("1"), decimal("1.0"), decimal("1.00")),
                List.of(decimal("0"), decimal("0E+5"), decimal("-0.0")),
                List.of(decimal("1.01")));
    }

    @Override
    BigDecimal generate(Random random) {
        return new BigDecimal(new BigInteger(random.nextInt(300), random), random.nextInt(1_901) - 900);
    }

    @Test
    void fromPrimitive_number_isReadDigitByDigit() {
        assertThat(Types.decimal().fromPrimitive(decimal("0.12345678901234567890")))
                .isEqualTo(decimal("0.12345678901234567890"));
        assertThat(Types.decimal().fromPrimitive(42L, Profile.OSLO)).isEqualTo(decimal("42"));
        assertThatThrownBy(() -> Types.decimal().fromPrimitive(true)).hasMessageContaining(EXPECTED + "true");
    }

    @Test
    void scale_ofTooManyDigits_isRefused() {
        DecimalType money = Types.decimal().scale(2);

        assertThat(money.accept(decimal("1.5000"))).isEqualTo(decimal("1.50"));
        assertThat(money.accept(decimal("1.5"))).isEqualTo(decimal("1.5"));
        assertThatThrownBy(() -> money.accept(decimal("1.505")))
                .hasMessageContaining("expected a decimal number with at most 2 digits after the point but was 1.505");
    }

    @Test
    void accept_valueOutsideRange_isRefused() {
        assertThatThrownBy(() -> Types.decimal().scale(1).nonNegative().accept(decimal("-0.1")))
                .hasMessageContaining("with at most 1 digit after the point not below 0 but was -0.1");
        assertThat(Types.decimal().between(decimal("1"), decimal("2")).accept(decimal("2.0")))
                .isEqualTo(decimal("2.0"));
    }

    @Test
    void problems_ofBadOptions_nameThem() {
        assertThat(Types.decimal().scale(-1).problems()).containsExactly("the scale is 0 to 1000 digits, not -1");
        assertThat(Types.decimal().between(decimal("2"), decimal("1")).problems())
                .containsExactly("no number is from 2 to 1");
    }
}
