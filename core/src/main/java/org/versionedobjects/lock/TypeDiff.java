package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Version;

/**
 * What happened to one type between two releases. Immutable and thread-safe.
 *
 * @param before its version in the older release, null if it is not there
 * @param after its version in the newer release, null if it is not there
 * @param otherMajors of the same name, in the older release for a type that came, in the newer one for one that went
 * @param fields those of a type that came
 * @param versions the versions in between, oldest first
 */
record TypeDiff(
        LockedType.Id id,
        @Nullable Version before,
        @Nullable Version after,
        List<Version> otherMajors,
        List<LockedField> fields,
        List<VersionChanges> versions) {
    static TypeDiff of(LockedType.Id id, ReleaseView older, ReleaseView newer) {
        Version before = older.versions().get(id);
        Version after = newer.versions().get(id);
        if (before != null && after != null) {
            return new TypeDiff(id, before, after, List.of(), List.of(), versions(id, older, newer, before, after));
        }
        List<Version> majors = otherMajors(id, before == null ? older : newer);
        List<LockedField> fields = after == null
                ? List.of()
                : at(newer, id, after)
                        .map(each -> List.copyOf(each.fields().values()))
                        .orElse(List.of());
        return new TypeDiff(id, before, after, majors, fields, List.of());
    }

    private static List<Version> otherMajors(LockedType.Id id, ReleaseView release) {
        return release.versions().entrySet().stream()
                .filter(each -> each.getKey().qualifiedName().equals(id.qualifiedName()))
                .map(each -> each.getValue())
                .toList();
    }

    private static Optional<LockedVersion> at(ReleaseView release, LockedType.Id id, Version version) {
        return release.lock().find(id).flatMap(type -> type.at(version));
    }

    private static List<VersionChanges> versions(
            LockedType.Id id, ReleaseView older, ReleaseView newer, Version before, Version after) {
        List<VersionPair> pairs = new ArrayList<>();
        Optional<LockedVersion> recordedThen = at(older, id, before);
        Optional<LockedVersion> recordedNow = at(newer, id, before);
        if (recordedThen.isPresent() && recordedNow.isPresent()) {
            pairs.add(VersionPair.sameVersion(recordedThen.get(), recordedNow.get()));
        }
        newer.lock()
                .find(id)
                .ifPresent(type -> VersionPair.all(type).stream()
                        .filter(each -> each.isBetween(before, after))
                        .forEach(pairs::add));
        return pairs.stream()
                .map(VersionChanges::of)
                .filter(each -> !each.sentences().isEmpty() || each.version().isAfter(before))
                .toList();
    }

    boolean isEmpty() {
        return before != null && before.equals(after) && versions.isEmpty();
    }
}
