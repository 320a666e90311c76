package org.versionedobjects.lock;

import java.util.Objects;
import org.versionedobjects.Facts;

/**
 * What is wrong with a document of a release, and how many others have the same. Immutable.
 *
 * @param kind how it is wrong
 * @param document which document: {@code sample full, written as 1.0}
 * @param facts type and version, where, what was expected, what was there
 * @param cause where and why it went wrong inside, if the document itself cannot be told of any more closely; else empty
 * @param cure what to do
 * @param more how many other documents have the same
 */
record CorpusFinding(Kind kind, String document, Facts facts, String cause, String cure, int more) {
    /** How a document is wrong. */
    enum Kind {
        DIFFERENT(""),
        REORDERED(", has the same fields in another order"),
        RESPELLED(", has the same values spelled in another way"),
        UNSTABLE(", comes out otherwise each time it is read and written"),
        UNREADABLE(", can no longer be read"),
        UNWRITABLE(", can no longer be written");

        private final String clause;

        Kind(String clause) {
            this.clause = clause;
        }
    }

    /** Returns whether another one tells the same of another document. */
    boolean isLike(CorpusFinding other) {
        return kind == other.kind
                && Objects.equals(facts.object(), other.facts.object())
                && Objects.equals(facts.version(), other.facts.version())
                && FieldPlace.of(facts.path()).equals(FieldPlace.of(other.facts.path()))
                && cause.equals(other.cause)
                && (kind == Kind.REORDERED || cure.equals(other.cure)); // which differs by the names of each version
    }

    CorpusFinding oneMore() {
        return new CorpusFinding(kind, document, facts, cause, cure, more + 1);
    }

    /** Returns the problem that a check of a release tells. */
    VersionProblem problem(String release) {
        String others = more == 0 ? "" : ", and " + more + " more";
        String inner = facts.problem() == null ? "" : ": " + facts.problem();
        return new VersionProblem(
                facts.withProblem("release " + release + ", " + document + others + kind.clause + inner)
                        .sentence(),
                cure);
    }
}
