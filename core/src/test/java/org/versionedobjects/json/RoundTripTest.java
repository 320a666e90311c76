package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Field;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.VersionedObject;

/**
 * Laws of reading and writing on random objects. A failure names its seed; {@code -Dversionedobjects.seed=N} runs that
 * one alone.
 */
class RoundTripTest {
    private static final int ROUNDS = 1_000;
    private static final ObjectCodec CODEC = Sample.CODEC;
    private static final VersionManifest[] PEERS = {
        VersionManifest.of("Consumer", "1.0").with("Project", "1.0"),
        VersionManifest.of("Consumer", "1.1").with("Project", "1.2"),
        VersionManifest.of("Consumer", "1.2").with("Project", "1.1"),
        VersionManifest.of("Consumer", "1.9").with("Project", "1.9")
    };

    private static void forRandomObjects(Consumer<Sample.Consumer> law) {
        Long only = Long.getLong("versionedobjects.seed");
        long first = only == null ? 1 : only;
        long last = only == null ? ROUNDS : only;
        for (long seed = first; seed <= last; seed++) {
            Sample.Consumer object = new RandomObjects(new Random(seed)).consumer(3);
            try {
                law.accept(object);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with -Dversionedobjects.seed=" + seed + " and " + object, e);
            }
        }
    }

    @Test
    void whatIsRead_isWhatWasWritten() {
        forRandomObjects(object -> {
            String json = CODEC.toJson(object);
            VersionedObject read = CODEC.fromJson(json);

            assertThat(CODEC.toJson(read)).isEqualTo(json);
            assertThat(read).hasToString(object.toString());
            assertThat(read.changes().fields()).isEqualTo(object.changes().fields());
        });
    }

    @Test
    void plainMaps_sayWhatTheJsonSays() {
        forRandomObjects(object -> {
            VersionedObject read = CODEC.fromPrimitive(CODEC.toPrimitive(object));

            assertThat(CODEC.toJson(read)).isEqualTo(CODEC.toJson(object));
        });
    }

    @Test
    void writing_changesNothing() {
        forRandomObjects(object -> {
            String before = object + object.changes().toString();
            CODEC.forPeer(PEERS[0]).toJson(object);

            assertThat(object + object.changes().toString()).isEqualTo(before);
        });
    }

    @Test
    void downgradeAndUpgrade_loseOnlyWhatCameLater() {
        forRandomObjects(object -> {
            for (VersionManifest peer : PEERS) {
                ObjectCodec older = CODEC.forPeer(peer);
                String json = older.toJson(object);
                Sample.Consumer read = CODEC.fromJson(Sample.Consumer.TYPE, json);

                assertThat(older.toJson(read)).isEqualTo(json);
                assertOnlyLaterFieldsAreLost(object, read);
            }
        });
    }

    private static void assertOnlyLaterFieldsAreLost(VersionedObject object, VersionedObject read) {
        for (Field<?> field : object.objectType().fields()) {
            boolean later =
                    object.objectType().since(field).isAfter(read.readVersion().orElseThrow());
            assertThat(read.isSet(field)).as(field.name()).isEqualTo(object.isSet(field) && !later);
        }
    }
}
