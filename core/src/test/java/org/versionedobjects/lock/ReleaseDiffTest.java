package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.versionedobjects.lock.Locks.type;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.ValueChange;
import org.versionedobjects.Version;
import org.versionedobjects.types.Types;

class ReleaseDiffTest {
    private static final ObjectType<DynamicObject> USER = type("User", "1.1", fields -> {
        fields.field("name", Types.string());
        fields.field("mail", Types.string().nullable().since("1.1"));
    });
    private static final ObjectType<DynamicObject> SERVER = type("Server", "1.3", fields -> {
        fields.field("id", Types.longInteger().readOnly());
        fields.field("owner", Types.string().renamedFrom("user", "1.2"));
        fields.field("memory", Types.longInteger().changedIn("1.2", Types.string(), String::valueOf, Long::valueOf));
        fields.field("host", Types.string().removedIn("1.3").fill("nowhere"));
        fields.field("token", Types.string().removedIn("1.3").fill("hush").secret());
        fields.field("zone", Types.string().removedIn("1.3"));
        fields.field(
                "state",
                Types.oneOf("ON", "OFF", "PAUSED", "LOST")
                        .added("1.2", "PAUSED", "OFF")
                        .added("1.3", "LOST"));
        fields.field("admin", Types.object("demo", "User").child("1.0", "1.0").child("1.2", "1.1"));
        fields.field(
                "tags", Types.listOf(Types.string().maxLength(8)).since("1.2").defaultsTo(List.of("new")));
        fields.step("1.3", each -> {}, each -> {});
    });
    private static final ObjectType<DynamicObject> FLAVOR = type(
            "Flavor",
            "1.0",
            fields -> fields.field("name", Types.string().matching("[a-z`|<>]+").minLength(1)));
    private static final ObjectType<DynamicObject> FLAVOR_2 = type(
            "Flavor",
            "2.0",
            fields -> fields.field("label", Types.string().secret().readOnly()));
    private static final VersionLock LOCK = Locks.of(USER, SERVER, FLAVOR, FLAVOR_2)
            .release("1", "User 1.0", "Server 1.0", "Flavor 1.0")
            .release("2", "User 1.1", "Server 1.3", "Flavor 1.0", "Flavor 2.0")
            .release("3", "User 1.1", "Server 1.3", "Flavor 2.0")
            .release("4", "User 1.1", "Flavor 2.0")
            .lock();

    @Test
    void everyVersionInBetween_isTold() {
        assertThat(ReleaseDiff.between(LOCK, "1", "2").toMarkdown()).isEqualTo("""
                # From `1` to `2`

                1 type is new, 2 types are changed, 1 type is as before.

                ## `demo.Flavor` `2.0`: new

                A new major. Peers that know `1.0` only cannot read it.

                - `label` came: `string()`, read-only, secret

                ## `demo.Server`: `1.0` to `1.3`

                ### `1.2`

                - the object in `admin` is at `1.1` from `1.2` on
                - `memory` was `string()` and is `longInteger()`
                - `owner` was called `user`
                - `state` takes `PAUSED`; older peers get `OFF`
                - `tags` came: `listOf(string().maxLength(8))`, by default `["new"]`

                ### `1.3`

                - a step with its own code lies between this version and the one before
                - `host` went; older peers get `"nowhere"`
                - `state` takes `LOST`, which cannot be sent to older peers
                - `token` went; older peers get `***`
                - `zone` went; older peers get nothing for it

                ## `demo.User`: `1.0` to `1.1`

                ### `1.1`

                - `mail` came: `string().nullable()`

                ## Nothing changed

                - `demo.Flavor` `1.0`
                """);
    }

    @Test
    void retiredMajor_isGone() {
        assertThat(ReleaseDiff.between(LOCK, "2", "3").toMarkdown()).isEqualTo("""
                # From `2` to `3`

                1 type is gone, 3 types are as before.

                ## `demo.Flavor` `1.0`: gone

                The major `1` is retired. Peers of the newer release have `2.0` and cannot read it.

                ## Nothing changed

                - `demo.Flavor` `2.0`
                - `demo.Server` `1.3`
                - `demo.User` `1.1`
                """);
    }

    @Test
    void retiredType_isGone() {
        assertThat(ReleaseDiff.between(LOCK, "3", "4").toMarkdown()).isEqualTo("""
                # From `3` to `4`

                1 type is gone, 2 types are as before.

                ## `demo.Server` `1.3`: gone

                The type is retired. Peers of the newer release neither read nor send it.

                ## Nothing changed

                - `demo.Flavor` `2.0`
                - `demo.User` `1.1`
                """);
    }

    @Test
    void newType_isToldWithItsFields() {
        assertThat(ReleaseDiff.between(VersionLock.empty(), VersionLock.of(ObjectRegistry.of(FLAVOR)))
                        .toMarkdown())
                .isEqualTo("""
                # From `in the making` to `in the making`

                1 type is new.

                ## `demo.Flavor` `1.0`: new

                A new type.

                - `name` came: ``string().matching("[a-z`|<>]+").minLength(1)``
                """);
    }

