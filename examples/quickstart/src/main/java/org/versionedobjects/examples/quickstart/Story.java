package org.versionedobjects.examples.quickstart;

import java.io.PrintStream;

/** Tells on a stream what happens, and stops where it is not what was said. Confined to one thread. */
final class Story {
    private final PrintStream out;
    private int chapters;

    Story(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.println();
        out.println(++chapters + ". " + title);
    }

    void tell(String line) {
        out.println("   " + line);
    }

    /** Checks what was said; a quickstart that lies is worse than none. */
    void check(boolean holds, String claim) {
        if (!holds) {
            throw new IllegalStateException("This did not hold: " + claim);
        }
    }

    void end() {
        out.println();
        out.println("Done: every step did what it says.");
        out.flush();
    }
}
