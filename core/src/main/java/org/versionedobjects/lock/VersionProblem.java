package org.versionedobjects.lock;

import java.io.Serializable;
import java.util.Objects;

/**
 * What a check found. Immutable and thread-safe.
 *
 * @param what one sentence on what is wrong: which release, type, version, where, expected, was
 * @param cure what to do about it: the declaration to write or the command to type
 */
public record VersionProblem(String what, String cure) implements Serializable {
    /** Checks that both are there. */
    public VersionProblem {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(cure, "cure");
    }

    /** Returns the problem of a sentence whose last part, after a semicolon, is the cure. */
    static VersionProblem ofSentence(String sentence) {
        int end = sentence.lastIndexOf("; ");
        return end < 0
                ? new VersionProblem(sentence, "mend it")
                : new VersionProblem(sentence.substring(0, end), sentence.substring(end + 2));
    }

    /** Returns two lines: the sentence, and the cure behind an arrow. */
    @Override
    public String toString() {
        return what + "\n    → " + cure.replace("\n", "\n      ");
    }
}
