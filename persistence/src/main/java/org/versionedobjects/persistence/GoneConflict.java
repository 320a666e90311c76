package org.versionedobjects.persistence;

import org.versionedobjects.Facts;

/** The row was deleted after the object was loaded or saved. */
public final class GoneConflict extends Conflict {
    private static final long serialVersionUID = 1;

    GoneConflict(About about) {
        super(
                Failure.found(FailureKind.GONE),
                about,
                Facts.problem(
                        "there is no such row in the table " + about.table().name() + " any more"),
                null);
    }
}
