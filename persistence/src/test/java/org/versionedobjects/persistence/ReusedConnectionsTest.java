package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class ReusedConnectionsTest {
    @Test
    void schema_isAParameterMore_orTheFirst() {
        assertThat(ReusedConnections.inSchema("jdbc:postgresql://db/app", "s1"))
                .isEqualTo("jdbc:postgresql://db/app?currentSchema=s1");
        assertThat(ReusedConnections.inSchema("jdbc:postgresql://db/app?user=me", "s1"))
                .isEqualTo("jdbc:postgresql://db/app?user=me&currentSchema=s1");
    }

    @Test
    void urlWithoutOtherParameters_isThatOfTheSameDatabase() throws SQLException {
        String url = "jdbc:postgresql://db/app";

        assertThat(databaseOf(ReusedConnections.inSchema(url, "s1"))).isEqualTo(databaseOf(url));
        assertThat(databaseOf(url + "?currentSchema=s1&user=me")).isEqualTo(databaseOf(url + "?user=me"));
    }

    private static String databaseOf(String url) throws SQLException {
        return new ReusedConnections(url).unwrap(PGSimpleDataSource.class).getUrl();
    }

    @Test
    void connection_isInTheSchemaOfItsUrl() throws SQLException {
        String url = Engine.POSTGRESQL.newUrl();
        String schema = url.substring(url.lastIndexOf('=') + 1);
        String first = url.replace("&currentSchema=" + schema, "").replace("?", "?currentSchema=" + schema + "&");

        for (String each : new String[] {url, first}) {
            try (Connection connection = Engine.POSTGRESQL.at(each).getConnection()) {
                assertThat(connection.getSchema()).isEqualTo(schema);
            }
        }
    }
}
