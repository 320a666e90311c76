package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/** Another row has the same value of a unique constraint or of the key. */
public final class DuplicateConflict extends Conflict {
    private static final long serialVersionUID = 1;
    private static final String UNDECLARED = " that the mapping does not declare";

    DuplicateConflict(Failure failure, About about, @Nullable Throwable cause) {
        super(failure, about, Facts.problem(sentence(about)), cause);
    }

    private static boolean isDeclared(About about) {
        return about.constraint() != null
                || about.columns().equals(about.table().key());
    }

    private static String constraint(About about) {
        if (about.constraint() != null) {
            return "the constraint " + about.constraint();
        }
        return isDeclared(about) ? "the primary key" : "a constraint";
    }

    private static String sentence(About about) {
        String table = " of the table " + about.table().name();
        if (about.columns().isEmpty()) {
            return "there is another row with the same values of a constraint" + table + UNDECLARED;
        }
        return "there is another one with " + about.values() + ", against " + constraint(about) + table
                + (isDeclared(about) ? "" : UNDECLARED);
    }
}
