package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.versionedobjects.UnknownFieldException;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.types.Timestamps;

@NullUnmarked // NullAway does not see that a Field<@Nullable T> takes null
@OnEveryEngine
class RepositoryTest {
    private final TestDatabase database;
    private final Repository<Consumer> consumers;

    RepositoryTest(Engine engine) {
        this.database = new TestDatabase(engine);
        this.consumers = database.consumers;
    }

    @Test
    void create_givesKeyGenerationAndCreationTime() {
        Consumer consumer = database.newConsumer();

        Consumer created = consumers.create(consumer);

        assertThat(created).isSameAs(consumer);
        assertThat(consumer.get(Consumer.ID)).isEqualTo(1);
        assertThat(consumer.get(Consumer.GENERATION)).isZero();
        assertThat(consumer.createdAt()).isEqualTo(TestDatabase.NOW);
        assertThat(consumer.isSet(Timestamps.UPDATED_AT)).isFalse();
        assertThat(consumer.hasChanges()).isFalse();
    }

    @Test
    void create_keepsTheKey_onRequestOnly() {
        Project project = Project.TYPE
                .with(Project.ID, 77L)
                .with(Project.EXTERNAL_ID, "p")
                .build();

        assertThatThrownBy(() -> database.projects.create(project)).isInstanceOf(UnsavableException.class);
        assertThat(database.statements).isEmpty();

        database.projects.keepKey().create(project);

        assertThat(database.projects.require(Project.ID, 77L).get(Project.EXTERNAL_ID))
                .isEqualTo("p");
    }

    @Test
    void create_ofAnObjectWithNothingSet_makesADefaultRow() {
        database.execute("CREATE TABLE things (id ${generated}, external_id varchar(9))");
        Table<Project> things =
                Table.of(Project.TYPE, "things").generatedKey(Project.ID).build();
        Project thing = new Project();

        Store.of(database.jdbi, things).repository(things).create(thing);

        assertThat(thing.get(Project.ID)).isEqualTo(1);
    }

    @Test
    void find_loadsTheObjectAndItsReferences_inOneStatement_clean() {
        Consumer consumer = database.savedConsumer();

        Consumer found =
                consumers.find(Consumer.UUID, consumer.get(Consumer.UUID)).orElseThrow();

        assertThat(database.statements)
                .containsExactly("SELECT t0.id, t0.uuid, CASE WHEN t1.id IS NULL THEN t0.project_id END,"
                        + " CASE WHEN t2.id IS NULL THEN t0.user_id END, t0.generation, t0.consumer_type_id,"
                        + " t0.created_at, t0.updated_at, t1.id, t1.external_id, t2.id, t2.external_id FROM"
                        + " consumers t0 LEFT JOIN projects t1 ON t1.id = t0.project_id LEFT JOIN users t2 ON"
                        + " t2.id = t0.user_id WHERE t0.uuid = ?");
        assertThat(found).isNotSameAs(consumer);
        assertThat(found.hasChanges()).isFalse();
        assertThat(found.get(Consumer.PROJECT).get(Project.EXTERNAL_ID))
                .isEqualTo(consumer.get(Consumer.PROJECT).get(Project.EXTERNAL_ID));
        assertThat(found.get(Consumer.USER).get(User.ID))
                .isEqualTo(consumer.get(Consumer.USER).get(User.ID));
        assertThat(found.get(Consumer.UUID)).isEqualTo(consumer.get(Consumer.UUID));
        assertThat(found.get(Consumer.CONSUMER_TYPE_ID)).isNull();
        assertThat(found.createdAt()).isEqualTo(TestDatabase.NOW);
    }

    @Test
    void find_givesNullForANullReference() {
        Consumer consumer = database.newConsumer();
        consumer.set(Consumer.USER, null);
        consumers.create(consumer);

        assertThat(database.loaded(consumer).get(Consumer.USER)).isNull();
    }

    @Test
    void find_leavesAReferenceUnset_whoseRowIsMissing() {
        Consumer consumer = database.savedConsumer();
        database.execute("DELETE FROM projects");

        Consumer found = database.loaded(consumer);

        assertThat(found.isSet(Consumer.PROJECT)).isFalse();
        assertThat(found.hasChanges()).isFalse();
        assertThat(found.isSet(Consumer.USER)).isTrue();
    }

    @Test
    void find_byAReference_usesItsKey() {
        Consumer consumer = database.savedConsumer();

        assertThat(consumers.find(Consumer.PROJECT, consumer.get(Consumer.PROJECT)))
                .isPresent();
        assertThat(consumers.find(Consumer.USER, consumer.get(Consumer.USER))).isPresent();
    }

    @Test
    void find_isEmpty_require_throws_whereThereIsNone() {
        UUID uuid = UUID.fromString("5c1c0bd2-0000-4000-8000-000000000001");

        assertThat(consumers.find(Consumer.UUID, uuid)).isEmpty();
        assertThatThrownBy(() -> consumers.require(Consumer.UUID, uuid))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("[NotFound] placement.Consumer 1.1: there is none with "
                        + "uuid=5c1c0bd2-0000-4000-8000-000000000001 in the table consumers");
    }

