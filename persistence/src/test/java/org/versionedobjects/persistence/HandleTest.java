package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.versionedobjects.types.Timestamps;

/** Transactions that the store did not begin: on a JDBI handle, and on a connection that something else manages. */
@OnEveryEngine
class HandleTest {
    private final TestDatabase database;

    HandleTest(Engine engine) {
        this.database = new TestDatabase(engine);
    }

    private final Deque<Runnable> undos = new ArrayDeque<>();
    private Connection managed;
    private Jdbi managedJdbi;

    @BeforeEach
    void manageAConnection() throws SQLException {
        managed = database.unwatched().getConnection();
        managed.setAutoCommit(false);
        managedJdbi = Jdbi.create(new LentConnection(managed));
    }

    private record LentConnection(Connection connection) implements ConnectionFactory {
        @Override
        public Connection openConnection() {
            return connection;
        }

        @Override
        public void closeConnection(Connection lent) {}
    }

    @AfterEach
    void closeIt() throws SQLException {
        managed.close();
    }

    private Consumer dirtyConsumer() {
        Consumer consumer = database.savedConsumer();
        consumer.set(Consumer.CONSUMER_TYPE_ID, 4L);
        return consumer;
    }

    private void rollbackManaged() throws SQLException {
        managed.rollback();
        while (!undos.isEmpty()) {
            undos.pop().run();
        }
    }

    /** The first save wrote type 4 over nothing, the second 5 over 4; what was set stays, as a change from nothing. */
    private static void assertIsAsBeforeBothSaves(Consumer consumer) {
        assertThat(consumer.changes()).hasToString("placement.Consumer 1.1{consumer_type_id: unset → 5}");
        assertThat(consumer.get(Consumer.GENERATION)).isZero();
        assertThat(consumer.isSet(Timestamps.UPDATED_AT)).isFalse();
    }

    // ---- JDBI ----

    @Test
    void on_aHandleThatRollsBack_putsObjectsBack_lastFirst() {
        Consumer consumer = dirtyConsumer();
        try (Handle handle = database.jdbi.open()) {
            Repository<Consumer> consumers = database.consumers.on(handle);
            handle.begin();
            consumers.save(consumer);
            consumer.set(Consumer.CONSUMER_TYPE_ID, 5L);
            consumers.save(consumer);
            assertThat(consumer.get(Consumer.GENERATION)).isEqualTo(2);

            handle.rollback();
        }

        assertIsAsBeforeBothSaves(consumer);
        assertThat(database.loaded(consumer).get(Consumer.GENERATION)).isZero();
    }

