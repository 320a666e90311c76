package org.versionedobjects.lock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;
import org.versionedobjects.json.ObjectCodec;

/**
 * Checks that the directory of a release holds what was recorded and nothing else, and that this code still reads it and
 * writes it as it was written. Confined to one thread.
 */
final class CorpusCheck {
    private final Path directory;
    private final VersionLock lock;
    private final LockedRelease release;
    private final ObjectRegistry registry;
    private final ObjectCodec codec;
    private final List<VersionProblem> problems = new ArrayList<>();

    private CorpusCheck(Path directory, VersionLock lock, LockedRelease release, ObjectCodec codec) {
        this.directory = directory;
        this.lock = lock;
        this.release = release;
        this.registry = codec.registry();
        this.codec = codec;
    }

    /** Returns what is wrong with the directory of a release. */
    static List<VersionProblem> run(Path corpus, VersionLock lock, LockedRelease release, ObjectCodec codec) {
        CorpusCheck check = new CorpusCheck(corpus.resolve(release.name()), lock, release, codec);
        check.run();
        return check.problems;
    }

    private void run() {
        if (!Files.isDirectory(directory)) {
            add("the release " + release.name() + " has no corpus: there is no directory " + directory, restore());
            return;
        }
        ReleaseFiles files = ReleaseFiles.read(directory);
        if (files.sums().isEmpty() && !files.documents().isEmpty()) {
            add(directory + " has no " + ReleaseFiles.SUMS + ", which tells what was recorded", restore());
            return;
        }
        if (release.corpus() != null && !release.corpus().equals(files.sum())) {
            add(
                    directory.resolve(ReleaseFiles.SUMS) + " is not what was recorded with the release "
                            + release.name(),
                    restore());
        }
        checkRecorded(files);
        Map<String, Map<CorpusFile, String>> intact = new TreeMap<>();
        intact(files)
                .forEach((file, document) -> intact.computeIfAbsent(file.directory(), each -> new TreeMap<>())
                        .put(file, document));
        release.versions().forEach((id, version) -> {
            Map<CorpusFile, String> ofType =
                    intact.remove(CorpusFile.of(id, version, "", "").directory());
            checkType(id, version, ofType == null ? Map.of() : ofType);
        });
        intact.values()
                .forEach(unused -> unused.keySet()
                        .forEach(file -> addUnused(file.path(), "is of no type and version of the release")));
    }

    private void checkRecorded(ReleaseFiles files) {
        for (String path : files.sums().keySet()) {
            if (!files.documents().containsKey(path)) {
                add(directory.resolve(path) + " is missing", restore());
            } else if (files.isEdited(path)) {
                add(
                        directory.resolve(path) + " is not what was recorded; what a release wrote never changes",
                        restore());
            }
        }
        for (String path : files.documents().keySet()) {
            if (!files.sums().containsKey(path)) {
                addUnused(path, "was not recorded with the release");
            }
        }
    }

    private Map<CorpusFile, String> intact(ReleaseFiles files) {
        Map<CorpusFile, String> intact = new TreeMap<>();
        files.documents().forEach((path, document) -> {
            if (files.sums().containsKey(path) && !files.isEdited(path)) {
                CorpusFile.parse(path)
                        .ifPresentOrElse(
                                file -> intact.put(file, document),
                                () -> addUnused(path, "is not called type/version/sample.json"));
            }
        });
        return intact;
    }

    private void checkType(LockedType.Id id, Version version, Map<CorpusFile, String> files) {
        if (lock.find(id).filter(LockedType::isRetired).isPresent()) {
            return;
        }
        if (files.keySet().stream().noneMatch(CorpusFile::isOwn)) {
            add(
                    "the release " + release.name() + " has no document of " + id.qualifiedName() + " " + version,
                    restore());
        }
        Optional<ObjectType<?>> type = registry.find(id.namespace(), id.name(), id.major());
        type.ifPresent(each -> {
            CorpusDocuments documents =
                    new CorpusDocuments(release, CorpusForm.own(registry, release, each, version), codec);
            Map<String, Optional<CorpusForm>> forms = new HashMap<>();
            files.forEach((file, document) -> {
                if (file.isOwn()) {
                    documents.checkOwn(file, document);
                }
            });
            files.forEach((file, document) -> {
                if (file.isBack()) {
                    if (!files.containsKey(file.there())) {
                        addUnused(file.path(), "has no document beside it that it could have come of");
                    }
                } else if (!file.isOwn()) {
                    Optional<CorpusForm> form = forms.computeIfAbsent(
                            file.form(), name -> CorpusForm.find(name, registry, lock, release, each));
                    checkOlder(file, form, files, documents);
                }
            });
            problems.addAll(documents.problems());
        });
    }

    private void checkOlder(
            CorpusFile file, Optional<CorpusForm> form, Map<CorpusFile, String> files, CorpusDocuments documents) {
        String own = files.get(file.own());
        if (own == null || form.isEmpty()) {
            addUnused(
                    file.path(), own == null ? "has no document of its own version beside it" : "is for no older peer");
            return;
        }
        documents.checkOlder(
                file,
                form.get(),
                own,
                Objects.requireNonNull(files.get(file), "a document"),
                files.getOrDefault(file.back(), own));
    }

    private void addUnused(String path, String why) {
        add(directory.resolve(path) + " " + why, "delete it");
    }

    private String restore() {
        return "restore it from version control: git checkout -- " + directory;
    }

    private void add(String what, String cure) {
        problems.add(new VersionProblem(what, cure));
    }
}
