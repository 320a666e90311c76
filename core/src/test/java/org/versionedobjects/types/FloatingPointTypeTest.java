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

class FloatingPointTypeTest extends FieldTypeContract<Double> {
    private static final String EXPECTED = "expected a finite number but was ";

    @Override
    FieldType<Double> type() {
        return Types.floatingPoint();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(1.5, 1.5),
                new Coercion(-0.0, -0.0),
                new Coercion(1.5f, 1.5),
                new Coercion(3, 3.0),
                new Coercion(BigInteger.TEN, 10.0),
                new Coercion(new BigDecimal("0.25"), 0.25),
                new Coercion("0.1", 0.1),
                new Coercion("+1e3", 1000.0));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal(Double.NaN, EXPECTED + "NaN (Double)"),
                new Refusal(Float.NEGATIVE_INFINITY, EXPECTED + "-Infinity (Float)"),
                new Refusal(9007199254740993L, EXPECTED + "9007199254740993 (Long)"),
                new Refusal(new BigDecimal("0.1"), EXPECTED + "0.1 (BigDecimal)"),
                new Refusal("1e999", EXPECTED + "\"1e999\" (String)"),
                new Refusal("nan", EXPECTED + "\"nan\" (String)"),
                new Refusal(".5", EXPECTED + "\".5\" (String)"),
                new Refusal("5.", EXPECTED + "\"5.\" (String)"),
                new Refusal("0x1p3", EXPECTED + "\"0x1p3\" (String)"),
                new Refusal("1d", EXPECTED + "\"1d\" (String)"),
                new Refusal(true, EXPECTED + "true (Boolean)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(
                new Coercion("1e3", 1000.0),
                new Coercion(" 1_0.5 ", 10.5),
                new Coercion(".5", 0.5),
                new Coercion("5.", 5.0),
                new Coercion("nan", Double.NaN),
                new Coercion("-Infinity", Double.NEGATIVE_INFINITY),
                new Coercion("1e999", Double.POSITIVE_INFINITY),
                new Coercion(Double.NaN, Double.NaN),
                new Coercion(true, 1.0),
                new Coercion(9007199254740993L, 9007199254740992.0),
                new Coercion(BigInteger.TEN.pow(30), 1e30),
                new Coercion(new byte[] {'1', '.', '5'}, 1.5));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal("abc", EXPECTED + "\"abc\" (String)"),
                new Refusal(".", EXPECTED + "\".\" (String)"),
                new Refusal("1_.5", EXPECTED + "\"1_.5\" (String)"),
                new Refusal("1d", EXPECTED + "\"1d\" (String)"),
                new Refusal(List.of(), EXPECTED + "[] (List)"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(1.5, 1.5, "1.5"), new Form(-0.0, -0.0, "-0.0"));
    }

    @Override
    List<Form> osloForms() {
        return List.of(
                new Form(Double.NaN, Double.NaN, "NaN"),
                new Form(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, "Infinity"),
                new Form(0.1, 0.1, "0.1"));
    }

    @Override
    List<List<Double>> same() {
        return List.of(List.of(1.5, Double.valueOf("1.50")), List.of(0.0), List.of(-0.0));
    }

    @Override
    Double generate(Random random) {
        double any = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(any) ? any : random.nextDouble();
    }

    @Test
    void coerceOsloNonNegative_takesWhatIsNotBelowZero() {
        NumberType<Double> share = Types.floatingPoint().nonNegative();

        assertThat(share.coerce("nan", Profile.OSLO)).isNaN();
        assertThat(share.coerce(-0.0, Profile.OSLO)).isEqualTo(-0.0);
        assertThat(share.coerce("inf", Profile.OSLO)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> share.coerce(-1.5, Profile.OSLO))
                .hasMessageContaining("expected a finite number not below 0.0 but was -1.5 (Double)");
    }

    @Test
    void fromPrimitive_nan_isRefusedButForOslo() {
        assertThat(Types.floatingPoint().fromPrimitive(Double.NaN, Profile.OSLO))
                .isNaN();
        assertThatThrownBy(() -> Types.floatingPoint().fromPrimitive(Double.NaN))
                .hasMessageContaining(EXPECTED + "NaN (Double)");
        assertThatThrownBy(() -> Types.floatingPoint().accept(Double.NaN)).hasMessageContaining(EXPECTED);
    }

    @Test
    void fromPrimitive_integer_isRead() {
        assertThat(Types.floatingPoint().fromPrimitive(3L)).isEqualTo(3.0);
    }

    @Test
    void problems_ofBoundThatIsNoNumber_nameIt() {
        assertThat(Types.floatingPoint().atLeast(Double.NaN).problems())
                .containsExactly("the bound NaN is not a finite number");
    }
}
