package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** What is written where a row may be there already: ensure, upsert, and saving onto what others changed. */
@OnEveryEngine
class EnsureTest {
    private final VolumeDatabase database;
    private final Repository<Volume> volumes;

    EnsureTest(Engine engine) {
        this.database = new VolumeDatabase(engine);
        this.volumes = database.volumes;
    }

    // ---- ensure ----

    @Test
    void ensure_createsWhatIsNotThere_andFindsWhatIs() {
        Volume wanted = Volume.named("v");

        assertThat(volumes.ensure(wanted)).isSameAs(wanted);
        Volume second = Volume.named("v");
        second.set(Volume.STATE, "error");
        Volume found = volumes.ensure(second);

        assertThat(found).isNotSameAs(second);
        assertThat(found.get(Volume.ID)).isEqualTo(wanted.get(Volume.ID));
        assertThat(found.get(Volume.STATE)).isEqualTo("available");
        assertThat(found.hasChanges()).isFalse();
        assertThat(second.isSet(Volume.ID)).isFalse();
    }

    @Test
    void ensure_inATransaction_goesOnAfterADuplicate() {
        Volume hidden = database.saved("v");
        volumes.softDelete(hidden);

        Volume found = database.store.write(() -> {
            Volume ensured = volumes.ensure(Volume.named("v"));
            volumes.create(Volume.named("w"));
            return ensured;
        });

        assertThat(found.get(Volume.ID)).isEqualTo(hidden.get(Volume.ID));
        assertThat(volumes.find(Volume.NAME, "w")).isPresent();
    }

    @Test
    void ensure_withoutANaturalKey_isRefused() {
        assertThatThrownBy(() -> volumes.ensure(Volume.TYPE.newObject()))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("no value in its natural key");
    }

    @Test
    void ensure_whereAnotherConstraintIsViolated_saysSo() {
        database.database.execute("CREATE UNIQUE INDEX uniq_volumes0size ON volumes (size)");
        Table<Volume> table = Table.of(Volume.TYPE, "volumes")
                .generatedKey(Volume.ID)
                .naturalKey(Volume.NAME)
                .generation(Volume.GENERATION)
                .unique("uniq_volumes0name", Volume.NAME)
                .unique("uniq_volumes0size", Volume.SIZE)
                .build();
        Repository<Volume> own = Store.of(database.database.jdbi, table).repository(table);
        own.ensure(Volume.named("v"));

        DuplicateConflict conflict = catchThrowableOfType(DuplicateConflict.class, () -> own.ensure(Volume.named("w")));

        assertThat(conflict.isOn(Volume.SIZE)).isTrue();
    }

    @Test
    void upsert_againstAConstraintThatIsNotDeclared_isADuplicate() {
        database.database.execute("CREATE UNIQUE INDEX hidden ON volumes (state)");
        volumes.upsert(Volume.named("v"));

        assertThatThrownBy(() -> volumes.upsert(Volume.named("w"))).isInstanceOf(DuplicateConflict.class);
    }

    @Test
    void rebasing_keepsWhatIsChangedInsideAReference() {
        TestDatabase consumers = database.database;
        Consumer mine = consumers.loaded(consumers.savedConsumer());
        Consumer other = consumers.loaded(mine);
        other.set(Consumer.CONSUMER_TYPE_ID, 7L);
        consumers.consumers.save(other);
        mine.get(Consumer.PROJECT).set(Project.EXTERNAL_ID, "changed inside");
        mine.set(Consumer.USER, null);

        Saved saved = consumers.consumers.rebasing().save(mine);

        assertThat(saved.unsaved()).containsExactly("project.external_id");
        assertThat(mine.get(Consumer.PROJECT).get(Project.EXTERNAL_ID)).isEqualTo("changed inside");
        assertThat(mine.get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(7);
    }

    @Test
    void ensure_bySixteenThreads_makesOneRow_andAnswersAll() throws Exception {
        race((store, racing, thread, name) -> {
            boolean inTransaction = thread % 2 == 0;
            return inTransaction
                    ? store.retrying().write(() -> racing.ensure(Volume.named(name)))
                    : racing.ensure(Volume.named(name));
        });
    }

    @Test
    void upsert_bySixteenThreads_makesOneRow_andAnswersAll() throws Exception {
        race((store, racing, thread, name) -> {
            Volume volume = Volume.named(name);
            volume.set(Volume.SIZE, (long) thread);
            return racing.upsert(volume);
        });
    }

    private interface Racing {
        Volume run(Store store, Repository<Volume> racing, int thread, String name);
    }

    /** Has sixteen threads do the same at the same time, on ten rows one after the other. */
    private void race(Racing work) throws Exception {
        int threads = 16;
        HikariDataSource pool = database.database.pooled(threads);
        Store store =
                Store.builder(Jdbi.create(pool)).tables(database.volumeTable).build();
        Repository<Volume> racing = store.repository(database.volumeTable);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        for (int round = 0; round < 10; round++) {
            String name = "v" + round;
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<Long>> answers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                answers.add(executor.submit(() -> {
                    start.await();
                    return work.run(store, racing, number, name).get(Volume.ID);
                }));
            }
            Set<Long> ids = new HashSet<>();
            for (Future<Long> answer : answers) {
                ids.add(answer.get());
            }
            assertThat(ids).hasSize(1);
        }
        executor.shutdown();
        pool.close();

        assertThat(database.database.count("SELECT count(*) FROM volumes")).isEqualTo(10);
    }

