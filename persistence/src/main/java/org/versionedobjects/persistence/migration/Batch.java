package org.versionedobjects.persistence.migration;

/**
 * What became of a batch.
 *
 * @param found how many rows were to be migrated, at most as many as the batch may have; 0 says that none is left
 * @param done how many of them were migrated
 */
public record Batch(long found, long done) {

    /** Nothing was to be done. */
    public static final Batch NOTHING = new Batch(0, 0);

    /** Checks the numbers. */
    public Batch {
        if (done < 0 || found < done) {
            throw new IllegalArgumentException(
                    "Rows that are done were found, but " + found + " were found and " + done + " done");
        }
    }

    /** Returns a batch of which all rows that were found are done. */
    public static Batch all(long done) {
        return new Batch(done, done);
    }
}
