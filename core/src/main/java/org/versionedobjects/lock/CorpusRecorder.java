package org.versionedobjects.lock;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;

/**
 * Makes the documents of a release: of each type each sample, as the release writes it and as it writes it for older peers.
 * What has no older form has no document of it.
 */
final class CorpusRecorder {
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
                        .ifPresent(type ->
                                addType(type, version, CorpusForm.older(registry, lock, release, type), documents)));
        return ReleaseFiles.of(documents);
    }

    private void addType(
            ObjectType<?> type, Version version, List<CorpusForm> forms, SortedMap<CorpusFile, String> documents) {
        Set<String> taken = new HashSet<>();
        for (Map.Entry<String, VersionedObject> sample : samples.of(type).entrySet()) {
            CorpusFile own = CorpusFile.of(LockBuilder.id(type), version, fileName(sample.getKey(), taken), "");
            documents.put(own, codec.toJson(sample.getValue()));
            for (CorpusForm form : forms) {
                addForm(own, form, sample.getValue(), documents);
            }
        }
    }

    private void addForm(
            CorpusFile own, CorpusForm form, VersionedObject object, SortedMap<CorpusFile, String> documents) {
        try {
            documents.put(
                    new CorpusFile(own.type(), own.version(), own.sample(), form.name()),
                    form.of(codec).toJson(object));
        } catch (IncompatibleVersionException e) {
            // The history says that this object has no such form; whoever gives it one later breaks nothing.
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
