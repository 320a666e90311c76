package org.versionedobjects.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.versionedobjects.benchmarks.race.FigureTable;
import org.versionedobjects.benchmarks.race.Race;
import org.versionedobjects.benchmarks.race.RaceResult;
import org.versionedobjects.benchmarks.race.RaceSettings;
import org.versionedobjects.benchmarks.race.RaceTrack;
import org.versionedobjects.benchmarks.race.Row;
import org.versionedobjects.benchmarks.report.Machine;
import org.versionedobjects.benchmarks.report.Page;
import org.versionedobjects.benchmarks.report.Picture;
import org.versionedobjects.benchmarks.report.Results;
import org.versionedobjects.benchmarks.report.Verdict;

/** Runs races, tells of each when it is over, and keeps the results below the module's directory. */
final class Recorder implements RaceTrack {
    /** The directory of this module, and the project's root two levels up from the picture's place. */
    private static final Path MODULE = Path.of(System.getProperty("versionedobjects.benchmarks.directory", "."));

    private static final Path RESULTS = MODULE.resolve("target/results");
    private static final Path PICTURE = MODULE.resolve("../docs/src/main/asciidoc/images/benchmarks.svg");

    private final RaceSettings settings;

    Recorder(RaceSettings settings) {
        this.settings = settings;
    }

    @Override
    public RaceSettings settings() {
        return settings;
    }

    @Override
    public void run(Race race) throws Exception {
        RaceResult result = race.run(settings);
        Results.save(result, RESULTS);
        System.out.println(result.id() + " " + result.work());
        for (Row row : result.rows()) {
            System.out.printf(
                    "  %-34s CPU %-18s wall %-18s %,9.0f bytes%n", row.name(), row.cpu(), row.wall(), row.bytes());
        }
        result.checks().stream().filter(check -> !check.holds()).forEach(check -> System.out.println("  " + check));
    }

    @Override
    public void put(FigureTable table) throws IOException {
        Results.save(table, RESULTS);
        System.out.println(table.id() + " " + table.title());
        System.out.println("  " + table.columns());
        table.rows().forEach(row -> System.out.println("  " + row));
    }

    /** Writes the page and the picture of all that is kept, and judges it. A trial does not touch what is published. */
    Verdict report() throws IOException, ClassNotFoundException {
        Results results = Results.read(RESULTS);
        Verdict verdict = Verdict.of(results);
        String page = Page.of(results, Machine.current(), Contenders.versions(), LocalDate.now(ZoneOffset.UTC));
        Path pageFile = results.isQuick() ? MODULE.resolve("target/RESULTS.md") : MODULE.resolve("RESULTS.md");
        Path pictureFile = results.isQuick() ? MODULE.resolve("target/benchmarks.svg") : PICTURE;
        Files.createDirectories(pictureFile.toAbsolutePath().getParent());
        Files.writeString(pageFile, page);
        Files.writeString(pictureFile, Picture.of(results.races(), results.isQuick()));
        System.out.println(verdict.sentence());
        verdict.behind().forEach(System.out::println);
        verdict.missed().forEach(System.out::println);
        verdict.guarded().forEach(System.out::println);
        System.out.println("See " + pageFile + " and " + pictureFile);
        return verdict;
    }
}
