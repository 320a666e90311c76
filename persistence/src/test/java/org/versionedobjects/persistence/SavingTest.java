package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.SoftDeletable;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** What a save can do beyond the plain one: touch, compare and set, soft deletion, guards. */
@OnEveryEngine
class SavingTest {
    private final VolumeDatabase database;
    private final Repository<Volume> volumes;

    SavingTest(Engine engine) {
        this.database = new VolumeDatabase(engine);
        this.volumes = database.volumes;
    }

    // ---- touch ----

    @Test
    void touch_movesGenerationAndTime_andLeavesChanges() {
        Volume volume = database.saved("v");
        volume.set(Volume.STATE, "in-use");

        volumes.touch(volume);

        assertThat(volume.get(Volume.GENERATION)).isEqualTo(1);
        assertThat(volume.isChanged(Volume.STATE)).isTrue();
        assertThat(database.database.statements).hasSize(1);
        Volume row = database.loaded("v");
        assertThat(row.get(Volume.GENERATION)).isEqualTo(1);
        assertThat(row.get(Timestamps.UPDATED_AT)).isEqualTo(VolumeDatabase.NOW);
        assertThat(row.get(Volume.STATE)).isEqualTo("available");
        volumes.save(volume);
        assertThat(database.loaded("v").get(Volume.STATE)).isEqualTo("in-use");
    }

    @Test
    void touch_makesOthersStale() {
        Volume mine = database.saved("v");
        volumes.touch(database.loaded("v"));
        mine.set(Volume.STATE, "in-use");

        assertThatThrownBy(() -> volumes.save(mine)).isInstanceOf(ConcurrentUpdateConflict.class);
        assertThatThrownBy(() -> volumes.touch(mine)).isInstanceOf(ConcurrentUpdateConflict.class);
    }

    @Test
    void touch_ofATableWithNothingToTouch_isRefused() {
        Attachment attachment = database.attachments.create(Attachment.of(database.saved("v"), "a"));

        assertThatThrownBy(() -> database.attachments.touch(attachment))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("neither generation nor updatedAt");
    }

