package org.versionedobjects.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Reads nova's objects from the test resources, where each file is compressed. */
final class NovaFiles {
    private static final String FOLDER = "/golden/nova-objects/";

    private NovaFiles() {}

    @SuppressWarnings("unchecked") // keys in JSON are texts
    static Set<String> names() {
        return ((Map<String, Object>) ((Map<String, Object>) read("index.json")).get("objects")).keySet();
    }

    static Object read(String file) {
        return GoldenFiles.parse(new String(bytes(file), StandardCharsets.UTF_8));
    }

    /** Returns a file as nova wrote it, before it was compressed. */
    static byte[] bytes(String file) {
        try (InputStream in = NovaFiles.class.getResourceAsStream(FOLDER + file + ".gz");
                GZIPInputStream content = new GZIPInputStream(in)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the SHA-256 sums by file. */
    static Map<String, String> sums() {
        try (InputStream in = NovaFiles.class.getResourceAsStream(FOLDER + "SHA256SUMS")) {
            Map<String, String> sums = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> sums.put(line.substring(66), line.substring(0, 64)));
            return sums;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where the data came from, if that stands beside the project. */
    static List<Path> origins() {
        List<Path> found = new ArrayList<>();
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path origin = folder.resolve("shared/data/nova-objects");
            if (Files.isDirectory(origin)) {
                found.add(origin);
            }
        }
        return found;
    }
}
