package org.versionedobjects.lock;

import java.util.Optional;
import org.versionedobjects.Version;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.json.ObjectCodec;

/**
 * To whom objects are written.
 *
 * @param name how problems call it
 * @param version the version of the outermost object
 * @param manifest what it says that it reads; empty if it says nothing
 * @param codec the code's, which writes for it
 * @param release how the release reads that it is; empty if it has whatever it is sent
 */
record RoundTripPeer(
        String name, Version version, VersionManifest manifest, ObjectCodec codec, Optional<ObjectCodec> release) {

    /** One that says what it reads, and reads nothing else. */
    static RoundTripPeer of(
            String name, Version version, VersionManifest manifest, ObjectCodec codec, ObjectCodec types) {
        return new RoundTripPeer(name, version, manifest, codec.forPeer(manifest), Optional.of(types));
    }

    /** One that says nothing, so that child tables decide; it may be one of a release. */
    static RoundTripPeer silent(String name, Version version, ObjectCodec codec, Optional<ObjectCodec> types) {
        return new RoundTripPeer(name, version, VersionManifest.empty(), codec.at(version), types);
    }
}
