package org.versionedobjects.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.versionedobjects.testing.VersionedObjectAssertions.assertThat;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.ObjectList;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.UnknownFieldException;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.testing.Placement.Consumer;
import org.versionedobjects.testing.Placement.Project;
import org.versionedobjects.testing.Placement.User;

class VersionedObjectAssertTest {
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private final User user = saved();
    private final Consumer consumer = Consumer.TYPE
            .with(Consumer.UUID, ID)
            .with(Consumer.USER, user)
            .with(Consumer.GENERATION, 1L)
            .build();

    VersionedObjectAssertTest() {
        consumer.resetChanges();
    }

    private static User saved() {
        User user = User.named("ann");
        user.resetChanges();
        return user;
    }

    private static void assertFails(ThrowingCallable code, String... lines) {
        assertThatThrownBy(code)
                .isInstanceOf(AssertionError.class)
                .hasMessage(String.join(System.lineSeparator() + "  ", lines));
    }

    @Test
    void changedOnly_comparesTheChangedFields() {
        consumer.set(Consumer.GENERATION, 2L);
        user.set(User.EXTERNAL_ID, "bob");

        assertThat(consumer).changedOnly(Consumer.GENERATION, Consumer.USER);
        assertFails(
                () -> assertThat(consumer).changedOnly(Consumer.USER),
                "Expected the changed fields to be just [user], but they are [user, generation]",
                "in " + consumer,
                "with the changes placement.Consumer 1.1{user: changed inside, generation: 1 → 2}",
                "and in user placement.User 1.0{external_id: 'ann' → 'bob'}");
    }

    @Test
    void changed_wantsTheseFieldsAmongTheChangedOnes() {
        consumer.set(Consumer.GENERATION, 2L);
        consumer.set(Consumer.USER, null);

        assertThat(consumer).changed(Consumer.USER);
        assertFails(
                () -> assertThat(consumer).changed(Consumer.UUID),
                "Expected [uuid] to be changed, but the changed fields are [user, generation]",
                "in " + consumer,
                "with the changes " + consumer.changes());
    }

    @Test
    void unchanged_seesChangesInside() {
        assertThat(consumer).unchanged();

        user.set(User.EXTERNAL_ID, "bob");

        assertFails(
                () -> assertThat(consumer).unchanged(),
                "Expected nothing to be changed, but the changed fields are [user]",
                "in " + consumer,
                "with the changes " + consumer.changes(),
                "and in user " + user.changes());
    }

    @Test
    void isSet_namesWhatIsUnset() {
        assertThat(consumer).isSet(Consumer.UUID, Consumer.USER);
        assertFails(
                () -> assertThat(consumer).isSet(Consumer.UUID, Consumer.PROJECT),
                "Expected [uuid, project] to be set, but [project] is not",
                "in " + consumer);
    }

    @Test
    void isUnset_namesWhatIsSet() {
        assertThat(consumer).isUnset(Consumer.PROJECT);
        assertFails(
                () -> assertThat(consumer).isUnset(Consumer.UUID, Consumer.PROJECT),
                "Expected [uuid, project] to be unset, but [uuid] is set",
                "in " + consumer);
    }

    @Test
    void isUnset_loadsNothing() {
        consumer.loadWith((object, field, loaded) -> {
            throw new IllegalStateException("asked for " + field);
        });

        assertThat(consumer).isUnset(Consumer.PROJECT);
        assertFails(
                () -> assertThat(consumer).has(Consumer.PROJECT, new Project()),
                "Expected project to be " + new Project() + ", but it is unset",
                "in " + consumer);
    }

    @Test
    void has_comparesValues() {
        assertThat(consumer).has(Consumer.GENERATION, 1L);
        assertFails(
                () -> assertThat(consumer).has(Consumer.GENERATION, 2L),
                "Expected generation to be 2, but it is 1",
                "in " + consumer);
    }

    @Test
    void has_ofNull() {
        consumer.set(Consumer.CONSUMER_TYPE_ID, null);

        assertThat(consumer).has(Consumer.CONSUMER_TYPE_ID, null);
        assertFails(
                () -> assertThat(consumer).has(Consumer.CONSUMER_TYPE_ID, 7L),
                "Expected consumer_type_id to be 7, but it is null",
                "in " + consumer,
                "with the changes " + consumer.changes());
    }

    @Test
    void has_ofASecret_tellsNothingOfIt() {
        user.set(User.TOKEN, "s3cret");

        assertThat(user).has(User.TOKEN, "s3cret");
        assertFails(
                () -> assertThat(user).has(User.TOKEN, "other"),
                "Expected token to be ***, but it is another one that reads the same",
                "in User 1.0{external_id='ann', token=***}",
                "with the changes placement.User 1.0{token: unset → ***}");
    }

    @Test
    void has_ofAnotherObject_saysThatItIsAnotherOne() {
        User twin = saved();

        assertFails(
                () -> assertThat(consumer).has(Consumer.USER, twin),
                "Expected user to be " + twin + ", but it is another one that reads the same",
                "in " + consumer);
    }

