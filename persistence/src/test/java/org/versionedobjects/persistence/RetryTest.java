package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Facts;

@OnEveryEngine
class RetryTest {
    private final VolumeDatabase database;
    private final Store retrying;

    RetryTest(Engine engine) {
        this.database = new VolumeDatabase(engine);
        this.retrying = database.store.retrying(
                RetryPolicy.standard().atMost(3).pausing(Duration.ofMillis(1), Duration.ofMillis(2)));
    }

    private static DeadlockException deadlock() {
        return new DeadlockException(
                Facts.problem("planted"), Failure.of(FailureKind.DEADLOCK, TransactionState.ROLLED_BACK), null);
    }

    @Test
    void retrying_runsTheWholeTransactionAgain_withObjectsAsTheyWere() {
        AtomicInteger runs = new AtomicInteger();
        Volume volume = Volume.named("v");

        retrying.write(() -> {
            assertThat(volume.isSet(Volume.ID)).isFalse();
            database.volumes.create(volume);
            if (runs.incrementAndGet() < 3) {
                throw deadlock();
            }
        });

        assertThat(runs).hasValue(3);
        assertThat(database.database.count("SELECT count(*) FROM volumes")).isEqualTo(1);
        assertThat(volume.hasChanges()).isFalse();
    }

    @Test
    void retrying_givesUpAfterTheLastAttempt() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> retrying.write(() -> {
                    runs.incrementAndGet();
                    throw deadlock();
                }))
                .isInstanceOf(DeadlockException.class);

        assertThat(runs).hasValue(3);
    }

    @Test
    void retrying_ofAConflict_isOnRequest() {
        Volume stale = database.saved("v");
        database.changeElsewhere("v", "in-use");
        stale.set(Volume.SIZE, 9L);
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> retrying.write(() -> {
                    runs.incrementAndGet();
                    database.volumes.save(stale);
                }))
                .isInstanceOf(ConcurrentUpdateConflict.class);
        assertThat(runs).hasValue(1);

        database.store.retrying(RetryPolicy.standard().alsoConcurrentUpdates()).write(() -> {
            if (runs.incrementAndGet() > 2) {
                stale.revert();
                database.volumes.refresh(stale);
                stale.set(Volume.SIZE, 9L);
            }
            database.volumes.save(stale);
        });
        assertThat(runs).hasValue(3);
        assertThat(database.loaded("v").get(Volume.SIZE)).isEqualTo(9);
    }

    @Test
    void retrying_neverRunsAgain_whereTheOutcomeIsUnknown_orTheWorkFails() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> retrying.write(() -> {
                    runs.incrementAndGet();
                    throw new OutcomeUnknownException(
                            Facts.problem("planted"), Failure.found(FailureKind.OUTCOME_UNKNOWN), null);
                }))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(() -> retrying.write(() -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(runs).hasValue(2);
    }

    @Test
    void retrying_insideAnOpenTransaction_isRefused() {
        assertThatThrownBy(() -> database.store.write(() -> retrying.write(() -> "nothing")))
                .isInstanceOf(TransactionRefusedException.class)
                .hasMessageContaining("around the outermost transaction");
        assertThatThrownBy(() -> database.store.read(() -> retrying.read(() -> "nothing")))
                .isInstanceOf(TransactionRefusedException.class);
    }

    @Test
    void retrying_insideItself_joins_notRetries() {
        AtomicInteger runs = new AtomicInteger();

        retrying.write(() -> database.store.write(() -> {
            database.volumes.create(Volume.named("v"));
            if (runs.incrementAndGet() < 2) {
                throw deadlock();
            }
        }));

        assertThat(runs).hasValue(2);
    }

    @Test
    void isolation_isThatOfTheTransaction_andTheConnectionIsWhatItWasAfterwards() throws Exception {
        Store serializable = database.store.isolation(Isolation.SERIALIZABLE);
        int before = database.database.jdbi.withHandle(
                handle -> handle.getConnection().getTransactionIsolation());
        database.database.forget();

        serializable.write(() -> {
            serializable.write(() -> database.volumes.create(Volume.named("v")));
            assertThatThrownBy(() ->
                            database.store.isolation(Isolation.READ_COMMITTED).write(() -> "nothing"))
                    .isInstanceOf(TransactionRefusedException.class)
                    .hasMessageContaining("was not begun as READ_COMMITTED");
        });
        database.store.write(() -> assertThatThrownBy(() -> serializable.read(() -> "nothing"))
                .isInstanceOf(TransactionRefusedException.class));

        assertThat(database.volumes.find(Volume.NAME, "v")).isPresent();
        List<String> isolations = database.database.calls.stream()
                .filter(call -> call.startsWith("isolation"))
                .toList();
        assertThat(isolations).hasSize(2).startsWith("isolation " + Connection.TRANSACTION_SERIALIZABLE);
        assertThat(isolations.get(1)).isEqualTo("isolation " + before);
    }

    @Test
    void policy_thatMakesNoSense_isRefused() {
        assertThatThrownBy(() -> RetryPolicy.standard().atMost(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attempts is 0");
        assertThatThrownBy(() -> RetryPolicy.standard().pausing(Duration.ofMillis(2), Duration.ofMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
