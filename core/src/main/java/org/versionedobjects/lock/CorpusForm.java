package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.json.ObjectCodec;

/**
 * For whom an object of a release is written: in an older version, with what is in it as the release has it ({@code
 * as-1.0}), or for an earlier release by its manifest ({@code for-2025.2}). {@code child} tables do not matter: they may get
 * rows after a release. Immutable and thread-safe.
 *
 * @param name what stands in the names of files
 * @param version in which version the outermost object is written
 * @param manifest in which versions the objects in it are written
 */
record CorpusForm(String name, Version version, VersionManifest manifest) {
    private static final String AS = "as-";
    private static final String FOR = "for-";

    private static CorpusForm as(Version version, VersionManifest ofRelease) {
        return new CorpusForm(AS + version, version, ofRelease);
    }

    /** Returns the form of the release's own version, by that release's manifest. */
    static CorpusForm own(ObjectRegistry registry, LockedRelease release, ObjectType<?> type, Version version) {
        return new CorpusForm("", version, manifest(registry, release, type));
    }

    /**
     * Returns the forms in which a release records a type: each older version that the lock knows, and each earlier release
     * whose manifest differs, unless an older version by itself says as much.
     */
    static List<CorpusForm> older(
            ObjectRegistry registry, VersionLock lock, LockedRelease release, ObjectType<?> type) {
        LockedType.Id id = LockBuilder.id(type);
        Version own = release.version(id).orElseThrow();
        VersionManifest ofRelease = manifest(registry, release, type);
        List<CorpusForm> forms = new ArrayList<>();
        lock.find(id).stream()
                .flatMap(locked -> locked.versions().headMap(own, false).keySet().stream())
                .forEach(each -> forms.add(as(each, ofRelease)));
        Map<VersionManifest, CorpusForm> earlier = new LinkedHashMap<>();
        for (LockedRelease each : before(lock, release)) {
            VersionManifest manifest = manifest(registry, each, type);
            each.version(id)
                    .ifPresent(version -> earlier.put(manifest, new CorpusForm(FOR + each.name(), version, manifest)));
        }
        earlier.remove(ofRelease);
        earlier.keySet().removeIf(each -> each.versions().size() == 1);
        forms.addAll(earlier.values());
        return forms;
    }

    /** Returns the form of a name; empty if a release with this type has no form of it. */
    static Optional<CorpusForm> find(
            String name, ObjectRegistry registry, VersionLock lock, LockedRelease release, ObjectType<?> type) {
        LockedType.Id id = LockBuilder.id(type);
        if (name.startsWith(FOR)) {
            return before(lock, release).stream()
                    .filter(each -> name.equals(FOR + each.name()))
                    .findFirst()
                    .flatMap(each -> each.version(id)
                            .map(version -> new CorpusForm(name, version, manifest(registry, each, type))));
        }
        return lock.find(id).stream()
                .flatMap(locked -> locked.versions().keySet().stream())
                .map(version -> as(version, manifest(registry, release, type)))
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private static List<LockedRelease> before(VersionLock lock, LockedRelease release) {
        return lock.releases().stream()
                .takeWhile(each -> !each.name().equals(release.name()))
                .toList();
    }

    private static VersionManifest manifest(ObjectRegistry registry, LockedRelease release, ObjectType<?> type) {
        return new NestedTypes(registry).manifest(type, release.versions());
    }

    /** Returns a codec that writes this form. */
    ObjectCodec of(ObjectCodec codec) {
        return codec.forPeer(manifest).at(version);
    }

    /** Returns how it reads in a sentence: {@code written as 1.0}. */
    String describe() {
        return name.isEmpty() ? "written again" : "written " + name.replaceFirst("-", " ");
    }
}
