package org.versionedobjects.compat;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.NestedReference;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.Version;
import org.versionedobjects.VersionManifest;

/**
 * Decides in which version each object of a tree is written for one peer. For a nested object, in whatever container:
 * the manifest's entry of its own type, else of the type that the field declares, else the field's {@code child} table;
 * and never a version that the object does not have. Under {@link Profile#OSLO} one of which nothing is said keeps its
 * own version in an object and becomes X.0 in a list object, as long as there is any manifest (OVO-93, 95).
 *
 * <p>A pin caps whatever manifest, table and target say.
 *
 * <p>Immutable and thread-safe.
 */
public final class PeerVersions {
    private final ObjectRegistry registry;
    private final Profile rules;
    private final @Nullable VersionManifest manifest;
    private final @Nullable Pin pin;
    private final Tree tree;
    private final PeerVersions older;
    private final PeerVersions alone;

    /** What is known of the objects above: nothing yet; that one is written older; that one was left alone, as oslo does. */
    private enum Tree {
        WHOLE,
        OLDER,
        ALONE
    }

    /** Makes one for a peer that can read what the manifest says; an empty one says nothing. */
    public PeerVersions(ObjectRegistry registry, VersionManifest manifest) {
        this(
                Objects.requireNonNull(registry, "registry"),
                Profile.STRICT,
                Objects.requireNonNull(manifest, "manifest"),
                null,
                Tree.WHOLE);
    }

    private PeerVersions(
            ObjectRegistry registry, Profile rules, @Nullable VersionManifest manifest, @Nullable Pin pin, Tree tree) {
        this.registry = registry;
        this.rules = rules;
        this.manifest = manifest;
        this.pin = pin;
        this.tree = tree;
        this.alone = tree == Tree.ALONE ? this : new PeerVersions(registry, rules, null, pin, Tree.ALONE);
        this.older = tree == Tree.WHOLE ? new PeerVersions(registry, rules, manifest, pin, Tree.OLDER) : this;
    }

    /** Returns one for whoever reads it: no manifest, no pin. */
    public static PeerVersions ofAnyone(ObjectRegistry registry, Profile rules) {
        return new PeerVersions(
                Objects.requireNonNull(registry, "registry"),
                Objects.requireNonNull(rules, "rules"),
                null,
                null,
                Tree.WHOLE);
    }

    /** Returns a copy for a peer that can read what the manifest says, under the same rules and pin. */
    public PeerVersions reading(VersionManifest peersManifest) {
        return new PeerVersions(
                registry, rules, Objects.requireNonNull(peersManifest, "peersManifest"), pin, Tree.WHOLE);
    }

    /** Returns a copy that writes nothing above what a manifest says; the name is for errors. */
    public PeerVersions pinned(String name, VersionManifest cap) {
        return new PeerVersions(registry, rules, manifest, new Pin(name, cap), Tree.WHOLE);
    }

    /** Returns what the peer can read, the pin left aside; empty if nobody said. */
    public VersionManifest manifest() {
        return manifest == null ? VersionManifest.empty() : manifest;
    }

    /**
     * Returns the version for an object that stands by itself: the manifest's, but at most its own.
     *
     * @throws IncompatibleVersionException if the manifest or the pin names another major
     */
    public Version root(ObjectType<?> type) {
        Version said = said(type, null);
        return said == null ? type.version() : Version.min(type.version(), said);
    }

    /**
     * Returns the version for an object that stands by itself and is to be written in a version: that, or the pin's if it is
     * lower. The manifest does not matter; it speaks of what is inside.
     *
     * @throws IncompatibleVersionException if the type does not have the version, or the pin names another major
     */
    public Version root(ObjectType<?> type, Version target) {
        VersionPlan.checkWritable(type, target);
        Version cap = capOf(type, null);
        return cap == null || !target.isAfter(cap) ? target : cap;
    }

    /** Returns the newest version of an object that stands by itself that may be written; null if nobody says. */
    public @Nullable Version most(ObjectType<?> type) {
        return said(type, null);
    }

    /** Returns the newest version of a nested object that may be written; null if nobody says. */
    public @Nullable Version most(
            ObjectType<?> child, NestedReference reference, ObjectType<?> parent, Version parentVersion) {
        Objects.requireNonNull(reference, "reference");
        Version said = said(child, reference);
        if (said != null || isCurrent(parent, parentVersion)) {
            return said;
        }
        Version row = tableRow(reference, parentVersion);
        return row == null ? asOslo(child, parent, parentVersion) : row;
    }

    /**
     * Returns whether a field of nested objects is left out of a version of its parent: neither manifest nor pin names any
     * type that may stand there, and the {@code child} table starts later.
     */
    public boolean leavesOut(NestedReference reference, ObjectType<?> parent, Version parentVersion) {
        Objects.requireNonNull(reference, "reference");
        return !isCurrent(parent, parentVersion)
                && !reference.children().isEmpty()
                && tableRow(reference, parentVersion) == null
                && registry.types().stream().noneMatch(type -> reference.accepts(type) && isNamed(type));
    }

