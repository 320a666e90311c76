package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.Profile;

class TextTypeTest extends FieldTypeContract<String> {
    private static final TextType TEXT = Types.string();
    private static final String EMOJI = "😀";

    @Override
    FieldType<String> type() {
        return TEXT;
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion("abc", "abc"),
                new Coercion("", ""),
                new Coercion(" padded \n", " padded \n"),
                new Coercion(CharBuffer.wrap("built"), "built"),
                new Coercion("é世" + EMOJI, "é世" + EMOJI));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, "expected a text but was null"),
                new Refusal(1, "expected a text but was 1 (Integer)"),
                new Refusal(true, "expected a text but was true (Boolean)"),
                new Refusal(List.of("a"), "expected a text but was [a] (List)"),
                new Refusal(
                        "a\ud800",
                        "expected a text of Unicode characters but was U+D800 alone at index 1;"
                                + " half of a surrogate pair cannot be written in UTF-8"),
                new Refusal(
                        "\udc00" + EMOJI,
                        "expected a text of Unicode characters but was U+DC00 alone at index 0;"
                                + " half of a surrogate pair cannot be written in UTF-8"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(
                new Coercion("abc", "abc"),
                new Coercion(true, "True"),
                new Coercion(false, "False"),
                new Coercion(-1, "-1"),
                new Coercion(BigInteger.TEN.pow(30), "1000000000000000000000000000000"),
                new Coercion(1.5, "1.5"),
                new Coercion(1.5f, "1.5"),
                new Coercion(123456789.12345679, "123456789.12345679"),
                new Coercion(1e-05, "1e-05"),
                new Coercion(0.0001, "0.0001"),
                new Coercion(1e15, "1000000000000000.0"),
                new Coercion(1e16, "1e+16"),
                new Coercion(1e300, "1e+300"),
                new Coercion(-0.0, "-0.0"),
                new Coercion(Double.NaN, "nan"),
                new Coercion(Double.NEGATIVE_INFINITY, "-inf"),
                new Coercion(LocalDateTime.parse("2024-02-29T12:34:56"), "2024-02-29 12:34:56"),
                new Coercion(Instant.parse("2024-02-29T12:34:56.789012Z"), "2024-02-29 12:34:56.789012+00:00"),
                new Coercion(OffsetDateTime.parse("2024-02-29T12:34:56+05:30"), "2024-02-29 12:34:56+05:30"),
                new Coercion(
                        OffsetDateTime.parse("2024-02-29T12:34:56+05:30").toZonedDateTime(),
                        "2024-02-29 12:34:56+05:30"));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal(null, "expected a text but was null"),
                new Refusal(new BigDecimal("1.5"), "expected a text but was 1.5 (BigDecimal)"),
                new Refusal(LocalDate.EPOCH, "expected a text but was 1970-01-01 (LocalDate)"),
                new Refusal(
                        LocalDateTime.parse("+10000-01-01T00:00:00"),
                        "expected a text but was +10000-01-01T00:00 (LocalDateTime)"),
                new Refusal(Instant.MAX, "expected a text but was +1000000000-12-31T23:59:59.999999999Z (Instant)"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form("abc", "abc", "'abc'"), new Form("", "", "''"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<String>> same() {
        return List.of(List.of("a", String.valueOf("a".toCharArray())), List.of("A"), List.of(""));
    }

    @Override
    String generate(Random random) {
        return random.ints(random.nextInt(20), 0, Character.MAX_CODE_POINT + 1)
                .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void accept_emoji_countsOneCharacter() {
        assertThat(TEXT.minLength(2).maxLength(2).accept(EMOJI + EMOJI)).isEqualTo(EMOJI + EMOJI);
        assertRefused(TEXT.minLength(2), EMOJI, "a text of at least 2 characters");
    }

    @Test
    void accept_tooLongText_isRefused() {
        assertRefused(TEXT.maxLength(1), "ab", "a text of at most 1 character");
        assertRefused(TEXT.minLength(1).maxLength(3), "", "a text of 1 to 3 characters");
    }

    @Test
    void accept_textThatMatchesInPart_isRefused() {
        TextType name = TEXT.matching("[a-z]+");

        assertThat(name.accept("abc")).isEqualTo("abc");
        assertRefused(name, "abc1", "a text that matches [a-z]+");
        assertRefused(name, "abc\n", "a text that matches [a-z]+");
    }

    @Test
    void accept_textThatMatchesOneOfTwoPatterns_isRefused() {
        TextType name = TEXT.matching("[a-z]+").matching(".*x");

        assertThat(name.accept("ax")).isEqualTo("ax");
        assertRefused(name, "a", "a text that matches [a-z]+ and .*x");
    }

    @Test
    void coerceOslo_textOfNumber_isCheckedToo() {
        TextType digit = TEXT.maxLength(1);

        assertThat(digit.coerce(7, Profile.OSLO)).isEqualTo("7");
        assertThatThrownBy(() -> digit.coerce(77, Profile.OSLO))
                .hasMessageContaining("expected a text of at most 1 character but was \"77\" (String)");
    }

    @Test
    void fromPrimitive_number_isTextForOsloOnly() {
        assertThat(TEXT.fromPrimitive(1L, Profile.OSLO)).isEqualTo("1");
        assertThatThrownBy(() -> TEXT.fromPrimitive(1L)).hasMessageContaining("expected a text but was 1 (Long)");
    }

    @Test
    void fromPrimitive_textAgainstRule_isRefused() {
        assertThatThrownBy(() -> TEXT.maxLength(1).fromPrimitive("ab"))
                .hasMessageContaining("expected a text of at most 1 character");
    }

    @Test
    void problems_ofBadPattern_nameIt() {
        assertThat(TEXT.matching("[a").problems())
                .containsExactly("the pattern \"[a\" is no regular expression: Unclosed character class");
    }

    @Test
    void problems_ofBadLengths_nameThem() {
        assertThat(TEXT.minLength(-1).problems()).containsExactly("a length is 0 or more, not -1");
        assertThat(TEXT.minLength(3).maxLength(2).problems()).containsExactly("no text has from 3 to 2 characters");
        assertThat(TEXT.minLength(1).maxLength(2).problems()).isEmpty();
    }

    private static void assertRefused(TextType type, String text, String expected) {
        assertThatThrownBy(() -> type.accept(text))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.facts().expected()).isEqualTo(expected));
    }
}
