package org.versionedobjects.benchmarks;

/**
 * One way to do a piece of work.
 *
 * @param name how it is called in the table
 * @param call does the work once, and returns a number that depends on all of it
 */
record Contender(String name, Call call) {
    interface Call {
        int once() throws Exception;
    }
}