    @Test
    void on_aHandleThatCommits_andRollsBackTheNextTransaction_putsBackTheNextOnly() {
        Consumer consumer = dirtyConsumer();
        try (Handle handle = database.jdbi.open()) {
            Repository<Consumer> consumers = database.consumers.on(handle);
            handle.useTransaction(begun -> consumers.save(consumer));
            handle.begin();
            consumer.set(Consumer.CONSUMER_TYPE_ID, 5L);
            consumers.save(consumer);

            handle.rollback();
        }

        assertThat(consumer.get(Consumer.GENERATION)).isEqualTo(1);
        assertThat(consumer.changes().before().get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(4);
        assertThat(database.loaded(consumer).get(Consumer.GENERATION)).isEqualTo(1);
    }

    @Test
    void on_aHandle_whoseTransactionAFailureEnded_objectsAndRowsAgree_thoughItCommits() {
        Consumer consumer = database.savedConsumer();
        Consumer taken = database.savedConsumer();
        Consumer second = database.newConsumer();
        second.set(Consumer.UUID, taken.get(Consumer.UUID));
        consumer.set(Consumer.CONSUMER_TYPE_ID, 7L);

        database.jdbi.useTransaction(handle -> {
            database.consumers.on(handle).save(consumer);
            assertThatThrownBy(() -> database.consumers.on(handle).create(second))
                    .isInstanceOf(DuplicateConflict.class);
        });

        boolean isStored = Long.valueOf(7).equals(database.loaded(consumer).get(Consumer.CONSUMER_TYPE_ID));
        assertThat(consumer.hasChanges()).isNotEqualTo(isStored);
        assertThat(consumer.get(Consumer.GENERATION))
                .isEqualTo(database.loaded(consumer).get(Consumer.GENERATION));
    }

    @Test
    void on_aHandle_afterASavepointOfTheCallers_whatIsWrittenCounts() {
        Consumer consumer = database.savedConsumer();
        Consumer second = database.newConsumer();
        second.set(Consumer.UUID, consumer.get(Consumer.UUID));
        consumer.set(Consumer.CONSUMER_TYPE_ID, 7L);

        database.jdbi.useTransaction(handle -> {
            handle.savepoint("before");
            assertThatThrownBy(() -> database.consumers.on(handle).create(second))
                    .isInstanceOf(DuplicateConflict.class);
            handle.rollbackToSavepoint("before");
            database.consumers.on(handle).save(consumer);
        });

        assertThat(consumer.hasChanges()).isFalse();
        assertThat(database.loaded(consumer).get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(7);
    }

    @Test
    void on_aHandle_afterASavepointOfTheStores_whatWasWrittenBeforeCounts() {
        Consumer consumer = database.savedConsumer();
        Consumer second = database.newConsumer();
        second.set(Consumer.UUID, consumer.get(Consumer.UUID));
        consumer.set(Consumer.CONSUMER_TYPE_ID, 7L);

        database.jdbi.useTransaction(handle -> {
            Repository<Consumer> consumers = database.consumers.on(handle);
            consumers.save(consumer);
            assertThat(consumers
                            .many()
                            .continuing()
                            .createAll(List.of(second))
                            .get(0)
                            .outcome())
                    .isEqualTo(RowOutcome.CONFLICT);
        });

        assertThat(database.loaded(consumer).get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(7);
        assertThat(consumer.hasChanges()).isFalse();
        assertThat(consumer.get(Consumer.GENERATION)).isEqualTo(1);
    }

    @Test
    void on_aHandleWithoutTransaction_commitsEachStatement() {
        Consumer consumer = dirtyConsumer();
        try (Handle handle = database.jdbi.open()) {
            database.consumers.on(handle).save(consumer);
        }

        assertThat(database.statements).hasSize(1);
        assertThat(database.calls).isEmpty();
        assertThat(database.loaded(consumer).get(Consumer.GENERATION)).isEqualTo(1);
    }

    @Test
    void on_aHandle_modifyBeginsATransactionOrJoinsTheHandles() {
        Consumer consumer = database.savedConsumer();
        Long id = consumer.get(Consumer.ID);
        try (Handle handle = database.jdbi.open()) {
            Repository<Consumer> consumers = database.consumers.on(handle);
            consumers.modify(Consumer.ID, id, each -> each.set(Consumer.CONSUMER_TYPE_ID, 1L));
            assertThat(database.calls).contains("commit");
            handle.begin();
            consumers.modify(Consumer.ID, id, each -> each.set(Consumer.CONSUMER_TYPE_ID, 2L));
            handle.rollback();
        }

        assertThat(database.loaded(consumer).get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(1);
    }

    @Test
    void on_aHandle_isNotPartOfTheStoresTransaction() {
        try (Handle handle = database.jdbi.open()) {
            database.store.read(() -> database.projects.on(handle).create(Project.named("p")));
        }

        assertThat(database.count("SELECT count(*) FROM projects")).isEqualTo(1);
    }

    // ---- managed elsewhere ----

    @Test
    void managedElsewhere_savesAreRefusedBeforeAnyStatement() {
        Consumer consumer = dirtyConsumer();
        String before = TestDatabase.state(consumer);
        Store store = TestDatabase.newStore(managedJdbi).build();
        Repository<Consumer> consumers = store.repository(Tables.CONSUMERS);

        assertThatThrownBy(() -> consumers.save(consumer))
                .isInstanceOf(TransactionRefusedException.class)
                .hasMessageContaining("in a transaction that something else began")
                .hasMessageContaining("allowUntrackedTransactions()")
                .hasMessageContaining("must leave autocommit on");
        assertThatThrownBy(() -> store.write(() -> consumers.save(consumer)))
                .isInstanceOf(TransactionRefusedException.class);
        try (Handle handle = managedJdbi.open()) {
            assertThatThrownBy(() -> consumers.on(handle).save(consumer))
                    .isInstanceOf(TransactionRefusedException.class);
        }
        assertThat(TestDatabase.state(consumer)).isEqualTo(before);
        assertThat(consumers.find(Consumer.ID, consumer.get(Consumer.ID))).isPresent();
        assertThat(database.loaded(consumer).get(Consumer.GENERATION)).isZero();
    }

    @Test
    void managedElsewhere_withTheSpi_objectsGoBack() throws SQLException {
        Consumer consumer = dirtyConsumer();
        Project project = Project.named("p");
        Store store = TestDatabase.newStore(managedJdbi)
                .externalTransactions(undos::push)
                .build();
        Repository<Consumer> consumers = store.repository(Tables.CONSUMERS);

        consumers.save(consumer);
        store.write(() -> {
            consumer.set(Consumer.CONSUMER_TYPE_ID, 5L);
            consumers.save(consumer);
            store.repository(Tables.PROJECTS).create(project);
        });
        assertThat(consumer.get(Consumer.GENERATION)).isEqualTo(2);
        rollbackManaged();

        assertIsAsBeforeBothSaves(consumer);
        assertThat(project.isSet(Project.ID)).isFalse();
        assertThat(database.loaded(consumer).get(Consumer.GENERATION)).isZero();
    }

    @Test
    void managedElsewhere_theStoreNeitherCommitsNorRollsBack() throws SQLException {
        Consumer consumer = dirtyConsumer();
        Store store = TestDatabase.newStore(managedJdbi)
                .externalTransactions(undos::push)
                .build();

        store.write(() -> store.repository(Tables.CONSUMERS).save(consumer));
        assertThat(database.loaded(consumer).get(Consumer.GENERATION)).isZero();
        managed.commit();

        assertThat(database.loaded(consumer).get(Consumer.GENERATION)).isEqualTo(1);
    }

    @Test
    void managedElsewhere_aFailedStatementReachesTheManager() {
        database.projects.create(Project.named("taken"));
        Store store = TestDatabase.newStore(managedJdbi)
                .externalTransactions(undos::push)
                .build();

        assertThatThrownBy(() -> store.write(() -> assertThatThrownBy(
                        () -> store.repository(Tables.PROJECTS).create(Project.named("taken")))))
                .isInstanceOf(FailedTransactionException.class);
    }

    @Test
    void managedElsewhere_modifyRunsOnce() {
        Consumer consumer = database.savedConsumer();
        Store store = TestDatabase.newStore(managedJdbi)
                .externalTransactions(undos::push)
                .build();
        Repository<Consumer> consumers = store.repository(Tables.CONSUMERS);
        int[] runs = {0};

        assertThatThrownBy(() -> consumers.modify(Consumer.ID, consumer.get(Consumer.ID), each -> {
                    runs[0]++;
                    Consumer other = consumers.require(Consumer.ID, each.get(Consumer.ID));
                    other.touch(Consumer.UUID);
                    consumers.save(other);
                    each.touch(Consumer.UUID);
                }))
                .isInstanceOf(ConcurrentUpdateConflict.class);

        assertThat(runs[0]).isEqualTo(1);
    }

    @Test
    void managedElsewhere_savesAreAllowedOnRequest() throws SQLException {
        Consumer consumer = dirtyConsumer();
        Store store =
                TestDatabase.newStore(managedJdbi).allowUntrackedTransactions().build();

        store.repository(Tables.CONSUMERS).save(consumer);
        managed.commit();

        assertThat(database.loaded(consumer).get(Consumer.GENERATION)).isEqualTo(1);
    }
}
