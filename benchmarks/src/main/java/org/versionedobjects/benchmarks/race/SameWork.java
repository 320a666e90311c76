package org.versionedobjects.benchmarks.race;

import java.util.Objects;

/** Refuses to compare contenders that did not do the same. */
public final class SameWork {
    /** What an error shows of long values, before and after the first difference. */
    private static final int EXCERPT = 60;

    private SameWork() {}

    /**
     * Compares what a contender did with what the limit did.
     *
     * @param id the race
     * @param contender whose result it is
     * @param expected what the limit did: a value that is equal to another if all in it is
     * @param actual what the contender did
     * @throws IllegalStateException if they differ
     */
    public static void require(String id, String contender, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            String wanted = expected.toString();
            String found = actual.toString();
            int at = firstDifference(wanted, found);
            throw new IllegalStateException(
                    "In " + id + " " + contender + " did not do the same as the limit: expected "
                            + excerpt(wanted, at) + " but was " + excerpt(found, at)
                            + "; a race between the two would say nothing");
        }
    }

    private static int firstDifference(String wanted, String found) {
        int at = 0;
        while (at < wanted.length() && at < found.length() && wanted.charAt(at) == found.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String excerpt(String text, int at) {
        int from = Math.max(0, at - EXCERPT);
        int to = Math.min(text.length(), at + EXCERPT);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }
}
