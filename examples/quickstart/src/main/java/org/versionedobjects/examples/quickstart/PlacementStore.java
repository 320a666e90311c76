package org.versionedobjects.examples.quickstart;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.versionedobjects.persistence.Conflict;
import org.versionedobjects.persistence.DuplicateConflict;
import org.versionedobjects.persistence.Repository;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.Table;

/** Where projects, users and consumers are kept: the mapping as data, and a repository of each. */
final class PlacementStore {
    static final Table<Project> PROJECTS = Table.of(Project.TYPE, "projects")
            .generatedKey(Project.ID)
            .naturalKey(Project.EXTERNAL_ID)
            .unique("uniq_projects0external_id", Project.EXTERNAL_ID)
            .build();

    static final Table<User> USERS = Table.of(User.TYPE, "users")
            .generatedKey(User.ID)
            .naturalKey(User.EXTERNAL_ID)
            .unique("uniq_users0external_id", User.EXTERNAL_ID)
            .build();

    static final Table<Consumer> CONSUMERS = Table.of(Consumer.TYPE, "consumers")
            .generatedKey(Consumer.ID)
            .naturalKey(Consumer.UUID)
            .generation(Consumer.GENERATION)
            .reference(Consumer.PROJECT, "project_id", PROJECTS)
            .reference(Consumer.USER, "user_id", USERS)
            .unique("uniq_consumers0uuid", Consumer.UUID)
            .createdAt(Consumer.CREATED_AT)
            .updatedAt(Consumer.UPDATED_AT)
            .build();

    final Store store;
    final Repository<Project> projects;
    final Repository<User> users;
    final Repository<Consumer> consumers;

    private PlacementStore(Jdbi jdbi) {
        store = Store.of(jdbi, PROJECTS, USERS, CONSUMERS);
        projects = store.repository(PROJECTS);
        users = store.repository(USERS);
        consumers = store.repository(CONSUMERS).translating(PlacementStore::translate);
    }

    /** Brings the schema up to date and opens the store. */
    static PlacementStore open(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
        return new PlacementStore(Jdbi.create(database));
    }

    private static RuntimeException translate(Conflict conflict) {
        return conflict instanceof DuplicateConflict duplicate && duplicate.isOn(Consumer.UUID)
                ? new ConsumerExists(duplicate)
                : conflict;
    }

    /** Returns the saved project of the same external id, created if there is none. */
    Project ensure(Project project) {
        return store.write(() -> projects.find(Project.EXTERNAL_ID, project.get(Project.EXTERNAL_ID))
                .orElseGet(() -> projects.create(project)));
    }

    /** Returns the saved user of the same external id, created if there is none. */
    User ensure(User user) {
        return store.write(
                () -> users.find(User.EXTERNAL_ID, user.get(User.EXTERNAL_ID)).orElseGet(() -> users.create(user)));
    }
}
