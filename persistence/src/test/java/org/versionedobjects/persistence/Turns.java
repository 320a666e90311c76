package org.versionedobjects.persistence;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A thread of its own for a session, which takes turns with others: it does one thing at a time when it is told to. */
final class Turns implements AutoCloseable {
    private static final int LONGEST_SECONDS = 60;

    private final SynchronousQueue<Runnable> turns = new SynchronousQueue<>();
    private final Store store;
    private final Thread thread;
    private boolean ended;
    private @Nullable CompletableFuture<Void> ending;

    private enum End {
        COMMIT,
        ROLLBACK
    }

    private @Nullable End end;

    private static final class Rollback extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    Turns(Store store) {
        this.store = store;
        this.thread = new Thread(this::takeTurns);
        thread.setDaemon(true);
        thread.start();
    }

    private void takeTurns() {
        while (!ended && end == null) {
            try {
                turns.take().run();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Does something in the session, whose exception passes. */
    <R> R call(Callable<R> work) throws Exception {
        CompletableFuture<R> done = new CompletableFuture<>();
        turns.put(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        return get(done);
    }

    private static <R> R get(CompletableFuture<R> done) throws Exception {
        try {
            return done.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (TimeoutException e) {
            throw new AssertionError("the session waits for the other one", e);
        }
    }

    /** Begins a transaction, or in one a savepoint, in which the session is until {@link #end}. */
    void begin(boolean savepoint) throws Exception {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        turns.put(() -> {
            CompletableFuture<Void> ended = null;
            try {
                if (savepoint) {
                    store.savepoint(() -> inside(begun));
                } else {
                    store.isolation(Isolation.READ_COMMITTED).write(() -> inside(begun));
                }
                ended = ending;
                complete(ended, null);
            } catch (Rollback e) {
                ended = ending;
                complete(ended, null);
            } catch (Throwable e) {
                begun.completeExceptionally(e);
                complete(ending, e);
            }
        });
        get(begun);
    }

    private static void complete(@Nullable CompletableFuture<Void> future, @Nullable Throwable failure) {
        if (future == null) {
            return;
        }
        if (failure == null) {
            future.complete(null);
        } else {
            future.completeExceptionally(failure);
        }
    }

    private void inside(CompletableFuture<Void> begun) {
        begun.complete(null);
        takeTurns();
        End how = end;
        end = null;
        if (how == End.ROLLBACK) {
            throw new Rollback();
        }
    }

    /** Ends the innermost savepoint or the transaction. */
    void end(boolean commit) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        turns.put(() -> {
            ending = done;
            end = commit ? End.COMMIT : End.ROLLBACK;
        });
        get(done);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
