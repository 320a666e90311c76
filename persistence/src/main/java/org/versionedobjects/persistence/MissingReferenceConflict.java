package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/** There is no row that the object refers to: it was deleted, or never was. */
public final class MissingReferenceConflict extends Conflict {
    private static final long serialVersionUID = 1;

    MissingReferenceConflict(Failure failure, About about, @Nullable Throwable cause) {
        super(failure, about, Facts.problem(sentence(about)), cause);
    }

    private static String sentence(About about) {
        String what = about.columns().isEmpty() ? "a row that it refers to" : "the row for " + about.values();
        return what + " is missing" + about.against();
    }
}
