package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;

class EnumTypeTest extends FieldTypeContract<EnumTypeTest.Level> {
    private static final String EXPECTED = "expected one of LOW, HIGH but was ";
    private static final EnumType<Level> LEVEL = Types.enumOf(Level.class);

    enum Level {
        LOW,
        HIGH {
            @Override
            boolean isUrgent() {
                return true;
            }
        };

        boolean isUrgent() {
            return false;
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Other {
        LOW
    }

    enum Nothing {}

    @Override
    FieldType<Level> type() {
        return LEVEL;
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(Level.LOW, Level.LOW),
                new Coercion(Level.HIGH, Level.HIGH),
                new Coercion("HIGH", Level.HIGH));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("low", EXPECTED + "\"low\" (String)"),
                new Refusal(" LOW", EXPECTED + "\" LOW\" (String)"),
                new Refusal(0, EXPECTED + "0 (Integer)"),
                new Refusal(Other.LOW, EXPECTED + "LOW (Other)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return accepted();
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return refused();
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(Level.LOW, "LOW", "LOW"), new Form(Level.HIGH, "HIGH", "HIGH"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<Level>> same() {
        return List.of(List.of(Level.LOW), List.of(Level.HIGH));
    }

    @Override
    Level generate(Random random) {
        return random.nextBoolean() ? Level.LOW : Level.HIGH;
    }

    @Test
    void named_givesNamesOnTheWire() {
        EnumType<Level> level = LEVEL.named(Level::wireName);

        assertThat(level.toPrimitive(Level.HIGH)).isEqualTo("high");
        assertThat(level.fromPrimitive("high")).isEqualTo(Level.HIGH);
        assertThat(level.describe()).isEqualTo("one of low, high");
        assertThatThrownBy(() -> level.coerce("HIGH")).hasMessageContaining("expected one of low, high");
    }

    @Test
    void fromPrimitive_number_isRefused() {
        assertThatThrownBy(() -> LEVEL.fromPrimitive(0L)).hasMessageContaining(EXPECTED + "0 (Long)");
    }

    @Test
    void problems_ofTwoConstantsOfOneName_nameThem() {
        assertThat(LEVEL.named(level -> "x").problems()).containsExactly("the constants LOW and HIGH are both named x");
    }

    @Test
    void problems_ofNamesThatFail_nameTheConstants() {
        assertThat(LEVEL.named(level -> level == Level.LOW ? "low" : "".substring(1))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("the constant HIGH has no name: java.lang.StringIndexOutOfBoundsException");
    }

    @Test
    void problems_ofEmptyEnum_nameIt() {
        assertThat(Types.enumOf(Nothing.class).problems())
                .containsExactly("the enum " + Nothing.class.getName() + " has no constants");
    }
}
