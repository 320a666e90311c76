package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Facts;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.StreamFailedException;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.Types;

class VersionChecksTest {
    @TempDir
    Path directory;

    private static ObjectRegistry lamps(String version) {
        return ObjectRegistry.of(lamp().version(version));
    }

    private static ObjectType.Definition<DynamicObject> lamp() {
        ObjectType.Definition<DynamicObject> lamp = ObjectType.dynamic("demo", "Lamp");
        lamp.field("name", Types.string());
        return lamp;
    }

    private static ObjectRegistry lampsWith(String version, FieldType<String> colour) {
        return lampsWith(version, FieldSpec.of(colour));
    }

    private static ObjectRegistry lampsWith(String version, FieldSpec<String> colour) {
        ObjectType.Definition<DynamicObject> lamp = lamp();
        lamp.field("colour", colour);
        return ObjectRegistry.of(lamp.version(version));
    }

    private Path lockFile() {
        return directory.resolve("object-versions.lock.json");
    }

    private VersionChecks checks(ObjectRegistry code) {
        return VersionChecks.builder(code).lockFile(lockFile()).build();
    }

    private VersionChecks released(ObjectRegistry code) {
        VersionChecks checks = checks(code);
        checks.release("2026.1");
        return checks;
    }

    private List<String> problems(VersionChecks checks) {
        return checks.checks().stream()
                .flatMap(each -> each.run().stream())
                .map(each -> each.toString().replace(directory + "/", ""))
                .toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(each -> directory.relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void noLockFile_isToldWithTheCommandThatMakesOne() {
        assertThat(problems(checks(lamps("1.0"))))
                .containsExactly(
                        "there is no lock file object-versions.lock.json, which records the versions of all types\n"
                                + "    → write it and commit it: java -cp … org.versionedobjects.lock.VersionCommand write");
    }

    @Test
    void writtenLock_passes() {
        assertThat(checks(lamps("1.0")).writeLock()).containsExactly("demo.Lamp 1.0 is new");

        checks(lamps("1.0")).check();
    }

    @Test
    void codeThatWentOn_isToldToWriteTheLock_andMay() {
        released(lamps("1.0"));
        ObjectRegistry next = lampsWith("1.1", Types.string().since("1.1"));

        assertThat(problems(checks(next)))
                .containsExactly("object-versions.lock.json is out of date: demo.Lamp 1.1 is new\n"
                        + "    → write it and commit it: java -cp … org.versionedobjects.lock.VersionCommand write");
        assertThat(checks(next).writeLock()).containsExactly("demo.Lamp 1.1 is new");
        checks(next).check();
        assertThat(checks(next).writeLock()).isEmpty();
    }

    @Test
    void changeOfAReleasedVersion_isRefused_andNothingIsWritten() throws IOException {
        released(lamps("1.0"));
        String before = Files.readString(lockFile());
        VersionChecks changed = checks(lampsWith("1.0", Types.string()));

        assertThatThrownBy(changed::writeLock)
                .isInstanceOf(VersionCheckException.class)
                .hasMessageStartingWith("[VersionCheck] 1 problem:\n  - demo.Lamp 1.0 at colour: ")
                .hasMessageContaining("since(\"1.1\")");
        assertThat(lockFile()).content().isEqualTo(before);
    }

    @Test
    void checksOfATypeAndOfARelease_areNamedAfterThem() {
        assertThat(released(lamps("1.0")).checks())
                .extracting(VersionCheck::toString)
                .contains(
                        "lock file: object-versions.lock.json is up to date",
                        "released versions: demo.Lamp 1.0 is as it was released",
                        "registry: every recorded type is registered, or retired",
                        "child tables: those that are there are as released",
                        "round trips: demo.Lamp 1 to every version and back",
                        "corpus: what 2026.1 wrote",
                        "corpus: nothing unused");
    }

    @Test
    void brokenLockFile_isOneProblem_andNeverWrittenOver() throws IOException {
        released(lamps("1.0"));
        Files.writeString(lockFile(), "<<<<<<< HEAD\n");
        VersionChecks checks = checks(lamps("1.0"));

        assertThat(problems(checks))
                .containsExactly("the lock file object-versions.lock.json has a conflict of a merge at line 1\n"
                        + "    → keep the releases of both sides and the types as one side has them, then write the lock"
                        + " again");
        assertThatThrownBy(checks::writeLock).isInstanceOf(InvalidLockException.class);
        assertThatThrownBy(() -> checks.release("2026.2")).isInstanceOf(InvalidLockException.class);
        assertThat(lockFile()).content().isEqualTo("<<<<<<< HEAD\n");
    }

    @Test
    void releaseThatTheLockLost_isNotSaidToBeOfNoUse() {
        released(lamps("1.0"));
        VersionLock.of(lamps("1.0")).write(lockFile());

        assertThat(problems(checks(lamps("1.0"))))
                .containsExactly(
                        "object-corpus/2026.1 is of no release that the lock file knows\n    → restore the lock file"
                                + " if it lost the release; delete the directory only if that never went out");
    }

    private static ObjectRegistry rooms(String version, FieldSpec<VersionedObject> lamp) {
        ObjectType.Definition<DynamicObject> room = ObjectType.dynamic("demo", "Room");
        room.field("lamp", lamp);
        return ObjectRegistry.of(room.version(version), lamp().version("1.0"));
    }

    @Test
    void fieldOfObjects_canBeRemoved() {
        FieldSpec<VersionedObject> lamp = FieldSpec.of(Types.object("demo", "Lamp"));
        released(rooms("1.0", lamp));
        VersionChecks checks = checks(rooms("1.1", lamp.removedIn("1.1")));
        checks.writeLock();

        assertThat(problems(checks)).isEmpty();
    }

    @Test
    void fieldWithoutAnyValue_isAProblemOfItsType_andOthersGoOn() {
        ObjectType.Definition<DynamicObject> odd = ObjectType.dynamic("demo", "Odd");
        odd.field("odd", Types.string().matching("(?=a)b"));
        ObjectRegistry code = ObjectRegistry.of(odd.version("1.0"), lamp().version("1.0"));
        checks(code).writeLock();

        assertThat(problems(checks(code)))
                .singleElement()
                .asString()
                .contains(
                        "demo.Odd 1.0 at odd: no value could be made up for this field",
                        "Samples.of(REGISTRY).values(");
    }

    @Test
    void changeThatRefusesSomeOldValues_isNoProblem() {
        FieldType<String> any = Types.string();
        released(lampsWith("1.0", any));
        VersionChecks checks =
                checks(lampsWith("1.1", Types.string().minLength(1).changedIn("1.1", any, down -> down, up -> up)));
        checks.writeLock();

        assertThat(problems(checks)).isEmpty();
    }

    @Test
    void versionWrittenInAnotherWay_isTheSame() {
        released(lamps("1.1"));

        assertThat(problems(checks(lamps("1.1.0")))).isEmpty();
    }

    @Test
    void release_writesLockAndCorpus() throws IOException {
        released(lamps("1.0")).check();

        assertThat(files())
                .contains(
                        "object-versions.lock.json",
                        "object-corpus/2026.1/SHA256SUMS",
                        "object-corpus/2026.1/demo.Lamp/1.0/full.json")
                .allMatch(each -> !each.contains(".new-"));
        assertThat(VersionLock.read(lockFile()).releases())
                .extracting(LockedRelease::name)
                .containsExactly("2026.1");
    }

    @Test
    void release_isNeverRecordedTwice() throws IOException {
        VersionChecks checks = released(lamps("1.0"));
        List<String> before = files();

        assertThatThrownBy(() -> checks.release("2026.1"))
                .isInstanceOf(VersionCheckException.class)
                .hasMessageContaining("There is a release 2026.1 already");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void release_thatHasADirectoryAlready_isRefused() throws IOException {
        checks(lamps("1.0")).writeLock();
        Files.createDirectories(directory.resolve("object-corpus/2026.1"));

        assertThatThrownBy(() -> checks(lamps("1.0")).release("2026.1"))
                .isInstanceOf(VersionCheckException.class)
                .hasMessageContaining("2026.1 is of no release that the lock file knows");
        assertThat(VersionLock.read(lockFile()).releases()).isEmpty();
    }

    @Test
    void releaseWithAFailingCheck_writesNothing() throws IOException {
        released(lamps("1.0"));
        List<String> before = files();
        String lock = Files.readString(lockFile());

        assertThatThrownBy(() -> checks(lampsWith("1.0", Types.string())).release("2026.2"))
                .isInstanceOf(VersionCheckException.class)
                .hasMessageContaining("demo.Lamp 1.0 at colour");
        assertThat(files()).isEqualTo(before);
        assertThat(lockFile()).content().isEqualTo(lock);
    }

    @Test
    void releaseWhoseLockCannotBeWritten_leavesNoCorpus() throws IOException {
        VersionChecks checks = VersionChecks.builder(lamps("1.0"))
                .lockFile(directory.resolve("nowhere/object-versions.lock.json"))
                .corpus(directory.resolve("object-corpus"))
                .build();
        Files.writeString(directory.resolve("nowhere"), "a file");

        assertThatThrownBy(() -> checks.release("2026.1"))
                .isInstanceOf(org.versionedobjects.VersionedObjectException.class);
        assertThat(files()).containsExactly("nowhere");
    }

    @Test
    void nameThatIsNone_isRefused() {
        assertThatThrownBy(() -> checks(lamps("1.0")).release("../2026"))
                .isInstanceOf(VersionCheckException.class)
                .hasMessageContaining("\"../2026\"");
    }

    @Test
    void secondRelease_hasFormsForTheFirst_andBothPass() throws IOException {
        released(lamps("1.0"));
        VersionChecks next = checks(lampsWith("1.1", Types.string().since("1.1")));
        next.release("2026.2");

        next.check();
        assertThat(files()).contains("object-corpus/2026.2/demo.Lamp/1.1/full.as-1.0.json");
    }

    @Test
    void field_isAskedForItsChildTable_ifAllNeedOne() {
        ObjectType.Definition<DynamicObject> room = ObjectType.dynamic("demo", "Room");
        room.field("lamp", Types.object("demo", "Lamp"));
        VersionChecks.Builder checks = VersionChecks.builder(
                        ObjectRegistry.of(lamp().version("1.0"), room.version("1.0")))
                .lockFile(lockFile());
        checks.build().writeLock();

        checks.build().check();
        assertThat(problems(checks.requireChildTables().build()))
                .singleElement()
                .asString()
                .contains(
                        "demo.Room 1.0 at lamp: the field has no child table",
                        "→ declare ",
                        ".child(\"1.0\", \"1.0\")");
    }

    @Test
    void typeThatStandsInNoRoot_isFound() {
        ObjectType<DynamicObject> other = ObjectType.dynamic("demo", "Other").version("1.0");
        VersionChecks.Builder checks = VersionChecks.builder(ObjectRegistry.of(lamp().version("1.0"), other))
                .lockFile(lockFile());
        checks.build().writeLock();

        assertThat(problems(checks.roots(other).build()))
                .singleElement()
                .asString()
                .startsWith("demo.Lamp 1: it is registered");
    }

    @Test
    void typeOfAPackage_thatIsNotRegistered_isFound() {
        VersionChecks.Builder checks = VersionChecks.builder(lamps("1.0")).lockFile(lockFile());
        checks.build().writeLock();

        assertThat(problems(checks.packages(getClass().getPackageName()).build()))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("demo.Unregistered 1: it is declared, but not registered")
                        .contains("→ give "));
    }

    /** A type that an application forgot. */
    static final class Unregistered {
        static final ObjectType<DynamicObject> TYPE =
                ObjectType.dynamic("demo", "Unregistered").version("1.0");

        private Unregistered() {}
    }

    @Test
    void typeThatIsGone_isRetired_onceTheCodeHasItNoMore() {
        ObjectType<DynamicObject> other = ObjectType.dynamic("demo", "Other").version("1.0");
        LockedType.Id id = new LockedType.Id("demo", "Lamp", 1);
        VersionChecks both = released(ObjectRegistry.of(lamp().version("1.0"), other));
        VersionChecks one = checks(ObjectRegistry.of(other));

        assertThatThrownBy(() -> both.retire(id)).hasMessageContaining("demo.Lamp 1 is still in the code");
        assertThat(problems(one)).isNotEmpty();
        one.retire(id);
        one.check();
    }

    @Test
    void typeThatIsBack_isRestored_andHeldToWhatWasReleased() {
        ObjectType<DynamicObject> other = ObjectType.dynamic("demo", "Other").version("1.0");
        LockedType.Id id = LockedType.Id.parse("demo.Lamp 1");
        ObjectRegistry both = ObjectRegistry.of(lamp().version("1.0"), other);
        released(both);
        VersionChecks one = checks(ObjectRegistry.of(other));
        one.retire(id);

        assertThatThrownBy(() -> one.restore(id)).hasMessageContaining("demo.Lamp 1 is not in the code");
        assertThat(problems(checks(both))).singleElement().asString().contains("restore \"demo.Lamp 1\"");
        checks(both).restore(id);
        checks(both).check();
        ObjectType.Definition<DynamicObject> wider = lamp();
        wider.field("watts", Types.longInteger());
        assertThat(problems(checks(ObjectRegistry.of(wider.version("1.0"), other))))
                .anyMatch(each -> each.startsWith("demo.Lamp 1.0 at watts: "));
        assertThatThrownBy(() -> checks(both).restore(id)).isInstanceOf(UnknownObjectException.class);
    }

    @Test
    void samplesThatWentMissing_withTheirSums_areFound() throws IOException {
        released(lamps("1.0"));
        Path release = directory.resolve("object-corpus/2026.1");
        Files.delete(release.resolve("demo.Lamp/1.0/full.json"));
        Path sums = release.resolve("SHA256SUMS");
        Files.write(
                sums,
                Files.readAllLines(sums).stream()
                        .filter(line -> !line.endsWith("/full.json"))
                        .toList());

        assertThat(problems(checks(lamps("1.0"))))
                .containsExactly("object-corpus/2026.1/SHA256SUMS is not what was recorded with the release 2026.1\n"
                        + "    → restore it from version control: git checkout -- object-corpus/2026.1");
    }

    @Test
    void releaseThatItsOwnPeersCouldNotRead_isNotRecorded() throws IOException {
        ObjectType.Definition<DynamicObject> one = ObjectType.dynamic("a", "Lamp");
        one.field("watts", Types.longInteger().changedIn("1.1", Types.string(), String::valueOf, Long::valueOf));
        ObjectType.Definition<DynamicObject> two = ObjectType.dynamic("b", "Lamp");
        two.field("name", Types.string());
        ObjectType.Definition<DynamicObject> fleet = ObjectType.dynamic("c", "Fleet");
        fleet.field("one", Types.object("a", "Lamp"));
        fleet.field("two", Types.object("b", "Lamp"));
        VersionChecks checks = checks(ObjectRegistry.of(one.version("1.1"), two.version("1.0"), fleet.version("1.0")));
        checks.writeLock();
        checks.check();
        List<String> before = files();

        assertThatThrownBy(() -> checks.release("2026.1"))
                .isInstanceOf(VersionCheckException.class)
                .hasMessageContaining("c.Fleet 1.0 at one");
        assertThat(files()).isEqualTo(before);
        checks.check();
    }

    @Test
    void samplesOfAnotherRegistry_areRefused() {
        VersionChecks.Builder checks =
                VersionChecks.builder(lamps("1.0")).samples(Samples.of(lampsWith("1.0", Types.string())));

        assertThatThrownBy(checks::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Samples.of(REGISTRY)");
    }

    @Test
    void packageWithoutClasses_isFound() {
        VersionChecks checks = VersionChecks.builder(lamps("1.0"))
                .lockFile(lockFile())
                .packages("no.such.name")
                .build();
        checks.writeLock();

        assertThat(problems(checks))
                .containsExactly("there is no class in the package no.such.name\n    → name one that has types in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON", "nul", "aux.2026", "Com1"})
    void nameThatWindowsHasForADevice_isRefused(String name) {
        assertThatThrownBy(() -> checks(lamps("1.0")).release(name))
                .isInstanceOf(VersionCheckException.class)
                .hasMessageContaining("Windows takes none called " + name);
    }

    @Test
    void nameThatIsTooLong_isRefused() {
        assertThatThrownBy(() -> checks(lamps("1.0")).release("1".repeat(101)))
                .hasMessageContaining("101 characters, more than 100");
    }

    @Test
    void whatAKilledRunLeft_isDeletedWithTheNextRelease_whatIsNewerIsNot() throws IOException {
        Path old = Files.createDirectories(directory.resolve("object-corpus/.new-1/2026.1"));
        Path running = Files.createDirectories(directory.resolve("object-corpus/.new-2"));
        Files.writeString(old.resolve("SHA256SUMS"), "");
        Files.setLastModifiedTime(
                directory.resolve("object-corpus/.new-1"),
                FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        released(lamps("1.0")).check();

        assertThat(old.getParent()).doesNotExist();
        assertThat(running).exists();
    }

    @Test
    void corpusThatIsALink_isFollowed() throws IOException {
        Path real = Files.createDirectories(directory.resolve("elsewhere"));
        Files.createSymbolicLink(directory.resolve("object-corpus"), real);

        released(lamps("1.0")).check();

        assertThat(real.resolve("2026.1/SHA256SUMS")).exists();
    }

    @Test
    void lockThatCannotBeWritten_saysWhy() throws IOException {
        Files.writeString(directory.resolve("nowhere"), "a file");
        VersionChecks checks = VersionChecks.builder(lamps("1.0"))
                .lockFile(directory.resolve("nowhere/object-versions.lock.json"))
                .build();

        assertThatThrownBy(checks::writeLock)
                .isInstanceOf(StreamFailedException.class)
                .hasMessageContaining("cannot be written: java.nio.file.");
    }

    @Test
    void roundTrips_goInTheFormOfTheCodec() {
        ObjectType.Definition<DynamicObject> lamp = lamp();
        lamp.field("form", new StrictOnly());
        ObjectRegistry code = ObjectRegistry.of(lamp.version("1.0"));
        checks(code).writeLock();
        ObjectCodec oslo = ObjectCodec.builder(code).profile(Profile.OSLO).build();

        assertThat(problems(checks(code))).isEmpty();
        assertThat(problems(VersionChecks.builder(oslo).lockFile(lockFile()).build()))
                .isNotEmpty()
                .allMatch(each -> each.contains("demo.Lamp 1.0 at form: it cannot be written: "));
    }

    /** A text that cannot be told to peers in Python. */
    private static final class StrictOnly implements FieldType<String> {
        @Override
        public String describe() {
            return "a text for peers in Java";
        }

        @Override
        public String accept(String value) {
            return value;
        }

        @Override
        public String coerce(@Nullable Object value) {
            return String.valueOf(value);
        }

        @Override
        public void write(String value, ValueWriter out) {
            if (out.profile() == Profile.OSLO) {
                throw new InvalidValueException(Facts.problem("Python has no word for it"), null);
            }
            out.writeText(value);
        }

        @Override
        public String read(ValueReader in) {
            return in.readText();
        }
    }
}
