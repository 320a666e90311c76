package org.versionedobjects.benchmarks.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceTest {
    private static final RaceSettings SHORT =
            new RaceSettings(3, Duration.ofMillis(2), 100, 4, Duration.ofMillis(1), 2, true);

    private final List<String> slices = new ArrayList<>();

    private Contender contender(String name) {
        return new Contender(name, () -> 1).beforeSlice(() -> slices.add(name));
    }

    /** A contender that needs so much CPU time that nothing else matters. */
    private static Contender slow(String name) {
        return new Contender(name, () -> {
            double sum = 0;
            for (int i = 1; i < 20_000; i++) {
                sum += Math.sin(i);
            }
            return (int) sum;
        });
    }

    @Test
    void contendersTakeTurnsInAnOrderThatRotates() throws Exception {
        Race.of("T1", "work", contender("a"), contender("b"), contender("c")).run(SHORT);

        // two turns each to warm up, then three rounds
        assertThat(String.join("", slices)).isEqualTo("abcabc" + "abc" + "bca" + "cab");
    }

    @Test
    void aContenderThatStillBecomesFaster_isWarmedUpOn() throws Exception {
        int[] turns = {0};
        double[] sum = {0};
        Contender hastening = new Contender("a", () -> {
                    for (int i = 0; i < 400_000 >> Math.min(turns[0], 5); i++) {
                        sum[0] += Math.sin(i);
                    }
                    return (int) sum[0];
                })
                .beforeSlice(() -> turns[0]++);

        Race.of("T1", "work", hastening).run(new RaceSettings(1, Duration.ofMillis(1), 0, 8, Duration.ZERO, 7, true));

        assertThat(turns[0]).isBetween(6 + 1, 7 + 1); // each of five turns takes half the time of the one before
    }

    @Test
    void warmCallsCountObjects() throws Exception {
        RaceResult result = Race.of("T1", "work", slow("a"), slow("b"))
                .objectsPerCall(10)
                .run(new RaceSettings(1, Duration.ofMillis(1), 100, 4, Duration.ZERO, 2, true));

        assertThat(result.rows()).allSatisfy(row -> assertThat(row.warmCalls()).isGreaterThanOrEqualTo(10));
    }

    @Test
    void aCallThatTakesLongerThanTheSliceIsMadeOnce() throws Exception {
        RaceResult result = Race.of("T1", "work", new Contender("a", () -> {
                    Thread.sleep(5);
                    return 1;
                }))
                .run(SHORT);

        assertThat(result.rows().get(0).calls()).isEqualTo(SHORT.rounds());
    }

    @Test
    void whatIsDoneBeforeACallIsNotMeasured() throws Exception {
        byte[][] kept = new byte[1][];
        Contender prepared = new Contender("a", () -> kept[0].length).beforeCall(() -> kept[0] = new byte[1_000_000]);

        RaceResult result = Race.of("T1", "work", prepared).run(SHORT);

        assertThat(result.rows().get(0).bytes()).isLessThan(1_000_000);
    }

    @Test
    void theSlowerOneIsSeenAndItsBoundMissed() throws Exception {
        RaceResult result = Race.of("T1", "work", new Contender("limit", () -> 1), slow("ours"), slow("peer"))
                .ours("ours")
                .peer("peer")
                .bound(Measure.CPU, 1.1)
                .run(SHORT);

        assertThat(result.rows()).extracting(Row::role).containsExactly(Row.Role.LIMIT, Row.Role.OURS, Row.Role.PEER);
        assertThat(result.rows().get(1).cpu().median()).isGreaterThan(10);
        assertThat(result.checks().get(0).claim()).isEqualTo("CPU at most 1.1 × limit");
        assertThat(result.checks().get(0).isMissed()).isTrue();
        assertThat(result.checks().get(1).claim()).isEqualTo("ahead of peer in CPU");
    }

    @Test
    void aBoundMayBeExceededByTheGuardOnly() {
        assertThat(new Check("claim", 1.0, 1.0, 0.15).holds()).isTrue();
        assertThat(new Check("claim", 1.14, 1.0, 0.15)).hasToString("claim: 1.14, missed, but within the guard");
        assertThat(new Check("claim", 1.16, 1.0, 0.15)).hasToString("claim: 1.16, missed");
        assertThat(new Check("claim", Double.NaN, 1.0, 0.15).isMissed()).isTrue();
    }

    @Test
    void unknownAndDoubledNamesAreRefused() {
        assertThatThrownBy(() -> Race.of("T1", "work", slow("a")).ours("b")).hasMessage("T1 has no contender b");
        assertThatThrownBy(() -> Race.of("T1", "work", slow("a"), slow("a")))
                .hasMessage("Two contenders of T1 have one name");
        assertThatThrownBy(() ->
                        Race.of("T1", "work", slow("a")).bound(Measure.WALL, 1).run(SHORT))
                .hasMessage("T1 has bounds or peers but nobody they hold for; say which one is ours()");
    }
}
