package org.versionedobjects.lock;

import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What changed from one release to another, type by type and version by version: a changelog.
 *
 * <p>Immutable and thread-safe.
 */
public final class ReleaseDiff {
    private final String older;
    private final String newer;
    private final List<TypeDiff> types;

    private ReleaseDiff(ReleaseView older, ReleaseView newer) {
        this.older = older.name();
        this.newer = newer.name();
        SortedSet<LockedType.Id> ids = new TreeSet<>(older.versions().keySet());
        ids.addAll(newer.versions().keySet());
        this.types = ids.stream().map(id -> TypeDiff.of(id, older, newer)).toList();
    }

    /**
     * Returns what changed from one release of a lock to another.
     *
     * @throws IllegalArgumentException if the lock does not have one of the releases
     */
    public static ReleaseDiff between(VersionLock lock, String older, String newer) {
        Objects.requireNonNull(lock, "lock");
        Objects.requireNonNull(older, "older");
        Objects.requireNonNull(newer, "newer");
        return new ReleaseDiff(ReleaseView.of(lock, older), ReleaseView.of(lock, newer));
    }

    /**
     * Returns what changed from the newest that one lock records, released or in the making, to the newest of another.
     */
    public static ReleaseDiff between(VersionLock older, VersionLock newer) {
        return new ReleaseDiff(
                ReleaseView.newest(Objects.requireNonNull(older, "older")),
                ReleaseView.newest(Objects.requireNonNull(newer, "newer")));
    }

    /** Returns whether nothing changed. */
    public boolean isEmpty() {
        return types.stream().allMatch(TypeDiff::isEmpty);
    }

    /**
     * Returns the changelog in Markdown as GitHub reads it: a heading, how many types came, changed and went, a section for
     * each of them, by name, and the names of the others. Lines end in {@code \n}. The same releases give the same text.
     */
    public String toMarkdown() {
        return new Changelog(older, newer, types).toMarkdown();
    }

    List<TypeDiff> types() {
        return types;
    }
}
