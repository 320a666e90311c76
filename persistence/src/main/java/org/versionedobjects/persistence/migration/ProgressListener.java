package org.versionedobjects.persistence.migration;

/** Hears how far migrations are: after each batch, and when the run is through with one. */
@FunctionalInterface
public interface ProgressListener {

    /** Hears of progress, on the thread of the run. */
    void progressed(Progress progress);
}
