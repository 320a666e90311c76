package org.versionedobjects.persistence;

import org.versionedobjects.types.Timestamps;

/** The tables of the test models. */
final class Tables {
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

    static final Table<Consumer> CONSUMERS = consumers().build();

    static final Table<Credential> CREDENTIALS = Table.of(Credential.TYPE, "credentials")
            .key(Credential.NAME)
            .unique("uniq_credentials0token", Credential.TOKEN)
            .without(Credential.NOTE)
            .build();

    static final Table<Membership> MEMBERSHIPS = Table.of(Membership.TYPE, "memberships")
            .key(Membership.PROJECT, Membership.USER)
            .reference(Membership.PROJECT, "project_id", PROJECTS)
            .reference(Membership.USER, "user_id", USERS)
            .column(Membership.ROLE, "role_name")
            .build();

    private Tables() {}

    static TableBuilder<Consumer> consumers() {
        return Table.of(Consumer.TYPE, "consumers")
                .generatedKey(Consumer.ID)
                .naturalKey(Consumer.UUID)
                .generation(Consumer.GENERATION)
                .reference(Consumer.PROJECT, "project_id", PROJECTS)
                .reference(Consumer.USER, "user_id", USERS)
                .unique("uniq_consumers0uuid", Consumer.UUID)
                .createdAt(Timestamps.CREATED_AT)
                .updatedAt(Timestamps.UPDATED_AT);
    }
}
