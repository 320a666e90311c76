package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class TransactionTest {
    private final TestDatabase database;
    private final Store store;
    private final Repository<Consumer> consumers;
    private final Repository<Project> projects;

    TransactionTest(Engine engine) {
        this.database = new TestDatabase(engine);
        this.store = database.store;
        this.consumers = database.consumers;
        this.projects = database.projects;
    }

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Consumer dirtyConsumer() {
        Consumer consumer = database.savedConsumer();
        consumer.set(Consumer.CONSUMER_TYPE_ID, 4L);
        return consumer;
    }

    // ---- write ----

    @Test
    void write_commitsAllTogether_andReturnsTheResult() {
        long id = store.write(() -> {
            projects.create(Project.named("p"));
            return projects.create(Project.named("q")).get(Project.ID);
        });

        assertThat(id).isEqualTo(2);
        assertThat(database.count("SELECT count(*) FROM projects")).isEqualTo(2);
        assertThat(database.calls).containsOnlyOnce("commit").doesNotContain("rollback");
    }

    @Test
    void write_rolledBack_putsObjectsBack() {
        Consumer consumer = dirtyConsumer();
        Project created = Project.named("p");
        String before = TestDatabase.state(consumer);
        String createdBefore = TestDatabase.state(created);

        assertThatThrownBy(() -> store.write(() -> {
                    projects.create(created);
                    consumers.save(consumer);
                    assertThat(consumer.hasChanges()).isFalse();
                    throw new Stop();
                }))
                .isInstanceOf(Stop.class);

        assertThat(TestDatabase.state(consumer)).isEqualTo(before);
        assertThat(TestDatabase.state(created)).isEqualTo(createdBefore);
        assertThat(created.isSet(Project.ID)).isFalse();
        assertThat(database.count("SELECT count(*) FROM projects WHERE external_id = 'p'"))
                .isZero();
    }

    @Test
    void write_rolledBack_afterSeveralSavesAndARefreshOfOneObject_putsItBackToItsStart() {
        database.execute("UPDATE consumers SET generation = 1000");
        Consumer consumer = database.savedConsumer();
        database.execute("UPDATE consumers SET generation = 1000");
        consumers.refresh(consumer);
        consumer.set(Consumer.CONSUMER_TYPE_ID, 1L);
        String before = TestDatabase.state(consumer);

        assertThatThrownBy(() -> store.write(() -> {
                    consumers.save(consumer);
                    consumer.set(Consumer.CONSUMER_TYPE_ID, 2L);
                    consumers.save(consumer);
                    consumers.refresh(consumer);
                    consumer.set(Consumer.CONSUMER_TYPE_ID, 1L);
                    consumers.save(consumer);
                    throw new Stop();
                }))
                .isInstanceOf(Stop.class);

        assertThat(consumer.get(Consumer.GENERATION)).isEqualTo(1000);
        assertThat(consumer.changes().before().get(Consumer.CONSUMER_TYPE_ID)).isNull();
        assertThat(consumer.isChanged(Consumer.GENERATION)).isFalse();
        assertThat(before).contains("generation=1000");
        consumers.save(consumer);
        assertThat(database.loaded(consumer).get(Consumer.GENERATION)).isEqualTo(1001);
    }

    @Test
    void write_afterARollback_savesTheSameObject() {
        Consumer consumer = dirtyConsumer();
        assertThatThrownBy(() -> store.write(() -> {
                    consumers.save(consumer);
                    throw new Stop();
                }))
                .isInstanceOf(Stop.class);

        store.write(() -> consumers.save(consumer));

        assertThat(database.loaded(consumer).get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(4);
        assertThat(database.loaded(consumer).get(Consumer.GENERATION)).isEqualTo(1);
    }

    @Test
    void write_inWrite_joinsIt() {
        Project inner = Project.named("inner");

        assertThatThrownBy(() -> store.write(() -> {
                    store.write(() -> projects.create(inner));
                    assertThat(inner.isSet(Project.ID)).isTrue();
                    throw new Stop();
                }))
                .isInstanceOf(Stop.class);

        assertThat(database.count("SELECT count(*) FROM projects")).isZero();
        assertThat(inner.isSet(Project.ID)).isFalse();
        assertThat(database.calls).doesNotContain("commit");
    }

    @Test
    void write_letsCheckedExceptionsPass() {
        IOException checked = new IOException("no");

        IOException thrown = catchThrowableOfType(IOException.class, () -> failsWith(checked));

        assertThat(thrown).isSameAs(checked);
        assertThat(database.count("SELECT count(*) FROM projects")).isZero();
    }

    private void failsWith(IOException checked) throws IOException {
        store.write(() -> {
            projects.create(Project.named("p"));
            store.savepoint(() -> {
                projects.create(Project.named("q"));
                throw checked;
            });
        });
    }

    @Test
    void write_seesItsOwnChanges_othersDoNot() {
        store.write(() -> {
            projects.create(Project.named("p"));

            assertThat(projects.find(Project.EXTERNAL_ID, "p")).isPresent();
            assertThat(database.count("SELECT count(*) FROM projects")).isZero();
        });

        assertThat(database.count("SELECT count(*) FROM projects")).isEqualTo(1);
    }

    @Test
    void write_ofTwoStores_areTwoTransactions() {
        Store other = database.newStore().build();
        if (!database.engine().hasConcurrentWriters()) {
            assertThatThrownBy(() -> store.write(() -> {
                        projects.create(Project.named("lost"));
                        other.write(() -> other.repository(Tables.PROJECTS).create(Project.named("kept")));
                    }))
                    .isInstanceOf(LockTimeoutException.class);
            return;
        }

        assertThatThrownBy(() -> store.write(() -> {
                    other.write(() -> other.repository(Tables.PROJECTS).create(Project.named("kept")));
                    projects.create(Project.named("lost"));
                    throw new Stop();
                }))
                .isInstanceOf(Stop.class);

        assertThat(database.count("SELECT count(*) FROM projects WHERE external_id = 'kept'"))
                .isEqualTo(1);
        assertThat(database.count("SELECT count(*) FROM projects")).isEqualTo(1);
    }

    // ---- failed statements ----

    @Test
    void write_whereAStatementFailed_isNotCommitted() {
        projects.create(Project.named("taken"));
        Project good = Project.named("good");

        FailedTransactionException thrown = catchThrowableOfType(
                FailedTransactionException.class,
                () -> store.write(() -> {
                    projects.create(good);
                    assertThatThrownBy(() -> projects.create(Project.named("taken")))
                            .isInstanceOf(DuplicateConflict.class);
                    assertThatThrownBy(() -> projects.find(Project.EXTERNAL_ID, "good"))
                            .isInstanceOf(FailedTransactionException.class)
                            .hasMessageContaining("nothing more can be done in it");
                }));

        assertThat(thrown)
                .hasMessage(
                        "[FailedTransaction] a statement in the transaction failed, so it was rolled back instead of "
                                + "committed; let the exception pass, or put a savepoint around what may fail")
                .hasCauseInstanceOf(SQLException.class);
        assertThat(database.count("SELECT count(*) FROM projects")).isEqualTo(1);
        assertThat(good.isSet(Project.ID)).isFalse();
    }

    @Test
    void write_whereOnlyAConflictWithoutFailureWasCaught_isCommitted() {
        Consumer consumer = dirtyConsumer();
        database.execute("UPDATE consumers SET generation = 7");

        store.write(() -> {
            projects.create(Project.named("p"));
            assertThatThrownBy(() -> consumers.save(consumer)).isInstanceOf(ConcurrentUpdateConflict.class);
        });

        assertThat(database.count("SELECT count(*) FROM projects WHERE external_id = 'p'"))
                .isEqualTo(1);
    }

    @Test
    void write_whereTheFailureWasInARolledBackSavepoint_isCommitted() {
        projects.create(Project.named("taken"));
        Project good = Project.named("good");

        store.write(() -> {
            assertThatThrownBy(() -> store.savepoint(() -> projects.create(Project.named("taken"))))
                    .isInstanceOf(DuplicateConflict.class);
            projects.create(good);
        });

        assertThat(good.isSet(Project.ID)).isTrue();
        assertThat(database.count("SELECT count(*) FROM projects")).isEqualTo(2);
    }

    @Test
    void write_whereAnEarlierStatementFailed_isNotSavedByASavepoint() {
        projects.create(Project.named("taken"));

        assertThatThrownBy(() -> store.write(() -> {
                    assertThatThrownBy(() -> projects.create(Project.named("taken")))
                            .isInstanceOf(DuplicateConflict.class);
                    store.savepoint(() -> projects.create(Project.named("good")));
                }))
                .isInstanceOf(FailedTransactionException.class);
    }

    // ---- savepoints ----

    @Test
    void savepoint_rolledBack_putsItsObjectsBack_andOnlyThose() {
        Consumer consumer = dirtyConsumer();
        Consumer outer = dirtyConsumer();
        String before = TestDatabase.state(consumer);

        store.write(() -> {
            consumers.save(outer);
            assertThatThrownBy(() -> store.savepoint(() -> {
                        consumers.save(consumer);
                        throw new Stop();
                    }))
                    .isInstanceOf(Stop.class);
            assertThat(TestDatabase.state(consumer)).isEqualTo(before);
            assertThat(outer.get(Consumer.GENERATION)).isEqualTo(1);
        });

        assertThat(database.loaded(consumer).get(Consumer.GENERATION)).isZero();
        assertThat(database.loaded(outer).get(Consumer.GENERATION)).isEqualTo(1);
        assertThat(outer.hasChanges()).isFalse();
    }

    @Test
    void savepoint_released_goesBackWithTheTransaction() {
        Project project = Project.named("p");

        assertThatThrownBy(() -> store.write(() -> {
                    store.savepoint(() -> projects.create(project));
                    throw new Stop();
                }))
                .isInstanceOf(Stop.class);

        assertThat(project.isSet(Project.ID)).isFalse();
    }

    @Test
    void savepoint_whereAStatementFailed_isRolledBack_andTheRestCommitted() {
        projects.create(Project.named("taken"));
        Project inside = Project.named("inside");

        store.write(() -> {
            projects.create(Project.named("outside"));
            assertThatThrownBy(() -> store.savepoint(() -> {
                        projects.create(inside);
                        assertThatThrownBy(() -> projects.create(Project.named("taken")))
                                .isInstanceOf(DuplicateConflict.class);
                    }))
                    .isInstanceOf(FailedTransactionException.class)
                    .hasMessageContaining("a statement in the savepoint failed");
        });

        assertThat(inside.isSet(Project.ID)).isFalse();
        assertThat(database.count("SELECT count(*) FROM projects")).isEqualTo(2);
    }

    @Test
    void savepoint_outsideAWrite_isRefused() {
        assertThatThrownBy(() -> store.savepoint(() -> projects.create(Project.named("p"))))
                .isInstanceOf(TransactionRefusedException.class)
                .hasMessage(
                        "[TransactionRefused] there is no transaction for a savepoint; put store.write(…) around it");
        assertThatThrownBy(() -> store.read(() -> store.savepoint(() -> "x")))
                .isInstanceOf(TransactionRefusedException.class);
    }

    // ---- read ----

    @Test
    void read_refusesEveryWrite_beforeAnyStatement() {
        Consumer consumer = dirtyConsumer();
        String before = TestDatabase.state(consumer);

        store.read(() -> {
            refused(() -> consumers.save(consumer));
            refused(() -> consumers.delete(consumer));
            refused(() -> projects.create(Project.named("p")));
            refused(() -> consumers.modify(Consumer.ID, 1L, each -> each.touch(Consumer.UUID)));
            refused(() -> store.write(() -> "nothing"));
        });

        assertThat(database.statements).isEmpty();
        assertThat(TestDatabase.state(consumer)).isEqualTo(before);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOf(TransactionRefusedException.class);
    }

    @Test
    void read_insideWrite_refusesWrites_andTheWriteGoesOn() {
        store.write(() -> {
            store.read(() -> refused(() -> projects.create(Project.named("p"))));
            projects.create(Project.named("q"));
        });

        assertThat(database.count("SELECT count(*) FROM projects")).isEqualTo(1);
    }

    @Test
    void read_insideRead_isOneTransaction() {
        Consumer consumer = database.savedConsumer();

        Consumer found = store.read(() -> store.read(() -> consumers.require(Consumer.ID, consumer.get(Consumer.ID))));

        assertThat(found.hasChanges()).isFalse();
        assertThat(database.calls).containsOnlyOnce("rollback").doesNotContain("commit");
    }

    @Test
    void read_leavesTheConnectionWritable() {
        store.read(() -> projects.find(Project.ID, 1L));

        projects.create(Project.named("p"));
        store.write(() -> projects.create(Project.named("q")));

        assertThat(database.count("SELECT count(*) FROM projects")).isEqualTo(2);
    }

    @Test
    void aPooledConnection_servesTheApplicationsTransactionsAsWell() {
        try (HikariDataSource pool = database.pooled(1)) {
            Jdbi shared = Jdbi.create(pool);
            Store own = TestDatabase.newStore(shared).build();
            own.write(() -> own.repository(Tables.PROJECTS).create(Project.named("p")));
            own.read(() -> own.repository(Tables.PROJECTS).find(Project.EXTERNAL_ID, "p"));

            shared.useTransaction(handle -> handle.execute("INSERT INTO projects (external_id) VALUES ('q')"));
        }

        assertThat(database.count("SELECT count(*) FROM projects")).isEqualTo(2);
    }

    @Test
    void transactions_endWithTheThreadFree() {
        assertThatThrownBy(() -> store.write(() -> {
                    throw new Stop();
                }))
                .isInstanceOf(Stop.class);
        assertThatThrownBy(() -> store.read(() -> {
                    throw new Stop();
                }))
                .isInstanceOf(Stop.class);

        assertThatThrownBy(() -> store.savepoint(() -> "x")).isInstanceOf(TransactionRefusedException.class);
    }
}