    // ---- upsert ----

    @Test
    void upsert_createsThenOverwrites_keepingCreationTimeAndMovingTheGeneration() {
        Instant then = Instant.parse("2020-01-01T00:00:00Z");
        Store earlier =
                database.newStore().clock(Clock.fixed(then, ZoneOffset.UTC)).build();
        Volume first = earlier.repository(database.volumeTable).upsert(Volume.named("v"));
        Volume second =
                Volume.TYPE.with(Volume.NAME, "v").with(Volume.STATE, "error").build();

        volumes.upsert(second);

        assertThat(second.get(Volume.ID)).isEqualTo(first.get(Volume.ID));
        assertThat(second.get(Volume.GENERATION)).isEqualTo(1);
        assertThat(second.createdAt()).isEqualTo(then);
        assertThat(second.hasChanges()).isFalse();
        Volume row = database.loaded("v");
        assertThat(row.get(Volume.STATE)).isEqualTo("error");
        assertThat(row.get(Volume.SIZE)).isEqualTo(1);
        assertThat(row.get(Timestamps.CREATED_AT)).isEqualTo(then);
        assertThat(row.get(Volume.GENERATION)).isEqualTo(1);
    }

    @Test
    void upsert_byANaturalKeyThatIsReadOnly_overwritesTheRest() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Pinned");
        Field<String> name = define.field("name", Types.string().readOnly());
        Field<String> state = define.field("state", Types.string());
        ObjectType<DynamicObject> type = define.version("1.0");
        database.database.execute("CREATE TABLE pinned (name varchar(20) PRIMARY KEY, state varchar(20))");
        Table<DynamicObject> table = Table.of(type, "pinned").key(name).build();
        Repository<DynamicObject> pinned =
                Store.of(database.database.jdbi, table).repository(table);
        pinned.upsert(type.with(name, "n").with(state, "a").build());

        pinned.upsert(type.with(name, "n").with(state, "b").build());

