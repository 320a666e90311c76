package org.versionedobjects.lock;

import java.io.PrintStream;
import java.util.List;

/** What {@link VersionCommand} does. */
final class CommandActions {
    private CommandActions() {}

    static void check(VersionChecks checks, List<String> words, PrintStream out) {
        checks.check();
        out.println(checks.checks().size() + " checks passed");
    }

    static void write(VersionChecks checks, List<String> words, PrintStream out) {
        List<String> changes = checks.writeLock();
        changes.forEach(out::println);
        out.println(checks.lockFile() + (changes.isEmpty() ? " was up to date" : " is written; commit it"));
    }

    static void release(VersionChecks checks, List<String> words, PrintStream out) {
        checks.release(words.get(0));
        out.println(words.get(0) + " is recorded; commit lock file and corpus");
    }

    static void retire(VersionChecks checks, List<String> words, PrintStream out) {
        LockedType.Id id = id(words.get(0));
        checks.retire(id);
        out.println(id + " is retired; commit the lock file");
    }

    /** Reads {@code placement.Consumer 1}; the name is what follows the last dot, and without a major it is 1. */
    private static LockedType.Id id(String text) {
        int blank = text.indexOf(' ');
        String qualified = blank < 0 ? text : text.substring(0, blank);
        int dot = qualified.lastIndexOf('.');
        try {
            int major = blank < 0 ? 1 : Integer.parseInt(text.substring(blank + 1));
            if (dot > 0) {
                return new LockedType.Id(qualified.substring(0, dot), qualified.substring(dot + 1), major);
            }
        } catch (NumberFormatException e) {
            throw new CommandOptions.NotUnderstood("The major of \"" + text + "\" is no number.", e);
        }
        throw new CommandOptions.NotUnderstood(
                "A type is called namespace.Name, perhaps with its major behind: \"" + text + "\" is not.");
    }
}
