package org.versionedobjects;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which versions a peer can read: object name to its newest version, for an object and everything in it. The form in
 * which peers of oslo.messaging say it ({@code object_versions}).
 *
 * <p>Immutable and thread-safe.
 *
 * @param versions name to version, sorted by name
 */
public record VersionManifest(SortedMap<String, Version> versions) {
    private static final VersionManifest EMPTY = new VersionManifest(new TreeMap<>());

    /** Copies the map. */
    public VersionManifest {
        versions = ImmutableSortedMap.copyOf(versions);
    }

    /** Returns a manifest that names nothing. */
    public static VersionManifest empty() {
        return EMPTY;
    }

    /**
     * Returns a manifest of one entry; {@link #with} adds more.
     *
     * @throws InvalidVersionException if the version is none
     */
    public static VersionManifest of(String name, String version) {
        return EMPTY.with(name, version);
    }

    /**
     * Reads names and versions.
     *
     * @throws InvalidVersionException if any of the versions is none
     */
    public static VersionManifest parse(Map<String, String> versions) {
        VersionManifest manifest = EMPTY;
        for (Map.Entry<String, String> entry : versions.entrySet()) {
            manifest = manifest.with(entry.getKey(), entry.getValue());
        }
        return manifest;
    }

    /** Returns a copy that names one object more, or another version of it. */
    public VersionManifest with(String name, String version) {
        return with(name, Version.parse(version));
    }

    /** Returns a copy that names one object more, or another version of it. */
    public VersionManifest with(String name, Version version) {
        SortedMap<String, Version> more = new TreeMap<>(versions);
        more.put(name, version);
        return new VersionManifest(more);
    }

    /** Returns the version of a type's name, empty if there is none. */
    public Optional<Version> find(ObjectType<?> type) {
        return find(type.name());
    }

    /** Returns the version of a name, empty if there is none. */
    public Optional<Version> find(String name) {
        return Optional.ofNullable(versions.get(Objects.requireNonNull(name, "name")));
    }

    /** Returns whether it names nothing. */
    public boolean isEmpty() {
        return versions.isEmpty();
    }

    /** Returns {@code {Consumer=1.1, Project=1.0}}. */
    @Override
    public String toString() {
        return versions.toString();
    }
}
