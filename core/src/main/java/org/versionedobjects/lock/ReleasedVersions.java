package org.versionedobjects.lock;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.versionedobjects.Version;

/** Which versions went out in any of several releases. Immutable and thread-safe. */
final class ReleasedVersions {
    private final Map<LockedType.Id, TreeSet<Version>> versions = new HashMap<>();

    ReleasedVersions(Collection<LockedRelease> releases) {
        releases.forEach(release -> release.versions()
                .forEach((id, version) ->
                        versions.computeIfAbsent(id, each -> new TreeSet<>()).add(version)));
    }

    /** Returns whether a release has this very version. */
    boolean has(LockedType.Id id, Version version) {
        TreeSet<Version> released = versions.get(id);
        return released != null && released.contains(version);
    }

    /** Returns whether a release has this version or a later one. */
    boolean covers(LockedType.Id id, Version version) {
        return newest(id).filter(newest -> !version.isAfter(newest)).isPresent();
    }

    Optional<Version> newest(LockedType.Id id) {
        return Optional.ofNullable(versions.get(id)).map(TreeSet::last);
    }
}
