package org.versionedobjects.lock;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.versionedobjects.Version;
import org.versionedobjects.json.ObjectCodec;

/** Peers that know nothing but what is recorded, made once for the same versions. Confined to one thread. */
final class PeerCodecs {
    private final VersionLock lock;
    private final ObjectCodec form;
    private final Map<Map<LockedType.Id, Version>, ObjectCodec> made = new HashMap<>();

    /** Takes what is recorded, and a codec that writes and reads in the form of the peers. */
    PeerCodecs(VersionLock lock, ObjectCodec form) {
        this.lock = lock;
        this.form = form;
    }

    /** Returns the codec of a release. */
    ObjectCodec of(LockedRelease release) {
        return reading(release.versions());
    }

    /** Returns the codec of a peer that has types in some versions, and all others in their newest. */
    ObjectCodec withAtLeast(Map<LockedType.Id, Version> versions) {
        Map<LockedType.Id, Version> all = new TreeMap<>();
        lock.types().forEach((id, each) -> all.put(id, each.newest().version()));
        all.putAll(versions);
        return reading(all);
    }

    private ObjectCodec reading(Map<LockedType.Id, Version> versions) {
        return made.computeIfAbsent(versions, each -> form.withTypes(lock.registryAt(each)));
    }
}
