package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.Mixin;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;

/**
 * One edit of a developer's: what was released, what the code says now, what the differences have to be, and what the code
 * says once each cure was typed.
 */
record LockEdit(
        String name,
        ObjectRegistry released,
        ObjectRegistry edited,
        List<String> expected,
        ObjectRegistry cured,
        VersionLock curedLock) {

    /** A part of a definition. */
    interface Part extends Consumer<ObjectType.Definition<DynamicObject>> {}

    static Part field(String name, FieldType<?> type) {
        return define -> define.field(name, type);
    }

    static Part field(String name, FieldSpec<?> spec) {
        return define -> define.field(name, spec);
    }

    static Part include(Mixin mixin) {
        return define -> define.include(mixin);
    }

    static Part include(Mixin mixin, String since) {
        return define -> define.include(mixin, since);
    }

    static Part step(String version) {
        return define -> define.step(version, down -> {}, up -> {});
    }

    static Part inherits(String version, String parent) {
        return define -> define.inherits(version, parent);
    }

    /** Returns the type {@code demo.Thing}. */
    static ObjectType<DynamicObject> thing(String version, Part... parts) {
        return type("Thing", version, parts);
    }

    static ObjectType<DynamicObject> type(String name, String version, Part... parts) {
        return defined(ObjectType.dynamic("demo", name), version, parts);
    }

    static ObjectType<DynamicObject> extending(
            ObjectType<DynamicObject> parent, String name, String version, Part... parts) {
        return defined(ObjectType.dynamicExtending(parent, "demo", name), version, parts);
    }

    private static ObjectType<DynamicObject> defined(
            ObjectType.Definition<DynamicObject> define, String version, Part... parts) {
        for (Part each : parts) {
            each.accept(define);
        }
        return define.version(version);
    }

    static Builder edit(String name) {
        return new Builder(name);
    }

    VersionLock lock() {
        return VersionLock.of(released).released("1");
    }

    @Override
    public String toString() {
        return name;
    }

    static final class Builder {
        private final String name;
        private ObjectRegistry released = ObjectRegistry.of();
        private ObjectRegistry edited = ObjectRegistry.of();
        private final List<String> expected = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        Builder released(ObjectType<?>... types) {
            released = ObjectRegistry.of(types);
            return this;
        }

        Builder edited(ObjectType<?>... types) {
            edited = ObjectRegistry.of(types);
            return this;
        }

        /** Expects a difference: what it takes, the version and the path, and the whole cure. */
        Builder needs(String where, String cure) {
            expected.add(where + ": " + cure);
            return this;
        }

        /** Ends an edit that takes nothing, or nothing that has to be done. */
        LockEdit isFine() {
            return new LockEdit(name, released, edited, expected, edited, lock());
        }

        LockEdit cured(ObjectType<?>... types) {
            return new LockEdit(name, released, edited, expected, ObjectRegistry.of(types), lock());
        }

        /** Ends an edit that is cured by retiring version 1 of a type. */
        LockEdit retired(String type) {
            SortedMap<LockedType.Id, LockedType> types = new TreeMap<>(lock().types());
            LockedType.Id id = new LockedType.Id("demo", type, 1);
            types.computeIfPresent(id, (same, each) -> new LockedType(same, true, each.versions()));
            return new LockEdit(name, released, edited, expected, edited, new VersionLock(lock().releases(), types));
        }

        private VersionLock lock() {
            return VersionLock.of(released).released("1");
        }
    }
}
