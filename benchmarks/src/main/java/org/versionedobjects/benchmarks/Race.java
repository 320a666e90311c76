package org.versionedobjects.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lets contenders take turns, in slices, and compares each round with the first one, the limit. */
final class Race {
    private static final int WARM_CALLS = 20_000;
    private static final int ROUNDS = 61;
    private static final long SLICE_NANOS = 50_000_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final String work;
    private final List<Contender> contenders;
    private int sink;

    /** Makes a race; the first contender is the limit. */
    Race(String work, Contender... contenders) {
        this.work = work;
        this.contenders = List.of(contenders);
    }

    /** What one slice took, per call. */
    private record Slice(double cpuNanos, double wallNanos, double bytes) {}

    void run() throws Exception {
        for (int pass = 0; pass < 2; pass++) {
            for (Contender each : contenders) {
                warmUp(each);
            }
        }
        Slice[][] slices = new Slice[contenders.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                int turn = (i + round) % contenders.size();
                slices[turn][round] = slice(contenders.get(turn));
            }
        }
        print(slices);
    }

    private void warmUp(Contender contender) throws Exception {
        for (int i = 0; i < WARM_CALLS; i++) {
            sink += contender.call().once();
        }
    }

    private Slice slice(Contender contender) throws Exception {
        long calls = 0;
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        long end = wall + SLICE_NANOS;
        while (System.nanoTime() < end) {
            for (int i = 0; i < 50; i++) {
                sink += contender.call().once();
            }
            calls += 50;
        }
        return new Slice(
                (double) (threads.getCurrentThreadCpuTime() - cpu) / calls,
                (double) (System.nanoTime() - wall) / calls,
                (double) (threads.getCurrentThreadAllocatedBytes() - bytes) / calls);
    }

    private void print(Slice[][] slices) {
        System.out.println(work);
        for (int i = 0; i < slices.length; i++) {
            double[] cpu = new double[ROUNDS];
            double[] wall = new double[ROUNDS];
            double[] bytes = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                cpu[round] = slices[i][round].cpuNanos() / slices[0][round].cpuNanos();
                wall[round] = slices[i][round].wallNanos() / slices[0][round].wallNanos();
                bytes[round] = slices[i][round].bytes();
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "  %-34s CPU %-18s wall %-18s %8.0f bytes",
                    contenders.get(i).name(),
                    new Ratios(cpu),
                    new Ratios(wall),
                    Arrays.stream(bytes).average().orElseThrow()));
        }
        System.out.println("  (checked: " + Integer.toHexString(sink) + ")");
    }
}
