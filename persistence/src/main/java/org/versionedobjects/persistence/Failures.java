package org.versionedobjects.persistence;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.persistence.Attempted.Operation;

/**
 * Says what a failure of the database means, in the words of the object where there is one, and tells the session of it.
 * Immutable and thread-safe.
 */
final class Failures {
    private final Dialects dialects;
    private final List<Table<?>> tables;

    /**
     * Makes what speaks for a store.
     *
     * @param tables the store's, which know the constraints that are believed
     */
    Failures(Dialects dialects, List<Table<?>> tables) {
        this.dialects = dialects;
        this.tables = List.copyOf(tables);
    }

    // ---- statements ----

    /** Returns the exception for a failed statement that was to write an object. */
    StoreException onWrite(Session session, SQLException failure, SavePlan plan) {
        Table<?> table = plan.table();
        Failure known = known(session, failure, operation(plan), table);
        return known.kind().isConstraint() ? conflict(known, plan, failure) : other(known, table, failure);
    }

    /** Returns the exception for a failed statement that was to read. */
    StoreException onRead(Session session, SQLException failure, Table<?> table) {
        return other(known(session, failure, Operation.SELECT, table), table, failure);
    }

    /** Returns the exception for a failed statement that was to write rows of which there are no objects. */
    StoreException onBulkInsert(Session session, SQLException failure, Table<?> table) {
        return other(known(session, failure, Operation.INSERT, table), table, failure);
    }

    /** Returns the exception for a failed statement of the application's own. */
    StoreException onOwnStatement(Session session, SQLException failure, Operation operation) {
        Failure known = classified(session, failure, new Attempted(operation, "", session.isCommittingAlone()));
        boolean isHidden = known.kind().isConstraint() && mayTellSecrets(known);
        SQLException shown = isHidden ? withoutText(failure) : failure;
        session.failed(shown);
        unwind(session, known);
        return of(
                Facts.problem("the database refused a statement of the application: " + shown.getMessage()),
                known,
                shown);
    }

    private static Operation operation(SavePlan plan) {
        if (plan instanceof SavePlan.Insert) {
            return Operation.INSERT;
        }
        return plan instanceof SavePlan.Update ? Operation.UPDATE : Operation.DELETE;
    }

    private Failure known(Session session, SQLException failure, Operation operation, Table<?> table) {
        session.failed(withoutSecrets(failure, table));
        Failure known =
                classified(session, failure, new Attempted(operation, table.name(), session.isCommittingAlone()));
        unwind(session, known);
        return known;
    }

    private static void unwind(Session session, Failure known) {
        if (known.transaction() == TransactionState.ROLLED_BACK || known.transaction() == TransactionState.LOST) {
            session.undoLog().unwindTo(0); // whoever ends the transaction, nothing of it is stored
        } else if (known.transaction() == TransactionState.ABORTED) {
            session.undoLog().aborted();
        }
    }

    private Failure classified(Session session, SQLException failure, Attempted attempted) {
        Failure known = dialects.of(session).classify(failure, attempted);
        if (known.kind() == FailureKind.OTHER && isClosed(session)) {
            known = Failure.of(FailureKind.CONNECTION_LOST, TransactionState.LOST); // whatever it stumbled over
        }
        boolean isUnknown = known.kind() == FailureKind.CONNECTION_LOST && attempted.mayHaveCommitted();
        return isUnknown ? known.as(FailureKind.OUTCOME_UNKNOWN) : known;
    }

