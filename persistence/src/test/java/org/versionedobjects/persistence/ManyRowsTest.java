package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.versionedobjects.types.Timestamps;

/** Many rows at once: the same rules as for one, row by row. */
@OnEveryEngine
class ManyRowsTest {
    private final VolumeDatabase database;
    private final Repository<Volume> volumes;

    ManyRowsTest(Engine engine) {
        this.database = new VolumeDatabase(engine);
        this.volumes = database.volumes;
    }

    private static List<Volume> named(int count) {
        return IntStream.range(0, count).mapToObj(i -> Volume.named("v" + i)).toList();
    }

    private List<Volume> saved(int count) {
        List<Volume> all = named(count);
        volumes.createAll(all);
        database.database.forget();
        return all;
    }

    /** Checks that the row with the key of an object has all that is set in it. */
    private void assertRow(Volume volume) {
        Volume row = volumes.require(Volume.ID, volume.get(Volume.ID));
        assertThat(row.differencesFrom(volume))
                .filteredOn(
                        difference -> !difference.path().equals("updated_at") || volume.isSet(Timestamps.UPDATED_AT))
                .isEmpty();
    }

    private long count() {
        return database.database.count("SELECT COUNT(*) FROM volumes");
    }

    private List<String> statements(String kind) {
        return database.database.statements.stream()
                .filter(sql -> sql.contains(kind))
                .toList();
    }

    // ---- create ----

    @Test
    void createAll_givesEachObjectItsOwnRow() {
        List<Volume> all = named(250);

        List<RowResult<Volume>> results = volumes.many().inChunksOf(100).createAll(all);

        assertThat(results).extracting(RowResult::object).containsExactlyElementsOf(all);
        assertThat(results).allMatch(result -> result.outcome() == RowOutcome.WRITTEN);
        assertThat(all).allSatisfy(volume -> {
            assertThat(volume.hasChanges()).isFalse();
            assertRow(volume);
        });
    }

    @Test
    void createAll_takesOneStatementForManyRows() {
        volumes.createAll(named(200));

        assertThat(statements("INSERT INTO")).hasSize(1);
    }

    @Test
    void createAll_withoutANaturalKey_getsTheRightKeysToo() {
        Volume volume = database.saved("v");
        List<Attachment> all = IntStream.range(0, 50)
                .mapToObj(i -> Attachment.of(volume, "host" + i))
                .toList();

        database.attachments.createAll(all);

        assertThat(all)
                .allSatisfy(attachment -> assertThat(database.attachments
                                .require(Attachment.ID, attachment.get(Attachment.ID))
                                .get(Attachment.HOST))
                        .isEqualTo(attachment.get(Attachment.HOST)));
    }

    @Test
    void createAll_ofRowsWithDifferentColumns_createsAll() {
        List<Volume> all = named(10);
        all.get(3).unset(Volume.SIZE);
        all.get(7).unset(Volume.SIZE);

        volumes.createAll(all);

        assertThat(count()).isEqualTo(10);
        assertThat(statements("INSERT INTO")).hasSize(2);
        assertThat(database.loaded("v3").get(Volume.SIZE)).isNull();
        assertThat(database.loaded("v4").get(Volume.SIZE)).isEqualTo(1);
    }

