package org.versionedobjects.persistence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a failed statement means, as far as the driver tells.
 *
 * @param kind what it is
 * @param retryable whether the transaction may succeed when it is run again from its start
 * @param names what may be the name of the violated constraint, as the driver spells it; only names that a table
 *     declares are believed
 * @param table the name of the table that the constraint is on, null if the driver does not tell
 * @param primaryKey whether the constraint is the primary key
 */
record Failure(
        ConflictKind kind,
        boolean retryable,
        List<String> names,
        @Nullable String table,
        boolean primaryKey) {
    static Failure other(boolean retryable) {
        return new Failure(ConflictKind.OTHER, retryable, List.of(), null, false);
    }
}
