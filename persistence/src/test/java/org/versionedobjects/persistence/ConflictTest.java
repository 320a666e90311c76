package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // NullAway does not see that a Field<@Nullable T> takes null
@OnEveryEngine
class ConflictTest {
    private static final UUID TAKEN = UUID.fromString("5c1c0bd2-0000-4000-8000-000000000001");

    private final TestDatabase database;
    private final Repository<Consumer> consumers;

    ConflictTest(Engine engine) {
        this.database = new TestDatabase(engine);
        this.consumers = database.consumers;
    }

    private Consumer taken() {
        Consumer consumer = database.newConsumer();
        consumer.set(Consumer.UUID, TAKEN);
        return consumers.create(consumer);
    }

    // ---- duplicate ----

    @Test
    void duplicate_onCreate_namesFieldConstraintAndValue() {
        taken();
        Consumer second = database.newConsumer();
        second.set(Consumer.UUID, TAKEN);
        String before = TestDatabase.state(second);

        DuplicateConflict conflict = catchThrowableOfType(DuplicateConflict.class, () -> consumers.create(second));

        assertThat(conflict.kind()).isEqualTo(FailureKind.DUPLICATE);
        assertThat(conflict.table()).isEqualTo("consumers");
        assertThat(conflict.constraint()).contains("uniq_consumers0uuid");
        assertThat(conflict.fields()).containsExactly(Consumer.UUID);
        assertThat(conflict.isOn(Consumer.UUID)).isTrue();
        assertThat(conflict.isOn(Consumer.PROJECT)).isFalse();
        assertThat(conflict.values()).containsEntry(Consumer.UUID, TAKEN).hasSize(1);
        assertThat(conflict.object(Consumer.TYPE)).containsSame(second);
        assertThat(conflict.object(Project.TYPE)).isEmpty();
        assertThat(conflict.isRetryable()).isFalse();
        assertThat(conflict)
                .hasMessage(
                        "[DuplicateConflict] placement.Consumer 1.1 uuid=" + TAKEN + ": there is another one with uuid="
                                + TAKEN + ", against the constraint uniq_consumers0uuid of the table consumers")
                .hasCauseInstanceOf(java.sql.SQLException.class);
        assertThat(TestDatabase.state(second)).isEqualTo(before);
    }

    @Test
    void duplicate_onSave_leavesTheObjectAsDirtyAsBefore() {
        taken();
        Consumer second = database.savedConsumer();
        second.set(Consumer.UUID, TAKEN);
        second.set(Consumer.CONSUMER_TYPE_ID, 4L);
        String before = TestDatabase.state(second);

        DuplicateConflict conflict = catchThrowableOfType(DuplicateConflict.class, () -> consumers.save(second));

        assertThat(conflict.isOn(Consumer.UUID)).isTrue();
        assertThat(TestDatabase.state(second)).isEqualTo(before);
        assertThat(second.get(Consumer.GENERATION)).isZero();
    }

    @Test
    void duplicate_ofThePrimaryKey_isOnTheKey() {
        Project first = database.projects.create(Project.named("p"));
        Project second = Project.TYPE
                .with(Project.ID, first.get(Project.ID))
                .with(Project.EXTERNAL_ID, "q")
                .build();

        DuplicateConflict conflict = catchThrowableOfType(
                DuplicateConflict.class, () -> database.projects.keepKey().create(second));

        assertThat(conflict.fields()).containsExactly(Project.ID);
        assertThat(conflict.constraint()).isEmpty();
        assertThat(conflict)
                .hasMessageContaining("another one with id=1, against the primary key of the table projects");
    }

    @Test
    void duplicate_ofACompositeKey_isOnItsFields() {
        Membership first = Membership.TYPE
                .with(Membership.PROJECT, database.projects.create(Project.named("p")))
                .with(Membership.USER, database.users.create(User.named("u")))
                .build();
        database.memberships.create(first);
        Membership second = Membership.TYPE
                .with(Membership.PROJECT, first.get(Membership.PROJECT))
                .with(Membership.USER, first.get(Membership.USER))
                .build();

        DuplicateConflict conflict =
                catchThrowableOfType(DuplicateConflict.class, () -> database.memberships.create(second));

        assertThat(conflict.fields()).containsExactly(Membership.PROJECT, Membership.USER);
        assertThat(conflict).hasMessageContaining("placement.Membership 1.0 project=1, user=1: ");
    }

    @Test
    void duplicate_ofAnUndeclaredConstraint_saysSo() {
        database.execute("CREATE UNIQUE INDEX hidden ON consumers (consumer_type_id)");
        Consumer first = database.newConsumer();
        Consumer second = database.newConsumer();
        first.set(Consumer.CONSUMER_TYPE_ID, 1L);
        second.set(Consumer.CONSUMER_TYPE_ID, 1L);
        consumers.create(first);

        DuplicateConflict conflict = catchThrowableOfType(DuplicateConflict.class, () -> consumers.create(second));

        assertThat(conflict.fields()).isSubsetOf(Consumer.CONSUMER_TYPE_ID);
        assertThat(conflict.constraint()).isEmpty();
        assertThat(conflict)
                .hasMessageContaining("a constraint of the table consumers that the mapping does not declare");
    }

