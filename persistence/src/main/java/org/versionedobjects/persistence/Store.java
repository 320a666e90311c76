package org.versionedobjects.persistence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.VersionedObject;

/**
 * A database with its tables and transactions. A transaction belongs to the thread: repositories find it by themselves,
 * and a call inside another joins it.
 *
 * <pre>{@code
 * store.write(() -> {
 *   Project project = projects.create(newProject);
 *   consumers.modify(Consumer.UUID, uuid, consumer -> consumer.set(Consumer.PROJECT, project));
 * });
 * }</pre>
 *
 * <p>An exception rolls back and passes through, checked ones too; objects written in the transaction go back with it.
 * Immutable and thread-safe.
 */
public final class Store {
    private final Dialects dialects;
    private final Failures failures;
    private final StoreClock clock;
    private final Transactions transactions;
    private final RowWriter writer;
    private final Map<Table<?>, RowReader<?>> readers;
    private final TransactionOptions options;
    private final RetryPolicy modifyRetries;

    private Store(Builder builder) {
        this.dialects = new Dialects();
        this.failures = new Failures(dialects, builder.tables);
        this.transactions = new Transactions(
                builder.jdbi,
                builder.plain,
                builder.replica,
                dialects,
                failures,
                builder.external,
                builder.untrackedAllowed);
        this.writer = new RowWriter(dialects, failures);
        this.clock = new StoreClock(builder.clock, dialects, failures);
        this.readers = new LinkedHashMap<>();
        this.options = TransactionOptions.DEFAULT;
        this.modifyRetries = builder.modifyRetries;
        LazyRules rules = new LazyRules(builder.strictLoading, new LazyLoads());
        builder.tables.forEach(table -> readers.put(table, new RowReader<>(table, rules, dialects, failures)));
    }

    private Store(Store from, TransactionOptions options) {
        this.dialects = from.dialects;
        this.failures = from.failures;
        this.clock = from.clock;
        this.transactions = from.transactions;
        this.writer = from.writer;
        this.readers = from.readers;
        this.modifyRetries = from.modifyRetries;
        this.options = options;
    }

    /** Returns the store of some tables, with the system's clock. */
    public static Store of(Jdbi jdbi, Table<?>... tables) {
        return builder(jdbi).tables(tables).build();
    }

    /** Starts a store on a data source. */
    public static Builder builder(DataSource dataSource) {
        return new Builder(Jdbi.create(dataSource), dataSource);
    }

    /**
     * Starts a store on the application's JDBI. The store adds a listener to it, which notes the handles that are in a
     * transaction when they are opened.
     */
    public static Builder builder(Jdbi jdbi) {
        return new Builder(Objects.requireNonNull(jdbi, "jdbi"), null);
    }

    /**
     * Returns the repository of a table.
     *
     * @throws UnknownObjectException if the store was built without the table
     */
    @SuppressWarnings("unchecked") // the reader of a Table<O> is a RowReader<O>
    public <O extends VersionedObject> Repository<O> repository(Table<O> table) {
        RowReader<O> reader = (RowReader<O>) readers.get(table);
        if (reader == null) {
            throw new UnknownObjectException(
                    Facts.problem("the store was built without the table " + table.name())
                            .withObject(table.type())
                            .withAdvice("add it with Store.builder(…).tables(…)"),
                    null);
        }
        return new Repository<>(
                table, reader, new RowWalker<>(table, dialects, failures), writer, clock, transactions, modifyRetries);
    }

    // ---- variants ----

    /**
     * Returns this store with transactions that run again, from their start, when others were in the way: after a
     * deadlock, a lock time-out, a stale snapshot, a lost connection, and never after {@link OutcomeUnknownException}.
     * Objects are what they were before each run. What else the work does, it does again; so it should load what it
     * changes, and send nothing. Inside an open transaction this store refuses: only the whole of that can run again.
     */
    public Store retrying(RetryPolicy policy) {
        return new Store(this, options.with(Objects.requireNonNull(policy, "policy")));
    }

