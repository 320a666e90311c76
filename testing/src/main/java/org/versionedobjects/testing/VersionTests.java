package org.versionedobjects.testing;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.lock.CheckCommands;
import org.versionedobjects.lock.LockedType;
import org.versionedobjects.lock.VersionCheck;
import org.versionedobjects.lock.VersionChecks;
import org.versionedobjects.lock.VersionProblem;

/**
 * All checks of versions as JUnit tests, each with a name:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> versions() {
 *     return VersionTests.of(PlacementTypes.REGISTRY).tests();
 * }
 * }</pre>
 *
 * <p>The lock file is {@code object-versions.lock.json} in the working directory, which is the directory of the module, and
 * the corpus is beside it. The same tests write them: with {@code -Dversionedobjects.lock=write} what is in the making, with
 * {@code -Dversionedobjects.release=2026.1} a release, with {@code -Dversionedobjects.retire="placement.Consumer 1"} that
 * types are gone, with {@code …restore=…} that they are there again, several by commas; then they check. None of it is done
 * where the environment variable {@code CI} is set, and never is anything written that a released version does not allow.
 *
 * <p>Immutable and thread-safe.
 */
public final class VersionTests {
    static final String LOCK = "versionedobjects.lock";
    static final String RELEASE = "versionedobjects.release";
    static final String RETIRE = "versionedobjects.retire";
    static final String RESTORE = "versionedobjects.restore";

    private final VersionChecks checks;
    private final TestSettings settings;

    private VersionTests(VersionChecks checks, TestSettings settings) {
        this.checks = checks;
        this.settings = settings;
    }

    /** Returns the tests of a registry. */
    public static VersionTests of(ObjectRegistry registry) {
        return of(VersionChecks.of(registry), TestSettings.OF_JVM, caller());
    }

    /** Returns the tests of checks that have settings of their own. Their problems say to run this test, if they say nothing else. */
    public static VersionTests of(VersionChecks checks) {
        return of(checks, TestSettings.OF_JVM, caller());
    }

    static VersionTests of(VersionChecks checks, TestSettings settings, String testClass) {
        Objects.requireNonNull(checks, "checks");
        if (!checks.commands().equals(CheckCommands.MAIN_CLASS)) {
            return new VersionTests(checks, settings);
        }
        String command = "mvn test -Dtest=" + testClass + " -Dsurefire.failIfNoSpecifiedTests=false -D";
        return new VersionTests(
                checks.withCommands(new CheckCommands(
                        command + LOCK + "=" + TestSettings.WRITE,
                        command + RELEASE + "=",
                        command + RETIRE + "=",
                        command + RESTORE + "=")),
                settings);
    }

    /** Returns the simple name of the class that called one of the factories, or of the one around it: the test. */
    private static String caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .filter(name -> !name.equals(VersionTests.class.getName()))
                        .findFirst()
                        .map(name -> name.substring(name.lastIndexOf('.') + 1).replaceFirst("\\$.*", ""))
                        .orElse("…"));
    }

    /**
     * Returns a container for each group of checks with a test for each check. If something is to be written, that is done
     * now, and the first test tells how it went.
     */
    public Stream<DynamicNode> tests() {
        List<DynamicNode> nodes = new ArrayList<>();
        settings.misunderstood()
                .ifPresent(value -> nodes.add(dynamicTest(
                        LOCK,
                        () -> Assertions.fail("-D" + LOCK + "=" + TestSettings.WRITE
                                + " writes the lock file; nothing is known of -D" + LOCK + "=" + value))));
        settings.types(RETIRE)
                .forEach(id -> nodes.add(writing("retire " + id, () -> checks.retire(LockedType.Id.parse(id)))));
        settings.types(RESTORE)
                .forEach(id -> nodes.add(writing("restore " + id, () -> checks.restore(LockedType.Id.parse(id)))));
        settings.release()
                .ifPresent(name -> nodes.add(writing("record the release " + name, () -> checks.release(name))));
        if (settings.writesLock()) {
            nodes.add(writing("write " + checks.lockFile().getFileName(), checks::writeLock));
        }
        Map<String, List<VersionCheck>> groups = checks.checks().stream()
                .collect(Collectors.groupingBy(VersionCheck::group, LinkedHashMap::new, Collectors.toList()));
        groups.forEach(
                (group, each) -> nodes.add(dynamicContainer(group, each.stream().map(VersionTests::test))));
        return nodes.stream();
    }

    private static DynamicTest test(VersionCheck check) {
        return dynamicTest(check.name(), () -> {
            List<VersionProblem> problems = check.run();
            if (!problems.isEmpty()) {
                Assertions.fail(problems.stream().map(VersionProblem::toString).collect(Collectors.joining("\n")));
            }
        });
    }

    private DynamicTest writing(String name, Runnable action) {
        if (settings.isContinuousIntegration()) {
            return dynamicTest(
                    name,
                    () -> Assertions.fail(
                            "nothing is written where the environment variable CI is set: what is written is"
                                    + " committed by whoever looked at it"));
        }
        try {
            action.run();
            return dynamicTest(name, () -> {});
        } catch (RuntimeException e) {
            return dynamicTest(name, () -> {
                throw e;
            });
        }
    }
}
