package org.versionedobjects.benchmarks;

/** Runs all races and prints a table: ratios to the code written by hand, which is 1.00. */
public final class Measure {
    private Measure() {}

    /** Takes no arguments. */
    public static void main(String... arguments) throws Exception {
        System.out.println("Ratios to the first of each group: median (quartiles) of rounds; bytes allocated per call");
        new EnvelopeRaces().run();
        new SaveRace().run();
    }
}
