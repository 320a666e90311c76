package org.versionedobjects.benchmarks.race;

import java.time.Duration;

/**
 * How long a race takes.
 *
 * @param rounds how often each contender has its turn
 * @param slice how long a turn takes; one call at least, however long it takes
 * @param warmObjects how many objects each contender has dealt with before the first round
 * @param warmCalls how many calls it has made then, at least
 * @param warmTime how long it has worked then, at least
 * @param mostWarmUps how often each is warmed up at most, while any of them still becomes faster; twice at least
 * @param isQuick whether this is for trying only, and the figures not worth telling
 */
public record RaceSettings(
        int rounds,
        Duration slice,
        long warmObjects,
        long warmCalls,
        Duration warmTime,
        int mostWarmUps,
        boolean isQuick) {
    private static final int WARM_UPS = 8;

    /** Returns the settings of a run whose figures are told. */
    public static RaceSettings full() {
        return new RaceSettings(61, Duration.ofMillis(80), 20_000, 50, Duration.ofSeconds(2), WARM_UPS, false);
    }

    /** Returns the settings of a run that shows that all works, and roughly how fast. */
    public static RaceSettings quick() {
        return new RaceSettings(7, Duration.ofMillis(40), 20_000, 10, Duration.ofMillis(300), WARM_UPS, true);
    }
}
