package org.versionedobjects.benchmarks.database;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.benchmarks.database.hibernate.ConsumerEntity;

/**
 * Hibernate's session. Objects live longer than sessions here, as they do between two requests, so to save them it finds the
 * rows first, one or all with one query, and changes those that are as old as the objects; this is quicker than to merge.
 *
 * <p>Reads are read-only, for which the session keeps no second copy.
 */
final class HibernateSessionWay extends HibernateWay {
    static final String NAME = "Hibernate Session";

    HibernateSessionWay(BenchmarkDatabase database) throws SQLException {
        super(NAME, database);
    }

    @Override
    public ConsumerEntity insert(ConsumerEntity consumer) {
        consumer.createdAt = PlainWay.columnNow();
        sessions.inTransaction(session -> session.persist(consumer));
        return consumer;
    }

    @Override
    public ConsumerEntity load(UUID uuid) {
        return sessions.fromSession(
                session -> withUuid(session, uuid).setReadOnly(true).getSingleResult());
    }

    @Override
    public boolean save(ConsumerEntity consumer) {
        LocalDateTime now = PlainWay.columnNow();
        try {
            boolean isFresh = sessions.fromTransaction(
                    session -> isChanged(session.find(ConsumerEntity.class, consumer.id), consumer, now));
            if (isFresh) {
                saved(consumer, now);
            }
            return isFresh;
        } catch (OptimisticLockException e) {
            return false;
        }
    }

    private static boolean isChanged(@Nullable ConsumerEntity row, ConsumerEntity consumer, LocalDateTime now) {
        if (row == null || !row.generation.equals(consumer.generation)) {
            return false;
        }
        row.consumerTypeId = consumer.consumerTypeId;
        row.updatedAt = now;
        return true;
    }

    private static void saved(ConsumerEntity consumer, LocalDateTime now) {
        consumer.generation++;
        consumer.updatedAt = now;
    }

    @Override
    public Set<Integer> saveAll(List<ConsumerEntity> consumers) {
        LocalDateTime now = PlainWay.columnNow();
        Set<Integer> stale = sessions.fromTransaction(session -> {
            Iterator<ConsumerEntity> rows =
                    session.findMultiple(ConsumerEntity.class, ids(consumers)).iterator();
            return StaleRows.find(consumers, consumer -> !isChanged(rows.next(), consumer, now));
        });
        StaleRows.fresh(consumers, stale).forEach(consumer -> saved(consumer, now));
        return stale;
    }

    @Override
    public List<ConsumerEntity> insertAll(List<ConsumerEntity> consumers) {
        LocalDateTime now = PlainWay.columnNow();
        sessions.inTransaction(session -> {
            for (ConsumerEntity consumer : consumers) {
                consumer.createdAt = now;
                session.persist(consumer);
            }
        });
        return consumers;
    }

    @Override
    public List<ConsumerEntity> page(long afterId) {
        return sessions.fromSession(
                session -> pageAfter(session, afterId).setReadOnly(true).getResultList());
    }
}
