package org.versionedobjects.lock;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.Version;
import org.versionedobjects.json.JsonText;

/**
 * The entries of a lock file as plain values, each with its hash. What is as it mostly is, is not written.
 *
 * <p>A version that a release has tells the versions of the types in it. One in the making tells their names only, and the
 * newest recorded versions are meant: else two branches that change a type and one that stands in it would change the same
 * lines.
 */
final class LockEntries {
    static final String HASH = "sha256";
    static final String CONTENT = "content";
    static final String CORPUS = "corpus";

    private LockEntries() {}

    /** Returns the entry of a release, given the hash of what it has of its types. */
    static Map<String, @Nullable Object> release(LockedRelease release, String content) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        Map<String, String> versions = new LinkedHashMap<>();
        release.versions().forEach((id, version) -> versions.put(id.toString(), version.toString()));
        entry.put("name", release.name());
        entry.put("versions", versions);
        entry.put(CONTENT, content);
        putUnless(release.corpus() == null, entry, CORPUS, release.corpus());
        entry.put(HASH, hash(entry));
        return entry;
    }

    /** Returns the hash of what a release has of its types: of the hashes of its versions, none of which changes with its own. */
    static String content(LockedRelease release, VersionLock lock) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        release.versions()
                .forEach((id, version) -> lock.find(id)
                        .map(type -> type.versions().get(version))
                        .ifPresent(locked ->
                                all.put(id.toString(), version(id, locked, true).get(HASH))));
        return hash(all);
    }

    /** Returns the entry of a version of a type. */
    static Map<String, @Nullable Object> version(LockedType.Id id, LockedVersion version, boolean isInRelease) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        putUnless(version.parent() == null, entry, "parent", version.parent());
        putUnless(!version.isList(), entry, "list", true);
        putUnless(!version.isEphemeral(), entry, "ephemeral", true);
        putUnless(version.mixins().isEmpty(), entry, "mixins", texts(version.mixins()));
        SortedMap<String, Object> fields = new TreeMap<>();
        version.fields().forEach((name, field) -> fields.put(name, field(field)));
        putUnless(fields.isEmpty(), entry, "fields", fields);
        Object nested = isInRelease
                ? texts(version.nested())
                : List.copyOf(version.nested().keySet());
        putUnless(version.nested().isEmpty(), entry, "nested", nested);
        putUnless(version.step().isEmpty(), entry, "step", step(version.step()));
        Map<String, @Nullable Object> hashed = new LinkedHashMap<>();
        hashed.put("type", id.toString());
        hashed.put("version", version.version().toString());
        hashed.putAll(entry);
        entry.put(HASH, hash(hashed));
        return entry;
    }

    private static void putUnless(
            boolean isDefault, Map<String, @Nullable Object> entry, String name, @Nullable Object value) {
        if (!isDefault) {
            entry.put(name, value);
        }
    }

    private static SortedMap<String, String> texts(SortedMap<String, Version> versions) {
        SortedMap<String, String> texts = new TreeMap<>();
        versions.forEach((name, version) -> texts.put(name, version.toString()));
        return texts;
    }

    private static Map<String, @Nullable Object> field(LockedField field) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("type", type(field.type()));
        putUnless(!field.isReadOnly(), entry, "readOnly", true);
        putUnless(!field.isSecret(), entry, "secret", true);
        LockedField.Default defaultValue = field.defaultValue();
        if (defaultValue != null) {
            entry.put("default", defaultValue.primitive());
        }
        putUnless(field.from() == null, entry, "from", field.from());
        return entry;
    }

    /** A type that is a kind and nothing else is written as that. */
    private static Object type(TypeDescription type) {
        return type.equals(TypeDescription.of(type.kind())) ? type.kind() : ordered(type);
    }

    /** The kind comes first, since that is what one looks for. */
    private static Map<String, Object> ordered(TypeDescription type) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put("type", type.kind());
        type.toPrimitive().forEach(ordered::putIfAbsent);
        TypeDescription element = type.element();
        if (element != null) {
            ordered.put("element", ordered(element));
        }
        return ordered;
    }

    private static Map<String, Object> step(LockedStep step) {
        Map<String, Object> entry = new LinkedHashMap<>();
        if (!step.renamed().isEmpty()) {
            entry.put("renamed", step.renamed());
        }
        if (!step.removed().isEmpty()) {
            entry.put("removed", step.removed());
        }
        if (!step.retyped().isEmpty()) {
            entry.put("retyped", step.retyped());
        }
        if (step.hasOwnCode()) {
            entry.put("ownCode", true);
        }
        return entry;
    }

    /** Reads the entry of a version; its hash is left to be taken. */
    static LockedVersion version(Version version, PlainMap entry, NewestVersions newest) {
        return new LockedVersion(
                version,
                entry.find("parent", PlainMap::text),
                entry.take("list", PlainMap::bool, false),
                entry.take("ephemeral", PlainMap::bool, false),
                entry.take("mixins", LockEntries::versions, new TreeMap<>()),
                entry.take("fields", LockEntries::fields, new TreeMap<>()),
                entry.take("nested", value -> nested(value, newest), new TreeMap<>()),
                entry.take("step", LockEntries::step, LockedStep.NONE));
    }

    /** Tells the newest version that is recorded of what a qualified name says. */
    interface NewestVersions {
        Version of(String qualifiedName);
    }

    private static SortedMap<String, Version> versions(@Nullable Object value) {
        return PlainMap.map(value, PlainMap::version);
    }

    private static SortedMap<String, Version> nested(@Nullable Object value, NewestVersions newest) {
        if (value instanceof Map) {
            return versions(value);
        }
        SortedMap<String, Version> nested = new TreeMap<>();
        PlainMap.list(value, each -> nested.put(PlainMap.text(each), newest.of(PlainMap.text(each))) == null);
        return nested;
    }

    private static SortedMap<String, LockedField> fields(@Nullable Object value) {
        return PlainMap.of(value).takeAll(LockEntries::field);
    }

    private static LockedField field(String name, @Nullable Object value) {
        PlainMap entry = PlainMap.of(value);
        LockedField field = new LockedField(
                name,
                entry.take("type", LockEntries::type),
                entry.take("readOnly", PlainMap::bool, false),
                entry.take("secret", PlainMap::bool, false),
                entry.find("default", LockedField.Default::new),
                entry.find("from", PlainMap::text));
        entry.end();
        return field;
    }

    private static TypeDescription type(@Nullable Object value) {
        return value instanceof String kind ? TypeDescription.of(kind) : TypeDescription.fromPrimitive(value);
    }

    private static LockedStep step(@Nullable Object value) {
        PlainMap entry = PlainMap.of(value);
        LockedStep step = new LockedStep(
                entry.take("renamed", map -> PlainMap.map(map, PlainMap::text), new TreeMap<>()),
                entry.take("removed", LockEntries::facts, new TreeMap<>()),
                entry.take("retyped", LockEntries::facts, new TreeMap<>()),
                entry.take("ownCode", PlainMap::bool, false));
        entry.end();
        return step;
    }

    private static SortedMap<String, SortedMap<String, @Nullable Object>> facts(@Nullable Object value) {
        return PlainMap.map(value, facts -> PlainMap.map(facts, each -> each));
    }

    /** Returns the SHA-256 of an entry, over its text on one line, in UTF-8. */
    private static String hash(Map<String, @Nullable Object> entry) {
        try {
            byte[] text = JsonText.of(entry).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) { // every Java has it
            throw new IllegalStateException(e);
        }
    }
}
