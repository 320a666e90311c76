package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.StreamFailedException;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.ValueChange;
import org.versionedobjects.Version;
import org.versionedobjects.types.Types;

/** The lock file: what it looks like, that nothing gets lost, and what is done with it from release to release. */
class LockFileTest {
    private static final LockedType.Id CONSUMER = new LockedType.Id("demo", "Consumer", 1);
    private static final LockedType.Id PROJECT = new LockedType.Id("demo", "Project", 1);
    private static final VersionLock RELEASED = VersionLock.of(LockModels.FIRST).released("2026.1");

    @TempDir
    Path directory;

    static Stream<VersionLock> locks() {
        return Stream.of(
                VersionLock.empty(),
                VersionLock.of(LockModels.FIRST),
                RELEASED,
                RELEASED.updated(LockModels.SECOND),
                RELEASED.updated(LockModels.SECOND).released("2026.2"),
                RELEASED.updated(LockModels.SECOND).released("2026.2").retired(PROJECT),
                VersionLock.of(LockModels.ODD),
                VersionLock.of(LockModels.ODD).released("1"));
    }

    @ParameterizedTest
    @MethodSource("locks")
    void aLockThatIsWritten_isReadAsItWas(VersionLock lock) {
        VersionLock read = VersionLock.parse(lock.toJson());

        assertThat(read).isEqualTo(lock).hasSameHashCodeAs(lock);
        assertThat(read.toJson()).isEqualTo(lock.toJson());
    }

    @Test
    void theFile_hasALineForEachField_andEachHash() {
        String json = RELEASED.updated(LockModels.SECOND).toJson();

        assertThat(json.replaceAll("\"[0-9a-f]{64}\"", "…")).isEqualTo("""
                {
                  "format": 1,
                  "releases": [
                    {
                      "name": "2026.1",
                      "versions": {
                        "demo.Consumer 1": "1.0",
                        "demo.Project 1": "1.0"
                      },
                      "content": …,
                      "sha256": …
                    }
                  ],
                  "types": {
                    "demo.Consumer 1": {
                      "versions": {
                        "1.0": {
                          "fields": {
                            "note": {"type": "string"},
                            "project": {"type": {"type": "object", "nullable": true, "of": "demo.Project"}},
                            "uuid": {"type": "uuid", "readOnly": true}
                          },
                          "nested": {
                            "demo.Project": "1.0"
                          },
                          "sha256": …
                        },
                        "1.1": {
                          "fields": {
                            "kind": {"type": {"type": "oneOf", "values": ["large", "small"]}, "default": "small"},
                            "project": {"type": {"type": "object", "nullable": true, "of": "demo.Project"}},
                            "uuid": {"type": "uuid", "readOnly": true}
                          },
                          "nested": [
                            "demo.Project"
                          ],
                          "step": {
                            "removed": {"note": {"fill": "none"}}
                          },
                          "sha256": …
                        }
                      }
                    },
                    "demo.Project 1": {
                      "versions": {
                        "1.0": {
                          "fields": {
                            "id": {"type": "longInteger"}
                          },
                          "sha256": …
                        }
                      }
                    },
                    "demo.Tag 1": {
                      "versions": {
                        "1.0": {
                          "fields": {
                            "name": {"type": "string"}
                          },
                          "sha256": …
                        }
                      }
                    }
                  }
                }
                """);
    }

    @Test
    void aFieldThatIsTooLongForALine_hasSeveral() {
        assertThat(VersionLock.of(LockModels.ODD).toJson().lines())
                .contains("            \"long\": {", "                \"values\": [")
                .allMatch(line -> line.length() <= 120 || line.contains("secret of"));
    }

