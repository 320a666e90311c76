package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.json.JsonText;
import org.versionedobjects.json.Limits;

class JsonDifferenceTest {
    private static @Nullable Object envelope(String data, String changes) {
        return JsonText.read(
                "{\"vo.name\": \"Rack\", \"vo.data\": " + data + ", \"vo.changes\": " + changes + "}", Limits.DEFAULT);
    }

    private static List<JsonDifference> between(@Nullable Object expected, @Nullable Object was) {
        return JsonDifference.between(expected, was);
    }

    @Test
    void whatIsInTheDataOfAnEnvelope_isRightBelowTheObject() {
        assertThat(between(envelope("{\"bolt\": {\"size\": 3}}", "[]"), envelope("{\"bolt\": {\"size\": 4}}", "[]")))
                .containsExactly(new JsonDifference("bolt.size", "3", "4"));
    }

    @Test
    void namesOfChangedFields_haveNoOrder() {
        assertThat(between(envelope("{}", "[\"a\", \"b\"]"), envelope("{}", "[\"b\", \"a\"]")))
                .isEmpty();
        assertThat(between(envelope("{}", "[\"b\", \"a\"]"), envelope("{}", "[\"b\"]")))
                .containsExactly(new JsonDifference("changes", "[\"a\", \"b\"]", "[\"b\"]"));
    }

    @Test
    void whatIsNoLetter_isShownAsJsonHasIt() {
        assertThat(between(List.of("a\nb"), List.of("a\u0001")))
                .containsExactly(new JsonDifference("[0]", "\"a\\nb\"", "\"a\\u0001\""));
    }

    @Test
    void whatOnlyOneHas_isNothingInTheOther() {
        assertThat(between(envelope("{\"a\": null}", "[]"), envelope("{}", "[]")))
                .containsExactly(new JsonDifference("a", "null", "nothing"));
    }
}
