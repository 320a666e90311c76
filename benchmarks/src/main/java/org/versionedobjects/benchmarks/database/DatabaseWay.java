package org.versionedobjects.benchmarks.database;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One way to keep consumers in a schema of its own. All write the same columns: a new row gets its creation time and
 * generation 0, a changed row the changed column, its update time and the next generation.
 *
 * <p>A way that is told of stale rows for a whole batch only does what its users would have to do: it finds them itself,
 * row by row if need be. All end with the same rows and tell the same stale ones.
 *
 * @param <C> its kind of object
 */
interface DatabaseWay<C> extends AutoCloseable {
    /** How many consumers a page has. */
    int PAGE = 1000;

    String name();

    /** Makes a new object; of the row it takes uuid, project, user and type. Its project and user exist already. */
    C make(ConsumerRow row);

    /** Returns an object's values, with what the database or the way has set; 0 and null for what it does not know. */
    ConsumerRow row(C consumer);

    /** D1: inserts one, and returns it with its key. */
    C insert(C consumer) throws Exception;

    /** D2: loads one with its project and user, in one round trip. */
    C load(UUID uuid) throws Exception;

    /** Changes one field of the object and saves nothing. */
    void changeType(C consumer, long typeId);

    /**
     * D3: saves the changed field under the generation.
     *
     * @return false if the row is stale, and nothing is saved; after true the object is ready to be changed and saved again
     */
    boolean save(C consumer) throws Exception;

    /**
     * D4: saves the changed field of each under its generation, in one transaction. The fresh ones are saved and ready to be
     * changed and saved again; stale ones stay stale.
     *
     * @return the positions of the stale ones
     */
    Set<Integer> saveAll(List<C> consumers) throws Exception;

    /** D5: inserts all in one transaction, and returns them with their keys. */
    List<C> insertAll(List<C> consumers) throws Exception;

    /** D6: loads the next {@link #PAGE} by id after this id, with project and user, in one round trip. */
    List<C> page(long afterId) throws Exception;

    /** Gives back what it has opened itself; the database is closed by whom it belongs to. */
    @Override
    void close();
}
