package org.versionedobjects.persistence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/** Other rows refer to the one that was to be deleted. */
public final class StillReferencedConflict extends Conflict {
    private static final long serialVersionUID = 1;

    private final @Nullable String referencingTable;

    StillReferencedConflict(
            Failure failure, About about, @Nullable String referencingTable, @Nullable Throwable cause) {
        super(failure, about, Facts.problem(sentence(about, referencingTable)), cause);
        this.referencingTable = referencingTable;
    }

    private static String sentence(About about, @Nullable String referencingTable) {
        String rows = referencingTable == null ? "other rows" : "rows of the table " + referencingTable;
        return rows + " still refer to it" + about.against();
    }

    /** Returns the name of the table whose rows refer to this one; empty if the database does not tell. */
    public Optional<String> referencingTable() {
        return Optional.ofNullable(referencingTable);
    }
}
