package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTest {
    /** The level of a log is set when it is loaded, so it takes a Java of its own. */
    @Test
    void statementsAreLogged_valuesNever() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.slf4j.simpleLogger.log.org.versionedobjects=trace",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Logged.class.getName()))
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output)
                .contains("INSERT INTO credentials (name, token) VALUES (?, ?)")
                .contains("UPDATE credentials SET token = ? WHERE name = ?")
                .contains("DuplicateConflict")
                .contains("CheckConflict")
                .doesNotContain("s3cret")
                .doesNotContain("f1rst");
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
