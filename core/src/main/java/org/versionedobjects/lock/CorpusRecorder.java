package org.versionedobjects.lock;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.json.ObjectCodec;

/**
 * Makes the documents of a release: of each type each sample, as the release writes it and as it writes it for older peers,
 * and what it reads of that. What has no older form has no document of it; what is read as the object itself has none of the
 * way back; and where the way back refuses, that document is {@value #UNREADABLE}.
 */
final class CorpusRecorder {
    /** What stands for the way back of a document that the release itself could not read. */
    static final String UNREADABLE = "null";

    private static final int LONGEST = 80;

    private final ObjectCodec codec;
    private final SampleSource samples;

    CorpusRecorder(ObjectCodec codec, SampleSource samples) {
        this.codec = codec;
        this.samples = samples;
    }

    /** Returns the documents of a release of a lock, which is the one of this code. */
    ReleaseFiles record(VersionLock lock, LockedRelease release) {
        SortedMap<CorpusFile, String> documents = new TreeMap<>();
        ObjectRegistry registry = codec.registry();
        release.versions()
                .forEach((id, version) -> registry.find(id.namespace(), id.name(), id.major())
                        .ifPresent(type -> {
                            CorpusForm own = CorpusForm.own(registry, release, type, version);
                            addType(type, own, CorpusForm.older(registry, lock, release, type), documents);
                        }));
        return ReleaseFiles.of(documents);
    }

    private void addType(
            ObjectType<?> type, CorpusForm ownForm, List<CorpusForm> forms, SortedMap<CorpusFile, String> documents) {
        Set<String> taken = new HashSet<>();
        for (Map.Entry<String, VersionedObject> sample : samples.of(type).entrySet()) {
            CorpusFile own = CorpusFile.of(
                    LockBuilder.id(type), ownForm.version(), fileName(sample.getKey(), taken), ownForm.name());
            String document = ownForm.of(codec).toJson(sample.getValue());
            documents.put(own, document);
            for (CorpusForm form : forms) {
                written(form, sample.getValue()).ifPresent(there -> {
                    CorpusFile file = new CorpusFile(own.type(), own.version(), own.sample(), form.name());
                    documents.put(file, there);
                    String back = back(ownForm, there);
                    if (!back.equals(document)) {
                        documents.put(file.back(), back);
                    }
                });
            }
        }
    }

    private Optional<String> written(CorpusForm form, VersionedObject object) {
        try {
            return Optional.of(form.of(codec).toJson(object));
        } catch (IncompatibleVersionException e) {
            // The history says that this object has no such form; whoever gives it one later breaks nothing.
            return Optional.empty();
        }
    }

    private String back(CorpusForm ownForm, String there) {
        try {
            return ownForm.of(codec).toJson(codec.fromJson(there));
        } catch (VersionedObjectException e) { // the check that follows tells what is no declared change
            return UNREADABLE;
        }
    }

    /** Returns a name that every file system takes, and takes as another one than those before. */
    private static String fileName(String sample, Set<String> taken) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < sample.length() && name.length() < LONGEST; i++) {
            char c = sample.charAt(i);
            if (CorpusFile.isSafe(c)) {
                name.append(c);
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '-') {
                name.append('-');
            }
        }
        String safe = name.isEmpty() ? "sample" : name.toString();
        String free = safe;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = safe + "-" + i;
        }
        return free;
    }
}
