package org.versionedobjects.lock;

import java.util.Objects;

/**
 * What a developer types to write the lock file, told where a check fails. Immutable and thread-safe.
 *
 * @param write writes what is in the making
 * @param release records a release, whose name follows
 * @param retire records that a type is gone, whose id follows in quotation marks
 * @param restore records that a type that was gone is there again, whose id follows likewise
 */
public record CheckCommands(String write, String release, String retire, String restore) {
    private static final String MAIN = "java -cp … " + VersionCommand.class.getName();

    /** The main class, for whoever has no tests. */
    public static final CheckCommands MAIN_CLASS =
            new CheckCommands(MAIN + " write", MAIN + " release ", MAIN + " retire ", MAIN + " restore ");

    /** Checks that all are there. */
    public CheckCommands {
        Objects.requireNonNull(write, "write");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(retire, "retire");
        Objects.requireNonNull(restore, "restore");
    }

    String retiring(LockedType.Id id) {
        return retire + '"' + id + '"';
    }

    String restoring(LockedType.Id id) {
        return restore + '"' + id + '"';
    }
}
