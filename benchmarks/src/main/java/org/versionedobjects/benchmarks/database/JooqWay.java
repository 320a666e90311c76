package org.versionedobjects.benchmarks.database;

import static org.versionedobjects.benchmarks.database.jooq.Consumers.CONSUMERS;
import static org.versionedobjects.benchmarks.database.jooq.Owners.PROJECTS;
import static org.versionedobjects.benchmarks.database.jooq.Owners.USERS;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record10;
import org.jooq.Row6;
import org.jooq.SQLDialect;
import org.jooq.SelectConditionStep;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.Settings;
import org.jooq.exception.DataChangedException;
import org.jooq.impl.DSL;
import org.versionedobjects.benchmarks.database.jooq.ConsumersRecord;

/**
 * jOOQ: a record for one row, the DSL for many. Its batch tells of each row whether it was updated, and its insert of many
 * rows returns their keys.
 */
final class JooqWay implements DatabaseWay<JooqWay.Consumer> {
    /** A consumer as jOOQ's record of its row, with the names that are in other tables. */
    static final class Consumer {
        private final ConsumersRecord row;
        private final String project;
        private final String user;

        Consumer(ConsumersRecord row, String project, String user) {
            this.row = row;
            this.project = project;
            this.user = user;
        }
    }

    static final String NAME = "jOOQ";

    /** What saves one of many; its values stand for those of each. */
    private static final Query UPDATE = DSL.update(CONSUMERS)
            .set(CONSUMERS.consumerTypeId, 0L)
            .set(CONSUMERS.updatedAt, LocalDateTime.MIN)
            .set(CONSUMERS.generation, 0L)
            .where(CONSUMERS.id.eq(0L))
            .and(CONSUMERS.generation.eq(0L));

    private final DSLContext context;