    private static boolean isClosed(Session session) {
        try {
            return session.connection().isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    private StoreException conflict(Failure known, SavePlan plan, SQLException failure) {
        SQLException cause = withoutSecrets(failure, plan.table());
        Conflict.About about = about(known, plan);
        return switch (known.kind()) {
            case DUPLICATE -> new DuplicateConflict(known, about, cause);
            case MISSING_REFERENCE -> new MissingReferenceConflict(known, about, cause);
            case STILL_REFERENCED -> new StillReferencedConflict(known, about, referencing(known, plan.table()), cause);
            case NOT_NULL -> new NotNullConflict(known, about, cause);
            case CHECK -> new CheckConflict(known, about, cause);
            case OUT_OF_RANGE -> new OutOfRangeConflict(known, about, cause);
            default -> new ConstraintConflict(known, about, cause);
        };
    }

    /** Returns what a violated constraint is about: only what a table declares is believed. */
    private Conflict.About about(Failure known, SavePlan plan) {
        Table<?> table = plan.table();
        if (known.kind() == FailureKind.STILL_REFERENCED) {
            Constraint constraint = foreignKey(known);
            return about(plan, table.key(), constraint == null ? null : constraint.name());
        }
        boolean isHere = known.table() == null || known.table().equalsIgnoreCase(table.name());
        if (!isHere) {
            return about(plan, List.of(), null);
        }
        List<Column<?>> columns = known.primaryKey() ? table.key() : table.columnsNamed(known.columns());
        Constraint constraint = table.constraint(known.constraints());
        if (constraint == null && known.kind() == FailureKind.DUPLICATE && !known.primaryKey()) {
            constraint = table.unique(columns);
        }
        return constraint == null ? about(plan, columns, null) : about(plan, constraint.columns(), constraint.name());
    }

    private static Conflict.About about(SavePlan plan, List<Column<?>> columns, @Nullable String constraint) {
        return new Conflict.About(plan.table(), plan.object(), columns, constraint);
    }

    private @Nullable Constraint foreignKey(Failure known) {
        for (Table<?> table : tables) {
            boolean isThat = known.table() == null || known.table().equalsIgnoreCase(table.name());
            Constraint constraint = isThat ? table.constraint(known.constraints()) : null;
            if (constraint != null && constraint.kind() == Constraint.Kind.FOREIGN_KEY) {
                return constraint;
            }
        }
        return null;
    }

    /** Returns the table that refers to one, as the mapping calls it if it does, else as the driver does. */
    private @Nullable String referencing(Failure known, Table<?> table) {
        String named = known.table();
        if (named == null || named.equalsIgnoreCase(table.name())) {
            return named == null ? null : table.name();
        }
        return tables.stream()
                .map(Table::name)
                .filter(named::equalsIgnoreCase)
                .findFirst()
                .orElse(named);
    }

    private static StoreException other(Failure known, Table<?> table, SQLException failure) {
        SQLException shown = withoutSecrets(failure, table);
        Facts facts = Facts.problem(
                        "the database refused a statement on the table " + table.name() + ": " + shown.getMessage())
                .withObject(table.type());
        return of(facts, known, shown);
    }

    // ---- connections and transactions ----

    /** Returns the exception for a failure of a session's transaction itself, or of its connection. */
    StoreException onSession(Session session, Operation operation, String problem, Throwable failure) {
        SQLException sql = sqlException(failure);
        if (sql == null) {
            return of(Facts.problem(problem), Failure.found(FailureKind.OTHER), failure);
        }
        Failure known = classified(session, sql, Attempted.of(operation));
        boolean isHidden = known.kind().isConstraint() && mayTellSecrets(known);
        SQLException shown = isHidden ? withoutText(sql) : sql;
        session.failed(shown);
        return of(Facts.problem(problem + ": " + shown.getMessage()), known, isHidden ? shown : failure);
    }

    /** Returns whether a constraint that is checked only now may be one of a table with secrets. */
    private boolean mayTellSecrets(Failure known) {
        String named = known.table();
        return tables.stream()
                .anyMatch(table -> table.isSecret() && (named == null || named.equalsIgnoreCase(table.name())));
    }

    /** Returns the exception for a connection that could not be opened, or is not open any more. */
    StoreException onOpening(String problem, Throwable failure) {
        SQLException sql = sqlException(failure);
        if (sql == null) {
            return of(Facts.problem(problem), Failure.of(FailureKind.OTHER, TransactionState.LOST), failure);
        }
        return of(Facts.problem(problem + ": " + sql.getMessage()), dialects.onOpening(sql), failure);
    }

    private static StoreException of(Facts facts, Failure known, Throwable cause) {
        return switch (known.kind()) {
            case DEADLOCK -> new DeadlockException(facts, known, cause);
            case LOCK_TIMEOUT -> new LockTimeoutException(facts, known, cause);
            case SERIALIZATION -> new SerializationException(facts, known, cause);
            case CONNECTION_LOST -> new ConnectionLostException(facts, known, cause);
            case OUTCOME_UNKNOWN ->
                new OutcomeUnknownException(
                        facts.withAdvice("refresh the objects to learn what is stored"), known, cause);
            case READ_ONLY -> new ReadOnlyException(facts, known, cause);
            case CANCELLED -> new CancelledException(facts, known, cause);
            case NO_SUCH_TABLE_OR_COLUMN -> new NoSuchTableOrColumnException(facts, known, cause);
            case NOT_READY -> new NotReadyException(facts, known, cause);
            default -> new StoreException(facts, known, cause);
        };
    }

    // ---- causes ----

    /** Returns the driver's exception behind one, null if there is none. */
    static @Nullable SQLException sqlException(@Nullable Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    /**
     * Returns the driver's exception, without its text if the table has secrets: drivers put values there, of the whole
     * row even.
     */
    static SQLException withoutSecrets(SQLException failure, Table<?> table) {
        return table.isSecret() ? withoutText(failure) : failure;
    }

    private static SQLException withoutText(SQLException failure) {
        SQLException masked = new SQLException(
                String.format(
                        Locale.ROOT,
                        "%s, whose text is left out, since the table has secret fields",
                        failure.getClass().getSimpleName()),
                failure.getSQLState(),
                failure.getErrorCode());
        masked.setStackTrace(failure.getStackTrace());
        return masked;
    }
}
