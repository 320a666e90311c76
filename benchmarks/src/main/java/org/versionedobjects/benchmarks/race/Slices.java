package org.versionedobjects.benchmarks.race;

import java.util.Arrays;

/** What the slices of one contender took per call, round by round. */
final class Slices {
    final double[] cpuNanos;
    final double[] wallNanos;
    final double[] bytes;
    long calls;

    Slices(int rounds) {
        cpuNanos = new double[rounds];
        wallNanos = new double[rounds];
        bytes = new double[rounds];
    }

    void put(int round, Stopwatch watch, long callsOfRound) {
        cpuNanos[round] = (double) watch.cpuNanos() / callsOfRound;
        wallNanos[round] = (double) watch.wallNanos() / callsOfRound;
        bytes[round] = (double) watch.bytes() / callsOfRound;
        calls += callsOfRound;
    }

    double[] of(Measure measure) {
        return measure == Measure.CPU ? cpuNanos : wallNanos;
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
