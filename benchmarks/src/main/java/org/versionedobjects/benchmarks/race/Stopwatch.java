package org.versionedobjects.benchmarks.race;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Adds up what the current thread used between each start and stop. */
final class Stopwatch {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long cpuStart;
    private long wallStart;
    private long bytesStart;
    private long cpu;
    private long wall;
    private long bytes;

    void start() {
        bytesStart = THREADS.getCurrentThreadAllocatedBytes();
        cpuStart = THREADS.getCurrentThreadCpuTime();
        wallStart = System.nanoTime();
    }

    void stop() {
        wall += System.nanoTime() - wallStart;
        cpu += THREADS.getCurrentThreadCpuTime() - cpuStart;
        bytes += THREADS.getCurrentThreadAllocatedBytes() - bytesStart;
    }

    long cpuNanos() {
        return cpu;
    }

    long wallNanos() {
        return wall;
    }

    long bytes() {
        return bytes;
    }
}
