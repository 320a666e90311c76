package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.versionedobjects.persistence.Condition.notEqual;
import static org.versionedobjects.persistence.Condition.startsWith;
import static org.versionedobjects.persistence.Order.descending;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.TimeZone;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.versionedobjects.UnknownFieldException;
import org.versionedobjects.types.SoftDeletable;
import org.versionedobjects.types.Timestamps;

/** Rows made of those of other tables. */
@NullUnmarked // NullAway does not see that a Field<@Nullable T> takes null
@OnEveryEngine
class InsertFromTest {
    private final TimeZone zone = TimeZone.getDefault();
    private final VolumeDatabase database;
    private final Repository<Volume> volumes;
    private final Repository<Attachment> attachments;

    InsertFromTest(Engine engine) {
        this.database = new VolumeDatabase(engine);
        this.volumes = database.volumes;
        this.attachments = database.attachments;
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        for (long size = 1; size <= 3; size++) {
            Volume volume = Volume.named("v" + size);
            volume.set(Volume.SIZE, size);
            volumes.create(volume);
        }
        database.database.forget();
    }

    @AfterEach
    void restoreZone() {
        TimeZone.setDefault(zone);
    }

    private Query<Volume> all() {
        return volumes.query();
    }

    @Test
    void rows_areMadeOfColumnsAndValues_inOneStatement() {
        long count = attachments
                .insertFrom(all().where(notEqual(Volume.SIZE, 2L)))
                .refer(Attachment.VOLUME)
                .copy(Attachment.HOST, Volume.NAME)
                .execute();

        assertThat(count).isEqualTo(2);
        assertThat(database.database.statements).hasSize(1);
        assertThat(attachments.query().list())
                .extracting(attachment -> attachment.get(Attachment.VOLUME).get(Volume.NAME))
                .containsExactlyInAnyOrder("v1", "v3");
        assertThat(attachments.query().list())
                .extracting(attachment -> attachment.get(Attachment.HOST))
                .containsExactlyInAnyOrder("v1", "v3");
    }

    private String zonedTime() {
        return switch (database.database.engine()) {
            case H2, POSTGRESQL -> "timestamp(6) with time zone";
            default -> "${time}";
        };
    }

    @Test
    void rows_startAsCreatedOnesDo() {
        database.database.execute("CREATE TABLE old (id bigint PRIMARY KEY, name varchar(99), state varchar(20), size"
                + " bigint, generation bigint NOT NULL, created_at " + zonedTime()
                + ", updated_at ${time}, deleted_at ${time},"
                + " deleted boolean)");
        Table<Volume> oldTable = Table.of(Volume.TYPE, "old")
                .key(Volume.ID)
                .generation(Volume.GENERATION)
                .createdAt(Timestamps.CREATED_AT)
                .updatedAt(Timestamps.UPDATED_AT)
                .softDelete(SoftDeletable.DELETED_AT, SoftDeletable.DELETED)
                .build();
        Repository<Volume> old = Store.builder(database.database.jdbi)
                .clock(Clock.fixed(VolumeDatabase.NOW.plusSeconds(9), ZoneOffset.UTC))
                .tables(oldTable)
                .build()
                .repository(oldTable);
        database.changeElsewhere("v1", "error");

        long count = old.insertFrom(all().orderBy(descending(Volume.NAME)).limit(2))
                .copy(Volume.ID, Volume.ID)
                .copy(Volume.NAME, Volume.NAME)
                .set(Volume.STATE, "it's ?")
                .set(Volume.SIZE, null)
                .execute();

        assertThat(count).isEqualTo(2);
        Volume copy = old.require(Volume.NAME, "v3");
        assertThat(copy.get(Volume.ID)).isEqualTo(3);
        assertThat(copy.get(Volume.STATE)).isEqualTo("it's ?");
        assertThat(copy.get(Volume.SIZE)).isNull();
        assertThat(copy.get(Volume.GENERATION)).isZero();
        assertThat(copy.createdAt()).isEqualTo(VolumeDatabase.NOW.plusSeconds(9));
        copy.set(Volume.STATE, "saved");
        old.save(copy);
        assertThat(old.require(Volume.NAME, "v3").get(Volume.GENERATION)).isEqualTo(1);
    }

    @Test
    void valuesOfManyKinds_areThoseOfTheColumn() {
        Instant time = Instant.parse("2026-01-02T03:04:05.000007Z");
        Consumer consumer = database.database.savedConsumer();
        Consumer other = database.database.newConsumer();

        long count = database.database
                .consumers
                .insertFrom(all().limit(1))
                .set(Consumer.UUID, other.get(Consumer.UUID))
                .set(Consumer.PROJECT, consumer.get(Consumer.PROJECT))
                .set(Consumer.USER, null)
                .set(Consumer.GENERATION, 7L)
                .copy(Consumer.CONSUMER_TYPE_ID, Volume.SIZE)
                .set(Timestamps.CREATED_AT, time)
                .execute();

        assertThat(count).isEqualTo(1);
        Consumer found = database.database.consumers.require(Consumer.UUID, other.get(Consumer.UUID));
        assertThat(found.get(Consumer.PROJECT).get(Project.ID))
                .isEqualTo(consumer.get(Consumer.PROJECT).get(Project.ID));
        assertThat(found.get(Consumer.USER)).isNull();
        assertThat(found.get(Consumer.GENERATION)).isEqualTo(7);
        assertThat(found.get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(1);
        assertThat(found.createdAt()).isEqualTo(time);
    }

    @Test
    void anInsert_thatTheDatabaseRefuses_tellsItsKind_andRollsBack() {
        InsertFrom<Volume, Volume> same =
                volumes.insertFrom(all().where(startsWith(Volume.NAME, "v"))).copy(Volume.NAME, Volume.NAME);

        StoreException failure = catchThrowableOfType(StoreException.class, same::execute);

        assertThat(failure.kind()).isEqualTo(FailureKind.DUPLICATE);
        assertThatThrownBy(() -> database.store.write(() -> {
                    attachments.insertFrom(all()).refer(Attachment.VOLUME).execute();
                    throw new IllegalStateException("stop");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(attachments.query().exists()).isFalse();
        assertThatThrownBy(() -> database.store.read(() -> same.execute()))
                .isInstanceOf(TransactionRefusedException.class);
    }

    @Test
    void whatMakesNoRow_isRefused_beforeAnyStatement() {
        Repository<Credential> credentials = database.database.credentials;
        Table<Volume> otherTable = Volume.table();
        Query<Volume> elsewhere = Store.of(database.database.jdbi, otherTable)
                .repository(otherTable)
                .query();

        assertThatThrownBy(() -> attachments.insertFrom(all()).set(Attachment.ID, 1L))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("keepKey()");
        assertThatThrownBy(() -> attachments.insertFrom(all()).copy(Attachment.HOST, Project.EXTERNAL_ID))
                .isInstanceOf(UnknownFieldException.class);
        assertThatThrownBy(() -> credentials.insertFrom(all()).set(Credential.NOTE, "n"))
                .isInstanceOf(UnknownFieldException.class);
        assertThatThrownBy(() ->
                        credentials.insertFrom(all()).set(Credential.TOKEN, "t").execute())
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("at name: the key has no value");
        assertThatThrownBy(() -> attachments.insertFrom(elsewhere).refer(Attachment.VOLUME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not refer to the table volumes");
        assertThatThrownBy(() -> attachments.insertFrom(all().forUpdate()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(database.database.statements).isEmpty();
    }
}
