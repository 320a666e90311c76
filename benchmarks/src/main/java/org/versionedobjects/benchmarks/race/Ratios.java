package org.versionedobjects.benchmarks.race;

import java.util.Arrays;
import java.util.Locale;

/**
 * What is told of the ratios of many rounds.
 *
 * @param median half of the rounds are below
 * @param lower a quarter of the rounds are below
 * @param upper a quarter of the rounds are above
 */
public record Ratios(double median, double lower, double upper) {
    /**
     * Sums up the ratios of rounds; between two rounds a quartile is interpolated.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Ratios of(double... rounds) {
        if (rounds.length == 0) {
            throw new IllegalArgumentException("Without rounds there is no median");
        }
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        return new Ratios(at(sorted, 0.5), at(sorted, 0.25), at(sorted, 0.75));
    }

    /** Returns the ratios of one series of rounds to another, round by round. */
    static Ratios of(double[] rounds, double[] limit) {
        double[] ratios = new double[rounds.length];
        Arrays.setAll(ratios, round -> rounds[round] / limit[round]);
        return of(ratios);
    }

    private static double at(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** Returns median and quartiles, as {@code 1.04 (1.01–1.09)}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, lower, upper);
    }
}
