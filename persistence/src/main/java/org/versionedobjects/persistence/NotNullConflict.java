package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/** A column of the table takes no null, and the object has none to give. */
public final class NotNullConflict extends Conflict {
    private static final long serialVersionUID = 1;

    NotNullConflict(Failure failure, About about, @Nullable Throwable cause) {
        super(failure, about, Facts.problem(sentence(about)), cause);
    }

    private static String sentence(About about) {
        String column = about.columns().isEmpty() ? "a column" : "the column of " + about.names();
        return column + " of the table " + about.table().name() + " takes no null";
    }
}