    JooqWay(BenchmarkDatabase database) {
        Settings settings = new Settings().withExecuteLogging(false).withExecuteWithOptimisticLocking(true);
        SQLDialect dialect = switch (database.engine()) {
            case H2 -> {
                settings.setRenderNameCase(RenderNameCase.UPPER); // as H2 keeps names that were not quoted
                yield SQLDialect.H2;
            }
            case POSTGRESQL -> SQLDialect.POSTGRES;
        };
        context = DSL.using(database.dataSource(), dialect, settings);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Consumer make(ConsumerRow row) {
        ConsumersRecord made = context.newRecord(CONSUMERS);
        made.set(CONSUMERS.uuid, row.uuid());
        made.set(CONSUMERS.projectId, row.projectId());
        made.set(CONSUMERS.userId, row.userId());
        made.set(CONSUMERS.consumerTypeId, row.consumerTypeId());
        return new Consumer(made, row.projectExternalId(), row.userExternalId());
    }

    @Override
    public ConsumerRow row(Consumer consumer) {
        ConsumersRecord row = consumer.row;
        return ConsumerRow.ofColumns(
                row.get(CONSUMERS.id),
                row.get(CONSUMERS.uuid),
                row.get(CONSUMERS.projectId),
                consumer.project,
                row.get(CONSUMERS.userId),
                consumer.user,
                row.get(CONSUMERS.generation),
                row.get(CONSUMERS.consumerTypeId),
                row.get(CONSUMERS.createdAt),
                row.get(CONSUMERS.updatedAt));
    }

    @Override
    public Consumer insert(Consumer consumer) {
        ConsumersRecord row = consumer.row;
        row.set(CONSUMERS.generation, -1L); // jOOQ adds 1
        row.set(CONSUMERS.createdAt, PlainWay.columnNow());
        row.insert();
        return consumer;
    }

    @Override
    public Consumer load(UUID uuid) {
        return select(CONSUMERS.uuid.eq(uuid)).fetchSingle(JooqWay::consumer);
    }

    @Override
    public List<Consumer> page(long afterId) {
        return select(CONSUMERS.id.gt(afterId))
                .orderBy(CONSUMERS.id)
                .limit(PAGE)
                .fetch(JooqWay::consumer);
    }

    private SelectConditionStep<
                    Record10<Long, UUID, Long, Long, Long, Long, LocalDateTime, LocalDateTime, String, String>>
            select(Condition condition) {
        return context.select(
                        CONSUMERS.id,
                        CONSUMERS.uuid,
                        CONSUMERS.projectId,
                        CONSUMERS.userId,
                        CONSUMERS.generation,
                        CONSUMERS.consumerTypeId,
                        CONSUMERS.createdAt,
                        CONSUMERS.updatedAt,
                        PROJECTS.externalId,
                        USERS.externalId)
                .from(CONSUMERS)
                .join(PROJECTS)
                .on(PROJECTS.id.eq(CONSUMERS.projectId))
                .join(USERS)
                .on(USERS.id.eq(CONSUMERS.userId))
                .where(condition);
    }

    private static Consumer consumer(
            Record10<Long, UUID, Long, Long, Long, Long, LocalDateTime, LocalDateTime, String, String> joined) {
        return new Consumer(joined.into(CONSUMERS), joined.value9(), joined.value10());
    }

    @Override
    public void changeType(Consumer consumer, long typeId) {
        consumer.row.set(CONSUMERS.consumerTypeId, typeId);
    }

    @Override
    public boolean save(Consumer consumer) {
        consumer.row.set(CONSUMERS.updatedAt, PlainWay.columnNow());
        try {
            consumer.row.update();
            return true;
        } catch (DataChangedException e) {
            return false;
        }
    }

    @Override
    public Set<Integer> saveAll(List<Consumer> consumers) {
        LocalDateTime now = PlainWay.columnNow();
        int[] counts = context.transactionResult(transaction -> transaction
                .dsl()
                .batch(UPDATE)
                .bind(consumers.stream()
                        .map(consumer -> changed(consumer.row, now))
                        .toArray(Object[][]::new))
                .execute());
        Set<Integer> stale = new LinkedHashSet<>();
        for (int position = 0; position < counts.length; position++) {
            if (counts[position] == 0) {
                stale.add(position);
            } else {
                saved(consumers.get(position).row, now);
            }
        }
        return stale;
    }

    private static Object[] changed(ConsumersRecord row, LocalDateTime now) {
        Long generation = row.get(CONSUMERS.generation);
        return new Object[] {row.get(CONSUMERS.consumerTypeId), now, generation + 1, row.get(CONSUMERS.id), generation};
    }

    private static void saved(ConsumersRecord row, LocalDateTime now) {
        row.set(CONSUMERS.generation, row.get(CONSUMERS.generation) + 1);
        row.set(CONSUMERS.updatedAt, now);
        row.changed(false);
    }

    @Override
    public List<Consumer> insertAll(List<Consumer> consumers) {
        LocalDateTime now = PlainWay.columnNow();
        List<Row6<UUID, Long, Long, Long, Long, LocalDateTime>> values = new ArrayList<>(consumers.size());
        Map<UUID, ConsumersRecord> rows = new HashMap<>();
        for (Consumer consumer : consumers) {
            ConsumersRecord row = consumer.row;
            row.set(CONSUMERS.generation, 0L);
            row.set(CONSUMERS.createdAt, now);
            rows.put(row.get(CONSUMERS.uuid), row);
            values.add(DSL.row(
                    row.get(CONSUMERS.uuid),
                    row.get(CONSUMERS.projectId),
                    row.get(CONSUMERS.userId),
                    row.get(CONSUMERS.generation),
                    row.get(CONSUMERS.consumerTypeId),
                    row.get(CONSUMERS.createdAt)));
        }
        context.insertInto(
                        CONSUMERS,
                        CONSUMERS.uuid,
                        CONSUMERS.projectId,
                        CONSUMERS.userId,
                        CONSUMERS.generation,
                        CONSUMERS.consumerTypeId,
                        CONSUMERS.createdAt)
                .valuesOfRows(values)
                .returningResult(CONSUMERS.id, CONSUMERS.uuid)
                .fetch()
                .forEach(key -> inserted(Objects.requireNonNull(rows.get(key.value2())), key.value1()));
        return consumers;
    }

    private static void inserted(ConsumersRecord row, Long id) {
        row.set(CONSUMERS.id, id);
        row.changed(false);
    }

    @Override
    public void close() {
        // has opened nothing
    }
}
