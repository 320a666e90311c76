package org.versionedobjects.persistence;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.Computer.Rack;
import org.versionedobjects.persistence.KnownDatabase.Level;
import org.versionedobjects.persistence.KnownDatabase.RowKey;

/** One of the sessions of a sequence: the real one, what it sees, and the objects it has. */
final class SequenceSession implements AutoCloseable {
    private static final int MOST_LEVELS = 3;

    final String name;
    final Repository<Computer> computers;
    final Repository<Rack> racks;
    final Map<Integer, KnownObject> things = new HashMap<>();
    Map<RowKey, KnownRow> checkedRows = Map.of();
    private final Turns turns;
    private final KnownDatabase database;
    private final List<String> story;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final Set<String> locked = new HashSet<>();

    /** Makes a session that tells in a story what it does. */
    SequenceSession(String name, Turns turns, Store store, KnownDatabase database, List<String> story) {
        this.name = name;
        this.turns = turns;
        this.computers = turns.use(store.repository(Computer.TABLE));
        this.racks = turns.use(store.repository(Rack.TABLE));
        this.database = database;
        this.story = story;
    }

    void tell(String what) {
        story.add(name + " " + what);
    }

    /** Returns the number of an object, by which a story calls it. */
    int place(KnownObject thing) {
        return things.entrySet().stream()
                .filter(entry -> entry.getValue().equals(thing))
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    // ---- transactions ----

    boolean isInTransaction() {
        return !levels.isEmpty();
    }

    boolean mayBegin() {
        return levels.isEmpty() || (levels.size() < MOST_LEVELS && turns.hasSavepoints());
    }

    void begin() throws Exception {
        tell(isInTransaction() ? "sets a savepoint" : "begins");
        turns.begin(isInTransaction());
        levels.push(new Level());
    }

    /** Ends the innermost savepoint or the transaction, if there is one. */
    void end(boolean commit) throws Exception {
        if (levels.isEmpty()) {
            return;
        }
        tell(commit ? "commits" : "rolls back");
        turns.end(commit);
        Level level = levels.pop();
        if (commit) {
            finish(level);
        } else {
            level.rollBack();
        }
        if (levels.isEmpty()) {
            locked.clear();
        }
    }

    /** Takes what was done as part of the transaction, or as committed. */
    void finish(Level level) {
        if (levels.isEmpty()) {
            database.commit(level);
        } else {
            level.endInto(levels.element());
        }
    }

    Map<RowKey, KnownRow> rows() {
        return database.seenIn(levels);
    }

    void lock(Set<String> more) {
        if (isInTransaction()) {
            locked.addAll(more);
        }
    }

    boolean hasLocked(Set<String> any) {
        return !Collections.disjoint(locked, any);
    }

    boolean hasLocks() {
        return !locked.isEmpty();
    }

    // ---- calls ----

    <R> R call(Callable<R> work) throws Exception {
        return turns.call(work);
    }

    /** Returns what the library or an application threw, null if nothing. */
    @Nullable
    RuntimeException attempt(Runnable work) throws Exception {
        try {
            turns.call(() -> {
                work.run();
                return work;
            });
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    @Override
    public void close() {
        turns.close();
    }
}
