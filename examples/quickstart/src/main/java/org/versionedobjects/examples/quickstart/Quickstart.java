package org.versionedobjects.examples.quickstart;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.versionedobjects.Changes;
import org.versionedobjects.Field;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.persistence.ConcurrentUpdateConflict;
import org.versionedobjects.persistence.Conflict;
import org.versionedobjects.persistence.GoneConflict;
import org.versionedobjects.persistence.Saved;

/** The main job, step by step, on a real database; each step checks what it tells. */
public final class Quickstart {
    private final ObjectCodec codec = ObjectCodec.of(QuickstartTypes.REGISTRY);
    private final PlacementStore placement;
    private final EnvelopeFile file;
    private final Story story;

    private Quickstart(Options options, PrintStream out) {
        story = new Story(out);
        file = EnvelopeFile.read(options.envelopes(), codec);
        placement = PlacementStore.open(dataSource(options));
    }

    private static JdbcDataSource dataSource(Options options) {
        if (!options.url().startsWith("jdbc:h2:")) {
            throw new IllegalArgumentException("This version speaks to H2 only, not to " + options.url()
                    + "; give a URL that starts with jdbc:h2:");
        }
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(options.url());
        database.setUser(options.user());
        database.setPassword(options.password());
        return database;
    }

    /** Runs the job; {@link Options#USAGE} says what it takes. */
    public static void main(String... arguments) {
        run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments);
    }

    static void run(PrintStream out, String... arguments) {
        new Quickstart(Options.parse(arguments), out).run();
    }

    private void run() {
        Consumer read = readEnvelopes();
        Consumer consumer = create(read);
        createAgain(consumer);
        replaceUser(consumer.uuid());
        saveTwoCopies(consumer.uuid());
        saveAfterDelete(consumer);
        Consumer current = placement.consumers.require(Consumer.UUID, consumer.uuid());
        sendToOlderPeer(current);
        placement.consumers.delete(current);
        story.end();
    }

    private Consumer readEnvelopes() {
        story.chapter("Read " + file.objects().size() + " envelopes from " + file.name() + ", as oslo writes them");
        file.objects().forEach(object -> story.tell(object + " changed: " + names(object.changes())));
        return file.first(Consumer.TYPE);
    }

    private Consumer create(Consumer read) {
        story.chapter("Create project, user and consumer");
        placement.consumers.find(Consumer.UUID, read.uuid()).ifPresent(this::removeLeftOver);
        Project project = placement.ensure(read.get(Consumer.PROJECT));
        User user = placement.ensure(read.get(Consumer.USER));
        read.set(Consumer.PROJECT, project);
        read.set(Consumer.USER, user);
        Consumer created = placement.consumers.create(read);
        story.tell(project.toString());
        story.tell(user.toString());
        story.tell(created.toString());
        story.check(created.isSet(Consumer.ID) && created.generation() == 0, "id and generation came back");
        story.check(!created.hasChanges(), "what was created is clean");
        return created;
    }

    private void removeLeftOver(Consumer leftOver) {
        placement.consumers.delete(leftOver);
        story.tell("removed what an earlier run left: " + leftOver);
    }

    private void createAgain(Consumer consumer) {
        story.chapter("Create a second one with the same uuid");
        Consumer second = Consumer.TYPE
                .with(Consumer.UUID, consumer.uuid())
                .with(Consumer.PROJECT, consumer.get(Consumer.PROJECT))
                .with(Consumer.USER, consumer.get(Consumer.USER))
                .build();
        try {
            placement.consumers.create(second);
            story.check(false, "a second consumer of one uuid is refused");
        } catch (ConsumerExists e) {
            story.tell("ConsumerExists: " + e.getMessage());
            story.tell("made from " + e.conflict().kind() + ": field " + names(e.conflict()) + ", constraint "
                    + e.conflict().constraint().orElse("unknown") + ", value "
                    + e.conflict().values().get(Consumer.UUID));
            story.check(!second.isSet(Consumer.ID) && second.hasChanges(), "the refused one is as before");
        }
    }

    private void replaceUser(UUID uuid) {
        User bob = placement.ensure(file.first(User.TYPE));
        story.chapter("Load it by uuid, with project and user in one statement; replace the user; save");
        Consumer consumer = placement.consumers.require(Consumer.UUID, uuid);
        story.tell("loaded  " + consumer);
        consumer.set(Consumer.USER, bob);
        Changes changes = consumer.changes();
        for (Field<?> field : changes.fields()) {
            story.tell(
                    "changed " + field.name() + ": before " + changes.before().get(field));
            story.tell("        " + " ".repeat(field.name().length()) + "  after  "
                    + changes.after().get(field));
        }
        long before = consumer.generation();
        Saved saved = placement.consumers.save(consumer);
        story.tell("written " + Consumer.USER.name() + ", and with it as in every save "
                + Consumer.GENERATION.name() + " " + before + " → " + consumer.generation() + " and "
                + Consumer.UPDATED_AT.name());
        story.tell("clean   " + !consumer.hasChanges());
        story.check(
                saved.fields().equals(List.of(Consumer.USER, Consumer.GENERATION, Consumer.UPDATED_AT)),
                "of what was changed one column was written");
        story.check(consumer.generation() == before + 1 && !consumer.hasChanges(), "the generation moved; it is clean");
    }

    private void saveTwoCopies(UUID uuid) {
        story.chapter("Two copies of it, both changed, both saved");
        Consumer mine = placement.consumers.require(Consumer.UUID, uuid);
        Consumer theirs = placement.consumers.require(Consumer.UUID, uuid);
        theirs.set(Consumer.USER, placement.ensure(file.first(Consumer.TYPE).get(Consumer.USER)));
        placement.consumers.save(theirs);
        mine.set(Consumer.CONSUMER_TYPE_ID, 2L);
        String dirty = mine.changes().toString();
        try {
            placement.consumers.save(mine);
            story.check(false, "the second save is refused");
        } catch (ConcurrentUpdateConflict e) {
            story.tell(e.getMessage());
            story.tell("expected " + e.expectedGeneration().orElseThrow() + ", found "
                    + e.foundGeneration().orElseThrow() + "; still dirty: " + mine.changes());
            story.check(mine.changes().toString().equals(dirty), "the refused one is as dirty as before");
        }
        Consumer modified = placement.consumers.modify(
                Consumer.UUID, uuid, consumer -> consumer.set(Consumer.CONSUMER_TYPE_ID, 2L));
        story.tell("modify loads, changes and saves in one: " + modified);
        story.check(modified.generation() == theirs.generation() + 1, "modify saved on top of the other's change");
    }

    private void saveAfterDelete(Consumer like) {
        story.chapter("Save a consumer that somebody deleted meanwhile");
        Consumer other = placement.consumers.create(Consumer.TYPE
                .with(Consumer.UUID, UUID.randomUUID())
                .with(Consumer.PROJECT, like.get(Consumer.PROJECT))
                .with(Consumer.USER, like.get(Consumer.USER))
                .build());
        placement.consumers.delete(placement.consumers.require(Consumer.UUID, other.uuid()));
        other.set(Consumer.CONSUMER_TYPE_ID, 1L);
        try {
            placement.consumers.save(other);
            story.check(false, "a save of a deleted row is refused");
        } catch (GoneConflict e) {
            story.tell(e.getMessage());
            story.check(other.isChanged(Consumer.CONSUMER_TYPE_ID), "the refused one is as dirty as before");
        }
    }

    private void sendToOlderPeer(Consumer consumer) {
        story.chapter("Send it to peers");
        String current = codec.toJson(consumer);
        VersionManifest older =
                VersionManifest.of("Consumer", "1.0").with("Project", "1.0").with("User", "1.0");
        String downgraded = codec.forPeer(older).toJson(consumer);
        story.tell("at 1.1: " + current);
        story.tell("for a peer that reads " + older + ":");
        story.tell("at 1.0: " + downgraded);
        story.check(
                current.contains("consumer_type_id") && !downgraded.contains("consumer_type_id"),
                "1.0 has no consumer_type_id");
        Consumer back = codec.fromJson(Consumer.TYPE, downgraded);
        story.tell("read back by 1.1: " + back);
        story.check(
                back.uuid().equals(consumer.uuid()) && !back.isSet(Consumer.CONSUMER_TYPE_ID),
                "what came later is unset");
    }

    private static String names(Changes changes) {
        return String.join(", ", changes.fields().stream().map(Field::name).toList());
    }

    private static String names(Conflict conflict) {
        return String.join(", ", conflict.fields().stream().map(Field::name).toList());
    }
}
