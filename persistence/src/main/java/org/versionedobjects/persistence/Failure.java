package org.versionedobjects.persistence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a failed statement means, as far as the driver tells.
 *
 * @param kind what it is
 * @param transaction what is left of the transaction
 * @param constraints what may be the name of the violated constraint, as the driver spells it; only names that a table
 *     declares are believed
 * @param table the name of the table that the constraint is on, null if the driver does not tell
 * @param columns the names of the columns that the driver blames, empty if it does not tell
 * @param primaryKey whether the constraint is the primary key
 */
record Failure(
        FailureKind kind,
        TransactionState transaction,
        List<String> constraints,
        @Nullable String table,
        List<String> columns,
        boolean primaryKey) {
    Failure {
        constraints = List.copyOf(constraints);
        columns = List.copyOf(columns);
    }

    static Failure of(FailureKind kind, TransactionState transaction) {
        return new Failure(kind, transaction, List.of(), null, List.of(), false);
    }

    /** Returns a failure that no statement had: of our own finding. */
    static Failure found(FailureKind kind) {
        return of(kind, TransactionState.USABLE);
    }

    Failure on(@Nullable String newTable) {
        return new Failure(kind, transaction, constraints, newTable, columns, primaryKey);
    }

    Failure against(List<String> newConstraints) {
        return new Failure(kind, transaction, newConstraints, table, columns, primaryKey);
    }

    Failure blaming(List<String> newColumns) {
        return new Failure(kind, transaction, constraints, table, newColumns, primaryKey);
    }

    Failure againstPrimaryKey(boolean isPrimaryKey) {
        return new Failure(kind, transaction, constraints, table, columns, isPrimaryKey);
    }

    Failure as(FailureKind newKind) {
        return new Failure(newKind, transaction, constraints, table, columns, primaryKey);
    }
}
