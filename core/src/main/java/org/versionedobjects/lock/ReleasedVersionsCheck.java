package org.versionedobjects.lock;

import com.google.common.base.Suppliers;
import java.util.List;
import java.util.function.Supplier;

/** Checks that versions that were released are as they were: one check for each type. */
final class ReleasedVersionsCheck {
    private ReleasedVersionsCheck() {}

    static List<VersionCheck> of(CheckSetup setup) {
        VersionLock lock = setup.readableLock();
        Supplier<List<LockDifference>> differences =
                Suppliers.memoize(() -> LockDiff.of(lock, setup.registry(), setup.commands()));
        return lock.types().values().stream()
                .filter(type -> lock.newestReleased(type.id()).isPresent() && !type.isRetired())
                .map(type -> new VersionCheck(
                        "released versions",
                        type.id().qualifiedName() + " "
                                + lock.newestReleased(type.id()).orElseThrow() + " is as it was released",
                        () -> problems(differences.get(), type.id())))
                .toList();
    }

    /** Returns what is different in a way that some peer sees or that needs another version. */
    private static List<VersionProblem> problems(List<LockDifference> differences, LockedType.Id id) {
        return differences.stream()
                .filter(each -> each.type().equals(id))
                .filter(each -> each.needed() != LockDifference.Needed.NONE)
                .map(ReleasedVersionsCheck::problem)
                .toList();
    }

    private static VersionProblem problem(LockDifference difference) {
        return new VersionProblem(
                difference.type().qualifiedName() + " " + difference.version()
                        + (difference.path().isEmpty() ? "" : " at " + difference.path()) + ": " + difference.what()
                        + " [" + difference.needed() + "]",
                difference.cure());
    }

    /** Returns all problems of all types. */
    static List<VersionProblem> all(CheckSetup setup) {
        return of(setup).stream().flatMap(each -> each.run().stream()).toList();
    }
}
