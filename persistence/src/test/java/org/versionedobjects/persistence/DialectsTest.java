package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class DialectsTest {
    @Test
    void otherDatabases_areRefusedByName() {
        DatabaseMetaData metaData = proxy(DatabaseMetaData.class, "Oracle");
        DataSource dataSource = proxy(DataSource.class, proxy(Connection.class, metaData));
        Store store =
                Store.builder(Jdbi.create(dataSource)).tables(Tables.PROJECTS).build();

        assertThatThrownBy(() -> store.repository(Tables.PROJECTS).find(Project.EXTERNAL_ID, "p"))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "[Store] the database is Oracle, but only these are supported: H2, PostgreSQL, MariaDB, SQLite");
    }

    /** A driver that gives the same answer to all that it is asked, where that fits. */
    private static <T> T proxy(Class<T> as, Object answer) {
        return as.cast(Proxy.newProxyInstance(as.getClassLoader(), new Class<?>[] {as}, (self, method, arguments) -> {
            if (method.getReturnType() == boolean.class) {
                return false;
            }
            return method.getReturnType().isInstance(answer) ? answer : null;
        }));
    }
}
