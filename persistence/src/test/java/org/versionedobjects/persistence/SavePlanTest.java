package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Field;
import org.versionedobjects.StateAccess;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Timestamps;

@NullUnmarked // NullAway does not see that a Field<@Nullable T> takes null
class SavePlanTest {
    private static final UUID ID = UUID.fromString("5c1c0bd2-0000-4000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123456789Z");
    private static final Instant CUT = Instant.parse("2026-11-24T10:00:00.123456Z");

    private static Project project(long id) {
        Project project = new Project();
        StateAccess.load(project, Project.ID, id);
        StateAccess.load(project, Project.EXTERNAL_ID, "p" + id);
        return project;
    }

    private static User user(long id) {
        User user = new User();
        StateAccess.load(user, User.ID, id);
        StateAccess.load(user, User.EXTERNAL_ID, "u" + id);
        return user;
    }

    private static Consumer newConsumer() {
        return Consumer.TYPE
                .with(Consumer.UUID, ID)
                .with(Consumer.PROJECT, project(1))
                .with(Consumer.USER, user(2))
                .build();
    }

    private static Consumer consumer() {
        Consumer consumer = newConsumer();
        StateAccess.load(consumer, Consumer.ID, 7L);
        StateAccess.load(consumer, Consumer.GENERATION, 3L);
        StateAccess.load(consumer, Timestamps.CREATED_AT, null);
        StateAccess.load(consumer, Timestamps.UPDATED_AT, null);
        consumer.resetChanges();
        return consumer;
    }

    private static void forgetBaseline(VersionedObject object, Field<?> field) {
        StateAccess.forgetBaseline(object, object.objectType().slot(field));
    }

    private static SavePlan.Update update(Consumer consumer) {
        return SavePlan.update(Tables.CONSUMERS, consumer, NOW);
    }

    // ---- insert ----

    @Test
    void insert_writesSetFields_firstGenerationAndCreationTime() {
        SavePlan.Insert plan = SavePlan.insert(Tables.CONSUMERS, newConsumer(), NOW);

        assertThat(plan.values())
                .containsExactly(
                        entry(Consumer.UUID, ID),
                        entry(Consumer.PROJECT, 1L),
                        entry(Consumer.USER, 2L),
                        entry(Consumer.GENERATION, 0L),
                        entry(Timestamps.CREATED_AT, CUT));
        assertThat(plan.assigned()).containsOnly(entry(Consumer.GENERATION, 0L), entry(Timestamps.CREATED_AT, CUT));
    }

    @Test
    void insert_writesNullButNotUnset() {
        Consumer consumer = newConsumer();
        consumer.set(Consumer.USER, null);

        SavePlan.Insert plan = SavePlan.insert(Tables.CONSUMERS, consumer, NOW);

        assertThat(plan.values()).containsEntry(Consumer.USER, null).doesNotContainKey(Consumer.CONSUMER_TYPE_ID);
    }

    @Test
    void insert_keepsWhatIsSetExplicitly() {
        Instant earlier = Instant.parse("2020-01-01T00:00:00Z");
        Consumer consumer = newConsumer();
        consumer.set(Timestamps.CREATED_AT, earlier);
        consumer.set(Consumer.GENERATION, 9L);

        SavePlan.Insert plan = SavePlan.insert(Tables.CONSUMERS, consumer, NOW);

        assertThat(plan.values()).containsEntry(Timestamps.CREATED_AT, earlier).containsEntry(Consumer.GENERATION, 9L);
        assertThat(plan.assigned()).isEmpty();
    }

    @Test
    void insert_startsGenerationWhereTheTableSays() {
        Table<Consumer> fromOne = Table.of(Consumer.TYPE, "consumers")
                .generatedKey(Consumer.ID)
                .generation(Consumer.GENERATION, 1)
                .reference(Consumer.PROJECT, "project_id", Tables.PROJECTS)
                .reference(Consumer.USER, "user_id", Tables.USERS)
                .build();

        SavePlan.Insert plan = SavePlan.insert(fromOne, newConsumer(), NOW);

        assertThat(plan.values()).containsEntry(Consumer.GENERATION, 1L).doesNotContainKey(Timestamps.CREATED_AT);
    }

