package org.versionedobjects.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every golden case passes, or differs as {@code verdicts.tsv} says. */
class GoldenTest {
    private static final int GROUPS = 13;
    private static final int CASES = 768;
    private static final int MOST_DELIBERATE = 120;

    private static final Verdicts VERDICTS = Verdicts.read();
    private static final Map<String, Map<Verdict, Integer>> COUNTS = new TreeMap<>();

    @TestFactory
    Stream<DynamicTest> steps() {
        return GoldenFiles.GROUPS_OF_STEPS.stream()
                .flatMap(group -> GoldenFiles.read(group).stream().map(each -> test(group, id(each), Steps.run(each))));
    }

    @TestFactory
    Stream<DynamicTest> fields() {
        return GoldenFiles.read("fields").stream().flatMap(GoldenTest::fieldTests);
    }

    @SuppressWarnings("unchecked") // a field and its cases
    private static Stream<DynamicTest> fieldTests(Map<String, Object> entry) {
        Map<String, Object> field = (Map<String, Object>) entry.get("field");
        if (entry.get("constructor") instanceof Map<?, ?> refused) {
            return Stream.of(test("fields", id(entry), constructor(id(entry), field, refused.get("error"))));
        }
        return ((List<Map<String, Object>>) entry.get("cases"))
                .stream().map(each -> test("fields", id(each), outcome(each, () -> new FieldCase(field, each).set())));
    }

    private static Outcome constructor(String id, Map<String, Object> field, Object error) {
        try {
            return Outcome.differs(id, "constructor", new FieldCase(field, Map.of()).describe());
        } catch (RuntimeException e) {
            return Failures.standsFor(e, error) ? Outcome.passed(id) : Outcome.differs(id, "constructor", e);
        }
    }

    @TestFactory
    @SuppressWarnings("unchecked") // a field and its cases
    Stream<DynamicTest> primitives() {
        return GoldenFiles.read("from_primitive").stream().flatMap(entry -> {
            Map<String, Object> field = (Map<String, Object>) entry.get("field");
            return ((List<Map<String, Object>>) entry.get("cases"))
                    .stream()
                            .map(each -> test(
                                    "from_primitive",
                                    id(each),
                                    outcome(each, () -> new FieldCase(field, each).read())));
        });
    }

    private interface Run {
        Outcome run();
    }

    private static Outcome outcome(Map<String, Object> golden, Run run) {
        try {
            return run.run();
        } catch (RuntimeException e) {
            return Outcome.differs(id(golden), "type", e);
        }
    }

    @TestFactory
    Stream<DynamicTest> groupsForLater() {
        return GoldenFiles.GROUPS_FOR_LATER.stream()
                .flatMap(group -> GoldenFiles.read(group).stream()
                        .map(each -> test(group, id(each), new Outcome(id(each), "later: the group " + group))));
    }

    private static String id(Map<String, Object> golden) {
        return (String) golden.get("id");
    }

    private static DynamicTest test(String group, String id, Outcome outcome) {
        COUNTS.computeIfAbsent(group, each -> new TreeMap<>()).merge(VERDICTS.of(outcome), 1, Integer::sum);
        return DynamicTest.dynamicTest(id, () -> VERDICTS.check(outcome));
    }

    @Test
    void verdicts_areOfCasesThatThereAre() {
        List<String> all = new ArrayList<>();
        Stream.concat(GoldenFiles.GROUPS_OF_STEPS.stream(), GoldenFiles.GROUPS_FOR_LATER.stream())
                .forEach(group -> GoldenFiles.read(group).forEach(each -> all.add(id(each))));
        for (String group : List.of("fields", "from_primitive")) {
            GoldenFiles.read(group).forEach(entry -> {
                all.add(id(entry));
                ((List<?>) entry.get("cases")).forEach(each -> all.add((String) ((Map<?, ?>) each).get("id")));
            });
        }

        assertThat(all).containsAll(VERDICTS.ids());
    }

    @Test
    void data_isWhatOsloWrote() throws IOException, NoSuchAlgorithmException {
        Map<String, String> sums = new LinkedHashMap<>();
        for (String line : GoldenFiles.lines("SHA256SUMS")) {
            sums.put(line.substring(66), line.substring(0, 64));
        }
        assertThat(sums).hasSize(15);
        for (Map.Entry<String, String> each : sums.entrySet()) {
            byte[] content = GoldenFiles.bytes(each.getKey());
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            assertThat(HexFormat.of().formatHex(sum)).as(each.getKey()).isEqualTo(each.getValue());
            for (Path origin : GoldenFiles.origins()) {
                assertThat(Files.readString(origin.resolve(each.getKey())))
                        .isEqualTo(new String(content, StandardCharsets.UTF_8));
            }
        }
    }

    @AfterAll
    static void tellCounts() {
        Map<Verdict, Integer> total = new TreeMap<>();
        COUNTS.forEach((group, counts) -> {
            System.out.println("golden oslo-envelopes/" + group + ": " + Verdict.text(counts));
            counts.forEach((verdict, count) -> total.merge(verdict, count, Integer::sum));
        });
        System.out.println("golden oslo-envelopes: " + Verdict.text(total));
        if (COUNTS.size() == GROUPS) {
            assertThat(total.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(CASES);
            assertThat(total.getOrDefault(Verdict.DELIBERATE, 0)).isLessThanOrEqualTo(MOST_DELIBERATE);
        }
    }
}
