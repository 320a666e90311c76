package org.versionedobjects.lock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.Types;

class VersionCommandTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    public static final class AsField {
        public static final ObjectRegistry REGISTRY =
                ObjectRegistry.of(ObjectType.dynamic("demo", "Lamp").version("1.0"));

        private AsField() {}
    }

    public static final class AsMethod {
        private AsMethod() {}

        public static ObjectRegistry registry() {
            return AsField.REGISTRY;
        }
    }

    public static final class Changed {
        public static final ObjectRegistry REGISTRY = ObjectRegistry.of(lamp());

        private Changed() {}

        private static ObjectType<?> lamp() {
            ObjectType.Definition<DynamicObject> lamp = ObjectType.dynamic("demo", "Lamp");
            lamp.field("colour", Types.string());
            return lamp.version("1.0");
        }
    }

    public static final class Bumped {
        public static final ObjectRegistry REGISTRY =
                ObjectRegistry.of(ObjectType.dynamic("demo", "Lamp").version("1.1"));

        private Bumped() {}
    }

    public static final class Grown {
        public static final ObjectRegistry REGISTRY =
                ObjectRegistry.of(ObjectType.dynamic("demo", "Lamp").version("1.1"), stand());

        private Grown() {}

        private static ObjectType<?> stand() {
            ObjectType.Definition<DynamicObject> stand = ObjectType.dynamic("demo", "Stand");
            stand.field("lamp", Types.object("demo", "Lamp"));
            return stand.version("1.0");
        }
    }

    private int run(String... words) {
        List<String> args = new ArrayList<>(List.of(words));
        args.addAll(List.of("--lock", directory.resolve("lock.json").toString()));
        return runPlain(args.toArray(String[]::new));
    }

    private int runPlain(String... args) {
        out.reset();
        err.reset();
        return VersionCommand.run(args, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private static String[] lamps(String... words) {
        List<String> args = new ArrayList<>(List.of("--types", AsField.class.getName()));
        args.addAll(List.of(words));
        return args.toArray(String[]::new);
    }

    @Test
    void storyOfARelease() {
        assertThat(run(lamps("check"))).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("there is no lock file", "VersionCommand write");

        assertThat(run(lamps("write"))).isZero();
        assertThat(out.toString(UTF_8)).contains("demo.Lamp 1.0 is new", "is written; commit it");

        assertThat(run(lamps("release", "2026.1"))).isZero();
        assertThat(out.toString(UTF_8)).contains("2026.1 is recorded");

        assertThat(run(lamps("check"))).isZero();
        assertThat(out.toString(UTF_8)).contains("checks passed");
        assertThat(directory.resolve("object-corpus/2026.1")).isDirectory();

        assertThat(run(lamps("release", "2026.1"))).isEqualTo(1);
        assertThat(run(lamps("retire", "demo.Lamp 1"))).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("still in the code");
    }

    /** Fails when it is initialised. */
    public static final class Failing {
        public static final ObjectRegistry REGISTRY = fail();

        private Failing() {}

        private static ObjectRegistry fail() {
            throw new IllegalStateException("no types today");
        }
    }

    /** Has a method that fails. */
    public static final class Refusing {
        private Refusing() {}

        public static ObjectRegistry registry() {
            return ObjectRegistry.of(ObjectType.dynamic("demo", "Lamp").version("one"));
        }
    }

    @Test
    void type_isRetiredAndRestored() {
        release("r1", Grown.class);

        assertThat(run(lamps("retire", "demo.Stand"))).isZero();
        assertThat(run("restore", "demo.Stand 1", "--types", Grown.class.getName()))
                .isZero();
        assertThat(out.toString(UTF_8)).contains("demo.Stand 1 is there again");
        assertThat(run("check", "--types", Grown.class.getName())).isZero();
    }

    @Test
    void registry_isThatOfAMethod() {
        assertThat(run("--types", AsMethod.class.getName(), "write")).isZero();
        assertThat(Files.exists(directory.resolve("lock.json"))).isTrue();
    }

    private void release(String name, Class<?> types) {
        assertThat(run("release", name, "--types", types.getName())).isZero();
    }

    @Test
    void diff_tellsEachDifferenceWithItsCure() {
        release("r1", AsField.class);

        assertThat(run("diff", "--types", AsField.class.getName())).isZero();
        assertThat(out.toString(UTF_8)).startsWith("every released version is as it was released");
        assertThat(run("diff", "--types", Changed.class.getName())).isEqualTo(1);
        assertThat(out.toString(UTF_8).lines())
                .singleElement()
                .asString()
                .contains("demo.Lamp 1.0 at colour: ", ".since(\"1.1\")");
    }

    @Test
    void diff_thatNeedsNothing_isFine() {
        release("r1", AsField.class);

        assertThat(run("diff", "--types", Bumped.class.getName())).isZero();
        assertThat(out.toString(UTF_8)).contains("nothing has to be done");
    }

    @Test
    void droppedType_isRetiredByTheCommandThatTheCureNames() {
        release("r1", Grown.class);
        assertThat(run("check", "--types", Bumped.class.getName())).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("org.versionedobjects.lock.VersionCommand retire \"demo.Stand 1\"");

        assertThat(run("retire", "demo.Stand 1", "--types", Bumped.class.getName()))
                .isZero();
        assertThat(run("check", "--types", Bumped.class.getName())).isZero();
    }

    @Test
    void children_tellsTheTableOfEachField() {
        release("r1", Grown.class);

        assertThat(run("children", "--types", Grown.class.getName())).isZero();
        assertThat(out.toString(UTF_8).lines())
                .containsExactly("demo.Stand at lamp, for demo.Lamp: .child(\"1.0\", \"1.1\")");
    }

    @Test
    void changelog_needsNoTypes_andGoesWhereItIsSent() throws IOException {
        release("r1", AsField.class);
        release("r2", Grown.class);
        Path file = directory.resolve("changes.md");

        assertThat(run("changelog", "r1", "r2")).isZero();
        String changes = out.toString(UTF_8);
        assertThat(changes).startsWith("# From `r1` to `r2`\n").contains("## `demo.Stand` `1.0`: new");
        assertThat(run("changelog", "r1", "r2", "--out", file.toString())).isZero();
        assertThat(file).hasContent(changes);
    }

    @Test
    void matrix_needsNoTypes_andGoesWhereItIsSent() throws IOException {
        release("r1", AsField.class);
        Path file = directory.resolve("matrix.html");

        assertThat(run("matrix")).isZero();
        assertThat(out.toString(UTF_8)).contains("Which release can talk to which", "</html>");
        assertThat(run("matrix", "--out", file.toString())).isZero();
        assertThat(Files.readString(file))
                .isEqualTo(Compatibility.of(VersionLock.read(directory.resolve("lock.json")))
                        .toHtml());
        assertThat(run("matrix", "--out", directory.toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains(directory + " cannot be written");
    }

    @Test
    void reports_withoutALock_sayThatThereIsNone() {
        assertThat(run("matrix")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("lock.json");
    }

    @Test
    void changelogOfAnUnknownRelease_namesThoseThatThereAre() {
        release("r1", AsField.class);

        assertThat(run("changelog", "r1", "r9")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("The lock has no release r9; it has [r1].");
    }

    @Test
    void whatIsNotUnderstood_isToldWithTheUsage() {
        assertNotUnderstood("There is no action.");
        assertNotUnderstood("There is no action fly.", "fly");
        assertNotUnderstood("It is: release NAME.", "release");
        assertNotUnderstood("It is: changelog OLDER NEWER.", "changelog", "r1");
        assertNotUnderstood("There is no option --speed.", "check", "--speed", "9");
        assertNotUnderstood("--lock needs a value.", "check", "--lock");
        assertNotUnderstood("There is no profile java.", lamps("check", "--profile", "java"));
        assertNotUnderstood("A serial namespace is not empty: ", lamps("check", "--namespace", ""));
        assertNotUnderstood("The value of --corpus is no path: ", lamps("check", "--corpus", "\0"));
        assertNotUnderstood("The value of --lock is no path: ", lamps("check", "--lock", "\0"));
        assertNotUnderstood(
                "The class a.B gives no registry: java.lang.ClassNotFoundException: a.B", "check", "--types", "a.B");
        assertNotUnderstood(
                "The class " + Failing.class.getName()
                        + " gives no registry: java.lang.IllegalStateException: no types today",
                "check",
                "--types",
                Failing.class.getName());
        assertNotUnderstood(
                "The class " + Refusing.class.getName()
                        + " gives no registry: org.versionedobjects.InvalidDefinitionException: [",
                "check",
                "--types",
                Refusing.class.getName());
        assertNotUnderstood("The class java.lang.String has no public static ", "check", "--types", "java.lang.String");
        assertNotUnderstood("A type is called namespace.Name", lamps("retire", "Lamp"));
        assertNotUnderstood("A type is called namespace.Name", lamps("retire", "demo.Lamp x"));
    }

    private void assertNotUnderstood(String message, String... args) {
        assertThat(runPlain(args)).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .startsWith(message)
                .contains("Usage: java -cp")
                .doesNotContain("\tat ");
        assertThat(out.toString(UTF_8)).isEmpty();
    }
}
