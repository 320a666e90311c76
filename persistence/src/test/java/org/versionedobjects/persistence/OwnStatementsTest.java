package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** SQL of the application's own in the store's transactions. */
@OnEveryEngine
class OwnStatementsTest {
    private final TestDatabase database;

    OwnStatementsTest(Engine engine) {
        this.database = new TestDatabase(engine);
    }

    private int insert(String user) {
        return database.store.withHandle(handle -> handle.execute("INSERT INTO users (external_id) VALUES (?)", user));
    }

    private long users() {
        return database.count("SELECT count(*) FROM users");
    }

    @Test
    void theyAreInTheTransaction_thatIsOpen() {
        assertThatThrownBy(() -> database.store.write(() -> {
                    insert("own");
                    assertThat(database.users.find(User.EXTERNAL_ID, "own")).isPresent();
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        assertThat(users()).isZero();

        insert("alone");
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void whatTheDatabaseRefuses_isOneOfTheKnownKinds_andFailsTheTransaction() {
        insert("twice");

        assertThatThrownBy(() -> insert("twice"))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.DUPLICATE));
        assertThatThrownBy(() -> database.store.withHandle(handle -> handle.execute("DELETE FROM nowhere")))
                .isInstanceOf(NoSuchTableOrColumnException.class);
        assertThatThrownBy(() -> database.store.write(() -> {
                    insert("other");
                    assertThatThrownBy(() -> insert("twice")).isInstanceOf(StoreException.class);
                }))
                .isInstanceOf(FailedTransactionException.class);
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void whatTheApplicationThrows_passes() {
        assertThatThrownBy(() -> database.store.withHandle(handle -> {
                    throw new java.io.IOException("own");
                }))
                .isInstanceOf(java.io.IOException.class);
    }
}
