package org.versionedobjects.json;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.InvalidEnvelopeException;
import org.versionedobjects.InvalidVersionException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.Version;
import org.versionedobjects.compat.VersionPlan;

/**
 * Finds what an envelope says it holds, and keeps the answers: which type, and which fields its version has. The number
 * kept is bounded, since names and versions come from outside; only what could be read is kept.
 */
final class ReadPlans {
    private static final int MOST_KEPT = 4096;

    private final ObjectRegistry registry;
    private final boolean readsNewer;
    private final Map<Key, ReadPlan> kept = new ConcurrentHashMap<>();

    /** What was read last of each name: few, since only registered types are read. */
    private final Map<Name, Latest> latest = new ConcurrentHashMap<>();

    private record Key(String namespace, String name, String version) {}

    private record Name(String namespace, String name) {}

    /** The version that objects of a name had when one was last read. */
    record Latest(String version, ReadPlan plan) {}

    /** {@code readsNewer} says whether newer minors are read, too. */
    ReadPlans(ObjectRegistry registry, boolean readsNewer) {
        this.registry = registry;
        this.readsNewer = readsNewer;
    }

    /** Returns which version objects of a name will probably have; null if none was read yet. */
    @Nullable
    Latest latest(String namespace, String name) {
        return latest.get(new Name(namespace, name));
    }

    ReadPlan find(String namespace, String name, String version) {
        Name named = new Name(namespace, name);
        Latest last = latest.get(named);
        if (last != null && last.version.equals(version)) {
            return last.plan;
        }
        ReadPlan found = findAny(namespace, name, version);
        latest.put(named, new Latest(version, found));
        return found;
    }

    private ReadPlan findAny(String namespace, String name, String version) {
        Key key = new Key(namespace, name, version);
        ReadPlan known = kept.get(key);
        if (known != null) {
            return known;
        }
        ReadPlan made = make(namespace, name, version);
        if (kept.size() < MOST_KEPT) {
            kept.put(key, made);
        }
        return made;
    }

    /** Returns how many are kept. */
    int countKept() {
        return kept.size();
    }

    private ReadPlan make(String namespace, String name, String versionText) {
        Version version = parse(namespace, name, versionText);
        ObjectType<?> type = registry.lookup(namespace, name, version.major());
        if (type == null) {
            throw notRegistered(namespace, name, version);
        }
        return new ReadPlan(readsNewer ? VersionPlan.toReadAny(type, version) : VersionPlan.toRead(type, version));
    }

    private static Version parse(String namespace, String name, String text) {
        try {
            return Version.parse(text);
        } catch (InvalidVersionException e) {
            throw new InvalidEnvelopeException(
                    Facts.expected("X.Y or X.Y.Z as the version", Facts.show(text))
                            .withObject(namespace + "." + name, null),
                    e);
        }
    }

    private RuntimeException notRegistered(String namespace, String name, Version version) {
        Facts facts = Facts.NONE.withObject(namespace + "." + name, version);
        ObjectType<?> otherMajor = registry.newest(namespace, name).orElse(null);
        if (otherMajor != null) {
            return new IncompatibleVersionException(
                    facts.withProblem("another major version is another type, and none of this one is registered")
                            .withExpected(
                                    "version " + otherMajor.version().major() + ".x, at most " + otherMajor.version())
                            .withWas(version.toString()),
                    null);
        }
        return new UnknownObjectException(
                facts.withProblem("no such object is registered")
                        .withExpected(elsewhere(name))
                        .withWas(namespace + "." + name)
                        .withAdvice("give its TYPE to ObjectRegistry.of"),
                null);
    }

    private @Nullable String elsewhere(String name) {
        return registry.types().stream()
                .filter(type -> type.name().equals(name))
                .map(ObjectType::qualifiedName)
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
