package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.Version;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;

/**
 * The law of locks: types that are made of what a lock says are, on the wire, the types of the code that the lock was made
 * of, in each recorded version.
 */
public final class RebuiltTypes {
    private final ObjectRegistry code;
    private final Profile profile;
    private final VersionLock lock;

    /** Writes the lock of the code, and reads it. */
    public RebuiltTypes(ObjectRegistry code, Profile profile) {
        this.code = code;
        this.profile = profile;
        this.lock = VersionLock.parse(VersionLock.of(code).toJson());
    }

    /** Checks all types in all versions, the other types in their newest. */
    public void check() {
        assertThat(lock).isEqualTo(VersionLock.of(code));
        for (LockedType type : lock.types().values()) {
            for (Version version : type.versions().keySet()) {
                SortedMap<LockedType.Id, Version> versions = newest();
                versions.put(type.id(), version);
                check(type, version, versions);
            }
        }
    }

    private SortedMap<LockedType.Id, Version> newest() {
        SortedMap<LockedType.Id, Version> versions = new TreeMap<>();
        lock.types()
                .values()
                .forEach(each -> versions.put(each.id(), each.newest().version()));
        return versions;
    }

    private void check(LockedType type, Version version, SortedMap<LockedType.Id, Version> versions) {
        LockedVersion recorded = type.versions().get(version);
        ObjectRegistry rebuilt = lock.registryAt(versions);
        ObjectType<?> made = find(rebuilt, type.id());
        LockedVersion again = VersionLock.of(rebuilt).types().get(type.id()).newest();

        assertThat(wire(again)).as("%s %s", type.id(), version).isEqualTo(wire(recorded));
        assertThat(local(again)).as("%s %s", type.id(), version).isEqualTo(local(recorded));
        if (version.equals(type.newest().version())) {
            assertThat(again.parent()).isEqualTo(recorded.parent());
            assertThat(again.nested()).isEqualTo(recorded.nested());
        }
        ObjectCodec ofCode = codec(code).forPeer(manifest(versions));
        assertThat(sorted(codec(rebuilt).schema(made).toPrimitive()))
                .as("schema of %s %s", type.id(), version)
                .isEqualTo(sorted(ofCode.schema(find(code, type.id())).toPrimitive()));
    }

    /** Checks that an object in some versions is read by the types as they were then, and written back as it was. */
    public void checkObject(VersionedObject object, Map<LockedType.Id, Version> versions) {
        SortedMap<LockedType.Id, Version> all = newest();
        all.putAll(versions);
        Object written = codec(code).forPeer(manifest(all)).toPrimitive(object);
        ObjectCodec rebuilt = codec(lock.registryAt(all));

        assertThat(sorted(rebuilt.toPrimitive(rebuilt.fromPrimitive(written)))).isEqualTo(sorted(written));
    }

    /** Returns a codec of the rebuilt types in their newest versions. */
    public ObjectCodec codec() {
        return codec(lock.registryAt(newest()));
    }

    private ObjectCodec codec(ObjectRegistry registry) {
        return ObjectCodec.builder(registry).profile(profile).build();
    }

    private static ObjectType<?> find(ObjectRegistry registry, LockedType.Id id) {
        return registry.find(id.namespace(), id.name(), id.major()).orElseThrow();
    }

    private static VersionManifest manifest(Map<LockedType.Id, Version> versions) {
        VersionManifest manifest = VersionManifest.empty();
        for (Map.Entry<LockedType.Id, Version> each : versions.entrySet()) {
            manifest = manifest.with(each.getKey().name(), each.getValue());
        }
        return manifest;
    }

    private static Map<String, TypeDescription> wire(LockedVersion version) {
        Map<String, TypeDescription> fields = new TreeMap<>();
        version.fields().forEach((name, field) -> fields.put(name, field.type()));
        return fields;
    }

    private static Map<String, Object> local(LockedVersion version) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("", version.isList() + " " + version.isEphemeral());
        version.fields().forEach((name, field) -> {
            Object defaultValue = field.isSecret() ? "masked" : String.valueOf(field.defaultValue());
            facts.put(name, field.isReadOnly() + " " + field.isSecret() + " " + defaultValue);
        });
        return facts;
    }

    /** The order of fields, and with it that of lists of names, is not recorded. */
    private static @Nullable Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> sorted = new LinkedHashMap<>();
            map.forEach((name, each) ->
                    sorted.put(name, isNames(name) && each instanceof List<?> names ? inOrder(names) : sorted(each)));
            return sorted;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> sorted = new ArrayList<>();
            list.forEach(each -> sorted.add(sorted(each)));
            return sorted;
        }
        return value;
    }

    private static boolean isNames(@Nullable Object name) {
        return "required".equals(name) || "enum".equals(name) || "versioned_object.changes".equals(name);
    }

    private static List<String> inOrder(List<?> names) {
        return names.stream().map(String::valueOf).sorted().toList();
    }
}
