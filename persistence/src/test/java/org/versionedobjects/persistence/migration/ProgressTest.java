package org.versionedobjects.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is shown of progress, and when, by a clock of the test's own. */
class ProgressTest {
    private static final OnlineMigration MIGRATION =
            OnlineMigration.batches("disks", "disks", (store, most) -> Batch.NOTHING);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private long now;

    private void pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static Progress seen(long rows) {
        return new Progress(MIGRATION, rows, OptionalLong.of(20_000), rows / 2, 0, 0, false);
    }

    private static Progress ended(long left, long failed) {
        return new Progress(MIGRATION, 20_000, OptionalLong.of(20_000), 9_000, left, failed, true);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void onATerminal_aBarMoves_inItsLine() {
        PrintedProgress progress = PrintedProgress.to(out, true, () -> now);
        progress.progressed(seen(1));
        for (int step = 1; step <= 2; step++) {
            pass(100);
            progress.progressed(seen(step * 5_000L));
        }
        progress.progressed(ended(2, 1));

        assertThat(printed())
                .isEqualTo(
                        "\rdisks [######..................] 25% 5,000 of 20,000 rows, 2,500 done"
                                + "\rdisks [############............] 50% 10,000 of 20,000 rows, 5,000 done"
                                + "\rdisks [########################] 100% 20,000 of 20,000 rows, 9,000 done, 2 left, 1 failed\n");
    }

    @Test
    void aShorterBar_leavesNothingOfALongerOne() {
        PrintedProgress progress = PrintedProgress.to(out, true, () -> now);
        pass(100);
        progress.progressed(seen(20_000));
        pass(100);
        progress.progressed(new Progress(MIGRATION, 1, OptionalLong.empty(), 1, 0, 0, false));

        String[] bars = printed().split("\r", -1);
        assertThat(bars[2]).startsWith("disks 1 rows, 1 done ").hasSameSizeAs(bars[1]);
    }

    @Test
    void elsewhere_thereIsALineEveryFewSeconds_andAtTheEnd() {
        PrintedProgress progress = PrintedProgress.to(out, false, () -> now);
        for (int step = 1; step <= 12; step++) {
            pass(1_000);
            progress.progressed(seen(step * 1_000L));
        }
        progress.progressed(ended(0, 0));

        assertThat(printed()).isEqualTo("""
                        disks: 5,000 of 20,000 rows, 2,500 done
                        disks: 10,000 of 20,000 rows, 5,000 done
                        disks: ended, 20,000 of 20,000 rows, 9,000 done
                        """);
    }

    @Test
    void aLog_hasALineEveryFewSeconds_andAtTheEnd() {
        List<String> lines = new ArrayList<>();
        LogProgress progress = new LogProgress(true, lines::add, () -> now);
        for (int step = 1; step <= 7; step++) {
            pass(1_000);
            progress.progressed(seen(step * 1_000L));
        }
        progress.progressed(ended(0, 0));

        assertThat(lines)
                .containsExactly(
                        "dry run: disks: 5,000 of 20,000 rows, 2,500 done",
                        "dry run: disks: ended, 20,000 of 20,000 rows, 9,000 done");
    }

    @Test
    void nothingToLookAt_isAFullBar() {
        assertThat(ProgressText.bar(new Progress(MIGRATION, 0, OptionalLong.of(0), 0, 0, 0, true)))
                .isEqualTo("disks [########################] 100% 0 of 0 rows, 0 done");
    }
}
