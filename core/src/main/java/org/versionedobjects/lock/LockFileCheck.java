package org.versionedobjects.lock;

import java.util.List;
import org.versionedobjects.Facts;

/** Checks that there is a lock file, that it can be read, and that it says what the code says of versions in the making. */
final class LockFileCheck {
    private LockFileCheck() {}

    static List<VersionCheck> of(CheckSetup setup) {
        String name = setup.lockFile().getFileName() + " is up to date";
        return List.of(new VersionCheck("lock file", name, () -> run(setup)));
    }

    private static List<VersionProblem> run(CheckSetup setup) {
        if (!setup.hasLock()) {
            return List.of(new VersionProblem(
                    "there is no lock file " + setup.lockFile() + ", which records the versions of all types",
                    "write it and commit it: " + setup.commands().write()));
        }
        try {
            VersionLock lock = setup.lock();
            VersionLock updated = lock.updated(setup.registry());
            return lock.equals(updated) ? List.of() : List.of(outOfDate(setup, LockChanges.between(lock, updated)));
        } catch (InvalidLockException e) {
            return List.of(broken(setup, e.facts()));
        }
    }

    private static VersionProblem broken(CheckSetup setup, Facts facts) {
        String restore = "restore it from version control: git checkout -- " + setup.lockFile();
        String cure = facts.advice() == null ? restore : facts.advice();
        return new VersionProblem(facts.withAdvice(null).sentence(), cure);
    }

    private static VersionProblem outOfDate(CheckSetup setup, List<String> changes) {
        return new VersionProblem(
                setup.lockFile().getFileName() + " is out of date: " + String.join("; ", changes),
                "write it and commit it: " + setup.commands().write());
    }
}
