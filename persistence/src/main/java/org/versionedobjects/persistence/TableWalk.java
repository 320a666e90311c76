package org.versionedobjects.persistence;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.VersionedObject;

/**
 * A way through all rows of a table in the order of their keys, in pieces, those that are softly deleted too: for work
 * that must not hold all of them, and may go on later from a key that it kept. Each call runs as a repository's does, in
 * the transaction that is open. Made by {@link Repository#walk}. Immutable and thread-safe.
 *
 * @param <O> the class of the objects
 */
public final class TableWalk<O extends VersionedObject> {
    private final Sessions sessions;
    private final RowWalker<O> walker;

    TableWalk(Sessions sessions, RowWalker<O> walker) {
        this.sessions = sessions;
        this.walker = walker;
    }

    /**
     * A row on the way.
     *
     * @param key its key
     * @param object what is in it
     */
    public record Row<O extends VersionedObject>(RowKey key, O object) {}

    /**
     * Returns the next rows.
     *
     * @param after the key after which they begin; null for the first rows of all
     * @param most how many there are at most, 1 or more
     */
    public List<Row<O>> next(@Nullable RowKey after, int most) {
        return sessions.call(session -> walker.next(session, after, checked(most)));
    }

    /** Returns the next rows as {@link #next} does, in their newest state, and locks them until the transaction ends. */
    public List<Row<O>> nextLocked(@Nullable RowKey after, int most) {
        return sessions.call(session -> {
            session.beforeWrite();
            return walker.nextLocked(session, after, checked(most));
        });
    }

    /** Returns the keys of the next rows, without what is in them. */
    public List<RowKey> nextKeys(@Nullable RowKey after, int most) {
        return sessions.call(session -> walker.nextKeys(session, after, checked(most)));
    }

    /** Returns the row with a key in its newest state, and locks it until the transaction ends; empty if it is gone. */
    public Optional<O> locked(RowKey key) {
        return sessions.call(session -> {
            session.beforeWrite();
            return walker.locked(session, key);
        });
    }

    /**
     * Returns the key of which {@link RowKey#text} was kept.
     *
     * @throws IllegalArgumentException if the text is none of a key of this table
     */
    public RowKey key(String text) {
        return walker.key(text);
    }

    /** Returns how many rows there are. */
    public long count() {
        return sessions.call(walker::count);
    }

    private static int checked(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("A piece has at least one row, but most is " + most);
        }
        return most;
    }
}
