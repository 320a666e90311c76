package org.versionedobjects.golden;

/**
 * How a case ended.
 *
 * @param id of the case
 * @param divergence where and how it differs from oslo: a step, and what came of it here; empty if it passed
 */
record Outcome(String id, String divergence) {
    private static final int MOST_CHARACTERS = 200;

    static Outcome passed(String id) {
        return new Outcome(id, "");
    }

    static Outcome differs(String id, String where, Object result) {
        String text = result instanceof RuntimeException e ? e.getClass().getSimpleName() : String.valueOf(result);
        String line = text.replaceAll("\\s+", " ");
        String shown = line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "…" : line;
        return new Outcome(id, where + ": " + shown);
    }

    boolean isPassed() {
        return divergence.isEmpty();
    }
}
