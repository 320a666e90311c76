package org.versionedobjects.testing.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.versionedobjects.testing.persistence.ConflictAssertions.assertThat;
import static org.versionedobjects.testing.persistence.ConflictAssertions.assertThatConflict;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.persistence.Conflict;
import org.versionedobjects.persistence.Engine;
import org.versionedobjects.persistence.FailureKind;
import org.versionedobjects.persistence.Repository;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.testing.Placement.Consumer;
import org.versionedobjects.testing.Placement.Project;
import org.versionedobjects.testing.Placement.User;

class ConflictAssertTest {
    private final Store store = Store.of(Tables.database(Engine.H2), Tables.PROJECTS, Tables.USERS, Tables.CONSUMERS);
    private final Repository<User> users = store.repository(Tables.USERS);
    private final Repository<Consumer> consumers = store.repository(Tables.CONSUMERS);
    private final Consumer consumer = consumers.create(Consumer.TYPE
            .with(Consumer.UUID, UUID.fromString("00000000-0000-0000-0000-000000000001"))
            .with(
                    Consumer.PROJECT,
                    store.repository(Tables.PROJECTS)
                            .create(Project.TYPE.with(Project.EXTERNAL_ID, "p").build()))
            .build());
    private final String row = "placement.Consumer 1.1 uuid=" + consumer.uuid() + ": ";

    private ConflictAssert stale() {
        Consumer other = consumers.require(Consumer.ID, consumer.get(Consumer.ID));
        other.set(Consumer.CONSUMER_TYPE_ID, 1L);
        consumers.save(other);
        consumer.set(Consumer.CONSUMER_TYPE_ID, 2L);
        return assertThatConflict(() -> consumers.save(consumer));
    }

    private ConflictAssert duplicate() {
        users.create(User.named("ann"));
        return assertThatConflict(() -> users.create(User.named("ann")));
    }

    private static void assertFails(ThrowingCallable code, String first, String second) {
        assertThatThrownBy(code)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(first + System.lineSeparator() + "  in " + second);
    }

    @Test
    void concurrentUpdate_tellsBothGenerations() {
        stale().isConcurrentUpdate()
                .isConcurrentUpdate(0, 1)
                .hasKind(FailureKind.CONCURRENT_UPDATE)
                .isOn(Consumer.GENERATION)
                .hasTable("consumers")
                .isOf(consumer)
                .hasObject("placement.Consumer")
                .object(Consumer.TYPE)
                .changedOnly(Consumer.CONSUMER_TYPE_ID)
                .has(Consumer.ID, consumer.get(Consumer.ID));
    }

    @Test
    void isConcurrentUpdate_ofAnotherGeneration() {
        assertFails(
                () -> stale().isConcurrentUpdate(0, 2),
                "Expected the generation of the row to be 2, but it is 1",
                "[ConcurrentUpdateConflict] " + row + "expected generation 0 but found 1");
    }

    @Test
    void isConcurrentUpdate_expectedByTheObject() {
        assertFails(
                () -> stale().isConcurrentUpdate(1, 1),
                "Expected the generation of the object to be 1, but it is 0",
                "[ConcurrentUpdateConflict] " + row + "expected generation 0 but found 1");
    }

    @Test
    void duplicate_tellsFieldsAndConstraint() {
        duplicate()
                .isDuplicate(User.EXTERNAL_ID)
                .hasConstraint("uniq_users0external_id")
                .hasValue(User.EXTERNAL_ID, "ann");
    }

    @Test
    void isDuplicate_ofAnotherField() {
        assertFails(
                () -> duplicate().isDuplicate(User.ID),
                "Expected the fields to be [placement.User.id], but it is [placement.User.external_id]",
                "[DuplicateConflict] placement.User 1.0 external_id='ann'");
    }

    @Test
    void isGone_ofADuplicate() {
        assertFails(
                () -> duplicate().isGone(),
                "Expected the conflict to be GoneConflict, but it is DuplicateConflict",
                "[DuplicateConflict] placement.User 1.0");
    }

    @Test
    void gone_isOnTheKey() {
        consumers.delete(consumers.require(Consumer.ID, consumer.get(Consumer.ID)));

        assertThatConflict(() -> consumers.delete(consumer))
                .isGone()
                .isOn(Consumer.ID)
                .hasValue(Consumer.ID, consumer.get(Consumer.ID));
    }

    @Test
    void hasKind_ofAnother() {
        assertFails(
                () -> duplicate().hasKind(FailureKind.GONE),
                "Expected the kind to be GONE, but it is DUPLICATE",
                "[DuplicateConflict]");
    }

    @Test
    void hasTable_ofAnother() {
        assertFails(
                () -> duplicate().hasTable("projects"),
                "Expected the table to be projects, but it is users",
                "[DuplicateConflict]");
    }

    @Test
    void hasConstraint_ofOneWithout() {
        assertFails(
                () -> stale().hasConstraint("c"),
                "Expected the constraint to be c, but there is none",
                "[ConcurrentUpdateConflict]");
    }

    @Test
    void hasValue_ofAnother() {
        assertFails(
                () -> duplicate().hasValue(User.EXTERNAL_ID, "bob"),
                "Expected the value of external_id to be 'bob', but it is 'ann'",
                "[DuplicateConflict]");
    }

    @Test
    void secretValue_staysMasked() {
        users.create(
                User.TYPE.with(User.EXTERNAL_ID, "a").with(User.TOKEN, "s3cret").build());
        User twin =
                User.TYPE.with(User.EXTERNAL_ID, "b").with(User.TOKEN, "s3cret").build();

        ConflictAssert conflict = assertThatConflict(() -> users.create(twin)).isDuplicate(User.TOKEN);

        assertThatThrownBy(() -> conflict.hasTable("x")).hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> conflict.hasValue(User.TOKEN, "s3cret"))
                .hasMessageStartingWith("Expected the value of token to be ***, but it is a secret, which")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void isOf_anotherObject() {
        ConflictAssert conflict = stale();

        assertFails(
                () -> conflict.isOf(new Consumer()),
                "Expected the object to be Consumer 1.1{}, but it is " + consumer,
                "[ConcurrentUpdateConflict]");
    }

    @Test
    void object_ofAnotherType() {
        assertFails(
                () -> stale().object(User.TYPE),
                "Expected the object to be placement.User, but it is placement.Consumer",
                "[ConcurrentUpdateConflict]");
    }

    @Test
    void assertThatConflict_ofWhatIsNone() {
        assertThatThrownBy(() -> assertThatConflict(() -> users.require(User.ID, -1L)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Expected a Conflict, but thrown was ");
    }

    @Test
    void assertThat_goesOnWithAConflict() {
        users.create(User.named("ann"));
        try {
            users.create(User.named("ann"));
        } catch (Conflict e) {
            assertThat(e).isDuplicate(User.EXTERNAL_ID).hasMessageContaining("'ann'");
        }
        assertThat((Conflict) null).isNull();
    }
}
