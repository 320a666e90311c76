package org.versionedobjects.benchmarks.race;

/**
 * One way to do a piece of work.
 *
 * @param name how it is called in the tables
 * @param call does the work once
 * @param beforeSlice what is done before each slice, outside the measured time
 * @param beforeCall what is done before each call, outside the measured time; the clocks are read for each call then, so
 *     it is for calls of many microseconds
 */
public record Contender(String name, Call call, Setup beforeSlice, Setup beforeCall) {
    /** Makes a contender that needs no preparation. */
    public Contender(String name, Call call) {
        this(name, call, Setup.NONE, Setup.NONE);
    }

    /** Returns this contender with something to do before each slice, which is not measured. */
    public Contender beforeSlice(Setup setup) {
        return new Contender(name, call, setup, beforeCall);
    }

    /** Returns this contender with something to do before each call, which is not measured. */
    public Contender beforeCall(Setup setup) {
        return new Contender(name, call, beforeSlice, setup);
    }
}