    @Test
    void insert_refusesASetGeneratedKey_unlessItIsKept() {
        Consumer consumer = newConsumer();
        consumer.set(Consumer.ID, 5L);

        assertThatThrownBy(() -> SavePlan.insert(Tables.CONSUMERS, consumer, NOW))
                .isInstanceOf(UnsavableException.class)
                .hasMessage("[Unsavable] placement.Consumer 1.1 at id: the key is set, but the database makes it; "
                        + "use keepKey() to keep it");
        assertThat(SavePlan.insertKeepingKey(Tables.CONSUMERS, consumer, NOW).values())
                .containsEntry(Consumer.ID, 5L);
    }

    @Test
    void insert_refusesAGivenKeyWithoutValue() {
        Credential credential = Credential.TYPE.with(Credential.TOKEN, "t").build();

        assertThatThrownBy(() -> SavePlan.insert(Tables.CREDENTIALS, credential))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("at name: the key has no value");
    }

    @Test
    void insert_refusesAReferenceToAnUnsavedObject() {
        Consumer consumer = newConsumer();
        consumer.set(Consumer.PROJECT, Project.named("new"));

        assertThatThrownBy(() -> SavePlan.insert(Tables.CONSUMERS, consumer, NOW))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("placement.Consumer 1.1 at project: the placement.Project 1.0 that")
                .hasMessageContaining("has no id: it was not saved; create it first");
    }

    @Test
    void insert_reportsChangesThatStay() {
        Consumer consumer = newConsumer();
        consumer.get(Consumer.PROJECT).set(Project.EXTERNAL_ID, "renamed");

        assertThat(SavePlan.insert(Tables.CONSUMERS, consumer, NOW).unsaved()).containsExactly("project.external_id");
    }

    // ---- update ----

    @Test
    void update_writesDirtyColumnsAtBaselineKeyAndGeneration() {
        Consumer consumer = consumer();
        consumer.set(Consumer.CONSUMER_TYPE_ID, 4L);

        SavePlan.Update plan = update(consumer);

        assertThat(plan.values())
                .containsOnly(
                        entry(Consumer.CONSUMER_TYPE_ID, 4L),
                        entry(Consumer.GENERATION, 4L),
                        entry(Timestamps.UPDATED_AT, CUT));
        assertThat(plan.key()).containsExactly(entry(Consumer.ID, 7L));
        assertThat(plan.expectedGeneration()).hasValue(3);
        assertThat(plan.unsaved()).isEmpty();
    }

