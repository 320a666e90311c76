package org.versionedobjects.persistence.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A migration in a run: how far it is, and its next batch. Confined to one thread. */
abstract class Work {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final int MOST_FAILURES = 20;

    private final OnlineMigration migration;
    private final List<MigrationFailure> failures = new ArrayList<>();
    private long failed;
    private long done;
    private State state = State.MORE;

    Work(OnlineMigration migration) {
        this.migration = migration;
    }

    /** What is to be done about a migration next. */
    enum State {
        /** Its next batch. */
        MORE,
        /** Nothing: all is done. */
        FINISHED,
        /** Its next batch, once other migrations have done something. */
        STUCK,
        /** Nothing in this run, though not all is done. */
        ENDED
    }

    OnlineMigration migration() {
        return migration;
    }

    State state() {
        return state;
    }

    long done() {
        return done;
    }

    boolean hasFailures() {
        return failed > 0;
    }

    boolean isOpen() {
        return state == State.MORE || state == State.STUCK;
    }

    /** Does the next batch, of so many rows at most. What it throws is noted, and it is stuck then. */
    final void advance(int most) throws InterruptedException {
        try {
            state = next(most);
            if (state == State.FINISHED) {
                forgetFailures();
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            fail(MigrationFailure.of(null, e));
            state = State.STUCK;
        }
    }

    abstract State next(int most) throws Exception;

    /** Returns how many rows were found that are not done. */
    abstract long left();

    abstract Progress progress();

    final void did(long more) {
        done += more;
    }

    final void fail(MigrationFailure failure) {
        failed++;
        if (failures.size() < MOST_FAILURES) {
            failures.add(failure);
            LOG.warn("{} failed: {}", migration.name(), failure);
        }
    }

    /** Forgets failures, since what failed is tried again. */
    final void forgetFailures() {
        failed = 0;
        failures.clear();
    }

    final Progress progress(long seen, OptionalLong total) {
        return new Progress(migration, seen, total, done, left(), failed, state != State.MORE);
    }

    final MigrationReport report() {
        return new MigrationReport(migration, done + left(), done, left(), failed, failures, state == State.FINISHED);
    }
}
