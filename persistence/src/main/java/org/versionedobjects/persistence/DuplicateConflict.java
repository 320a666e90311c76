package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/** Another row has the same value of a unique constraint or of the key. */
public final class DuplicateConflict extends Conflict {
    private static final long serialVersionUID = 1;

    DuplicateConflict(About about, @Nullable Throwable cause) {
        super(ConflictKind.DUPLICATE, about, Facts.problem(sentence(about)), cause);
    }

    private static String sentence(About about) {
        String table = " of the table " + about.table().name();
        if (about.columns().isEmpty()) {
            return "there is another row with the same values of a constraint" + table
                    + " that the mapping does not declare";
        }
        String constraint = about.constraint() == null ? "the primary key" : "the constraint " + about.constraint();
        return "there is another one with " + about.values() + ", against " + constraint + table;
    }
}
