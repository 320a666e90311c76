package org.versionedobjects.benchmarks.race;

/** What has to be done before some work and is not measured. */
@FunctionalInterface
public interface Setup {
    /** Nothing to do. */
    Setup NONE = () -> {};

    /** Gets ready. */
    void run() throws Exception;
}
