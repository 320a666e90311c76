package org.versionedobjects.examples.placement;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleListener;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;

/**
 * Knows the handle that the store has open in the thread, so that SQL can be part of the store's transaction. For as
 * long as the store does not give it away itself.
 */
final class OpenHandles implements HandleListener {
    @SuppressWarnings("ThreadLocalUsage") // one for each JDBI: a thread may be in transactions on two databases
    private final ThreadLocal<Deque<Handle>> open = ThreadLocal.withInitial(ArrayDeque::new);

    /** Starts to listen to what is opened. */
    static OpenHandles of(Jdbi jdbi) {
        OpenHandles handles = new OpenHandles();
        jdbi.getConfig(Handles.class).addListener(handles);
        return handles;
    }

    /**
     * Returns the handle of the transaction that the thread is in.
     *
     * @throws IllegalStateException outside of {@code store.read} and {@code store.write}
     */
    Handle current() {
        Handle handle = open.get().peek();
        if (handle == null) {
            throw new IllegalStateException("The thread is in no transaction of the store");
        }
        return handle;
    }

    @Override
    public void handleCreated(Handle handle) {
        open.get().push(handle);
    }

    @Override
    public void handleClosed(Handle handle) {
        Deque<Handle> mine = open.get();
        mine.remove(handle);
        if (mine.isEmpty()) {
            open.remove();
        }
    }
}
