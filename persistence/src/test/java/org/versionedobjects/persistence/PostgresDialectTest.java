package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

/** What only PostgreSQL has. */
class PostgresDialectTest {
    private final TestDatabase database = new TestDatabase(Engine.POSTGRESQL);

    @Test
    void secrets_standInNoMessageOfAConstraintThatIsCheckedAtCommit() {
        database.execute("ALTER TABLE credentials DROP CONSTRAINT uniq_credentials0token");
        database.execute("ALTER TABLE credentials ADD CONSTRAINT late UNIQUE (token) DEFERRABLE INITIALLY DEFERRED");
        database.credentials.create(Credential.of("one", "s3cret"));

        StoreException thrown = catchThrowableOfType(
                StoreException.class,
                () -> database.store.write(() -> database.credentials.create(Credential.of("two", "s3cret"))));

        assertThat(thrown.kind()).isEqualTo(FailureKind.DUPLICATE);
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            assertThat(String.valueOf(each)).doesNotContain("s3cret");
        }
        assertThat(database.count("SELECT COUNT(*) FROM credentials")).isEqualTo(1);
    }

    @Test
    void aConstraintThatIsCheckedAtCommit_isToldWithItsText_whereNothingIsSecret() {
        database.execute("ALTER TABLE projects DROP CONSTRAINT uniq_projects0external_id");
        database.execute("ALTER TABLE projects ADD CONSTRAINT late UNIQUE (external_id) DEFERRABLE INITIALLY DEFERRED");
        database.projects.create(Project.named("one"));

        StoreException thrown = catchThrowableOfType(
                StoreException.class, () -> database.store.write(() -> database.projects.create(Project.named("one"))));

        assertThat(thrown).hasMessageContaining("late");
    }
}
