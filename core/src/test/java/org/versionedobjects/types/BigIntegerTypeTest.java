package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;

class BigIntegerTypeTest extends FieldTypeContract<BigInteger> {
    private static final String EXPECTED = "expected an integer of at most 1000 digits but was ";
    private static final BigInteger BIG = BigInteger.TEN.pow(30);
    private static final BigInteger TOO_BIG = BigInteger.TEN.pow(1_000);

    @Override
    FieldType<BigInteger> type() {
        return Types.bigInteger();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(BIG, BIG),
                new Coercion(5, BigInteger.valueOf(5)),
                new Coercion("1" + "0".repeat(30), BIG),
                new Coercion("-1" + "0".repeat(30), BIG.negate()),
                new Coercion(new BigDecimal("1E+30"), BIG),
                new Coercion(1e20, BigInteger.TEN.pow(20)),
                new Coercion("9".repeat(1_000), TOO_BIG.subtract(BigInteger.ONE)));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(0.5, EXPECTED + "0.5 (Double)"),
                new Refusal("x", EXPECTED + "\"x\" (String)"),
                new Refusal(new BigDecimal("1E+999999999"), EXPECTED + "1E+999999999 (BigDecimal)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(
                new Coercion(1e20, BigInteger.TEN.pow(20)),
                new Coercion(Double.valueOf("1e23"), new BigInteger("99999999999999991611392")),
                new Coercion(" 1_0 ", BigInteger.TEN));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal(Double.NaN, EXPECTED + "NaN (Double)"),
                new Refusal(new BigDecimal("1E+999999999"), EXPECTED + "1E+999999999 (BigDecimal)"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(BIG, BIG, "1000000000000000000000000000000"), new Form(BigInteger.TWO, 2L, "2"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<BigInteger>> same() {
        return List.of(List.of(BIG, BIG.negate().negate()), List.of(BIG.negate()), List.of(BigInteger.ZERO));
    }

    @Override
    BigInteger generate(Random random) {
        BigInteger magnitude = new BigInteger(random.nextInt(3_000), random);
        return random.nextBoolean() ? magnitude : magnitude.negate();
    }

    @Test
    void accept_integerOf1001Digits_isRefused() {
        assertThat(Types.bigInteger().accept(TOO_BIG.subtract(BigInteger.ONE))).isLessThan(TOO_BIG);
        assertThatThrownBy(() -> Types.bigInteger().accept(TOO_BIG)).hasMessageContaining(EXPECTED + "1000");
        assertThatThrownBy(() -> Types.bigInteger().coerce("1" + "0".repeat(1_000)))
                .hasMessageContaining(EXPECTED);
        assertThatThrownBy(() -> Types.bigInteger().fromPrimitive(TOO_BIG)).hasMessageContaining(EXPECTED);
    }

    @Test
    void problems_ofBoundWithTooManyDigits_nameIt() {
        assertThat(Types.bigInteger().atMost(TOO_BIG).problems())
                .singleElement()
                .asString()
                .endsWith("is not an integer of at most 1000 digits");
    }
}
