package org.versionedobjects.benchmarks.state;

import org.versionedobjects.benchmarks.race.Call;

/** The calls of the race, one by one. */
public final class StateCalls {
    private StateCalls() {}

    /**
     * Returns how a contender does the work of O1.
     *
     * @param contender its name there
     * @throws IllegalArgumentException if there is no such contender
     */
    public static Call of(String contender) {
        return StateRaces.ways().stream()
                .filter(way -> way.name().equals(contender))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no contender " + contender))
                .loops();
    }
}
