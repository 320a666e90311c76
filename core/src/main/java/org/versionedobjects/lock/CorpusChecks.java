package org.versionedobjects.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the golden corpus: one check for each release, and one that there is nothing besides. */
final class CorpusChecks {
    private static final String GROUP = "corpus";

    private CorpusChecks() {}

    /** Returns none if the lock file is broken: what is in the corpus cannot be told from what is not. */
    static List<VersionCheck> of(CheckSetup setup) {
        return setup.intactLock().map(lock -> of(setup, lock)).orElseGet(List::of);
    }

    private static List<VersionCheck> of(CheckSetup setup, VersionLock lock) {
        List<VersionCheck> checks = new ArrayList<>();
        for (LockedRelease each : lock.releases()) {
            checks.add(new VersionCheck(
                    GROUP,
                    "what " + each.name() + " wrote",
                    () -> CorpusCheck.run(setup.corpus(), lock, each, setup.codec())));
        }
        checks.add(new VersionCheck(GROUP, "nothing unused", () -> unused(setup.corpus(), lock)));
        return checks;
    }

    /** Returns what is beside the directories of releases; names that start with a dot are somebody else's. */
    private static List<VersionProblem> unused(Path corpus, VersionLock lock) {
        if (!Files.isDirectory(corpus)) {
            return List.of();
        }
        Set<String> releases = lock.releases().stream().map(LockedRelease::name).collect(Collectors.toSet());
        try (Stream<Path> found = Files.list(corpus)) {
            return found.map(each -> each.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !releases.contains(name))
                    .sorted()
                    .map(name -> new VersionProblem(
                            corpus.resolve(name) + " is of no release that the lock file knows",
                            "restore the lock file if it lost the release; delete the directory only if that never went"
                                    + " out"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
