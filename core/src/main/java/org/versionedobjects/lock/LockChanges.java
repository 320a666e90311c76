package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.versionedobjects.Version;

/** Tells in short what writing a lock file again would change: types and versions in the making. */
final class LockChanges {
    private LockChanges() {}

    /** Returns a sentence for each version that comes, goes or changes; none if nothing would. */
    static List<String> between(VersionLock file, VersionLock code) {
        List<String> changes = new ArrayList<>();
        TreeSet<LockedType.Id> ids = new TreeSet<>(file.types().keySet());
        ids.addAll(code.types().keySet());
        for (LockedType.Id id : ids) {
            Optional<LockedType> was = file.find(id);
            Optional<LockedType> is = code.find(id);
            TreeSet<Version> versions = new TreeSet<>();
            was.ifPresent(type -> versions.addAll(type.versions().keySet()));
            is.ifPresent(type -> versions.addAll(type.versions().keySet()));
            for (Version version : versions) {
                change(
                                was.map(type -> type.versions().get(version)),
                                is.map(type -> type.versions().get(version)))
                        .ifPresent(change -> changes.add(id.qualifiedName() + " " + version + " " + change));
            }
        }
        return changes;
    }

    private static Optional<String> change(Optional<LockedVersion> was, Optional<LockedVersion> is) {
        if (was.equals(is)) {
            return Optional.empty();
        }
        if (was.isEmpty()) {
            return Optional.of("is new");
        }
        return Optional.of(is.isEmpty() ? "is gone" : "changed, and is not released yet");
    }
}
