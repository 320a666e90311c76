package org.versionedobjects.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.lock.CheckCommands;
import org.versionedobjects.lock.VersionChecks;
import org.versionedobjects.types.Types;

@Isolated // what the inner test class tests is set from outside
class VersionTestsTest {
    private static VersionTests tests;

    @TempDir
    Path directory;

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    /** What an application has; it is run by the tests only. */
    static class ApplicationTests {
        @TestFactory
        Stream<DynamicNode> versions() {
            return tests.tests();
        }
    }

    private TestRun run(ObjectRegistry code) {
        VersionChecks checks = VersionChecks.builder(code)
                .lockFile(directory.resolve("object-versions.lock.json"))
                .build();
        tests = VersionTests.of(checks, new TestSettings(properties::get, environment::get), "LampTest");
        return TestRun.of(ApplicationTests.class);
    }

    private TestRun runWith(String property, String value, ObjectRegistry code) {
        properties.put(property, value);
        try {
            return run(code);
        } finally {
            properties.remove(property);
        }
    }

    private static ObjectType.Definition<DynamicObject> lamp() {
        ObjectType.Definition<DynamicObject> lamp = ObjectType.dynamic("demo", "Lamp");
        lamp.field("name", Types.string());
        return lamp;
    }

    private static ObjectRegistry named() {
        return ObjectRegistry.of(lamp().version("1.0"));
    }

    private static ObjectRegistry coloured(String version, FieldSpec<String> colour) {
        ObjectType.Definition<DynamicObject> lamp = lamp();
        lamp.field("colour", colour);
        return ObjectRegistry.of(lamp.version(version));
    }

    @Test
    void storyOfAField() {
        assertThat(runWith("versionedobjects.release", "2026.1", named()).failures())
                .isEmpty();
        assertThat(run(named()).failures()).isEmpty();

        // a field is added, and nothing else done
        ObjectRegistry careless = coloured("1.0", FieldSpec.of(Types.string()));
        assertThat(run(careless).failures())
                .containsEntry(
                        "released versions / demo.Lamp 1.0 is as it was released",
                        "demo.Lamp 1.0 at colour: 1.0 was released without it [Y]\n"
                                + "    → declare .since(\"1.1\") and put version(\"1.1\")")
                .containsKey("round trips / demo.Lamp 1 to every version and back")
                .hasSize(2);

        // the cure is applied, and the lock file not written
        ObjectRegistry cured = coloured("1.1", Types.string().since("1.1"));
        assertThat(run(cured).failures())
                .containsOnly(Map.entry(
                        "lock file / object-versions.lock.json is up to date",
                        "object-versions.lock.json is out of date: demo.Lamp 1.1 is new\n"
                                + "    → write it and commit it: mvn test -Dtest=LampTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Dversionedobjects.lock=write"));

        // it is written, and released
        assertThat(runWith("versionedobjects.lock", "write", cured).failures()).isEmpty();
        assertThat(run(cured).failures()).isEmpty();
        assertThat(runWith("versionedobjects.release", "2026.2", cured).failures())
                .isEmpty();

        // what is released is edited
        ObjectRegistry edited = coloured("1.1", Types.string().nullable().since("1.1"));
        assertThat(run(edited).failures()).containsKey("released versions / demo.Lamp 1.1 is as it was released");
    }

    @Test
    void tests_areNamedByGroupAndCheck() {
        assertThat(runWith("versionedobjects.release", "2026.1", named()).names())
                .startsWith("record the release 2026.1")
                .contains(
                        "lock file / object-versions.lock.json is up to date",
                        "released versions / demo.Lamp 1.0 is as it was released",
                        "corpus / what 2026.1 wrote",
                        "corpus / nothing unused");
    }

    @Test
    void writing_refusesWhatWasReleased_andSaysSo() throws Exception {
        runWith("versionedobjects.release", "2026.1", named());
        String before = Files.readString(directory.resolve("object-versions.lock.json"));

        TestRun run = runWith("versionedobjects.lock", "write", coloured("1.0", FieldSpec.of(Types.string())));

        assertThat(run.failures())
                .containsKeys(
                        "write object-versions.lock.json", "released versions / demo.Lamp 1.0 is as it was released");
        assertThat(directory.resolve("object-versions.lock.json")).content().isEqualTo(before);
    }