    /** Returns this store with transactions that run again as {@link RetryPolicy#standard} says. */
    public Store retrying() {
        return retrying(RetryPolicy.standard());
    }

    /**
     * Returns this store with transactions of an isolation. Inside an open transaction that was not begun with the same
     * one, this store refuses.
     */
    public Store isolation(Isolation isolation) {
        return new Store(this, options.with(Objects.requireNonNull(isolation, "isolation")));
    }

    /** Returns this store with reads on the database itself, for what must not be stale, though there is a replica. */
    public Store withoutReplica() {
        return new Store(this, options.onPrimary());
    }

    // ---- transactions ----

    /**
     * Runs work in a transaction that does not write, on the read replica if there is one; inside another transaction it
     * joins that, and still does not write.
     *
     * @return what the work returns
     * @throws X what the work throws
     * @throws TransactionRefusedException from within, if the work writes
     */
    public <R extends @Nullable Object, X extends Exception> R read(TransactionWork<R, X> work) throws X {
        return transactions.read(options, work);
    }

    /** Runs work in a transaction that does not write, without a result. */
    public <X extends Exception> void read(TransactionAction<X> work) throws X {
        transactions.read(options, withoutResult(work));
    }

    /**
     * Runs work in a transaction and commits it; inside another one it joins that, whose outermost call commits. If the
     * work throws, all is rolled back. What an inner call did stays, if its exception is caught, until the outermost
     * ends: use a savepoint for what should go back alone.
     *
     * @return what the work returns
     * @throws X what the work throws
     * @throws FailedTransactionException if a statement in it failed and the work went on nevertheless; it is rolled
     *     back
     * @throws TransactionRefusedException inside {@code read}
     * @throws StoreException if the database does not commit
     */
    public <R extends @Nullable Object, X extends Exception> R write(TransactionWork<R, X> work) throws X {
        return transactions.write(options, work);
    }

    /** Runs work in a transaction and commits it, without a result. */
    public <X extends Exception> void write(TransactionAction<X> work) throws X {
        transactions.write(options, withoutResult(work));
    }

    /**
     * Runs work inside {@code write} so that it can fail by itself: if it throws, what it wrote is rolled back, objects
     * included, the exception passes through, and the transaction can go on.
     *
     * @return what the work returns
     * @throws X what the work throws
     * @throws FailedTransactionException if a statement in it failed and the work went on nevertheless; it is rolled
     *     back
     * @throws TransactionRefusedException outside {@code write}
     */
    public <R extends @Nullable Object, X extends Exception> R savepoint(TransactionWork<R, X> work) throws X {
        return transactions.savepoint(work);
    }

    /** Runs work inside {@code write} so that it can fail by itself, without a result. */
    public <X extends Exception> void savepoint(TransactionAction<X> work) throws X {
        transactions.savepoint(withoutResult(work));
    }

    // ---- the application's own statements ----

    /**
     * Runs work on the JDBI handle of the transaction that is open; if none is, on one whose statements commit by
     * themselves. So an application's own SQL is part of the transaction, and a statement of it that fails is a failure as
     * any other: it is a {@link StoreException}, and no commit comes after it, unless it was inside a savepoint. In a {@code
     * read}, statements that write are refused by the engine where it can, and otherwise rolled back. The work
     * must not end the transaction, close the handle, or keep it.
     *
     * <p>Objects do not learn of what such statements write; what others loaded is stale only if the generation moves.
     *
     * @return what the work returns
     * @throws X what the work throws
     * @throws StoreException if the database refuses a statement
     */
    public <R extends @Nullable Object, X extends Exception> R withHandle(HandleCallback<R, X> work) throws X {
        return transactions.callWithHandle(
                session -> transactions.ownStatements().run(session, work));
    }

    /** Runs work on the JDBI handle of the transaction that is open, without a result. */
    public <X extends Exception> void useHandle(HandleConsumer<X> work) throws X {
        withHandle(work.asCallback());
    }

