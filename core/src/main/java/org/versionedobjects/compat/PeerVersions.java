package org.versionedobjects.compat;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.NestedReference;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;
import org.versionedobjects.VersionManifest;

/**
 * Decides in which version each object of a tree is written for one peer. For a nested object, in whatever container:
 * the manifest's entry of its own type, else of the type that the field declares, else the field's {@code child} table;
 * and never a version that the object does not have.
 *
 * <p>Immutable and thread-safe.
 */
public final class PeerVersions {
    private final ObjectRegistry registry;
    private final VersionManifest manifest;

    /** Makes one for a peer that can read what the manifest says; an empty one says nothing. */
    public PeerVersions(ObjectRegistry registry, VersionManifest manifest) {
        this.registry = Objects.requireNonNull(registry, "registry");
        this.manifest = Objects.requireNonNull(manifest, "manifest");
    }

    /** Returns what the peer can read. */
    public VersionManifest manifest() {
        return manifest;
    }

    /**
     * Returns the version for an object that stands by itself: the manifest's, but at most its own.
     *
     * @throws IncompatibleVersionException if the manifest names another major
     */
    public Version root(ObjectType<?> type) {
        return manifest.find(type).map(entry -> atMost(type, entry)).orElse(type.version());
    }

    private static Version atMost(ObjectType<?> type, Version entry) {
        if (!entry.isSameMajor(type.version())) {
            throw new IncompatibleVersionException(
                    Facts.expected("a peer of major " + type.version().major(), entry.toString())
                            .withProblem("the peer reads another major version of this object")
                            .withObject(type),
                    null);
        }
        return Version.min(type.version(), entry);
    }

    /**
     * Returns whether a field of nested objects is left out of a version of its parent: the peer's manifest does not name
     * its type, and the {@code child} table starts later.
     */
    public boolean leavesOut(NestedReference reference, ObjectType<?> parent, Version parentVersion) {
        Objects.requireNonNull(reference, "reference");
        return !isCurrent(parent, parentVersion)
                && !reference.children().isEmpty()
                && declaredEntry(reference).isEmpty()
                && tableRow(reference, parentVersion) == null;
    }

    /**
     * Returns the version for a nested object.
     *
     * @throws IncompatibleVersionException if neither manifest nor table says one, or it is of another major
     */
    public Version nested(ObjectType<?> child, NestedReference reference, ObjectType<?> parent, Version parentVersion) {
        Objects.requireNonNull(reference, "reference");
        Version entry = manifest.find(child).or(() -> declaredEntry(reference)).orElse(null);
        if (entry == null && isCurrent(parent, parentVersion)) {
            return child.version();
        }
        if (entry == null) {
            entry = tableRow(reference, parentVersion);
        }
        if (entry == null) {
            throw new IncompatibleVersionException(
                    Facts.problem("nobody says which version of " + child.qualifiedName() + " goes with "
                                    + parent.name() + " " + parentVersion)
                            .withAdvice("name it in the manifest, or declare .child(\"" + parentVersion
                                    + "\", …) at the field's type"),
                    null);
        }
        return atMost(child, entry);
    }

    private boolean isCurrent(ObjectType<?> parent, Version parentVersion) {
        return manifest.isEmpty() && parentVersion.equals(parent.version());
    }

    private Optional<Version> declaredEntry(NestedReference reference) {
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        return registry.types().stream()
                .filter(reference::isExactly)
                .findFirst()
                .flatMap(manifest::find);
    }

    private static @Nullable Version tableRow(NestedReference reference, Version parentVersion) {
        return reference.children().entrySet().stream()
                .map(row -> Map.entry(Version.parse(row.getKey()), Version.parse(row.getValue())))
                .filter(row -> !row.getKey().isAfter(parentVersion))
                .max(Comparator.comparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .orElse(null);
    }
}
