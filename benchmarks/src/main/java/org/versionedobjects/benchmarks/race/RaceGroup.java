package org.versionedobjects.benchmarks.race;

/** Races that belong together and are run with one word of the command line. */
public interface RaceGroup {
    /** Returns the word. */
    String name();

    /**
     * Checks that all contenders do the same, and runs the races.
     *
     * @throws Exception what a contender throws, or {@link IllegalStateException} if two of them differ
     */
    void run(RaceTrack track) throws Exception;
}
