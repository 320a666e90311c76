package org.versionedobjects.lock;

import java.util.List;
import java.util.SortedMap;
import org.versionedobjects.Version;

/** What went out under a name, or is about to, and the lock that knows it. Immutable and thread-safe. */
record ReleaseView(String name, VersionLock lock, SortedMap<LockedType.Id, Version> versions) {
    static final String IN_THE_MAKING = "in the making";

    /**
     * Returns a release of a lock.
     *
     * @throws IllegalArgumentException if the lock has none of this name
     */
    static ReleaseView of(VersionLock lock, String name) {
        return lock.releases().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(each -> new ReleaseView(name, lock, each.versions()))
                .orElseThrow(() ->
                        new IllegalArgumentException("The lock has no release " + name + "; it has " + names(lock)));
    }

    private static List<String> names(VersionLock lock) {
        return lock.releases().stream().map(LockedRelease::name).toList();
    }

    /** Returns the newest of all that a lock knows: its last release if there is nothing newer, else what is in the making. */
    static ReleaseView newest(VersionLock lock) {
        SortedMap<LockedType.Id, Version> versions = lock.newest();
        List<LockedRelease> releases = lock.releases();
        LockedRelease last = releases.isEmpty() ? null : releases.get(releases.size() - 1);
        String name = last != null && last.versions().equals(versions) ? last.name() : IN_THE_MAKING;
        return new ReleaseView(name, lock, versions);
    }
}
