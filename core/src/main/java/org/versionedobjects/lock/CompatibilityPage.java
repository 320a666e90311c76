package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.versionedobjects.Version;

/**
 * Prints {@link Compatibility} as a page: the matrix of releases, what happens between each two of them, and what each
 * version of a type means. What is lost stands with each pair of releases as long as that is not too much to read; then
 * only the types stand there, and what is lost is told once, with the type: the page grows with what changed.
 */
final class CompatibilityPage {
    private static final int MOST_LOSSES_BY_PAIR = 5_000;
    private static final Map<Passage.Verdict, String> MARKS = Map.of(
            Passage.Verdict.WHOLE, "\u2713", // check mark
            Passage.Verdict.LESS, "\u25D0", // half circle
            Passage.Verdict.MAY_FAIL, "!",
            Passage.Verdict.NEVER, "\u2715"); // cross
    private static final Map<Passage.Verdict, String> WORDS = Map.of(
            Passage.Verdict.WHOLE, "whole",
            Passage.Verdict.LESS, "with less",
            Passage.Verdict.MAY_FAIL, "may fail",
            Passage.Verdict.NEVER, "never");
    private static final Map<Passage.Verdict, String> MEANINGS = Map.of(
            Passage.Verdict.WHOLE, "all that is sent arrives, and the receiver misses nothing",
            Passage.Verdict.LESS, "every object arrives, some without a field or with another value",
            Passage.Verdict.MAY_FAIL, "some objects may be refused",
            Passage.Verdict.NEVER, "no object of the type arrives");

    private final Compatibility facts;
    private final Markup page = new Markup();
    private final Map<LockedType.Id, String> anchors = new HashMap<>();
    private final boolean isTooMuch;

    CompatibilityPage(Compatibility facts) {
        this.facts = facts;
        this.isTooMuch = facts.pairs().stream()
                        .flatMap(pair -> pair.passages().values().stream())
                        .mapToLong(passage -> passage.losses().size())
                        .sum()
                > MOST_LOSSES_BY_PAIR;
        for (Compatibility.TypeHistory type : facts.types()) {
            if (!type.steps().isEmpty()) {
                anchors.put(type.id(), "t" + anchors.size());
            }
        }
    }

    String toHtml() {
        page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
        addHead();
        page.open("body").open("main");
        page.element("h1", "Which release can talk to which");
        addLegend();
        addMatrix();
        page.element("h2", "From release to release");
        for (int number = 0; number < facts.pairs().size(); number++) {
            addPair(number, facts.pairs().get(number));
        }
        page.element("h2", "Type by type");
        facts.types().forEach(this::addType);
        page.close().close().closeLine();
        return page.toString();
    }

    private void addHead() {
        page.open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", "Which release can talk to which");
        page.element("style", CompatibilityStyle.CSS);
        page.closeLine();
    }

    private void addLegend() {
        page.element(
                "p",
                "A row sends, a column receives. A sender that is newer writes the version that the receiver has; a receiver"
                        + " that is newer takes the older version up. That holds if the sender knows what the receiver can"
                        + " read, by a manifest or a pin. Objects inside others go their own way, as their own type.");
        page.open("ul", "class", "legend");
        for (Passage.Verdict verdict : Passage.Verdict.values()) {
            page.open("li");
            addVerdict(verdict, "");
            page.text(": " + text(MEANINGS, verdict)).closeLine();
        }
        page.closeLine();
    }

    private void addVerdict(Passage.Verdict verdict, String before) {
        page.open("span", "class", "mark " + style(verdict), "aria-hidden", "true")
                .text(text(MARKS, verdict))
                .close();
        page.text(" " + before + text(WORDS, verdict));
    }

    private static String text(Map<Passage.Verdict, String> texts, Passage.Verdict verdict) {
        return texts.getOrDefault(verdict, "");
    }

