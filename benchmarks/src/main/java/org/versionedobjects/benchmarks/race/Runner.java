package org.versionedobjects.benchmarks.race;

import java.time.Duration;

/** Calls one contender: to warm it up, and for a slice of time. */
final class Runner {
    /** The clock is looked at about this often, so that looking costs nothing. */
    private static final long LOOK_NANOS = 1_000_000;

    @SuppressWarnings("UnusedVariable") // written so that no call can be left out
    private static volatile int sink;

    private final Contender contender;
    private final boolean isPreparedByCall;
    private long warmCalls;
    private long callsPerLook = 1;

    Runner(Contender contender) {
        this.contender = contender;
        isPreparedByCall = contender.beforeCall() != Setup.NONE;
    }

    long warmCalls() {
        return warmCalls;
    }

    /**
     * Makes a number of calls at least, and goes on until some time has passed.
     *
     * @return CPU time for a call, in nanoseconds
     */
    double warmUp(long calls, Duration time) throws Exception {
        contender.beforeSlice().run();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        Stopwatch watch = new Stopwatch();
        long made = 0;
        while (made < calls || System.nanoTime() < end) {
            call(watch, callsPerLook);
            made += callsPerLook;
        }
        warmCalls += made;
        callsPerLook = Math.max(1, LOOK_NANOS * made / Math.max(1, System.nanoTime() - start));
        return (double) watch.cpuNanos() / made;
    }

    /** Calls until one more would take longer than the slice; once at least. */
    void slice(Slices slices, int round, Duration time) throws Exception {
        contender.beforeSlice().run();
        Stopwatch watch = new Stopwatch();
        long start = System.nanoTime();
        long calls = 0;
        long looks = 0;
        long elapsed;
        do {
            call(watch, callsPerLook);
            calls += callsPerLook;
            looks++;
            elapsed = System.nanoTime() - start;
        } while (elapsed + elapsed / looks < time.toNanos());
        slices.put(round, watch, calls);
    }

    private void call(Stopwatch watch, long calls) throws Exception {
        if (isPreparedByCall) {
            for (long i = 0; i < calls; i++) {
                contender.beforeCall().run();
                measured(watch, 1);
            }
        } else {
            measured(watch, calls);
        }
    }

    private void measured(Stopwatch watch, long calls) throws Exception {
        int sum = 0;
        watch.start();
        for (long i = 0; i < calls; i++) {
            sum += contender.call().once();
        }
        watch.stop();
        sink = sum;
    }
}
