package org.versionedobjects.lock;

import java.util.List;

/** Checks the tables that say which version of a child goes with which version of its parent. */
final class ChildTableChecks {
    private ChildTableChecks() {}

    static List<VersionCheck> of(CheckSetup setup) {
        VersionLock lock = setup.readableLock().updated(setup.registry());
        ChildTables tables = ChildTables.of(lock, setup.registry());
        ChildTables asked = setup.requiresChildTables() ? tables.required() : tables;
        String name =
                setup.requiresChildTables() ? "all are there, and as released" : "those that are there are as released";
        return List.of(new VersionCheck(
                "child tables",
                name,
                () -> asked.problems().stream().map(VersionProblem::ofSentence).toList()));
    }
}
