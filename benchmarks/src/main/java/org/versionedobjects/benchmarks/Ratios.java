package org.versionedobjects.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Ratios of many rounds, sorted; what is told of them is the median and the quartiles. */
final class Ratios {
    private final double[] sorted;

    Ratios(double... ratios) {
        sorted = ratios.clone();
        Arrays.sort(sorted);
    }

    private double at(double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", at(0.5), at(0.25), at(0.75));
    }
}