    @Test
    void createAll_whereSomeAreThere_createsNone_andTellsEach() {
        database.saved("v3");
        database.saved("v70");
        List<Volume> all = named(100);
        List<String> before = all.stream().map(TestDatabase::state).toList();

        RowsNotSavedException thrown = catchThrowableOfType(RowsNotSavedException.class, () -> volumes.createAll(all));

        assertThat(thrown.rows()).isEqualTo(100);
        assertThat(thrown.failures()).extracting(RowResult::index).containsExactly(3L, 70L);
        assertThat(thrown.failures())
                .allSatisfy(failure -> assertThat(failure.conflict())
                        .get()
                        .isInstanceOfSatisfying(DuplicateConflict.class, conflict -> {
                            assertThat(conflict.isOn(Volume.NAME)).isTrue();
                            assertThat(conflict.object(Volume.TYPE)).containsSame((Volume) failure.object());
                        }));
        assertThat(thrown).hasMessageContaining("2 of 100 rows of the table volumes");
        assertThat(all).extracting(TestDatabase::state).containsExactlyElementsOf(before);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void createAll_continuing_createsTheOthers() {
        database.saved("v3");
        List<Volume> all = named(100);

        List<RowResult<Volume>> results = volumes.many().continuing().createAll(all);

        assertThat(results.get(3).outcome()).isEqualTo(RowOutcome.CONFLICT);
        assertThat(results.get(3).conflict()).get().isInstanceOf(DuplicateConflict.class);
        assertThat(all.get(3).isSet(Volume.ID)).isFalse();
        assertThat(results).filteredOn(RowResult::isDone).hasSize(99);
        assertThat(count()).isEqualTo(100);
    }

    @Test
    void createAll_insideATransaction_goesBackWithIt() {
        List<Volume> all = named(20);
        List<String> before = all.stream().map(TestDatabase::state).toList();

        assertThatThrownBy(() -> database.store.write(() -> {
                    volumes.createAll(all);
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(all).extracting(TestDatabase::state).containsExactlyElementsOf(before);
        assertThat(count()).isZero();
    }

    @Test
    void aCallThatFails_insideATransaction_leavesTheTransactionGoing() {
        database.saved("v3");

        database.store.write(() -> {
            assertThatThrownBy(() -> volumes.createAll(named(5))).isInstanceOf(RowsNotSavedException.class);
            volumes.create(Volume.named("other"));
        });

        assertThat(count()).isEqualTo(2);
    }

    // ---- save ----

    @Test
    void saveAll_ofDifferentFields_takesAStatementForEachSetOfThem() {
        List<Volume> all = saved(100);
        for (int i = 0; i < all.size(); i++) {
            if (i % 2 == 0) {
                all.get(i).set(Volume.SIZE, (long) i + 7);
            }
            if (i % 3 == 0) {
                all.get(i).set(Volume.STATE, "s" + i);
            }
        }

        List<RowResult<Volume>> results = volumes.saveAll(all);

        assertThat(statements("UPDATE")).hasSize(3);
        assertThat(results.get(1).outcome()).isEqualTo(RowOutcome.UNCHANGED);
        assertThat(all.get(1).get(Volume.GENERATION)).isZero();
        assertThat(all.get(6).get(Volume.GENERATION)).isEqualTo(1);
        assertThat(all).allSatisfy(volume -> {
            assertThat(volume.hasChanges()).isFalse();
            assertRow(volume);
        });
    }

    @Test
    void saveAll_ofNothingThatChanged_takesNoStatement() {
        List<Volume> all = saved(3);

        assertThat(volumes.saveAll(all)).allMatch(result -> result.outcome() == RowOutcome.UNCHANGED);
        assertThat(statements("UPDATE")).isEmpty();
    }

    @Test
    void saveAll_ofTheSameRowTwice_isRefusedBeforeAnyStatement() {
        Volume volume = database.saved("v");
        Volume same = database.loaded("v");
        volume.set(Volume.SIZE, 5L);
        same.set(Volume.SIZE, 6L);
        database.database.forget();

        assertThatThrownBy(() -> volumes.saveAll(List.of(volume, same)))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("the same row is there twice");

        assertThat(statements("UPDATE")).isEmpty();
        assertThat(volume.isChanged(Volume.SIZE)).isTrue();
    }

    @Test
    void saveAll_continuing_tellsWhatIsRefused_andSavesTheOthers() {
        Volume volume = database.saved("v");
        Volume unsaved = Volume.named("new");
        volume.set(Volume.SIZE, 5L);

        List<RowResult<Volume>> results = volumes.many().continuing().saveAll(List.of(unsaved, volume, volume));

        assertThat(results)
                .extracting(RowResult::outcome)
                .containsExactly(RowOutcome.REFUSED, RowOutcome.WRITTEN, RowOutcome.REFUSED);
        assertThat(database.loaded("v").get(Volume.SIZE)).isEqualTo(5);
    }

    @Test
    void saveAll_continuing_tellsConflicts_withoutTracesOfWhereNothingWasThrown() {
        List<Volume> all = saved(4);
        database.changeElsewhere("v1", "in-use");
        database.changeElsewhere("v2", "in-use");
        all.forEach(volume -> volume.set(Volume.SIZE, 9L));

        List<RowResult<Volume>> results = volumes.many().continuing().saveAll(all);

        assertThat(results.subList(1, 3)).allSatisfy(result -> {
            assertThat(result.conflict()).get().isInstanceOf(ConcurrentUpdateConflict.class);
            assertThat(result.failure().getStackTrace()).isEmpty();
            assertThat(result.failure()).hasMessageContaining("expected generation 0 but found 1");
        });
        assertThatThrownBy(() -> volumes.save(all.get(1)))
                .satisfies(thrown -> assertThat(thrown.getStackTrace()).isNotEmpty());
    }

    @Test
    void saveAll_expecting_tellsWhatRowsHaveInstead() {
        List<Volume> all = saved(10);
        database.changeElsewhere("v4", "in-use");
        volumes.refresh(all.get(4));
        all.forEach(volume -> volume.set(Volume.SIZE, 9L));

        List<RowResult<Volume>> results =
                volumes.expecting(Volume.STATE, "available").many().continuing().saveAll(all);

        assertThat(results)
                .filteredOn(result -> !result.isDone())
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.index()).isEqualTo(4);
                    assertThat(result.conflict()).get().isInstanceOf(UnexpectedValuesConflict.class);
                });
    }

    @Test
    void saveAll_rebasing_takesOverWhatOthersChanged() {
        List<Volume> all = saved(5);
        database.changeElsewhere("v2", "in-use");
        all.forEach(volume -> volume.set(Volume.SIZE, 9L));

        List<RowResult<Volume>> results = volumes.rebasing().saveAll(all);

        assertThat(results).allMatch(RowResult::isDone);
        assertThat(all.get(2).get(Volume.STATE)).isEqualTo("in-use");
        assertThat(database.loaded("v2").get(Volume.SIZE)).isEqualTo(9);
    }

    // ---- delete ----

    @Test
    void deleteAll_deletesWhatIsStillAsItWas() {
        List<Volume> all = saved(30);
        database.changeElsewhere("v4", "in-use");
        volumes.delete(database.loaded("v5"));
        database.database.forget();

        List<RowResult<Volume>> results = volumes.many().continuing().deleteAll(all);

        assertThat(results.get(4).conflict()).get().isInstanceOf(ConcurrentUpdateConflict.class);
        assertThat(results.get(5).conflict()).get().isInstanceOf(GoneConflict.class);
        assertThat(results).filteredOn(RowResult::isDone).hasSize(28);
        assertThat(count()).isEqualTo(1);
        assertThat(statements("DELETE")).hasSize(1);
        assertThat(statements("SELECT \"generation\"")).hasSizeLessThanOrEqualTo(1);
    }

    // ---- how far it is ----

    @Test
    void progress_isToldAfterEachChunk() {
        List<RowProgress> told = new ArrayList<>();
        database.saved("v3");

        RowProgress all =
                volumes.many().continuing().inChunksOf(10).onProgress(told::add).createAll(named(25), result -> {});

        assertThat(told)
                .containsExactly(
                        new RowProgress(10, 9, 0, 1), new RowProgress(20, 19, 0, 1), new RowProgress(25, 24, 0, 1));
        assertThat(all).isEqualTo(told.get(2));
    }

    @Test
    void inARead_nothingIsWritten() {
        List<Volume> all = saved(2);
        all.get(0).set(Volume.SIZE, 3L);

        assertThatThrownBy(() -> database.store.read(() -> volumes.saveAll(all)))
                .isInstanceOf(TransactionRefusedException.class);
    }

    @Test
    void saveAll_asksRowsThatWereRefused_inOneQuery() {
        List<Volume> all = saved(3);
        database.database.execute("UPDATE volumes SET generation = 7");
        all.forEach(each -> each.set(Volume.STATE, "new"));
        database.database.forget();

        List<RowResult<Volume>> results = volumes.many().continuing().saveAll(all);

        assertThat(results).noneMatch(RowResult::isDone);
        assertThat(statements("SELECT"))
                .singleElement()
                .asString()
                .endsWith(database.database.engine().refused());
    }
}
