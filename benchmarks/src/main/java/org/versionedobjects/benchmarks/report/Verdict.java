package org.versionedobjects.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.versionedobjects.benchmarks.race.Check;

/**
 * What was shown and what was not.
 *
 * @param count how many things had to be shown
 * @param shown how many of them were
 * @param behind where peers are ahead, one line for each race
 * @param missed bounds missed by more than the guard
 * @param guarded bounds missed by less than the guard
 */
public record Verdict(int count, int shown, List<String> behind, List<String> missed, List<String> guarded) {
    /** Makes a verdict with copies of the lists. */
    public Verdict {
        behind = List.copyOf(behind);
        missed = List.copyOf(missed);
        guarded = List.copyOf(guarded);
    }

    private record Named(String id, Check check) {}

    /** Judges results. */
    public static Verdict of(Results results) {
        List<Named> all = Stream.concat(
                        results.races().stream()
                                .flatMap(race -> race.checks().stream().map(check -> new Named(race.id(), check))),
                        results.tables().stream()
                                .flatMap(table -> table.checks().stream().map(check -> new Named(table.id(), check))))
                .toList();
        Map<String, String> behind = new LinkedHashMap<>();
        int shown = (int) all.stream().filter(each -> each.check().holds()).count();
        List<String> missed = new ArrayList<>();
        List<String> guarded = new ArrayList<>();
        for (Named each : all) {
            Check check = each.check();
            if (isBehind(check)) {
                behind.merge(each.id(), behind(check), (first, second) -> first + "; " + second);
            } else if (check.isMissed()) {
                missed.add(each.id() + ": " + check);
            } else if (!check.holds()) {
                guarded.add(each.id() + ": " + check);
            }
        }
        List<String> lines = behind.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .toList();
        return new Verdict(all.size(), shown, lines, missed, guarded);
    }

    /** Returns whether a check compares with a peer, where noise gets no guard. */
    static boolean isOfPeer(Check check) {
        return check.guard() == 0;
    }

    /** Returns whether a peer is ahead. */
    static boolean isBehind(Check check) {
        return isOfPeer(check) && !check.holds();
    }

    static String behind(Check check) {
        return String.format(Locale.ROOT, "not %s: %.2f times as much", check.claim(), check.measured());
    }

    /** Returns whether all was shown, the guard included. */
    public boolean isGood() {
        return behind.isEmpty() && missed.isEmpty();
    }

    /** Returns the count of what was shown, in one sentence. */
    public String sentence() {
        return shown == count
                ? "All " + count + " hold: each bound, and the library ahead of each peer."
                : shown + " of " + count + " hold.";
    }
}
