package org.versionedobjects.benchmarks.database;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** JDBI as it is used by itself: named parameters, a lambda for each row. */
final class JdbiWay extends PlainWay {
    static final String NAME = "JDBI";

    private final Jdbi jdbi;

    JdbiWay(BenchmarkDatabase database) {
        jdbi = Jdbi.create(database.dataSource());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PlainConsumer insert(PlainConsumer consumer) {
        Instant now = now();
        long key = jdbi.withHandle(handle -> bindNew(handle.createUpdate(ConsumerSql.INSERT), consumer, now)
                .executeAndReturnGeneratedKeys(KEY)
                .mapTo(long.class)
                .one());
        consumer.inserted(key, now);
        return consumer;
    }

    private static <S extends SqlStatement<S>> S bindNew(S statement, PlainConsumer consumer, Instant now) {
        return statement
                .bind("uuid", consumer.uuid)
                .bind("project_id", consumer.project.id())
                .bind("user_id", consumer.user.id())
                .bind("generation", consumer.generation)
                .bind("consumer_type_id", consumer.consumerTypeId)
                .bind("created_at", column(now));
    }

    @Override
    public PlainConsumer load(UUID uuid) {
        return jdbi.withHandle(handle -> handle.createQuery(ConsumerSql.LOAD)
                .bind("uuid", uuid)
                .map((row, context) -> PlainConsumer.of(row))
                .one());
    }

    @Override
    public boolean save(PlainConsumer consumer) {
        Instant now = now();
        boolean isSaved = jdbi.withHandle(handle -> bindChanged(handle.createUpdate(ConsumerSql.UPDATE), consumer, now)
                        .execute()
                == 1);
        if (isSaved) {
            consumer.updated(now);
        }
        return isSaved;
    }

    private static <S extends SqlStatement<S>> S bindChanged(S statement, PlainConsumer consumer, Instant now) {
        return statement
                .bind("consumer_type_id", consumer.consumerTypeId)
                .bind("next", consumer.generation + 1)
                .bind("updated_at", column(now))
                .bind("id", consumer.id)
                .bind("generation", consumer.generation);
    }

    @Override
    public Set<Integer> saveAll(List<PlainConsumer> consumers) {
        Instant now = now();
        int[] counts = jdbi.inTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(ConsumerSql.UPDATE);
            consumers.forEach(consumer -> bindChanged(batch, consumer, now).add());
            return batch.execute();
        });
        Set<Integer> stale = new LinkedHashSet<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                consumers.get(i).updated(now);
            } else {
                stale.add(i);
            }
        }
        return stale;
    }

    @Override
    public List<PlainConsumer> insertAll(List<PlainConsumer> consumers) {
        Instant now = now();
        List<Long> keys = jdbi.inTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(ConsumerSql.INSERT);
            consumers.forEach(consumer -> bindNew(batch, consumer, now).add());
            return batch.executePreparedBatch(KEY).mapTo(long.class).list();
        });
        for (int i = 0; i < keys.size(); i++) {
            consumers.get(i).inserted(keys.get(i), now);
        }
        return consumers;
    }

    @Override
    public List<PlainConsumer> page(long afterId) {
        return jdbi.withHandle(handle -> handle.createQuery(ConsumerSql.PAGE)
                .bind("after", afterId)
                .map((row, context) -> PlainConsumer.of(row))
                .list());
    }
}
