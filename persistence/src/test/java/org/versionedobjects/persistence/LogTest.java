package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTest {
    @Test
    void statementsAreLogged_valuesNever() throws Exception {
        assertThat(output(Logged.class, "trace"))
                .contains("INSERT INTO credentials (name, token) VALUES (?, ?)")
                .contains("UPDATE credentials SET token = ? WHERE name = ?")
                .contains("DuplicateConflict")
                .contains("CheckConflict")
                .doesNotContain("s3cret")
                .doesNotContain("f1rst");
    }

    @Test
    void fieldsLoadedForOneObjectAtATime_areWarnedOf() throws Exception {
        assertThat(output(OneAtATime.class, "warn").lines().filter(line -> line.contains("WARN")))
                .singleElement()
                .asString()
                .contains(
                        "loaded lazily for one object at a time: placement.Consumer.project 10 times. Load them with");
    }

    /** The level of a log is set when it is loaded, so it takes a Java of its own. */
    private static String output(Class<?> program, String level) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.slf4j.simpleLogger.log.org.versionedobjects=" + level,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        program.getName()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** Loads two fields lazily, one of them often enough. */
    static final class OneAtATime {
        private OneAtATime() {}

        public static void main(String[] arguments) {
            TestDatabase database = new TestDatabase();
            Consumer saved = database.savedConsumer();
            Repository<Consumer> lazy = database.consumers.withoutReferences().lazily();
            for (int i = 0; i < 11; i++) {
                Consumer consumer = lazy.require(Consumer.UUID, saved.get(Consumer.UUID));
                consumer.get(Consumer.PROJECT);
                if (i < 9) {
                    consumer.get(Consumer.USER);
                }
            }
        }
    }

    /** Does what is logged, and prints what is thrown. */
    static final class Logged {
        private Logged() {}

        public static void main(String[] arguments) {
            TestDatabase database = new TestDatabase();
            database.execute("ALTER TABLE credentials ALTER COLUMN token varchar(99)");
            Credential credential = database.credentials.create(Credential.of("f1rst", "s3cret"));
            credential.set(Credential.TOKEN, "s3cret2");
            database.credentials.save(credential);
            database.credentials.find(Credential.TOKEN, "s3cret2");
            print(() -> database.credentials.create(Credential.of("second", "s3cret2")));
            print(() -> database.credentials.create(Credential.of("third", "s3cret".repeat(5))));
        }

        private static void print(Runnable failing) {
            try {
                failing.run();
            } catch (StoreException e) {
                System.out.println(com.google.common.base.Throwables.getStackTraceAsString(e));
            }
        }
    }
}
