package org.versionedobjects.benchmarks.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWorkTest {
    /** A contender that does all but one thing as the tree does. */
    private static class Careless implements JsonWay<PlainConsumer, List<PlainConsumer>> {
        private final TreeWay tree = new TreeWay();

        @Override
        public String name() {
            return "Careless";
        }

        @Override
        public PlainConsumer consumer(ConsumerFacts facts) {
            return tree.consumer(facts);
        }

        @Override
        public ConsumerFacts facts(PlainConsumer consumer) {
            return tree.facts(consumer);
        }

        @Override
        public List<PlainConsumer> list(List<PlainConsumer> consumers) {
            return tree.list(consumers);
        }

        @Override
        public List<PlainConsumer> elements(List<PlainConsumer> list) {
            return tree.elements(list);
        }

        @Override
        public byte[] write(PlainConsumer consumer) {
            return tree.write(consumer);
        }

        @Override
        public PlainConsumer read(byte[] json) {
            return tree.read(json);
        }

        @Override
        public byte[] writeList(List<PlainConsumer> list) {
            return tree.writeList(list);
        }

        @Override
        public List<PlainConsumer> readList(byte[] json) {
            return tree.readList(json);
        }

        @Override
        public byte[] writeOld(PlainConsumer consumer) {
            return tree.writeOld(consumer);
        }
    }

    private final JsonWork work = new JsonWork();

    @Test
    void allContendersDoTheSame() {
        assertThatCode(work::check).doesNotThrowAnyException();
    }

    @Test
    void aContenderThatKeepsTheNewFieldForOldPeersIsFound() {
        assertThatThrownBy(() -> work.check(new Careless() {
                    @Override
                    public byte[] writeOld(PlainConsumer consumer) {
                        return write(consumer);
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("In J5 Careless did not do the same as the limit: expected ")
                .hasMessageEndingWith("a race between the two would say nothing");
    }

    @Test
    void aContenderThatForgetsAFieldWhenReadingAListIsFound() {
        assertThatThrownBy(() -> work.check(new Careless() {
                    @Override
                    public List<PlainConsumer> readList(byte[] json) {
                        List<PlainConsumer> list = super.readList(json);
                        list.get(999).user.externalId = "";
                        return list;
                    }
                }))
                .hasMessageStartingWith("In J4 Careless did not do the same")
                .hasMessageMatching(".*expected ….*userExternalId=[0-9a-f]+, .* but was ….*userExternalId=, .*")
                .hasMessageNotContaining("id=4711,");
    }

    @Test
    void pythonPutsBlanksAfterCommasAndColonsAndTheVersionAfterTheData() {
        String json = "{\"versioned_object.version\":\"1.0\",\"versioned_object.data\":{\"id\":1,\"name\":\"a:b,c\"}}";

        assertThat(new String(PythonText.of(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isEqualTo("{\"versioned_object.data\": {\"id\": 1, \"name\": \"a:b,c\"},"
                        + " \"versioned_object.version\": \"1.0\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T10:00:00Z",
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "2024-02-29T12:34:56Z",
                "2026-11-24T10:00:00.123456Z"
            })
    void timesByHandAreAsThoseOfTheJdk(String text) {
        byte[] bytes = new byte[36];
        int length = Ascii.write(Instant.parse(text), bytes);

        assertThat(new String(bytes, 0, length, StandardCharsets.US_ASCII)).isEqualTo(text);
        assertThat(Ascii.time(text.toCharArray(), 0, text.length())).isEqualTo(Instant.parse(text));
    }

    @Test
    void uuidsByHandAreAsThoseOfTheJdk() {
        UUID uuid = UUID.fromString("8a9bcb1e-9d6f-fa3e-8a44-0d5f2d3f6c10");
        byte[] bytes = new byte[36];
        Ascii.write(uuid, bytes);

        assertThat(new String(bytes, StandardCharsets.US_ASCII)).isEqualTo(uuid.toString());
        assertThat(Ascii.uuid(uuid.toString().toUpperCase(java.util.Locale.ROOT).toCharArray(), 0, 36))
                .isEqualTo(uuid);
        assertThatThrownBy(() -> Ascii.uuid("8a9bcb1e-9d6f-fa3e-8a44-0d5f2d3f6cg0".toCharArray(), 0, 36))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
