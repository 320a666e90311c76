package org.versionedobjects.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.versionedobjects.benchmarks.race.Check;
import org.versionedobjects.benchmarks.race.FigureTable;
import org.versionedobjects.benchmarks.race.RaceResult;
import org.versionedobjects.benchmarks.race.Ratios;
import org.versionedobjects.benchmarks.race.Row;
import org.xml.sax.InputSource;

class ReportTest {
    private static final Machine MACHINE = new Machine("Some CPU, 2 cores", "8.0 GiB", "Linux amd64", "JDK 17");

    private static RaceResult race(String id, Check... checks) {
        return new RaceResult(
                id,
                "Write one",
                1,
                61,
                false,
                List.of(
                        row("By hand", Row.Role.LIMIT, 1),
                        row("Ours", Row.Role.OURS, 0.9),
                        row("A & B", Row.Role.PEER, 9.6)),
                List.of(checks));
    }

    private static Row row(String name, Row.Role role, double ratio) {
        Ratios ratios = new Ratios(ratio, ratio - 0.1, ratio + 0.1);
        return new Row(name, role, ratios, ratios, 1044, 2_158_000, 1336, 40_000, 1_234_567);
    }

    private static FigureTable table() {
        return new FigureTable(
                "M1", "Memory", "Bytes.", false, List.of("form", "bytes"), List.of(List.of("plain", "328")), List.of());
    }

    private static String page(RaceResult... races) {
        TreeMap<String, String> versions = new TreeMap<>();
        versions.put("org.example:lib", "1.2.3");
        return Page.of(new Results(List.of(races), List.of(table())), MACHINE, versions, LocalDate.of(2026, 11, 26));
    }

    @Test
    void aRaceIsATableOfItsContenders() {
        assertThat(page(race("J1", new Check("CPU at most 1.1 × By hand", 0.9, 1.1, 0.15))))
                .contains("## J1 Write one\n\n| contender | CPU | wall | bytes | calls |\n")
                .contains("| By hand (limit) | 1.00 (0.90–1.10) | 1.00 (0.90–1.10) | 1,336 | 40,000 + 1,234,567 |\n")
                .contains("| **Ours** | 0.90 (0.80–1.00) |")
                .contains("The limit took 1,044 ns of CPU and 2,158.0 µs on the wall clock per call")
                .contains("- CPU at most 1.1 × By hand: 0.90, holds\n")
                .contains("| form | bytes |\n|---|---|\n| plain | 328 |\n\nBytes.\n")
                .contains("| org.example:lib | 1.2.3 |")
                .contains("| date | 2026-11-26 |")
                .contains("All 1 hold");
    }

    @Test
    void aPeerThatIsAheadIsToldOnTopAndInItsRace() {
        String page =
                page(race("J1", new Check("ahead of A in CPU", 1.2, 1, 0), new Check("ahead of B in CPU", 1.5, 1, 0)));

        assertThat(page)
                .contains("0 of 2 hold.\n\nPeers are ahead here:")
                .contains(
                        "- J1: not ahead of A in CPU: 1.20 times as much; not ahead of B in CPU: 1.50 times as much\n")
                .contains(
                        "**The library is not ahead of A in CPU: 1.20 times as much; not ahead of B in CPU: 1.50 times as much.**");
    }

    @Test
    void aMissedBoundIsBadAndOneWithinTheGuardIsNot() {
        Verdict within = Verdict.of(new Results(List.of(race("J1", new Check("bound", 1.1, 1, 0.15))), List.of()));
        Verdict beyond = Verdict.of(new Results(List.of(race("J1", new Check("bound", 1.2, 1, 0.15))), List.of()));

        assertThat(within.isGood()).isTrue();
        assertThat(within.guarded()).containsExactly("J1: bound: 1.10, missed, but within the guard");
        assertThat(beyond.isGood()).isFalse();
        assertThat(beyond.missed()).containsExactly("J1: bound: 1.20, missed");
    }

    @Test
    void resultsOfSeveralRunsAreReadInTheOrderOfTheReport(@TempDir Path directory) throws Exception {
        Results.save(race("D1 PostgreSQL"), directory);
        Results.save(race("J2", new Check("bound", 1.5, 1, 0.15)), directory);
        Results.save(race("J2", new Check("bound", 1.25, 1, 0.15)), directory);
        Results.save(race("O1"), directory);
        Results.save(table(), directory);

        Results read = Results.read(directory);

        assertThat(read.races()).extracting(RaceResult::id).containsExactly("J2", "O1", "D1 PostgreSQL");
        assertThat(read.races().get(0)).isEqualTo(race("J2", new Check("bound", 1.25, 1, 0.15)));
        assertThat(read.tables()).containsExactly(table());
    }

    @Test
    void thePictureIsXmlWithABarForEachButTheLimit() throws Exception {
        String svg = Picture.of(List.of(race("J1")), false);

        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        // the background and two bars
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(3);
        assertThat(svg).contains(">A &amp; B<").contains("9.60 →").contains(">0.90<");
    }

    @Test
    void aTrialSaysSo() {
        RaceResult trial = new RaceResult("J1", "Write", 1, 7, true, race("J1").rows(), List.of());

        assertThat(page(trial)).contains("**This was a quick trial");
        assertThat(Picture.of(List.of(trial), true)).contains("a quick trial");
    }

    @Test
    void versionsComeFromTheJars() throws Exception {
        assertThat(new Versions().add(tools.jackson.core.JsonGenerator.class).all())
                .containsOnlyKeys("tools.jackson.core:jackson-core")
                .allSatisfy((artifact, version) -> assertThat(version).startsWith("3."));
    }
}
