package org.versionedobjects.benchmarks.database;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StaleStateException;
import org.hibernate.StatelessSession;
import org.versionedobjects.benchmarks.database.hibernate.ConsumerEntity;

/**
 * Hibernate's stateless session, which works on detached objects. It does not know what of an object has changed and updates
 * all columns that may change. One statement needs no transaction: it commits by itself.
 *
 * <p>A batch with a stale row fails as a whole. So it asks a server for the generations first and saves the fresh ones in a
 * batch; one that goes stale in between would fail them all. In H2, where statements are no round trips, it is quicker to
 * save row by row.
 */
final class HibernateStatelessWay extends HibernateWay {
    static final String NAME = "Hibernate StatelessSession";

    private final boolean isServer;

    HibernateStatelessWay(BenchmarkDatabase database) throws SQLException {
        super(NAME, database);
        isServer = database.engine() == Engine.POSTGRESQL;
    }

    @Override
    public ConsumerEntity insert(ConsumerEntity consumer) {
        consumer.createdAt = PlainWay.columnNow();
        sessions.inStatelessSession(session -> session.insert(consumer));
        return consumer;
    }

    @Override
    public ConsumerEntity load(UUID uuid) {
        return sessions.fromStatelessSession(session -> withUuid(session, uuid).getSingleResult());
    }

    @Override
    public boolean save(ConsumerEntity consumer) {
        LocalDateTime now = PlainWay.columnNow();
        return sessions.fromStatelessSession(session -> isSaved(session, consumer, now));
    }

    private static boolean isSaved(StatelessSession session, ConsumerEntity consumer, LocalDateTime now) {
        Long generation = consumer.generation;
        consumer.updatedAt = now;
        try {
            session.update(consumer);
            return true;
        } catch (StaleStateException e) {
            consumer.generation = generation; // it is the next one already
            return false;
        }
    }

    @Override
    public Set<Integer> saveAll(List<ConsumerEntity> consumers) {
        LocalDateTime now = PlainWay.columnNow();
        return sessions.fromStatelessTransaction(session -> isServer
                ? saveFresh(session, consumers, now)
                : StaleRows.find(consumers, consumer -> !isSaved(session, consumer, now)));
    }

    private static Set<Integer> saveFresh(StatelessSession session, List<ConsumerEntity> consumers, LocalDateTime now) {
        Map<Long, Long> generations = generations(session, consumers);
        Set<Integer> stale =
                StaleRows.find(consumers, consumer -> !consumer.generation.equals(generations.get(consumer.id)));
        List<ConsumerEntity> fresh = StaleRows.fresh(consumers, stale);
        fresh.forEach(consumer -> consumer.updatedAt = now);
        session.updateMultiple(fresh);
        return stale;
    }

    private static Map<Long, Long> generations(StatelessSession session, List<ConsumerEntity> consumers) {
        return session
                .createSelectionQuery(
                        "select c.id, c.generation from ConsumerEntity c where c.id in :ids", Object[].class)
                .setParameterList("ids", ids(consumers))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    @Override
    public List<ConsumerEntity> insertAll(List<ConsumerEntity> consumers) {
        LocalDateTime now = PlainWay.columnNow();
        consumers.forEach(consumer -> consumer.createdAt = now);
        sessions.inStatelessTransaction(session -> session.insertMultiple(consumers));
        return consumers;
    }

    @Override
    public List<ConsumerEntity> page(long afterId) {
        return sessions.fromStatelessSession(
                session -> pageAfter(session, afterId).getResultList());
    }
}
