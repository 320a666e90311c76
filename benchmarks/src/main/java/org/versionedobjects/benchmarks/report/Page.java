package org.versionedobjects.benchmarks.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.versionedobjects.benchmarks.race.Check;
import org.versionedobjects.benchmarks.race.FigureTable;
import org.versionedobjects.benchmarks.race.RaceResult;
import org.versionedobjects.benchmarks.race.Row;

/** The page of results, in Markdown. */
public final class Page {
    private final StringBuilder text = new StringBuilder();

    private Page() {}

    /** Returns the page of results. */
    public static String of(Results results, Machine machine, SortedMap<String, String> versions, LocalDate date) {
        Page page = new Page();
        page.head(results, machine, date);
        page.summary(Verdict.of(results));
        results.races().forEach(page::race);
        results.tables().forEach(page::table);
        page.versions(versions);
        return page.text.toString();
    }

    private void head(Results results, Machine machine, LocalDate date) {
        line("# Results");
        line("");
        line("Written by the run that README.md tells of; change nothing by hand.");
        if (results.isQuick()) {
            line("");
            line("**This was a quick trial: some of these figures show that all works and are not worth telling.**");
        }
        line("");
        line("| | |");
        line("|---|---|");
        line("| date | " + date + " |");
        line("| processor | " + machine.processor() + " |");
        line("| memory | " + machine.memory() + " |");
        line("| system | " + machine.system() + " |");
        line("| Java | " + machine.java() + " |");
        line("");
        line(
                "CPU and wall are ratios to the limit of the same round: the median, and the quartiles in brackets. CPU is that of");
        line(
                "the calling thread: of a client, where there is a server. Bytes are what a call allocates in that thread. The calls");
        line("behind a row are those before the first round and those measured.");
        line("");
    }

    private void summary(Verdict verdict) {
        line("## What had to be shown");
        line("");
        line(verdict.sentence());
        line("");
        bullets(verdict.behind(), "Peers are ahead here:");
        bullets(verdict.missed(), "Missed by more than the 15 % that noise may take:");
        bullets(verdict.guarded(), "Missed, but by less than the 15 % that noise may take:");
    }

    private void bullets(List<String> items, String introduction) {
        if (items.isEmpty()) {
            return;
        }
        line(introduction);
        line("");
        items.forEach(item -> line("- " + item));
        line("");
    }

    private void race(RaceResult race) {
        line("## " + race.id() + " " + race.work());
        line("");
        line("| contender | CPU | wall | bytes | calls |");
        line("|---|---|---|---|---|");
        race.rows().forEach(this::row);
        line("");
        Row limit = race.rows().get(0);
        line(String.format(
                Locale.ROOT,
                "The limit took %s of CPU and %s on the wall clock per call, on this machine with its noise; %d rounds.",
                time(limit.cpuNanos()),
                time(limit.wallNanos()),
                race.rounds()));
        line("");
        race.checks().stream().filter(check -> !Verdict.isOfPeer(check)).forEach(check -> line("- " + check));
        line("");
        behind(race);
    }

    private void behind(RaceResult race) {
        String peers = race.checks().stream()
                .filter(Verdict::isBehind)
                .map(Verdict::behind)
                .collect(Collectors.joining("; "));
        if (!peers.isEmpty()) {
            line("**The library is " + peers
                    + ".** Who needs no more than this work is better off with what is ahead.");
            line("");
        }
    }

    private void row(Row row) {
        boolean isOurs = row.role() == Row.Role.OURS;
        String name = row.role() == Row.Role.LIMIT ? row.name() + " (limit)" : row.name();
        line(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %,.0f | %,d + %,d |",
                isOurs ? "**" + name + "**" : name,
                row.cpu(),
                row.wall(),
                row.bytes(),
                row.warmCalls(),
                row.calls()));
    }

    private static String time(double nanos) {
        if (nanos < 10_000) {
            return String.format(Locale.ROOT, "%,.0f ns", nanos);
        }
        return nanos < 10_000_000
                ? String.format(Locale.ROOT, "%,.1f µs", nanos / 1e3)
                : String.format(Locale.ROOT, "%,.1f ms", nanos / 1e6);
    }

    private void table(FigureTable table) {
        line("## " + table.id() + " " + table.title());
        line("");
        line("| " + String.join(" | ", table.columns()) + " |");
        line(table.columns().stream().map(column -> "---|").collect(Collectors.joining("", "|", "")));
        table.rows().forEach(row -> line("| " + String.join(" | ", row) + " |"));
        line("");
        line(table.note());
        line("");
        for (Check check : table.checks()) {
            line("- " + check);
        }
        if (!table.checks().isEmpty()) {
            line("");
        }
    }

    private void versions(SortedMap<String, String> versions) {
        line("## Versions");
        line("");
        line("| artifact | version |");
        line("|---|---|");
        versions.forEach((artifact, version) -> line("| " + artifact + " | " + version + " |"));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
