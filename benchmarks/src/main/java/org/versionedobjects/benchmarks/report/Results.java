package org.versionedobjects.benchmarks.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.versionedobjects.benchmarks.race.FigureTable;
import org.versionedobjects.benchmarks.race.RaceResult;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known so far, of this run and of earlier ones of other groups.
 *
 * @param races the races, in the order of the report
 * @param tables the figures that are no races, in the order of the report
 */
public record Results(List<RaceResult> races, List<FigureTable> tables) {
    private static final String ORDER = "JODMS";
    private static final String RACE = "race-";
    private static final String TABLE = "table-";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Makes results in the order of the report. */
    public Results {
        races = races.stream()
                .sorted(Comparator.comparing(race -> key(race.id())))
                .toList();
        tables = tables.stream()
                .sorted(Comparator.comparing(table -> key(table.id())))
                .toList();
    }

    private static String key(String id) {
        return ORDER.indexOf(id.charAt(0)) + id;
    }

    /** Keeps the result of a race in a directory, in the place of an earlier one. */
    public static void save(RaceResult race, Path directory) throws IOException {
        save(race, RACE + fileName(race.id()), directory);
    }

    /** Keeps a table in a directory, in the place of an earlier one. */
    public static void save(FigureTable table, Path directory) throws IOException {
        save(table, TABLE + fileName(table.id()), directory);
    }

    private static void save(Object result, String name, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.write(
                directory.resolve(name), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(result));
    }

    private static String fileName(String id) {
        return id.replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT) + ".json";
    }

    /** Reads all that is kept in a directory. */
    public static Results read(Path directory) throws IOException {
        return new Results(read(directory, RACE, RaceResult.class), read(directory, TABLE, FigureTable.class));
    }

    private static <R> List<R> read(Path directory, String prefix, Class<R> type) throws IOException {
        List<R> all = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, prefix + "*.json")) {
                for (Path file : files) {
                    all.add(JSON.readValue(Files.readAllBytes(file), type));
                }
            }
        }
        return all;
    }

    /** Returns whether any of it comes from a run that was for trying only. */
    public boolean isQuick() {
        return races.stream().anyMatch(RaceResult::isQuick) || tables.stream().anyMatch(FigureTable::isQuick);
    }
}
