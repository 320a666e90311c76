package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of what two sessions can do, against a model: object, row and model agree after each step. A session
 * leaves rows alone that the other has locked, since it would wait for them.
 */
@OnEveryEngine
class SequencesTest {
    private static final int SEQUENCES = 25;
    private static final int STEPS = 40;
    private static final int ROWS = 3;

    private final Engine engine;
    private final TestDatabase database;
    private final HikariDataSource pool;
    private final Jdbi pooled;

    SequencesTest(Engine engine) {
        this.engine = engine;
        this.database = new TestDatabase(engine);
        database.execute(Parent.SCHEMA);
        this.pool = database.pooled(4);
        this.pooled = Jdbi.create(pool);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void anySequence_leavesObjectRowAndModelInAgreement() throws Exception {
        long seed = Long.getLong("versionedobjects.seed", 1);
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            database.execute("DELETE FROM parents");
            World world = new World(new Random(seed * 1_000 + sequence));
            try (world.first.turns;
                    world.second.turns) {
                world.play();
            } catch (AssertionError | Exception e) {
                throw new AssertionError(
                        "-Dversionedobjects.seed=" + seed + ", sequence " + sequence + ": " + world.story, e);
            }
        }
    }

    /** What a row holds; its absence is no row. */
    private record Row(long size, long generation) {}

    /** What the model knows of an object: values, and what they were when it was last loaded or saved. */
    private static final class Thing {
        private final Parent object;
        private Long size;
        private Long baseSize;
        private Long generation;

        Thing(Parent object, Row row) {
            this.object = object;
            this.size = row.size();
            this.baseSize = row.size();
            this.generation = row.generation();
        }

        boolean isDirty() {
            return !size.equals(baseSize);
        }

        void check(String when) {
            assertThat(object.get(Parent.SIZE)).as(when).isEqualTo(size);
            assertThat(object.get(Parent.GENERATION)).as(when).isEqualTo(generation);
            assertThat(object.isChanged(Parent.SIZE)).as(when).isEqualTo(isDirty());
            assertThat(object.isChanged(Parent.GENERATION)).as(when).isFalse();
        }
    }

    /** One transaction or savepoint: what it wrote, and how objects go back. */
    private static final class Level {
        private final Map<Long, Optional<Row>> written = new HashMap<>();
        private final Deque<Runnable> undos = new ArrayDeque<>();
    }

    private final class Session {
        private final String name;
        private final Turns turns;
        private final Repository<Parent> parents;
        private final Deque<Level> levels = new ArrayDeque<>();
        private final Map<Long, Thing> things = new HashMap<>();
        private final Set<Long> locked = new HashSet<>();

        Session(String name) {
            this.name = name;
            Store store = Store.of(pooled, Parent.TABLE);
            this.turns = new Turns(store);
            this.parents = store.repository(Parent.TABLE);
        }

        @Nullable
        Row row(Map<Long, Row> committed, long id) {
            for (Level level : levels) {
                Optional<Row> written = level.written.get(id);
                if (written != null) {
                    return written.orElse(null);
                }
            }
            return committed.get(id);
        }
    }

    private final class World {
        private final Random random;
        private final Map<Long, Row> committed = new HashMap<>();
        private final Session first = new Session("A");
        private final Session second = new Session("B");
        private final List<String> story = new ArrayList<>();

        World(Random random) {
            this.random = random;
        }

        void play() throws Exception {
            for (int step = 0; step < STEPS; step++) {
                Session session = random.nextBoolean() ? first : second;
                step(session, session == first ? second : first);
                check();
            }
            for (Session session : List.of(first, second)) {
                while (!session.levels.isEmpty()) {
                    end(session, random.nextBoolean());
                }
            }
            check();
        }

        private void step(Session session, Session other) throws Exception {
            long id = random.nextInt(ROWS);
            boolean mayWrite = !other.locked.contains(id) && (engine.hasConcurrentWriters() || other.levels.isEmpty());
            switch (random.nextInt(12)) {
                case 0 -> begin(session, other);
                case 1 -> {
                    if (!session.levels.isEmpty()) {
                        end(session, true);
                    }
                }
                case 2 -> {
                    if (!session.levels.isEmpty()) {
                        end(session, false);
                    }
                }
                case 3 -> load(session, id);
                case 4, 5, 6 -> set(session, id);
                default -> {
                    if (mayWrite) {
                        write(session, id);
                    }
                }
            }
        }

