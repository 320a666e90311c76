package org.versionedobjects.lock;

import java.util.Arrays;
import java.util.List;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;

/** Locks as they grow: each release recorded as its own code was. */
final class GrownLocks {
    private GrownLocks() {}

    /** Returns the lock of releases {@code r1}, {@code r2} …, each with the types that its code had. */
    static VersionLock ofReleases(ObjectRegistry... codes) {
        return ofReleases(Arrays.asList(codes));
    }

    static VersionLock ofReleases(List<ObjectRegistry> codes) {
        VersionLock lock = VersionLock.empty();
        for (ObjectRegistry code : codes) {
            lock = lock.updated(code).released("r" + (lock.releases().size() + 1));
        }
        return lock;
    }

    /** Returns the lock of releases {@code r1}, {@code r2} … of one type that stands alone. */
    static VersionLock ofTypes(ObjectType<?>... types) {
        return ofReleases(Arrays.stream(types).map(ObjectRegistry::of).toList());
    }
}
