package org.versionedobjects.persistence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/** What to undo in objects if a transaction rolls back, the last first. Confined to one thread. */
final class UndoLog {
    private final Deque<Runnable> undos = new ArrayDeque<>();
    private final boolean refusing;
    private @Nullable Consumer<UndoLog> whenFirst;
    private final End end = new End();
    private boolean aborted;
    private boolean written;

    /** Whether a transaction has ended well, so that what was read in it holds for all. Thread-safe. */
    static final class End {
        private volatile boolean reached;

        boolean isReached() {
            return reached;
        }
    }

    private UndoLog(boolean refusing, @Nullable Consumer<UndoLog> whenFirst) {
        this.refusing = refusing;
        this.whenFirst = whenFirst;
    }

    /** Returns the log of a transaction whose end its owner knows, who then unwinds or forgets it. */
    static UndoLog owned() {
        return new UndoLog(false, null);
    }

    /** Returns a log that passes itself on, to whom unwinds it, before the first write. */
    static UndoLog registered(Consumer<UndoLog> registration) {
        return new UndoLog(false, registration);
    }

    /** Returns the log of a transaction whose end nobody tells: it takes nothing. */
    static UndoLog refusing() {
        return new UndoLog(true, null);
    }

    /** Makes sure, before anything is written, that it can be undone. */
    void prepare() {
        if (refusing) {
            throw new TransactionRefusedException(
                    Facts.problem("the connection is in a transaction that something else began, so that objects"
                                    + " could not go back if it rolls back")
                            .withAdvice(
                                    "give the store ExternalTransactions, or allowUntrackedTransactions(); if nothing"
                                            + " else commits, the pool must leave autocommit on"),
                    null);
        }
        register();
        written = true;
    }

    /** Returns whether anything was written in the transaction, or tried. */
    boolean hasWritten() {
        return written;
    }

    /** Makes sure, before an object changes, that it goes back if something tells of the end; never refuses. */
    void register() {
        Consumer<UndoLog> registration = whenFirst;
        if (registration != null) {
            registration.accept(this);
            whenFirst = null;
        }
    }

    void add(Runnable undo) {
        undos.push(undo);
        goesOn(); // it was written after all: somebody went back to a savepoint
    }

    /** Notes that the database will roll back, whatever is asked of it. */
    void aborted() {
        aborted = true;
    }

    /** Notes that a transaction that was aborted is not any more. */
    void goesOn() {
        aborted = false;
    }

    /** Ends with a commit, which of an aborted transaction is a rollback that nobody tells. */
    void committed() {
        if (aborted) {
            unwindTo(0);
        }
        ended();
    }

    /** Notes that the transaction has ended, and nothing is to be undone. */
    void ended() {
        end.reached = true;
    }

    /** Returns what tells, to any thread, whether the transaction has ended. */
    End end() {
        return end;
    }

    int mark() {
        return undos.size();
    }

    void unwindTo(int mark) {
        while (undos.size() > mark) {
            undos.pop().run();
        }
    }
}
