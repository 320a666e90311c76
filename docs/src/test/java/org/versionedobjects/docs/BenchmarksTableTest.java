package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The guide's table of benchmarks says what the page of results says. After a run, {@code -Dversionedobjects.docs.write=true}
 * writes {@code benchmarks-table.adoc}.
 */
class BenchmarksTableTest {
    private static final Path RESULTS = Path.of("..", "benchmarks", "RESULTS.md");
    private static final Path PAGE = Path.of("src", "main", "asciidoc", "benchmarks.adoc");
    private static final Path TABLE = Path.of("src", "main", "asciidoc", "benchmarks-table.adoc");
    private static final Pattern RACE = Pattern.compile("## ([JOD][0-9](?: H2| PostgreSQL)?) (.*)");
    private static final Pattern ROW =
            Pattern.compile("\\| (.*?) \\| ([0-9.]+) \\(.*?\\) \\| ([0-9.]+) \\(.*?\\) \\| [0-9,]+ \\|.*");

    /** A contender in a race. */
    private record Contender(String name, String cpu, String wall) {
        boolean isOurs() {
            return name.equals("**Versioned Objects**");
        }

        /** Returns whether it is neither the limit nor the library's, nor shown beside. */
        boolean isPeer() {
            return !isOurs()
                    && !name.endsWith(" (limit)")
                    && !name.endsWith(", one statement")
                    && !name.startsWith("Versioned Objects");
        }

        double cpuRatio() {
            return Double.parseDouble(cpu);
        }
    }

    private record Race(String id, String work, List<Contender> contenders) {
        String row() {
            Contender ours =
                    contenders.stream().filter(Contender::isOurs).findFirst().orElseThrow();
            Contender next = contenders.stream()
                    .filter(Contender::isPeer)
                    .min(Comparator.comparingDouble(Contender::cpuRatio))
                    .orElseThrow();
            String nearest = next.name() + ": " + next.cpu() + ", wall " + next.wall();
            return String.join("\n|", "|" + id, work, ours.cpu(), ours.wall(), nearest) + "\n";
        }
    }

    private static List<Race> races() throws IOException {
        List<Race> races = new ArrayList<>();
        for (String line : Files.readAllLines(RESULTS)) {
            Matcher heading = RACE.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
                races.add(new Race(heading.group(1), heading.group(2), new ArrayList<>()));
            } else if (row.matches() && !races.isEmpty()) {
                Contender contender = new Contender(row.group(1), row.group(2), row.group(3));
                races.get(races.size() - 1).contenders().add(contender);
            }
        }
        return races;
    }

    @Test
    void theTable_saysWhatTheResultsSay() throws IOException {
        String table = races().stream()
                .map(Race::row)
                .collect(Collectors.joining(
                        "\n", "[cols=\"1,4,1,1,3\"]\n|===\n|Race |Work |CPU |Wall |Nearest peer by CPU\n\n", "|===\n"));
        if (Boolean.getBoolean("versionedobjects.docs.write")) {
            Files.writeString(TABLE, table);
        }

        assertThat(Files.readString(TABLE)).isEqualTo(table);
        assertThat(races())
                .extracting(Race::id)
                .contains("J1", "J2", "J3", "J4", "J5", "J6", "O1")
                .contains("D1 H2", "D6 H2", "D1 PostgreSQL", "D6 PostgreSQL");
    }

    /** The list of the results' summary: "- D4 H2: not ahead of …". */
    @Test
    void thePage_namesEachRace_inWhichAPeerIsAhead_orABoundIsMissed() throws IOException {
        String page = Files.readString(PAGE);
        List<String> told = Files.readAllLines(RESULTS).stream()
                .map(Pattern.compile("- ([JOD][0-9](?: H2| PostgreSQL)?): .*")::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .distinct()
                .toList();

        assertThat(told.isEmpty())
                .as("nothing is told as missed")
                .isEqualTo(Files.readString(RESULTS).contains("\nAll "));
        assertThat(told).allSatisfy(id -> assertThat(page).contains("*" + id + "*"));
    }
}