        private void begin(Session session, Session other) throws Exception {
            boolean isOuter = session.levels.isEmpty();
            if (session.levels.size() < 3 && (engine.hasConcurrentWriters() || !isOuter || other.levels.isEmpty())) {
                story.add(session.name + (isOuter ? " begins" : " sets a savepoint"));
                session.turns.begin(!isOuter);
                session.levels.push(new Level());
            }
        }

        private void end(Session session, boolean commit) throws Exception {
            story.add(session.name + (commit ? " commits" : " rolls back"));
            session.turns.end(commit);
            Level level = session.levels.pop();
            if (!commit) {
                while (!level.undos.isEmpty()) {
                    level.undos.pop().run();
                }
            } else if (session.levels.isEmpty()) {
                level.written.forEach(this::commit);
            } else {
                session.levels.peek().written.putAll(level.written);
                while (!level.undos.isEmpty()) {
                    session.levels.peek().undos.push(level.undos.removeLast());
                }
            }
            if (session.levels.isEmpty()) {
                session.locked.clear();
            }
        }

        private void commit(Long id, Optional<Row> row) {
            row.ifPresentOrElse(each -> committed.put(id, each), () -> committed.remove(id));
        }

        private void wrote(Session session, long id, @Nullable Row row, Runnable undo) {
            if (session.levels.isEmpty()) {
                commit(id, Optional.ofNullable(row));
            } else {
                session.levels.peek().written.put(id, Optional.ofNullable(row));
                session.levels.peek().undos.push(undo);
                session.locked.add(id);
            }
        }

        private void load(Session session, long id) throws Exception {
            story.add(session.name + " loads " + id);
            Optional<Parent> found = session.turns.call(() -> session.parents.find(Parent.ID, id));
            Row row = session.row(committed, id);
            assertThat(found.isPresent()).isEqualTo(row != null);
            if (row == null) {
                session.things.remove(id);
            } else {
                session.things.put(id, new Thing(found.orElseThrow(), row));
            }
        }

        private void set(Session session, long id) {
            Thing thing = session.things.get(id);
            if (thing != null) {
                thing.size = (long) random.nextInt(100);
                story.add(session.name + " sets " + id + " to " + thing.size);
                thing.object.set(Parent.SIZE, thing.size);
            }
        }

        private void write(Session session, long id) throws Exception {
            Thing thing = session.things.get(id);
            Row row = session.row(committed, id);
            switch (random.nextInt(6)) {
                case 0 -> {
                    if (row == null && mayCreate(session)) {
                        create(session, id);
                    }
                }
                case 1 -> {
                    if (row != null) {
                        modify(session, id, row);
                    }
                }
                case 2 -> {
                    if (thing != null) {
                        delete(session, id, thing, row);
                    }
                }
                case 3 -> {
                    if (thing != null && row != null) {
                        refresh(session, id, thing, row);
                    }
                }
                default -> {
                    if (thing != null) {
                        save(session, id, thing, row);
                    } else if (row == null && mayCreate(session)) {
                        create(session, id);
                    }
                }
            }
        }

        /** MariaDB locks the gaps beside rows that were deleted, where others would insert. */
        private boolean mayCreate(Session session) {
            Session other = session.name.equals("A") ? second : first;
            return engine != Engine.MARIADB || other.locked.isEmpty();
        }

        private void create(Session session, long id) throws Exception {
            long size = random.nextInt(100);
            story.add(session.name + " creates " + id + " of " + size);
            Parent parent = Parent.of(id, "p" + id, size);
            session.turns.call(() -> session.parents.create(parent));
            Row row = new Row(size, 0);
            session.things.put(id, new Thing(parent, row));
            // what was created and is rolled back is not tracked any more: its baselines are unknown again
            wrote(session, id, row, () -> {
                Thing now = session.things.get(id);
                if (now != null && isSame(now.object, parent)) {
                    assertThat(parent.isChanged(Parent.ID)).isTrue();
                    session.things.remove(id);
                }
            });
        }

