package org.versionedobjects.lock;

import java.util.Objects;
import org.versionedobjects.Facts;

/**
 * What went wrong with one object on its way to a peer and back, or why it could not go.
 *
 * @param facts type and version in which it was written, path, what was expected, what was there; secrets masked
 * @param peer to whom: {@code release 2026.1}, {@code any peer by the child tables}, {@code a peer of its own version};
 *     empty if it went to none
 * @param sample the object, by the name that {@link Samples} give it; empty if there is none
 * @param more how many other objects and peers have the same
 */
public record RoundTripProblem(Facts facts, String peer, String sample, int more) {
    /** Checks that all is there. */
    public RoundTripProblem {
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(peer, "peer");
        Objects.requireNonNull(sample, "sample");
    }

    /** Returns whether another one says the same of other objects or peers. */
    boolean isLike(RoundTripProblem other) {
        return Objects.equals(facts.object(), other.facts.object())
                && Objects.equals(facts.version(), other.facts.version())
                && Objects.equals(facts.problem(), other.facts.problem())
                && FieldPlace.of(facts.path()).equals(FieldPlace.of(other.facts.path()));
    }

    RoundTripProblem oneMore() {
        return new RoundTripProblem(facts, peer, sample, more + 1);
    }

    /** Returns one sentence: {@code placement.Consumer 1.0 at rack: …; to release 2026.1, sample full, and 12 more}. */
    @Override
    public String toString() {
        String way = (peer.isEmpty() ? "" : "; to " + peer) + (sample.isEmpty() ? "" : ", sample " + sample);
        return facts.sentence() + way + (more == 0 ? "" : ", and " + more + " more");
    }
}
