package org.versionedobjects.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of what two sessions can do, against a model: object, row and model agree after each step. A sequence
 * that fails is told with its seed, and cut down to the steps that it takes.
 */
@OnEveryEngine
class SequencesTest {
    private static final int SEQUENCES = Integer.getInteger("versionedobjects.sequences", 60);
    private static final int STEPS = 60;

    private final Engine engine;
    private final TestDatabase database;
    private final HikariDataSource pool;
    private final Jdbi pooled;
    private final SequenceClock clock = new SequenceClock();
    private final Store store;

    SequencesTest(Engine engine) {
        this.engine = engine;
        this.database = new TestDatabase(engine);
        database.execute(Computer.schema(engine));
        this.pool = database.pooled(4);
        this.pooled = Jdbi.create(pool);
        this.store = Store.builder(pooled)
                .tables(Computer.TABLE, Computer.Rack.TABLE)
                .clock(clock)
                .build();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void anySequence_leavesObjectRowAndModelInAgreement() throws Exception {
        long seed = Long.getLong("versionedobjects.seed", 1);
        for (int number = 0; number < SEQUENCES; number++) {
            Random random = new Random(new SplittableRandom(seed * 1_000 + number).nextLong());
            Sequence sequence = new Sequence(
                    random.nextBoolean(),
                    random.nextBoolean(),
                    Stream.generate(() -> Step.random(random, SequenceObjects.PLACES))
                            .limit(STEPS)
                            .toList());
            Failure failure = play(sequence);
            if (failure != null) {
                Failure smallest = shrunk(failure);
                throw new AssertionError(
                        "-Dversionedobjects.seed=" + seed + ", sequence " + number + ", which comes down to "
                                + smallest.sequence + String.join("\n  ", smallest.story),
                        smallest.cause);
            }
        }
    }

    /** What is played: by sessions of the store, or on handles of JDBI's. */
    private record Sequence(boolean firstOnHandle, boolean secondOnHandle, List<Step> steps) {
        Sequence with(List<Step> others) {
            return new Sequence(firstOnHandle, secondOnHandle, others);
        }

        @Override
        public String toString() {
            return steps.size() + " steps, A " + (firstOnHandle ? "on a handle" : "in the store") + ", B "
                    + (secondOnHandle ? "on a handle" : "in the store") + ":\n  ";
        }
    }

    /** A sequence whose last step went wrong. */
    private record Failure(Sequence sequence, List<String> story, Throwable cause) {}

    private @Nullable Failure play(Sequence sequence) throws Exception {
        database.execute("DELETE FROM computers; DELETE FROM racks");
        try (SequenceWorld world = new SequenceWorld(
                engine, store, clock, turns(sequence.firstOnHandle), turns(sequence.secondOnHandle))) {
            int taken = 0;
            try {
                for (Step step : sequence.steps()) {
                    taken++;
                    world.take(step);
                }
                world.finish();
                return null;
            } catch (AssertionError | Exception e) {
                List<Step> steps = sequence.steps().subList(0, taken);
                return new Failure(sequence.with(steps), List.copyOf(world.story()), e);
            }
        }
    }

    private Turns turns(boolean onHandle) {
        return onHandle ? new HandleTurns(pooled, engine) : new StoreTurns(store);
    }

    /** Leaves out steps, many at a time and then few, as long as the rest fails. */
    private Failure shrunk(Failure failure) throws Exception {
        Failure smallest = failure;
        for (int length = smallest.sequence.steps().size() / 2; length > 0; length /= 2) {
            for (int from = 0; from < smallest.sequence.steps().size(); ) {
                Failure smaller =
                        smallest.cause instanceof Turns.StuckError ? null : play(without(smallest, from, length));
                if (smaller == null) {
                    from += length;
                } else {
                    smallest = smaller;
                }
            }
        }
        return smallest;
    }

    private static Sequence without(Failure failure, int from, int length) {
        List<Step> steps = new ArrayList<>(failure.sequence.steps());
        steps.subList(from, Math.min(from + length, steps.size())).clear();
        return failure.sequence.with(steps);
    }
}
