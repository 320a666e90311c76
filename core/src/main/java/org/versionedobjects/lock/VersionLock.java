package org.versionedobjects.lock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.Version;

/**
 * What an application has released, type by type and version by version, and what it has in the making: the content of a
 * lock file. A version is released if a release has it or a later one of its type; it never changes again.
 *
 * <p>Immutable and thread-safe.
 */
public final class VersionLock {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}]([\\p{L}\\p{Nd}._+-]*[\\p{L}\\p{Nd}])?");

    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_NAME = 100;

    private final List<LockedRelease> releases;
    private final SortedMap<LockedType.Id, LockedType> types;
    private final ReleasedVersions released;

    VersionLock(List<LockedRelease> releases, SortedMap<LockedType.Id, LockedType> types) {
        this.releases = List.copyOf(releases);
        this.types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
        this.released = new ReleasedVersions(releases);
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
        return released.newest(Objects.requireNonNull(id, "id"));
    }

    /** Returns whether a version of a type is released: a release has it, or a later one of its major. */
    public boolean isReleased(LockedType.Id id, Version version) {
        return released.covers(Objects.requireNonNull(id, "id"), Objects.requireNonNull(version, "version"));
    }

    /** Returns the newest version that is recorded of each type that is not retired; a new map. */
    SortedMap<LockedType.Id, Version> newest() {
        SortedMap<LockedType.Id, Version> newest = new TreeMap<>();
        types.values().stream()
                .filter(each -> !each.isRetired())
                .forEach(each -> newest.put(each.id(), each.newest().version()));
        return newest;
    }

    /** Returns whether a release has this very version of a type. */
    boolean isInRelease(LockedType.Id id, Version version) {
        return released.has(id, version);
    }

    /**
     * Returns this with what the code says of the versions in the making: they come, change and go as they do in the code,
     * and so do types that were never released. What is released stays as it is recorded, and so do retired types.
     */
    public VersionLock updated(ObjectRegistry code) {
        SortedMap<LockedType.Id, LockedType> updated = of(code).types;
        SortedMap<LockedType.Id, LockedType> all = new TreeMap<>(updated);
        for (LockedType recorded : types.values()) {
            LockedType coded = updated.get(recorded.id());
            if (recorded.isRetired()) {
                all.put(recorded.id(), recorded);
            } else {
                newestReleased(recorded.id()).ifPresent(newest -> all.put(recorded.id(), recorded.upTo(newest, coded)));
            }
        }
        return new VersionLock(releases, all);
    }

    /**
     * Returns this with one more release: of the newest version of each type that is recorded and not retired.
     *
     * @param name what to call it: letters, digits and {@code . _ - +}, starting and ending with a letter or digit, at most
     *     100 of them, and no name that Windows has for a device, since a directory has this name, too
     * @throws IllegalArgumentException if it is no such name, or there is a release of this name, be it in other case
     */
    public VersionLock released(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A release is called by letters, digits and . _ - +, starting and ending"
                    + " with a letter or digit, but this is \"" + name + "\"");
        }
        if (name.length() > LONGEST_NAME || DEVICE.matcher(name).matches()) {
            throw new IllegalArgumentException("A directory has the name of a release, but "
                    + (name.length() > LONGEST_NAME
                            ? "this one has " + name.length() + " characters, more than " + LONGEST_NAME
                            : "Windows takes none called " + name));
        }
        for (LockedRelease each : releases) {
            if (each.name().equalsIgnoreCase(name)) {
                throw new IllegalArgumentException("There is a release " + each.name()
                        + " already, and a release never changes; choose another name than " + name);
            }
        }
        SortedMap<LockedType.Id, Version> versions = newest();
        List<LockedRelease> more = new ArrayList<>(releases);
        more.add(new LockedRelease(name, versions));
        return new VersionLock(more, types);
    }

    /**
     * Returns this with a type that the application no longer has, on purpose. What is released of it stays recorded; one
     * that was never released is taken out.
     *
     * @throws UnknownObjectException if the type is not recorded
     */
    public VersionLock retired(LockedType.Id id) {
        LockedType type = types.get(Objects.requireNonNull(id, "id"));
        if (type == null) {
            throw new UnknownObjectException(
                    Facts.problem("the lock does not have the type " + id)
                            .withAdvice("retire a type that it has: " + types.keySet()),
                    null);
        }
        SortedMap<LockedType.Id, LockedType> all = new TreeMap<>(types);
        all.remove(id);
        newestReleased(id)
                .ifPresent(newest ->
                        all.put(id, new LockedType(id, true, type.versions().headMap(newest, true))));
        return new VersionLock(releases, all);
    }

    /**
     * Returns this with a type that was retired and that the application has again. What was released of it holds again.
     *
     * @throws UnknownObjectException if the type is not recorded, or is not retired
     */
    public VersionLock restored(LockedType.Id id) {
        LockedType type = types.get(Objects.requireNonNull(id, "id"));
        if (type == null || !type.isRetired()) {
            throw new UnknownObjectException(
                    Facts.problem("the lock does not have " + id + " as a type that is retired")
                            .withAdvice("restore one that it has: "
                                    + types.values().stream()
                                            .filter(LockedType::isRetired)
                                            .map(LockedType::id)
                                            .toList()),
                    null);
        }
        SortedMap<LockedType.Id, LockedType> all = new TreeMap<>(types);
        all.put(id, new LockedType(id, false, type.versions()));
        return new VersionLock(releases, all);
    }

    /** Returns this with the sum of the corpus of its newest release. */
    VersionLock withCorpus(String sum) {
        List<LockedRelease> all = new ArrayList<>(releases);
        all.add(all.remove(all.size() - 1).withCorpus(sum));
        return new VersionLock(all, types);
    }

    /**
     * Returns types as they were in these versions, made of what is recorded: without Java classes and without history. On
     * the wire they are the types that were recorded. Defaults of secret fields are not recorded, and types of an
     * application's own take whatever JSON can say.
     *
     * @throws UnknownObjectException if the lock does not have one of the versions
     * @throws org.versionedobjects.InvalidDefinitionException if a type refers to one that is not among them
     */
    public ObjectRegistry registryAt(Map<LockedType.Id, Version> versions) {
        return new RecordedTypes(this, versions).registry();
    }

    /** Returns the types as they were in a release; as {@link #registryAt}. */
    public ObjectRegistry registry(LockedRelease release) {
        return registryAt(release.versions());
    }

    /**
     * Reads the text of a lock file.
     *
     * @throws InvalidLockException if it cannot be used, with what is wrong, where, and what to do
     */
    public static VersionLock parse(String text) {
        return new LockReader(null).read(Objects.requireNonNull(text, "text"));
    }

    /**
     * Reads a lock file.
     *
     * @throws InvalidLockException if it cannot be read or used, with what is wrong, where, and what to do
     */
    public static VersionLock read(Path file) {
        return LockReader.read(Objects.requireNonNull(file, "file"));
    }

    /**
     * Returns the text of the lock file: JSON with a line for each field, everything sorted, each release and each version
     * of a type with the SHA-256 of its entry. Equal locks have the same text, wherever they are written.
     */
    public String toJson() {
        return LockWriter.text(this);
    }

    /**
     * Writes the lock file, in UTF-8: all of it or nothing.
     *
     * @throws org.versionedobjects.StreamFailedException if it cannot be written
     */
    public void write(Path file) {
        LockWriter.write(toJson(), Objects.requireNonNull(file, "file"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VersionLock that && releases.equals(that.releases) && types.equals(that.types);
    }

    @Override
    public int hashCode() {
        return Objects.hash(releases, types);
    }

    /** Returns the names of the releases and the types. */
    @Override
    public String toString() {
        return "lock of " + types.keySet() + ", released as "
                + releases.stream().map(LockedRelease::name).toList();
    }
}
