package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Difference;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.JsonSchemas;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.json.GeneratedHistory.Life;
import org.versionedobjects.json.GeneratedHistory.Release;

/**
 * Laws of writing to older peers and reading from them, over random histories and objects. A failure names its seed; {@code
 * -Dversionedobjects.seed=N} runs that one alone.
 */
class HistoryLawsTest {
    private static final int ROUNDS = 250;
    private static final String DATA = "versioned_object.data";
    private static final String CHANGES = "versioned_object.changes";

    /** One history, an object of its newest release, and each older release. */
    private static final class Subject {
        final GeneratedHistory history;
        final Release newest;
        final DynamicObject object;
        final Map<Life, @Nullable Object> values = new LinkedHashMap<>();

        Subject(Random random) {
            this.history = new GeneratedHistory(random);
            this.newest = history.release(history.last, history.childOf(history.last));
            this.object = newest.type().newObject();
            for (Life life : history.lives) {
                values.put(life, GeneratedHistory.UNSET);
            }
            set(random, 70);
            if (random.nextBoolean()) {
                object.resetChanges();
                set(random, 30);
            }
        }

        private void set(Random random, int percent) {
            for (Life life : history.lives) {
                Object value = life.value(random, newest);
                if (value != GeneratedHistory.UNSET && random.nextInt(100) < percent) {
                    values.put(life, value);
                    object.set(life.name(history.last), value);
                }
            }
        }

        Release older(int minor) {
            return history.release(minor, history.childOf(minor));
        }

        String written(int minor) {
            return newest.codec().at("1." + minor).toJson(object);
        }
    }

    private interface Law {
        void check(Subject subject, int minor);
    }

    /** Checks a law for each version of each history. */
    private static void forRandomHistories(Law law) {
        Long only = Long.getLong("versionedobjects.seed");
        long first = only == null ? 1 : only;
        long last = only == null ? ROUNDS : only;
        for (long seed = first; seed <= last; seed++) {
            Subject subject = new Subject(new Random(seed));
            for (int minor = 0; minor <= subject.history.last; minor++) {
                try {
                    law.check(subject, minor);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError(
                            "with -Dversionedobjects.seed=" + seed + " at 1." + minor + " of " + subject.history
                                    + " and " + subject.object,
                            e);
                }
            }
        }
    }

    private static void assertHolds(DynamicObject read, @Nullable String name, @Nullable Object expected) {
        if (expected == GeneratedHistory.UNSET) {
            assertThat(name != null && read.byName().isSet(name)).as(name).isFalse();
        } else {
            assertThat(GeneratedHistory.plain(read.get(name))).as(name).isEqualTo(expected);
        }
    }

    @Test
    void whatIsWritten_isTheSameEachTime_andLeavesTheObjectAlone() {
        forRandomHistories((subject, minor) -> {
            String before = subject.object + " " + subject.object.changes() + subject.object.readVersion();
            byte[] first = subject.newest.codec().at("1." + minor).toBytes(subject.object);

            assertThat(subject.newest.codec().at("1." + minor).toBytes(subject.object))
                    .isEqualTo(first);
            assertThat(ObjectCodec.of(subject.newest.codec().registry())
                            .at("1." + minor)
                            .toBytes(subject.object))
                    .isEqualTo(first);
            assertThat(subject.object + " " + subject.object.changes() + subject.object.readVersion())
                    .isEqualTo(before);
        });
    }

    @Test
    void readOfWritten_isTheObject() {
        forRandomHistories((subject, minor) -> {
            DynamicObject read = subject.newest
                    .codec()
                    .fromJson(subject.newest.type(), subject.newest.codec().toJson(subject.object));

            assertThat(read.differencesFrom(subject.object))
                    .allSatisfy(each -> assertThat(each)
                            .as("a field is named if something inside is changed, and a reader cannot tell")
                            .isEqualTo(new Difference(each.path(), "changed", "not changed")));
        });
    }

    @Test
    void olderRelease_readsWhatItsVersionHad() {
        forRandomHistories((subject, minor) -> {
            Release older = subject.older(minor);
            DynamicObject read = older.codec().fromJson(older.type(), subject.written(minor));

            subject.values.forEach(
                    (life, value) -> assertHolds(read, life.name(minor), life.older(value, minor, older.childMinor())));
            assertThat(read.readVersion()).hasToString("Optional[1." + minor + "]");
        });
    }

