package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/** A constraint was violated of which the database does not say what it is: of a trigger, or to exclude others. */
public final class ConstraintConflict extends Conflict {
    private static final long serialVersionUID = 1;

    ConstraintConflict(Failure failure, About about, @Nullable Throwable cause) {
        super(failure, about, Facts.problem(sentence(about)), cause);
    }

    private static String sentence(About about) {
        return "it is against a constraint" + about.against();
    }
}