    /**
     * Checks that a field of nested objects that is set, be it to null or to no objects at all, may stand in a version of its
     * parent. Only {@link Profile#OSLO} asks: there an object of which no manifest and no table speaks cannot be written
     * older, whatever it holds (OVO-93).
     *
     * @throws IncompatibleVersionException if not
     */
    public void checkRuled(NestedReference reference, ObjectType<?> parent, Version parentVersion) {
        if (!isRuled(reference, parent, parentVersion)) {
            throw nobodySays(reference.describe(), parent, parentVersion);
        }
    }

    /** Returns whether {@link #checkRuled} passes. */
    public boolean isRuled(NestedReference reference, ObjectType<?> parent, Version parentVersion) {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(parentVersion, "parentVersion");
        return rules != Profile.OSLO
                || isAnythingSaid()
                || isCurrent(parent, parentVersion)
                || !reference.children().isEmpty()
                || parent.element() != null;
    }

    /**
     * Returns the version for a nested object.
     *
     * @throws IncompatibleVersionException if neither manifest nor table says one, or it is of another major
     */
    public Version nested(ObjectType<?> child, NestedReference reference, ObjectType<?> parent, Version parentVersion) {
        Objects.requireNonNull(reference, "reference");
        Version said = said(child, reference);
        if (said != null) {
            return Version.min(child.version(), said);
        }
        if (isCurrent(parent, parentVersion)) {
            return child.version();
        }
        Version row = tableRow(reference, parentVersion);
        if (row != null) {
            return Version.min(child.version(), sameMajor(child, row, "a child table", "the child table names"));
        }
        return asOslo(child, parent, parentVersion);
    }

    /**
     * Returns who decides for what is in an object that stands by itself and is written in a version: once that is older, no
     * object below goes without a rule because it is written in its own version.
     */
    public PeerVersions below(ObjectType<?> root, Version version) {
        return isCurrent(Objects.requireNonNull(root, "root"), Objects.requireNonNull(version, "version"))
                ? this
                : older;
    }

    /**
     * Returns who decides for what is in a nested object. What {@link Profile#OSLO} leaves alone it leaves alone with all
     * that is in it; only a pin reaches there.
     */
    public PeerVersions below(
            ObjectType<?> child, NestedReference reference, ObjectType<?> parent, Version parentVersion) {
        Objects.requireNonNull(child, "child");
        Objects.requireNonNull(reference, "reference");
        if (isCurrent(parent, parentVersion)) {
            return this;
        }
        boolean isRuled = said(child, reference) != null || tableRow(reference, parentVersion) != null;
        return isRuled || rules != Profile.OSLO || parent.element() != null ? older : alone;
    }

    private Version asOslo(ObjectType<?> child, ObjectType<?> parent, Version parentVersion) {
        if (rules == Profile.OSLO && parent.element() != null) {
            return Version.of(child.version().major(), 0);
        }
        if (rules == Profile.OSLO && isAnythingSaid()) {
            return child.version();
        }
        throw nobodySays(child.qualifiedName(), parent, parentVersion);
    }

    private IncompatibleVersionException nobodySays(String what, ObjectType<?> parent, Version parentVersion) {
        String where = pin == null ? "the manifest" : "the manifest or in the pin " + pin.name();
        return new IncompatibleVersionException(
                Facts.problem("nobody says which version of " + what + " goes with " + parent.name() + " "
                                + parentVersion)
                        .withAdvice("name it in " + where + ", or declare .child(\"" + parentVersion
                                + "\", …) at the field's type"),
                null);
    }

    private boolean isCurrent(ObjectType<?> parent, Version parentVersion) {
        return switch (tree) {
            case ALONE -> true;
            case OLDER -> false;
            case WHOLE ->
                manifest().isEmpty()
                        && (pin == null || pin.manifest().isEmpty())
                        && parentVersion.equals(parent.version());
        };
    }

    private boolean isAnythingSaid() {
        return manifest != null || pin != null;
    }

    private boolean isNamed(ObjectType<?> type) {
        return manifest().find(type).isPresent()
                || (pin != null && pin.manifest().find(type).isPresent());
    }

    /** Returns the lower of what manifest and pin say, null if neither says anything. */
    private @Nullable Version said(ObjectType<?> type, @Nullable NestedReference reference) {
        Version entry = entry(manifest(), type, reference);
        Version cap = capOf(type, reference);
        if (entry == null) {
            return cap;
        }
        Version read = sameMajor(type, entry, "a peer", "the peer reads");
        return cap == null ? read : Version.min(read, cap);
    }

    private @Nullable Version capOf(ObjectType<?> type, @Nullable NestedReference reference) {
        if (pin == null) {
            return null;
        }
        Version cap = entry(pin.manifest(), type, reference);
        return cap == null ? null : sameMajor(type, cap, "a pin", "the pin " + pin.name() + " names");
    }

    private @Nullable Version entry(VersionManifest among, ObjectType<?> type, @Nullable NestedReference reference) {
        Version own = among.find(type).orElse(null);
        if (own != null || reference == null || among.isEmpty()) {
            return own;
        }
        return registry.types().stream()
                .filter(reference::isExactly)
                .findFirst()
                .flatMap(among::find)
                .orElse(null);
    }

    private static Version sameMajor(ObjectType<?> type, Version version, String wanted, String saying) {
        if (version.isSameMajor(type.version())) {
            return version;
        }
        throw new IncompatibleVersionException(
                Facts.expected(wanted + " of major " + type.version().major(), version.toString())
                        .withProblem(saying + " another major version of this object")
                        .withObject(type),
                null);
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
