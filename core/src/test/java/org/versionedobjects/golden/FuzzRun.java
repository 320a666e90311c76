package org.versionedobjects.golden;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Base64;

/**
 * Counts what one fuzz test does and bounds the memory of each document. A run that should have fuzzed and only tried its
 * seeds is a failure. Confined to the fuzzer's thread; one JVM runs one fuzz test.
 */
final class FuzzRun {
    /** What a document may allocate, whatever its length, and for each of its bytes. */
    private static final long ALLOCATED_AT_LEAST = 4L << 20;

    private static final long ALLOCATED_PER_BYTE = 4L << 10;
    private static final String INPUTS = "core/src/test/resources/org/versionedobjects/golden/";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String name;
    private long executions;
    private long read;
    private long mostAllocated;
    private int mostAllocatedFor;
    private boolean hasFailed;

    FuzzRun(Class<?> test) {
        this.name = test.getSimpleName();
    }

    /**
     * Tries one document; any exception is a finding. What took more memory than all before is tried again, since the first
     * time may have loaded classes.
     */
    void tryOut(byte[] document, Runnable trial) {
        executions++;
        try {
            long allocated = allocatedBy(trial);
            if (allocated > mostAllocated) {
                checkMemory(document, allocatedBy(trial));
            }
        } catch (Throwable e) {
            hasFailed = true;
            System.out.println("fuzz " + name + ": to try this input again, put the file that is named here or as "
                    + "artifact into " + INPUTS + name + "Inputs and run ./mvnw -pl core test -Dtest=" + name
                    + "; the document in Base64: " + Base64.getEncoder().encodeToString(document));
            throw e;
        }
    }

    private void checkMemory(byte[] document, long allocated) {
        if (allocated > mostAllocated) {
            mostAllocated = allocated;
            mostAllocatedFor = document.length;
        }
        if (allocated > ALLOCATED_AT_LEAST + document.length * ALLOCATED_PER_BYTE) {
            throw new AssertionError(document.length + " bytes of document took " + allocated + " bytes of memory");
        }
    }

    private static long allocatedBy(Runnable trial) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        trial.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    void countRead() {
        read++;
    }

    /** Prints the counts; fails if {@code versionedobjects.fuzz.executions} says that there should have been more. */
    void finish() {
        System.out.println("fuzz " + name + ": " + executions + " executions, " + read + " envelopes read, at most "
                + (mostAllocated >> 10) + " KiB allocated for one document, of " + mostAllocatedFor + " bytes");
        long expected = Long.getLong("versionedobjects.fuzz.executions", 0);
        if (executions < expected && !hasFailed) {
            throw new AssertionError("Fuzzing was not on: " + executions + " executions instead of at least " + expected
                    + "; is JAZZER_FUZZ set?");
        }
    }
}