    @Test
    void find_ofAValueThatSeveralHave_isRefused() {
        database.savedConsumer();
        database.savedConsumer();

        assertThatThrownBy(() -> consumers.find(Consumer.GENERATION, 0L))
                .isInstanceOf(NotUniqueException.class)
                .hasMessage("[NotUnique] placement.Consumer 1.1 at generation: several have generation=0 in the table "
                        + "consumers");
    }

    @Test
    void find_byAFieldWithoutColumn_isRefused() {
        assertThatThrownBy(() -> database.credentials.find(Credential.NOTE, "n"))
                .isInstanceOf(UnknownFieldException.class)
                .hasMessageContaining("the field note has no column in the table credentials");
    }

    @Test
    void find_refusesARowThatTheTypeRefuses() {
        database.execute("CREATE TABLE loose (id bigint PRIMARY KEY, external_id varchar(9));"
                + "INSERT INTO loose VALUES (1, NULL)");
        Table<Project> loose = Table.of(Project.TYPE, "loose").key(Project.ID).build();
        Repository<Project> projects = Store.of(database.jdbi, loose).repository(loose);

        assertThatThrownBy(() -> projects.find(Project.ID, 1L))
                .hasMessage("[InvalidValue] placement.Project 1.0 at external_id: expected a text but was null");
    }

    @Test
    void save_writesOneColumn_movesTheGeneration_inOneAutocommittedStatement() {
        Consumer consumer = database.savedConsumer();
        User other = database.savedUser();
        consumer.set(Consumer.USER, other);

        Saved saved = consumers.save(consumer);

        assertThat(database.statements)
                .containsExactly("UPDATE consumers SET user_id = ?, generation = ?, updated_at = ? WHERE id = ? "
                        + "AND generation = ?");
        assertThat(database.calls).isEmpty();
        assertThat(saved.fields()).containsExactly(Consumer.USER, Consumer.GENERATION, Timestamps.UPDATED_AT);
        assertThat(saved.unsaved()).isEmpty();
        assertThat(consumer.hasChanges()).isFalse();
        assertThat(consumer.get(Consumer.GENERATION)).isEqualTo(1);
        assertThat(consumer.updatedAt()).isEqualTo(TestDatabase.NOW);
        assertThat(database.loaded(consumer).get(Consumer.USER).get(User.ID)).isEqualTo(other.get(User.ID));
        assertThat(database.loaded(consumer).get(Consumer.GENERATION)).isEqualTo(1);
        assertThat(database.loaded(consumer).updatedAt()).isEqualTo(TestDatabase.NOW);
    }

    @Test
    void save_leavesColumnsThatOthersChanged_whereThereIsNoGeneration() {
        Credential mine = database.credentials.create(Credential.of("one", "t"));
        database.execute("ALTER TABLE credentials ADD COLUMN note varchar(9)");
        database.execute("UPDATE credentials SET note = 'kept'");
        mine.set(Credential.TOKEN, "u");

        database.credentials.save(mine);

        assertThat(database.count("SELECT count(*) FROM credentials WHERE note = 'kept' AND token = 'u'"))
                .isEqualTo(1);
    }

    @Test
    void save_ofACleanObject_isNoStatement() {
        Consumer consumer = database.savedConsumer();

        Saved saved = consumers.save(consumer);

        assertThat(saved.fields()).isEmpty();
        assertThat(database.statements).isEmpty();
        assertThat(consumer.get(Consumer.GENERATION)).isZero();
    }

    @Test
    void save_ofAnotherInstanceWithTheSameKey_isNoStatement_andTheObjectIsClean() {
        Consumer consumer = database.savedConsumer();
        consumer.set(Consumer.PROJECT, database.loaded(consumer).get(Consumer.PROJECT));
        assertThat(consumer.hasChanges()).isTrue();

        consumers.save(consumer);

        assertThat(database.statements).isEmpty();
        assertThat(consumer.hasChanges()).isFalse();
    }

    @Test
    void save_ofOtherColumns_acceptsAnotherInstanceWithTheSameKey() {
        Consumer consumer = database.savedConsumer();
        consumer.set(Consumer.PROJECT, database.loaded(consumer).get(Consumer.PROJECT));
        consumer.set(Consumer.CONSUMER_TYPE_ID, 4L);

        Saved saved = consumers.save(consumer);

        assertThat(saved.fields()).doesNotContain(Consumer.PROJECT);
        assertThat(consumer.hasChanges()).isFalse();
    }

    @Test
    void save_leavesChangesInsideReferences_andNamesThem() {
        Consumer consumer = database.savedConsumer();
        consumer.get(Consumer.PROJECT).set(Project.EXTERNAL_ID, "renamed");
        consumer.set(Consumer.USER, null);

        Saved saved = consumers.save(consumer);

        assertThat(saved.unsaved()).containsExactly("project.external_id");
        assertThat(consumer.get(Consumer.PROJECT).isChanged(Project.EXTERNAL_ID))
                .isTrue();
        assertThat(consumer.isChanged(Consumer.USER)).isFalse();
    }