    @Test
    void wasBefore_comparesTheBaseline() {
        consumer.set(Consumer.GENERATION, 2L);

        assertThat(consumer).wasBefore(Consumer.GENERATION, 1L);
        assertFails(
                () -> assertThat(consumer).wasBefore(Consumer.GENERATION, 2L),
                "Expected generation to have been 2 before, but it was 1",
                "in " + consumer,
                "with the changes " + consumer.changes());
    }

    @Test
    void wasBefore_ofWhatIsNotKnown() {
        Consumer received = ObjectCodec.of(ObjectRegistry.of(Consumer.TYPE, Project.TYPE, User.TYPE))
                .fromJson(Consumer.TYPE, """
                        {"versioned_object.name": "Consumer", "versioned_object.namespace": "placement",
                         "versioned_object.version": "1.0", "versioned_object.data": {"generation": 2},
                         "versioned_object.changes": ["generation"]}""");

        assertFails(
                () -> assertThat(received).wasBefore(Consumer.GENERATION, 1L),
                "Expected generation to have been 1 before, but what it was is not known",
                "in " + received,
                "with the changes " + received.changes());
        assertThat(received).hasReadVersion("1.0");
    }

    @Test
    void wasUnsetBefore_isOfNewFields() {
        consumer.set(Consumer.CONSUMER_TYPE_ID, 7L);

        assertThat(consumer).wasUnsetBefore(Consumer.CONSUMER_TYPE_ID);
        assertFails(
                () -> assertThat(consumer).wasUnsetBefore(Consumer.GENERATION),
                "Expected generation to have been unset before, but it was set",
                "in " + consumer,
                "with the changes " + consumer.changes());
    }

    @Test
    void hasType_isExact() {
        assertThat(consumer).hasType(Consumer.TYPE);
        assertFails(
                () -> assertThat(consumer).hasType(User.TYPE),
                "Expected a placement.User 1.0, but it is a placement.Consumer 1.1",
                "in " + consumer);
    }

    @Test
    void hasVersion_isOfTheType() {
        assertThat(consumer).hasVersion("1.1").hasVersion("1.1.0");
        assertFails(
                () -> assertThat(consumer).hasVersion("1.0"),
                "Expected an object of version 1.0, but it is of 1.1",
                "in " + consumer);
    }

    @Test
    void hasReadVersion_ofWhatWasNotRead() {
        assertFails(
                () -> assertThat(consumer).hasReadVersion("1.0"),
                "Expected an object that was read in version 1.0, but it was not read",
                "in " + consumer);
    }

    @Test
    void hasSameStateAs_listsWhatDiffersByPath() {
        Consumer other = Consumer.TYPE.copyOf(consumer);

        assertThat(consumer).hasSameStateAs(other);

        other.set(Consumer.GENERATION, 3L);
        other.get(Consumer.USER).set(User.TOKEN, "s3cret");

        assertFails(
                () -> assertThat(consumer).hasSameStateAs(other),
                "Expected the same state as " + other + ", but it differs:",
                "user.token: unset ≠ ***",
                "generation: 1 ≠ 3",
                "in " + consumer);
    }

    @Test
    void hasSameStateAs_seesWhatIsChangedOnly() {
        Consumer other = Consumer.TYPE.copyOf(consumer);
        other.touch(Consumer.UUID);

        assertFails(
                () -> assertThat(consumer).hasSameStateAs(other),
                "Expected the same state as " + other + ", but it differs:",
                "uuid: not changed ≠ changed",
                "in " + consumer);
        assertThat(consumer).hasSameValuesAs(other);
    }

    @Test
    void hasSameValuesAs_listsWhatDiffersByPath() {
        Consumer other = Consumer.TYPE.with(Consumer.UUID, ID).build();

        assertFails(
                () -> assertThat(consumer).hasSameValuesAs(other),
                "Expected the same values as " + other + ", but it differs:",
                "user: User ≠ unset",
                "generation: 1 ≠ unset",
                "in " + consumer);
    }

    @Test
    void assertThat_leavesAssertJsOwnAlone() {
        assertThat(consumer).isNotNull().extracting(Consumer::uuid).isEqualTo(ID);
        assertThat(consumer.uuid()).isEqualTo(ID);
        assertThat((Consumer) null).isNull();
        assertThatThrownBy(() -> assertThat((Consumer) null).unchanged()).hasMessageContaining("not to be null");
    }

    @Test
    void assertThat_takesAListObjectForAnObject() {
        ObjectType<ObjectList<User>> users = ObjectType.listOf("placement", "UserList", User.class);
        ObjectList<User> list = users.newObject();

        assertThat(list).unchanged().hasVersion("1.0");
    }

    @Test
    void as_describesWhatFails() {
        assertThatThrownBy(() ->
                        assertThat(consumer).as("%s new", "100%").unchanged().changed(Consumer.UUID))
                .hasMessageStartingWith("[100% new] Expected [uuid] to be changed");
    }

    @Test
    void fieldOfAnotherType_isRefused() {
        assertThatThrownBy(() -> assertThat(consumer).isSet(User.TOKEN)).isInstanceOf(UnknownFieldException.class);
    }
}
