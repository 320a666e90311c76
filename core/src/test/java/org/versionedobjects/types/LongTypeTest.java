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

class LongTypeTest extends FieldTypeContract<Long> {
    private static final String EXPECTED = "expected an integer of 64 bits but was ";

    @Override
    FieldType<Long> type() {
        return Types.longInteger();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(42L, 42L),
                new Coercion((byte) 1, 1L),
                new Coercion((short) 2, 2L),
                new Coercion(3, 3L),
                new Coercion(4.0, 4L),
                new Coercion(5.0f, 5L),
                new Coercion(BigInteger.valueOf(Long.MIN_VALUE), Long.MIN_VALUE),
                new Coercion(new BigDecimal("7.00"), 7L),
                new Coercion(new BigDecimal("1E+3"), 1000L),
                new Coercion("42", 42L),
                new Coercion("-007", -7L),
                new Coercion("9223372036854775807", Long.MAX_VALUE));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal(1.9, EXPECTED + "1.9 (Double)"),
                new Refusal(Double.NaN, EXPECTED + "NaN (Double)"),
                new Refusal(1e19, EXPECTED + "1.0E19 (Double)"),
                new Refusal(new BigDecimal("1E+999999999"), EXPECTED + "1E+999999999 (BigDecimal)"),
                new Refusal(new BigDecimal("1E-999999999"), EXPECTED + "1E-999999999 (BigDecimal)"),
                new Refusal("9223372036854775808", EXPECTED + "\"9223372036854775808\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal("-", EXPECTED + "\"-\" (String)"),
                new Refusal("+5", EXPECTED + "\"+5\" (String)"),
                new Refusal(" 7 ", EXPECTED + "\" 7 \" (String)"),
                new Refusal("1_000", EXPECTED + "\"1_000\" (String)"),
                new Refusal("4.0", EXPECTED + "\"4.0\" (String)"),
                new Refusal("0x10", EXPECTED + "\"0x10\" (String)"),
                new Refusal("٣", EXPECTED + "\"٣\" (String)"),
                new Refusal(true, EXPECTED + "true (Boolean)"),
                new Refusal(List.of(), EXPECTED + "[] (List)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(
                new Coercion(1.9, 1L),
                new Coercion(-1.9, -1L),
                new Coercion(-0.5, 0L),
                new Coercion(new BigDecimal("2.7"), 2L),
                new Coercion(new BigDecimal("1E-999999999"), 0L),
                new Coercion(true, 1L),
                new Coercion(false, 0L),
                new Coercion(" 7 ", 7L),
                new Coercion("\u00a07\n", 7L),
                new Coercion("+5", 5L),
                new Coercion("-0", 0L),
                new Coercion("010", 10L),
                new Coercion("1_000", 1000L),
                new Coercion("٣１", 31L),
                new Coercion(new byte[] {'1', '2'}, 12L));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("1.0", EXPECTED + "\"1.0\" (String)"),
                new Refusal("0x10", EXPECTED + "\"0x10\" (String)"),
                new Refusal(" ", EXPECTED + "\" \" (String)"),
                new Refusal("1__0", EXPECTED + "\"1__0\" (String)"),
                new Refusal("_1", EXPECTED + "\"_1\" (String)"),
                new Refusal("1_", EXPECTED + "\"1_\" (String)"),
                new Refusal("+_1", EXPECTED + "\"+_1\" (String)"),
                new Refusal("+-1", EXPECTED + "\"+-1\" (String)"),
                new Refusal("- 1", EXPECTED + "\"- 1\" (String)"),
                new Refusal("²", EXPECTED + "\"²\" (String)"),
                new Refusal(Double.NaN, EXPECTED + "NaN (Double)"),
                new Refusal(Double.POSITIVE_INFINITY, EXPECTED + "Infinity (Double)"),
                new Refusal(1e20, EXPECTED + "1.0E20 (Double)"),
                new Refusal("9223372036854775808", EXPECTED + "\"9223372036854775808\" (String)"),
                new Refusal(List.of(), EXPECTED + "[] (List)"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(-7L, -7L, "-7"), new Form(Long.MAX_VALUE, Long.MAX_VALUE, "9223372036854775807"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<Long>> same() {
        return List.of(List.of(1_000L, Long.valueOf("1000")), List.of(0L), List.of(-1L));
    }

    @Override
    Long generate(Random random) {
        return random.nextLong() >> random.nextInt(Long.SIZE);
    }

    @Test
    void accept_valueOutsideRange_isRefused() {
        NumberType<Long> percent = Types.longInteger().between(0L, 100L);

        assertThat(List.of(percent.accept(0L), percent.accept(100L))).containsExactly(0L, 100L);
        assertThatThrownBy(() -> percent.accept(101L))
                .hasMessageContaining("expected an integer of 64 bits from 0 to 100 but was 101 (Long)");
        assertThatThrownBy(() -> percent.coerce("-1"))
                .hasMessageContaining("expected an integer of 64 bits from 0 to 100 but was \"-1\" (String)");
        assertThatThrownBy(() -> percent.fromPrimitive(101L)).hasMessageContaining("from 0 to 100");
    }

    @Test
    void accept_valueBeyondOneBound_isRefused() {
        assertThatThrownBy(() -> Types.longInteger().nonNegative().accept(-1L))
                .hasMessageContaining("expected an integer of 64 bits not below 0 but was -1 (Long)");
        assertThatThrownBy(() -> Types.longInteger().atMost(5L).accept(6L))
                .hasMessageContaining("expected an integer of 64 bits not above 5 but was 6 (Long)");
    }

    @Test
    void problems_ofEmptyRange_nameIt() {
        assertThat(Types.longInteger().between(10L, 5L).problems()).containsExactly("no number is from 10 to 5");
        assertThat(Types.longInteger().between(5L, 5L).problems()).isEmpty();
    }

    @Test
    void fromPrimitive_numberWithFraction_isIntegerForOsloOnly() {
        assertThat(Types.longInteger().fromPrimitive(1.5, Profile.OSLO)).isEqualTo(1L);
        assertThatThrownBy(() -> Types.longInteger().fromPrimitive(42.0)).hasMessageContaining("42.0");
    }
}
