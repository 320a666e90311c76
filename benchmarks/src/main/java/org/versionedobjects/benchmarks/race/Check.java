package org.versionedobjects.benchmarks.race;

import java.util.Locale;

/**
 * How something that has to be shown turned out.
 *
 * @param claim what has to be shown
 * @param measured the median of the ratios, round by round
 * @param atMost what it may be
 * @param guard the share by which noise may exceed that
 */
public record Check(String claim, double measured, double atMost, double guard) {
    /** Returns whether it was shown. */
    public boolean holds() {
        return measured <= atMost;
    }

    /** Returns whether it was missed by more than the guard. */
    public boolean isMissed() {
        return !(measured <= atMost * (1 + guard));
    }

    /** Returns the claim, what was measured, and whether it holds. */
    @Override
    public String toString() {
        String verdict = holds() ? "holds" : isMissed() ? "missed" : "missed, but within the guard";
        return String.format(Locale.ROOT, "%s: %.2f, %s", claim, measured, verdict);
    }
}