    @Test
    void duplicate_whoseValueLooksLikeAnotherConstraint_isNotMistaken() {
        database.execute("CREATE TABLE others (id ${generated}, external_id varchar(255), CONSTRAINT hidden UNIQUE"
                + " (external_id))");
        Table<Project> table = Table.of(Project.TYPE, "others")
                .generatedKey(Project.ID)
                .unique("uniq_projects0external_id", Project.ID)
                .build();
        Repository<Project> others = Store.of(database.jdbi, table).repository(table);
        others.create(Project.named("\"X.UNIQ_PROJECTS0EXTERNAL_ID ON PUBLIC.OTHERS("));

        DuplicateConflict conflict = catchThrowableOfType(
                DuplicateConflict.class,
                () -> others.create(Project.named("\"X.UNIQ_PROJECTS0EXTERNAL_ID ON PUBLIC.OTHERS(")));

        assertThat(conflict.constraint()).isEmpty();
    }

    // ---- concurrent update ----

    @Test
    void concurrentUpdate_knowsExpectedAndFoundGeneration() {
        Consumer mine = taken();
        Consumer other = database.loaded(mine);
        other.set(Consumer.CONSUMER_TYPE_ID, 1L);
        consumers.save(other);
        other.set(Consumer.CONSUMER_TYPE_ID, 2L);
        consumers.save(other);
        mine.set(Consumer.CONSUMER_TYPE_ID, 3L);
        String before = TestDatabase.state(mine);

        ConcurrentUpdateConflict conflict =
                catchThrowableOfType(ConcurrentUpdateConflict.class, () -> consumers.save(mine));

        assertThat(conflict.kind()).isEqualTo(FailureKind.CONCURRENT_UPDATE);
        assertThat(conflict.expectedGeneration()).hasValue(0);
        assertThat(conflict.foundGeneration()).hasValue(2);
        assertThat(conflict.isOn(Consumer.GENERATION)).isTrue();
        assertThat(conflict.values()).containsEntry(Consumer.GENERATION, 0L);
        assertThat(conflict.object(Consumer.TYPE)).containsSame(mine);
        assertThat(conflict)
                .hasMessage("[ConcurrentUpdateConflict] placement.Consumer 1.1 uuid=" + TAKEN
                        + ": expected generation 0 but found 2; load it again or use modify");
        assertThat(TestDatabase.state(mine)).isEqualTo(before);
        assertThat(database.loaded(mine).get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(2);
    }

    @Test
    void concurrentUpdate_takesOneStatementMore() {
        Consumer mine = database.savedConsumer();
        database.execute("UPDATE consumers SET generation = 7");
        mine.set(Consumer.USER, null);
        database.forget();

        assertThatThrownBy(() -> consumers.save(mine)).isInstanceOf(ConcurrentUpdateConflict.class);
        assertThat(database.statements).hasSize(2);
        assertThat(database.statements.get(1))
                .isEqualTo("SELECT generation FROM consumers WHERE id = ?"
                        + database.engine().refused());
    }

    @Test
    void concurrentUpdate_onDelete_keepsTheRow() {
        Consumer mine = database.savedConsumer();
        database.execute("UPDATE consumers SET generation = 7");

        ConcurrentUpdateConflict conflict =
                catchThrowableOfType(ConcurrentUpdateConflict.class, () -> consumers.delete(mine));

        assertThat(conflict.foundGeneration()).hasValue(7);
        assertThat(database.count("SELECT count(*) FROM consumers")).isEqualTo(1);
    }

    @Test
    void concurrentUpdate_withoutAFoundGeneration_saysNone() {
        Consumer mine = database.savedConsumer();
        database.execute("UPDATE consumers SET generation = NULL");
        mine.set(Consumer.USER, null);

        ConcurrentUpdateConflict conflict =
                catchThrowableOfType(ConcurrentUpdateConflict.class, () -> consumers.save(mine));

        assertThat(conflict.foundGeneration()).isEmpty();
        assertThat(conflict).hasMessageContaining("expected generation 0 but the row was changed meanwhile");
    }

    // ---- gone ----

    @Test
    void gone_onSaveDeleteAndRefresh() {
        Consumer mine = taken();
        consumers.delete(database.loaded(mine));
        mine.set(Consumer.USER, null);
        String before = TestDatabase.state(mine);

        GoneConflict conflict = catchThrowableOfType(GoneConflict.class, () -> consumers.save(mine));

        assertThat(conflict.kind()).isEqualTo(FailureKind.GONE);
        assertThat(conflict.isOn(Consumer.ID)).isTrue();
        assertThat(conflict.object(Consumer.TYPE)).containsSame(mine);
        assertThat(conflict)
                .hasMessage("[GoneConflict] placement.Consumer 1.1 uuid=" + TAKEN
                        + ": there is no such row in the table consumers any more");
        assertThatThrownBy(() -> consumers.delete(mine)).isInstanceOf(GoneConflict.class);
        assertThatThrownBy(() -> consumers.refresh(mine)).isInstanceOf(GoneConflict.class);
        assertThat(TestDatabase.state(mine)).isEqualTo(before);
    }

    @Test
    void gone_whereThereIsNoGeneration() {
        Project mine = database.projects.create(Project.named("p"));
        database.execute("DELETE FROM projects");
        mine.set(Project.EXTERNAL_ID, "q");

        assertThatThrownBy(() -> database.projects.save(mine))
                .isInstanceOf(GoneConflict.class)
                .hasMessageContaining("placement.Project 1.0 external_id='q': ");
    }

    // ---- others ----

    @Test
    void otherFailures_keepStateCauseAndObject() {
        Consumer consumer = database.newConsumer();
        database.execute("DROP TABLE consumers");
        String before = TestDatabase.state(consumer);

        StoreException thrown = catchThrowableOfType(StoreException.class, () -> consumers.create(consumer));

        assertThat(thrown.kind()).isEqualTo(FailureKind.NO_SUCH_TABLE_OR_COLUMN);
        assertThat(thrown.sqlState().isPresent() || thrown.vendorCode() != 0).isTrue();
        assertThat(thrown.isRetryable()).isFalse();
        assertThat(thrown).hasCauseInstanceOf(java.sql.SQLException.class);
        assertThat(TestDatabase.state(consumer)).isEqualTo(before);
    }

    @Test
    void aDatabaseThatCannotBeReached_isAStoreException() {
        Store store = Store.builder(new org.h2.jdbcx.JdbcDataSource())
                .tables(Tables.PROJECTS)
                .build();

        assertThatThrownBy(() -> store.repository(Tables.PROJECTS).create(Project.named("p")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no connection to the database could be opened");
    }

    // ---- secrets ----

    @Test
    void secrets_standInNoMessage() {
        database.credentials.create(Credential.of("one", "s3cret"));

        DuplicateConflict byToken = catchThrowableOfType(
                DuplicateConflict.class, () -> database.credentials.create(Credential.of("two", "s3cret")));
        DuplicateConflict byName = catchThrowableOfType(
                DuplicateConflict.class, () -> database.credentials.create(Credential.of("one", "s3cret2")));
        StoreException tooLong = catchThrowableOfType(
                StoreException.class,
                () -> database.credentials.create(Credential.of("three", "s3cret that is too long")));
        FailedTransactionException failed = catchThrowableOfType(
                FailedTransactionException.class,
                () -> database.store.write(
                        () -> assertThatThrownBy(() -> database.credentials.create(Credential.of("two", "s3cret")))));
        NotFoundException missing = catchThrowableOfType(
                NotFoundException.class, () -> database.credentials.require(Credential.TOKEN, "s3cret3"));

        assertThat(byToken.isOn(Credential.TOKEN)).isTrue();
        assertThat(byToken.values()).containsEntry(Credential.TOKEN, "***");
        assertThat(tooLong.kind()).isIn(FailureKind.OUT_OF_RANGE, FailureKind.CHECK);
        for (Throwable thrown : new Throwable[] {byToken, byName, tooLong, failed, missing}) {
            assertThat(thrown).isNotNull();
            assertThat(thrown).hasStackTraceContaining("");
            for (Throwable each = thrown; each != null; each = each.getCause()) {
                assertThat(String.valueOf(each)).doesNotContain("s3cret");
            }
        }
    }

    // ---- translating ----

    private static final class ConsumerExists extends RuntimeException {
        private static final long serialVersionUID = 1;

        ConsumerExists(Conflict conflict) {
            super("there is a consumer " + conflict.values().get(Consumer.UUID));
        }
    }

    @Test
    void translating_throwsTheApplicationsOwn_withTheConflictAsCause() {
        taken();
        Consumer second = database.newConsumer();
        second.set(Consumer.UUID, TAKEN);
        Repository<Consumer> own = consumers.translating(
                conflict -> conflict.isOn(Consumer.UUID) ? new ConsumerExists(conflict) : conflict);

        assertThatThrownBy(() -> own.create(second))
                .isInstanceOf(ConsumerExists.class)
                .hasMessage("there is a consumer " + TAKEN)
                .hasCauseInstanceOf(DuplicateConflict.class);
    }

    @Test
    void translating_letsPassWhatTheFunctionGivesBack() {
        Consumer mine = database.savedConsumer();
        database.execute("DELETE FROM consumers");
        mine.set(Consumer.USER, null);
        Repository<Consumer> own = consumers.translating(conflict -> conflict);

        assertThatThrownBy(() -> own.save(mine))
                .isInstanceOf(GoneConflict.class)
                .hasNoCause();
    }

    @Test
    void translating_leavesConflictsOfOtherTables() {
        Consumer mine = database.savedConsumer();
        database.projects.create(Project.named("p"));
        Repository<Consumer> own = consumers.translating(ConsumerExists::new);

        assertThatThrownBy(() -> own.modify(
                        Consumer.ID, mine.get(Consumer.ID), consumer -> database.projects.create(Project.named("p"))))
                .isInstanceOf(DuplicateConflict.class);
    }
}
