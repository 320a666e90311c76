package org.versionedobjects.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.docs.Racks.Cured.Rack;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.lock.CheckCommands;
import org.versionedobjects.lock.ChildTables;
import org.versionedobjects.lock.Compatibility;
import org.versionedobjects.lock.InvalidLockException;
import org.versionedobjects.lock.Passage;
import org.versionedobjects.lock.ReleaseDiff;
import org.versionedobjects.lock.Sample;
import org.versionedobjects.lock.Samples;
import org.versionedobjects.lock.VersionCheck;
import org.versionedobjects.lock.VersionCheckException;
import org.versionedobjects.lock.VersionChecks;
import org.versionedobjects.lock.VersionCommand;
import org.versionedobjects.lock.VersionLock;
import org.versionedobjects.lock.VersionProblem;
import org.versionedobjects.testing.VersionTests;
import org.versionedobjects.types.Types;

/** The blocks and the messages of the page on releasing. */
class ReleasingTest {
    private static final Path PAGE = Path.of("src", "main", "asciidoc", "releasing.adoc");
    private static final String COMMAND =
            "mvn test -Dtest=VersionsTest -Dsurefire.failIfNoSpecifiedTests=false -Dversionedobjects.";
    private static final CheckCommands COMMANDS =
            new CheckCommands(COMMAND + "lock=write", COMMAND + "release=", COMMAND + "retire=", COMMAND + "restore=");

    @TempDir
    private Path directory;

    private Path lockFile() {
        return directory.resolve("object-versions.lock.json");
    }

    private VersionChecks checks(ObjectRegistry code) {
        return VersionChecks.builder(code)
                .lockFile(lockFile())
                .commands(COMMANDS)
                .build();
    }

    private List<String> problems(VersionChecks checks) {
        return checks.checks().stream()
                .flatMap(each -> each.run().stream())
                .map(VersionProblem::toString)
                .map(this::shown)
                .toList();
    }

    private String shown(String text) {
        return text.replace(directory + "/", "");
    }

    /** A block of the page that is no Java says this. */
    private static void assertOnPage(String text) throws IOException {
        assertThat(Files.readString(PAGE)).contains("----\n" + text.strip() + "\n----\n");
    }

    /** The one problem with these words in it is on the page as it is. */
    private void assertOnPage(VersionChecks checks, String words) throws IOException {
        List<String> found =
                problems(checks).stream().filter(each -> each.contains(words)).toList();
        assertThat(found).hasSize(1);
        assertOnPage(found.get(0));
    }

    @Test
    void story() throws Exception {
        assertOnPage(checks(Racks.First.REGISTRY), "there is no lock file");
        checks(Racks.First.REGISTRY).writeLock();
        assertOnPage(Files.readString(lockFile()));
        checks(Racks.First.REGISTRY).check();
        checks(Racks.First.REGISTRY).release("2026.1");

        assertOnPage(checks(Racks.Careless.REGISTRY), "was released without it");
        assertThatThrownBy(() -> checks(Racks.Careless.REGISTRY).writeLock()).isInstanceOf(VersionCheckException.class);

        assertThat(problems(checks(Racks.Cured.REGISTRY))).hasSize(1);
        assertOnPage(checks(Racks.Cured.REGISTRY), "is out of date");
        checks(Racks.Cured.REGISTRY).writeLock();
        checks(Racks.Cured.REGISTRY).check();
        checks(Racks.Cured.REGISTRY).release("2026.2");
        checks(Racks.Cured.REGISTRY).check();

        assertOnPage(checks(Racks.Edited.REGISTRY), "owner.maxLength");
        assertOnPage(checks(Racks.Rewritten.REGISTRY), "[FORBIDDEN]");
    }

