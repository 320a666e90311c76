package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.versionedobjects.types.Types;

class VersionedObjectExceptionTest {
    private static final ObjectType.Definition<DynamicObject> DEFINE = ObjectType.dynamic("demo", "Safe");
    private static final Field<Map<String, List<Long>>> CODES =
            DEFINE.field("codes", Types.mapOf(Types.listOf(Types.longInteger())));
    private static final Field<List<String>> NAMES = DEFINE.field("names", Types.listOf(Types.string()));
    private static final Field<Long> PIN =
            DEFINE.field("pin", Types.longInteger().secret());
    private static final ObjectType<DynamicObject> TYPE = DEFINE.version("1.3");

    private static InvalidValueException refused(Field<?> field, Object value) {
        return catchThrowableOfType(
                InvalidValueException.class, () -> TYPE.newObject().setFrom(field, value));
    }

    @Test
    void message_isTheClassInBracketsAndTheSentence() {
        assertThat(new UnknownObjectException(Facts.problem("it is broken").withPath("a"), null))
                .hasMessage("[UnknownObject] at a: it is broken");
    }

    @Test
    void facts_sayObjectVersionPathExpectedAndWas() {
        Facts facts = refused(CODES, Map.of("b", List.of(1, 2, "three"))).facts();

        assertThat(facts.object()).isEqualTo("demo.Safe");
        assertThat(facts.version()).isEqualTo(Version.of(1, 3));
        assertThat(facts.path()).isEqualTo("codes[\"b\"][2]");
        assertThat(facts.expected()).isEqualTo(Types.longInteger().describe());
        assertThat(facts.was()).isEqualTo("\"three\" (String)");
    }

    @Test
    void secretField_isMaskedInFactsAndMessage() {
        InvalidValueException refused = refused(PIN, "4711-a");

        assertThat(refused.facts().was()).isEqualTo("***");
        assertThat(refused).hasMessageEndingWith("but was ***").hasMessageNotContaining("4711");
    }

    @Test
    void masked_withoutAValue_addsNone() {
        assertThat(new InvalidValueException(Facts.problem("no"), null).masked())
                .hasMessage("[InvalidValue] no");
    }

    @Test
    void longValues_areShortened() {
        assertThat(refused(PIN, "x".repeat(100_000)).getMessage()).hasSizeLessThan(400);
        assertThat(refused(CODES, "x".repeat(100_000)).getMessage()).hasSizeLessThan(400);
    }

    @Test
    void set_nullAmongElements_tellsWhich() {
        DynamicObject safe = TYPE.newObject();

        InvalidValueException refused =
                catchThrowableOfType(InvalidValueException.class, () -> safe.set(NAMES, Arrays.asList("a", null)));

        assertThat(refused.facts().path()).isEqualTo("names[1]");
        assertThat(safe.isSet(NAMES)).isFalse();
    }

    @Test
    void of_theOutermostObjectWins() {
        ObjectType<DynamicObject> outer = ObjectType.dynamic("demo", "House").version("2.0");

        VersionedObjectException exception = refused(PIN, true).within("safe").of(outer);

        assertThat(exception).hasMessageStartingWith("[InvalidValue] demo.House 2.0 at safe.pin: ");
    }

    @Test
    void cause_isKept() {
        Exception cause = new IllegalStateException("why");

        assertThat(new StreamFailedException(Facts.problem("it failed"), cause)).hasCause(cause);
    }

    @Test
    void serialised_keepsMessageAndFacts() throws Exception {
        InvalidValueException refused = refused(CODES, 3);

        InvalidValueException again = throughBytes(refused);

        assertThat(again).hasMessage(refused.getMessage());
        assertThat(again.facts()).isEqualTo(refused.facts());
    }

    @Test
    void serialised_keepsTheProblemsOfADefinition() throws Exception {
        InvalidDefinitionException refused = catchThrowableOfType(
                InvalidDefinitionException.class,
                () -> ObjectType.dynamic("demo", "").version("1").newObject());

        InvalidDefinitionException again = throughBytes(refused);

        assertThat(again.problems()).hasSize(2).isEqualTo(refused.problems());
        assertThat(again).hasMessage(refused.getMessage());
    }

    @Test
    void serialised_keepsSeveralFaults() throws Exception {
        SeveralFaultsException several = SeveralFaultsException.of(refused(PIN, true))
                .and(refused(CODES, 3))
                .stopped();

        SeveralFaultsException again = throughBytes(several);

        assertThat(again).hasMessage(several.getMessage());
        assertThat(again.isComplete()).isFalse();
        assertThat(again.faults()).extracting(each -> each.facts().path()).containsExactly("pin", "codes");
    }

    @Test
    void severalFaults_inAnother_areItsOwn() {
        VersionedObjectException inner = SeveralFaultsException.of(refused(PIN, true))
                .and(refused(CODES, 3))
                .within("safe");

        SeveralFaultsException outer =
                SeveralFaultsException.of(refused(NAMES, 1)).and(inner);

        assertThat(outer.faults())
                .extracting(each -> each.facts().path())
                .containsExactly("names", "safe.pin", "safe.codes");
        assertThat(inner.facts().path()).isEqualTo("safe");
        assertThat(outer.facts().path()).isEmpty();
        assertThat(outer.masked()).hasMessageNotContaining("(Integer)");
    }

    @SuppressWarnings({"unchecked", "BanSerializableRead"}) // what was written a line before
    private static <T> T throughBytes(T object) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
