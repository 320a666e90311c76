package org.versionedobjects;

import org.jspecify.annotations.Nullable;

/** Input or output over one of the limits: depth, string, document, number. */
public final class LimitExceededException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    /** Makes one from what is known where it is thrown. */
    public LimitExceededException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }

    /** Returns one that says that there are more maps and lists inside each other than allowed. */
    public static LimitExceededException tooDeep(int most) {
        return new LimitExceededException(
                Facts.expected("at most " + most + " maps and lists inside each other", "more")
                        .withAdvice("look for a reference cycle, or raise Limits.depth"),
                null);
    }
}
