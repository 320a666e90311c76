package org.versionedobjects.lock;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.json.JsonText;
import org.versionedobjects.json.Limits;

/** Reads the text of a lock file, or says what is wrong with it and what to do. Confined to one reading. */
final class LockReader {
    private static final Limits LIMITS = Limits.DEFAULT.withDocumentBytes(1L << 30);
    private static final Pattern CONFLICT = Pattern.compile("(?m)^(<{7} |\\|{7} |={7}\\r?$|>{7} )");
    private static final String RESTORE = "take it from version control as it was";
    private static final String RESTORE_RELEASE = "what was released never changes; " + RESTORE;

    private final String name;
    private final Map<String, Version> newest = new HashMap<>();

    /** Makes one for a file, or for text that has none. */
    LockReader(@Nullable Path file) {
        this.name = file == null ? "the lock file" : "the lock file " + file;
    }

    static VersionLock read(Path file) {
        LockReader reader = new LockReader(file);
        return reader.read(reader.textOf(file));
    }

    private String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw broken("is not there", "write it, and commit it", e);
        } catch (CharacterCodingException e) {
            throw broken("is not UTF-8", RESTORE, e);
        } catch (IOException e) {
            throw broken("cannot be read", null, e);
        }
    }

    private InvalidLockException broken(String problem, @Nullable String advice, @Nullable Throwable cause) {
        return new InvalidLockException(Facts.problem(name + " " + problem).withAdvice(advice), cause);
    }

    VersionLock read(String text) {
        if (text.isBlank()) {
            throw broken("is empty", RESTORE, null);
        }
        checkConflicts(text);
        try {
            return read(PlainMap.of(JsonText.read(text, LIMITS)));
        } catch (InvalidLockException e) {
            throw e;
        } catch (VersionedObjectException e) {
            throw within(e, null, null, RESTORE);
        }
    }

    private void checkConflicts(String text) {
        Matcher conflict = CONFLICT.matcher(text);
        if (conflict.find()) {
            long line = text.substring(0, conflict.start()).lines().count() + 1;
            throw broken(
                    "has a conflict of a merge at line " + line,
                    "keep the releases of both sides and the types as one side has them, then write the lock again",
                    null);
        }
    }

    /** Says that something was found in this file, in a version of a type if these are known. */
    private InvalidLockException within(
            VersionedObjectException e, LockedType.@Nullable Id id, @Nullable Version version, String advice) {
        String problem = e.facts().problem();
        Facts facts = e.facts()
                .withProblem(name + " is not as it was written" + (problem == null ? "" : ": " + problem))
                .withObject(id == null ? null : id.qualifiedName(), version)
                .withAdvice(advice);
        return new InvalidLockException(facts, e);
    }

    private VersionLock read(PlainMap document) {
        document.<@Nullable Void>take("format", this::checkFormat);
        SortedMap<String, Entry> types =
                document.take("types", value -> PlainMap.of(value).takeAll(LockReader::type));
        List<Release> entries = document.take("releases", value -> PlainMap.list(value, LockReader::release));
        List<LockedRelease> releases = entries.stream().map(Release::release).toList();
        document.end();
        ReleasedVersions released = new ReleasedVersions(releases);
        types.values()
                .forEach(each -> each.versions()
                        .names()
                        .forEach(text -> newest.merge(
                                each.id().qualifiedName(),
                                Version.parse(text),
                                (one, other) -> one.isBefore(other) ? other : one)));
        SortedMap<LockedType.Id, LockedType> read = new TreeMap<>();
        types.values().forEach(each -> read.put(each.id(), type(each, released)));
        releases.forEach(each -> checkRecorded(each, read));
        VersionLock lock = new VersionLock(releases, read);
        entries.forEach(each -> checkContent(each, lock));
        return lock;
    }

    private void checkContent(Release entry, VersionLock lock) {
        if (!entry.content().equals(LockEntries.content(entry.release(), lock))) {
            throw broken(
                    "says otherwise what the versions of the release "
                            + entry.release().name() + " are like than was recorded with it, since its "
                            + LockEntries.CONTENT + " is another",
                    RESTORE_RELEASE,
                    null);
        }
    }

    private @Nullable Void checkFormat(@Nullable Object value) {
        if (value instanceof Long format && format == LockWriter.FORMAT) {
            return null;
        }
        if (value instanceof Number format && format.longValue() > LockWriter.FORMAT) {
            throw broken("is of format " + format + ", which is not known here", "update the library", null);
        }
        throw InvalidValueException.expected("the number of a format, " + LockWriter.FORMAT, value);
    }

    /** A release, and the hash of what it has of its types, which have to be read before it can be checked. */
    private record Release(LockedRelease release, String content) {}

    private static Release release(@Nullable Object value) {
        PlainMap entry = PlainMap.of(value);
        SortedMap<LockedType.Id, Version> versions = new TreeMap<>();
        String name = entry.take("name", PlainMap::text);
        entry.take("versions", each -> PlainMap.map(each, PlainMap::version))
                .forEach((id, version) -> versions.put(id(id), version));
        String content = entry.take(LockEntries.CONTENT, PlainMap::text);
        LockedRelease release = new LockedRelease(name, versions, entry.find(LockEntries.CORPUS, PlainMap::text));
        checkHash(entry, LockEntries.release(release, content), "the release " + name);
        return new Release(release, content);
    }

    /** Takes the last entry, which is the hash of the others. */
    private static void checkHash(PlainMap entry, Map<String, @Nullable Object> written, String what) {
        String hash = entry.take(LockEntries.HASH, PlainMap::text);
        entry.end();
        if (!hash.equals(written.get(LockEntries.HASH))) {
            throw new InvalidValueException(
                    Facts.problem(what + " was changed by hand, since its " + LockEntries.HASH + " is another"), null);
        }
    }

    /** What stands under the id of a type, its versions not yet read. */
    private record Entry(LockedType.Id id, boolean isRetired, PlainMap versions) {}

    private static Entry type(String key, @Nullable Object value) {
        LockedType.Id id = id(key);
        PlainMap entry = PlainMap.of(value);
        boolean isRetired = entry.take("retired", PlainMap::bool, false);
        PlainMap versions = entry.take("versions", each -> versions(id, each));
        entry.end();
        return new Entry(id, isRetired, versions);
    }

    /** Reads an id that is written in full: one without its major could be there a second time. */
    private static LockedType.Id id(String text) {
        LockedType.Id id = LockedType.Id.parse(text);
        if (!id.toString().equals(text)) {
            throw InvalidValueException.expected(LockedType.Id.FORM, text);
        }
        return id;
    }

    private static PlainMap versions(LockedType.Id id, @Nullable Object value) {
        PlainMap versions = PlainMap.of(value);
        Set<Version> seen = new HashSet<>();
        for (String text : versions.names()) {
            Version version = Version.parse(text);
            if (version.major() != id.major()) {
                throw new InvalidValueException(Facts.expected("versions of major " + id.major(), text), null);
            }
            if (!seen.add(version)) {
                throw new InvalidValueException(Facts.problem("the version " + text + " is there twice"), null);
            }
        }
        if (seen.isEmpty()) {
            throw new InvalidValueException(Facts.problem("there is no version"), null);
        }
        return versions;
    }

    private LockedType type(Entry entry, ReleasedVersions released) {
        LockedType.Id id = entry.id();
        List<LockedVersion> read = new ArrayList<>();
        for (String text : List.copyOf(entry.versions().names())) {
            Version version = Version.parse(text);
            try {
                PlainMap found = PlainMap.of(entry.versions().<@Nullable Object>take(text, value -> value));
                LockedVersion made = LockEntries.version(version, found, this::newest);
                checkHash(found, LockEntries.version(id, made, released.has(id, version)), "the entry");
                read.add(made);
            } catch (VersionedObjectException e) {
                throw within(e, id, version, released.covers(id, version) ? RESTORE_RELEASE : RESTORE);
            }
        }
        return LockedType.of(id, entry.isRetired(), read);
    }

    private Version newest(String qualifiedName) {
        Version version = newest.get(qualifiedName);
        if (version == null) {
            throw InvalidValueException.expected("a type that is recorded here", qualifiedName);
        }
        return version;
    }

    private void checkRecorded(LockedRelease release, SortedMap<LockedType.Id, LockedType> types) {
        release.versions().forEach((id, version) -> {
            LockedType type = types.get(id);
            if (type == null || !type.versions().containsKey(version)) {
                throw broken(
                        "says that the release " + release.name() + " has " + id.qualifiedName() + " " + version
                                + ", but does not say what that is like",
                        RESTORE_RELEASE,
                        null);
            }
        });
    }
}
