package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.json.GeneratedHistory;
import org.versionedobjects.json.GeneratedHistory.Release;

/** Laws of differences over random histories and edits. A failure names its seed. */
class LockDiffLawsTest {
    private static final int ROUNDS = 400;

    private static ObjectRegistry registry(GeneratedHistory history, int minor) {
        Release release = history.release(minor, history.childOf(minor));
        return ObjectRegistry.of(release.type(), release.childType());
    }

    @Test
    void code_neverDiffersFromItsOwnLock() {
        for (long seed = 1; seed <= ROUNDS; seed++) {
            GeneratedHistory history = new GeneratedHistory(new Random(seed));
            ObjectRegistry code = registry(history, history.last);

            assertThat(LockDiff.of(VersionLock.of(code).released("1"), code))
                    .as("seed %s: %s", seed, history)
                    .isEmpty();
        }
    }

    @Test
    void laterRelease_thatSaysAllInItsHistory_takesNothing() {
        for (long seed = 1; seed <= ROUNDS; seed++) {
            GeneratedHistory history = new GeneratedHistory(new Random(seed));
            ObjectRegistry newest = registry(history, history.last);
            for (int minor = 0; minor < history.last; minor++) {
                assertThat(LockDiff.of(VersionLock.of(registry(history, minor)).released("1"), newest))
                        .as("seed %s, 1.%s of %s", seed, minor, history)
                        .allSatisfy(
                                each -> assertThat(each.needed()).as("%s", each).isEqualTo(LockDifference.Needed.NONE));
            }
        }
    }

    @Test
    void singleEditOfAReleasedType_isNeverMissed() {
        for (long seed = 1; seed <= 10 * ROUNDS; seed++) {
            Random random = new Random(seed);
            DraftType released = DraftType.random(random);
            DraftType edited = released.edited(random);
            VersionLock lock =
                    VersionLock.of(ObjectRegistry.of(released.type())).released("1");

            assertThat(LockDiff.of(lock, ObjectRegistry.of(released.type())))
                    .as("seed %s: %s", seed, released)
                    .isEmpty();
            assertThat(LockDiff.of(lock, ObjectRegistry.of(edited.type())))
                    .as("seed %s: %s became %s", seed, released, edited)
                    .anyMatch(each -> each.needed() != LockDifference.Needed.NONE);
        }
    }

    @Test
    void anyTwoTypes_canBeCompared_andOnlyEqualOnesAgree() {
        for (long seed = 1; seed <= 10 * ROUNDS; seed++) {
            Random random = new Random(seed);
            DraftType released = DraftType.random(random);
            DraftType code = DraftType.random(random);
            VersionLock lock =
                    VersionLock.of(ObjectRegistry.of(released.type())).released("1");

            boolean isSame = LockDiff.of(lock, ObjectRegistry.of(code.type())).isEmpty();
            assertThat(isSame
                            && !VersionLock.of(ObjectRegistry.of(code.type()))
                                    .types()
                                    .equals(lock.types()))
                    .as("seed %s: %s and %s", seed, released, code)
                    .isFalse();
        }
    }
}
