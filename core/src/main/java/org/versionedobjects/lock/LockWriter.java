package org.versionedobjects.lock;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.StreamFailedException;
import org.versionedobjects.json.JsonText;

/** Writes locks as text: a line for each field, hashes at the end, so that a change is a small difference. */
final class LockWriter {
    static final int FORMAT = 1;

    private static final int LEVELS = 6; // the document, types, a type, its versions, a version, its fields
    private static final int WIDTH = 120;

    private LockWriter() {}

    static String text(VersionLock lock) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put(
                "releases",
                lock.releases().stream()
                        .map(each -> LockEntries.release(each, LockEntries.content(each, lock)))
                        .toList());
        Map<String, Object> types = new LinkedHashMap<>();
        lock.types().forEach((id, type) -> types.put(id.toString(), type(lock, type)));
        document.put("types", types);
        return JsonText.lines(document, LEVELS, WIDTH);
    }

    private static Map<String, Object> type(VersionLock lock, LockedType type) {
        Map<String, Object> entry = new LinkedHashMap<>();
        if (type.isRetired()) {
            entry.put("retired", true);
        }
        Map<String, Object> versions = new LinkedHashMap<>();
        type.versions()
                .forEach((version, locked) -> versions.put(
                        version.toString(),
                        LockEntries.version(type.id(), locked, lock.isInRelease(type.id(), version))));
        entry.put("versions", versions);
        return entry;
    }

    /** Writes beside the file, then puts that in its place, so that whoever reads has the old one or the new one. */
    static void write(String text, Path file) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path beside = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try {
                Files.writeString(beside, text, StandardOpenOption.CREATE_NEW);
                moveInto(target, beside);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new StreamFailedException(Facts.problem("the lock file " + file + " cannot be written: " + e), e);
        }
    }

    private static void moveInto(Path target, Path beside) throws IOException {
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