    @Test
    void release_isRecordedOnce() {
        runWith("versionedobjects.release", "2026.1", named());

        assertThat(runWith("versionedobjects.release", "2026.1", named()).failures())
                .containsOnlyKeys("record the release 2026.1")
                .allSatisfy((test, message) -> assertThat(message).contains("There is a release 2026.1 already"));
    }

    @Test
    void onContinuousIntegration_nothingIsWritten() {
        environment.put("CI", "true");

        assertThat(runWith("versionedobjects.lock", "write", named()).failures())
                .containsKey("write object-versions.lock.json");
        assertThat(runWith("versionedobjects.release", "2026.1", named()).failures())
                .containsKey("record the release 2026.1");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void testOfTheApplication_isNamedInTheCommand() {
        tests = VersionTests.of(VersionChecks.builder(named())
                .lockFile(directory.resolve("object-versions.lock.json"))
                .build());

        assertThat(TestRun.of(ApplicationTests.class).failures())
                .anySatisfy(
                        (test, message) -> assertThat(message)
                                .contains(
                                        "mvn test -Dtest=VersionTestsTest -Dsurefire.failIfNoSpecifiedTests=false -Dversionedobjects.lock=write"));
    }

    @Test
    void commandsOfTheApplicationsOwn_areKept() {
        tests = VersionTests.of(VersionChecks.builder(named())
                .lockFile(directory.resolve("object-versions.lock.json"))
                .commands(new CheckCommands("make lock", "make release ", "make retire ", "make restore "))
                .build());

        assertThat(TestRun.of(ApplicationTests.class).failures())
                .anySatisfy((test, message) -> assertThat(message).endsWith("write it and commit it: make lock"));
    }

    @Test
    void otherWordsForTheLock_areRefused() {
        assertThat(runWith("versionedobjects.lock", "true", named()).failures())
                .containsEntry(
                        "versionedobjects.lock",
                        "-Dversionedobjects.lock=write writes the lock file; nothing is known of"
                                + " -Dversionedobjects.lock=true");
        assertThat(directory).isEmptyDirectory();
    }

    private static ObjectRegistry lampsAndRacks() {
        return ObjectRegistry.of(
                lamp().version("1.0"), ObjectType.dynamic("demo", "Rack").version("1.0"));
    }

    @Test
    void types_areRetiredAndRestored_byTheCommandThatTheTestTells() {
        runWith("versionedobjects.release", "2026.1", lampsAndRacks());

        assertThat(run(named()).failures().values())
                .anySatisfy(message -> assertThat(message).contains("-Dversionedobjects.retire=\"demo.Rack 1\""));
        assertThat(runWith("versionedobjects.retire", "demo.Rack 1", named()).failures())
                .isEmpty();
        assertThat(run(lampsAndRacks()).failures().values())
                .anySatisfy(message -> assertThat(message).contains("-Dversionedobjects.restore=\"demo.Rack 1\""));
        assertThat(runWith("versionedobjects.restore", "demo.Rack 1", lampsAndRacks())
                        .failures())
                .isEmpty();
        assertThat(run(lampsAndRacks()).failures()).isEmpty();
    }

    @Test
    void severalTypes_areRetiredAtOnce() {
        runWith("versionedobjects.release", "2026.1", lampsAndRacks());
        ObjectRegistry none =
                ObjectRegistry.of(ObjectType.dynamic("demo", "Bulb").version("1.0"));
        runWith("versionedobjects.retire", "demo.Rack 1, demo.Lamp", none);

        assertThat(runWith("versionedobjects.lock", "write", none).failures()).isEmpty();
    }

    @Test
    void typeThatIsNone_isNotRetired() {
        assertThat(runWith("versionedobjects.retire", "Rack", named()).failures())
                .containsKey("retire Rack");
    }
}
