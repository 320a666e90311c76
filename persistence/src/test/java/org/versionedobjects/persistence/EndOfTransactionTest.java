package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Field;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/** What ends a transaction in less usual ways: a closed handle, a lost connection, a pool of read-only connections. */
@OnEveryEngine
class EndOfTransactionTest {
    static final class Lease extends VersionedObject {
        private static final ObjectType.Definition<Lease> DEFINE =
                ObjectType.define(Lease.class, "placement", "Lease", Lease::new);

        static final Field<String> NAME = DEFINE.field("name", Types.string());
        static final Field<String> HOLDER = DEFINE.field("holder", Types.string());
        static final Field<Long> GENERATION =
                DEFINE.field("generation", Types.longInteger().between(0L, 0L));
        static final ObjectType<Lease> TYPE = DEFINE.version("1.0");

        Lease() {
            super(TYPE);
        }
    }

    private final TestDatabase database;

    EndOfTransactionTest(Engine engine) {
        this.database = new TestDatabase(engine);
    }

    private final List<String> readOnly = new ArrayList<>();
    private final List<Connection> open = new ArrayList<>();

    private Consumer dirtyConsumer() {
        Consumer consumer = database.savedConsumer();
        consumer.set(Consumer.CONSUMER_TYPE_ID, 4L);
        return consumer;
    }

    @Test
    void on_aHandleClosedInItsTransaction_putsObjectsBack() {
        Consumer consumer = dirtyConsumer();
        String before = TestDatabase.state(consumer);
        Handle handle = database.jdbi.open();
        handle.begin();
        database.consumers.on(handle).save(consumer);

        assertThatThrownBy(handle::close).hasMessageContaining("transaction");

        assertThat(database.loaded(consumer).get(Consumer.GENERATION)).isZero();
        assertThat(TestDatabase.state(consumer)).isEqualTo(before);
    }

    @Test
    void on_aHandleThatRollsBack_putsARefreshedObjectBack() {
        Consumer consumer = database.savedConsumer();
        String before = TestDatabase.state(consumer);
        try (Handle handle = database.jdbi.open()) {
            handle.begin();
            handle.execute("UPDATE consumers SET generation = 1, consumer_type_id = 9");
            database.consumers.on(handle).refresh(consumer);
            assertThat(consumer.get(Consumer.GENERATION)).isEqualTo(1);

            handle.rollback();
        }

        assertThat(TestDatabase.state(consumer)).isEqualTo(before);
    }

    @Test
    void save_whoseNextGenerationTheTypeRefuses_writesNothing() {
        database.execute("CREATE TABLE leases (name varchar(9) PRIMARY KEY, holder varchar(9), generation int)");
        Table<Lease> table = Table.of(Lease.TYPE, "leases")
                .key(Lease.NAME)
                .generation(Lease.GENERATION)
                .build();
        Repository<Lease> leases = Store.of(database.jdbi, table).repository(table);
        Lease lease = leases.create(
                Lease.TYPE.with(Lease.NAME, "n").with(Lease.HOLDER, "a").build());
        lease.set(Lease.HOLDER, "b");

        assertThatThrownBy(() -> leases.save(lease)).isInstanceOf(InvalidValueException.class);

        assertThat(leases.require(Lease.NAME, "n").get(Lease.HOLDER)).isEqualTo("a");
        assertThat(lease.changes()).hasToString("placement.Lease 1.0{holder: 'a' → 'b'}");
    }

    @Test
    void read_whoseConnectionIsLost_letsTheWorksExceptionPass() {
        Store store = TestDatabase.newStore(Jdbi.create(() -> watched(false))).build();
        IOException checked = new IOException("no");

        assertThatThrownBy(() -> store.read(() -> {
                    store.repository(Tables.PROJECTS).find(Project.EXTERNAL_ID, "p");
                    lose(open);
                    throw checked;
                }))
                .isSameAs(checked);
    }

    @Test
    void read_leavesAReadOnlyConnectionReadOnly() {
        Store store = TestDatabase.newStore(Jdbi.create(() -> watched(true))).build();

        store.read(() -> store.repository(Tables.PROJECTS).find(Project.EXTERNAL_ID, "p"));

        assertThat(readOnly).doesNotContain("false");
    }

    /** The store refuses its own writes; this one it does not see. */
    @Test
    void read_hasTheEngineRefuseWrites_whereItCan() {
        Store store = TestDatabase.newStore(Jdbi.create(() -> watched(false))).build();

        Throwable refusal = store.read(() -> {
            store.repository(Tables.PROJECTS).find(Project.EXTERNAL_ID, "p");
            return catchThrowable(() -> insert(open.get(0)));
        });

        if (database.engine() == Engine.H2) { // which has no read-only transactions
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).isInstanceOf(SQLException.class);
        }
        assertThat(database.count("SELECT count(*) FROM projects")).isZero();
    }

    private static void insert(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO projects (external_id) VALUES ('p')");
        }
    }

    /** What is committed must not look as if it was not: it would be run again. */
    @Test
    void write_afterWhichTheConnectionCannotBeMadeWhatItWas_isCommitted_andNotRunAgain() {
        int[] runs = {0};
        Store store = TestDatabase.newStore(Jdbi.create(this::stubborn)).build();

        store.retrying().isolation(Isolation.SERIALIZABLE).write(() -> {
            runs[0]++;
            store.repository(Tables.PROJECTS).create(Project.named("p"));
        });

        assertThat(runs[0]).isEqualTo(1);
        assertThat(database.count("SELECT count(*) FROM projects WHERE external_id = 'p'"))
                .isEqualTo(1);
    }

    /** Returns a connection whose isolation can be set once. */
    private Connection stubborn() throws SQLException {
        Connection connection = database.unwatched().getConnection();
        int[] sets = {0};
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("setTransactionIsolation") && ++sets[0] > 1) {
                        throw new SQLException("planted", "08006");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Closes a connection as its server would. */
    private static void lose(List<Connection> open) throws SQLException {
        for (Connection connection : open) {
            connection.close();
        }
    }

    /** Returns a connection that says whether it is read-only, as H2's own does not, and fails once it is closed. */
    private Connection watched(boolean isReadOnly) throws SQLException {
        Connection connection = database.unwatched().getConnection();
        open.add(connection);
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("setReadOnly")) {
                        readOnly.add(String.valueOf(arguments[0]));
                    }
                    if (method.getName().equals("isReadOnly")) {
                        return isReadOnly;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