    @Test
    void changes_areThoseOfTheObject_underTheNamesOfTheVersion() {
        forRandomHistories((subject, minor) -> {
            List<String> expected = new ArrayList<>();
            for (Life life : subject.history.lives) {
                String newName = life.name(subject.history.last);
                if (life.keepsMark(minor) && newName != null && isChanged(subject.object, newName)) {
                    expected.add(life.name(minor));
                }
            }
            Object changes = subject.newest
                    .codec()
                    .at("1." + minor)
                    .toPrimitive(subject.object)
                    .getOrDefault(CHANGES, List.of());

            assertThat(changes).isEqualTo(expected);
        });
    }

    private static boolean isChanged(DynamicObject object, String name) {
        return object.changes().fields().stream().anyMatch(field -> field.name().equals(name));
    }

    @Test
    void changes_nameOnlyFieldsThatAreThere_atAnyDepth() {
        forRandomHistories((subject, minor) ->
                assertChangesArePresent(subject.newest.codec().at("1." + minor).toPrimitive(subject.object)));
    }

    private static void assertChangesArePresent(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            if (map.get(CHANGES) instanceof List<?> changes) {
                assertThat(((Map<?, ?>) map.get(DATA)).keySet().containsAll(changes))
                        .as(map.toString())
                        .isTrue();
            }
            map.values().forEach(HistoryLawsTest::assertChangesArePresent);
        } else if (value instanceof List<?> list) {
            list.forEach(HistoryLawsTest::assertChangesArePresent);
        }
    }

    @Test
    void whatIsWritten_isValidByTheSchemaOfItsVersion_hereAndThere() {
        forRandomHistories((subject, minor) -> {
            Object written = subject.newest.codec().at("1." + minor).toPrimitive(subject.object);
            Release older = subject.older(minor);

            assertThat(JsonSchemas.accepts(
                            subject.newest
                                    .codec()
                                    .schema(subject.newest.type(), "1." + minor)
                                    .toPrimitive(),
                            written))
                    .isTrue();
            assertThat(JsonSchemas.accepts(older.codec().schema(older.type()).toPrimitive(), written))
                    .isTrue();
        });
    }

    @Test
    void downAndUp_losesOnlyWhatTheHistorySays() {
        forRandomHistories((subject, minor) -> {
            DynamicObject read = subject.newest.codec().fromJson(subject.newest.type(), subject.written(minor));

            subject.values.forEach((life, value) -> assertHolds(
                    read, life.name(subject.history.last), life.back(value, minor, subject.history.childOf(minor))));
        });
    }

    @Test
    void twoHops_areOne() {
        forRandomHistories((subject, minor) -> {
            for (int between = minor; between <= subject.history.last; between++) {
                Release passing = subject.older(between);
                DynamicObject passed = passing.codec().fromJson(passing.type(), subject.written(between));

                assertThat(passing.codec().at("1." + minor).toPrimitive(passed))
                        .as("by 1." + between)
                        .isEqualTo(subject.newest.codec().at("1." + minor).toPrimitive(subject.object));
            }
        });
    }

    @Test
    void manifest_isKeptForTheChild_whereverItIs() {
        forRandomHistories((subject, minor) -> {
            for (int child = 0; child <= subject.history.childOf(minor); child++) {
                Release older = subject.history.release(minor, child);
                VersionManifest manifest =
                        VersionManifest.of("Thing", "1." + minor).with("Child", "1." + child);
                DynamicObject read = older.codec()
                        .fromJson(
                                older.type(),
                                subject.newest.codec().forPeer(manifest).toJson(subject.object));

                int childMinor = child;
                subject.values.forEach(
                        (life, value) -> assertHolds(read, life.name(minor), life.older(value, minor, childMinor)));
            }
        });
    }

    @Test
    void histories_haveEveryKindOfEvent() {
        Map<Class<?>, Integer> kinds = new LinkedHashMap<>();
        for (long seed = 1; seed <= ROUNDS; seed++) {
            new GeneratedHistory(new Random(seed)).lives.forEach(life -> kinds.merge(life.getClass(), 1, Integer::sum));
        }

        assertThat(kinds)
                .hasSize(6)
                .allSatisfy((kind, count) -> assertThat(count).isGreaterThan(50));
    }
}
