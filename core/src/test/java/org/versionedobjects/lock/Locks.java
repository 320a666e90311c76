package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;

/** Locks of several releases of types that are told in a line. */
final class Locks {
    private final VersionLock lock;
    private final List<LockedRelease> releases = new ArrayList<>();

    private Locks(VersionLock lock) {
        this.lock = lock;
    }

    /** Returns a type of the namespace {@code demo}. */
    static ObjectType<DynamicObject> type(
            String name, String version, Consumer<ObjectType.Definition<DynamicObject>> fields) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", name);
        fields.accept(define);
        return define.version(version);
    }

    static Locks of(ObjectType<?>... types) {
        return new Locks(VersionLock.of(ObjectRegistry.of(types)));
    }

    /** Adds a release of some versions: {@code Shelf 1.0}. */
    Locks release(String name, String... versions) {
        SortedMap<LockedType.Id, Version> byId = new TreeMap<>();
        for (String each : versions) {
            int space = each.indexOf(' ');
            Version version = Version.parse(each.substring(space + 1));
            byId.put(new LockedType.Id("demo", each.substring(0, space), version.major()), version);
        }
        releases.add(new LockedRelease(name, byId));
        return this;
    }

    VersionLock lock() {
        return new VersionLock(releases, lock.types());
    }
}
