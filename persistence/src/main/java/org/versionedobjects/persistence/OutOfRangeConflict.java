package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/** A value is too long for its column, or out of its range. */
public final class OutOfRangeConflict extends Conflict {
    private static final long serialVersionUID = 1;

    OutOfRangeConflict(Failure failure, About about, @Nullable Throwable cause) {
        super(failure, about, Facts.problem(sentence(about)), cause);
    }

    private static String sentence(About about) {
        String what = about.columns().isEmpty() ? "a value" : about.values();
        return what + " is too long for its column, or out of its range, in the table "
                + about.table().name();
    }
}
