package org.versionedobjects.benchmarks.database;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that the races are run on. */
enum Engine {
    /** In the memory of this JVM, so that all its work is this thread's. */
    H2("H2") {
        @Override
        void configure(HikariConfig pool, String name) {
            pool.setJdbcUrl("jdbc:h2:mem:" + name);
        }

        @Override
        void drop(String name) {
            // it goes with its last connection
        }
    },

    /** A server on this machine. */
    POSTGRESQL("PostgreSQL") {
        @Override
        void configure(HikariConfig pool, String name) throws SQLException {
            onServer("CREATE SCHEMA " + name);
            pool.setJdbcUrl(Server.url());
            pool.setSchema(name);
        }

        @Override
        void drop(String name) throws SQLException {
            onServer("DROP SCHEMA " + name + " CASCADE");
        }
    };

    private static final AtomicInteger LAST = new AtomicInteger();

    private final String text;

    Engine(String text) {
        this.text = text;
    }

    /** Returns the word for it in tables. */
    String text() {
        return text;
    }

    /** Has a pool open connections to an empty schema of a new name. */
    abstract void configure(HikariConfig pool, String name) throws SQLException;

    /** Removes a schema, to which no connection is open any more. */
    abstract void drop(String name) throws SQLException;

    static String newName() {
        return "benchmark_" + ProcessHandle.current().pid() + "_" + LAST.incrementAndGet();
    }

    private static void onServer(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(Server.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
