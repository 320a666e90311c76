package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.Types;

class CorpusTest {
    private static final ObjectType<DynamicObject> LAMP_1_0 =
            ObjectType.dynamic("demo", "Lamp").version("1.0");

    @TempDir
    Path corpus;

    /** A fleet of lamps whose watts were a text before 1.1. */
    private static ObjectRegistry fleet(String version, Function<Long, String> down) {
        return fleet(version, down, Long::valueOf);
    }

    private static ObjectRegistry fleet(String version, Function<Long, String> down, Function<String, Long> up) {
        return fleet(version, down, up, FieldSpec.of(Types.string()));
    }

    private static ObjectRegistry fleet(
            String version, Function<Long, String> down, Function<String, Long> up, FieldSpec<String> name) {
        ObjectType.Definition<DynamicObject> lamp = ObjectType.dynamic("demo", "Lamp");
        lamp.field("name", name);
        lamp.field("watts", Types.longInteger().changedIn("1.1", Types.string(), down, up));
        lamp.field("colour", Types.string().since("1.1"));
        ObjectType.Definition<DynamicObject> fleet = ObjectType.dynamic("demo", "Fleet");
        fleet.field("lamps", Types.listOf(Types.object("demo", "Lamp")));
        return ObjectRegistry.of(lamp.version(version), fleet.version("1.0"));
    }

    private static ObjectRegistry fleet() {
        return fleet("1.1", String::valueOf);
    }

    private static SortedMap<String, VersionedObject> samples(ObjectRegistry registry, ObjectType<?> type) {
        SortedMap<String, VersionedObject> samples = new TreeMap<>();
        DynamicObject object = (DynamicObject) type.newObject();
        samples.put("empty", type.newObject());
        samples.put("all: set", object);
        if (type.name().equals("Lamp")) {
            object.set("name", "bright");
            object.set("watts", 60);
            object.set("colour", "red");
        } else {
            ObjectType<?> lamp = registry.newest("demo", "Lamp").orElseThrow();
            object.set("lamps", List.of(samples(registry, lamp).get("all: set")));
        }
        object.resetChangesDeep();
        return samples;
    }

    /** A lock whose releases are these registries, in order, called 2026.1, 2026.2. */
    private static VersionLock lock(ObjectRegistry... releases) {
        VersionLock lock = VersionLock.empty();
        for (ObjectRegistry each : releases) {
            List<LockedRelease> before = lock.releases();
            lock = new VersionLock(before, VersionLock.of(each).types()).released("2026." + (before.size() + 1));
        }
        return lock;
    }

    private static LockedRelease last(VersionLock lock) {
        return lock.releases().get(lock.releases().size() - 1);
    }

    private VersionLock record(VersionLock lock, ObjectRegistry registry) throws IOException {
        LockedRelease release = last(lock);
        new CorpusRecorder(ObjectCodec.of(registry), type -> samples(registry, type))
                .record(lock, release)
                .write(corpus.resolve(release.name()));
        return lock;
    }

    private List<String> problems(VersionLock lock, ObjectRegistry code) {
        return CorpusCheck.run(corpus, lock, last(lock), ObjectCodec.of(code)).stream()
                .map(VersionProblem::what)
                .map(what -> what.replace(corpus + "/", ""))
                .toList();
    }

    private Path file(String path) {
        return corpus.resolve("2026.1/" + path);
    }

