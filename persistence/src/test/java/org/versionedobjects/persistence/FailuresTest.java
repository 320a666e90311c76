package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteConnection;
import org.versionedobjects.persistence.Parent.Child;

/**
 * Every failure that an engine has, provoked on the real one: the same class with the same facts, and what is said of the
 * transaction is true.
 */
@OnEveryEngine
class FailuresTest {
    private static final FailuresTable TABLE = new FailuresTable();

    private final Engine engine;
    private final TestDatabase database;
    private final Repository<Parent> parents;
    private final Repository<Child> children;
    private final Store store;
    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private Handle handle;

    FailuresTest(Engine engine) {
        this.engine = engine;
        this.database = new TestDatabase(engine);
        database.execute(Parent.SCHEMA);
        database.execute("CREATE TABLE marks (id bigint PRIMARY KEY)");
        this.store = newStore(database.jdbi);
        this.parents = store.repository(Parent.TABLE);
        this.children = store.repository(Child.TABLE);
    }

    private static Store newStore(Jdbi jdbi) {
        return Store.of(jdbi, Parent.TABLE, Child.TABLE);
    }

    @BeforeEach
    void open() {
        parents.create(Parent.of(1, "one", 1));
        parents.create(Parent.of(2, "two", 2));
        handle = database.jdbi.open();
    }

    @AfterEach
    void close() {
        other.shutdownNow();
        try {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
            handle.close();
        } catch (RuntimeException e) {
            // the connection is lost, as it should be
        }
    }

