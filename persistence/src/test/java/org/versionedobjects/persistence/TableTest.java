package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.versionedobjects.types.SoftDeletable;
import org.versionedobjects.types.Timestamps;

class TableTest {
    @Test
    void columns_areCalledLikeTheirFields_exceptWhereSaid() {
        assertThat(Tables.CONSUMERS.columnName(Consumer.UUID)).contains("uuid");
        assertThat(Tables.CONSUMERS.columnName(Consumer.PROJECT)).contains("project_id");
        assertThat(Tables.MEMBERSHIPS.columnName(Membership.ROLE)).contains("role_name");
        assertThat(Tables.CREDENTIALS.columnName(Credential.NOTE)).isEmpty();
        assertThat(Tables.CREDENTIALS.fields()).containsExactly(Credential.NAME, Credential.TOKEN);
    }

    @Test
    void roles_tellWhatFieldsAreThereFor() {
        TableRoles roles = Tables.CONSUMERS.roles();

        assertThat(roles.key()).containsExactly(Consumer.ID);
        assertThat(roles.keyGenerated()).isTrue();
        assertThat(roles.naturalKey()).containsExactly(Consumer.UUID);
        assertThat(roles.generation()).isEqualTo(Consumer.GENERATION);
        assertThat(roles.createdAt()).isEqualTo(Timestamps.CREATED_AT);
        assertThat(roles.updatedAt()).isEqualTo(Timestamps.UPDATED_AT);
        assertThat(roles.references())
                .isEqualTo(Map.of(Consumer.PROJECT, Tables.PROJECTS, Consumer.USER, Tables.USERS));
        assertThat(roles.uniques()).isEqualTo(Map.of("uniq_consumers0uuid", List.of(Consumer.UUID)));
        assertThat(roles.foreignKeys()).isEmpty();
        assertThat(Volume.table().roles().softDeletion())
                .containsExactly(SoftDeletable.DELETED_AT, SoftDeletable.DELETED);
    }

    @Test
    void roles_ofAKeyAlone() {
        TableRoles roles = Tables.MEMBERSHIPS.roles();

        assertThat(roles.key()).containsExactly(Membership.PROJECT, Membership.USER);
        assertThat(roles.keyGenerated()).isFalse();
        assertThat(roles.naturalKey()).isEmpty();
        assertThat(roles.generation()).isNull();
        assertThat(roles.createdAt()).isNull();
        assertThat(roles.softDeletion()).isEmpty();
    }

    @Test
    void build_ofADefaultMapping_needsAKeyOnly() {
        Table<Project> table =
                Table.of(Project.TYPE, "projects").generatedKey(Project.ID).build();

        assertThat(table.fields()).containsExactly(Project.ID, Project.EXTERNAL_ID);
    }

    @Test
    void build_listsEveryProblem() {
        TableBuilder<Consumer> builder = Table.of(Consumer.TYPE, " ")
                .column(Consumer.UUID, "")
                .column(Consumer.UUID, "uuid")
                .column(Consumer.CONSUMER_TYPE_ID, "GENERATION")
                .column(User.EXTERNAL_ID, "external_id")
                .reference(Consumer.USER, "user_id", Tables.USERS)
                .without(Consumer.ID)
                .naturalKey(Consumer.ID)
                .unique("\0", Project.ID)
                .unique("twice", Consumer.UUID)
                .unique("TWICE", Consumer.UUID, Consumer.UUID)
                .unique("empty")
                .generation(Consumer.GENERATION)
                .generation(Consumer.GENERATION)
                .createdAt(Timestamps.CREATED_AT)
                .updatedAt(Timestamps.CREATED_AT);

        InvalidTableException thrown = catchThrowableOfType(InvalidTableException.class, builder::build);

        assertThat(thrown.problems())
                .containsExactlyInAnyOrder(
                        "the field uuid is mapped twice",
                        "a column is given for placement.User.external_id, which is no field of placement.Consumer 1.1",
                        "the generation is given twice",
                        "the table is called \" \"; a name is not empty and has no zero character",
                        "the column of the field uuid is called \"\"; a name is not empty and has no zero character",
                        "the fields generation and consumer_type_id have the same column GENERATION",
                        "the field project holds a Project; declare reference(…) or json(…) for it, or without(…)",
                        "it has no key; declare generatedKey(…) or key(…)",
                        "the natural key names placement.Consumer.id, which has no column here",
                        "a constraint is called \"\0\"; a name is not empty and has no zero character",
                        "the constraint \0 names placement.Project.id, which has no column here",
                        "there are two constraints called TWICE",
                        "the constraint TWICE has the field uuid twice",
                        "the constraint empty has no fields",
                        "the field created_at is both createdAt and updatedAt");
        assertThat(thrown).hasMessageContaining("The table   of placement.Consumer 1.1 has 15 problems");
    }

    @Test
    void build_refusesReferencesThatCannotBe() {
        TableBuilder<Membership> builder = Table.of(Membership.TYPE, "memberships")
                .generatedKey(Membership.PROJECT)
                .key(Membership.USER)
                .reference(Membership.PROJECT, "project_id", Tables.PROJECTS)
                .column(Membership.USER, "user_id")
                .generation(Consumer.GENERATION);

        InvalidTableException thrown = catchThrowableOfType(InvalidTableException.class, builder::build);

        assertThat(thrown.problems())
                .containsExactlyInAnyOrder(
                        "the key is given twice",
                        "the field user holds a User; declare reference(…) or json(…) for it, or without(…)",
                        "the generation names placement.Consumer.generation, which has no column here",
                        "a generated key cannot be a reference");
    }

    @Test
    void build_refusesAFieldBothMappedAndLeftOut() {
        TableBuilder<Project> builder = Table.of(Project.TYPE, "projects")
                .generatedKey(Project.ID)
                .column(Project.EXTERNAL_ID, "name")
                .without(Project.EXTERNAL_ID);

        InvalidTableException thrown = catchThrowableOfType(InvalidTableException.class, builder::build);

        assertThat(thrown.problems()).containsExactly("the field external_id is both mapped and left out");
    }

    @Test
    void store_refusesTwoTablesOfOneName() {
        Table<User> other =
                Table.of(User.TYPE, "PROJECTS").generatedKey(User.ID).build();

        InvalidTableException thrown = catchThrowableOfType(
                InvalidTableException.class,
                () -> Store.builder(new TestDatabase().jdbi)
                        .tables(Tables.PROJECTS, other)
                        .build());

        assertThat(thrown.problems())
                .containsExactly(
                        "there are two tables called PROJECTS: of placement.Project 1.0 and of placement.User 1.0");
    }
}
