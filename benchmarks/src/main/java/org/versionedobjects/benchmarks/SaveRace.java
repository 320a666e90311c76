package org.versionedobjects.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.versionedobjects.examples.quickstart.Consumer;
import org.versionedobjects.persistence.Repository;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.Table;

/** Saving one changed field under the generation, in H2 in memory, each with a connection from the same pool. */
final class SaveRace {
    private static final String SCHEMA =
            "CREATE TABLE consumers (id BIGINT PRIMARY KEY, uuid VARCHAR(36) NOT NULL UNIQUE,"
                    + " generation BIGINT NOT NULL, consumer_type_id BIGINT, created_at TIMESTAMP(6), updated_at TIMESTAMP(6))";
    private static final String UPDATE = "UPDATE consumers SET consumer_type_id = ?, generation = ?, updated_at = ?"
            + " WHERE id = ? AND generation = ?";

    private static final Table<Consumer> CONSUMERS = Table.of(Consumer.TYPE, "consumers")
            .key(Consumer.ID)
            .generation(Consumer.GENERATION)
            .without(Consumer.PROJECT)
            .without(Consumer.USER)
            .createdAt(Consumer.CREATED_AT)
            .updatedAt(Consumer.UPDATED_AT)
            .build();

    private final JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:save;DB_CLOSE_DELAY=-1", "sa", "");
    private final Repository<Consumer> consumers =
            Store.of(Jdbi.create(pool), CONSUMERS).repository(CONSUMERS);
    private long generation;
    private long saves;

    void run() throws Exception {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute(SCHEMA);
        }
        Consumer ours = consumer(1);
        consumer(2);
        saveByHand();
        save(ours);
        check(1, 1);
        check(1, 2);
        new Race(
                        "Save one changed field on H2",
                        new Contender("JDBC by hand", this::saveByHand),
                        new Contender("Repository.save", () -> save(ours)))
                .run();
        check(saves, 1);
        check(generation, 2);
        pool.dispose();
    }

    private Consumer consumer(long id) {
        return consumers.create(Consumer.TYPE
                .with(Consumer.ID, id)
                .with(Consumer.UUID, UUID.randomUUID())
                .build());
    }

    /** Saves a value that no call before had, so that there is always a statement; the row's generation counts them. */
    private int save(Consumer consumer) {
        consumer.set(Consumer.CONSUMER_TYPE_ID, ++saves);
        return consumers.save(consumer).fields().size();
    }

    private int saveByHand() throws Exception {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setLong(1, generation + 1);
            statement.setLong(2, generation + 1);
            statement.setObject(
                    3, OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC).toLocalDateTime());
            statement.setLong(4, 2);
            statement.setLong(5, generation);
            int count = statement.executeUpdate();
            if (count != 1) {
                throw new IllegalStateException("Somebody else was here");
            }
            generation++;
            return count;
        }
    }

    private void check(long expected, long id) throws Exception {
        try (Connection connection = pool.getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT generation FROM consumers WHERE id = " + id)) {
            if (!rows.next() || rows.getLong(1) != expected) {
                throw new IllegalStateException("The contenders did not do the same work");
            }
        }
    }
}