    @Test
    void databaseClock_givesTimes_thatAreThoseOfNow() {
        Store store = database.newStore().databaseClock().build();
        Volume volume = store.repository(database.volumeTable).create(Volume.named("v"));

        assertThat(volume.createdAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(database.loaded("v").createdAt()).isEqualTo(volume.createdAt());
        volume.set(Volume.STATE, "in-use");
        store.repository(database.volumeTable).save(volume);
        assertThat(volume.updatedAt())
                .isBetween(volume.createdAt(), Instant.now().plusSeconds(60));
        database.database.forget();
        store.repository(database.attachmentTable).create(Attachment.of(volume, "a"));
        assertThat(database.database.statements).hasSize(1);
    }

    // ---- compare and set ----

    @Test
    void expecting_whatTheRowHas_saves() {
        Volume volume = database.saved("v");
        volume.set(Volume.STATE, "in-use");

        volumes.expecting(Volume.STATE, "available").save(volume);

        assertThat(database.loaded("v").get(Volume.STATE)).isEqualTo("in-use");
    }

    @Test
    void expecting_whatTheRowHasNot_tellsWhatItHas() {
        Volume volume = database.saved("v");
        volume.set(Volume.SIZE, 9L);
        String before = TestDatabase.state(volume);

        UnexpectedValuesConflict conflict = catchThrowableOfType(
                UnexpectedValuesConflict.class,
                () -> volumes.expecting(Volume.STATE, "error")
                        .expecting(Volume.NAME, "v")
                        .save(volume));

        assertThat(conflict.kind()).isEqualTo(FailureKind.UNEXPECTED_VALUES);
        assertThat(conflict.actual()).containsOnly(java.util.Map.entry(Volume.STATE, "available"));
        assertThat(conflict.fields()).containsExactly(Volume.STATE);
        assertThat(conflict).hasMessageContaining("expected state='error' but found 'available'");
        assertThat(TestDatabase.state(volume)).isEqualTo(before);
        assertThat(database.loaded("v").get(Volume.SIZE)).isEqualTo(1);
    }

    @Test
    void expecting_nullAndOneOfSeveral() {
        Volume volume = database.saved("v");
        volume.set(Volume.SIZE, null);
        volumes.expecting(Timestamps.UPDATED_AT, null).save(volume);
        volume.set(Volume.STATE, "in-use");

        volumes.expectingAnyOf(Volume.STATE, List.of("error", "available"))
                .expecting(Volume.SIZE, null)
                .save(volume);

        assertThat(database.loaded("v").get(Volume.STATE)).isEqualTo("in-use");
        volume.set(Volume.STATE, "error");
        assertThatThrownBy(() -> volumes.expecting(Volume.SIZE, 1L).save(volume))
                .isInstanceOf(UnexpectedValuesConflict.class)
                .hasMessageContaining("expected size=1 but found null");
        assertThatThrownBy(() -> volumes.expectingAnyOf(Volume.STATE, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void expecting_severalTypes_tellsOnlyWhatIsUnexpected() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Day");
        Field<Long> id = define.field("id", Types.longInteger());
        Field<DayOfWeek> day = define.field("day", Types.enumOf(DayOfWeek.class));
        Field<Long> count = define.field("count", Types.longInteger());
        ObjectType<DynamicObject> type = define.version("1.0");
        database.database.execute("CREATE TABLE days (id bigint PRIMARY KEY, d varchar(20), count int)");
        Table<DynamicObject> table =
                Table.of(type, "days").key(id).column(day, "d").build();
        Repository<DynamicObject> days = Store.of(database.database.jdbi, table).repository(table);
        DynamicObject friday = days.create(
                type.with(id, 1L).with(day, DayOfWeek.FRIDAY).with(count, 1L).build());
        friday.set(count, 2L);

        UnexpectedValuesConflict conflict = catchThrowableOfType(
                UnexpectedValuesConflict.class,
                () -> days.expecting(day, DayOfWeek.FRIDAY)
                        .expecting(count, 99L)
                        .save(friday));

        assertThat(conflict.actual()).containsOnly(java.util.Map.entry(count, 1L));
        assertThat(catchThrowableOfType(
                                UnexpectedValuesConflict.class,
                                () -> days.expecting(day, DayOfWeek.MONDAY).save(friday))
                        .actual())
                .containsOnly(java.util.Map.entry(day, DayOfWeek.FRIDAY));
    }

    @Test
    void expecting_aNumberWithOtherZeros_tellsOnlyWhatIsUnexpected() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Price");
        Field<Long> id = define.field("id", Types.longInteger());
        Field<BigDecimal> price = define.field("price", Types.decimal());
        Field<Long> count = define.field("count", Types.longInteger());
        ObjectType<DynamicObject> type = define.version("1.0");
        String decimals = database.database.engine() == Engine.SQLITE ? "text" : "decimal(10, 2)";
        database.database.execute("CREATE TABLE prices (id bigint PRIMARY KEY, price " + decimals + ", count int)");
        Table<DynamicObject> table = Table.of(type, "prices").key(id).build();
        Repository<DynamicObject> prices =
                Store.of(database.database.jdbi, table).repository(table);
        DynamicObject one = prices.create(type.with(id, 1L)
                .with(price, new BigDecimal("1.50"))
                .with(count, 1L)
                .build());
        one.set(count, 2L);
        Repository<DynamicObject> expecting = prices.expecting(price, new BigDecimal("1.5"));

        UnexpectedValuesConflict conflict = catchThrowableOfType(
                UnexpectedValuesConflict.class,
                () -> expecting.expecting(count, 99L).save(one));

        assertThat(conflict.actual()).containsOnly(java.util.Map.entry(count, 1L));
        if (database.database.engine() == Engine.SQLITE) { // where decimals are texts
            assertThatThrownBy(() -> expecting.save(one)).isInstanceOf(UnexpectedValuesConflict.class);
        } else {
            expecting.save(one);
        }
    }

    @Test
    void expecting_onAStaleObject_isAConcurrentUpdate() {
        Volume volume = database.saved("v");
        database.changeElsewhere("v", "error");
        volume.set(Volume.SIZE, 9L);

        assertThatThrownBy(() -> volumes.expecting(Volume.STATE, "available").save(volume))
                .isInstanceOf(ConcurrentUpdateConflict.class);
    }

    @Test
    void expecting_onDelete_keepsTheRow() {
        Volume volume = database.saved("v");

        assertThatThrownBy(() -> volumes.expecting(Volume.STATE, "error").delete(volume))
                .isInstanceOf(UnexpectedValuesConflict.class);
        volumes.expecting(Volume.STATE, "available").delete(volume);

        assertThat(volumes.find(Volume.NAME, "v")).isEmpty();
    }

    @Test
    void expecting_ofAReference_comparesItsKey() {
        Volume volume = database.saved("v");
        Attachment attachment = database.attachments.create(Attachment.of(volume, "a"));
        attachment.set(Attachment.HOST, "b");

        database.attachments.expecting(Attachment.VOLUME, database.loaded("v")).save(attachment);

        attachment.set(Attachment.HOST, "c");
        assertThatThrownBy(() -> database.attachments
                        .expecting(Attachment.VOLUME, database.saved("w"))
                        .save(attachment))
                .isInstanceOf(UnexpectedValuesConflict.class)
                .hasMessageContaining("expected volume=2 but found 1");
    }

    // ---- soft deletion ----

    @Test
    void softDelete_hidesTheRow_andRestoreShowsItAgain() {
        Volume volume = database.saved("v");

        volumes.softDelete(volume);

        assertThat(volume.deletedAt()).isEqualTo(VolumeDatabase.NOW);
        assertThat(volume.isDeleted()).isTrue();
        assertThat(volume.hasChanges()).isFalse();
        assertThat(volume.get(Volume.GENERATION)).isEqualTo(1);
        assertThat(volumes.find(Volume.NAME, "v")).isEmpty();
        assertThatThrownBy(() -> volumes.modify(Volume.NAME, "v", each -> {})).isInstanceOf(NotFoundException.class);
        Volume row = database.loaded("v");
        assertThat(row.isDeleted()).isTrue();
        assertThat(row.get(Timestamps.UPDATED_AT)).isNull();

        volumes.restore(row);

        assertThat(volumes.require(Volume.NAME, "v").get(SoftDeletable.DELETED_AT))
                .isNull();
        assertThat(row.isDeleted()).isFalse();
        assertThatThrownBy(() -> volumes.restore(volume)).isInstanceOf(ConcurrentUpdateConflict.class);
    }

    @Test
    void softDelete_ofWhatIsDeleted_andRestoreOfWhatIsNot_areRefused() {
        Volume volume = database.saved("v");
        assertThatThrownBy(() -> volumes.restore(volume))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("it is not deleted");
        volumes.softDelete(volume);

        assertThatThrownBy(() -> volumes.softDelete(volume))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("it is deleted already");
        assertThatThrownBy(() -> database.database.consumers.softDelete(database.database.savedConsumer()))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("declare softDelete(…)");
    }

    // ---- guarded deletion ----

    @Test
    void delete_unlessReferenced_keepsWhatIsReferredTo() {
        Volume volume = database.saved("v");
        Attachment attachment = database.attachments.create(Attachment.of(volume, "a"));
        Repository<Volume> guarded = volumes.unlessReferencedBy(database.attachmentTable);

        StillReferencedConflict conflict =
                catchThrowableOfType(StillReferencedConflict.class, () -> guarded.delete(volume));

        assertThat(conflict.referencingTable()).contains("attachments");
        assertThat(conflict.isOn(Volume.ID)).isTrue();
        assertThat(conflict)
                .hasMessage("[StillReferencedConflict] cinder.Volume 1.0 name='v': rows of the table attachments still"
                        + " refer to it of the table volumes");
        database.attachments.delete(attachment);
        guarded.delete(volume);
        assertThat(volumes.find(Volume.NAME, "v")).isEmpty();
    }

    @Test
    void delete_unlessReferenced_ofAStaleOrMissingRow_saysThat() {
        Volume volume = database.saved("v");
        database.attachments.create(Attachment.of(volume, "a"));
        database.changeElsewhere("v", "error");
        Repository<Volume> guarded = volumes.unlessReferencedBy(database.attachmentTable);

        assertThatThrownBy(() -> guarded.delete(volume)).isInstanceOf(ConcurrentUpdateConflict.class);
        volumes.delete(database.loaded("v"));
        assertThatThrownBy(() -> guarded.delete(volume)).isInstanceOf(GoneConflict.class);
        assertThatThrownBy(() -> volumes.unlessReferencedBy(database.volumeTable))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("declares no reference to");
    }

    @Test
    void softDelete_unlessReferenced_keepsWhatIsReferredTo() {
        Volume volume = database.saved("v");
        Attachment attachment = database.attachments.create(Attachment.of(volume, "a"));
        Repository<Volume> guarded = volumes.unlessReferencedBy(database.attachmentTable);

        assertThatThrownBy(() -> guarded.softDelete(volume)).isInstanceOf(StillReferencedConflict.class);

        assertThat(volumes.find(Volume.NAME, "v")).isPresent();
        assertThat(volume.isDeleted()).isFalse();
        guarded.touch(volume);
        database.attachments.delete(attachment);
        guarded.softDelete(volume);
        assertThat(volumes.find(Volume.NAME, "v")).isEmpty();
    }

    // ---- cascade ----

    @Test
    void cascading_createsAndSavesWhatIsReferredTo_first() {
        Repository<Attachment> cascading = database.attachments.cascading();
        Attachment attachment = cascading.create(Attachment.of(Volume.named("v"), "a"));
        assertThat(attachment.hasChanges()).isFalse();
        Volume volume = attachment.get(Attachment.VOLUME);
        volume.set(Volume.STATE, "in-use");
        attachment.set(Attachment.HOST, "b");

        Saved saved = cascading.save(attachment);

        assertThat(saved.unsaved()).isEmpty();
        assertThat(database.loaded("v").get(Volume.STATE)).isEqualTo("in-use");
        assertThat(volume.get(Volume.GENERATION)).isEqualTo(1);
        assertThat(attachment.hasChanges()).isFalse();
    }

    @Test
    void cascading_whereThereIsAConflictInside_savesNothing_andAllGoBack() {
        Attachment attachment = database.attachments.cascading().create(Attachment.of(Volume.named("v"), "a"));
        database.changeElsewhere("v", "error");
        attachment.get(Attachment.VOLUME).set(Volume.STATE, "in-use");
        attachment.set(Attachment.HOST, "b");
        String before = TestDatabase.state(attachment);

        assertThatThrownBy(() -> database.attachments.cascading().save(attachment))
                .isInstanceOf(ConcurrentUpdateConflict.class)
                .hasMessageContaining("cinder.Volume 1.0 name='v'");

        assertThat(TestDatabase.state(attachment)).isEqualTo(before);
        assertThat(database.attachments
                        .require(Attachment.ID, attachment.get(Attachment.ID))
                        .get(Attachment.HOST))
                .isEqualTo("a");
    }

    @Test
    void cascading_inATransactionThatGoesOn_savesNothingWhereTheOuterOneFails() {
        Attachment attachment = database.attachments.cascading().create(Attachment.of(Volume.named("v"), "a"));
        database.attachments.delete(database.attachments.require(Attachment.ID, attachment.get(Attachment.ID)));
        attachment.get(Attachment.VOLUME).set(Volume.STATE, "in-use");
        attachment.set(Attachment.HOST, "b");
        String before = TestDatabase.state(attachment);

        database.store.write(() -> {
            assertThatThrownBy(() -> database.attachments.cascading().save(attachment))
                    .isInstanceOf(GoneConflict.class);
            database.saved("w");
        });

        assertThat(TestDatabase.state(attachment)).isEqualTo(before);
        assertThat(database.loaded("v").get(Volume.STATE)).isEqualTo("available");
        assertThat(database.loaded("w")).isNotNull();
    }

    @Test
    void cascading_whereTheOuterOneFails_putsTheInnerOneBack() {
        Volume existing = database.saved("v");
        Volume created = Volume.named("w");
        Attachment attachment = Attachment.TYPE.with(Attachment.VOLUME, created).build();
        database.database.execute("DROP TABLE attachments");

        assertThatThrownBy(() -> database.attachments.cascading().create(attachment))
                .isInstanceOf(NoSuchTableOrColumnException.class);

        assertThat(created.isSet(Volume.ID)).isFalse();
        assertThat(volumes.find(Volume.NAME, "w")).isEmpty();
        assertThat(existing.hasChanges()).isFalse();
    }
}