    @Test
    void update_ofACleanObject_isEmpty() {
        SavePlan.Update plan = update(consumer());

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.assigned()).isEmpty();
    }

    @Test
    void update_ofAValueSetBack_isEmpty() {
        Consumer consumer = consumer();
        consumer.set(Consumer.USER, null);
        consumer.revert();

        assertThat(update(consumer).isEmpty()).isTrue();
    }

    @Test
    void update_ofATouchedField_writesIt() {
        Consumer consumer = consumer();
        consumer.touch(Consumer.UUID);
        consumer.touch(Consumer.PROJECT);

        assertThat(update(consumer).values()).containsEntry(Consumer.UUID, ID).containsEntry(Consumer.PROJECT, 1L);
    }

    @Test
    void update_ofAFieldWithUnknownBaseline_writesIt() {
        Consumer consumer = consumer();
        forgetBaseline(consumer, Consumer.PROJECT);

        assertThat(update(consumer).values()).containsEntry(Consumer.PROJECT, 1L);
    }

    @Test
    void update_ofAnUnsetField_leavesItsColumn() {
        Consumer consumer = consumer();
        consumer.unset(Consumer.UUID);

        assertThat(update(consumer).isEmpty()).isTrue();
    }

    @Test
    void update_refusesAChangedGeneration() {
        Consumer consumer = consumer();
        consumer.set(Consumer.GENERATION, 4L);

        assertThatThrownBy(() -> update(consumer))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("at generation: the generation was changed");
    }

    @Test
    void update_refusesATouchedGeneration() {
        Consumer consumer = consumer();
        consumer.touch(Consumer.GENERATION);

        assertThatThrownBy(() -> update(consumer)).isInstanceOf(UnsavableException.class);
    }

    @Test
    void update_refusesAnUnsetGeneration() {
        Consumer consumer = consumer();
        consumer.unset(Consumer.GENERATION);

        assertThatThrownBy(() -> update(consumer))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("at generation: the generation is not set");
    }

    @Test
    void update_refusesAGenerationWithUnknownBaseline() {
        Consumer consumer = consumer();
        forgetBaseline(consumer, Consumer.GENERATION);

        assertThatThrownBy(() -> update(consumer))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("the generation was not loaded from the table");
    }

    @Test
    void update_refusesAKeyWithUnknownBaseline() {
        Consumer consumer = consumer();
        forgetBaseline(consumer, Consumer.ID);

        assertThatThrownBy(() -> update(consumer))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("at id: the key was not loaded from the table");
    }

    @Test
    void update_refusesAnObjectThatWasNeverSaved() {
        assertThatThrownBy(() -> update(newConsumer()))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("at id: the key is not set; load the object, or create it first");
    }

    @Test
    void update_refusesAChangedGivenKey() {
        Credential credential = Credential.of("one", "t");
        credential.resetChanges();
        credential.set(Credential.NAME, "two");

        assertThatThrownBy(() -> SavePlan.update(Tables.CREDENTIALS, credential))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("at name: the key was changed");
    }

    @Test
    void update_refusesAChangedReferenceInTheKey() {
        Membership membership = Membership.TYPE
                .with(Membership.PROJECT, project(1))
                .with(Membership.USER, user(2))
                .build();
        membership.resetChanges();
        membership.set(Membership.PROJECT, project(3));

        assertThatThrownBy(() -> SavePlan.update(Tables.MEMBERSHIPS, membership))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("at project: the key was changed");
    }

    @Test
    void update_ofTimestampsAlone_isEmpty_andReportsThem() {
        Consumer consumer = consumer();
        consumer.set(Timestamps.UPDATED_AT, NOW);
        consumer.set(Timestamps.CREATED_AT, NOW);

        SavePlan.Update plan = update(consumer);

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.unsaved()).containsExactly("created_at", "updated_at");
    }

    @Test
    void update_withOtherChanges_writesAChangedCreationTime_andTheStoresUpdateTime() {
        Instant corrected = Instant.parse("2020-01-01T00:00:00Z");
        Consumer consumer = consumer();
        consumer.set(Timestamps.CREATED_AT, corrected);
        consumer.set(Timestamps.UPDATED_AT, corrected);
        consumer.set(Consumer.USER, null);

        SavePlan.Update plan = update(consumer);

        assertThat(plan.values())
                .containsEntry(Timestamps.CREATED_AT, corrected)
                .containsEntry(Timestamps.UPDATED_AT, CUT);
        assertThat(plan.unsaved()).isEmpty();
    }

    // ---- references ----

    @Test
    void update_ofAReferenceToAnotherKey_writesTheKey() {
        Consumer consumer = consumer();
        consumer.set(Consumer.USER, user(9));

        assertThat(update(consumer).values()).containsEntry(Consumer.USER, 9L);
    }

    @Test
    void update_ofAReferenceToNullAndBack_writesIt() {
        Consumer consumer = consumer();
        consumer.set(Consumer.USER, null);

        assertThat(update(consumer).values()).containsEntry(Consumer.USER, null);

        consumer.resetChanges();
        consumer.set(Consumer.USER, user(2));

        assertThat(update(consumer).values()).containsEntry(Consumer.USER, 2L);
    }

    @Test
    void update_ofAReferenceToAnotherObjectWithTheSameKey_isAcceptedWithoutAColumn() {
        Consumer consumer = consumer();
        consumer.set(Consumer.USER, user(2));

        SavePlan.Update plan = update(consumer);

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.accepted()).containsExactly(Consumer.USER);
        assertThat(plan.unsaved()).isEmpty();
    }

    @Test
    void update_ofATouchedReferenceToAnotherObjectWithTheSameKey_writesIt() {
        Consumer consumer = consumer();
        consumer.set(Consumer.USER, user(2));
        consumer.touch(Consumer.USER);

        assertThat(update(consumer).values()).containsEntry(Consumer.USER, 2L);
    }

    @Test
    void update_ofChangesInsideAReference_isEmpty_andReportsThem() {
        Consumer consumer = consumer();
        consumer.get(Consumer.PROJECT).set(Project.EXTERNAL_ID, "renamed");

        SavePlan.Update plan = update(consumer);

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.accepted()).isEmpty();
        assertThat(plan.unsaved()).containsExactly("project.external_id");
    }

    @Test
    void update_refusesAReferenceToAnUnsavedObject() {
        Consumer consumer = consumer();
        consumer.set(Consumer.USER, User.named("new"));

        assertThatThrownBy(() -> update(consumer))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("at user: ");
    }

    @Test
    void update_ofAFieldWithoutColumn_isEmpty_andReportsIt() {
        Credential credential = Credential.of("one", "t");
        credential.resetChanges();
        credential.set(Credential.NOTE, "n");

        SavePlan.Update plan = SavePlan.update(Tables.CREDENTIALS, credential);

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.expectedGeneration()).isEmpty();
        assertThat(plan.unsaved()).containsExactly("note");
    }

    // ---- delete, text ----

    @Test
    void delete_isAtBaselineKeyAndGeneration_whateverElseChanged() {
        Consumer consumer = consumer();
        consumer.set(Consumer.USER, null);

        SavePlan.Delete plan = SavePlan.delete(Tables.CONSUMERS, consumer);

        assertThat(plan.key()).containsExactly(entry(Consumer.ID, 7L));
        assertThat(plan.expectedGeneration()).hasValue(3);
    }

    @Test
    void delete_refusesAChangedGeneration() {
        Consumer consumer = consumer();
        consumer.set(Consumer.GENERATION, 4L);

        assertThatThrownBy(() -> SavePlan.delete(Tables.CONSUMERS, consumer)).isInstanceOf(UnsavableException.class);
    }

    @Test
    void making_aPlan_changesNothingInTheObject() {
        Consumer consumer = consumer();
        consumer.set(Consumer.USER, user(9));
        String before = TestDatabase.state(consumer);

        update(consumer);

        assertThat(TestDatabase.state(consumer)).isEqualTo(before);
    }

    @Test
    void text_ofAPlan_masksSecrets() {
        assertThat(SavePlan.insert(Tables.CREDENTIALS, Credential.of("one", "s3cret"), NOW))
                .hasToString("INSERT credentials {name='one', token=***}");
        assertThat(new SavePlan.Expectation(Credential.TOKEN, List.of("s3cret")))
                .hasToString("token is one of 1");
    }

    @Test
    void text_ofAnUpdate_namesColumnsKeyAndGeneration() {
        Consumer consumer = consumer();
        consumer.set(Consumer.USER, null);

        assertThat(update(consumer))
                .hasToString("UPDATE consumers {user_id=null, generation=4, updated_at=2026-11-24T10:00:00.123456Z} "
                        + "WHERE {id=7} at generation 3");
    }
}
