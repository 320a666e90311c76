package org.versionedobjects.lock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.json.ObjectCodec;

/**
 * What all checks go by. Immutable.
 *
 * @param codec knows the types, and in which form they are sent
 * @param lockFile where the lock file is, or will be
 * @param corpus the directory of the releases' directories
 * @param samples objects to try things on
 * @param packages where types are looked for that are not registered
 * @param roots in whose objects every type stands; empty if that does not matter
 * @param requiresChildTables whether each field of objects needs a table
 * @param commands what to type
 */
record CheckSetup(
        ObjectCodec codec,
        Path lockFile,
        Path corpus,
        Samples samples,
        List<String> packages,
        List<ObjectType<?>> roots,
        boolean requiresChildTables,
        CheckCommands commands) {
    ObjectRegistry registry() {
        return codec.registry();
    }

    boolean hasLock() {
        return Files.exists(lockFile);
    }

    /** Returns what the file says, an empty lock if there is none. */
    VersionLock lock() {
        return hasLock() ? VersionLock.read(lockFile) : VersionLock.empty();
    }

    /** Returns the lock, an empty one if there is none; nothing if the file is broken: then another check says so. */
    Optional<VersionLock> intactLock() {
        try {
            return Optional.of(lock());
        } catch (InvalidLockException e) {
            return Optional.empty();
        }
    }

    /** Returns the lock, or an empty one if the file is broken, too. */
    VersionLock readableLock() {
        return intactLock().orElseGet(VersionLock::empty);
    }

    CheckSetup withLockFile(Path other) {
        return new CheckSetup(codec, other, corpus, samples, packages, roots, requiresChildTables, commands);
    }

    CheckSetup withCommands(CheckCommands others) {
        return new CheckSetup(codec, lockFile, corpus, samples, packages, roots, requiresChildTables, others);
    }
}
