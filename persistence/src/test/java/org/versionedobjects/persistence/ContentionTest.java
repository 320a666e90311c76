package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Many threads on few rows: what was acknowledged is there, and nothing else. */
@OnEveryEngine
class ContentionTest {
    private static final int THREADS = 8;
    private static final int MODIFICATIONS = 20_000;
    private static final int KILLS = 50;
    private static final int MOST_ROUNDS = 5_000;

    private final Engine engine;
    private final TestDatabase database;

    ContentionTest(Engine engine) {
        this.engine = engine;
        this.database = new TestDatabase(engine);
        database.execute(Parent.SCHEMA.replace("size < 1000", "size >= 0"));
    }

    private Repository<Parent> repository(Jdbi jdbi) {
        // who comes last of eight may be late often: nothing is lost by trying longer
        return Store.builder(jdbi)
                .tables(Parent.TABLE)
                .modifyRetries(RetryPolicy.standard().atMost(1_000))
                .build()
                .repository(Parent.TABLE);
    }

    private static void modify(Repository<Parent> parents, long id) {
        parents.modify(Parent.ID, id, each -> each.update(Parent.SIZE, size -> size == null ? 1L : size + 1));
    }

    @Test
    void oneHotRow_losesNoUpdate() throws Exception {
        modifyByAll(1);
    }

    @Test
    void aHundredRows_loseNoUpdate() throws Exception {
        modifyByAll(100);
    }

    private void modifyByAll(int rows) throws Exception {
        AtomicIntegerArray acknowledged = new AtomicIntegerArray(rows);
        try (HikariDataSource pool = database.pooled(THREADS)) {
            Repository<Parent> parents = repository(Jdbi.create(pool));
            for (int row = 0; row < rows; row++) {
                parents.create(Parent.of(row, "p" + row, 0));
            }
            byAll(thread -> {
                for (int round = thread; round < MODIFICATIONS; round += THREADS) {
                    int row = (round * 31) % rows;
                    modify(parents, row);
                    acknowledged.incrementAndGet(row);
                }
            });

            for (int row = 0; row < rows; row++) {
                Parent last = parents.require(Parent.ID, (long) row);
                assertThat(last.get(Parent.GENERATION)).isEqualTo(acknowledged.get(row));
                assertThat(last.get(Parent.SIZE)).isEqualTo(acknowledged.get(row));
            }
        }
    }

    private interface Work {
        void run(int thread) throws Exception;
    }

    private static void byAll(Work work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> runs = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            runs.add(executor.submit(() -> {
                work.run(number);
                return null;
            }));
        }
        executor.shutdown();
        for (Future<?> run : runs) {
            run.get();
        }
    }

    /** Kills are counted only where the server says that the connection was in a transaction. */
    @Test
    void withKilledConnections_whatIsAcknowledgedIsThere_andNoMoreThanMayBe() throws Exception {
        if (engine == Engine.SQLITE) {
            return; // there is no server that could close a connection
        }
        Repository<Parent> parents = repository(Jdbi.create(database.unwatched()));
        parents.create(Parent.of(1, "hot", 0));
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicInteger unknown = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService killer = Executors.newSingleThreadExecutor();
        Future<Integer> kills = killer.submit(() -> killSome(done));
        killer.shutdown();

        byAll(thread -> {
            while (!done.get()) {
                try {
                    modifySlowly(parents);
                    acknowledged.incrementAndGet();
                } catch (OutcomeUnknownException e) {
                    unknown.incrementAndGet();
                }
            }
        });

        assertThat(kills.get()).isGreaterThanOrEqualTo(KILLS);
        Parent last = parents.require(Parent.ID, 1L);
        assertThat(last.get(Parent.GENERATION))
                .isBetween((long) acknowledged.get(), (long) acknowledged.get() + unknown.get());
        assertThat(last.get(Parent.SIZE)).isEqualTo(last.get(Parent.GENERATION));
        assertThat(acknowledged.get()).isPositive();
    }

    /** Leaves time to be killed. */
    private static void modifySlowly(Repository<Parent> parents) throws InterruptedException {
        parents.modify(Parent.ID, 1L, each -> {
            Thread.sleep(2);
            each.update(Parent.SIZE, size -> size == null ? 1L : size + 1);
        });
    }

    private int killSome(AtomicBoolean done) throws InterruptedException {
        int kills = 0;
        try (Handle handle = database.jdbi.open()) {
            for (int round = 0; kills < KILLS && round < MOST_ROUNDS; round++) {
                for (long id :
                        handle.createQuery(openTransactions()).mapTo(Long.class).list()) {
                    kills += kill(handle, id);
                }
                Thread.sleep(5);
            }
        } finally {
            done.set(true);
        }
        return kills;
    }

    private String openTransactions() {
        return switch (engine) {
            case H2 ->
                "SELECT session_id FROM information_schema.sessions WHERE contains_uncommitted"
                        + " AND session_id <> session_id() LIMIT 1";
            case POSTGRESQL ->
                "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT"
                        + " NULL AND pid <> pg_backend_pid() LIMIT 1";
            default ->
                "SELECT id FROM information_schema.processlist WHERE db = database() AND info LIKE '%FOR UPDATE'"
                        + " AND id <> connection_id() LIMIT 1";
        };
    }

    private int kill(Handle handle, long id) {
        try {
            return switch (engine) {
                case H2 ->
                    handle.createQuery("SELECT abort_session(" + id + ")")
                                    .mapTo(Boolean.class)
                                    .one()
                            ? 1
                            : 0;
                case POSTGRESQL ->
                    handle.createQuery("SELECT pg_terminate_backend(" + id + ")")
                                    .mapTo(Boolean.class)
                                    .one()
                            ? 1
                            : 0;
                default -> {
                    handle.execute("KILL " + id);
                    yield 1;
                }
            };
        } catch (RuntimeException e) {
            return 0; // it ended by itself meanwhile
        }
    }
}
