package org.versionedobjects.persistence;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;

/** Says what a failed statement means in the words of the object. */
final class Failures {
    private Failures() {}

    /** Returns the exception for a failed statement that was to write an object. */
    static VersionedObjectException onWrite(
            Dialect dialect, SQLException failure, Table<?> table, VersionedObject object) {
        Failure known = dialect.classify(failure);
        if (known.kind() == ConflictKind.DUPLICATE) {
            return new DuplicateConflict(aboutDuplicate(known, table, object), withoutSecrets(failure, table));
        }
        return other(failure, known, table);
    }

    /** Returns the exception for a failed statement that was to read. */
    static VersionedObjectException onRead(Dialect dialect, SQLException failure, Table<?> table) {
        return other(failure, dialect.classify(failure), table);
    }

    private static Conflict.About aboutDuplicate(Failure known, Table<?> table, VersionedObject object) {
        boolean here = known.table() == null || known.table().equalsIgnoreCase(table.name());
        Constraint constraint = here ? table.constraint(known.names()) : null;
        if (constraint != null) {
            return new Conflict.About(table, object, constraint.columns(), constraint.name());
        }
        List<Column<?>> columns = here && known.primaryKey() ? table.key() : List.of();
        return new Conflict.About(table, object, columns, null);
    }

    private static StoreException other(SQLException failure, Failure known, Table<?> table) {
        SQLException shown = withoutSecrets(failure, table);
        Facts facts = Facts.problem(
                        "the database refused a statement on the table " + table.name() + ": " + shown.getMessage())
                .withObject(table.type());
        return new StoreException(facts, shown, failure, known.retryable());
    }

    /** Returns the exception for a failure of the connection or the transaction itself. */
    static StoreException ofConnection(String problem, Throwable failure) {
        SQLException sql = failure instanceof SQLException direct ? direct : sqlCause(failure);
        return new StoreException(Facts.problem(problem), failure, sql, false);
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        return failure.getCause() instanceof SQLException cause ? cause : null;
    }

    /**
     * Returns the driver's exception, without its text if the table has secrets: drivers put values there, of the whole
     * row even.
     */
    static SQLException withoutSecrets(SQLException failure, Table<?> table) {
        if (!table.isSecret()) {
            return failure;
        }
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
