package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store on a data source, which makes no handle for what needs none. */
@OnEveryEngine
class PlainConnectionTest {
    private final TestDatabase database;
    private boolean autoCommit = true;
    private boolean failing;
    private boolean broken;
    private boolean failingToClose;
    private int open;
    private int opened;
    private Repository<User> users;
    private Store store;

    PlainConnectionTest(Engine engine) {
        this.database = new TestDatabase(engine);
    }

    @BeforeEach
    void makeAStore() {
        store = Store.builder(proxy(DataSource.class, database.unwatched()))
                .tables(Tables.USERS)
                .build();
        users = store.repository(Tables.USERS);
    }

    @SuppressWarnings("unchecked") // a proxy of the interface that was asked for
    private <T> T proxy(Class<T> as, Object target) {
        return (T) Proxy.newProxyInstance(as.getClassLoader(), new Class<?>[] {as}, (self, method, arguments) -> {
            if (broken) {
                throw new IllegalStateException("it was never set up");
            }
            if (method.getName().equals("getConnection") && failing) {
                throw new SQLException("no more of them", "08001");
            }
            boolean isClose = method.getName().equals("close");
            if (isClose && failingToClose) {
                ((Connection) target).close();
                throw new SQLException("it does not end", "08006");
            }
            try {
                Object result = method.invoke(target, arguments);
                if (method.getName().equals("getConnection") && target instanceof DataSource) {
                    ((Connection) result).setAutoCommit(autoCommit);
                    open++;
                    opened++;
                    return proxy(Connection.class, result);
                }
                open -= isClose ? 1 : 0;
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    @Test
    void aCall_takesOneConnection_andGivesItBack() {
        User user = users.create(User.named("one"));
        assertThat(opened).isEqualTo(1);

        assertThat(users.require(User.ID, user.get(User.ID)).get(User.EXTERNAL_ID))
                .isEqualTo("one");

        assertThat(opened).isEqualTo(2);
        assertThat(open).isZero();
    }

    @Test
    void aCallThatFails_givesTheConnectionBack() {
        users.create(User.named("one"));

        assertThatThrownBy(() -> users.create(User.named("one"))).isInstanceOf(DuplicateConflict.class);

        assertThat(open).isZero();
        assertThat(users.query().count()).isEqualTo(1);
    }

    @Test
    void ownStatements_haveAHandle() {
        users.create(User.named("one"));

        long count = store.withHandle(handle -> handle.createQuery("SELECT count(*) FROM users")
                .mapTo(Long.class)
                .one());

        assertThat(count).isEqualTo(1);
        assertThat(users.mapped(handle -> handle.createQuery("SELECT * FROM users")))
                .hasSize(1);
        assertThat(open).isZero();
    }

    @Test
    void aConnectionInATransaction_isNotWrittenOn_butRead() {
        User user = users.create(User.named("one"));
        autoCommit = false;

        assertThatThrownBy(() -> users.create(User.named("two")))
                .isInstanceOf(TransactionRefusedException.class)
                .hasMessageContaining("something else began");

        assertThat(users.require(User.ID, user.get(User.ID)).get(User.EXTERNAL_ID))
                .isEqualTo("one");
    }

    @Test
    void whatCannotBeOpened_isTold() {
        failing = true;

        assertThatThrownBy(() -> users.query().list())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no connection to the database could be opened: no more of them")
                .hasCauseInstanceOf(SQLException.class);
    }

    @Test
    void whatADataSourceThrows_isTold_whateverItIs() {
        broken = true;

        assertThatThrownBy(() -> users.query().list())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no connection to the database could be opened")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasWritten_isWritten_whetherTheConnectionCanBeClosedOrNot() {
        failingToClose = true;

        User user = users.create(User.named("one"));

        assertThat(user.hasChanges()).isFalse();
        assertThat(users.query().count()).isEqualTo(1);
    }
}
