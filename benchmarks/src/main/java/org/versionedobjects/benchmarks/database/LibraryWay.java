package org.versionedobjects.benchmarks.database;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.versionedobjects.examples.quickstart.Consumer;
import org.versionedobjects.examples.quickstart.Project;
import org.versionedobjects.examples.quickstart.User;
import org.versionedobjects.persistence.ConcurrentUpdateConflict;
import org.versionedobjects.persistence.Condition;
import org.versionedobjects.persistence.Repository;
import org.versionedobjects.persistence.RowResult;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.Table;

/** The library, with the tables of the examples. */
final class LibraryWay implements DatabaseWay<Consumer> {
    static final String NAME = "Versioned Objects";

    private static final Table<Project> PROJECTS = Table.of(Project.TYPE, "projects")
            .generatedKey(Project.ID)
            .naturalKey(Project.EXTERNAL_ID)
            .unique("uniq_projects0external_id", Project.EXTERNAL_ID)
            .build();
    private static final Table<User> USERS = Table.of(User.TYPE, "users")
            .generatedKey(User.ID)
            .naturalKey(User.EXTERNAL_ID)
            .unique("uniq_users0external_id", User.EXTERNAL_ID)
            .build();
    private static final Table<Consumer> CONSUMERS = Table.of(Consumer.TYPE, "consumers")
            .generatedKey(Consumer.ID)
            .naturalKey(Consumer.UUID)
            .generation(Consumer.GENERATION)
            .reference(Consumer.PROJECT, "project_id", PROJECTS)
            .reference(Consumer.USER, "user_id", USERS)
            .unique("uniq_consumers0uuid", Consumer.UUID)
            .createdAt(Consumer.CREATED_AT)
            .updatedAt(Consumer.UPDATED_AT)
            .build();

    private final Store store;
    private final Repository<Consumer> consumers;
    private final Map<Long, Project> projects = new HashMap<>();
    private final Map<Long, User> users = new HashMap<>();

    LibraryWay(BenchmarkDatabase database) {
        store = Store.builder(database.dataSource())
                .tables(PROJECTS, USERS, CONSUMERS)
                .build();
        consumers = store.repository(CONSUMERS);
        store.repository(PROJECTS).query().list().forEach(project -> projects.put(project.get(Project.ID), project));
        store.repository(USERS).query().list().forEach(user -> users.put(user.get(User.ID), user));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Consumer make(ConsumerRow row) {
        Consumer consumer = new Consumer();
        consumer.set(Consumer.UUID, row.uuid());
        consumer.set(Consumer.PROJECT, Objects.requireNonNull(projects.get(row.projectId())));
        consumer.set(Consumer.USER, Objects.requireNonNull(users.get(row.userId())));
        consumer.set(Consumer.CONSUMER_TYPE_ID, row.consumerTypeId());
        return consumer;
    }

    @Override
    public ConsumerRow row(Consumer consumer) {
        Project project = consumer.get(Consumer.PROJECT);
        User user = consumer.get(Consumer.USER);
        return new ConsumerRow(
                consumer.find(Consumer.ID).orElse(0L),
                consumer.uuid(),
                project.get(Project.ID),
                project.get(Project.EXTERNAL_ID),
                user.get(User.ID),
                user.get(User.EXTERNAL_ID),
                consumer.find(Consumer.GENERATION).orElse(0L),
                consumer.find(Consumer.CONSUMER_TYPE_ID).orElse(0L),
                consumer.find(Consumer.CREATED_AT).orElse(null),
                consumer.find(Consumer.UPDATED_AT).orElse(null));
    }

    @Override
    public Consumer insert(Consumer consumer) {
        return consumers.create(consumer);
    }

    @Override
    public Consumer load(UUID uuid) {
        return consumers.require(Consumer.UUID, uuid);
    }

    @Override
    public void changeType(Consumer consumer, long typeId) {
        consumer.set(Consumer.CONSUMER_TYPE_ID, typeId);
    }

    @Override
    public boolean save(Consumer consumer) {
        try {
            consumers.save(consumer);
            return true;
        } catch (ConcurrentUpdateConflict e) {
            return false;
        }
    }

    /** In one transaction, which otherwise each thousand would be. */
    @Override
    public Set<Integer> saveAll(List<Consumer> all) {
        List<RowResult<Consumer>> results =
                store.write(() -> consumers.many().continuing().saveAll(all));
        Set<Integer> stale = new LinkedHashSet<>();
        for (RowResult<Consumer> result : results) {
            if (!result.isDone()) {
                stale.add((int) result.index());
            }
        }
        return stale;
    }

    @Override
    public List<Consumer> insertAll(List<Consumer> all) {
        consumers.createAll(all);
        return all;
    }

    @Override
    public List<Consumer> page(long afterId) {
        return consumers
                .query()
                .where(Condition.greater(Consumer.ID, afterId))
                .limit(PAGE)
                .list();
    }

    @Override
    public void close() {
        // the pool is the database's
    }
}
