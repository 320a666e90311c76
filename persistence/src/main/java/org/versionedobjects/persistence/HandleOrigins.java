package org.versionedobjects.persistence;

import com.google.common.collect.MapMaker;
import java.util.concurrent.ConcurrentMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleListener;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;

/**
 * Remembers which handles were in a transaction when they were opened: one that something else began, on the connection
 * that it lent to JDBI. Later there is no way to tell, since JDBI's own transactions look the same. Thread-safe.
 */
final class HandleOrigins implements HandleListener {
    private static final HandleOrigins INSTANCE = new HandleOrigins();

    private final ConcurrentMap<Handle, Boolean> outside =
            new MapMaker().weakKeys().makeMap();

    private HandleOrigins() {}

    /** Watches the handles that are opened from now on; watching twice is watching once. */
    static void watch(Jdbi jdbi) {
        jdbi.getConfig(Handles.class).addListener(INSTANCE);
    }

    static boolean isOpenedInTransaction(Handle handle) {
        return INSTANCE.outside.containsKey(handle);
    }

    @Override
    public void handleCreated(Handle handle) {
        if (handle.isInTransaction()) {
            outside.put(handle, true);
        }
    }

    @Override
    public void handleClosed(Handle handle) {
        outside.remove(handle);
    }
}
