package org.versionedobjects.benchmarks.race;

/** A piece of work. */
@FunctionalInterface
public interface Call {
    /** Does the work once, and returns a number that depends on all of it, so that nothing of it can be left out. */
    int once() throws Exception;
}
