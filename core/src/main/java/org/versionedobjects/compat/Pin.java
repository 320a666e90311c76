package org.versionedobjects.compat;

import java.util.Objects;
import org.versionedobjects.VersionManifest;

/**
 * A manifest with a name, usually that of a release, above which nothing is written whoever asks. Immutable and
 * thread-safe.
 *
 * @param name for errors
 * @param manifest the highest version of each object; what it does not name is not capped
 */
record Pin(String name, VersionManifest manifest) {
    Pin {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(manifest, "manifest");
    }
}
