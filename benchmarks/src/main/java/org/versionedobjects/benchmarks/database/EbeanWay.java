package org.versionedobjects.benchmarks.database;

import io.ebean.Database;
import io.ebean.Query;
import io.ebean.Transaction;
import io.ebean.event.BeanPersistAdapter;
import io.ebean.event.BeanPersistRequest;
import jakarta.persistence.OptimisticLockException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.versionedobjects.benchmarks.database.ebean.ConsumerBean;
import org.versionedobjects.benchmarks.database.ebean.ProjectBean;
import org.versionedobjects.benchmarks.database.ebean.UserBean;

/**
 * Ebean, which tracks what has changed in its enhanced beans.
 *
 * <p>A batch with a stale row fails as a whole. So it asks a server for the generations first and saves the fresh ones in a
 * batch; one that goes stale in between would fail them all. In H2, where statements are no round trips, it is quicker to
 * save row by row.
 */
final class EbeanWay implements DatabaseWay<ConsumerBean> {
    static final String NAME = "Ebean";

    /** Has consumers begin with generation 0; left alone, Ebean begins with 1. */
    private static final class FirstGeneration extends BeanPersistAdapter {
        @Override
        public boolean isRegisterFor(Class<?> type) {
            return type == ConsumerBean.class;
        }

        @Override
        public boolean preInsert(BeanPersistRequest<?> request) {
            ((ConsumerBean) request.bean()).setGeneration(0L);
            return true;
        }
    }

    private final boolean isServer;
    private final Database database;

    EbeanWay(BenchmarkDatabase place) {
        isServer = place.engine() == Engine.POSTGRESQL;
        database = Database.builder()
                .name(place.dataSource().getPoolName())
                .register(false)
                .dataSource(place.dataSource())
                .classes(List.of(ConsumerBean.class, ProjectBean.class, UserBean.class))
                .add(new FirstGeneration())
                .persistBatchSize(PAGE)
                .build();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ConsumerBean make(ConsumerRow row) {
        ProjectBean project = new ProjectBean();
        project.setId(row.projectId());
        project.setExternalId(row.projectExternalId());
        UserBean user = new UserBean();
        user.setId(row.userId());
        user.setExternalId(row.userExternalId());
        ConsumerBean made = new ConsumerBean();
        made.setUuid(row.uuid());
        made.setProject(project);
        made.setUser(user);
        made.setConsumerTypeId(row.consumerTypeId());
        return made;
    }

    @Override
    public ConsumerRow row(ConsumerBean consumer) {
        return ConsumerRow.ofColumns(
                consumer.getId(),
                consumer.getUuid(),
                consumer.getProject().getId(),
                consumer.getProject().getExternalId(),
                consumer.getUser().getId(),
                consumer.getUser().getExternalId(),
                consumer.getGeneration(),
                consumer.getConsumerTypeId(),
                consumer.getCreatedAt(),
                consumer.getUpdatedAt());
    }

    @Override
    public ConsumerBean insert(ConsumerBean consumer) {
        consumer.setCreatedAt(PlainWay.columnNow());
        database.insert(consumer);
        return consumer;
    }

    @Override
    public ConsumerBean load(UUID uuid) {
        return Objects.requireNonNull(query().where().eq("uuid", uuid).findOne());
    }

    @Override
    public List<ConsumerBean> page(long afterId) {
        return query().where().gt("id", afterId).orderBy("id").setMaxRows(PAGE).findList();
    }

    private Query<ConsumerBean> query() {
        return database.find(ConsumerBean.class).fetch("project").fetch("user");
    }

    @Override
    public void changeType(ConsumerBean consumer, long typeId) {
        consumer.setConsumerTypeId(typeId);
    }

    @Override
    public boolean save(ConsumerBean consumer) {
        return isSaved(consumer, PlainWay.columnNow());
    }

    private boolean isSaved(ConsumerBean consumer, LocalDateTime now) {
        consumer.setUpdatedAt(now);
        try {
            database.update(consumer);
            return true;
        } catch (OptimisticLockException e) {
            return false;
        }
    }

    @Override
    public Set<Integer> saveAll(List<ConsumerBean> consumers) {
        LocalDateTime now = PlainWay.columnNow();
        try (Transaction transaction = database.beginTransaction()) {
            Set<Integer> stale = isServer
                    ? saveFresh(transaction, consumers, now)
                    : StaleRows.find(consumers, consumer -> !isSaved(consumer, now));
            transaction.commit();
            return stale;
        }
    }

    private Set<Integer> saveFresh(Transaction transaction, List<ConsumerBean> consumers, LocalDateTime now) {
        Map<Long, ConsumerBean> rows = generations(consumers);
        Set<Integer> stale = StaleRows.find(consumers, consumer -> {
            ConsumerBean row = rows.get(consumer.getId());
            return row == null || !row.getGeneration().equals(consumer.getGeneration());
        });
        List<ConsumerBean> fresh = StaleRows.fresh(consumers, stale);
        fresh.forEach(consumer -> consumer.setUpdatedAt(now));
        transaction.setBatchMode(true);
        database.updateAll(fresh);
        return stale;
    }

    private Map<Long, ConsumerBean> generations(List<ConsumerBean> consumers) {
        return database.find(ConsumerBean.class)
                .select("generation")
                .where()
                .idIn(consumers.stream().map(ConsumerBean::getId).toList())
                .findMap();
    }

    @Override
    public List<ConsumerBean> insertAll(List<ConsumerBean> consumers) {
        LocalDateTime now = PlainWay.columnNow();
        consumers.forEach(consumer -> consumer.setCreatedAt(now));
        database.insertAll(consumers);
        return consumers;
    }

    @Override
    public void close() {
        database.shutdown(false, false);
    }
}
