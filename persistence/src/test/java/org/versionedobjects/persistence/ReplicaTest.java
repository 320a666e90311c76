package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Reads on a second data source. Nothing replicates here, so each row tells where it was read. */
@OnEveryEngine
class ReplicaTest {
    private final Engine engine;
    private final TestDatabase database;
    private final TestDatabase replica;
    private final Store store;
    private final Repository<Project> projects;

    ReplicaTest(Engine engine) {
        this.engine = engine;
        this.database = new TestDatabase(engine);
        this.replica = new TestDatabase(engine);
        this.store = database.newStore().readReplica(replica.jdbi).build();
        this.projects = store.repository(Tables.PROJECTS);
        database.projects.create(Project.named("database"));
        replica.projects.create(Project.named("replica"));
        database.forget();
        replica.forget();
    }

    private String where() {
        return projects.query().one().get(Project.EXTERNAL_ID);
    }

    @Test
    void outermostReads_areOnTheReplica_andAllThatIsInThem() {
        assertThat(store.read(this::where)).isEqualTo("replica");
        assertThat(store.read(() -> store.read(this::where))).isEqualTo("replica");
        String throughHandle =
                store.read(() -> store.withHandle(handle -> handle.createQuery("SELECT external_id FROM projects")
                        .mapTo(String.class)
                        .one()));
        assertThat(throughHandle).isEqualTo("replica");
        assertThat(database.statements).isEmpty();
        assertThat(replica.statements).hasSize(3);
    }

    @Test
    void reads_insideAWrite_andOutsideOfTransactions_areOnTheDatabase() {
        assertThat(store.write(this::where)).isEqualTo("database");
        assertThat(store.write(() -> store.read(this::where))).isEqualTo("database");
        assertThat(where()).isEqualTo("database");
        assertThat(store.withoutReplica().isolation(Isolation.SERIALIZABLE).read(this::where))
                .isEqualTo("database");
        assertThat(replica.statements).isEmpty();
    }

    @Test
    void theReplica_isNotWritten() {
        assertThatThrownBy(() -> store.read(() -> projects.create(Project.named("new"))))
                .isInstanceOf(TransactionRefusedException.class);
        assertThat(replica.projects.query().count()).isEqualTo(1);
    }

    @Test
    void objectsLoadedThere_areSavedOnTheDatabase_orAreStaleThere() {
        for (TestDatabase each : List.of(database, replica)) {
            each.execute("INSERT INTO consumers (uuid, project_id, generation) VALUES"
                    + " ('5c1c0bd2-0000-4000-8000-000000000001', 1, 0)");
        }
        Repository<Consumer> consumers = store.repository(Tables.CONSUMERS);
        Consumer loaded = store.read(() -> consumers.query().one());
        Consumer stale = store.read(() -> consumers.query().one());

        loaded.set(Consumer.CONSUMER_TYPE_ID, 4L);
        consumers.save(loaded);
        stale.set(Consumer.CONSUMER_TYPE_ID, 5L);

        assertThatThrownBy(() -> consumers.save(stale)).isInstanceOf(ConcurrentUpdateConflict.class);
        assertThat(database.consumers.query().one().get(Consumer.CONSUMER_TYPE_ID))
                .isEqualTo(4);
        assertThat(replica.consumers.query().one().get(Consumer.CONSUMER_TYPE_ID))
                .isNull();
    }

    @Test
    void aReplicaThatIsNotThere_isSaidToBeMissing() {
        Store without = database.newStore().readReplica(engine.nowhere()).build();

        assertThatThrownBy(() -> without.read(() -> "never"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no connection to the read replica could be opened");
        assertThat(without.write(() -> "written")).isEqualTo("written");
    }

    @Test
    void reads_inATransactionOfSomethingElse_areOnItsConnection() throws SQLException {
        try (Connection connection = database.unwatched().getConnection()) {
            connection.setAutoCommit(false);
            Store inside = TestDatabase.newStore(Jdbi.create(connection))
                    .externalTransactions(undo -> {})
                    .readReplica(replica.jdbi)
                    .build();

            String read = inside.read(
                    () -> inside.repository(Tables.PROJECTS).query().one().get(Project.EXTERNAL_ID));

            assertThat(read).isEqualTo("database");
            connection.rollback();
        }
        Store outside = database.newStore()
                .externalTransactions(undo -> {})
                .readReplica(replica.jdbi)
                .build();
        assertThat(outside.read(
                        () -> outside.repository(Tables.PROJECTS).query().one().get(Project.EXTERNAL_ID)))
                .isEqualTo("replica");
    }
}
