package org.versionedobjects.json;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.NestedReference;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.Version;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.compat.PeerVersions;

/**
 * The type writers for one peer: made when first needed, then shared by threads. The number kept is bounded, since
 * versions may come from outside.
 */
final class TypeWriters {
    private static final int MOST_KEPT = 4096;
    private static final int MOST_DERIVED = 256;

    private final ObjectRegistry registry;
    private final SerialNamespaces namespaces;
    private final PeerVersions peer;
    private final @Nullable Map<String, String> manifest;
    private final @Nullable Version target;
    private final Map<Key, TypeWriter> kept;
    private final Map<ObjectType<?>, TypeWriter> roots = new ConcurrentHashMap<>();
    private final Cache<Asked, TypeWriters> derived;

    /** For whom and in which version another codec writes: as texts, since 1.1 and 1.1.0 are equal and written differently. */
    private record Asked(
            @Nullable Map<String, String> manifest,
            @Nullable String target) {}

    private record Key(
            ObjectType<?> type, String version, @Nullable String most, PeerVersions peer) {}

    TypeWriters(ObjectRegistry registry, SerialNamespaces namespaces, PeerVersions peer) {
        this(
                registry,
                namespaces,
                peer,
                null,
                null,
                new ConcurrentHashMap<>(),
                CacheBuilder.newBuilder()
                        .concurrencyLevel(1)
                        .maximumSize(MOST_DERIVED)
                        .build());
    }

    private TypeWriters(
            ObjectRegistry registry,
            SerialNamespaces namespaces,
            PeerVersions peer,
            @Nullable Map<String, String> manifest,
            @Nullable Version target,
            Map<Key, TypeWriter> kept,
            Cache<Asked, TypeWriters> derived) {
        this.registry = registry;
        this.namespaces = namespaces;
        this.peer = peer;
        this.target = target;
        this.manifest = manifest;
        this.kept = kept;
        this.derived = derived;
    }

    /** Returns the ones for a peer, the same each time as long as they are among the last few hundred asked for. */
    TypeWriters forPeer(VersionManifest peers) {
        Map<String, String> texts = new HashMap<>();
        peers.versions().forEach((name, version) -> texts.put(name, version.toString()));
        return derived(
                new Asked(texts, target == null ? null : target.toString()),
                () -> new TypeWriters(
                        registry, namespaces, peer.reading(peers), texts, target, new ConcurrentHashMap<>(), derived));
    }

    /** Returns the ones for a version of the outermost object, as {@link #forPeer}. */
    TypeWriters at(Version rootTarget) {
        return derived(
                new Asked(manifest, rootTarget.toString()),
                () -> new TypeWriters(registry, namespaces, peer, manifest, rootTarget, kept, derived));
    }

    private TypeWriters derived(Asked asked, Supplier<TypeWriters> making) {
        return derived.asMap().computeIfAbsent(asked, each -> making.get());
    }

    /** Returns how many are kept for peers and versions. */
    long countDerived() {
        return derived.size();
    }

    TypeWriter root(ObjectType<?> type) {
        TypeWriter known = roots.get(type);
        if (known != null) {
            return known;
        }
        checkRegistered(type);
        Version version = target == null ? peer.root(type) : peer.root(type, target);
        Version most = target == null ? peer.most(type) : version;
        TypeWriter made = writer(type, version, most, peer.below(type, version));
        roots.put(type, made);
        return made;
    }

    TypeWriter nested(ObjectType<?> type, NestedReference reference, TypeWriter parent) {
        TypeWriter known = parent.nested(type, reference);
        if (known != null) {
            return known;
        }
        checkRegistered(type);
        PeerVersions above = parent.peer;
        Version version = above.nested(type, reference, parent.type, parent.version);
        Version most = above.most(type, reference, parent.type, parent.version);
        TypeWriter made = writer(type, version, most, above.below(type, reference, parent.type, parent.version));
        parent.keep(made, reference);
        return made;
    }

    private void checkRegistered(ObjectType<?> type) {
        if (!registry.contains(type)) {
            throw new UnknownObjectException(
                    Facts.problem("the type " + type + " is not registered with this codec")
                            .withAdvice("give it to ObjectRegistry.of"),
                    null);
        }
    }

    private TypeWriter writer(ObjectType<?> type, Version version, @Nullable Version most, PeerVersions decides) {
        Key key = new Key(type, version.toString(), most == null ? null : most.toString(), decides);
        TypeWriter known = kept.get(key);
        if (known != null) {
            return known;
        }
        TypeWriter made = new TypeWriter(type, namespaces.of(type), version, most, decides);
        if (kept.size() < MOST_KEPT) {
            kept.put(key, made);
        }
        return made;
    }
}
