package org.versionedobjects.benchmarks.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A consumer as a plain object that knows nothing of databases and changes. */
final class PlainConsumer {
    /** Its project or user. */
    record Owner(long id, String externalId) {}

    long id;

    final UUID uuid;
    final Owner project;
    final Owner user;
    long generation;
    long consumerTypeId;

    @Nullable
    Instant createdAt;

    @Nullable
    Instant updatedAt;

    private PlainConsumer(UUID uuid, Owner project, Owner user) {
        this.uuid = uuid;
        this.project = project;
        this.user = user;
    }

    static PlainConsumer of(ConsumerRow row) {
        PlainConsumer consumer = new PlainConsumer(
                row.uuid(),
                new Owner(row.projectId(), row.projectExternalId()),
                new Owner(row.userId(), row.userExternalId()));
        consumer.consumerTypeId = row.consumerTypeId();
        return consumer;
    }

    /** Makes one of a row of {@link ConsumerSql}'s queries. */
    static PlainConsumer of(ResultSet row) throws SQLException {
        PlainConsumer consumer = new PlainConsumer(
                row.getObject(2, UUID.class),
                new Owner(row.getLong(3), row.getString(4)),
                new Owner(row.getLong(5), row.getString(6)));
        consumer.id = row.getLong(1);
        consumer.generation = row.getLong(7);
        consumer.consumerTypeId = row.getLong(8);
        consumer.createdAt = instant(row.getObject(9, LocalDateTime.class));
        consumer.updatedAt = instant(row.getObject(10, LocalDateTime.class));
        return consumer;
    }

    ConsumerRow row() {
        return new ConsumerRow(
                id,
                uuid,
                project.id,
                project.externalId,
                user.id,
                user.externalId,
                generation,
                consumerTypeId,
                createdAt,
                updatedAt);
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    /** Notes that a row was inserted. */
    void inserted(long key, Instant now) {
        id = key;
        createdAt = now;
    }

    /** Notes that the row was changed. */
    void updated(Instant now) {
        generation++;
        updatedAt = now;
    }
}
