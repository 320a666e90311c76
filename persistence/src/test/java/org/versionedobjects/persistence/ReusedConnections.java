package org.versionedobjects.persistence;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Sessions of PostgreSQL that are as new each time they are opened: a new process of the server for each takes some 50 ms,
 * which thousands of tests would pay. Thread-safe.
 */
final class ReusedConnections implements DataSource {
    private static final String SCHEMA = "currentSchema=";
    private static final Pattern SCHEMA_IN_URL = Pattern.compile(SCHEMA + "([^&]*)&?");
    private static final int MOST_IDLE = 40;

    private static final Deque<Idle> IDLE = new ArrayDeque<>();

    private final String url;
    private final @Nullable String schema;
    private final PGSimpleDataSource database = new PGSimpleDataSource();

    private record Idle(String url, Connection connection) {}

    ReusedConnections(String url) {
        this.url = url;
        Matcher schemaInUrl = SCHEMA_IN_URL.matcher(url);
        this.schema = schemaInUrl.find() ? schemaInUrl.group(1) : null;
        database.setUrl(schemaInUrl.replaceAll(""));
    }

    /** Returns the URL of a schema, which is where all that belongs to one test is, in a database. */
    static String inSchema(String url, String schema) {
        return url + (url.contains("?") ? "&" : "?") + SCHEMA + schema;
    }

    /** Returns where the database is. */
    String url() {
        return url;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection idle = takeIdle();
        Connection connection = idle == null ? database.getConnection() : idle;
        if (schema != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET search_path TO " + schema);
            }
        }
        return lent(connection);
    }

    private @Nullable Connection takeIdle() throws SQLException {
        synchronized (IDLE) {
            for (Iterator<Idle> each = IDLE.descendingIterator(); each.hasNext(); ) {
                Idle idle = each.next();
                if (idle.url().equals(database.getUrl())) {
                    each.remove();
                    if (!idle.connection().isClosed()) {
                        return idle.connection();
                    }
                }
            }
        }
        return null;
    }

    private Connection lent(Connection connection) {
        boolean[] isClosed = {false};
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "close" -> {
                            if (!isClosed[0]) {
                                isClosed[0] = true;
                                giveBack(connection);
                            }
                            return null;
                        }
                        case "isClosed" -> {
                            return isClosed[0] || connection.isClosed();
                        }
                        case "equals" -> {
                            return proxy == arguments[0];
                        }
                        case "hashCode" -> {
                            return System.identityHashCode(proxy);
                        }
                        default -> {
                            if (isClosed[0]) {
                                throw new SQLException("This connection has been closed.", "08003");
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }
                    }
                });
    }

    private void giveBack(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            connection.setReadOnly(false);
            connection.clearWarnings();
            statement.execute("DISCARD ALL");
        } catch (SQLException e) { // it is broken, and not to be used again
            connection.close();
            return;
        }
        Connection tooMany = null;
        synchronized (IDLE) {
            IDLE.addLast(new Idle(database.getUrl(), connection));
            if (IDLE.size() > MOST_IDLE) {
                tooMany = IDLE.removeFirst().connection();
            }
        }
        if (tooMany != null) {
            tooMany.close();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return database.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() {
        return database.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        database.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) {
        database.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() {
        return database.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return database.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return database.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return database.isWrapperFor(type);
    }
}
