package org.versionedobjects.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.versionedobjects.VersionedObject;

/** A database of its own, which writes down what is executed and when connections commit. */
final class TestDatabase {
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123456Z");

    private static final String SCHEMA = """
        CREATE TABLE projects (id ${generated},
          external_id varchar(255) NOT NULL, CONSTRAINT uniq_projects0external_id UNIQUE (external_id));
        CREATE TABLE users (id ${generated},
          external_id varchar(255) NOT NULL, CONSTRAINT uniq_users0external_id UNIQUE (external_id));
        CREATE TABLE consumers (id ${generated},
          uuid varchar(36) NOT NULL, project_id bigint NOT NULL, user_id bigint, generation int DEFAULT 0,
          consumer_type_id bigint, created_at ${time}, updated_at ${time},
          CONSTRAINT uniq_consumers0uuid UNIQUE (uuid));
        CREATE TABLE credentials (name varchar(10) PRIMARY KEY, token varchar(20) NOT NULL,
          CONSTRAINT uniq_credentials0token UNIQUE (token), CONSTRAINT ck_token CHECK (length(token) <= 20));
        CREATE TABLE memberships (project_id bigint, user_id bigint, role_name varchar(20),
          PRIMARY KEY (project_id, user_id));
        """;

    private final Engine engine;
    private final DataSource direct;
    final List<String> statements = new CopyOnWriteArrayList<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    final Jdbi jdbi;
    final Store store;
    final Repository<Project> projects;
    final Repository<User> users;
    final Repository<Consumer> consumers;
    final Repository<Credential> credentials;
    final Repository<Membership> memberships;

    /** Makes a database in the embedded default. */
    TestDatabase() {
        this(Engine.H2);
    }

    TestDatabase(Engine engine) {
        this(engine, engine.newDatabase());
    }

    /** Makes a database in an empty one, which somebody has made. */
    TestDatabase(Engine engine, DataSource empty) {
        this.engine = engine;
        this.direct = empty;
        this.jdbi = Jdbi.create(dataSource());
        this.store = prepared(Store.builder(dataSource())).build();
        this.projects = store.repository(Tables.PROJECTS);
        this.users = store.repository(Tables.USERS);
        this.consumers = store.repository(Tables.CONSUMERS);
        this.credentials = store.repository(Tables.CREDENTIALS);
        this.memberships = store.repository(Tables.MEMBERSHIPS);
        execute(SCHEMA);
        forget();
    }

    Engine engine() {
        return engine;
    }

    Store.Builder newStore() {
        return newStore(jdbi);
    }

    static Store.Builder newStore(Jdbi jdbi) {
        return prepared(Store.builder(jdbi));
    }

    private static Store.Builder prepared(Store.Builder builder) {
        return builder.clock(Clock.fixed(NOW.plusNanos(789), ZoneOffset.UTC))
                .tables(Tables.PROJECTS, Tables.USERS, Tables.CONSUMERS, Tables.CREDENTIALS, Tables.MEMBERSHIPS);
    }

    Consumer newConsumer() {
        return Consumer.TYPE
                .with(Consumer.UUID, UUID.randomUUID())
                .with(Consumer.PROJECT, projects.create(Project.named("p-" + UUID.randomUUID())))
                .with(Consumer.USER, users.create(User.named("u-" + UUID.randomUUID())))
                .build();
    }

    /** Returns a consumer that was created, and forgets the statements that this took. */
    Consumer savedConsumer() {
        Consumer consumer = consumers.create(newConsumer());
        forget();
        return consumer;
    }

    /** Returns the same row as another object. */
    Consumer loaded(Consumer consumer) {
        Consumer other = consumers.require(Consumer.ID, consumer.get(Consumer.ID));
        forget();
        return other;
    }

    User savedUser() {
        User user = users.create(User.named("u-" + UUID.randomUUID()));
        forget();
        return user;
    }

    void forget() {
        statements.clear();
        calls.clear();
    }

    void execute(String sql) {
        jdbi.useHandle(handle -> handle.createScript(engine.schema(sql)).execute());
    }

    long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    static String state(VersionedObject object) {
        return object + " " + object.changes();
    }

    DataSource dataSource() {
        return proxy(DataSource.class, direct, "");
    }

    /** Returns the same database behind a pool, for threads. */
    HikariDataSource pooled(int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(direct);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    DataSource unwatched() {
        return direct;
    }

    /** Wraps what comes from the driver so that statements and the ends of transactions are written down. */
    @SuppressWarnings("unchecked") // a proxy of the interface that was asked for
    private <T> T proxy(Class<T> as, Object target, String sql) {
        return (T) Proxy.newProxyInstance(as.getClassLoader(), new Class<?>[] {as}, (self, method, arguments) -> {
            String name = method.getName();
            if (target instanceof PreparedStatement && name.startsWith("execute")) {
                statements.add(sql.replaceAll("[\"`]", ""));
            }
            if (target instanceof Connection
                    && List.of("commit", "rollback", "setAutoCommit").contains(name)) {
                calls.add(name);
            }
            if (target instanceof Connection && name.equals("setTransactionIsolation")) {
                calls.add("isolation " + arguments[0]);
            }
            Object result;
            try {
                result = method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (name.equals("getConnection") && target instanceof DataSource) {
                return proxy(Connection.class, result, "");
            }
            return name.equals("prepareStatement")
                    ? proxy(PreparedStatement.class, result, (String) arguments[0])
                    : result;
        });
    }
}
