package org.versionedobjects.persistence;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One step of a sequence, as data: steps can be left out and the others stay what they are. A step that is not possible
 * where it stands does nothing.
 *
 * @param first whether it is the first session's
 * @param place which of the session's objects it is about
 * @param seed of what else is chosen in it
 */
record Step(boolean first, Action action, int place, long seed) {
    /** What sessions do, and how often. */
    enum Action {
        BEGIN(4),
        COMMIT(4),
        ROLL_BACK(3),
        LOAD(4),
        SET(10),
        SET_IN_DISK(4),
        SET_IN_RACK(4),
        UNSET(4),
        TOUCH_FIELD(2),
        SET_GENERATION(1),
        MAKE(3),
        CREATE(4),
        SAVE(8),
        SAVE_REBASING(8),
        SAVE_CASCADING(4),
        SAVE_EXPECTING(3),
        DELETE(1),
        SOFT_DELETE(2),
        RESTORE(3),
        TOUCH(2),
        REFRESH(4),
        UPSERT(4),
        ENSURE(2),
        MODIFY(3);

        private static final List<Action> WEIGHTED = Stream.of(values())
                .flatMap(each -> Stream.generate(() -> each).limit(each.weight))
                .toList();

        private final int weight;

        Action(int weight) {
            this.weight = weight;
        }
    }

    static Step random(Random random, int places) {
        Action action = Action.WEIGHTED.get(random.nextInt(Action.WEIGHTED.size()));
        return new Step(random.nextBoolean(), action, random.nextInt(places), random.nextLong());
    }
}