    @Test
    void release_isRecordedFileByFile() throws IOException {
        record(lock(fleet()), fleet());

        try (Stream<Path> files = Files.walk(corpus)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(corpus::relativize)
                            .map(Path::toString))
                    .containsExactlyInAnyOrder(
                            "2026.1/SHA256SUMS",
                            "2026.1/demo.Fleet/1.0/all-set.json",
                            "2026.1/demo.Fleet/1.0/empty.json",
                            "2026.1/demo.Lamp/1.1/all-set.as-1.0.json",
                            "2026.1/demo.Lamp/1.1/all-set.back-as-1.0.json",
                            "2026.1/demo.Lamp/1.1/all-set.json",
                            "2026.1/demo.Lamp/1.1/empty.as-1.0.json",
                            "2026.1/demo.Lamp/1.1/empty.json");
        }
        assertThat(file("demo.Lamp/1.1/all-set.as-1.0.json"))
                .content()
                .isEqualTo("{\"versioned_object.name\":\"Lamp\",\"versioned_object.namespace\":\"demo\","
                        + "\"versioned_object.version\":\"1.0\","
                        + "\"versioned_object.data\":{\"name\":\"bright\",\"watts\":\"60\"}}\n");
        assertThat(file("demo.Lamp/1.1/all-set.back-as-1.0.json"))
                .content()
                .isEqualTo("{\"versioned_object.name\":\"Lamp\",\"versioned_object.namespace\":\"demo\","
                        + "\"versioned_object.version\":\"1.1\","
                        + "\"versioned_object.data\":{\"name\":\"bright\",\"watts\":60}}\n");
    }

    @Test
    void earlierRelease_hasItsForms_whereObjectsAreInObjects() throws IOException {
        ObjectRegistry first = fleet("1.1", String::valueOf, Long::valueOf, FieldSpec.of(Types.string()));
        ObjectRegistry second =
                fleet("1.2", String::valueOf, Long::valueOf, Types.string().renamedFrom("label", "1.2"));
        VersionLock lock = record(lock(first, second), second);

        assertThat(Files.readString(corpus.resolve("2026.2/demo.Fleet/1.0/all-set.for-2026.1.json")))
                .contains("\"versioned_object.version\":\"1.1\"", "\"label\":\"bright\"");
        assertThat(corpus.resolve("2026.2/demo.Lamp/1.2/all-set.for-2026.1.json"))
                .doesNotExist();
        assertThat(problems(lock, second)).isEmpty();
    }

    @Test
    void sameCode_hasNoProblem() throws IOException {
        assertThat(problems(record(lock(fleet()), fleet()), fleet())).isEmpty();
    }

    @Test
    void newerCode_hasNoProblem_asLongAsItKeepsToTheRelease() throws IOException {
        VersionLock lock = record(lock(fleet()), fleet());

        assertThat(problems(
                        lock,
                        fleet(
                                "1.2",
                                String::valueOf,
                                Long::valueOf,
                                Types.string().renamedFrom("label", "1.2"))))
                .as("a name that was another one")
                .isNotEmpty();
        assertThat(problems(lock, fleet("1.3", String::valueOf))).isEmpty();
    }

    @Test
    void function_changedAfterRelease_isFoundByTheOlderForm() throws IOException {
        VersionLock lock = record(lock(fleet()), fleet());

        assertThat(problems(lock, fleet("1.1", watts -> watts + "W")))
                .containsExactly("demo.Lamp 1.1 at watts: release 2026.1, sample all-set, written as 1.0: "
                        + "expected \"60\" but was \"60W\"");
    }

    @Test
    void wayUp_changedAfterRelease_isFoundByWhatCameBack() throws IOException {
        VersionLock lock = record(lock(fleet()), fleet());

        assertThat(problems(lock, fleet("1.1", String::valueOf, watts -> Long.parseLong(watts) + 1)))
                .containsExactly(
                        "demo.Lamp 1.1 at watts: release 2026.1, sample all-set, written as 1.0 and read again: "
                                + "expected 60 but was 61");
    }

    @Test
    void wayUp_changedAfterRelease_isFoundByNewerCodeAsWell() throws IOException {
        VersionLock lock = record(lock(fleet()), fleet());

        assertThat(problems(lock, fleet("1.2", String::valueOf, watts -> Long.parseLong(watts) + 1)))
                .singleElement()
                .asString()
                .endsWith("written as 1.0 and read again: expected 60 but was 61");
    }

    @Test
    void documentThatTheReleaseItselfCouldNotRead_saysSo_andMayBecomeReadable() throws IOException {
        ObjectRegistry oneWay = fleet("1.1", String::valueOf, watts -> {
            throw new IllegalStateException("no way up");
        });
        VersionLock lock = record(lock(oneWay), oneWay);

        assertThat(file("demo.Lamp/1.1/all-set.back-as-1.0.json")).content().isEqualTo("null\n");
        assertThat(problems(lock, oneWay)).isEmpty();
        assertThat(problems(lock, fleet())).isEmpty();
    }

    @Test
    void wayUp_thatRefusesNowWhatTheReleaseRead_isFound_beneathANewerChange() throws IOException {
        VersionLock lock = record(lock(fleet()), fleet());
        Function<String, Long> refusing = watts -> {
            throw new IllegalArgumentException("no longer");
        };

        assertThat(problems(lock, fleet("1.1", String::valueOf, refusing)))
                .singleElement()
                .asString()
                .contains("demo.Lamp 1.1", "written as 1.0, can no longer be read");
        assertThat(problems(lock, fleet("1.2", String::valueOf, refusing)))
                .singleElement()
                .asString()
                .contains("demo.Lamp 1.1", "written as 1.0, can no longer be read");
    }

    private static ObjectRegistry switches(String version, FieldSpec<String> state) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Switch");
        define.field("state", state);
        return ObjectRegistry.of(define.version(version));
    }

    private VersionLock recorded(ObjectRegistry registry, String... states) throws IOException {
        VersionLock lock = lock(registry);
        SortedMap<String, VersionedObject> samples = new TreeMap<>();
        for (String each : states) {
            DynamicObject object = (DynamicObject)
                    registry.newest("demo", "Switch").orElseThrow().newObject();
            object.set("state", each);
            samples.put(each, object);
        }
        new CorpusRecorder(ObjectCodec.of(registry), type -> samples)
                .record(lock, last(lock))
                .write(corpus.resolve("2026.1"));
        return lock;
    }

    private static String refuse(String wanted, String value, String instead) {
        if (value.equals(wanted)) {
            throw new IllegalArgumentException("no " + wanted);
        }
        return instead;
    }

    @Test
    void newerChange_mayRefuseToGoBack() throws IOException {
        VersionLock lock = recorded(switches("1.0", FieldSpec.of(Types.string())), "on", "legacy");

        assertThat(problems(
                        lock,
                        switches(
                                "1.1",
                                Types.string()
                                        .changedIn(
                                                "1.1",
                                                Types.string(),
                                                down -> refuse("unknown", down, down),
                                                up -> up.equals("legacy") ? "unknown" : up))))
                .isEmpty();
    }

    @Test
    void newerChange_whoseWaysDoNotFit_isForRoundTripsToTell() throws IOException {
        VersionLock lock = recorded(switches("1.0", FieldSpec.of(Types.string())), "on", "off");

        assertThat(problems(
                        lock,
                        switches(
                                "1.1",
                                Types.string()
                                        .changedIn(
                                                "1.1",
                                                Types.string(),
                                                down -> "masked",
                                                up -> refuse("masked", up, up)))))
                .isEmpty();
    }

    @Test
    void fieldsInAnotherOrder_areFound_besideANewerMajor() throws IOException {
        ObjectType<DynamicObject> second = ObjectType.dynamic("demo", "Note").version("2.0");
        ObjectRegistry first =
                ObjectRegistry.of(notes(Types.string(), Types.string()).version("1.0"), second);
        ObjectRegistry other = ObjectRegistry.of(reordered("1.0").types().get(0), second);
        VersionLock lock = lock(first);
        new CorpusRecorder(
                        ObjectCodec.of(first),
                        type -> type.version().major() == 1
                                ? new TreeMap<>(Map.of("full", note(type)))
                                : new TreeMap<>(Map.of("empty", type.newObject())))
                .record(lock, last(lock))
                .write(corpus.resolve("2026.1"));

        assertThat(problems(lock, other))
                .containsExactly("demo.Note 1.0: release 2026.1, sample full, has the same fields in another order");
    }

    private static ObjectRegistry rooms(String version, FieldSpec<String> colour) {
        ObjectType.Definition<DynamicObject> lamp = ObjectType.dynamic("demo", "Lamp");
        lamp.field("name", Types.string());
        lamp.field("colour", colour);
        ObjectType.Definition<DynamicObject> room = ObjectType.dynamic("demo", "Room");
        room.field("lamps", Types.mapOf(Types.object("demo", "Lamp")));
        return ObjectRegistry.of(lamp.version(version), room.version("1.0"));
    }

    @Test
    void fieldOfObjectsInAMap_canBeRemoved() throws IOException {
        ObjectRegistry first = rooms("1.0", FieldSpec.of(Types.string()));
        VersionLock lock = lock(first);
        new CorpusRecorder(ObjectCodec.of(first), type -> {
                    DynamicObject object = (DynamicObject) type.newObject();
                    if (type.name().equals("Lamp")) {
                        object.set("colour", "red");
                    } else {
                        DynamicObject lamp = (DynamicObject)
                                first.newest("demo", "Lamp").orElseThrow().newObject();
                        lamp.set("colour", "red");
                        object.set("lamps", Map.of("left", lamp));
                    }
                    return new TreeMap<>(Map.of("full", object));
                })
                .record(lock, last(lock))
                .write(corpus.resolve("2026.1"));

        assertThat(problems(lock, rooms("1.1", Types.string().removedIn("1.1"))))
                .isEmpty();
    }

    @Test
    void wayBackWithoutTheWayThere_isUnused() throws IOException {
        ObjectRegistry lossy = fleet("1.1", watts -> "1");
        VersionLock lock = record(lock(lossy), lossy);
        Files.delete(file("demo.Lamp/1.1/all-set.as-1.0.json"));

        assertThat(problems(lock, lossy))
                .containsExactly(
                        "2026.1/demo.Lamp/1.1/all-set.as-1.0.json is missing",
                        "2026.1/demo.Lamp/1.1/all-set.back-as-1.0.json has no document beside it that it could have"
                                + " come of");
    }

    @Test
    void fieldsInAnotherOrder_areFound_andTheCureTellsTheOrder() throws IOException {
        ObjectRegistry first =
                ObjectRegistry.of(notes(Types.string(), Types.string()).version("1.0"));
        VersionLock lock = lock(first);
        new CorpusRecorder(ObjectCodec.of(first), type -> new TreeMap<>(Map.of("full", note(type), "more", note(type))))
                .record(lock, last(lock))
                .write(corpus.resolve("2026.1"));

        assertThat(CorpusCheck.run(corpus, lock, last(lock), ObjectCodec.of(reordered("1.0"))))
                .containsExactly(new VersionProblem(
                        "demo.Note 1.0: release 2026.1, sample full, and 1 more, has the same fields in another order",
                        "declare the fields of Note in the order in which peers have seen them: title, text; or put a"
                                + " version like 1.0.1"));
        assertThat(problems(lock, reordered("1.0.1"))).isEmpty();
    }

    @Test
    void fieldsInAnotherOrder_areToldOnce_forAllVersions() throws IOException {
        FieldSpec<String> renamed = Types.string().renamedFrom("titel", "1.1");
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Note");
        define.field("title", renamed);
        define.field("text", Types.string());
        ObjectType.Definition<DynamicObject> other = ObjectType.dynamic("demo", "Note");
        other.field("text", Types.string());
        other.field("title", renamed);
        ObjectRegistry first = ObjectRegistry.of(define.version("1.1"));
        VersionLock lock = lock(first);
        new CorpusRecorder(ObjectCodec.of(first), type -> new TreeMap<>(Map.of("full", note(type))))
                .record(lock, last(lock))
                .write(corpus.resolve("2026.1"));

        assertThat(file("demo.Note/1.1/full.as-1.0.json")).content().contains("\"titel\"");
        assertThat(CorpusCheck.run(corpus, lock, last(lock), ObjectCodec.of(ObjectRegistry.of(other.version("1.1")))))
                .containsExactly(new VersionProblem(
                        "demo.Note 1.1: release 2026.1, sample full, and 2 more, has the same fields in another order",
                        "declare the fields of Note in the order in which peers have seen them: title, text; or put a"
                                + " version like 1.1.1"));
    }

    private static ObjectRegistry reordered(String version) {
        ObjectType.Definition<DynamicObject> note = ObjectType.dynamic("demo", "Note");
        note.field("text", Types.string());
        note.field("title", Types.string());
        return ObjectRegistry.of(note.version(version));
    }

    @Test
    void mistakeThatManyDocumentsShow_isToldOnce() throws IOException {
        ObjectRegistry first = fleet();
        VersionLock lock = lock(first);
        SortedMap<String, VersionedObject> many = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            DynamicObject lamp =
                    (DynamicObject) first.newest("demo", "Lamp").orElseThrow().newObject();
            lamp.set("name", "lamp " + i);
            many.put("lamp " + i, lamp);
        }
        new CorpusRecorder(ObjectCodec.of(first), type -> type.name().equals("Lamp") ? many : samples(first, type))
                .record(lock, last(lock))
                .write(corpus.resolve("2026.1"));

        assertThat(problems(
                        lock,
                        fleet(
                                "1.1",
                                String::valueOf,
                                Long::valueOf,
                                Types.string().renamedFrom("label", "1.1"))))
                .containsExactly("demo.Lamp 1.1 at name: release 2026.1, sample lamp-0, written as 1.0, and 79 more: "
                        + "expected \"lamp 0\" but was nothing");
    }

    @Test
    void fillGivenLater_isNoProblem() throws IOException {
        ObjectRegistry first = ObjectRegistry.of(
                notes(Types.string(), Types.string().removedIn("1.1")).version("1.1"));
        ObjectRegistry second = ObjectRegistry.of(
                notes(Types.string(), Types.string().removedIn("1.1").fill("none"))
                        .version("1.1"));
        VersionLock lock = lock(first);
        new CorpusRecorder(ObjectCodec.of(first), type -> {
                    DynamicObject note = (DynamicObject) type.newObject();
                    note.set("title", "short");
                    return new TreeMap<>(Map.of("full", note));
                })
                .record(lock, last(lock))
                .write(corpus.resolve("2026.1"));

        assertThat(problems(lock, second)).isEmpty();
    }

    @Test
    void type_changedAfterRelease_cannotReadWhatWasWritten() throws IOException {
        VersionLock lock = record(lock(fleet()), fleet());

        assertThat(problems(
                        lock,
                        fleet(
                                "1.1",
                                String::valueOf,
                                Long::valueOf,
                                FieldSpec.of(Types.string().matching("[a-c]+")))))
                .first()
                .asString()
                .startsWith("demo.Fleet 1.0: release 2026.1, sample all-set, can no longer be read: [InvalidValue] ");
    }

    @Test
    void fieldThatWasRetypedSince_mayComeOutOtherwise_andNothingElse() throws IOException {
        ObjectRegistry first =
                ObjectRegistry.of(notes(Types.string(), Types.string()).version("1.0"));
        ObjectType.Definition<DynamicObject> define = notes(
                Types.string(),
                Types.string().changedIn("1.1", Types.string(), text -> text, text -> text.toUpperCase(Locale.ROOT)));
        ObjectRegistry second = ObjectRegistry.of(define.version("1.1"));
        ObjectType.Definition<DynamicObject> other = ObjectType.dynamic("demo", "Note");
        other.field(
                "text",
                Types.string().changedIn("1.1", Types.string(), text -> text, text -> text.toUpperCase(Locale.ROOT)));
        other.field("title", Types.string().renamedFrom("titel", "1.1"));
        VersionLock lock = lock(first);
        new CorpusRecorder(ObjectCodec.of(first), type -> new TreeMap<>(Map.of("full", note(type))))
                .record(lock, last(lock))
                .write(corpus.resolve("2026.1"));

        assertThat(problems(lock, second)).isEmpty();
        assertThat(problems(lock, ObjectRegistry.of(other.version("1.1"))))
                .containsExactly(
                        "demo.Note 1.0 at title: release 2026.1, sample full: expected \"short\" but was nothing");
    }

    private static ObjectType.Definition<DynamicObject> notes(FieldType<String> title, Object text) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Note");
        define.field("title", title);
        if (text instanceof FieldSpec<?> spec) {
            define.field("text", spec);
        } else {
            define.field("text", Types.string());
        }
        return define;
    }

    private static VersionedObject note(ObjectType<?> type) {
        DynamicObject note = (DynamicObject) type.newObject();
        note.set("title", "short");
        note.set("text", "long");
        note.resetChangesDeep();
        return note;
    }

    @Test
    void missingFile_isFound() throws IOException {
        VersionLock lock = record(lock(fleet()), fleet());
        Files.delete(file("demo.Lamp/1.1/empty.json"));

        assertThat(problems(lock, fleet()))
                .containsExactly(
                        "2026.1/demo.Lamp/1.1/empty.json is missing",
                        "2026.1/demo.Lamp/1.1/empty.as-1.0.json has no document of its own version beside it");
    }

    @Test
    void typeWithoutFiles_isFound() throws IOException {
        VersionLock lock = lock(fleet());
        ObjectRegistry less = ObjectRegistry.of(LAMP_1_0);
        new CorpusRecorder(ObjectCodec.of(less), type -> new TreeMap<>())
                .record(lock, last(lock))
                .write(corpus.resolve("2026.1"));

        assertThat(problems(lock, fleet())).contains("the release 2026.1 has no document of demo.Fleet 1.0");
    }

    @Test
    void releaseWithoutDirectory_isFound() {
        assertThat(problems(lock(fleet()), fleet()))
                .containsExactly("the release 2026.1 has no corpus: there is no directory 2026.1");
    }

    @Test
    void editedFile_isFound() throws IOException {
        VersionLock lock = record(lock(fleet()), fleet());
        Path edited = file("demo.Lamp/1.1/all-set.json");
        Files.writeString(edited, Files.readString(edited).replace("red", "blue"));

        assertThat(problems(lock, fleet()))
                .contains(
                        "2026.1/demo.Lamp/1.1/all-set.json is not what was recorded; what a release wrote never changes");
    }

    @Test
    void lineEndsOfGit_areNoEdit() throws IOException {
        VersionLock lock = record(lock(fleet()), fleet());
        try (Stream<Path> files = Files.walk(corpus)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(each, Files.readString(each).replace("\n", "\r\n"));
            }
        }

        assertThat(problems(lock, fleet())).isEmpty();
    }

    @Test
    void strayFile_isFound_whereverItIs() throws IOException {
        VersionLock lock = record(lock(fleet()), fleet());
        List<String> strays =
                new ArrayList<>(List.of("readme.txt", "demo.Lamp/1.1/more.json", "demo.Gone/1.0/full.json"));
        for (String each : strays) {
            Files.createDirectories(file(each).getParent());
            Files.writeString(file(each), "{}");
        }

        assertThat(problems(lock, fleet()))
                .containsExactlyInAnyOrderElementsOf(strays.stream()
                        .map(each -> "2026.1/" + each + " was not recorded with the release")
                        .toList());
    }

    @Test
    void recordedFile_thatNothingOfTheLockAsksFor_isUnused() throws IOException {
        VersionLock lock = record(lock(fleet()), fleet());
        SortedMap<LockedType.Id, Version> lamps = new TreeMap<>(last(lock).versions());
        lamps.remove(new LockedType.Id("demo", "Fleet", 1));
        VersionLock less = new VersionLock(List.of(new LockedRelease("2026.1", lamps)), lock.types());

        assertThat(problems(less, fleet()))
                .containsExactly(
                        "2026.1/demo.Fleet/1.0/all-set.json is of no type and version of the release",
                        "2026.1/demo.Fleet/1.0/empty.json is of no type and version of the release");
    }

    @Test
    void retiredType_isNotReadAnyMore() throws IOException {
        VersionLock lock = record(lock(fleet()), fleet());
        SortedMap<LockedType.Id, LockedType> types = new TreeMap<>(lock.types());
        types.replaceAll((id, type) -> new LockedType(id, id.name().equals("Fleet"), type.versions()));
        ObjectRegistry lamps = ObjectRegistry.of(fleet().newest("demo", "Lamp").orElseThrow());

        assertThat(problems(new VersionLock(lock.releases(), types), lamps)).isEmpty();
    }
}
