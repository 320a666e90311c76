package org.versionedobjects.lock;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.versionedobjects.Facts;
import org.versionedobjects.StreamFailedException;

/** Writes the lock file and the corpus, and never over what was released. Confined to one thread. */
final class ReleaseRecorder {
    private static final String ASIDE = ".new-";
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    private final CheckSetup setup;

    ReleaseRecorder(CheckSetup setup) {
        this.setup = setup;
    }

    List<String> writeLock() {
        VersionLock lock = setup.lock();
        VersionCheckException.throwIfAny(ReleasedVersionsCheck.all(setup));
        VersionLock updated = lock.updated(setup.registry());
        if (!setup.hasLock() || !updated.equals(lock)) {
            updated.write(setup.lockFile());
        }
        return LockChanges.between(lock, updated);
    }

    void release(String name) {
        VersionLock updated = setup.lock().updated(setup.registry());
        VersionLock lock;
        try {
            lock = updated.released(name);
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()), "choose another name");
        }
        Path directory = setup.corpus().resolve(name);
        if (Files.exists(directory)) {
            throw refused(
                    directory + " is there already, and a release is never written again",
                    "delete it, or choose another name");
        }
        try {
            recordCorpus(lock, directory);
        } catch (IOException e) {
            throw new StreamFailedException(Facts.problem("the corpus of " + name + " cannot be written: " + e), e);
        }
    }

    /** Writes the documents beside where they belong, tries them, moves them there, and writes the lock file at last. */
    private void recordCorpus(VersionLock lock, Path directory) throws IOException {
        if (!Files.isDirectory(setup.corpus())) { // it may be a link to one
            Files.createDirectories(setup.corpus());
        }
        deleteLeftovers();
        Path aside = Files.createTempDirectory(setup.corpus(), ASIDE);
        boolean isMoved = false;
        try {
            LockedRelease release = lock.releases().get(lock.releases().size() - 1);
            ReleaseFiles files =
                    new CorpusRecorder(setup.codec(), new CorpusSamples(setup.samples())).record(lock, release);
            files.write(aside.resolve(release.name()));
            VersionCheckException.throwIfAny(CorpusCheck.run(aside, lock, release, setup.codec()));
            checkRoundTrips(lock, aside.resolve(release.name() + ".lock.json"));
            Files.move(aside.resolve(release.name()), directory);
            isMoved = true;
            lock.withCorpus(files.sum()).write(setup.lockFile());
        } catch (IOException | RuntimeException e) {
            if (isMoved) {
                delete(directory);
            }
            throw e;
        } finally {
            delete(aside);
        }
    }

    /** What is sent by the manifest of a release has to come back before there is one, since no release is taken back. */
    private void checkRoundTrips(VersionLock lock, Path trial) {
        lock.write(trial);
        VersionCheckException.throwIfAny(RoundTripChecks.of(setup.withLockFile(trial)).stream()
                .flatMap(each -> each.run().stream())
                .toList());
    }

    /** Deletes what runs left that were killed, if they are not running still. */
    private void deleteLeftovers() throws IOException {
        FileTime old = FileTime.from(Instant.now().minus(LEFT_OVER));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(setup.corpus(), ASIDE + "*")) {
            for (Path each : left) {
                if (Files.getLastModifiedTime(each).compareTo(old) < 0) {
                    delete(each);
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    void retire(LockedType.Id id) {
        if (setup.registry().find(id.namespace(), id.name(), id.major()).isPresent()) {
            throw refused("the type " + id + " is still in the code", "take it out of the registry first");
        }
        setup.lock().retired(id).write(setup.lockFile());
    }

    void restore(LockedType.Id id) {
        if (setup.registry().find(id.namespace(), id.name(), id.major()).isEmpty()) {
            throw refused("the type " + id + " is not in the code", "give its TYPE to ObjectRegistry.of first");
        }
        setup.lock().restored(id).write(setup.lockFile());
    }

    private static VersionCheckException refused(String what, String cure) {
        return new VersionCheckException(List.of(new VersionProblem(what, cure)));
    }
}