    private static ObjectRegistry rackWith(String field) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("dc", "Rack");
        define.field("name", Types.string());
        define.field("height", Types.integer());
        for (String each : field.split(",", -1)) {
            define.field(each, Types.string().since("1.1"));
        }
        return ObjectRegistry.of(define.version("1.1"));
    }

    @Test
    void mergeConflict() throws Exception {
        checks(Racks.First.REGISTRY).release("2026.1");
        String ours = VersionLock.read(lockFile()).updated(rackWith("mine")).toJson();
        String theirs = VersionLock.read(lockFile())
                .updated(rackWith("theirs"))
                .released("2026.2")
                .toJson();

        Files.writeString(lockFile(), "<<<<<<< HEAD\n" + ours + "=======\n" + theirs + ">>>>>>> theirs\n");
        assertOnPage(checks(rackWith("mine,theirs")), "conflict of a merge");
        assertThatThrownBy(() -> checks(rackWith("mine,theirs")).writeLock()).isInstanceOf(InvalidLockException.class);

        Files.writeString(lockFile(), ours); // nothing released on either side: any side does
        checks(rackWith("mine,theirs")).writeLock();
        checks(rackWith("mine,theirs")).check();

        Files.writeString(lockFile(), theirs); // the other side released 1.1
        assertOnPage(checks(rackWith("mine,theirs")), "[FORBIDDEN]");
    }

    private static ObjectRegistry room(String room, String rack, String... table) {
        var racks = Types.object("dc", "Rack");
        for (int i = 0; i < table.length; i += 2) {
            racks = racks.child(table[i], table[i + 1]);
        }
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("dc", "Room");
        define.field("racks", Types.listOf(racks));
        return ObjectRegistry.of(
                define.version(room), ObjectType.dynamic("dc", "Rack").version(rack));
    }

    @Test
    void childTables() throws Exception {
        ObjectRegistry registry = room("1.1", "1.1");
        VersionLock lock = VersionLock.of(room("1.0", "1.0")).released("2026.1").updated(registry);
        // tag::children[]
        ChildTables tables = ChildTables.of(lock, registry);

        assertThat(tables.proposals())
                .extracting(Object::toString)
                .containsExactly("dc.Room at racks, for dc.Rack: .child(\"1.0\", \"1.0\").child(\"1.1\", \"1.1\")");
        // end::children[]

        checks(room("1.0", "1.0", "1.0", "1.0")).release("2026.1");
        ObjectRegistry late = room("1.0", "1.1", "1.0", "1.0");
        assertOnPage(checks(late), "[Y]");
        VersionChecks cured = checks(room("1.1", "1.1", "1.0", "1.0", "1.1", "1.1"));
        cured.writeLock();
        cured.check();
    }

    @Test
    void settings() {
        ObjectRegistry registry = Racks.Cured.REGISTRY;
        ObjectCodec codec = ObjectCodec.of(registry);
        Path root = directory;
        // tag::settings[]
        VersionChecks checks = VersionChecks.builder(codec) // which writes as the application does
                .lockFile(root.resolve("object-versions.lock.json"))
                .packages("com.example.model") // every type in it has to be registered
                .roots(Rack.TYPE) // every type has to stand in one of these
                .requireChildTables() // for peers that send no manifest
                .build();
        Stream<DynamicNode> tests = VersionTests.of(checks).tests();
        // end::settings[]

        assertThat(tests).isNotEmpty();
        checks.writeLock();
        checks.check();
    }

    @Test
    void samples() {
        ObjectRegistry registry = Racks.Cured.REGISTRY;
        // tag::samples[]
        Samples samples = Samples.of(registry)
                .values(Rack.OWNER, "alice", "bob") // only these; the first is the ordinary one
                .maker(
                        Rack.TYPE, // or whole objects: an equal one for an equal seed
                        seed -> Rack.TYPE
                                .with(Rack.NAME, "rack " + seed)
                                .with(Rack.HEIGHT, 42)
                                .build());
        VersionChecks checks = VersionChecks.builder(registry)
                .lockFile(lockFile())
                .samples(samples)
                .build();
        // end::samples[]

        checks.writeLock();
        checks.check();
        assertThat(samples.of(Rack.TYPE)).extracting(Sample::name).startsWith("made 1", "made 2");
    }

    // tag::own[]
    @TestFactory
    Stream<DynamicNode> labels() {
        return Samples.of(Racks.Cured.REGISTRY)
                .withSeed(7)
                .of(Rack.TYPE)
                .stream() // "empty", "full", "nulls", "random 1" …
                .map(each -> dynamicTest(
                        each.name(), () -> assertThat(label(each.object())).isNotBlank()));
    }
    // end::own[]

    private static String label(Rack rack) {
        return "rack " + rack.getOr(Rack.NAME, "?");
    }

    private VersionChecks sled(int factor) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("dc", "Sled");
        // tag::function[]
        Field<Long> depth = define.field(
                "depth", // in millimetres since 1.1, in centimetres before
                Types.longInteger()
                        .changedIn(
                                "1.1",
                                Types.integer(),
                                millimetres -> Math.toIntExact(millimetres / factor),
                                centimetres -> (long) centimetres * factor));
        // end::function[]
        ObjectRegistry registry = ObjectRegistry.of(define.version("1.1"));
        // tag::depths[]
        Samples samples = Samples.of(registry).values(depth, 4200L, 10L);
        // end::depths[]
        return VersionChecks.builder(registry)
                .lockFile(lockFile())
                .samples(samples)
                .build();
    }

    @Test
    void corpus() throws Exception {
        checks(Racks.First.REGISTRY).release("2026.1");
        checks(Racks.Cured.REGISTRY).release("2026.2");
        List<String> files = files(directory.resolve("object-corpus"));

        assertThat(Files.readString(PAGE).lines().filter(line -> line.matches("object-corpus/\\S+")))
                .isNotEmpty()
                .isSubsetOf(files);

        Files.writeString(directory.resolve("object-corpus/2026.1/dc.Rack/1.0/full.json"), "{}");
        Files.writeString(directory.resolve("object-corpus/2026.1/dc.Rack/1.0/mine.json"), "{}");
        assertThat(problems(checks(Racks.Cured.REGISTRY))).hasSize(2);
        assertOnPage(checks(Racks.Cured.REGISTRY), "full.json");
        assertOnPage(checks(Racks.Cured.REGISTRY), "mine.json");
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(each -> root.getFileName() + "/"
                            + root.relativize(each).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void functionsThatChanged_areSeenByTheCorpusOnly() throws Exception {
        sled(10).release("2026.1");
        sled(10).check();

        assertThat(problems(sled(100))).isNotEmpty().allMatch(each -> each.contains("release 2026.1, sample"));
        assertOnPage(sled(100), "written as 1.0, and");
    }

    @Test
    void check_withoutJUnit() {
        ObjectRegistry registry = Racks.Cured.REGISTRY;
        checks(registry).writeLock();
        Path lock = lockFile();
        List<String> told = new ArrayList<>();
        // tag::plain[]
        VersionChecks checks = VersionChecks.builder(registry).lockFile(lock).build();

        checks.check(); // throws a VersionCheckException with all problems
        for (VersionCheck each : checks.checks()) { // or one by one
            for (VersionProblem problem : each.run()) {
                told.add(each.name() + ": " + problem.what() + "; " + problem.cure());
            }
        }
        // end::plain[]
        assertThat(told).isEmpty();
    }

    /** What a command line is told of. */
    public static final class RackTypes {
        /** The types. */
        public static final ObjectRegistry REGISTRY = Racks.Cured.REGISTRY;

        private RackTypes() {}
    }

    private String run(int expected, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, UTF_8);
        List<String> all = new ArrayList<>(List.of(
                "--types", RackTypes.class.getName(), "--lock", lockFile().toString()));
        all.addAll(List.of(args));

        assertThat(VersionCommand.run(all.toArray(String[]::new), stream, stream))
                .isEqualTo(expected);
        return shown(out.toString(UTF_8));
    }

    @Test
    void command() throws Exception {
        String page = Files.readString(PAGE);

        assertThat(run(0, "write")).isEqualToNormalizingNewlines("""
                dc.Rack 1.0 is new
                dc.Rack 1.1 is new
                object-versions.lock.json is written; commit it
                """);
        assertThat(run(0, "check")).endsWith(" checks passed" + System.lineSeparator());
        assertThat(run(0, "release", "2026.2")).startsWith("2026.2 is recorded");
        assertThat(run(1, "retire", "dc.Rack 1")).contains("take it out of the registry first");
        assertThat(run(0, "diff")).startsWith("every released version");
        assertThat(run(0, "children")).isEmpty();
        assertThat(run(0, "changelog", "2026.2", "2026.2")).endsWith("Nothing changed.\n");
        assertThat(run(0, "--out", directory.resolve("matrix.html").toString(), "matrix"))
                .contains("matrix.html is written");
        assertThat(page.lines().filter(line -> line.contains("lock.VersionCommand --types com.example.RackTypes")))
                .extracting(line -> line.replaceFirst(".*RackTypes ", "").replaceFirst(" .*", ""))
                .containsExactly("check", "write", "release", "retire", "restore", "diff", "children");
        assertThat(page).contains("VersionCommand changelog 2026.1 2026.2", "VersionCommand --out matrix.html matrix");
    }

    @Test
    void reports() throws Exception {
        checks(Racks.First.REGISTRY).release("2026.1");
        checks(Racks.Cured.REGISTRY).release("2026.2");
        Path file = lockFile();
        // tag::reports[]
        VersionLock lock = VersionLock.read(file);
        String changelog = ReleaseDiff.between(lock, "2026.1", "2026.2").toMarkdown();

        Compatibility compatibility = Compatibility.of(lock);
        Compatibility.Pair back = compatibility.between("2026.2", "2026.1"); // a new sender, an old receiver
        assertThat(back.counts()).containsOnlyKeys(Passage.Verdict.LESS);
        String page = compatibility.toHtml();
        // end::reports[]

        assertOnPage(changelog);
        assertThat(page).startsWith("<!DOCTYPE html>").contains("dc.Rack");
    }
}