    @Test
    void sameRelease_changedNothing() {
        ReleaseDiff diff = ReleaseDiff.between(LOCK, "4", "4");

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.toMarkdown()).isEqualTo("""
                # From `4` to `4`

                Nothing changed.
                """);
    }

    @Test
    void otherLock_isComparedByWhatIsRecordedOfTheSameVersion() {
        assertThat(changes(
                        FieldSpec.of(Types.string()).defaultsTo("a"),
                        FieldSpec.of(Types.oneOf("a").transition("a", "a"))
                                .readOnly()
                                .secret()
                                .defaultsTo("a")))
                .containsExactly(
                        "`name` was `string()` and is `oneOf(\"a\").transition(\"a\", \"a\")`",
                        "`name` is read-only",
                        "`name` is secret",
                        "`name` is by default `***`, which was `\"a\"`");
        assertThat(changes(
                        FieldSpec.of(Types.longInteger().nullable()).readOnly().secret(),
                        FieldSpec.of(Types.longInteger()).defaultsTo(3L)))
                .containsExactly(
                        "`name` may no longer be null",
                        "`name` is no longer read-only",
                        "`name` is no longer secret",
                        "`name` is by default `3`");
        assertThat(changes(
                        FieldSpec.of(Types.bool()).defaultsTo(true),
                        FieldSpec.of(Types.bool().nullable())))
                .containsExactly("`name` may be null", "`name` no longer has a default");
    }

    @Test
    void choices_areToldValueByValue() {
        assertThat(changes(
                        FieldSpec.of(Types.listOf(Types.oneOf("a", "b").unknownAs("a"))),
                        FieldSpec.of(Types.listOf(Types.oneOf("a", "c").transition("a", "c")))))
                .containsExactly(
                        "`name` takes `c`, which cannot be sent to older peers",
                        "`name` no longer takes `b`",
                        "`name` has `transitions`: `{\"a\": [\"c\"]}`",
                        "`name` no longer has `unknownAs`");
    }

    @Test
    void conversionsOfNull_areTold() {
        VersionLock lock = Locks.of(type(
                        "Tag",
                        "1.1",
                        fields -> fields.field(
                                "name",
                                Types.string()
                                        .nullable()
                                        .changedIn(
                                                "1.1",
                                                ValueChange.of(
                                                                Types.string(),
                                                                (String now) -> now,
                                                                (String then) -> then)
                                                        .nullDown("none")))))
                .release("1", "Tag 1.0")
                .release("2", "Tag 1.1")
                .lock();

        assertThat(ReleaseDiff.between(lock, "1", "2").toMarkdown())
                .contains("- `name` may be null; older peers get `\"none\"` for null\n");
    }

    @Test
    void hostileNames_stayInTheirCodeSpans() {
        VersionLock lock = Locks.of(type(
                        "Tag",
                        "1.1",
                        fields -> fields.field(
                                "name",
                                Types.oneOf("", "`", "a``b", "*x* | <b>\n# y")
                                        .added("1.1", "`")
                                        .added("1.1", "a``b")
                                        .added("1.1", "")
                                        .added("1.1", "*x* | <b>\n# y"))))
                .release("1", "Tag 1.0")
                .release("2", "Tag 1.1")
                .lock();

        assertThat(ReleaseDiff.between(lock, "1", "2").toMarkdown()).isEqualTo("""
                # From `1` to `2`

                1 type is changed.

                ## `demo.Tag`: `1.0` to `1.1`

                ### `1.1`

                - `name` takes `""`, which cannot be sent to older peers
                - `name` takes `*x* | <b>\\u000a# y`, which cannot be sent to older peers
                - `name` takes `` ` ``, which cannot be sent to older peers
                - `name` takes ```a``b```, which cannot be sent to older peers
                """);
    }

    @Test
    void whatATypeIsMadeOf_isTold() {
        LockedVersion before = version("1.0", null, false, "Timestamps", "1.0");
        LockedVersion after = version("1.1", "demo.Base 1.2", true, "SoftDeletable", "1.1");

        assertThat(VersionChanges.of(VersionPair.of(before, after)).sentences())
                .extracting(Sentence::toString)
                .containsExactly(
                        "it extends demo.Base 1.2",
                        "it is a list object",
                        "new objects start with their defaults",
                        "the mixin SoftDeletable joined",
                        "the mixin Timestamps left",
                        "objects of demo.User in it went from 1.0 to 1.1");
        assertThat(VersionChanges.of(VersionPair.sameVersion(after, before)).sentences())
                .extracting(Sentence::toString)
                .startsWith(
                        "it extends no type",
                        "it is no longer a list object",
                        "new objects no longer start with their defaults");
    }

    private static LockedVersion version(
            String version, @Nullable String parent, boolean flag, String mixin, String user) {
        return new LockedVersion(
                Version.parse(version),
                parent,
                flag,
                flag,
                new TreeMap<>(Map.of(mixin, Version.parse(version))),
                new TreeMap<>(),
                new TreeMap<>(Map.of("demo.User", Version.parse(user))),
                LockedStep.NONE);
    }

    private static List<String> changes(FieldSpec<?> before, FieldSpec<?> after) {
        return ReleaseDiff.between(lockOf(before), lockOf(after))
                .toMarkdown()
                .lines()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2))
                .toList();
    }

    private static VersionLock lockOf(FieldSpec<?> field) {
        return VersionLock.of(ObjectRegistry.of(type("Tag", "1.0", fields -> fields.field("name", field))));
    }

    @Test
    void unknownRelease_isRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> ReleaseDiff.between(LOCK, "1", "5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The lock has no release 5; it has [1, 2, 3, 4]");
    }
}
