package org.versionedobjects.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.json.ObjectCodec;

/**
 * The objects of a file that has an envelope in each line.
 *
 * @param name the file
 * @param objects what its lines hold, in order
 */
record EnvelopeFile(String name, List<VersionedObject> objects) {
    private static final String OWN = "consumers.jsonl";

    static EnvelopeFile read(Optional<Path> path, ObjectCodec codec) {
        String name = path.map(Path::toString).orElse(OWN);
        List<String> lines = path.map(EnvelopeFile::text)
                .orElseGet(EnvelopeFile::ownText)
                .lines()
                .toList();
        List<VersionedObject> objects = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            if (!lines.get(index).isBlank()) {
                objects.add(object(lines.get(index), name + ", line " + (index + 1), codec));
            }
        }
        return new EnvelopeFile(name, List.copyOf(objects));
    }

    private static VersionedObject object(String line, String where, ObjectCodec codec) {
        try {
            return codec.fromJson(line);
        } catch (VersionedObjectException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be read", e);
        }
    }

    private static String ownText() {
        try (InputStream in = EnvelopeFile.class.getResourceAsStream("/" + OWN)) {
            if (in == null) {
                throw new IllegalStateException(OWN + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the first object of a type.
     *
     * @throws IllegalArgumentException if there is none
     */
    <O extends VersionedObject> O first(ObjectType<O> type) {
        return objects.stream()
                .filter(object -> object.objectType() == type)
                .map(type.javaClass()::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no envelope of a " + type.qualifiedName()
                        + "; the quickstart needs a Consumer with project and user, and a User besides"));
    }
}
