package org.versionedobjects.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The list of cases that do not pass: id, verdict, rule or reason, and what comes of the case here, by tabs. */
final class Verdicts {
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private record Row(Verdict verdict, String reason, String result) {}

    static Verdicts read() {
        Verdicts verdicts = new Verdicts();
        for (String line : GoldenFiles.lines("verdicts.tsv")) {
            String[] cells = line.split("\t", -1);
            assertThat(cells).as(line).hasSize(4);
            Row row = new Row(Verdict.valueOf(cells[1]), cells[2], cells[3]);
            assertThat(verdicts.rows.put(cells[0], row))
                    .as("a second row of " + cells[0])
                    .isNull();
        }
        return verdicts;
    }

    Set<String> ids() {
        return rows.keySet();
    }

    Verdict of(Outcome outcome) {
        Row row = rows.get(outcome.id());
        if (outcome.isPassed()) {
            return Verdict.PASSED;
        }
        return row != null && row.result().equals(outcome.divergence()) ? row.verdict() : Verdict.WRONG;
    }

    /** Fails unless the case passes and is not listed, or is listed with the very result. */
    void check(Outcome outcome) {
        Row row = rows.get(outcome.id());
        if (row == null) {
            assertThat(of(outcome))
                    .as("%s is not as oslo has it and is not listed: %s", outcome.id(), outcome.divergence())
                    .isNotEqualTo(Verdict.WRONG);
        } else {
            assertThat(outcome.divergence())
                    .as("%s is listed as %s", outcome.id(), row)
                    .isEqualTo(row.result());
            assertThat(row.reason()).as("the rule of %s", outcome.id()).isNotBlank();
        }
    }
}
