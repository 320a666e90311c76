package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.MalformedJsonException;

/** JSON documents without objects: read, and laid out for people. */
class JsonTextTest {
    private static @Nullable Object read(String json) {
        return JsonText.read(json, Limits.DEFAULT);
    }

    private static Map<String, @Nullable Object> map(String name, @Nullable Object value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(name, value);
        return map;
    }

    @Test
    void entries_areOnOneLineWhereTheyFit_butNotOnTheFirstLevels() {
        Map<String, @Nullable Object> value = map("a", List.of(1, 2));
        value.put("b", Map.of());
        value.put("c", Arrays.asList("long enough", "for two lines", null));

        assertThat(JsonText.lines(value, 1, 20)).isEqualTo("""
                {
                  "a": [1, 2],
                  "b": {},
                  "c": [
                    "long enough",
                    "for two lines",
                    null
                  ]
                }
                """);
    }

    @ParameterizedTest
    @CsvSource({"19, 1", "18, 3"})
    void aLine_holdsTheCommaToo(int width, int lines) {
        assertThat(JsonText.lines(map("a", map("b", true)), 1, width)).hasLineCount(lines + 2);
    }

    @Test
    void texts_areWrittenAsTheyAre_exceptWhatNoFileHolds() {
        assertThat(JsonText.of("a \"b\" \\ \n\t\u0000 ü 😀")).isEqualTo("\"a \\\"b\\\" \\\\ \\n\\u0009\\u0000 ü 😀\"");
    }

    @Test
    void numbers_areReadAsTheyWereWritten() {
        List<Object> numbers = List.of(
                0L,
                -7L,
                Long.MIN_VALUE,
                BigInteger.TEN.pow(30),
                1.5,
                -0.0,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                new BigDecimal("1E+400"),
                new BigDecimal("0.12345678901234567890123"));

        assertThat(read(JsonText.of(numbers))).isEqualTo(numbers);
    }

    @ParameterizedTest
    @CsvSource({"2.0E-3, 0.002", "2e23, 2.0E23", "1.0E23, 1.0E23", "2.2250738585072014E-308, 2.2250738585072014E-308"})
    void aDouble_isItsShortestText_onAnyJava(double number, String text) {
        assertThat(JsonText.of(number)).isEqualTo(text);
    }

    @Test
    void anyText_isReadAsItWasWritten() {
        Random random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            String text = random.ints(5, 0, round % 2 == 0 ? 0x80 : 0x20000)
                    .filter(each -> each < Character.MIN_SURROGATE || each > Character.MAX_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            assertThat(read(JsonText.lines(map(text, text), 1, 10))).isEqualTo(map(text, text));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a': {'b': 1, 'b': 2}} | at a.b: the name is there twice, at line 1 for the second time",
                "[1, {'b': 1, 'b': 2}] | at [1].b: the name is there twice, at line 1 for the second time",
                "{} {} | the document goes on after its end at line 1",
                "{'a': | the JSON ends too early at line 1, column 6",
                "{a} | this is not JSON at line 1, column 2",
                "['\\u0144', '\\u00\u01344'] | this is not JSON at line 1, column 17"
            })
    void whatIsNoDocument_isRefused(String json, String message) {
        assertThatThrownBy(() -> read(json.replace('\'', '"')))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessage("[MalformedJson] " + message);
    }

    @Test
    void limits_areKept() {
        assertThatThrownBy(() -> JsonText.read("[[[]]]", Limits.DEFAULT.withDepth(2)))
                .isInstanceOf(LimitExceededException.class);
    }
}
