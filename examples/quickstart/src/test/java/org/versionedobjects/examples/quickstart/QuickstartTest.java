package org.versionedobjects.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.versionedobjects.InvalidValueException;

class QuickstartTest {
    private static final String CONSUMER = """
        {"versioned_object.name": "Consumer", "versioned_object.namespace": "placement", \
        "versioned_object.version": "1.0", "versioned_object.data": {"uuid": "%s", "project": \
        {"versioned_object.name": "Project", "versioned_object.namespace": "placement", \
        "versioned_object.version": "1.0", "versioned_object.data": {"external_id": "zebra"}}, "user": \
        {"versioned_object.name": "User", "versioned_object.namespace": "placement", \
        "versioned_object.version": "1.0", "versioned_object.data": {"external_id": "zoe"}}}}
        {"versioned_object.name": "User", "versioned_object.namespace": "placement", \
        "versioned_object.version": "1.0", "versioned_object.data": {"external_id": "zack"}}
        """;

    @TempDir
    Path folder;

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("quickstart");
    }

    private static String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Quickstart.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("mine.jsonl"), text);
    }

    @Test
    void run_tellsEveryStepAndEndsWithDone() {
        String story = run("--url", url());

        assertThat(story)
                .contains(
                        "Consumer 1.1{consumer_type_id=1, project=Project, user=User, uuid=8a9bcb1e",
                        "Project 1.0{external_id='acme', id=1}",
                        "ConsumerExists: the consumer 8a9bcb1e",
                        "made from DUPLICATE: field uuid, constraint uniq_consumers0uuid, value 8a9bcb1e",
                        "before User 1.0{external_id='alice'",
                        "after  User 1.0{external_id='bob'",
                        "generation 0 → 1",
                        "clean   true",
                        "expected 1, found 2; still dirty: placement.Consumer 1.1{consumer_type_id: 1 → 2}",
                        "[GoneConflict] placement.Consumer 1.1 uuid=")
                .endsWith("\nDone: every step did what it says.\n");
    }

    @Test
    void run_showsTheOlderPeerTheSameObjectWithoutWhatCameLater() {
        String story = run("--url", url());

        assertThat(line(story, "at 1.1:")).contains("\"versioned_object.version\":\"1.1\"", "\"consumer_type_id\":2");
        assertThat(line(story, "at 1.0:"))
                .contains("\"versioned_object.name\":\"Consumer\"", "\"versioned_object.version\":\"1.0\"")
                .doesNotContain("consumer_type_id");
        assertThat(line(story, "read back by 1.1:")).contains("Consumer 1.1{").doesNotContain("consumer_type_id");
    }

    private static String line(String story, String start) {
        return story.lines()
                .filter(line -> line.strip().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void run_canRunAgainOnTheSameDatabase() {
        run("--url", url(), "--user", "placement", "--password", "secret");

        assertThat(run("--url", url(), "--user", "placement", "--password", "secret"))
                .endsWith("Done: every step did what it says.\n");
    }

    @Test
    void run_wrongPassword_fails() {
        run("--url", url(), "--user", "placement", "--password", "secret");

        assertThatThrownBy(() -> run("--url", url(), "--user", "placement", "--password", "wrong"))
                .hasStackTraceContaining("Wrong user name or password");
    }

    @Test
    void run_readsTheFileThatIsGiven() throws Exception {
        Path mine = file(CONSUMER.formatted("11111111-2222-3333-4444-555555555555"));

        assertThat(run("--url", url(), mine.toString()))
                .contains("Read 2 envelopes from " + mine, "external_id='zoe'", "the consumer 11111111-2222")
                .endsWith("Done: every step did what it says.\n");
    }

    @Test
    void run_badEnvelope_saysWhatIsWrongAndWritesNothing() throws Exception {
        Path mine = file(CONSUMER.formatted("not-a-uuid"));

        assertThatThrownBy(() -> run("--url", url(), mine.toString()))
                .hasCauseInstanceOf(InvalidValueException.class)
                .hasMessageContaining(
                        "mine.jsonl, line 1: [InvalidValue] placement.Consumer 1.1 at uuid: expected a UUID but was \"not-a-uuid\"");
        assertThat(folder).isDirectoryNotContaining("glob:**quickstart*");
    }

    @Test
    void run_withoutConsumerInTheFile_saysWhatIsNeeded() throws Exception {
        Path mine = file(CONSUMER.lines().skip(1).findFirst().orElseThrow());

        assertThatThrownBy(() -> run("--url", url(), mine.toString()))
                .hasMessageContaining("has no envelope of a placement.Consumer");
    }

    @Test
    void options_unknownOnes_sayTheUsage() {
        assertThatThrownBy(() -> Options.parse("--port", "1"))
                .hasMessage("\"--port\" was not expected; " + Options.USAGE);
        assertThatThrownBy(() -> Options.parse("--url")).hasMessage("--url has no value; " + Options.USAGE);
        assertThatThrownBy(() -> run("--url", "jdbc:postgresql://localhost/x")).hasMessageContaining("H2 only");
    }
}
