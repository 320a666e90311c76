package org.versionedobjects.persistence;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/** The row was changed after the object was loaded or saved. */
public final class ConcurrentUpdateConflict extends Conflict {
    private static final long serialVersionUID = 1;

    private final @Nullable Long expected;
    private final @Nullable Long found;

    ConcurrentUpdateConflict(About about, OptionalLong expected, OptionalLong found) {
        super(
                Failure.found(FailureKind.CONCURRENT_UPDATE),
                about,
                Facts.problem(sentence(expected, found)).withAdvice("load it again or use modify"),
                null);
        this.expected = boxed(expected);
        this.found = boxed(found);
    }

    private static String sentence(OptionalLong expected, OptionalLong found) {
        String start = expected.isPresent() ? "expected generation " + expected.getAsLong() + " but " : "";
        return start + (found.isPresent() ? "found " + found.getAsLong() : "the row was changed meanwhile");
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    private static OptionalLong optional(@Nullable Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** Returns the generation that the object has; empty if the table has none. */
    public OptionalLong expectedGeneration() {
        return optional(expected);
    }

    /**
     * Returns the generation that the row had right after the refusal, as the transaction sees it; empty where it could not
     * be read for sure.
     */
    public OptionalLong foundGeneration() {
        return optional(found);
    }
}
