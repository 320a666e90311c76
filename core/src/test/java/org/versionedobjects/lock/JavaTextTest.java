package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.versionedobjects.FieldType;
import org.versionedobjects.types.Types;

class JavaTextTest {
    private enum Light {
        RED,
        GREEN
    }

    static List<Arguments> types() {
        return List.of(
                Arguments.of(Types.uuid(), "Types.uuid()"),
                Arguments.of(Types.ipv4Network().nullable(), "Types.ipv4Network().nullable()"),
                Arguments.of(
                        Types.listOf(Types.string().maxLength(10)).nullable(),
                        "Types.listOf(Types.string().maxLength(10)).nullable()"),
                Arguments.of(
                        Types.mapOf(Types.setOf(Types.date().nullable())),
                        "Types.mapOf(Types.setOf(Types.date().nullable()))"),
                Arguments.of(
                        Types.secretString().minLength(1).matching("[\"\\\\\n]+"),
                        "Types.secretString().minLength(1).matching(\"[\\\"\\\\\\\\\\n]+\")"),
                Arguments.of(Types.integer().between(-1, 9), "Types.integer().atLeast(-1).atMost(9)"),
                Arguments.of(Types.longInteger().nonNegative(), "Types.longInteger().atLeast(0L)"),
                Arguments.of(
                        Types.bigInteger().atMost(BigInteger.TEN.pow(30)),
                        "Types.bigInteger().atMost(new BigInteger(\"1000000000000000000000000000000\"))"),
                Arguments.of(Types.floatingPoint().atLeast(0.5), "Types.floatingPoint().atLeast(0.5)"),
                Arguments.of(
                        Types.decimal().atLeast(new BigDecimal("0.10")).scale(2),
                        "Types.decimal().atLeast(new BigDecimal(\"0.10\")).scale(2)"),
                Arguments.of(Types.enumOf(Light.class), "Types.oneOf(\"GREEN\", \"RED\")"),
                Arguments.of(Types.oneOf("b", "a").open(), "Types.oneOf(\"a\", \"b\").open()"),
                Arguments.of(
                        Types.oneOf("a", "b", "c")
                                .transition("a", "b", "c")
                                .transition("b")
                                .added("1.1", "b")
                                .added("1.2", "c", "b")
                                .unknownAs("a"),
                        "Types.oneOf(\"a\", \"b\", \"c\").transition(\"a\", \"b\", \"c\").transition(\"b\")"
                                + ".added(\"1.1\", \"b\").added(\"1.2\", \"c\", \"b\").unknownAs(\"a\")"),
                Arguments.of(
                        Types.object("demo.x", "Rack")
                                .orSubtypes()
                                .child("1.0", "1.0")
                                .child("1.2", "1.1"),
                        "Types.object(\"demo.x\", \"Rack\").orSubtypes().child(\"1.0\", \"1.0\").child(\"1.2\", \"1.1\")"),
                Arguments.of(
                        Types.mapped(Types.string(), "an e-mail address", StringBuilder::new, StringBuilder::toString)
                                .nullable(),
                        "Types.mapped(Types.string(), \"an e-mail address\", make, unmake).nullable()"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void type_isWrittenAsTheJavaThatMakesIt(FieldType<?> type, String text) {
        assertThat(JavaText.of(type.description(names -> List.of(names.namespace() + "." + names.name()))))
                .isEqualTo(text);
    }
}
