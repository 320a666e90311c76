package org.versionedobjects.benchmarks.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** JDBC by hand with the statements that an engine is fastest with for many rows. */
final class JdbcOneStatementWay extends JdbcWay {
    static final String NAME = "JDBC by hand, one statement";

    private static final String UPDATE_ARRAYS = "UPDATE consumers AS c SET consumer_type_id = given.type,"
            + " generation = given.generation + 1, updated_at = ?"
            + " FROM unnest(?::int8[], ?::int8[], ?::int8[]) AS given(id, generation, type)"
            + " WHERE c.id = given.id AND c.generation = given.generation RETURNING c.id";
    private static final String INSERT_ARRAYS = "INSERT INTO consumers"
            + " (uuid, project_id, user_id, generation, consumer_type_id, created_at)"
            + " SELECT given.*, ?::timestamp FROM unnest(?::uuid[], ?::int8[], ?::int8[], ?::int8[], ?::int8[]) AS given"
            + " RETURNING uuid, id";
    private static final String MARKS = "(?, ?, ?, ?, ?, ?)";

    /** More rows than this make a statement of H2 slower for each. */
    private static final int ROWS = 100;

    private final Engine engine;

    JdbcOneStatementWay(BenchmarkDatabase database) {
        super(database);
        engine = database.engine();
    }

    @Override
    public String name() {
        return NAME;
    }

    /** On H2 nothing is faster than a batch. */
    @Override
    public Set<Integer> saveAll(List<PlainConsumer> consumers) throws SQLException {
        return engine == Engine.POSTGRESQL ? saveArrays(consumers) : super.saveAll(consumers);
    }

    private Set<Integer> saveArrays(List<PlainConsumer> consumers) throws SQLException {
        Instant now = now();
        Set<Integer> stale = new LinkedHashSet<>();
        inTransaction(connection -> {
            Set<Long> saved = new HashSet<>();
            try (PreparedStatement statement = connection.prepareStatement(UPDATE_ARRAYS)) {
                statement.setObject(1, column(now));
                setArray(statement, 2, "int8", consumers, consumer -> consumer.id);
                setArray(statement, 3, "int8", consumers, consumer -> consumer.generation);
                setArray(statement, 4, "int8", consumers, consumer -> consumer.consumerTypeId);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        saved.add(row.getLong(1));
                    }
                }
            }
            for (int i = 0; i < consumers.size(); i++) {
                if (saved.contains(consumers.get(i).id)) {
                    consumers.get(i).updated(now);
                } else {
                    stale.add(i);
                }
            }
        });
        return stale;
    }

    @Override
    public List<PlainConsumer> insertAll(List<PlainConsumer> consumers) throws SQLException {
        Instant now = now();
        inTransaction(connection -> {
            if (engine == Engine.POSTGRESQL) {
                insertArrays(connection, consumers, now);
            } else {
                for (int from = 0; from < consumers.size(); from += ROWS) {
                    insertRows(connection, consumers.subList(from, Math.min(from + ROWS, consumers.size())), now);
                }
            }
        });
        return consumers;
    }

    private static void insertArrays(Connection connection, List<PlainConsumer> consumers, Instant now)
            throws SQLException {
        Map<UUID, Long> keys = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(INSERT_ARRAYS)) {
            statement.setObject(1, column(now));
            setArray(statement, 2, "uuid", consumers, consumer -> consumer.uuid);
            setArray(statement, 3, "int8", consumers, consumer -> consumer.project.id());
            setArray(statement, 4, "int8", consumers, consumer -> consumer.user.id());
            setArray(statement, 5, "int8", consumers, consumer -> consumer.generation);
            setArray(statement, 6, "int8", consumers, consumer -> consumer.consumerTypeId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    keys.put(row.getObject(1, UUID.class), row.getLong(2));
                }
            }
        }
        consumers.forEach(consumer -> consumer.inserted(Objects.requireNonNull(keys.get(consumer.uuid)), now));
    }

    private static void setArray(
            PreparedStatement statement,
            int index,
            String type,
            List<PlainConsumer> consumers,
            Function<PlainConsumer, Object> value)
            throws SQLException {
        Object[] values = consumers.stream().map(value).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    private static void insertRows(Connection connection, List<PlainConsumer> consumers, Instant now)
            throws SQLException {
        String sql =
                "INSERT INTO consumers (uuid, project_id, user_id, generation, consumer_type_id, created_at) VALUES "
                        + String.join(", ", Collections.nCopies(consumers.size(), MARKS));
        try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {KEY})) {
            int index = 0;
            for (PlainConsumer consumer : consumers) {
                bindNew(statement, index, consumer, now);
                index += 6;
            }
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                for (PlainConsumer consumer : consumers) {
                    keys.next();
                    consumer.inserted(keys.getLong(1), now);
                }
            }
        }
    }
}
