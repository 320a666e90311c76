package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.Version;

/**
 * What an application has released, type by type and version by version, and what it has in the making: the content of a
 * lock file. A version is released if a release has it or a later one of its type; it never changes again.
 *
 * <p>Immutable and thread-safe.
 */
public final class VersionLock {
    private final List<LockedRelease> releases;
    private final SortedMap<LockedType.Id, LockedType> types;

    VersionLock(List<LockedRelease> releases, SortedMap<LockedType.Id, LockedType> types) {
        this.releases = List.copyOf(releases);
        this.types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    }

    /** Returns a lock with nothing in it. */
    public static VersionLock empty() {
        return new VersionLock(List.of(), new TreeMap<>());
    }

    /** Returns what the code has: every version of every type, none of them released. */
    public static VersionLock of(ObjectRegistry registry) {
        return new VersionLock(List.of(), new LockBuilder(Objects.requireNonNull(registry, "registry")).types());
    }

    /** Returns the releases, oldest first. */
    public List<LockedRelease> releases() {
        return releases;
    }

    /** Returns the types, by namespace, name and major. */
    public SortedMap<LockedType.Id, LockedType> types() {
        return types;
    }

    /** Returns a type, empty if none is recorded under this id. */
    public Optional<LockedType> find(LockedType.Id id) {
        return Optional.ofNullable(types.get(Objects.requireNonNull(id, "id")));
    }

    /** Returns the newest version of a type that any release has, empty if none has one. */
    public Optional<Version> newestReleased(LockedType.Id id) {
        Objects.requireNonNull(id, "id");
        return releases.stream().flatMap(each -> each.version(id).stream()).max(Version::compareTo);
    }

    /** Returns whether a version of a type is released: a release has it, or a later one of its major. */
    public boolean isReleased(LockedType.Id id, Version version) {
        Objects.requireNonNull(version, "version");
        return newestReleased(id).filter(newest -> !version.isAfter(newest)).isPresent();
    }

    /** Returns this with one more release, of the newest versions that are recorded. */
    VersionLock with(String release) {
        SortedMap<LockedType.Id, Version> versions = new TreeMap<>();
        types.values().stream()
                .filter(each -> !each.isRetired())
                .forEach(each -> versions.put(each.id(), each.newest().version()));
        List<LockedRelease> more = new ArrayList<>(releases);
        more.add(new LockedRelease(release, versions));
        return new VersionLock(more, types);
    }
}
