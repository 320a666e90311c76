package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.types.Types;

class FactsTest {
    private static final ObjectType<DynamicObject> THING =
            ObjectType.dynamic("demo", "Thing").version("1.2");

    @Test
    void sentence_saysWhoWhereWhatAndTheCure() {
        Facts facts = Facts.problem("the value does not fit")
                .withExpected("a UUID")
                .withWas("\"abc\"")
                .withAdvice("give another")
                .withObject(THING)
                .withPath("bulbs[3].serial");

        assertThat(facts.sentence())
                .isEqualTo("demo.Thing 1.2 at bulbs[3].serial: the value does not fit: expected a UUID but was \"abc\";"
                        + " give another");
    }

    @Test
    void sentence_withoutSomeFacts_readsWell() {
        assertThat(Facts.NONE.sentence()).isEmpty();
        assertThat(Facts.problem("it is broken").sentence()).isEqualTo("it is broken");
        assertThat(Facts.expected("a UUID", "7").sentence()).isEqualTo("expected a UUID but was 7");
        assertThat(Facts.expected("a UUID", null).sentence()).isEqualTo("expected a UUID");
        assertThat(Facts.NONE.withWas("7").sentence()).isEqualTo("was 7");
        assertThat(Facts.problem("it is broken").withWas("7").sentence()).isEqualTo("it is broken: was 7");
        assertThat(Facts.problem("it is broken").withPath("a").sentence()).isEqualTo("at a: it is broken");
        assertThat(Facts.problem("it is broken").withObject("demo.Thing", null).sentence())
                .isEqualTo("demo.Thing: it is broken");
    }

    @Test
    void within_putsADotOnlyBeforeNames() {
        Facts facts = Facts.NONE
                .within("serial")
                .within("[3]")
                .within("bulbs")
                .within("[\"a.b\"]")
                .within("rooms");

        assertThat(facts.path()).isEqualTo("rooms[\"a.b\"].bulbs[3].serial");
    }

    @Test
    void with_leavesTheFirstAsItWas() {
        Facts facts = Facts.expected("a UUID", "7");

        Facts changed = facts.withExpected("a text")
                .withWas(Facts.MASK)
                .withProblem("no")
                .within("a");

        assertThat(facts).isEqualTo(new Facts(null, null, "", null, "a UUID", "7", null));
        assertThat(changed).isEqualTo(new Facts(null, null, "a", "no", "a text", "***", null));
    }

    @Test
    void show_quotesTextsAndNamesClasses() {
        assertThat(Facts.show(null)).isEqualTo("null");
        assertThat(Facts.show("abc")).isEqualTo("\"abc\" (String)");
        assertThat(Facts.show(java.nio.CharBuffer.wrap("abc"))).startsWith("\"abc\" (");
        assertThat(Facts.show(42L)).isEqualTo("42 (Long)");
    }

    @Test
    void show_ofAnObject_tellsItsTypeOnly() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Safe");
        Field<String> code = define.field("code", Types.string());

        assertThat(Facts.show(define.version("1.0").with(code, "4711").build())).isEqualTo("a demo.Safe 1.0");
    }

    @Test
    void show_shortensWhatIsLong() {
        assertThat(Facts.show("x".repeat(120))).isEqualTo('"' + "x".repeat(120) + "\" (String)");
        assertThat(Facts.show("x".repeat(121))).isEqualTo('"' + "x".repeat(120) + "… (121 characters)\" (String)");
        assertThat(Facts.show(List.of("x".repeat(10_000)))).hasSizeLessThan(200);
    }
}
