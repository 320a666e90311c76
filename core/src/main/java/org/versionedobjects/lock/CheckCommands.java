package org.versionedobjects.lock;

import java.util.Objects;

/**
 * What a developer types to write the lock file, told where a check fails. Immutable and thread-safe.
 *
 * @param write writes what is in the making
 * @param release records a release, whose name follows
 */
public record CheckCommands(String write, String release) {
    private static final String MAIN = "java -cp … " + VersionCommand.class.getName();

    /** The main class, for whoever has no tests. */
    public static final CheckCommands MAIN_CLASS = new CheckCommands(MAIN + " write", MAIN + " release");

    /** Returns what records that a type is gone; tests have no such action. */
    static String retire(LockedType.Id id) {
        return MAIN + " retire \"" + id + "\"";
    }

    /** Checks that both are there. */
    public CheckCommands {
        Objects.requireNonNull(write, "write");
        Objects.requireNonNull(release, "release");
    }
}
