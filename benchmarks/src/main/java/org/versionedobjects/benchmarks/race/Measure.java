package org.versionedobjects.benchmarks.race;

/** What is compared. */
public enum Measure {
    /** CPU time of the thread that calls. */
    CPU("CPU"),

    /** Time on the wall clock, which includes that of servers and other threads. */
    WALL("wall");

    private final String text;

    Measure(String text) {
        this.text = text;
    }

    /** Returns the word for it in tables. */
    public String text() {
        return text;
    }
}
