package org.versionedobjects.persistence;

import java.sql.SQLException;
import java.util.Locale;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.Attempted.Operation;

/**
 * Statements of the application's own on a session's handle. What of them fails is a failure like others, also if the
 * application catches it: some engines would commit nothing then, and say nothing. Immutable and thread-safe.
 */
final class OwnStatements {
    private final Failures failures;

    OwnStatements(Failures failures) {
        this.failures = failures;
    }

    /** Runs work; what fails in it goes out as a {@link StoreException}. */
    <R extends @Nullable Object, X extends Exception> R run(Session session, HandleCallback<R, X> work) throws X {
        session.beforeStatement();
        SqlStatements statements = session.handle().getConfig(SqlStatements.class);
        SqlLogger before = statements.getSqlLogger();
        Watcher watcher = new Watcher(failures, session, before);
        statements.setSqlLogger(watcher);
        try {
            return work.withHandle(session.handle());
        } catch (JdbiException e) {
            SQLException failure = Failures.sqlException(e);
            if (failure == null) {
                throw e;
            }
            throw watcher.told(failure);
        } finally {
            statements.setSqlLogger(before);
        }
    }

    /** Passes on what there is to log, and tells the session of failures. */
    private static final class Watcher implements SqlLogger {
        private final Failures failures;
        private final Session session;
        private final SqlLogger next;
        private @Nullable SQLException last;
        private @Nullable StoreException lastTold;

        Watcher(Failures failures, Session session, SqlLogger next) {
            this.failures = failures;
            this.session = session;
            this.next = next;
        }

        @Override
        public void logBeforeExecution(StatementContext context) {
            next.logBeforeExecution(context);
        }

        @Override
        public void logAfterExecution(StatementContext context) {
            next.logAfterExecution(context);
        }

        @Override
        public void logException(StatementContext context, SQLException failure) {
            tell(failure, operation(String.valueOf(context.getRenderedSql())));
            next.logException(context, failure);
        }

        private StoreException tell(SQLException failure, Operation operation) {
            StoreException told = failures.onOwnStatement(session, failure, operation);
            last = failure;
            lastTold = told;
            return told;
        }

        /** Returns the exception for a failure, of a statement or of something between them. */
        StoreException told(SQLException failure) {
            StoreException told = lastTold;
            return told != null && failure.equals(last) ? told : tell(failure, Operation.UPDATE);
        }

        private static Operation operation(String sql) {
            String start = sql.stripLeading().toUpperCase(Locale.ROOT);
            if (start.startsWith("DELETE")) {
                return Operation.DELETE;
            }
            if (start.startsWith("INSERT")) {
                return Operation.INSERT;
            }
            return start.startsWith("SELECT") ? Operation.SELECT : Operation.UPDATE;
        }
    }
}
