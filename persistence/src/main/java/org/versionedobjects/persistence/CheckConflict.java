package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/** A check constraint of the table does not allow what the object holds. */
public final class CheckConflict extends Conflict {
    private static final long serialVersionUID = 1;

    CheckConflict(Failure failure, About about, @Nullable Throwable cause) {
        super(failure, about, Facts.problem(sentence(about)), cause);
    }

    private static String sentence(About about) {
        String values = about.columns().isEmpty() ? "" : about.values() + ": ";
        return values + "a check does not allow it" + about.against();
    }
}
