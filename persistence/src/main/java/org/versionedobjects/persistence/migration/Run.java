package org.versionedobjects.persistence.migration;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.versionedobjects.persistence.migration.RunReport.Outcome;
import org.versionedobjects.persistence.migration.Work.State;

/** A run through migrations: in rounds, until none is open or a round did nothing. Confined to one thread. */
final class Run {
    private final List<Work> works;
    private final int batch;
    private final OptionalLong most;
    private final Duration pause;
    private final List<ProgressListener> listeners;
    private boolean interrupted;

    Run(List<Work> works, int batch, OptionalLong most, Duration pause, List<ProgressListener> listeners) {
        this.works = works;
        this.batch = batch;
        this.most = most;
        this.pause = pause;
        this.listeners = listeners;
    }

    RunReport run(boolean dry) {
        long before;
        do {
            before = done();
            works.stream().filter(Work::isOpen).forEach(this::advance);
        } while (done() > before && works.stream().anyMatch(Work::isOpen) && mayGoOn());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return new RunReport(works.stream().map(Work::report).toList(), outcome(done() > before), dry);
    }

    private long done() {
        return works.stream().mapToLong(Work::done).sum();
    }

    private boolean mayGoOn() {
        return !interrupted && rows() > 0;
    }

    /** Returns how many rows the next batch may have. */
    private int rows() {
        return (int) Math.min(batch, most.orElse(Long.MAX_VALUE) - done());
    }

    private Outcome outcome(boolean gotOn) {
        List<Work> unfinished =
                works.stream().filter(work -> work.state() != State.FINISHED).toList();
        if (unfinished.isEmpty()) {
            return Outcome.DONE;
        }
        boolean hasFailures = unfinished.stream().anyMatch(Work::hasFailures);
        return hasFailures && !gotOn ? Outcome.FAILED : Outcome.MORE;
    }

    /** Has a migration do what it can. */
    private void advance(Work work) {
        boolean isFirst = true;
        while (mayGoOn() && (isFirst || work.state() == State.MORE)) {
            isFirst = false;
            try {
                work.advance(rows());
                listeners.forEach(listener -> listener.progressed(work.progress()));
                rest();
            } catch (InterruptedException e) {
                interrupted = true;
            }
            interrupted |= Thread.interrupted();
        }
    }

    private void rest() throws InterruptedException {
        if (!pause.isZero()) {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        }
    }
}
