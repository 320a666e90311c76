package org.versionedobjects.lock;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Version;

/**
 * What went out together: a release of the application. Immutable and thread-safe.
 *
 * @param name what the application calls it: {@code 2026.1}
 * @param versions the newest version of each type that it has
 * @param corpus the SHA-256 of the sums of its corpus; null if none was recorded with it
 */
public record LockedRelease(
        String name,
        SortedMap<LockedType.Id, Version> versions,
        @Nullable String corpus) {
    /** Copies the map. */
    public LockedRelease {
        Objects.requireNonNull(name, "name");
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /** Makes a release that has no corpus. */
    public LockedRelease(String name, SortedMap<LockedType.Id, Version> versions) {
        this(name, versions, null);
    }

    LockedRelease withCorpus(String sum) {
        return new LockedRelease(name, versions, sum);
    }

    /** Returns the version of a type, empty if the release does not have it. */
    public Optional<Version> version(LockedType.Id type) {
        return Optional.ofNullable(versions.get(type));
    }
}
