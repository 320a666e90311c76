package org.versionedobjects.benchmarks.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** JDBC by hand: statements of a pooled connection, batches for many rows. */
class JdbcWay extends PlainWay {
    static final String NAME = "JDBC by hand";

    private static final String INSERT = ConsumerSql.marked(ConsumerSql.INSERT);
    private static final String UPDATE = ConsumerSql.marked(ConsumerSql.UPDATE);
    private static final String LOAD = ConsumerSql.marked(ConsumerSql.LOAD);
    private static final String PAGE_AFTER = ConsumerSql.marked(ConsumerSql.PAGE);

    private final DataSource dataSource;

    JdbcWay(BenchmarkDatabase database) {
        dataSource = database.dataSource();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PlainConsumer insert(PlainConsumer consumer) throws SQLException {
        Instant now = now();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT, new String[] {KEY})) {
            bindNew(statement, 0, consumer, now);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                consumer.inserted(keys.getLong(1), now);
            }
        }
        return consumer;
    }

    /** Binds the values of a new row to the parameters after some others. */
    static void bindNew(PreparedStatement statement, int after, PlainConsumer consumer, Instant now)
            throws SQLException {
        statement.setObject(after + 1, consumer.uuid);
        statement.setLong(after + 2, consumer.project.id());
        statement.setLong(after + 3, consumer.user.id());
        statement.setLong(after + 4, consumer.generation);
        statement.setLong(after + 5, consumer.consumerTypeId);
        statement.setObject(after + 6, column(now));
    }

    @Override
    public PlainConsumer load(UUID uuid) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LOAD)) {
            statement.setObject(1, uuid);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return PlainConsumer.of(row);
            }
        }
    }

    @Override
    public boolean save(PlainConsumer consumer) throws SQLException {
        Instant now = now();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            bindChanged(statement, consumer, now);
            boolean isSaved = statement.executeUpdate() == 1;
            if (isSaved) {
                consumer.updated(now);
            }
            return isSaved;
        }
    }

    private static void bindChanged(PreparedStatement statement, PlainConsumer consumer, Instant now)
            throws SQLException {
        statement.setLong(1, consumer.consumerTypeId);
        statement.setLong(2, consumer.generation + 1);
        statement.setObject(3, column(now));
        statement.setLong(4, consumer.id);
        statement.setLong(5, consumer.generation);
    }

    @Override
    public Set<Integer> saveAll(List<PlainConsumer> consumers) throws SQLException {
        Instant now = now();
        Set<Integer> stale = new LinkedHashSet<>();
        inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
                for (PlainConsumer consumer : consumers) {
                    bindChanged(statement, consumer, now);
                    statement.addBatch();
                }
                int[] counts = statement.executeBatch();
                for (int i = 0; i < counts.length; i++) {
                    if (counts[i] == 1) {
                        consumers.get(i).updated(now);
                    } else {
                        stale.add(i);
                    }
                }
            }
        });
        return stale;
    }

    @Override
    public List<PlainConsumer> insertAll(List<PlainConsumer> consumers) throws SQLException {
        Instant now = now();
        inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(INSERT, new String[] {KEY})) {
                for (PlainConsumer consumer : consumers) {
                    bindNew(statement, 0, consumer, now);
                    statement.addBatch();
                }
                statement.executeBatch();
                try (ResultSet keys = statement.getGeneratedKeys()) {
                    for (PlainConsumer consumer : consumers) {
                        keys.next();
                        consumer.inserted(keys.getLong(1), now);
                    }
                }
            }
        });
        return consumers;
    }

    @Override
    public List<PlainConsumer> page(long afterId) throws SQLException {
        List<PlainConsumer> page = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PAGE_AFTER)) {
            statement.setLong(1, afterId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    page.add(PlainConsumer.of(row));
                }
            }
        }
        return page;
    }

    /** What is done on a connection. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    final void inTransaction(Work work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            work.on(connection);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
