package org.versionedobjects.benchmarks.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/**
 * The PostgreSQL server: that of the system property {@code versionedobjects.postgresql.url}, of a user who may create
 * schemas, or else one that the build brings along, started once.
 */
final class Server {
    private Server() {}

    /** Returns the URL of one of its databases. */
    static String url() {
        return Started.URL;
    }

    private static final class Started {
        private static final String URL = address();

        private static String address() {
            String given = System.getProperty("versionedobjects.postgresql.url", "");
            return given.isEmpty() ? start() : given;
        }

        private static String start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                return server.getJdbcUrl("postgres", "postgres");
            } catch (IOException | RuntimeException e) {
                throw new IllegalStateException(
                        "PostgreSQL could not be started. It runs on Linux (x86-64) and, as root, needs `unshare`; or name"
                                + " a server with -Dversionedobjects.postgresql.url=jdbc:postgresql://…/postgres?user=…",
                        e);
            }
        }
    }
}