    @AfterAll
    static void tableOfTheGuide_saysWhatWasSeen() {
        TABLE.check();
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Marks the transaction, provokes a failure in it, and holds what is said of the transaction to the truth. */
    private <E extends StoreException> E provoke(Class<E> expected, Work work) throws Exception {
        handle.execute("INSERT INTO marks (id) VALUES (1)");
        handle.savepoint("before");
        E failure = expected.cast(thrownBy(work));
        TABLE.saw(engine, failure);
        assertThat(failure.getClass()).isEqualTo(expected);
        checkLeft(failure.transaction());
        return failure;
    }

    private static Throwable thrownBy(Work work) throws Exception {
        try {
            work.run();
        } catch (StoreException e) {
            return e;
        }
        throw new AssertionError("nothing was thrown");
    }

    private void checkLeft(TransactionState left) throws Exception {
        switch (left) {
            case USABLE -> {
                assertThat(query()).isTrue();
                handle.commit();
                assertThat(marks()).isEqualTo(1);
            }
            case ABORTED -> {
                assertThat(query()).isFalse();
                handle.rollbackToSavepoint("before");
                assertThat(query()).isTrue();
                handle.commit();
                assertThat(marks()).isEqualTo(1);
            }
            case ROLLED_BACK -> {
                assertThatThrownBy(() -> handle.rollbackToSavepoint("before")).isInstanceOf(RuntimeException.class);
                handle.rollback();
                assertThat(marks()).isZero();
            }
            case LOST -> {
                assertThat(query()).isFalse();
                assertThat(marks()).isZero();
            }
        }
    }

    private boolean query() {
        try {
            handle.createQuery("SELECT count(*) FROM children")
                    .mapTo(Long.class)
                    .one();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private long marks() {
        return database.count("SELECT count(*) FROM marks");
    }

    private static void assertAbout(Conflict conflict, FailureKind kind, @Nullable String constraint, List<?> fields) {
        assertThat(conflict.kind()).isEqualTo(kind);
        assertThat(conflict.table()).isIn("parents", "children");
        assertThat(conflict.isRetryable()).isFalse();
        assertThat(conflict.constraint().orElse(null)).isEqualTo(constraint);
        assertThat(List.<Object>copyOf(conflict.fields())).isEqualTo(fields);
    }

    // ---- constraints ----

    @Test
    void duplicate_ofAConstraint() throws Exception {
        handle.begin();

        DuplicateConflict conflict =
                provoke(DuplicateConflict.class, () -> parents.on(handle).create(Parent.of(3, "one", 3)));

        assertAbout(conflict, FailureKind.DUPLICATE, "uniq_parents0name", List.of(Parent.NAME));
    }

    @Test
    void duplicate_ofTheKey() throws Exception {
        handle.begin();

        DuplicateConflict conflict =
                provoke(DuplicateConflict.class, () -> parents.on(handle).create(Parent.of(1, "three", 3)));

        assertAbout(conflict, FailureKind.DUPLICATE, null, List.of(Parent.ID));
    }

    @Test
    void missingReference() throws Exception {
        handle.begin();

        MissingReferenceConflict conflict = provoke(
                MissingReferenceConflict.class,
                () -> children.on(handle).create(Child.of(1, Parent.of(99, "none", 1))));

        boolean isTold = engine != Engine.SQLITE;
        assertAbout(
                conflict,
                FailureKind.MISSING_REFERENCE,
                isTold ? "fk_children0parent" : null,
                isTold ? List.of(Child.PARENT) : List.of());
    }

    @Test
    void stillReferenced() throws Exception {
        Parent parent = parents.require(Parent.ID, 1L);
        children.create(Child.of(1, parent));
        handle.begin();

        StillReferencedConflict conflict =
                provoke(StillReferencedConflict.class, () -> parents.on(handle).delete(parent));

        boolean isTold = engine != Engine.SQLITE;
        assertAbout(conflict, FailureKind.STILL_REFERENCED, isTold ? "fk_children0parent" : null, List.of(Parent.ID));
        assertThat(conflict.referencingTable().orElse(null)).isEqualTo(isTold ? "children" : null);
    }

    @Test
    void notNull() throws Exception {
        handle.begin();
        Parent parent = Parent.of(3, null, 3);
        String before = TestDatabase.state(parent);

        NotNullConflict conflict =
                provoke(NotNullConflict.class, () -> parents.on(handle).create(parent));

        assertAbout(conflict, FailureKind.NOT_NULL, null, List.of(Parent.NAME));
        assertThat(TestDatabase.state(parent)).isEqualTo(before);
    }

    @Test
    void notNull_leftOut() throws Exception {
        handle.begin();

        NotNullConflict conflict = provoke(
                NotNullConflict.class,
                () -> parents.on(handle).create(Parent.TYPE.with(Parent.ID, 3L).build()));

        assertThat(conflict.fields()).containsExactly(Parent.NAME);
    }

    @Test
    void check() throws Exception {
        handle.begin();

        CheckConflict conflict =
                provoke(CheckConflict.class, () -> parents.on(handle).create(Parent.of(3, "three", 1000)));

        assertAbout(conflict, FailureKind.CHECK, "ck_parents_size", List.of(Parent.SIZE));
        assertThat(conflict.values()).containsEntry(Parent.SIZE, 1000L);
    }

    @Test
    void tooLong() throws Exception {
        handle.begin();
        if (engine == Engine.SQLITE) {
            parents.on(handle).create(Parent.of(3, "x".repeat(11), 3)); // there are no lengths
            return;
        }

        OutOfRangeConflict conflict =
                provoke(OutOfRangeConflict.class, () -> parents.on(handle).create(Parent.of(3, "x".repeat(11), 3)));

        assertAbout(
                conflict,
                FailureKind.OUT_OF_RANGE,
                null,
                engine == Engine.POSTGRESQL ? List.of() : List.of(Parent.NAME));
    }

    @Test
    void outOfRange() throws Exception {
        database.execute("CREATE TABLE wide (id bigint PRIMARY KEY, name varchar(10), size int, generation bigint)");
        Table<Parent> wide = Table.of(Parent.TYPE, "wide").key(Parent.ID).build();
        Repository<Parent> repository = Store.of(database.jdbi, wide).repository(wide);
        handle.begin();
        if (engine == Engine.SQLITE) {
            repository.on(handle).create(Parent.of(3, "three", 3_000_000_000L)); // there are no ranges
            return;
        }

        OutOfRangeConflict conflict = provoke(
                OutOfRangeConflict.class, () -> repository.on(handle).create(Parent.of(3, "three", 3_000_000_000L)));

        assertThat(conflict.table()).isEqualTo("wide");
        assertThat(List.<Object>copyOf(conflict.fields()))
                .isEqualTo(engine == Engine.POSTGRESQL ? List.of() : List.of(Parent.SIZE));
    }

    @Test
    void constraintOfUnknownKind() throws Exception {
        switch (engine) {
            case H2 -> {
                return; // its triggers are classes
            }
            case POSTGRESQL ->
                database.execute("ALTER TABLE parents ADD CONSTRAINT one_three EXCLUDE USING gist"
                        + " (box(point(size, size), point(size, size)) WITH &&)");
            case MARIADB ->
                database.jdbi.useHandle(each -> each.execute("CREATE TRIGGER no_three BEFORE INSERT ON parents"
                        + " FOR EACH ROW SIGNAL SQLSTATE '23000' SET MESSAGE_TEXT = 'no'"));
            case SQLITE ->
                database.jdbi.useHandle(each -> each.execute(
                        "CREATE TRIGGER no_three BEFORE INSERT ON parents" + " BEGIN SELECT RAISE(ABORT, 'no'); END"));
        }
        handle.begin();

        ConstraintConflict conflict =
                provoke(ConstraintConflict.class, () -> parents.on(handle).create(Parent.of(3, "three", 1)));

        assertAbout(conflict, FailureKind.CONSTRAINT, null, List.of());
    }

    // ---- others in the way ----

    /** Two that lock two rows in different orders: whichever the engine chooses to give way, it learns the same. */
    @Test
    void deadlock() throws Exception {
        if (!engine.hasConcurrentWriters()) {
            return; // there is one lock
        }
        try (Handle second = database.jdbi.open()) {
            handle.begin();
            second.begin();
            mark(second);
            mark(handle);
            Parent mineBefore = changed(handle, 1);
            Parent theirsBefore = changed(second, 2);
            Future<@Nullable Throwable> theirs = other.submit(() -> failureOf(() -> save(second, 1)));
            Thread.sleep(200); // until it waits
            Throwable mine = failureOf(() -> save(handle, 2));
            if (mine == null) {
                handle.rollback();
            }
            Throwable thrown = mine == null ? theirs.get() : mine;
            Handle loser = mine == null ? second : handle;

            assertThat(thrown).isInstanceOf(DeadlockException.class);
            StoreException failure = (StoreException) thrown;
            TABLE.saw(engine, failure);
            assertThat(failure.isRetryable()).isTrue();
            if (failure.transaction() == TransactionState.ROLLED_BACK) {
                // what the loser had saved is not stored, and the object knows
                assertThat((mine == null ? theirsBefore : mineBefore).hasChanges())
                        .isTrue();
            }
            if (failure.transaction() == TransactionState.ROLLED_BACK) {
                assertThatThrownBy(() -> loser.rollbackToSavepoint("before")).isInstanceOf(RuntimeException.class);
            } else {
                loser.rollbackToSavepoint("before");
            }
            loser.rollback();
            if (mine != null) {
                theirs.get();
                second.rollback();
            }
        }
    }

    private Parent changed(Handle on, long id) {
        Parent parent = parents.on(on).require(Parent.ID, id);
        parent.set(Parent.SIZE, 50L + id);
        parents.on(on).save(parent);
        assertThat(parent.hasChanges()).isFalse();
        return parent;
    }

    private static @Nullable Throwable failureOf(Work work) throws Exception {
        try {
            work.run();
            return null;
        } catch (StoreException e) {
            return e;
        }
    }

    private static void mark(Handle on) {
        on.savepoint("before");
    }

    private static void touch(Handle on, long id) {
        on.execute("UPDATE parents SET size = size + 1 WHERE id = ?", id);
    }

    /** Saves a row in the handle's transaction, at the generation that it has. */
    private void save(Handle on, long id) {
        Parent parent = parents.on(on).require(Parent.ID, id);
        parent.set(Parent.SIZE, 7L);
        parents.on(on).save(parent);
    }

    @Test
    void lockTimeout() throws Exception {
        try (Handle second = database.jdbi.open()) {
            switch (engine) {
                case H2 -> handle.execute("SET LOCK_TIMEOUT 100");
                case POSTGRESQL -> handle.execute("SET lock_timeout = 100");
                case MARIADB -> handle.execute("SET SESSION innodb_lock_wait_timeout = 1");
                case SQLITE -> handle.execute("PRAGMA busy_timeout = 100");
            }
            if (engine == Engine.SQLITE) {
                second.begin();
                touch(second, 1);
                handle.begin();
                Parent parent = Parent.of(3, "three", 3);

                StoreException failure =
                        (StoreException) thrownBy(() -> parents.on(handle).create(parent));

                TABLE.saw(engine, failure);
                assertThat(failure).isInstanceOf(LockTimeoutException.class);
                assertThat(query()).isTrue();
            } else {
                handle.begin();
                second.begin();
                touch(second, 1);

                LockTimeoutException failure = provoke(LockTimeoutException.class, () -> save(handle, 1));

                assertThat(failure.isRetryable()).isTrue();
            }
            second.rollback();
        }
    }

    @Test
    void serialization() throws Exception {
        if (engine == Engine.MARIADB) {
            handle.execute("SET SESSION innodb_snapshot_isolation = ON");
        }
        if (engine != Engine.SQLITE) {
            handle.setTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ);
        }
        handle.begin();
        if (engine == Engine.SQLITE) {
            assertThat(query()).isTrue();
            database.jdbi.useHandle(second -> touch(second, 1));

            StoreException failure = (StoreException) thrownBy(() -> save(handle, 1));

            TABLE.saw(engine, failure);
            assertThat(failure).isInstanceOf(SerializationException.class);
            return;
        }

        SerializationException failure = provoke(SerializationException.class, () -> {
            Parent parent = parents.on(handle).require(Parent.ID, 1L);
            database.jdbi.useHandle(second -> touch(second, 1));
            parent.set(Parent.SIZE, 7L);
            parents.on(handle).save(parent);
        });

        assertThat(failure.isRetryable()).isTrue();
    }

    // ---- connections ----

    @Test
    void connectionLost_inATransaction() throws Exception {
        if (engine == Engine.SQLITE) {
            return; // there is no server to lose
        }
        long id = connectionId();
        handle.begin();

        ConnectionLostException failure = provoke(ConnectionLostException.class, () -> {
            kill(id);
            save(handle, 1);
        });

        assertThat(failure.isRetryable()).isTrue();
    }

    @Test
    void connectionLost_atCommit_orWhileAStatementCommitsByItself_isUnknown() throws Exception {
        if (engine == Engine.SQLITE) {
            return;
        }
        Parent parent = parents.require(Parent.ID, 1L);
        parent.set(Parent.SIZE, 7L);
        String before = TestDatabase.state(parent);
        if (engine != Engine.H2) { // which does not wake a session that waits
            checkUnknownAlone(parent);
        }
        assertThat(TestDatabase.state(parent)).isEqualTo(before);
        long[] session = new long[1];
        Throwable thrown = thrownBy(() -> store.write(() -> {
            Parent again = parents.require(Parent.ID, 1L);
            again.set(Parent.SIZE, 8L);
            parents.save(again);
            session[0] = newestConnection();
            kill(session[0]);
        }));

        TABLE.saw(engine, (StoreException) thrown);
        assertThat(thrown)
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("the transaction could not be committed");
        assertThat(((StoreException) thrown).isRetryable()).isFalse();
    }

    private void checkUnknownAlone(Parent parent) throws Exception {
        long id = connectionId();
        Throwable thrown;
        try (Handle second = database.jdbi.open()) {
            second.begin();
            touch(second, 1);
            Future<Throwable> waiting =
                    other.submit(() -> thrownBy(() -> parents.on(handle).save(parent)));
            Thread.sleep(200); // until it waits
            kill(id);
            thrown = waiting.get();
            second.rollback();
        }

        TABLE.saw(engine, (StoreException) thrown);
        assertThat(thrown).isInstanceOf(OutcomeUnknownException.class);
    }

    private long newestConnection() {
        String sql = switch (engine) {
            case H2 ->
                "SELECT max(session_id) FROM information_schema.sessions WHERE session_id <> session_id()"
                        + " AND contains_uncommitted";
            case POSTGRESQL ->
                "SELECT max(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <>"
                        + " pg_backend_pid() AND state = 'idle in transaction'";
            default ->
                "SELECT max(id) FROM information_schema.processlist WHERE db = database() AND id <>"
                        + " connection_id()";
        };
        return database.jdbi.withHandle(
                second -> second.createQuery(sql).mapTo(Long.class).one());
    }

    private long connectionId() {
        String sql = switch (engine) {
            case H2 -> "SELECT session_id()";
            case POSTGRESQL -> "SELECT pg_backend_pid()";
            default -> "SELECT connection_id()";
        };
        return handle.createQuery(sql).mapTo(Long.class).one();
    }

    private void kill(long id) {
        String sql = switch (engine) {
            case H2 -> "SELECT abort_session(" + id + ")";
            case POSTGRESQL -> "SELECT pg_terminate_backend(" + id + ", 5000)";
            default -> "KILL " + id;
        };
        database.jdbi.useHandle(second -> second.execute(sql));
    }

    @Test
    void connectionRefused() {
        DataSource nowhere = engine.nowhere();

        Throwable thrown = null;
        try {
            newStore(Jdbi.create(nowhere)).repository(Parent.TABLE).find(Parent.ID, 1L);
        } catch (StoreException e) {
            thrown = e;
        }

        assertThat(thrown)
                .isInstanceOf(ConnectionLostException.class)
                .hasMessageContaining("no connection to the database could be opened");
        assertThat(((StoreException) thrown).transaction()).isEqualTo(TransactionState.LOST);
    }

    /** Waiting does not help. */
    @Test
    void aDatabaseThatDoesNotExist_isNothingToTryAgain() throws Exception {
        DataSource unknown = switch (engine) {
            case H2 -> engine.at("jdbc:h2:mem:none;IFEXISTS=TRUE");
            case POSTGRESQL -> engine.at(Servers.postgresUrl().replaceFirst("(//[^/]*/)[^?]*", "$1none"));
            case MARIADB -> engine.at(Servers.mariadbUrl().replaceFirst("(//[^/]*/)[^?]*", "$1none"));
            case SQLITE -> null; // it is made
        };
        if (unknown == null) {
            return;
        }

        StoreException failure = (StoreException) thrownBy(
                () -> newStore(Jdbi.create(unknown)).repository(Parent.TABLE).find(Parent.ID, 1L));

        assertThat(failure.kind()).isEqualTo(FailureKind.OTHER);
        assertThat(failure.isRetryable()).isFalse();
    }

    @Test
    void notReady() throws Exception {
        List<Connection> open = new ArrayList<>();
        DataSource full = database.unwatched();
        switch (engine) {
            case H2, SQLITE -> {
                return; // in this process there is no server that could be full
            }
            case POSTGRESQL -> full = engine.withoutConnections(full);
            case MARIADB -> fill(full, open);
        }
        DataSource asked = full;
        try {
            StoreException failure = (StoreException) thrownBy(
                    () -> newStore(Jdbi.create(asked)).repository(Parent.TABLE).find(Parent.ID, 1L));

            TABLE.saw(engine, failure);
            assertThat(failure).isInstanceOf(NotReadyException.class);
            assertThat(failure.isRetryable()).isTrue();
        } finally {
            for (Connection each : open) {
                each.close();
            }
            if (engine == Engine.MARIADB) {
                handle.execute("SET GLOBAL max_connections = 300");
            }
        }
    }

    private void fill(DataSource server, List<Connection> open) {
        handle.execute("SET GLOBAL max_connections = 10");
        try {
            for (int i = 0; i < 100; i++) {
                open.add(server.getConnection());
            }
        } catch (SQLException e) {
            return;
        }
        throw new AssertionError("the server takes any number of connections");
    }

    // ---- statements ----

    @Test
    void readOnly() throws Exception {
        switch (engine) {
            case H2 -> {
                checkReadOnlyDatabase();
                return;
            }
            case POSTGRESQL -> handle.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
            case MARIADB -> handle.execute("SET SESSION TRANSACTION READ ONLY");
            case SQLITE -> handle.execute("PRAGMA query_only = ON");
        }
        handle.begin();

        StoreException failure =
                (StoreException) thrownBy(() -> parents.on(handle).create(Parent.of(3, "three", 3)));

        TABLE.saw(engine, failure);
        assertThat(failure).isInstanceOf(ReadOnlyException.class);
        assertThat(failure.isRetryable()).isFalse();
        assertThat(query()).isEqualTo(failure.transaction() == TransactionState.USABLE);
    }

    /** H2 has no read-only transactions, but whole databases that are. */
    private void checkReadOnlyDatabase() throws Exception {
        String url = engine.newUrl();
        Jdbi.create(engine.at(url))
                .useHandle(each -> each.createScript(Parent.SCHEMA).execute());
        Repository<Parent> readOnly =
                newStore(Jdbi.create(engine.at(url + ";ACCESS_MODE_DATA=r"))).repository(Parent.TABLE);

        StoreException failure = (StoreException) thrownBy(() -> readOnly.create(Parent.of(3, "three", 3)));

        TABLE.saw(engine, failure);
        assertThat(failure).isInstanceOf(ReadOnlyException.class);
        assertThat(readOnly.find(Parent.ID, 3L)).isEmpty();
    }

    @Test
    void cancelled() throws Exception {
        String slow = switch (engine) {
            case H2 -> "SELECT count(*) AS id FROM system_range(1, 1000000000000) WHERE mod(x, 7) = 0";
            case POSTGRESQL -> "SELECT count(pg_sleep(60))::bigint AS id";
            case MARIADB ->
                "SELECT count(*) AS id FROM information_schema.columns a, information_schema.columns"
                        + " b, information_schema.columns c";
            case SQLITE ->
                "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 10000000000)"
                        + " SELECT count(*) AS id FROM n";
        };
        database.execute("CREATE VIEW slow AS " + slow);
        Table<Parent> table = Table.of(Parent.TYPE, "slow")
                .key(Parent.ID)
                .without(Parent.NAME)
                .without(Parent.SIZE)
                .without(Parent.GENERATION)
                .build();
        Repository<Parent> views = Store.of(database.jdbi, table).repository(table);
        switch (engine) {
            case H2 -> handle.execute("SET QUERY_TIMEOUT 200");
            case POSTGRESQL -> handle.execute("SET statement_timeout = 200");
            case MARIADB -> handle.execute("SET SESSION max_statement_time = 0.2");
            case SQLITE -> {
                SQLiteConnection own = handle.getConnection().unwrap(SQLiteConnection.class);
                other.execute(() -> {
                    sleep(300);
                    interrupt(own);
                });
            }
        }
        handle.begin();

        StoreException failure =
                provoke(CancelledException.class, () -> views.on(handle).find(Parent.ID, 1L));

        assertThat(failure.isRetryable()).isFalse();
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void interrupt(SQLiteConnection connection) {
        try {
            connection.getDatabase().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noSuchTable() throws Exception {
        database.execute("DROP TABLE children");
        database.execute("CREATE TABLE children (other bigint)");
        database.execute("DROP TABLE consumers");
        handle.begin();

        provoke(
                NoSuchTableOrColumnException.class,
                () -> store.repository(Child.TABLE).on(handle).create(Child.of(1, parents.require(Parent.ID, 1L))));
        handle.begin();
        StoreException failure =
                (StoreException) thrownBy(() -> database.consumers.on(handle).find(Consumer.ID, 1L));

        TABLE.saw(engine, failure);
        assertThat(failure).isInstanceOf(NoSuchTableOrColumnException.class);
        assertThat(failure.isRetryable()).isFalse();
    }
}
