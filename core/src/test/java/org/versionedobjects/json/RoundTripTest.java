package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Field;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.Sample.Project;
import org.versionedobjects.types.Timestamps;

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
            Sample.Consumer object = new Objects(new Random(seed)).consumer(3);
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

    /** Makes objects of which each field is unset, null where it may be, or a value; some are dirty. */
    private record Objects(Random random) {
        Sample.Consumer consumer(int depth) {
            Sample.Consumer object = new Sample.Consumer();
            maybe(object, Sample.Consumer.ID, Random::nextLong);
            maybe(object, Sample.Consumer.UUID, each -> new UUID(each.nextLong(), each.nextLong()));
            maybe(object, Sample.Consumer.PROJECT, each -> each.nextBoolean() ? null : project());
            maybe(object, Sample.Consumer.PROJECTS, each -> some(this::project));
            maybe(object, Sample.Consumer.BY_NAME, each -> named(this::project));
            maybe(object, Sample.Consumer.ACTIVE, Random::nextBoolean);
            maybe(object, Sample.Consumer.SHARE, Random::nextGaussian);
            maybe(object, Sample.Consumer.TAGS, each -> named(() -> some(() -> each.nextBoolean() ? null : text())));
            maybe(object, Sample.Consumer.TOKEN, each -> text());
            maybe(object, Sample.Consumer.TYPE_ID, each -> each.nextBoolean() ? null : each.nextLong());
            maybe(
                    object,
                    Timestamps.CREATED_AT,
                    each -> Instant.ofEpochSecond(each.nextInt(), each.nextInt(1_000_000_000)));
            if (depth > 0 && random.nextBoolean()) {
                object.set(Sample.Consumer.PARENT, consumer(depth - 1));
            }
            if (random.nextBoolean()) {
                object.resetChangesDeep();
            }
            return object;
        }

        Project project() {
            Project project = new Project();
            maybe(project, Project.EXTERNAL_ID, each -> text());
            maybe(project, Project.NAME, each -> text());
            if (random.nextBoolean()) {
                project.resetChanges();
            }
            return project;
        }

        private <T extends @Nullable Object> void maybe(
                VersionedObject object, Field<T> field, Function<Random, T> value) {
            if (random.nextInt(4) > 0) {
                object.set(field, value.apply(random));
            }
        }

        private String text() {
            int[] points = random.ints(random.nextInt(8), 0, 0x11000)
                    .map(point -> Character.isSurrogate((char) point) ? 'x' : point)
                    .toArray();
            return new String(points, 0, points.length);
        }

        private <E extends @Nullable Object> List<E> some(Supplier<E> element) {
            List<E> elements = new ArrayList<>();
            for (int count = random.nextInt(4); count > 0; count--) {
                elements.add(element.get());
            }
            return elements;
        }

        private <E extends @Nullable Object> Map<String, E> named(Supplier<E> element) {
            Map<String, E> elements = new TreeMap<>();
            for (int count = random.nextInt(4); count > 0; count--) {
                elements.put(text(), element.get());
            }
            return elements;
        }
    }
}
