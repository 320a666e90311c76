package org.versionedobjects.examples.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that do something at the same moment, again and again, and what comes of it. */
final class Race implements AutoCloseable {
    static final int THREADS = 8;
    static final int ROUNDS = 20;
    private static final int LONGEST_SECONDS = 60;

    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);

    /** What one of the threads does. */
    interface Work {
        void run(int thread);
    }

    /**
     * What came of a round.
     *
     * @param won how many threads did what they wanted
     * @param refusals what placement said to the others
     */
    record Outcome(int won, List<PlacementException> refusals) {
        int refused(Class<? extends PlacementException> kind) {
            return (int) refusals.stream().filter(kind::isInstance).count();
        }
    }

    /** Has all threads do their work at the same moment; any exception but placement's own is an error. */
    Outcome run(Work work) {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<?>> runs = new ArrayList<>();
        List<PlacementException> refusals = new ArrayList<>();
        List<Throwable> unexpected = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            runs.add(executor.submit(() -> {
                start.await(LONGEST_SECONDS, TimeUnit.SECONDS);
                work.run(number);
                return null;
            }));
        }
        for (Future<?> run : runs) {
            try {
                run.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            } catch (Exception e) {
                if (e.getCause() instanceof PlacementException refusal) {
                    refusals.add(refusal);
                } else {
                    unexpected.add(e);
                }
            }
        }
        assertThat(unexpected).isEmpty();
        return new Outcome(THREADS - refusals.size(), refusals);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