    private static String style(Passage.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void addMatrix() {
        page.open("div", "class", "wide").open("table", "class", "matrix");
        page.element("caption", "Types, by how well they arrive");
        page.open("thead").open("tr").element("th", "Sender, receiver", "scope", "col");
        facts.releases().forEach(each -> page.element("th", each, "scope", "col"));
        page.close().closeLine().open("tbody");
        Map<List<String>, Integer> numbers = new HashMap<>();
        for (Compatibility.Pair pair : facts.pairs()) {
            numbers.put(List.of(pair.sender(), pair.receiver()), numbers.size());
        }
        for (String sender : facts.releases()) {
            page.open("tr").element("th", sender, "scope", "row");
            for (String receiver : facts.releases()) {
                Integer number = numbers.get(List.of(sender, receiver));
                if (number == null) {
                    page.element("td", "itself", "class", "self");
                } else {
                    addCell(number, facts.pairs().get(number));
                }
            }
            page.closeLine();
        }
        page.close().close().closeLine();
    }

    private void addCell(int number, Compatibility.Pair pair) {
        SortedMap<Passage.Verdict, Integer> counts = pair.counts();
        page.open("td", "class", counts.isEmpty() ? "self" : style(counts.firstKey()));
        page.open("a", "href", "#p" + number);
        if (counts.isEmpty()) {
            page.text("no types");
        }
        counts.forEach((verdict, count) -> {
            page.open("span", "class", "count");
            addVerdict(verdict, count + " ");
            page.close();
        });
        page.close().closeLine();
    }

    /** The anchors stand inside of what is folded away: browsers unfold what holds the target of a link. */
    private void addPair(int number, Compatibility.Pair pair) {
        SortedMap<Passage.Verdict, Integer> counts = pair.counts();
        String told = counts.isEmpty()
                ? "no types"
                : counts.entrySet().stream()
                        .map(each -> each.getValue() + " " + text(WORDS, each.getKey()))
                        .collect(Collectors.joining(", "));
        page.open("details");
        page.element("summary", pair.sender() + " sends to " + pair.receiver() + ": " + told);
        page.open("div", "id", "p" + number);
        if (isTooMuch) {
            addNames(pair, counts.keySet());
        } else {
            addPassages(pair, counts.getOrDefault(Passage.Verdict.WHOLE, 0));
        }
        page.close().closeLine();
    }

    /** For very many types: their names only, each with a link to what is said of it. */
    private void addNames(Compatibility.Pair pair, Set<Passage.Verdict> worstFirst) {
        for (Passage.Verdict verdict : worstFirst) {
            if (verdict != Passage.Verdict.WHOLE) {
                page.open("p");
                addVerdict(verdict, "");
                page.text(":");
                pair.passages().forEach((id, passage) -> {
                    if (passage.verdict() == verdict) {
                        page.text(" ");
                        addLink(id);
                        passage.travelling().ifPresent(version -> page.text(" " + version));
                    }
                });
                page.closeLine();
            }
        }
    }

    private void addPassages(Compatibility.Pair pair, int whole) {
        if (whole < pair.passages().size()) {
            openTable(
                    pair.sender() + " sends to " + pair.receiver(),
                    "Type",
                    "Versions",
                    "Arrives",
                    "What is lost, and the version that brought it");
            pair.passages().forEach((id, passage) -> {
                if (passage.verdict() != Passage.Verdict.WHOLE) {
                    addPassage(id, passage);
                }
            });
            page.close().close().closeLine();
        }
        if (whole > 0) {
            page.element("p", whole == 1 ? "One type arrives whole." : whole + " types arrive whole.");
        }
    }

    private void openTable(String caption, String... columns) {
        page.open("div", "class", "wide").open("table").element("caption", caption);
        page.open("thead").open("tr");
        for (String column : columns) {
            page.element("th", column, "scope", "col");
        }
        page.close().closeLine().open("tbody");
    }

    private void addPassage(LockedType.Id id, Passage passage) {
        page.open("tr").open("th", "scope", "row");
        addLink(id);
        page.close().element("td", versions(passage));
        page.open("td");
        addVerdict(passage.verdict(), "");
        page.close();
        addLosses(passage);
        page.closeLine();
    }

    private void addLosses(Passage passage) {
        page.open("td");
        if (passage.losses().isEmpty()) {
            page.text("nothing");
        } else {
            page.open("ul");
            for (Loss loss : passage.losses()) {
                page.open("li").sentence(loss.sentence());
                if (loss.kind().verdict() != Passage.Verdict.NEVER) {
                    page.text(" (" + loss.version() + ")");
                }
                page.close();
            }
            page.close();
        }
        page.close();
    }

    private static String versions(Passage passage) {
        Version received = passage.received();
        return passage.travelling()
                .map(travelling -> "has " + passage.sent() + ", sends " + travelling + ", becomes " + received)
                .orElse("has " + passage.sent() + ", sends nothing");
    }

    private void addLink(LockedType.Id id) {
        String anchor = anchors.get(id);
        if (anchor == null) {
            page.text(id.qualifiedName());
        } else {
            page.open("a", "href", "#" + anchor).text(id.qualifiedName()).close();
        }
    }

    private void addType(Compatibility.TypeHistory type) {
        String anchor = anchors.get(type.id());
        if (anchor == null) {
            page.element("p", type.id() + ": " + releases(type) + "; nothing ever changed");
            return;
        }
        page.open("details");
        page.element("summary", type.id() + ": " + releases(type));
        page.open("div", "id", anchor);
        openTable(
                "What each version means; between versions further apart, all rows in between, one after the other",
                "Version",
                "Sent to who has the one before",
                "Read from who has the one before");
        for (Compatibility.Step step : type.steps()) {
            page.open("tr")
                    .open("th", "scope", "row")
                    .text(step.version().toString())
                    .close();
            addLosses(step.down());
            addLosses(step.up());
            page.closeLine();
        }
        page.close().close().close().close().closeLine();
    }

    /** Returns the versions, each with the first release that has it. */
    private static String releases(Compatibility.TypeHistory type) {
        List<String> told = new ArrayList<>();
        Version before = null;
        for (Compatibility.InRelease each : type.releases()) {
            if (!each.version().equals(before)) {
                told.add(each.version() + " since " + each.release());
            }
            before = each.version();
        }
        return told.isEmpty() ? "in no release" : String.join(", ", told);
    }
}