        assertThat(pinned.require(name, "n").get(state)).isEqualTo("b");
    }

    @Test
    void upsert_ofTheSame_changesNothing() {
        volumes.upsert(Volume.named("v"));

        volumes.upsert(Volume.named("v"));

        assertThat(database.loaded("v").get(Volume.GENERATION)).isZero();
    }

    @Test
    void upsert_ofWhatWasLoadedBeforeASoftDeletion_leavesTheRowDeleted() {
        Volume volume = database.saved("v");
        volumes.softDelete(database.loaded("v"));
        volume.unset(Volume.GENERATION);
        volume.set(Volume.STATE, "error");

        volumes.upsert(volume);

        Volume row = database.loaded("v");
        assertThat(row.get(Volume.STATE)).isEqualTo("error");
        assertThat(row.isDeleted()).isTrue();
        assertThat(row.deletedAt()).isEqualTo(VolumeDatabase.NOW);
        assertThat(volume.sameState(row)).isTrue();
    }

    @Test
    void upsert_ofATimeFinerThanTheRows_changesNothing() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Event");
        Field<String> name = define.field("name", Types.string());
        Field<Instant> at = define.field("at", Types.instant());
        Field<Long> generation = define.field("generation", Types.longInteger());
        ObjectType<DynamicObject> type = define.version("1.0");
        database.database.execute(
                "CREATE TABLE events (name varchar(20) PRIMARY KEY, at ${time}, generation bigint NOT NULL)");
        Table<DynamicObject> table =
                Table.of(type, "events").key(name).generation(generation).build();
        Repository<DynamicObject> events =
                Store.of(database.database.jdbi, table).repository(table);
        Instant fine = Instant.parse("2026-11-24T10:00:00.123456789Z");
        events.upsert(type.with(name, "n").with(at, fine).build());
        DynamicObject same = type.with(name, "n").with(at, fine).build();

        events.upsert(same);

        assertThat(same.get(at)).isEqualTo(Instant.parse("2026-11-24T10:00:00.123456Z"));
        assertThat(events.require(name, "n").get(generation)).isZero();
    }

    @Test
    void upsert_withAGeneration_obeysIt() {
        Volume mine = volumes.upsert(Volume.named("v"));
        database.changeElsewhere("v", "error");
        mine.set(Volume.STATE, "in-use");
        String before = TestDatabase.state(mine);

        ConcurrentUpdateConflict conflict =
                catchThrowableOfType(ConcurrentUpdateConflict.class, () -> volumes.upsert(mine));

        assertThat(conflict.expectedGeneration()).hasValue(0);
        assertThat(conflict.foundGeneration()).hasValue(1);
        assertThat(TestDatabase.state(mine)).isEqualTo(before);
        assertThat(database.loaded("v").get(Volume.STATE)).isEqualTo("error");
    }

    @Test
    void upsert_ofAnObjectWhoseRowIsGone_isGone_thoughAnotherRowHasItsName() {
        Volume mine = database.saved("v");
        volumes.delete(database.loaded("v"));
        mine.set(Volume.STATE, "in-use");
        String before = TestDatabase.state(mine);

        assertThatThrownBy(() -> volumes.upsert(mine)).isInstanceOf(GoneConflict.class);
        database.saved("v");
        assertThatThrownBy(() -> volumes.upsert(mine)).isInstanceOf(GoneConflict.class);

        assertThat(TestDatabase.state(mine)).isEqualTo(before);
        assertThat(database.loaded("v").get(Volume.STATE)).isEqualTo("available");
    }

    @Test
    void upsert_ofAnObjectThatTookTheNameOfAnotherRow_isRefused() {
        Volume mine = database.saved("v");
        database.saved("w");
        mine.set(Volume.NAME, "w");
        mine.set(Volume.STATE, "in-use");

        assertThatThrownBy(() -> volumes.upsert(mine))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("another row has its natural key");

        assertThat(database.loaded("w").get(Volume.STATE)).isEqualTo("available");
    }

    @Test
    void upsert_cascading_createsWhatIsReferredTo_whetherTheRowIsThereOrNot() {
        TestDatabase consumers = database.database;
        Repository<Consumer> cascading = consumers.consumers.cascading();
        Consumer consumer = cascading.upsert(Consumer.TYPE
                .with(Consumer.UUID, UUID.randomUUID())
                .with(Consumer.PROJECT, Project.named("p"))
                .build());

        cascading.upsert(Consumer.TYPE
                .with(Consumer.UUID, consumer.get(Consumer.UUID))
                .with(Consumer.PROJECT, Project.named("q"))
                .build());

        assertThat(consumers.loaded(consumer).get(Consumer.PROJECT).get(Project.EXTERNAL_ID))
                .isEqualTo("q");
    }

    @Test
    void upsert_rolledBack_putsTheObjectBack() {
        volumes.upsert(Volume.named("v"));
        Volume second = Volume.named("v");
        second.set(Volume.STATE, "error");
        String before = TestDatabase.state(second);

        assertThatThrownBy(() -> database.store.write(() -> {
                    volumes.upsert(second);
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(TestDatabase.state(second)).isEqualTo(before);
        assertThat(database.loaded("v").get(Volume.STATE)).isEqualTo("available");
    }

    // ---- rebase ----

    @Test
    void rebasing_takesOverWhatOthersChanged() {
        Volume mine = database.saved("v");
        database.changeElsewhere("v", "in-use");
        mine.set(Volume.SIZE, 9L);

        Saved saved = volumes.rebasing().save(mine);

        assertThat(saved.fields()).contains(Volume.SIZE).doesNotContain(Volume.STATE);
        assertThat(mine.get(Volume.STATE)).isEqualTo("in-use");
        assertThat(mine.get(Volume.GENERATION)).isEqualTo(2);
        assertThat(mine.hasChanges()).isFalse();
        Volume row = database.loaded("v");
        assertThat(row.get(Volume.STATE)).isEqualTo("in-use");
        assertThat(row.get(Volume.SIZE)).isEqualTo(9);
    }

    @Test
    void rebasing_takesOverWhatOthersChangedInFieldsThatAreUnset_soThatNothingIsLostLater() {
        Volume mine = database.saved("v");
        mine.unset(Volume.STATE);
        database.changeElsewhere("v", "in-use");
        mine.set(Volume.SIZE, 9L);

        volumes.rebasing().save(mine);

        assertThat(mine.get(Volume.STATE)).isEqualTo("in-use");
        mine.set(Volume.STATE, "available");
        volumes.save(mine);
        assertThat(database.loaded("v").get(Volume.STATE)).isEqualTo("available");
    }

    @Test
    void rebasing_whereBothChangedAField_namesIt_andLeavesTheObject() {
        Volume mine = database.saved("v");
        database.changeElsewhere("v", "in-use");
        mine.set(Volume.STATE, "error");
        mine.set(Volume.SIZE, 9L);
        String before = TestDatabase.state(mine);

        ConcurrentUpdateConflict conflict = catchThrowableOfType(
                ConcurrentUpdateConflict.class, () -> volumes.rebasing().save(mine));

        assertThat(conflict.fields()).containsExactly(Volume.STATE);
        assertThat(conflict.foundGeneration()).hasValue(database.loaded("v").get(Volume.GENERATION));
        assertThat(TestDatabase.state(mine)).isEqualTo(before);
        assertThat(database.loaded("v").get(Volume.SIZE)).isEqualTo(1);
    }

    @Test
    void rebasing_whereTheObjectHasAnUpdateTimeOfItsOwn_goesOn() {
        Volume mine = database.saved("v");
        database.changeElsewhere("v", "in-use");
        mine.set(Volume.SIZE, 9L);
        mine.set(Timestamps.UPDATED_AT, Instant.EPOCH);

        volumes.rebasing().save(mine);

        assertThat(mine.updatedAt()).isEqualTo(VolumeDatabase.NOW);
        assertThat(mine.hasChanges()).isFalse();
        assertThat(database.loaded("v").get(Volume.SIZE)).isEqualTo(9);
    }

    @Test
    void rebasing_inATransaction_seesWhatOthersCommitted_andGoesBackWithIt() {
        Volume mine = database.saved("v");
        database.changeElsewhere("v", "in-use");
        mine.set(Volume.SIZE, 9L);
        String before = TestDatabase.state(mine);

        assertThatThrownBy(() -> database.store.write(() -> {
                    volumes.rebasing().save(mine);
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(TestDatabase.state(mine)).isEqualTo(before);
    }

    @Test
    void rebasing_ofADeletedRow_isGone() {
        Volume mine = database.saved("v");
        volumes.delete(database.loaded("v"));
        mine.set(Volume.SIZE, 9L);

        assertThatThrownBy(() -> volumes.rebasing().save(mine)).isInstanceOf(GoneConflict.class);
    }

    @Test
    void rebasing_ofASoftlyDeletedRow_isGone() {
        Volume mine = database.saved("v");
        volumes.softDelete(database.loaded("v"));
        mine.set(Volume.SIZE, 9L);

        assertThatThrownBy(() -> volumes.rebasing().save(mine)).isInstanceOf(GoneConflict.class);
        assertThat(database.loaded("v").get(Volume.SIZE)).isEqualTo(1);
    }

    @Test
    void rebasing_whoseSaveThenFails_leavesTheObject() {
        database.saved("taken");
        Volume mine = database.saved("v");
        database.changeElsewhere("v", "in-use");
        mine.set(Volume.NAME, "taken");
        String before = TestDatabase.state(mine);

        database.store.write(() -> {
            assertThatThrownBy(() ->
                            database.store.savepoint(() -> volumes.rebasing().save(mine)))
                    .isInstanceOf(DuplicateConflict.class);
        });

        assertThat(TestDatabase.state(mine)).isEqualTo(before);
    }
}