        @SuppressWarnings("ReferenceEquality") // the very object
        private static boolean isSame(Parent one, Parent other) {
            return one == other;
        }

        private void modify(Session session, long id, Row row) throws Exception {
            long size = (row.size() + 1) % 100;
            story.add(session.name + " modifies " + id);
            Parent parent = session.turns.call(
                    () -> session.parents.modify(Parent.ID, id, each -> each.set(Parent.SIZE, size)));
            Row now = new Row(size, row.generation() + 1);
            assertThat(parent.get(Parent.GENERATION)).isEqualTo(now.generation());
            wrote(session, id, now, () -> {});
        }

        private void save(Session session, long id, Thing thing, @Nullable Row row) throws Exception {
            story.add(session.name + " saves " + id);
            StoreException conflict = conflict(session, () -> session.parents.save(thing.object));
            if (!thing.isDirty()) {
                assertThat(conflict).isNull();
            } else if (isExpected(conflict, thing, row)) {
                Long baseBefore = thing.baseSize;
                Long generationBefore = thing.generation;
                Row now = new Row(thing.size, thing.generation + 1);
                thing.baseSize = thing.size;
                thing.generation = now.generation();
                wrote(session, id, now, () -> {
                    thing.baseSize = baseBefore;
                    thing.generation = generationBefore;
                });
            } else {
                lock(session, id);
            }
        }

        private void delete(Session session, long id, Thing thing, @Nullable Row row) throws Exception {
            story.add(session.name + " deletes " + id);
            StoreException conflict = conflict(session, () -> {
                session.parents.delete(thing.object);
                return thing;
            });
            if (isExpected(conflict, thing, row)) {
                wrote(session, id, null, () -> {});
            } else {
                lock(session, id);
            }
        }

        private void refresh(Session session, long id, Thing thing, Row row) throws Exception {
            story.add(session.name + " refreshes " + id);
            session.turns.call(() -> {
                session.parents.refresh(thing.object);
                return thing;
            });
            Long sizeBefore = thing.size;
            Long baseBefore = thing.baseSize;
            Long generationBefore = thing.generation;
            thing.size = row.size();
            thing.baseSize = row.size();
            thing.generation = row.generation();
            if (!session.levels.isEmpty()) {
                session.levels.peek().undos.push(() -> {
                    if (Objects.equals(thing.size, row.size())) {
                        thing.size = sizeBefore;
                    }
                    thing.baseSize = baseBefore;
                    thing.generation = generationBefore;
                });
            }
        }

        private void lock(Session session, long id) {
            if (!session.levels.isEmpty()) {
                session.locked.add(id);
            }
        }

        private @Nullable StoreException conflict(Session session, java.util.concurrent.Callable<?> work)
                throws Exception {
            try {
                session.turns.call(work);
                return null;
            } catch (Conflict e) {
                return e;
            }
        }

        /** Returns whether there was no conflict, which is right; fails if the conflict is not the right one. */
        private boolean isExpected(@Nullable StoreException conflict, Thing thing, @Nullable Row row) {
            if (row == null) {
                assertThat(conflict).isInstanceOf(GoneConflict.class);
            } else if (row.generation() != thing.generation) {
                assertThat(conflict).isInstanceOf(ConcurrentUpdateConflict.class);
                assertThat(((ConcurrentUpdateConflict) conflict).foundGeneration())
                        .hasValue(row.generation());
            } else {
                assertThat(conflict).isNull();
                return true;
            }
            return false;
        }

        private void check() throws Exception {
            for (Session session : List.of(first, second)) {
                session.things.values().forEach(thing -> thing.check(String.valueOf(story)));
                List<@Nullable Row> rows = session.turns.call(() -> IntStream.range(0, ROWS)
                        .mapToObj(id -> session.parents.find(Parent.ID, (long) id))
                        .map(found -> found.map(each -> new Row(each.get(Parent.SIZE), each.get(Parent.GENERATION)))
                                .orElse(null))
                        .toList());
                for (int id = 0; id < ROWS; id++) {
                    if (!Objects.equals(rows.get(id), session.row(committed, id))) {
                        fail(session.name + " sees " + rows.get(id) + " in row " + id + ", but the model has "
                                + session.row(committed, id));
                    }
                }
            }
        }
    }
}
