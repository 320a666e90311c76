package org.versionedobjects.golden;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Counts what one fuzz test does and bounds the memory of each input. A run that should have fuzzed and only tried its
 * seeds is a failure. Confined to the fuzzer's thread; one JVM runs one fuzz test.
 */
final class FuzzRun {
    /** What an input may allocate, whatever its length, and for each of its bytes. */
    private static final long ALLOCATED_AT_LEAST = 8L << 20;

    private static final long ALLOCATED_PER_BYTE = 16L << 10;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String name;
    private long executions;
    private long read;
    private long mostAllocated;

    FuzzRun(Class<?> test) {
        this.name = test.getSimpleName();
    }

    /**
     * Tries one input; any exception is a finding. What took much memory is tried again: the first time may have loaded
     * classes.
     */
    void tryOut(byte[] input, Runnable trial) {
        executions++;
        long most = ALLOCATED_AT_LEAST + input.length * ALLOCATED_PER_BYTE;
        long allocated = allocatedBy(trial);
        if (allocated > most) {
            allocated = allocatedBy(trial);
        }
        if (allocated > most) {
            throw new AssertionError(input.length + " bytes of input took " + allocated + " bytes of memory");
        }
        mostAllocated = Math.max(mostAllocated, allocated);
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
                + (mostAllocated >> 10) + " KiB allocated by one input");
        long expected = Long.getLong("versionedobjects.fuzz.executions", 0);
        if (executions < expected) {
            throw new AssertionError("Fuzzing was not on: " + executions + " executions instead of at least " + expected
                    + "; is JAZZER_FUZZ set?");
        }
    }
}
