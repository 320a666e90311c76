package org.versionedobjects.examples.placement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a schema up to date: with the migrations that all databases share, in the types of this one, and with its own.
 * {@code db/placement} has a folder for each database, called as that calls itself.
 */
final class Migrations {
    private static final String FOLDER = "db/placement/";

    private Migrations() {}

    /**
     * Migrates a database.
     *
     * @throws IllegalArgumentException if there is no folder for it
     */
    static void run(DataSource database) {
        String own = FOLDER + product(database).toLowerCase(Locale.ROOT);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:" + FOLDER + "common", "classpath:" + own)
                .placeholders(types(own + "/types.properties"))
                .load()
                .migrate();
    }

    private static String product(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not say what it is", e);
        }
    }

    private static Map<String, String> types(String resource) {
        try (InputStream file = Migrations.class.getClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalArgumentException("There are no migrations for the database: no " + resource);
            }
            Properties properties = new Properties();
            properties.load(file);
            Map<String, String> types = new HashMap<>();
            properties.stringPropertyNames().forEach(name -> types.put(name, properties.getProperty(name)));
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
