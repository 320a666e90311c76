package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.versionedobjects.Facts;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.SeveralFaultsException;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.docs.Models.Project;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.lock.VersionLock;
import org.versionedobjects.types.Types;

/** The page on errors: an anchor for each exception, and messages as they are. */
class ErrorsPageTest {
    private static final Path PAGE = Path.of("src", "main", "asciidoc", "errors.adoc");
    private static final Pattern ANCHOR = Pattern.compile("(?m)^\\[\\[(\\w+)]]$");
    private static final List<String> SOURCES = List.of("core", "persistence");

    static final class Bad extends VersionedObject {
        private static final ObjectType.Definition<Bad> DEFINE =
                ObjectType.define(Bad.class, "placement", "Bad", Bad::new);
        static final ObjectType<Bad> TYPE = DEFINE.version("1.0");

        static {
            DEFINE.field("colour", Types.string());
        }

        Bad() {
            super(TYPE);
        }
    }

    @Test
    void page_hasAnAnchorForEachException_andNoOther() throws Exception {
        List<String> anchors = ANCHOR.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(anchors).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(labels());
    }

    /** The labels of all exceptions of the library that can be thrown: public classes below the root, not abstract. */
    private static List<String> labels() throws Exception {
        List<String> labels = SOURCES.stream()
                .flatMap(ErrorsPageTest::classNames)
                .map(ErrorsPageTest::load)
                .filter(VersionedObjectException.class::isAssignableFrom)
                .filter(each -> !Modifier.isAbstract(each.getModifiers()) && Modifier.isPublic(each.getModifiers()))
                .map(each -> each.getSimpleName().replaceFirst("Exception$", ""))
                .toList();
        assertThat(labels).contains("UnsetField", "GoneConflict");
        return labels;
    }

    private static Stream<String> classNames(String module) {
        Path sources = Path.of("..", module, "src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .map(file -> sources.relativize(file).toString())
                    .filter(name -> name.endsWith("Exception.java") || name.endsWith("Conflict.java"))
                    .map(name -> name.replaceFirst("\\.java$", "").replaceAll("[/\\\\]", "."))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> load(String className) {
        try {
            return Class.forName(className);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void facts() {
        Project project = new Project();
        // tag::facts[]
        try {
            project.setFrom(Project.EXTERNAL_ID, 5);
        } catch (InvalidValueException e) {
            Facts facts = e.facts();
            facts.object(); // "placement.Project"
            facts.path(); // "external_id"
            facts.expected(); // "a text"
            facts.was(); // "5 (Integer)"
        }
        // end::facts[]

        assertThatThrownBy(() -> project.setFrom(Project.EXTERNAL_ID, 5))
                .isInstanceOfSatisfying(InvalidValueException.class, e -> {
                    assertThat(e.facts().object()).isEqualTo("placement.Project");
                    assertThat(e.facts().path()).isEqualTo("external_id");
                    assertThat(e.facts().expected()).isEqualTo("a text");
                    assertThat(e.facts().was()).isEqualTo("5 (Integer)");
                });
    }

    @Test
    void allFaultsAtOnce() throws Exception {
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(Project.TYPE));
        String json = codec.toJson(Project.TYPE
                        .with(Project.ID, 1L)
                        .with(Project.EXTERNAL_ID, "five")
                        .build())
                .replace("1,", "\"x\",")
                .replace("\"five\"", "5");
        List<String> report = new ArrayList<>();
        // tag::collecting[]
        try {
            codec.collectingFaults(100).fromJson(json);
        } catch (SeveralFaultsException e) {
            for (VersionedObjectException fault : e.faults()) {
                report.add(fault.facts().path() + ": " + fault.facts().expected());
            }
        }
        // end::collecting[]

        assertThat(report).containsExactly("id: an integer of 64 bits", "external_id: a text");
        assertOnPage(() -> codec.collectingFaults(100).fromJson(json));
    }

    @Test
    void messages_areThoseOfThePage() throws Exception {
        Project project = Project.TYPE.with(Project.ID, 1L).build();

        assertOnPage(() -> project.get(Project.EXTERNAL_ID));
        assertOnPage(() -> project.setFrom(Project.EXTERNAL_ID, 5));
        assertOnPage(() -> project.byName().get("nmae"));
        assertOnPage(Bad::new);
        assertOnPage(() -> Version.parse("1"));
    }

    @Test
    void messageOfABrokenLock_isThatOfThePage(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("object-versions.lock.json");
        ObjectRegistry registry = ObjectRegistry.of(Models.Consumer.TYPE, Project.TYPE);
        String lock = VersionLock.of(registry).released("2026.1").toJson();
        Files.writeString(file, lock.replaceFirst("(\"consumer_type_id\".*)\"longInteger\"", "$1\"integer\""));

        String message = catchThrowable(() -> VersionLock.read(file)).getMessage();

        assertThat(Files.readString(PAGE)).contains("----\n" + message.replace(directory + "/", "") + "\n----\n");
    }

    @Test
    void page_hasNoMessageThatIsNotAsserted() throws Exception {
        assertThat(Files.readAllLines(PAGE).stream().filter(line -> line.matches("\\[\\w+] .*")))
                .hasSize(7);
    }

    private static void assertOnPage(ThrowingCallable failing) throws Exception {
        assertThat(Files.readString(PAGE))
                .contains("----\n" + catchThrowable(failing).getMessage() + "\n----\n");
    }
}
