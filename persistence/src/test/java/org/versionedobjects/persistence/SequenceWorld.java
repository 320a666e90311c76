package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Computer.Rack;
import org.versionedobjects.persistence.KnownDatabase.Level;
import org.versionedobjects.persistence.KnownDatabase.RowKey;

/**
 * Two sessions and a model of them: each step is done with the library and, as DESIGN §4 and §8 have it, with the model.
 * A session leaves rows alone that the other has locked, since it would wait for them.
 */
final class SequenceWorld implements AutoCloseable {
    private final Engine engine;
    private final SequenceClock clock;
    private final List<String> story = new ArrayList<>();
    private final SequenceSession first;
    private final SequenceSession second;

    /** Makes the sessions of a world, each on its turns, and two computers and two racks, which both have loaded. */
    SequenceWorld(Engine engine, Store store, SequenceClock clock, Turns firstTurns, Turns secondTurns)
            throws Exception {
        this.engine = engine;
        this.clock = clock;
        KnownDatabase database = new KnownDatabase();
        this.first = new SequenceSession("A", firstTurns, store, database, story);
        this.second = new SequenceSession("B", secondTurns, store, database, story);
        database.commit(someRows(store));
        for (SequenceSession session : List.of(first, second)) {
            SequenceObjects objects = new SequenceObjects(new Random(0), session);
            for (int place = 0; place < SequenceObjects.PLACES; place++) {
                objects.load(place);
            }
        }
        story.clear();
    }

    private static Level someRows(Store store) {
        Level level = new Level();
        Repository<Computer> computers = store.repository(Computer.TABLE);
        for (int place = 0; place < 2; place++) {
            Rack rack = store.repository(Rack.TABLE)
                    .create(Rack.TYPE.with(Rack.LABEL, "one").build());
            computers.create(Computer.named(SequenceObjects.name(place), rack));
            Computer computer = computers.require(Computer.NAME, SequenceObjects.name(place));
            level.write(new RowKey(Rack.ID, rack.get(Rack.ID)), KnownRow.of(rack));
            level.write(new RowKey(Computer.ID, computer.get(Computer.ID)), KnownRow.of(computer));
        }
        return level;
    }

    /** Returns what was done, in words. */
    List<String> story() {
        return story;
    }

    @Override
    @SuppressWarnings("EmptyTryBlock") // both are closed, whatever the first one throws
    public void close() {
        try (first;
                second) {}
    }

    // ---- steps ----

    void take(Step step) throws Exception {
        clock.tick();
        SequenceSession session = step.first() ? first : second;
        KnownObject thing = session.things.get(step.place());
        SequenceObjects objects = new SequenceObjects(new Random(step.seed()), session);
        SequenceWrites writes = new SequenceWrites(engine, clock.instant(), objects, session, other(session));
        if (take(step, session, objects, writes)) {
            check(session);
        } else if (thing != null && change(step.action(), thing, objects)) {
            session.things.values().forEach(KnownObject::check);
        } else if (thing != null) {
            write(step.action(), thing, writes);
            check(session);
        }
    }

    private SequenceSession other(SequenceSession session) {
        return session.equals(first) ? second : first;
    }

    /** Takes a step for which there need not be an object; returns whether it is one. */
    private boolean take(Step step, SequenceSession session, SequenceObjects objects, SequenceWrites writes)
            throws Exception {
        switch (step.action()) {
            case BEGIN -> begin(session);
            case COMMIT -> session.end(true);
            case ROLL_BACK -> session.end(false);
            case LOAD -> objects.load(step.place());
            case MAKE -> objects.make(step.place());
            case ENSURE -> writes.ensure(step.place());
            case MODIFY -> writes.modify(step.place());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void begin(SequenceSession session) throws Exception {
        boolean mayBeside = engine.hasConcurrentWriters() || !other(session).isInTransaction();
        if (session.mayBegin() && (mayBeside || session.isInTransaction())) {
            session.begin();
        }
    }

    /** Takes a step that changes an object and no row; returns whether it is one. */
    private static boolean change(Step.Action action, KnownObject thing, SequenceObjects objects) throws Exception {
        switch (action) {
            case SET -> objects.set(thing);
            case SET_IN_DISK -> objects.setInDisk(thing);
            case SET_IN_RACK -> objects.setInRack(thing);
            case UNSET -> objects.unset(thing);
            case TOUCH_FIELD -> objects.touch(thing);
            case SET_GENERATION -> objects.setGeneration(thing);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void write(Step.Action action, KnownObject thing, SequenceWrites writes) throws Exception {
        switch (action) {
            case CREATE -> writes.create(thing);
            case SAVE -> writes.save(thing, Map.of());
            case SAVE_REBASING -> writes.rebase(thing);
            case SAVE_CASCADING -> writes.cascade(thing);
            case SAVE_EXPECTING -> writes.save(thing, writes.objects().expectation(1));
            case DELETE -> writes.delete(thing);
            case SOFT_DELETE -> writes.softDelete(thing);
            case RESTORE -> writes.restore(thing);
            case TOUCH -> writes.touch(thing);
            case REFRESH -> writes.refresh(thing);
            case UPSERT -> writes.upsert(thing);
            default -> throw new IllegalArgumentException(action.toString());
        }
    }

    /** Rolls back what is open. */
    void finish() throws Exception {
        for (SequenceSession session : List.of(first, second)) {
            while (session.isInTransaction()) {
                session.end(false);
                check(session);
            }
        }
    }

    // ---- agreement ----

    /** Compares objects and rows with the model, of the other session those rows that a session changed. */
    private void check(SequenceSession acting) throws Exception {
        for (SequenceSession session : List.of(acting, other(acting))) {
            session.things.values().forEach(KnownObject::check);
            Map<RowKey, KnownRow> expected = session.rows();
            if (session.equals(acting) || !expected.equals(session.checkedRows)) {
                Map<RowKey, KnownRow> found = session.call(() -> seen(session));
                assertThat(found).as("what %s sees", session.name).isEqualTo(expected);
                session.checkedRows = expected;
            }
        }
    }

    /** Returns all that a session sees, in objects that are new and clean. */
    private static Map<RowKey, KnownRow> seen(SequenceSession session) {
        List<VersionedObject> seen = new ArrayList<>();
        for (int place = 0; place < SequenceObjects.ROWS; place++) {
            session.computers
                    .includingDeleted()
                    .find(Computer.NAME, SequenceObjects.name(place))
                    .ifPresent(seen::add);
        }
        for (Long id : KnownDatabase.racks(session.rows())) {
            session.racks.find(Rack.ID, id).ifPresent(seen::add);
        }
        Map<RowKey, KnownRow> rows = new HashMap<>();
        for (VersionedObject each : seen) {
            assertThat(each.hasChanges()).as("%s is changed", each).isFalse();
            Field<Long> key = each instanceof Rack ? Rack.ID : Computer.ID;
            rows.put(new RowKey(key, each.get(key)), KnownRow.of(each));
        }
        return rows;
    }
}
