package org.versionedobjects.lock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.versionedobjects.Facts;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.StreamFailedException;

/** What {@link VersionCommand} does. */
final class CommandActions {
    private CommandActions() {}

    static boolean check(CommandOptions options, PrintStream out) {
        VersionChecks checks = options.checks();
        checks.check();
        out.println(checks.checks().size() + " checks passed");
        return true;
    }

    static boolean write(CommandOptions options, PrintStream out) {
        List<String> changes = options.checks().writeLock();
        changes.forEach(out::println);
        out.println(options.lockFile() + (changes.isEmpty() ? " was up to date" : " is written; commit it"));
        return true;
    }

    static boolean release(CommandOptions options, PrintStream out) {
        options.checks().release(options.word(1));
        out.println(options.word(1) + " is recorded; commit lock file and corpus");
        return true;
    }

    static boolean retire(CommandOptions options, PrintStream out) {
        LockedType.Id id = id(options.word(1));
        options.checks().retire(id);
        out.println(id + " is retired; commit the lock file");
        return true;
    }

    static boolean restore(CommandOptions options, PrintStream out) {
        LockedType.Id id = id(options.word(1));
        options.checks().restore(id);
        out.println(id + " is there again; commit the lock file");
        return true;
    }

    static boolean diff(CommandOptions options, PrintStream out) {
        List<LockDifference> differences = LockDiff.of(options.lock(), options.registry());
        differences.forEach(out::println);
        if (differences.isEmpty()) {
            out.println("every released version is as it was released");
        }
        return differences.stream().allMatch(each -> each.needed() == LockDifference.Needed.NONE);
    }

    static boolean children(CommandOptions options, PrintStream out) {
        ObjectRegistry code = options.registry();
        ChildTables.of(options.lock().updated(code), code).proposals().forEach(out::println);
        return true;
    }

    static boolean changelog(CommandOptions options, PrintStream out) {
        VersionLock lock = options.lock();
        ReleaseDiff diff;
        try {
            diff = ReleaseDiff.between(lock, options.word(1), options.word(2));
        } catch (IllegalArgumentException e) {
            throw new CommandOptions.NotUnderstood(e.getMessage() + ".", e);
        }
        return print(diff.toMarkdown(), options, out);
    }

    static boolean matrix(CommandOptions options, PrintStream out) {
        return print(Compatibility.of(options.lock()).toHtml(), options, out);
    }

    /** Writes a document in UTF-8, which it says that it is in, whatever the terminal's. */
    private static boolean print(String document, CommandOptions options, PrintStream out) {
        byte[] bytes = document.getBytes(UTF_8);
        Path file = options.outFile().orElse(null);
        if (file == null) {
            out.write(bytes, 0, bytes.length);
            out.flush();
            return true;
        }
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new StreamFailedException(Facts.problem(file + " cannot be written: " + e), e);
        }
        out.println(file + " is written");
        return true;
    }

    private static LockedType.Id id(String text) {
        try {
            return LockedType.Id.parse(text);
        } catch (InvalidValueException e) {
            throw new CommandOptions.NotUnderstood(
                    "A type is called namespace.Name, perhaps with a blank and its major behind: \"" + text
                            + "\" is not.",
                    e);
        }
    }
}