    @Test
    void whatStandsForNullInASecretField_isMasked() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Key");
        define.field(
                "a",
                Types.string()
                        .nullable()
                        .changedIn(
                                "1.1",
                                ValueChange.<@Nullable String, String>of(Types.string(), value -> value, value -> value)
                                        .nullDown("hush"))
                        .secret());
        define.field(
                "b",
                Types.string()
                        .changedIn(
                                "1.1",
                                ValueChange.<String, @Nullable String>of(
                                                Types.string().nullable(), value -> value, value -> value)
                                        .nullUp("hush"))
                        .secret());

        assertThat(VersionLock.of(ObjectRegistry.of(define.version("1.1"))).toJson())
                .contains("\"nullDown\": \"***\"", "\"nullUp\": \"***\"")
                .doesNotContain("hush");
    }

    @Test
    void linesThatWereChangedByAnEditor_areReadAsTheSame() {
        String json = RELEASED.toJson();

        assertThat(VersionLock.parse(json.replace("\n", "\r\n"))).isEqualTo(RELEASED);
        assertThat(VersionLock.parse(json.replaceAll("\\s*\\n\\s*", " "))).isEqualTo(RELEASED);
    }

    @Test
    void twoBranchesThatChangeDifferentTypes_changeNoLinesSideBySide() {
        String base = VersionLock.of(LockModels.FIRST).toJson();
        Lines consumer = Lines.changed(
                base, VersionLock.of(LockModels.registry("1.1", "1.0")).toJson());
        Lines project = Lines.changed(
                base, VersionLock.of(LockModels.registry("1.0", "1.1")).toJson());

        assertThat(consumer.end()).isLessThan(project.start());
    }

    /** The lines of a text, from one up to another, that are not as they are in another text. */
    private record Lines(int start, int end) {
        static Lines changed(String before, String after) {
            List<String> old = before.lines().toList();
            List<String> now = after.lines().toList();
            int start = 0;
            while (old.get(start).equals(now.get(start))) {
                start++;
            }
            int end = 0;
            while (old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
                end++;
            }
            return new Lines(start, old.size() - end);
        }
    }

    @Test
    void aFile_isWrittenWhole_andReplacesTheOneBefore() throws Exception {
        Path file = directory.resolve("object-versions.lock.json");
        VersionLock.empty().write(file);
        RELEASED.write(file);

        assertThat(Files.readString(file)).isEqualTo(RELEASED.toJson());
        assertThat(VersionLock.read(file)).isEqualTo(RELEASED);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aLinkToTheFile_staysALink() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        RELEASED.write(link);

        assertThat(link).isSymbolicLink();
        assertThat(VersionLock.read(file)).isEqualTo(RELEASED);
    }

    @Test
    void aFileThatCannotBeWritten_isNamed() {
        Path file = directory.resolve("not there").resolve("lock.json");

        assertThatThrownBy(() -> RELEASED.write(file))
                .isInstanceOf(StreamFailedException.class)
                .hasMessageStartingWith("[StreamFailed] the lock file " + file
                        + " cannot be written: java.nio.file.NoSuchFileException: " + file);
    }

    @Test
    void whatIsInTheMaking_followsTheCode() {
        VersionLock lock = RELEASED.updated(LockModels.registry("1.1", "1.1"));

        VersionLock updated = lock.updated(LockModels.registry("1.0", "1.2"));

        assertThat(versions(updated, CONSUMER)).containsExactly("1.0");
        assertThat(versions(updated, PROJECT)).containsExactly("1.0", "1.1", "1.2");
        assertThat(updated).isEqualTo(RELEASED.updated(LockModels.registry("1.0", "1.2")));
    }

    @Test
    void aReleasedVersion_staysAsItIsRecorded_whateverTheCodeSays() {
        VersionLock updated = RELEASED.updated(LockModels.OTHER_FIRST);

        assertThat(LockModels.OTHER_FIRST.toString()).isEqualTo(LockModels.FIRST.toString());
        assertThat(VersionLock.of(LockModels.OTHER_FIRST)).isNotEqualTo(VersionLock.of(LockModels.FIRST));
        assertThat(updated).isEqualTo(RELEASED);
    }

    @Test
    void typesThatWereNeverReleased_comeAndGoWithTheCode() {
        VersionLock lock = RELEASED.updated(LockModels.SECOND);

        assertThat(lock.types().keySet()).extracting(LockedType.Id::name).contains("Tag");
        assertThat(lock.updated(LockModels.FIRST)).isEqualTo(RELEASED);
    }

    @Test
    void aTypeThatTheCodeNoLongerHas_staysWithItsReleasedVersions() {
        VersionLock lock = RELEASED.updated(LockModels.registry("1.0", "1.1"));

        VersionLock updated = lock.updated(ObjectRegistry.of());

        assertThat(versions(updated, PROJECT)).containsExactly("1.0");
        assertThat(updated.find(PROJECT)).get().matches(type -> !type.isRetired());
    }

    @Test
    void aRetiredType_staysAsItIs_andIsInNoLaterRelease() {
        VersionLock retired =
                RELEASED.updated(LockModels.registry("1.0", "1.1")).retired(CONSUMER);

        VersionLock next = retired.updated(LockModels.registry("1.1", "1.1")).released("2026.2");

        assertThat(next.find(CONSUMER)).isEqualTo(retired.find(CONSUMER)).get().matches(LockedType::isRetired);
        assertThat(next.releases().get(1).versions()).isEqualTo(Map.of(PROJECT, Version.parse("1.1")));
        assertThat(VersionLock.parse(next.toJson())).isEqualTo(next);
    }

    @Test
    void aTypeThatIsRetiredBeforeItsRelease_isForgotten() {
        VersionLock lock = RELEASED.updated(LockModels.SECOND);

        assertThat(lock.retired(new LockedType.Id("demo", "Tag", 1)))
                .isEqualTo(RELEASED.updated(LockModels.SECOND_WITHOUT_TAG));
    }

    @Test
    void anUnknownType_isNotRetired() {
        assertThatThrownBy(() -> RELEASED.retired(new LockedType.Id("demo", "Fleet", 1)))
                .isInstanceOf(UnknownObjectException.class)
                .hasMessage("[UnknownObject] the lock does not have the type demo.Fleet 1; retire a type that it has:"
                        + " [demo.Consumer 1, demo.Project 1]");
    }

    @Test
    void aRelease_hasTheNewestVersions() {
        VersionLock next = RELEASED.updated(LockModels.SECOND).released("2026.2");

        assertThat(next.releases()).extracting(LockedRelease::name).containsExactly("2026.1", "2026.2");
        assertThat(next.releases().get(1).version(CONSUMER)).contains(Version.parse("1.1"));
        assertThat(next.isReleased(CONSUMER, Version.parse("1.1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026.1", "2026.1-rc+7", "Zürich_2"})
    void aReleaseIsCalled_asADirectoryCanBe(String name) {
        assertThat(VersionLock.empty().released(name).releases())
                .extracting(LockedRelease::name)
                .containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "..", "../x", "a/b", "a\\b", "C:x", ".git", "x.", "-x", "a\nb", "x*"})
    void aNameThatNoDirectoryShouldHave_isRefused(String name) {
        assertThatThrownBy(() -> VersionLock.empty().released(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A release is called by letters, digits and . _ - +, starting and ending with a letter or"
                        + " digit, but this is \"" + name + "\"");
    }

    @Test
    void aRelease_isMadeOnce() {
        VersionLock lock = VersionLock.empty().released("2026.1-rc");

        assertThatThrownBy(() -> lock.released("2026.1-RC"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is a release 2026.1-rc already, and a release never changes; choose another name"
                        + " than 2026.1-RC");
    }

    private static List<String> versions(VersionLock lock, LockedType.Id id) {
        return lock.find(id).orElseThrow().versions().keySet().stream()
                .map(Version::toString)
                .toList();
    }
}
