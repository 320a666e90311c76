package org.versionedobjects.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the golden data from the test resources, where each file is compressed. */
final class GoldenFiles {
    static final List<String> GROUPS_OF_STEPS = List.of(
            "envelope",
            "versions",
            "bad_envelopes",
            "changes",
            "attributes",
            "collections",
            "lists",
            "backports",
            "json_schema",
            "serializer");
    static final List<String> GROUPS_FOR_LATER = List.of("remotable");

    private static final String FOLDER = "/golden/oslo-envelopes/";
    /** Writes and reads what a plain value is, half characters and infinities included, so that both are the same document. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private GoldenFiles() {}

    /** Returns a file of cases: maps, lists, text, Integer or Long or BigInteger, Double, Boolean, null. */
    @SuppressWarnings("unchecked") // each file is a list of maps
    static List<Map<String, Object>> read(String name) {
        return (List<Map<String, Object>>) parse(new String(bytes(name + ".json"), StandardCharsets.UTF_8));
    }

    static Object parse(String json) {
        return EXACT.readValue(json, Object.class);
    }

    static String write(Object plain) {
        return EXACT.writeValueAsString(plain);
    }

    /** Returns a file of the golden data as it was before it was compressed. */
    static byte[] bytes(String name) {
        try (InputStream in = GoldenFiles.class.getResourceAsStream(FOLDER + name + ".gz");
                GZIPInputStream content = new GZIPInputStream(in)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the lines of a text that stands beside the data, without comments and blank ones. */
    static List<String> lines(String name) {
        try (InputStream in = GoldenFiles.class.getResourceAsStream(FOLDER + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where the data came from, if that stands beside the project: one folder above its root. */
    static List<Path> origins() {
        List<Path> found = new ArrayList<>();
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path origin = folder.resolve("shared/data/oslo-envelopes");
            if (Files.isDirectory(origin)) {
                found.add(origin);
            }
        }
        return found;
    }
}
