package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldType;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;
import org.versionedobjects.types.Types;

/** Lock files that cannot be used: each says what is wrong, where, and what to do. */
class BrokenLocksTest {
    private static final String GOOD = VersionLock.of(LockModels.FIRST)
            .released("2026.1")
            .updated(LockModels.registry("1.1", "1.0"))
            .toJson();
    private static final String RESTORE = "; take it from version control as it was";
    private static final String RELEASED = "; what was released never changes; take it from version control as it was";
    private static final String CHANGED = "[InvalidLock] the lock file is not as it was written: ";

    @TempDir
    Path directory;

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("", "[InvalidLock] the lock file is empty" + RESTORE),
                Arguments.of(" \n", "[InvalidLock] the lock file is empty" + RESTORE),
                Arguments.of("no", CHANGED + "this is not JSON at line 1, column 1" + RESTORE),
                Arguments.of("[]", CHANGED + "expected a map but was [] (List)" + RESTORE),
                Arguments.of("{}", CHANGED + "there is no format" + RESTORE),
                Arguments.of(
                        GOOD.substring(0, GOOD.length() / 2),
                        CHANGED + "the JSON ends too early at line 26, column 52" + RESTORE),
                Arguments.of(GOOD + "}", CHANGED + "this is not JSON at line 54, column 1" + RESTORE),
                Arguments.of(GOOD + "{}", CHANGED + "the document goes on after its end at line 54" + RESTORE),
                Arguments.of(
                        GOOD.replace("\"format\": 1", "\"format\": 2"),
                        "[InvalidLock] at format: the lock file is of format 2, which is not known here; update the library"),
                Arguments.of(
                        GOOD.replace("\"format\": 1", "\"format\": \"1\""),
                        "[InvalidLock] at format: the lock file is not as it was written: expected the number of a"
                                + " format, 1 but was \"1\" (String)" + RESTORE),
                Arguments.of(
                        GOOD.replace("\"format\": 1", "\"format\": 0"),
                        "[InvalidLock] at format: the lock file is not as it was written: expected the number of a"
                                + " format, 1 but was 0 (Long)" + RESTORE),
                Arguments.of(GOOD.replace("\"types\"", "\"kinds\""), CHANGED + "there is no types" + RESTORE),
                Arguments.of(
                        GOOD.replace("\"format\": 1", "\"format\": 1, \"colour\": 5"),
                        CHANGED + "nothing is known of colour" + RESTORE));
    }

    static Stream<Arguments> conflicts() {
        return Stream.of(
                Arguments.of("<<<<<<< HEAD\n", 7),
                Arguments.of("=======\n", 7),
                Arguments.of(">>>>>>> main\n", 7),
                Arguments.of("||||||| 5e1f2a0\n", 7),
                Arguments.of("=======\r\n", 7));
    }

    static Stream<Arguments> brokenReleases() {
        return Stream.of(
                Arguments.of(
                        "\"name\": \"2026.1\"",
                        "\"name\": \"2026.2\"",
                        "at releases[0]",
                        "the release 2026.2 was changed by hand, since its sha256 is another"),
                Arguments.of(
                        "\"demo.Project 1\": \"1.0\"",
                        "\"demo.Project 1\": \"1.1\"",
                        "at releases[0]",
                        "the release 2026.1 was changed by hand, since its sha256 is another"),
                Arguments.of(
                        "\"demo.Project 1\": \"1.0\"",
                        "\"demo.Project 1\": 1",
                        "at releases[0].versions.demo.Project 1",
                        "expected a text but was 1 (Long)"),
                Arguments.of(
                        "\"demo.Project 1\": \"1.0\"",
                        "\"Project 1\": \"1.0\"",
                        "at releases[0]",
                        "expected namespace.name, a blank, and a major version but was \"Project 1\" (String)"),
                Arguments.of(
                        "\"demo.Project 1\": \"1.0\"",
                        "\"demo.Project\": \"1.0\"",
                        "at releases[0]",
                        "expected namespace.name, a blank, and a major version but was \"demo.Project\" (String)"),
                Arguments.of("\"name\": \"2026.1\",", "", "at releases[0]", "there is no name"));
    }

    static Stream<Arguments> brokenVersions() {
        return Stream.of(
                Arguments.of(
                        "\"note\": {\"type\": \"string\"}",
                        "\"note\": {\"type\": \"bytes\"}",
                        "",
                        "the entry was changed by hand, since its sha256 is another"),
                Arguments.of(
                        "\"note\": {\"type\": \"string\"}",
                        "\"note\": {\"type\": \"string\", \"readOnly\": 1}",
                        " at fields.note.readOnly",
                        "expected true or false but was 1 (Long)"),
                Arguments.of(
                        "\"note\": {\"type\": \"string\"}",
                        "\"note\": {\"type\": {\"nullable\": 1, \"type\": \"string\"}}",
                        " at fields.note.type.nullable",
                        "expected true or false but was 1 (Long)"),
                Arguments.of(
                        "\"note\": {\"type\": \"string\"}",
                        "\"note\": {\"type\": \"string\", \"colour\": 1}",
                        " at fields.note",
                        "nothing is known of colour"),
                Arguments.of("\"note\": {\"type\": \"string\"}", "\"note\": {}", " at fields.note", "there is no type"),
                Arguments.of(
                        "\"fields\": {",
                        "\"list\": null, \"fields\": {",
                        " at list",
                        "expected true or false but was null"),
                Arguments.of("\"fields\": {", "\"feilds\": {", "", "nothing is known of feilds"),
                Arguments.of(
                        "\"demo.Project\": \"1.0\"",
                        "\"demo.Project\": \"one\"",
                        " at nested.demo.Project",
                        "expected a version X.Y or X.Y.Z but was \"one\" (String)"));
    }

    static Stream<Arguments> brokenTypes() {
        return Stream.of(
                Arguments.of(
                        "\"1.1\": {",
                        "\"2.1\": {",
                        "types.demo.Consumer 1.versions",
                        "expected versions of major 1 but was 2.1"),
                Arguments.of(
                        "\"1.1\": {",
                        "\"one\": {",
                        "types.demo.Consumer 1.versions",
                        "expected a version X.Y or X.Y.Z but was \"one\" (String)"),
                Arguments.of(
                        "\"1.1\": {",
                        "\"1.0.0\": {",
                        "types.demo.Consumer 1.versions",
                        "the version 1.0.0 is there twice"),
                Arguments.of(
                        "\"1.1\": {",
                        "\"1.0\": {",
                        "types.demo.Consumer 1.versions.1.0",
                        "the name is there twice, at line 28 for the second time"),
                Arguments.of(
                        "\"note\": {\"type\": \"string\"}",
                        "\"note\": {\"type\": \"string\"},\n            \"note\": {\"type\": \"bytes\"}",
                        "types.demo.Consumer 1.versions.1.0.fields.note",
                        "the name is there twice, at line 20 for the second time"),
                Arguments.of(
                        "\"demo.Consumer 1\": {\n      \"versions\"",
                        "\"demo.Consumer 1\": {\n      \"retired\": 1, \"versions\"",
                        "types.demo.Consumer 1.retired",
                        "expected true or false but was 1 (Long)"),
                Arguments.of(
                        "\"types\": {",
                        "\"types\": {\n    \"demo.Tag 1\": {\"versions\": {}},",
                        "types.demo.Tag 1.versions",
                        "there is no version"),
                Arguments.of(
                        "\"types\": {",
                        "\"types\": {\n    \"demo/Tag 1\": {\"versions\": {}},",
                        "types.demo/Tag 1",
                        "expected namespace.name, a blank, and a major version but was \"demo/Tag 1\" (String)"),
                Arguments.of(
                        "\"types\": {",
                        "\"types\": {\n    \"demo.Tag x\": {\"versions\": {}},",
                        "types.demo.Tag x",
                        "expected namespace.name, a blank, and a major version but was \"demo.Tag x\" (String)"),
                Arguments.of(
                        "\"demo.Consumer 1\": {",
                        "\"demo.Consumer\": {",
                        "types.demo.Consumer",
                        "expected namespace.name, a blank, and a major version but was \"demo.Consumer\" (String)"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatIsNoLockFile_saysWhatToDo(String text, String message) {
        assertBroken(text, message);
    }

    @ParameterizedTest
    @MethodSource("conflicts")
    void aConflictOfAMerge_isFoundFirst(String marker, int line) {
        String text = GOOD.replaceFirst("( *\"demo.Consumer 1\": \"1.0\")", marker.replace("\\", "\\\\") + "$1");

        assertBroken(
                text,
                "[InvalidLock] the lock file has a conflict of a merge at line " + line + "; keep the releases of both"
                        + " sides and the types as one side has them, then write the lock again");
    }

    @ParameterizedTest
    @MethodSource("brokenReleases")
    void aReleaseThatWasChanged_isTold(String from, String to, String where, String what) {
        assertBroken(
                changed(from, to),
                "[InvalidLock] " + where + ": the lock file is not as it was written: " + what + RESTORE);
    }

    @ParameterizedTest
    @MethodSource("brokenVersions")
    void aReleasedVersionThatWasChanged_isTold(String from, String to, String where, String what) {
        assertBroken(
                changed(from, to),
                "[InvalidLock] demo.Consumer 1.0" + where + ": the lock file is not as it was written: " + what
                        + RELEASED);
    }

    @ParameterizedTest
    @MethodSource("brokenTypes")
    void aTypeThatWasChanged_isTold(String from, String to, String where, String what) {
        assertBroken(
                changed(from, to),
                "[InvalidLock] at " + where + ": the lock file is not as it was written: " + what + RESTORE);
    }

    @Test
    void aVersionInTheMakingThatWasChanged_isTold() {
        assertBroken(
                changed("\"zone\": {\"type\": \"string\"}", "\"zone\": {\"type\": \"bytes\"}"),
                "[InvalidLock] demo.Consumer 1.1: the lock file is not as it was written: the entry was changed by"
                        + " hand, since its sha256 is another" + RESTORE);
    }

    @Test
    void anEntryOfAnotherVersion_isNoEntryOfThisOne() {
        assertBroken(
                changed("\"1.1\": {", "\"1.2\": {"),
                "[InvalidLock] demo.Consumer 1.2: the lock file is not as it was written: the entry was changed by"
                        + " hand, since its sha256 is another" + RESTORE);
    }

    @Test
    void aNestedTypeThatIsNotRecorded_isTold() {
        String text = VersionLock.of(LockModels.FIRST).toJson();
        String without = text.substring(0, text.indexOf(",\n    \"demo.Project 1\"")) + "\n  }\n}\n";

        assertBroken(
                without,
                "[InvalidLock] demo.Consumer 1.0 at nested[0]: the lock file is not as it was written: expected a type that"
                        + " is recorded here but was \"demo.Project\" (String)" + RESTORE);
    }

    @Test
    void aReleaseOfWhatIsNotRecorded_isTold() {
        String without = GOOD.substring(0, GOOD.indexOf(",\n    \"demo.Project 1\": {")) + "\n  }\n}\n";

        assertBroken(
                without.replaceFirst("(?s),\\s+\"nested\": \\[.*?\\]", ""),
                "[InvalidLock] demo.Consumer 1.1: the lock file is not as it was written: the entry was changed by"
                        + " hand, since its sha256 is another" + RESTORE);
        assertBroken(
                VersionLock.of(LockModels.FIRST)
                        .released("2026.1")
                        .toJson()
                        .replaceFirst("(?s),\\s+\"demo.Project 1\": \\{.*", "\n  }\n}\n"),
                "[InvalidLock] the lock file says that the release 2026.1 has demo.Project 1.0, but does not say what"
                        + " that is like" + RELEASED);
    }

    /** Returns the lock of one type with a field, released. */
    private static String released(FieldType<?> field) {
        ObjectType.Definition<DynamicObject> lamp = ObjectType.dynamic("demo", "Lamp");
        lamp.field("watts", field);
        return VersionLock.of(ObjectRegistry.of(lamp.version("1.0")))
                .released("2026.1")
                .toJson();
    }

    @Test
    void aReleasedVersion_changedTogetherWithItsHash_isTold() {
        String text = released(Types.string());
        String other = released(Types.longInteger());

        assertBroken(
                text.substring(0, text.indexOf("\"types\"")) + other.substring(other.indexOf("\"types\"")),
                "[InvalidLock] the lock file says otherwise what the versions of the release 2026.1 are like than was"
                        + " recorded with it, since its content is another" + RELEASED);
    }

    @Test
    void releasesOfTwoBranches_withTheVersionsOfBoth_areALock() {
        ObjectType.Definition<DynamicObject> hotfix = ObjectType.dynamic("demo", "Lamp");
        hotfix.field("watts", Types.longInteger().defaultsTo(5L));
        ObjectType.Definition<DynamicObject> main = ObjectType.dynamic("demo", "Lamp");
        main.field("watts", Types.longInteger());
        main.field("name", Types.string().since("1.1"));
        VersionLock first = VersionLock.parse(released(Types.longInteger()));
        VersionLock fixed =
                first.updated(ObjectRegistry.of(hotfix.version("1.0.1"))).released("2026.1.1");
        VersionLock next = first.updated(ObjectRegistry.of(main.version("1.1"))).released("2026.2");
        LockedType.Id lamp = LockedType.Id.parse("demo.Lamp 1");
        SortedMap<Version, LockedVersion> versions =
                new TreeMap<>(fixed.find(lamp).orElseThrow().versions());
        versions.putAll(next.find(lamp).orElseThrow().versions());
        List<LockedRelease> releases = new ArrayList<>(fixed.releases());
        releases.add(next.releases().get(1));
        VersionLock merged =
                new VersionLock(releases, new TreeMap<>(Map.of(lamp, LockedType.of(lamp, false, versions.values()))));

        assertThat(VersionLock.parse(merged.toJson())).isEqualTo(merged);
        for (VersionLock side : List.of(fixed, next)) {
            String entry =
                    side.toJson().replaceFirst("(?s).*(\\{\\s+\"name\": \"2026\\.[^{]+\\{[^}]+\\},[^}]+\\}).*", "$1");
            assertThat(merged.toJson().replaceAll("\\s+", " ")).contains(entry.replaceAll("\\s+", " "));
        }
    }

    @Test
    void facts_areKept() {
        assertThatThrownBy(() -> VersionLock.parse(changed("\"type\": \"string\"}", "\"type\": 1}")))
                .isInstanceOfSatisfying(InvalidLockException.class, e -> {
                    assertThat(e.facts().object()).isEqualTo("demo.Consumer");
                    assertThat(e.facts().version()).isEqualTo(Version.parse("1.0"));
                    assertThat(e.facts().path()).isEqualTo("fields.note.type");
                });
    }

    @Test
    void theFile_isNamed() throws Exception {
        Path file = Files.writeString(directory.resolve("object-versions.lock.json"), "{");

        assertUnreadable(file, "is not as it was written: the JSON ends too early at line 1, column 2" + RESTORE);
    }

    @Test
    void aFileThatIsNotThere_isToBeWritten() {
        assertUnreadable(directory.resolve("lock.json"), "is not there; write it, and commit it");
    }

    @Test
    void aDirectory_isNoFile() {
        assertUnreadable(directory, "cannot be read");
    }

    @Test
    void aFileOfOtherCharacters_isNoLock() throws Exception {
        Path file = Files.write(directory.resolve("lock.json"), "ü".getBytes(StandardCharsets.ISO_8859_1));

        assertUnreadable(file, "is not UTF-8" + RESTORE);
    }

    private static void assertUnreadable(Path file, String what) {
        assertThatThrownBy(() -> VersionLock.read(file))
                .isInstanceOf(InvalidLockException.class)
                .hasMessage("[InvalidLock] the lock file " + file + " " + what);
    }

    private static String changed(String from, String to) {
        assertThat(GOOD).contains(from);
        int at = GOOD.indexOf(from);
        return GOOD.substring(0, at) + to + GOOD.substring(at + from.length());
    }

    private static void assertBroken(String text, String message) {
        assertThatThrownBy(() -> VersionLock.parse(text))
                .isInstanceOf(InvalidLockException.class)
                .hasMessage(message);
    }
}
