package org.versionedobjects.lock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;

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

    @Test
    void registry_isThatOfAMethod() {
        assertThat(run("--types", AsMethod.class.getName(), "write")).isZero();
        assertThat(Files.exists(directory.resolve("lock.json"))).isTrue();
    }

    @Test
    void whatIsNotUnderstood_isToldWithTheUsage() {
        assertNotUnderstood("There is no action.");
        assertNotUnderstood("There is no action fly.", "fly");
        assertNotUnderstood("It is: release NAME.", "release");
        assertNotUnderstood("There is no option --speed.", "check", "--speed", "9");
        assertNotUnderstood("--lock needs a value.", "check", "--lock");
        assertNotUnderstood("There is no profile java.", lamps("check", "--profile", "java"));
        assertNotUnderstood("The class a.B gives no registry: ", "check", "--types", "a.B");
        assertNotUnderstood("The class java.lang.String has no public static ", "check", "--types", "java.lang.String");
        assertNotUnderstood("A type is called namespace.Name", lamps("retire", "Lamp"));
        assertNotUnderstood("The major of \"demo.Lamp x\" is no number.", lamps("retire", "demo.Lamp x"));
    }

    private void assertNotUnderstood(String message, String... args) {
        assertThat(runPlain(args)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith(message).contains("Usage: java -cp");
        assertThat(out.toString(UTF_8)).isEmpty();
    }
}
