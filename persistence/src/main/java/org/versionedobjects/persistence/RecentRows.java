package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;

/**
 * What was in the rows that were referred to last, by their keys: rows of one result that refer to the same one need not
 * read it again. It has room for some, and forgets one for another. Belongs to one query.
 */
final class RecentRows {
    private static final int ROOM = 256;

    private final @Nullable Object[] keys = new Object[ROOM];
    private final @Nullable Object[] @Nullable [] values = new Object[ROOM][];

    /** Returns the values of the row with a key; null if they are not known. */
    @Nullable
    Object @Nullable [] get(Object key) {
        int place = place(key);
        return key.equals(keys[place]) ? values[place] : null;
    }

    void put(Object key, @Nullable Object[] row) {
        int place = place(key);
        keys[place] = key;
        values[place] = row;
    }

    private static int place(Object key) {
        int hash = key.hashCode();
        return (hash ^ hash >>> 16) & ROOM - 1;
    }
}
