package org.versionedobjects.benchmarks.state;

/** An object of the consumer's eight fields that knows which of them changed. */
interface Tracked {
    int FIELDS = 8;
    int GENERATION = 4;

    void setGeneration(long value);

    boolean isChanged(int field);

    void reset();
}
