package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.versionedobjects.persistence.Condition.equal;
import static org.versionedobjects.persistence.Condition.in;
import static org.versionedobjects.persistence.Order.ascending;
import static org.versionedobjects.persistence.Order.descending;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.UnknownFieldException;

/** What a query returns, and how many statements it takes. */
@NullUnmarked // NullAway does not see that a Field<@Nullable T> takes null
@OnEveryEngine
class QueryTest {
    private final VolumeDatabase database;
    private final TestDatabase placement;
    private final Repository<Volume> volumes;

    QueryTest(Engine engine) {
        this.database = new VolumeDatabase(engine);
        this.placement = database.database;
        this.volumes = database.volumes;
    }

    private void create(@Nullable Long... sizes) {
        for (int index = 0; index < sizes.length; index++) {
            Volume volume = Volume.named("v" + index);
            volume.set(Volume.SIZE, sizes[index]);
            volumes.create(volume);
        }
        placement.forget();
    }

    private static List<@Nullable Long> sizes(List<Volume> found) {
        List<@Nullable Long> sizes = new ArrayList<>();
        found.forEach(volume -> sizes.add(volume.get(Volume.SIZE)));
        return sizes;
    }

    // ---- order and limit ----

    @Test
    void orderBy_putsNullWhereItIsAskedFor_onEveryEngine() {
        create(2L, null, 1L);

        assertThat(sizes(volumes.query().orderBy(ascending(Volume.SIZE)).list()))
                .containsExactly(null, 1L, 2L);
        assertThat(sizes(volumes.query().orderBy(descending(Volume.SIZE)).list()))
                .containsExactly(2L, 1L, null);
        assertThat(sizes(volumes.query()
                        .orderBy(ascending(Volume.SIZE).nullsLast())
                        .list()))
                .containsExactly(1L, 2L, null);
        assertThat(sizes(volumes.query()
                        .orderBy(descending(Volume.SIZE).nullsFirst())
                        .list()))
                .containsExactly(null, 2L, 1L);
        assertThat(sizes(volumes.query()
                        .orderBy(ascending(Volume.SIZE).nullsFirst())
                        .list()))
                .containsExactly(null, 1L, 2L);
        assertThat(sizes(volumes.query()
                        .orderBy(descending(Volume.SIZE).nullsLast())
                        .list()))
                .containsExactly(2L, 1L, null);
    }

    @Test
    void orderBy_goesOnWithTheNextField_andAtLastWithTheKey() {
        create(2L, 1L, 2L, 1L);

        assertThat(volumes.query()
                        .orderBy(ascending(Volume.SIZE), descending(Volume.NAME))
                        .list())
                .extracting(volume -> volume.get(Volume.NAME))
                .containsExactly("v3", "v1", "v2", "v0");
        assertThat(volumes.query().orderBy(descending(Volume.SIZE)).list())
                .extracting(volume -> volume.get(Volume.ID))
                .containsExactly(1L, 3L, 2L, 4L);
    }