    @SuppressWarnings("NullAway") // which does not see the @Nullable of a type argument
    private static <X extends Exception> TransactionWork<@Nullable Void, X> withoutResult(TransactionAction<X> work) {
        return () -> {
            work.run();
            return null;
        };
    }

    /** Collects what a store is made of; confined to one thread. */
    public static final class Builder {
        private final Jdbi jdbi;
        private final @Nullable DataSource plain;
        private final List<Table<?>> tables = new ArrayList<>();
        private @Nullable Clock clock = Clock.systemUTC();
        private @Nullable Jdbi replica;
        private @Nullable ExternalTransactions external;
        private boolean untrackedAllowed;
        private boolean strictLoading;
        private RetryPolicy modifyRetries = RetryPolicy.standard();

        private Builder(Jdbi jdbi, @Nullable DataSource plain) {
            this.jdbi = jdbi;
            this.plain = plain;
        }

        /** Adds tables, each of which has a repository then. */
        public Builder tables(Table<?>... more) {
            tables.addAll(List.of(more));
            return this;
        }

        /** Sets the clock for creation and update times. */
        public Builder clock(Clock newClock) {
            clock = Objects.requireNonNull(newClock, "clock");
            return this;
        }

        /**
         * Takes creation and update times from the database's clock, which all applications share: one small statement more
         * for a save of a table that has such columns.
         */
        public Builder databaseClock() {
            clock = null;
            return this;
        }

        /** Has {@link Store#read} run on another data source; see the other form. */
        public Builder readReplica(DataSource dataSource) {
            return readReplica(Jdbi.create(dataSource));
        }

        /**
         * Has {@link Store#read} run on a replica of the database, if it is the outermost call; inside a {@code write} it
         * stays where that writes, and so does all that runs outside of both. A replica is behind by what it has not
         * received yet: a read may miss what was just written. Objects loaded there are saved as others are: if the row was changed meanwhile, the generation tells.
         *
         * <p>The replica is of the same engine, and has the same tables. Where something else manages transactions, a read
         * looks for one first, on a connection to the database.
         */
        public Builder readReplica(Jdbi newReplica) {
            replica = Objects.requireNonNull(newReplica, "readReplica");
            return this;
        }

        /** Has objects go back when transactions roll back that something else manages. */
        public Builder externalTransactions(ExternalTransactions newExternal) {
            external = Objects.requireNonNull(newExternal, "externalTransactions");
            return this;
        }

        /**
         * Allows saves in transactions that something else manages though the store does not hear of their end: if they
         * roll back, objects stay as if they had been saved. The store commits none of them, so that on connections of a
         * pool that switches autocommit off nothing is stored unless something else commits.
         */
        public Builder allowUntrackedTransactions() {
            untrackedAllowed = true;
            return this;
        }

        /**
         * Refuses to load anything lazily, as {@link Repository#strict} does: for tests that are to find what should be
         * loaded with the objects.
         */
        public Builder strictLoading() {
            strictLoading = true;
            return this;
        }

        /**
         * Sets how often {@link Repository#modify} runs again, after concurrent updates, too, and
         * {@link Repository#upsert}.
         */
        public Builder modifyRetries(RetryPolicy policy) {
            modifyRetries = Objects.requireNonNull(policy, "modifyRetries");
            return this;
        }

        /**
         * Makes the store. It opens no connection.
         *
         * @throws InvalidTableException if two tables have the same name
         */
        public Store build() {
            List<String> problems = new ArrayList<>();
            Map<String, Table<?>> names = new HashMap<>();
            for (Table<?> table : tables) {
                Table<?> same = names.putIfAbsent(table.uniqueName(), table);
                if (same != null) {
                    problems.add("there are two tables called " + table.name() + ": of " + same.type() + " and of "
                            + table.type());
                }
            }
            if (!problems.isEmpty()) {
                throw new InvalidTableException("The store", problems);
            }
            return new Store(this);
        }
    }
}
