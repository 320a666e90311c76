package org.versionedobjects.json;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.Profile;
import org.versionedobjects.Version;
import org.versionedobjects.json.GeneratedHistory.Life;
import org.versionedobjects.json.GeneratedHistory.Release;
import org.versionedobjects.lock.LockedType;
import org.versionedobjects.lock.RebuiltTypes;

/** What a lock says of random histories is enough to read and write what each release read and wrote. */
class RebuiltHistoryTest {
    private static final int ROUNDS = 60;
    private static final LockedType.Id THING = new LockedType.Id("demo", "Thing", 1);
    private static final LockedType.Id CHILD = new LockedType.Id("demo", "Child", 1);

    @Test
    void everyReleaseOfAHistory_isRebuilt() {
        for (long seed = 1; seed <= ROUNDS; seed++) {
            Random random = new Random(seed);
            GeneratedHistory history = new GeneratedHistory(random);
            Release newest = history.release(history.last, history.childOf(history.last));
            try {
                check(history, newest, random);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with seed " + seed + " of " + history, e);
            }
        }
    }

    private static void check(GeneratedHistory history, Release newest, Random random) {
        RebuiltTypes rebuilt = new RebuiltTypes(newest.codec().registry(), Profile.STRICT);
        rebuilt.check();
        for (int minor = 0; minor <= history.last; minor++) {
            Map<LockedType.Id, Version> versions =
                    Map.of(THING, Version.of(1, minor), CHILD, Version.of(1, history.childOf(minor)));
            rebuilt.checkObject(object(history, newest, random), versions);
        }
    }

    private static DynamicObject object(GeneratedHistory history, Release newest, Random random) {
        DynamicObject object = newest.type().newObject();
        for (Life life : history.lives) {
            Object value = life.value(random, newest);
            if (value != GeneratedHistory.UNSET && random.nextInt(4) > 0) {
                object.set(life.name(history.last), value);
            }
        }
        return object;
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void models_areRebuilt(Profile profile) {
        Releases.ALL.forEach(each -> new RebuiltTypes(each.registry, profile).check());
        new RebuiltTypes(ObjectRegistry.of(Sample.Project.TYPE, Sample.Consumer.TYPE), profile).check();
    }

    @Test
    void objectsOfClasses_areReadAsTheyWereWritten() {
        RebuiltTypes rebuilt =
                new RebuiltTypes(ObjectRegistry.of(Sample.Project.TYPE, Sample.Consumer.TYPE), Profile.STRICT);
        for (long seed = 1; seed <= ROUNDS; seed++) {
            rebuilt.checkObject(new RandomObjects(new Random(seed)).consumer(2), Map.of());
        }
    }
}
