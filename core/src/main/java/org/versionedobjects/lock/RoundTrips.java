package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.versionedobjects.Facts;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.json.ObjectCodec;

/**
 * Sends populated objects of every type to peers of every recorded version and takes them back:
 *
 * <ul>
 *   <li>to each release, in the versions that it has;
 *   <li>to one that has a recorded version and says nothing, if the {@code child} tables decide alone; else to one that has
 *       all other types as the code has them, and says so;
 *   <li>to one that has the object's own version.
 * </ul>
 *
 * <p>A peer that knows nothing but what is recorded of the version has to understand all it is sent: what it sends back is
 * the same JSON. The code has to read it again, as an object that differs from the first only as the history accounts for,
 * and to write that in the same bytes. The first object stays as it was.
 *
 * <p>Immutable and thread-safe.
 */
public final class RoundTrips {
    private final VersionLock lock;
    private final Samples samples;
    private final ObjectRegistry registry;
    private final ObjectCodec codec;
    private final NestedTypes nested;

    private RoundTrips(VersionLock lock, Samples samples, ObjectCodec form) {
        this.lock = Objects.requireNonNull(lock, "lock");
        this.samples = Objects.requireNonNull(samples, "samples");
        this.registry = samples.registry();
        this.codec = Objects.requireNonNull(form, "form").withTypes(registry);
        this.nested = new NestedTypes(registry);
    }

    /** Returns the round trips of samples, which know the code's types, through the versions of a lock. */
    public static RoundTrips of(VersionLock lock, Samples samples) {
        return new RoundTrips(lock, samples, ObjectCodec.of(samples.registry()));
    }

    /**
     * Returns the same in another form: with the serial namespaces, profile and limits of a codec. What its profile has no
     * words for, as {@link Profile#OSLO} has none for fractions of seconds, is left out of the samples before.
     */
    public RoundTrips with(ObjectCodec form) {
        return new RoundTrips(lock, samples, form);
    }

    /** Makes all round trips of all types, and tells what came of them. Takes milliseconds for each version of a type. */
    public RoundTripReport check() {
        RoundTripFindings findings = new RoundTripFindings();
        PeerCodecs peers = new PeerCodecs(lock, codec);
        for (ObjectType<?> type : registry.types()) {
            lock.find(LockBuilder.id(type)).ifPresent(locked -> {
                check(type, peers(type, locked, peers, findings), peers, findings);
            });
        }
        return findings.report();
    }

    private <O extends VersionedObject> void check(
            ObjectType<O> type, List<RoundTripPeer> peers, PeerCodecs codecs, RoundTripFindings findings) {
        if (peers.isEmpty()) {
            return;
        }
        findings.begin(type, peers.stream().map(RoundTripPeer::version).toList());
        List<Sample<O>> all;
        try {
            all = samples.of(type).stream().map(this::inForm).toList();
        } catch (InvalidValueException e) { // no value for a field; other types may do well
            Facts facts = e.facts()
                    .withAdvice("give the samples some: VersionChecks.builder(REGISTRY).samples("
                            + "Samples.of(REGISTRY).values(FIELD, …)).build(), which VersionTests.of takes");
            findings.problem(type.version(), "", "", facts);
            findings.end(0);
            return;
        }
        List<VersionedObject> before =
                all.stream().map(each -> each.object().copy()).toList();
        for (RoundTripPeer peer : peers) {
            OneWay way = new OneWay(lock, codecs, codec, nested, peer, findings);
            all.forEach(way::send);
            way.end();
        }
        for (int i = 0; i < all.size(); i++) {
            O object = all.get(i).object();
            String name = all.get(i).name();
            object.differencesFrom(before.get(i))
                    .forEach(each -> findings.problem(
                            type.version(),
                            "all peers",
                            name,
                            Facts.problem("writing an object changed it")
                                    .withPath(each.path())
                                    .withExpected(each.other())
                                    .withWas(each.one())));
        }
        findings.end(all.size());
    }

    private <O extends VersionedObject> Sample<O> inForm(Sample<O> sample) {
        if (codec.profile() == Profile.STRICT) {
            return sample;
        }
        O object = sample.object();
        try {
            @SuppressWarnings("unchecked") // the type of an object makes objects of its class
            ObjectType<O> type = (ObjectType<O>) object.objectType();
            return new Sample<>(sample.name(), codec.fromJson(type, codec.toJson(object)));
        } catch (VersionedObjectException e) { // it fails on its way as well, and is told of there
            return sample;
        }
    }

    private List<RoundTripPeer> peers(
            ObjectType<?> type, LockedType locked, PeerCodecs codecs, RoundTripFindings findings) {
        List<RoundTripPeer> peers = new ArrayList<>();
        for (LockedRelease release : lock.releases()) {
            release.version(locked.id())
                    .filter(version -> isWritable(type, version, findings))
                    .ifPresent(version -> {
                        ObjectCodec types = codecs.of(release);
                        peers.add(RoundTripPeer.of(
                                "release " + release.name(),
                                version,
                                nested.manifest(type, release.versions()),
                                codec,
                                types));
                        if (version.isBefore(type.version()) && nested.areRuled(type, version)) {
                            peers.add(RoundTripPeer.silent(
                                    "release " + release.name() + " by the child tables",
                                    version,
                                    codec,
                                    Optional.of(types)));
                        }
                    });
        }
        for (Version version : locked.versions().keySet()) {
            if (isWritable(type, version, findings)) {
                peers.add(peer(type, locked.id(), version, codecs));
            }
        }
        return peers;
    }

    private RoundTripPeer peer(ObjectType<?> type, LockedType.Id id, Version version, PeerCodecs codecs) {
        if (version.equals(type.version())) {
            return RoundTripPeer.silent("a peer of its own version", version, codec, Optional.empty());
        }
        if (nested.areRuled(type, version)) {
            return RoundTripPeer.silent("any peer by the child tables", version, codec, Optional.empty());
        }
        SortedMap<LockedType.Id, Version> versions = lock.newest();
        versions.put(id, version);
        return RoundTripPeer.of(
                "a peer that is older in this type only",
                version,
                nested.manifest(type, versions),
                codec,
                codecs.withAtLeast(Map.of(id, version)));
    }

    private static boolean isWritable(ObjectType<?> type, Version version, RoundTripFindings findings) {
        if (!version.isAfter(type.version())) {
            return true;
        }
        findings.begin(type, List.of());
        findings.problem(
                version,
                "",
                "",
                Facts.problem("the lock has this version, but the code is at " + type.version() + " only"));
        return false;
    }
}