    @Test
    void save_twice_movesTheGenerationTwice() {
        Consumer consumer = database.savedConsumer();

        for (long type = 1; type <= 2; type++) {
            consumer.set(Consumer.CONSUMER_TYPE_ID, type);
            consumers.save(consumer);
        }

        assertThat(database.loaded(consumer).get(Consumer.GENERATION)).isEqualTo(2);
    }

    @Test
    void save_refused_runsNoStatement() {
        Consumer consumer = database.savedConsumer();
        consumer.set(Consumer.GENERATION, 5L);

        assertThatThrownBy(() -> consumers.save(consumer)).isInstanceOf(UnsavableException.class);
        assertThat(database.statements).isEmpty();
    }

    @Test
    void save_ofATypeOfAnotherTable_isRefused() {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Repository<Project> wrong = (Repository) database.users;

        assertThatThrownBy(() -> wrong.save(Project.named("p")))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("the table users has objects of placement.User 1.0");
    }

    @Test
    void compositeKey_createsSavesAndDeletes() {
        Membership membership = Membership.TYPE
                .with(Membership.PROJECT, database.projects.create(Project.named("p")))
                .with(Membership.USER, database.users.create(User.named("u")))
                .with(Membership.ROLE, "reader")
                .build();
        database.memberships.create(membership);
        Membership loaded = database.memberships.require(Membership.ROLE, "reader");
        loaded.set(Membership.ROLE, "member");

        database.memberships.save(loaded);
        assertThat(database.count("SELECT count(*) FROM memberships WHERE role_name = 'member'"))
                .isEqualTo(1);

        database.memberships.refresh(membership);
        assertThat(membership.get(Membership.ROLE)).isEqualTo("member");

        database.memberships.delete(loaded);
        assertThat(database.count("SELECT count(*) FROM memberships")).isZero();
    }

    @Test
    void delete_removesTheRow() {
        Consumer consumer = database.savedConsumer();

        consumers.delete(consumer);

        assertThat(database.statements).containsExactly("DELETE FROM consumers WHERE id = ? AND generation = ?");
        assertThat(database.count("SELECT count(*) FROM consumers")).isZero();
    }

    @Test
    void refresh_ofAReferenceWhoseRowIsNotThereAnyMore_unsetsIt_untilARollback() {
        Consumer consumer = database.savedConsumer();
        database.projects.delete(consumer.get(Consumer.PROJECT));

        assertThatThrownBy(() -> database.store.write(() -> {
                    database.consumers.refresh(consumer);
                    assertThat(consumer.isSet(Consumer.PROJECT)).isFalse();
                    assertThat(consumer.isSet(Consumer.USER)).isTrue();
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(consumer.isSet(Consumer.PROJECT)).isTrue();
        assertThat(consumer.hasChanges()).isFalse();
    }

    @Test
    void refresh_readsTheRowIntoTheSameObject_andDiscardsChanges() {
        Consumer consumer = database.savedConsumer();
        Consumer other = database.loaded(consumer);
        other.set(Consumer.CONSUMER_TYPE_ID, 4L);
        consumers.save(other);
        consumer.set(Consumer.USER, null);
        consumer.set(Consumer.UUID, UUID.randomUUID());

        consumers.refresh(consumer);

        assertThat(consumer.hasChanges()).isFalse();
        assertThat(consumer.get(Consumer.GENERATION)).isEqualTo(1);
        assertThat(consumer.get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(4);
        assertThat(consumer.get(Consumer.USER)).isNotNull();
        assertThat(consumer.get(Consumer.UUID)).isEqualTo(other.get(Consumer.UUID));
    }

    @Test
    void times_surviveAnyTimeZone_toTheMicrosecond() {
        Instant far = Instant.parse("1970-01-01T00:00:00.000001Z");
        Consumer consumer = database.newConsumer();
        consumer.set(Timestamps.CREATED_AT, far);

        consumers.create(consumer);

        assertThat(database.loaded(consumer).createdAt()).isEqualTo(far);
    }

    @Test
    void repository_ofATableThatTheStoreLacks_isRefused() {
        Store store = Store.of(database.jdbi, Tables.PROJECTS);

        assertThatThrownBy(() -> store.repository(Tables.USERS))
                .isInstanceOf(UnknownObjectException.class)
                .hasMessage("[UnknownObject] placement.User 1.0: the store was built without the table users; "
                        + "add it with Store.builder(…).tables(…)");
    }

    @Test
    void store_buildsOnADataSource() {
        Store store =
                Store.builder(database.dataSource()).tables(Tables.PROJECTS).build();

        store.repository(Tables.PROJECTS).create(Project.named("p"));

        assertThat(database.count("SELECT count(*) FROM projects")).isEqualTo(1);
    }
}
