package org.versionedobjects.benchmarks.race;

/** Where a group runs its races and leaves what they showed. */
public interface RaceTrack {
    /** Returns how long races take. */
    RaceSettings settings();

    /** Runs a race and keeps its result. */
    void run(Race race) throws Exception;

    /** Keeps figures that are no race. */
    void put(FigureTable table) throws Exception;
}
