package org.versionedobjects.persistence;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A database of volumes and what refers to them. */
final class VolumeDatabase {
    static final Instant NOW = TestDatabase.NOW;

    final Table<Volume> volumeTable = Volume.table();
    final Table<Attachment> attachmentTable = Attachment.table(volumeTable);
    final TestDatabase database;
    final Store store;
    final Repository<Volume> volumes;
    final Repository<Attachment> attachments;

    VolumeDatabase(Engine engine) {
        this(new TestDatabase(engine));
    }

    VolumeDatabase(TestDatabase database) {
        this.database = database;
        database.execute(Volume.SCHEMA);
        this.store = newStore().build();
        this.volumes = store.repository(volumeTable);
        this.attachments = store.repository(attachmentTable);
        database.forget();
    }

    Store.Builder newStore() {
        return Store.builder(database.jdbi)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .tables(volumeTable, attachmentTable);
    }

    Volume saved(String name) {
        Volume volume = volumes.create(Volume.named(name));
        database.forget();
        return volume;
    }

    Volume loaded(String name) {
        return volumes.includingDeleted().require(Volume.NAME, name);
    }

    /** Has somebody else change a field of a volume. */
    void changeElsewhere(String name, String state) {
        Volume other = loaded(name);
        other.set(Volume.STATE, state);
        volumes.save(other);
        database.forget();
    }
}