    @Test
    void limit_givesTheFirst() {
        create(3L, 1L, 2L);

        assertThat(sizes(
                        volumes.query().orderBy(ascending(Volume.SIZE)).limit(2).list()))
                .containsExactly(1L, 2L);
        assertThat(sizes(volumes.query().limit(2).list())).containsExactly(3L, 1L);
        assertThat(volumes.query().limit(0).list()).isEmpty();
        assertThatThrownBy(() -> volumes.query().limit(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void list_loadsObjectsWithWhatTheyReferTo_inOneStatement_clean() {
        placement.savedConsumer();
        placement.savedConsumer();
        placement.forget();

        List<Consumer> found = placement.consumers.query().list();

        assertThat(placement.statements).hasSize(1);
        assertThat(found)
                .hasSize(2)
                .noneMatch(Consumer::hasChanges)
                .allMatch(consumer -> consumer.get(Consumer.PROJECT).isSet(Project.EXTERNAL_ID));
    }

    @Test
    void secretsAndJson_areNoOrder_norAreFieldsWithoutAColumn() {
        Query<Credential> credentials = placement.credentials.query();

        assertThatThrownBy(() -> credentials.orderBy(ascending(Credential.TOKEN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("token of the table credentials is secret");
        assertThatThrownBy(() -> credentials.orderBy(ascending(Credential.NOTE)))
                .isInstanceOf(UnknownFieldException.class);
        assertThatThrownBy(() -> volumes.query().orderBy(ascending(Volume.SIZE), descending(Volume.SIZE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // ---- other answers ----

    @Test
    void first_isTheFirstInOrder_ofTheKeyIfThereIsNone() {
        create(2L, 1L);

        assertThat(volumes.query().first().orElseThrow().get(Volume.SIZE)).isEqualTo(2);
        assertThat(volumes.query()
                        .orderBy(ascending(Volume.SIZE))
                        .first()
                        .orElseThrow()
                        .get(Volume.SIZE))
                .isEqualTo(1);
        assertThat(placement.statements).hasSize(2);
        assertThat(volumes.query().where(equal(Volume.SIZE, 9L)).first()).isEmpty();
    }

    @Test
    void one_isTheOnlyOne_orSaysWhatIsWrong() {
        create(2L, 1L, 1L);

        assertThat(volumes.query().where(equal(Volume.SIZE, 2L)).one().get(Volume.NAME))
                .isEqualTo("v0");
        assertThatThrownBy(() -> volumes.query().where(equal(Volume.SIZE, 1L)).one())
                .isInstanceOf(NotUniqueException.class)
                .hasMessage("[NotUnique] cinder.Volume 1.0: there are several in the table volumes with size = 1");
        assertThatThrownBy(() -> volumes.query().where(equal(Volume.NAME, "x")).one())
                .isInstanceOf(NotFoundException.class)
                .hasMessage("[NotFound] cinder.Volume 1.0: there is none in the table volumes with name = 'x'");
    }

    @Test
    void countAndExists_askForNoObjects() {
        create(1L, 2L, null);

        assertThat(volumes.query().count()).isEqualTo(3);
        assertThat(volumes.query().where(equal(Volume.SIZE, null)).count()).isEqualTo(1);
        assertThat(volumes.query().orderBy(ascending(Volume.SIZE)).limit(2).count())
                .isEqualTo(2);
        assertThat(volumes.query().where(equal(Volume.SIZE, 2L)).exists()).isTrue();
        assertThat(volumes.query().where(equal(Volume.SIZE, 9L)).exists()).isFalse();
        assertThat(placement.statements).hasSize(5).noneMatch(sql -> sql.contains("name") || sql.contains("ORDER"));
    }

    @Test
    void softlyDeletedRows_areLeftOut_unlessAskedFor() {
        create(1L, 2L);
        volumes.softDelete(database.loaded("v0"));

        assertThat(volumes.query().list()).hasSize(1);
        assertThat(volumes.query()
                        .where(equal(Volume.SIZE, 1L).or(equal(Volume.SIZE, 2L)))
                        .count())
                .isEqualTo(1);
        assertThat(volumes.includingDeleted().query().count()).isEqualTo(2);
    }

    // ---- locks ----

    @Test
    void forUpdate_locksInATransactionOnly() {
        create(1L, 2L);

        assertThatThrownBy(() -> volumes.query().forUpdate().list())
                .isInstanceOf(TransactionRefusedException.class)
                .hasMessageContaining("and there is none");
        assertThatThrownBy(() -> database.store.read(() -> {
                    volumes.query().forUpdate().list();
                }))
                .isInstanceOf(TransactionRefusedException.class);
        placement.forget();
        List<Volume> locked = database.store.write(
                () -> volumes.query().where(equal(Volume.SIZE, 2L)).forUpdate().list());

        assertThat(locked).hasSize(1);
        assertThat(placement.statements)
                .hasSize(1)
                .allMatch(sql -> sql.endsWith(placement.engine().locking()));
    }

    @Test
    void forUpdate_ofObjectsThatReferToOthers_locksTheirRows_andReadsThem() {
        Consumer first = placement.savedConsumer();
        placement.savedConsumer();
        placement.forget();
        Condition condition = in(
                Consumer.PROJECT, equal(Project.ID, first.get(Consumer.PROJECT).get(Project.ID)));

        List<Consumer> locked = placement.store.write(
                () -> placement.consumers.query().where(condition).forUpdate().list());
        List<Consumer> all = placement.store.write(() -> placement
                .consumers
                .query()
                .orderBy(descending(Consumer.ID))
                .forUpdate()
                .list());

        assertThat(locked)
                .hasSize(1)
                .allMatch(consumer -> consumer.get(Consumer.PROJECT).isSet(Project.EXTERNAL_ID));
        assertThat(all).extracting(consumer -> consumer.get(Consumer.ID)).containsExactly(2L, 1L);
        assertThat(placement.statements).hasSize(4);
    }

    @Test
    void forUpdate_ofRowsWithAKeyOfSeveralColumns() {
        Project project = placement.projects.create(Project.named("p"));
        for (String name : List.of("a", "b", "c")) {
            User user = placement.users.create(User.named(name));
            placement.memberships.create(Membership.TYPE
                    .with(Membership.PROJECT, project)
                    .with(Membership.USER, user)
                    .with(Membership.ROLE, name)
                    .build());
        }

        List<Membership> locked = placement.store.write(() -> placement
                .memberships
                .query()
                .where(Condition.notEqual(Membership.ROLE, "b"))
                .orderBy(descending(Membership.ROLE))
                .forUpdate()
                .list());

        assertThat(locked)
                .extracting(membership -> membership.get(Membership.ROLE))
                .containsExactly("c", "a");
    }

    // ---- by many values ----

    @Test
    void findAll_byKeys_isInTheOrderAsked_andTellsWhatIsMissing_inOneStatement() {
        create(1L, 2L, 3L);

        Found<Long, Volume> found = volumes.findAll(Volume.ID, 3L, 77L, 1L, 3L);

        assertThat(placement.statements).hasSize(1);
        assertThat(sizes(found.objects())).containsExactly(3L, 1L);
        assertThat(found.byValue().keySet()).containsExactly(3L, 1L);
        assertThat(found.missing()).containsExactly(77L);
        assertThat(found.isComplete()).isFalse();
        assertThat(volumes.findAll(Volume.ID, List.of()).isComplete()).isTrue();
    }

    @Test
    void findAll_byNaturalKeysAndReferences() {
        List<UUID> uuids = new ArrayList<>();
        List<Project> projects = new ArrayList<>();
        for (int index = 0; index < 3; index++) {
            Consumer consumer = placement.savedConsumer();
            uuids.add(consumer.get(Consumer.UUID));
            projects.add(consumer.get(Consumer.PROJECT));
        }
        Collections.reverse(uuids);

        assertThat(placement.consumers.findAll(Consumer.UUID, uuids).objects())
                .extracting(consumer -> consumer.get(Consumer.UUID))
                .containsExactlyElementsOf(uuids);
        placement.execute("DELETE FROM projects WHERE id = " + projects.get(1).get(Project.ID));
        assertThat(placement
                        .consumers
                        .findAll(Consumer.PROJECT, projects)
                        .byValue()
                        .keySet())
                .containsExactlyElementsOf(projects);
    }

    @Test
    void findAll_byAFieldThatSeveralRowsShare_isRefused() {
        create(1L, 1L);

        assertThatThrownBy(() -> volumes.findAll(Volume.SIZE, 1L))
                .isInstanceOf(NotUniqueException.class)
                .hasMessageContaining("several have size=1 in the table volumes");
    }

    @Test
    void findAll_ofVeryManyValues_takesAStatementForEach30000() {
        create(1L, 2L, 3L);
        List<Long> ids =
                new ArrayList<>(LongStream.rangeClosed(1, 60_001).boxed().toList());
        Collections.shuffle(ids, new Random(1));

        Found<Long, Volume> found = volumes.findAll(Volume.ID, ids);

        assertThat(placement.statements).hasSize(3);
        assertThat(found.objects()).hasSize(3);
        assertThat(found.missing()).hasSize(59_998);
    }
}
