package org.versionedobjects.lock;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The directory of one release: documents by path, and {@code SHA256SUMS}, which tells what was recorded, as
 * {@code sha256sum -c} reads it. Each file ends with a line end, which is not part of the document; that git may have made
 * it another one does not matter.
 *
 * <p>Immutable and thread-safe.
 */
final class ReleaseFiles {
    static final String SUMS = "SHA256SUMS";

    private final SortedMap<String, String> documents;
    private final SortedMap<String, String> sums;

    private ReleaseFiles(SortedMap<String, String> documents, SortedMap<String, String> sums) {
        this.documents = Collections.unmodifiableSortedMap(documents);
        this.sums = Collections.unmodifiableSortedMap(sums);
    }

    /** Returns what is to be recorded. */
    static ReleaseFiles of(SortedMap<CorpusFile, String> documents) {
        SortedMap<String, String> byPath = new TreeMap<>();
        SortedMap<String, String> sums = new TreeMap<>();
        documents.forEach((file, document) -> {
            byPath.put(file.path(), document);
            sums.put(file.path(), sum(document));
        });
        return new ReleaseFiles(byPath, sums);
    }

    /** Reads what is in a directory, whatever it is; what cannot be read as UTF-8 has replacement characters. */
    static ReleaseFiles read(Path directory) {
        SortedMap<String, String> documents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                String path = directory.relativize(each).toString().replace('\\', '/');
                documents.put(path, withoutEnd(new String(Files.readAllBytes(each), StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String sums = documents.remove(SUMS);
        return new ReleaseFiles(documents, sums == null ? new TreeMap<>() : parsed(sums));
    }

    private static SortedMap<String, String> parsed(String text) {
        SortedMap<String, String> sums = new TreeMap<>();
        text.lines().forEach(line -> {
            int end = line.indexOf("  ");
            sums.put(end < 0 ? line : line.substring(end + 2), end < 0 ? "" : line.substring(0, end));
        });
        return sums;
    }

    private static String withoutEnd(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static String sum(String document) {
        return Hashing.sha256()
                .hashString(document + "\n", StandardCharsets.UTF_8)
                .toString();
    }

    /** Returns the documents by path. */
    SortedMap<String, String> documents() {
        return documents;
    }

    /** Returns the paths that were recorded, with what was recorded of each. */
    SortedMap<String, String> sums() {
        return sums;
    }

    /** Returns whether a document that is there is not what was recorded under its path. */
    boolean isEdited(String path) {
        String document = documents.get(path);
        return document != null && !sum(document).equals(sums.get(path));
    }

    /** Writes all into a new directory. */
    void write(Path directory) throws IOException {
        for (var each : documents.entrySet()) {
            Path file = directory.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.getValue() + "\n");
        }
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(SUMS), sumLines());
    }

    /** Returns the SHA-256 of what tells what was recorded. */
    String sum() {
        return Hashing.sha256().hashString(sumLines(), StandardCharsets.UTF_8).toString();
    }

    private String sumLines() {
        StringBuilder lines = new StringBuilder();
        sums.forEach((path, sum) -> lines.append(sum).append("  ").append(path).append('\n'));
        return lines.toString();
    }
}
