package org.versionedobjects.golden;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a case ended.
 *
 * @param id of the case
 * @param divergence where and how it differs from oslo: the steps, and what came of them here; empty if it passed
 */
record Outcome(String id, String divergence) {
    private static final int MOST_CHARACTERS = 400;

    static Outcome passed(String id) {
        return new Outcome(id, "");
    }

    /** Returns how a case of several steps ended. */
    static Outcome of(String id, List<Outcome> steps) {
        return new Outcome(
                id,
                steps.stream()
                        .filter(step -> !step.isPassed())
                        .map(Outcome::divergence)
                        .collect(Collectors.joining("; ")));
    }

    static Outcome differs(String id, String where, Object result) {
        String text = result instanceof RuntimeException e ? e.getClass().getSimpleName() : String.valueOf(result);
        String line = text.replaceAll("\\s+", " ");
        return new Outcome(id, where + ": " + shortened(line));
    }

    /** What is cut off counts as well, by its hash. */
    private static String shortened(String line) {
        return line.length() <= MOST_CHARACTERS
                ? line
                : line.substring(0, MOST_CHARACTERS) + "… #" + Integer.toHexString(line.hashCode());
    }

    boolean isPassed() {
        return divergence.isEmpty();
    }
}
