package org.versionedobjects.persistence.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.persistence.RetryPolicy;
import org.versionedobjects.persistence.Store;

/**
 * Runs migrations in batches, each in one transaction, until nothing is left to do or nothing more can be done. It may be
 * killed at any time, run any number of times, and run in several processes at once.
 *
 * <pre>{@code
 * RunReport report = MigrationRunner.builder(store)
 *     .migrations(OnlineMigration.rewriting("machines-disks", MACHINES, Machine.DISKS))
 *     .build()
 *     .run();
 * System.exit(report.exitCode());
 * }</pre>
 *
 * <p>Migrations run in their order, each as far as it gets; one that fails does not keep the next from running, and is
 * tried again as long as others get on. Immutable; a run is confined to its thread.
 */
public final class MigrationRunner {
    private final Builder settings;

    private MigrationRunner(Builder settings) {
        this.settings = new Builder(settings);
    }

    /** Starts a runner on a store that has the tables of the migrations. */
    public static Builder builder(Store store) {
        return new Builder(store);
    }

    /** Returns a builder with the settings of this runner. */
    Builder toBuilder() {
        return new Builder(settings);
    }

    /** Returns the migrations in their order. */
    public List<OnlineMigration> migrations() {
        return List.copyOf(settings.migrations);
    }

    /**
     * Runs the migrations. What fails is in the report. An interrupt ends the run after the batch, with the thread
     * interrupted.
     */
    public RunReport run() {
        List<ProgressListener> listeners = new ArrayList<>(settings.listeners);
        listeners.add(new LogProgress(settings.dry));
        BatchTransactions transactions = new BatchTransactions(settings.store, settings.retries, settings.dry);
        List<Work> works = settings.migrations.stream()
                .map(migration -> work(migration, transactions))
                .toList();
        return new Run(works, settings.batch, settings.most, settings.pause, listeners).run(settings.dry);
    }

    private Work work(OnlineMigration migration, BatchTransactions transactions) {
        Store store = settings.store;
        if (migration instanceof BatchMigration batches) {
            return new BatchWork(batches, store, transactions);
        }
        Positions positions = new Positions(store, settings.positions);
        return new WalkWork<>((RowMigration<?>) migration, store, transactions, positions);
    }

    /** Collects what a runner is made of; confined to one thread. */
    public static final class Builder {
        /** As many rows as nova migrates at a time. */
        static final int STANDARD_BATCH = 50;

        private final Store store;
        private final List<OnlineMigration> migrations = new ArrayList<>();
        private final List<ProgressListener> listeners = new ArrayList<>();
        private int batch = STANDARD_BATCH;
        private OptionalLong most = OptionalLong.empty();
        private boolean dry;
        private Duration pause = Duration.ZERO;
        private String positions = "online_migrations";
        private RetryPolicy retries = RetryPolicy.standard();

        private Builder(Store store) {
            this.store = store.withoutReplica(); // a stale read would pass rows by
        }

        private Builder(Builder from) {
            this(from.store);
            migrations.addAll(from.migrations);
            listeners.addAll(from.listeners);
            batch = from.batch;
            most = from.most;
            dry = from.dry;
            pause = from.pause;
            positions = from.positions;
            retries = from.retries;
        }

        /** Adds migrations, which run in this order. */
        public Builder migrations(OnlineMigration... more) {
            migrations.addAll(Arrays.asList(more));
            return this;
        }

        /** Sets how many rows a transaction migrates at most; 50 if nothing is said. */
        public Builder batch(int rows) {
            batch = (int) atLeastOne("batch", rows);
            return this;
        }

        /** Ends a run when it has migrated so many rows; it goes on without end if nothing is said. */
        public Builder maxCount(long rows) {
            most = OptionalLong.of(atLeastOne("maxCount", rows));
            return this;
        }

        private static long atLeastOne(String what, long rows) {
            if (rows < 1) {
                throw new IllegalArgumentException("A run migrates at least one row, but " + what + " is " + rows);
            }
            return rows;
        }

        /**
         * Has everything rolled back: the report says what would have been done. A {@link BatchMigration} is asked for one
         * batch, since it would find the same again.
         */
        public Builder dryRun() {
            dry = true;
            return this;
        }

        /** Sets how long a run rests after each batch, so that others get on. */
        public Builder pause(Duration newPause) {
            if (newPause.isNegative()) {
                throw new IllegalArgumentException("A pause is not negative, but it is " + newPause);
            }
            pause = newPause;
            return this;
        }

        /** Adds one who hears how far migrations are. */
        public Builder listener(ProgressListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Sets the table that keeps how far row migrations are, {@code online_migrations} if nothing is said. It is created
         * if there is none, with the columns {@code migration}, {@code after_key} and {@code moves}.
         *
         * @throws IllegalArgumentException if the name would need quotes
         */
        public Builder positions(String table) {
            positions = Positions.checked(table);
            return this;
        }

        /** Sets how often a batch runs again when others were in the way; as a store's transactions do if nothing is said. */
        public Builder retries(RetryPolicy policy) {
            retries = Objects.requireNonNull(policy, "retries");
            return this;
        }

        /**
         * Leaves out all migrations but some.
         *
         * @throws IllegalArgumentException if there is none of such a name
         */
        Builder only(Collection<String> names) {
            for (String name : names) {
                if (migrations.stream().noneMatch(migration -> migration.name().equals(name))) {
                    throw new IllegalArgumentException("there is no migration called " + name);
                }
            }
            migrations.removeIf(migration -> !names.contains(migration.name()));
            return this;
        }

        /**
         * Makes the runner. It opens no connection.
         *
         * @throws IllegalArgumentException if two migrations have the same name, or one has a name of no or of more than
         *     255 characters
         * @throws UnknownObjectException if the store has no such table as a migration is of
         */
        public MigrationRunner build() {
            Set<String> names = new HashSet<>();
            for (OnlineMigration migration : migrations) {
                String name = migration.name();
                if (name.isBlank() || name.length() > Positions.LONGEST_NAME) {
                    throw new IllegalArgumentException("A migration has a name of 1 to " + Positions.LONGEST_NAME
                            + " characters, but one is called " + name);
                }
                if (!names.add(name.toLowerCase(Locale.ROOT))) {
                    throw new IllegalArgumentException("There are two migrations called " + name);
                }
                if (migration instanceof RowMigration<?> rows) {
                    store.repository(rows.table());
                }
            }
            return new MigrationRunner(this);
        }
    }
}
