package org.versionedobjects.persistence;

import java.util.concurrent.Callable;
import org.versionedobjects.VersionedObject;

/** A session of a test: it does one thing at a time when it is told to, so that it can take turns with others. */
interface Turns extends AutoCloseable {
    /** Does something in the session, whose exception passes. */
    <R> R call(Callable<R> work) throws Exception;

    /** Begins a transaction, or in one a savepoint, in which the session is until {@link #end}. */
    void begin(boolean savepoint) throws Exception;

    /** Ends the innermost savepoint or the transaction. */
    void end(boolean commit) throws Exception;

    /** Returns whether objects go back with a savepoint. */
    boolean hasSavepoints();

    /** Returns a repository as the session uses it. */
    <O extends VersionedObject> Repository<O> use(Repository<O> repository);

    /** Rolls back what is open. */
    @Override
    void close();

    /** A session waits for another one, which a test should not let happen. */
    final class StuckError extends AssertionError {
        private static final long serialVersionUID = 1;

        StuckError(Throwable cause) {
            super("the session waits for the other one", cause);
        }
    }
}
