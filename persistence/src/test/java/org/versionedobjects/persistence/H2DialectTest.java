package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2DialectTest {
    private static Failure classified(String message, String state) {
        return new H2Dialect().classify(new SQLException(message, state), Attempted.of(Attempted.Operation.INSERT));
    }

    @Test
    void classify_readsIndexNamesOfOlderVersions() {
        Failure failure = classified(
                "Unique index or primary key violation: \"PUBLIC.UNIQ_CONSUMERS0UUID_INDEX_8 ON "
                        + "PUBLIC.CONSUMERS(UUID NULLS FIRST) VALUES ( /* 1 */ 'x' )\"; SQL statement: INSERT",
                "23505");

        assertThat(failure.constraints()).contains("UNIQ_CONSUMERS0UUID");
        assertThat(failure.table()).isEqualTo("CONSUMERS");
        assertThat(failure.primaryKey()).isFalse();
    }

    @Test
    void classify_readsPrimaryKeysOfOlderVersions() {
        assertThat(classified("Violation: \"PRIMARY KEY ON PUBLIC.T(ID) ( /* key:1 */ 1)\"", "23505")
                        .primaryKey())
                .isTrue();
        assertThat(classified("Violation: \"PUBLIC.PRIMARY_KEY_4 ON PUBLIC.T(ID)\"", "23505")
                        .primaryKey())
                .isTrue();
    }

    @Test
    void classify_ofAMessageItCannotRead_isADuplicateAllTheSame() {
        Failure failure = classified("something new", "23505");

        assertThat(failure.kind()).isEqualTo(FailureKind.DUPLICATE);
        assertThat(failure.constraints()).isEmpty();
    }

    /** Seen where a session was aborted while a check was evaluated. */
    @ParameterizedTest
    @CsvSource({"90098, CONNECTION_LOST", "57014, CANCELLED", "HYT00, LOCK_TIMEOUT", "22012, CHECK"})
    void classify_ofACheckThatCouldNotBeEvaluated_isWhatEndedIt(String cause, FailureKind kind) {
        SQLException check = new SQLException("Check constraint invalid: \"CK_SIZE: \"", "23514");
        check.initCause(new IllegalStateException(new SQLException("why", cause)));

        assertThat(new H2Dialect()
                        .classify(check, Attempted.of(Attempted.Operation.INSERT))
                        .kind())
                .isEqualTo(kind);
        assertThat(classified("Check constraint invalid: \"CK_SIZE: \"", "23514")
                        .kind())
                .isEqualTo(FailureKind.CHECK);
    }

    // ---- one of many values ----

    @Test
    void anyOf_takesWholeNumbersAsAnArray_andOthersOneByOne() {
        SqlText numbers = new SqlText(new H2Dialect());
        new H2Dialect().anyOf(numbers, "id", List.of(1L, 2L));
        SqlText texts = new SqlText(new H2Dialect());
        new H2Dialect().anyOf(texts, "name", List.of("a", "b"));

        assertThat(numbers.text()).isEqualTo("id = ANY (?)");
        assertThat(numbers.parameters()).containsExactly(new Object[] {new Object[] {1L, 2L}});
        assertThat(texts.text()).isEqualTo("name IN (?, ?)");
        assertThat(texts.parameters()).containsExactly("a", "b");
    }

    @Test
    void classify_knowsWhatMayPass() {
        assertThat(classified("deadlock", "40001").kind().isRetryable()).isTrue();
        assertThat(classified("lock timeout", "HYT00").kind().isRetryable()).isTrue();
        assertThat(classified("no table", "42S02").kind().isRetryable()).isFalse();
        assertThat(classified("nothing known", null).kind()).isEqualTo(FailureKind.OTHER);
    }

    /** H2 takes its language when it is loaded, so each needs a Java of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "ja", "fr"})
    void conflicts_areReadInAnyLanguage(String language) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=" + language,
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DuplicateInAnotherLanguage.class.getName()))
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output)
                .contains("create: [placement.Consumer.uuid] Optional[uniq_consumers0uuid]")
                .contains("save: [placement.Consumer.uuid] Optional[uniq_consumers0uuid]")
                .contains("key: [placement.Project.id] Optional.empty")
                .contains("missing: [test.Child.parent] Optional[fk_children0parent]")
                .contains("still: [test.Parent.id] Optional[fk_children0parent]")
                .contains("null: [test.Parent.name] Optional.empty")
                .contains("check: [test.Parent.size] Optional[ck_parents_size]")
                .contains("long: [test.Parent.name] Optional.empty")
                .contains("range: [test.Parent.size] Optional.empty");
        assertThat(output.lines().filter(line -> line.startsWith("first words: ")))
                .singleElement()
                .asString()
                .doesNotContain("Unique index");
    }

    /** Prints what conflicts are read as. */
    static final class DuplicateInAnotherLanguage {
        private DuplicateInAnotherLanguage() {}

        public static void main(String[] arguments) {
            TestDatabase database = new TestDatabase();
            Consumer first = database.savedConsumer();
            UUID uuid = first.get(Consumer.UUID);
            Consumer second = database.newConsumer();
            second.set(Consumer.UUID, uuid);
            print("create", () -> database.consumers.create(second));
            Consumer third = database.savedConsumer();
            third.set(Consumer.UUID, uuid);
            print("save", () -> database.consumers.save(third));
            Project project = Project.named("p");
            project.set(Project.ID, first.get(Consumer.PROJECT).get(Project.ID));
            print("key", () -> database.projects.keepKey().create(project));
            printOthers(database);
        }

        private static void printOthers(TestDatabase database) {
            database.execute(Parent.SCHEMA);
            Store store = Store.of(database.jdbi, Parent.TABLE, Parent.Child.TABLE);
            Repository<Parent> parents = store.repository(Parent.TABLE);
            Repository<Parent.Child> children = store.repository(Parent.Child.TABLE);
            Parent parent = parents.create(Parent.of(1, "one", 1));
            children.create(Parent.Child.of(1, parent));
            print("missing", () -> children.create(Parent.Child.of(2, Parent.of(9, "none", 1))));
            print("still", () -> parents.delete(parent));
            print("null", () -> parents.create(Parent.of(2, null, 1)));
            print("check", () -> parents.create(Parent.of(2, "two", 1_000)));
            print("long", () -> parents.create(Parent.of(2, "x".repeat(11), 1)));
            print("range", () -> parents.create(Parent.of(2, "two", 3_000_000_000L)));
        }

        private static void print(String what, Runnable conflict) {
            try {
                conflict.run();
            } catch (Conflict e) {
                System.out.println(what + ": " + e.fields() + " " + e.constraint());
                if (what.equals("key")) {
                    System.out.println("first words: "
                            + String.valueOf(e.getCause()).lines().findFirst().orElse(""));
                }
            }
        }
    }
}
