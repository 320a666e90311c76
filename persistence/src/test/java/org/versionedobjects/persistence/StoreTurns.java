package org.versionedobjects.persistence;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.VersionedObject;

/** A session in the transactions of a store, on a thread of its own. */
final class StoreTurns implements Turns {
    private static final int LONGEST_SECONDS = 60;

    private final SynchronousQueue<Runnable> turns = new SynchronousQueue<>();
    private final Store store;
    private final Thread thread;
    private int depth;
    private boolean stuck;
    private @Nullable CompletableFuture<Void> ending;

    private enum End {
        COMMIT,
        ROLLBACK
    }

    private @Nullable End end;

    private static final class Rollback extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    StoreTurns(Store store) {
        this.store = store;
        this.thread = new Thread(this::takeTurns);
        thread.setDaemon(true);
        thread.start();
    }

    private void takeTurns() {
        while (end == null) {
            try {
                turns.take().run();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public <R> R call(Callable<R> work) throws Exception {
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

    private <R> R get(CompletableFuture<R> done) throws Exception {
        try {
            return done.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (TimeoutException e) {
            stuck = true;
            throw new StuckError(e);
        }
    }

    @Override
    public void begin(boolean savepoint) throws Exception {
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
        depth++;
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

    @Override
    public void end(boolean commit) throws Exception {
        depth--;
        CompletableFuture<Void> done = new CompletableFuture<>();
        turns.put(() -> {
            ending = done;
            end = commit ? End.COMMIT : End.ROLLBACK;
        });
        get(done);
    }

    @Override
    public boolean hasSavepoints() {
        return true;
    }

    @Override
    public <O extends VersionedObject> Repository<O> use(Repository<O> repository) {
        return repository;
    }

    @Override
    public void close() {
        try {
            while (depth > 0 && !stuck) {
                end(false);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            thread.interrupt();
        }
    }
}
