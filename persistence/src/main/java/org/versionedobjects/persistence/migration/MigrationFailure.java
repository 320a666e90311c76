package org.versionedobjects.persistence.migration;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.RowKey;

/**
 * Something that could not be migrated.
 *
 * @param row the row; empty if it was the batch
 * @param cause why
 */
public record MigrationFailure(Optional<RowKey> row, Exception cause) {

    /** Checks that there is a cause. */
    public MigrationFailure {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(cause, "cause");
    }

    static MigrationFailure of(@Nullable RowKey row, Exception cause) {
        return new MigrationFailure(Optional.ofNullable(row), cause);
    }

    /** Returns the row and the cause for a message. */
    @Override
    public String toString() {
        return row.map(key -> "the row with " + key + ": ").orElse("") + cause;
    }
}
