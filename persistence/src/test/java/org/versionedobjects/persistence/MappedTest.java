package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.UnknownFieldException;

/** An application's own SQL: the objects in its rows, and its place in the store's transactions. */
@NullUnmarked // NullAway does not see that a Field<@Nullable T> takes null
@OnEveryEngine
class MappedTest {
    private final TestDatabase database;
    private final Repository<Consumer> consumers;

    MappedTest(Engine engine) {
        this.database = new TestDatabase(engine);
        this.consumers = database.consumers;
    }

    private Consumer only(String sql) {
        List<Consumer> found = consumers.mapped(handle -> handle.createQuery(sql));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).hasChanges()).isFalse();
        return found.get(0);
    }

    // ---- labels ----

    @Test
    void columnsOfTheTable_fillFields_andOthersAreIgnored() {
        Consumer saved = database.savedConsumer();

        Consumer found = only("SELECT c.*, 5 AS five FROM consumers c");

        assertThat(found.get(Consumer.UUID)).isEqualTo(saved.get(Consumer.UUID));
        assertThat(found.createdAt()).isEqualTo(TestDatabase.NOW);
        assertThat(found.get(Consumer.CONSUMER_TYPE_ID)).isNull();
        found.set(Consumer.CONSUMER_TYPE_ID, 4L);
        consumers.save(found);
        assertThat(database.loaded(saved).get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(4);
    }

    @Test
    void aPartOfTheColumns_leavesTheOtherFieldsUnset_andCanBeSaved() {
        Consumer saved = database.savedConsumer();

        Consumer found = only("SELECT id AS ID, generation, uuid AS other FROM consumers");

        assertThat(found.isSet(Consumer.UUID)).isFalse();
        assertThat(found.isSet(Consumer.PROJECT)).isFalse();
        found.set(Consumer.CONSUMER_TYPE_ID, 4L);
        consumers.save(found);
        assertThat(database.loaded(saved).get(Consumer.GENERATION)).isEqualTo(1);
    }

    @Test
    void prefixedLabels_fillTheObjectReferredTo() {
        Consumer saved = database.savedConsumer();
        String quote = database.engine() == Engine.MARIADB ? "`" : "\"";

        Consumer found = only("SELECT c.id, c.project_id, p.external_id AS project_external_id, u.id AS "
                + quote + "user.id" + quote + ", u.external_id AS " + quote + "USER.External_Id" + quote
                + " FROM consumers c JOIN projects p ON p.id = c.project_id JOIN users u ON u.id = c.user_id");

        assertThat(found.get(Consumer.PROJECT).get(Project.ID))
                .isEqualTo(saved.get(Consumer.PROJECT).get(Project.ID));
        assertThat(found.get(Consumer.PROJECT).get(Project.EXTERNAL_ID))
                .isEqualTo(saved.get(Consumer.PROJECT).get(Project.EXTERNAL_ID));
        assertThat(found.get(Consumer.USER).get(User.ID))
                .isEqualTo(saved.get(Consumer.USER).get(User.ID));
        assertThat(found.get(Consumer.USER).get(User.EXTERNAL_ID))
                .isEqualTo(saved.get(Consumer.USER).get(User.EXTERNAL_ID));
    }

    @Test
    void theKeyOfAReferenceAlone_isAnObjectWithItsKeyAlone() {
        Consumer saved = database.savedConsumer();

        Consumer found = only("SELECT id, project_id FROM consumers");

        Project project = found.get(Consumer.PROJECT);
        assertThat(project.get(Project.ID))
                .isEqualTo(saved.get(Consumer.PROJECT).get(Project.ID));
        assertThat(project.isSet(Project.EXTERNAL_ID)).isFalse();
    }

    @Test
    void nullReferences_areNull_andMissingRowsLeaveThemUnset() {
        Consumer without = database.newConsumer();
        without.set(Consumer.USER, null);
        consumers.create(without);
        String join = "SELECT c.id, c.project_id, c.user_id, p.external_id AS project_external_id,"
                + " u.external_id AS user_external_id FROM consumers c"
                + " LEFT JOIN projects p ON p.id = c.project_id LEFT JOIN users u ON u.id = c.user_id";
        database.execute("DELETE FROM projects");

        Consumer found = only(join);

        assertThat(found.get(Consumer.USER)).isNull();
        assertThat(found.isSet(Consumer.PROJECT)).isFalse();
    }

    @Test
    void rowsThatCannotBeMeant_areRefused() {
        database.savedConsumer();

        assertThatThrownBy(() -> consumers.mapped(handle -> handle.createQuery("SELECT 1 AS one")))
                .isInstanceOf(UnknownFieldException.class)
                .hasMessageContaining("the row has no column of the table consumers, only one");
        assertThatThrownBy(() -> consumers.mapped(handle ->
                        handle.createQuery("SELECT * FROM consumers c JOIN projects p ON p.id = c.project_id")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the label id");
        assertThatThrownBy(() -> consumers.mapped(handle -> handle.createQuery("SELECT 'x' AS generation")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at generation");
    }

    @Test
    void rowMapper_canBeRegistered() {
        Consumer saved = database.savedConsumer();
        database.jdbi.registerRowMapper(Consumer.class, consumers.rowMapper());

        List<Consumer> found = database.jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM consumers")
                .mapTo(Consumer.class)
                .list());

        assertThat(found).hasSize(1);
        assertThat(found.get(0).get(Consumer.UUID)).isEqualTo(saved.get(Consumer.UUID));
    }

    // ---- transactions ----

    @Test
    void statements_areInTheOpenTransaction() {
        Consumer saved = database.savedConsumer();

        assertThatThrownBy(() -> database.store.write(() -> {
                    database.store.useHandle(handle -> handle.execute("UPDATE consumers SET consumer_type_id = 4"));
                    assertThat(database.loaded(saved).get(Consumer.CONSUMER_TYPE_ID))
                            .isEqualTo(4);
                    assertThat(only("SELECT * FROM consumers").get(Consumer.CONSUMER_TYPE_ID))
                            .isEqualTo(4);
                    throw new IOException("stop");
                }))
                .isInstanceOf(IOException.class);

        assertThat(database.loaded(saved).get(Consumer.CONSUMER_TYPE_ID)).isNull();
    }

    @Test
    void statements_outsideOfATransaction_commitByThemselves() {
        Consumer saved = database.savedConsumer();

        int count = database.store.withHandle(handle -> handle.execute("UPDATE consumers SET consumer_type_id = 4"));

        assertThat(count).isEqualTo(1);
        assertThat(database.loaded(saved).get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(4);
    }

    @Test
    void writes_inARead_areRefusedByTheEngine_orRolledBack() {
        Consumer saved = database.savedConsumer();
        TransactionWork<Integer, RuntimeException> write =
                () -> database.store.withHandle(handle -> handle.execute("UPDATE consumers SET consumer_type_id = 4"));

        if (database.engine() == Engine.H2) {
            assertThat(database.store.read(write)).isEqualTo(1);
        } else {
            assertThatThrownBy(() -> database.store.read(write)).isInstanceOf(ReadOnlyException.class);
        }

        assertThat(database.loaded(saved).get(Consumer.CONSUMER_TYPE_ID)).isNull();
    }

    @Test
    void aFailedStatement_isAStoreException_ofItsKind() {
        database.projects.create(Project.named("p"));

        StoreException duplicate = catchThrowableOfType(
                StoreException.class,
                () -> database.store.useHandle(
                        handle -> handle.execute("INSERT INTO projects (external_id) VALUES (?)", "p")));
        StoreException missing = catchThrowableOfType(
                StoreException.class, () -> consumers.mapped(handle -> handle.createQuery("SELECT * FROM nowhere")));

        assertThat(duplicate.kind()).isEqualTo(FailureKind.DUPLICATE);
        assertThat(missing).isInstanceOf(NoSuchTableOrColumnException.class);
    }

    @Test
    void aFailedStatement_thatIsCaughtInside_isNotCommittedAllTheSame() {
        assertThatThrownBy(() -> database.store.write(() -> {
                    database.projects.create(Project.named("p"));
                    database.store.useHandle(handle -> {
                        assertThatThrownBy(() -> handle.execute("INSERT INTO projects (external_id) VALUES ('p')"))
                                .isInstanceOf(JdbiException.class);
                    });
                }))
                .isInstanceOf(FailedTransactionException.class);

        assertThat(database.projects.query().exists()).isFalse();
    }

    @Test
    void aFailedStatement_inASavepoint_leavesTheRest() {
        database.store.write(() -> {
            database.projects.create(Project.named("p"));
            assertThatThrownBy(() -> database.store.savepoint(() -> database.store.useHandle(
                            handle -> handle.execute("INSERT INTO projects (external_id) VALUES ('p')"))))
                    .isInstanceOf(StoreException.class);
        });

        assertThat(database.projects.query().count()).isEqualTo(1);
    }

    @Test
    void failures_tellNoSecret_ofATableThatHasSome() {
        database.credentials.create(Credential.of("a", "hush"));

        StoreException failure = catchThrowableOfType(
                StoreException.class,
                () -> database.store.useHandle(
                        handle -> handle.execute("INSERT INTO credentials (name, token) VALUES ('b', 'hush')")));

        for (Throwable each = failure; each != null; each = each.getCause()) {
            assertThat(each.toString()).doesNotContain("hush");
        }
    }
}
