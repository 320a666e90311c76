package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.versionedobjects.lock.LockEdit.field;
import static org.versionedobjects.lock.LockEdit.thing;
import static org.versionedobjects.lock.LockEdit.type;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.Types;

class LockDiffTest {
    private static final LockEdit.Part ID = field("id", Types.longInteger());

    private static List<String> sentences(ObjectType<?> released, ObjectType<?> edited) {
        VersionLock lock = VersionLock.of(ObjectRegistry.of(released)).released("2026.1");
        return LockDiff.of(lock, ObjectRegistry.of(edited)).stream()
                .map(LockDifference::toString)
                .toList();
    }

    @Test
    void difference_readsAsASentence() {
        assertThat(sentences(thing("1.1", ID), thing("1.1", ID, field("rack", Types.string()))))
                .containsExactly("demo.Thing 1.1 at rack: 1.1 was released without it; this needs a new Y: declare"
                        + " .since(\"1.2\") and put version(\"1.2\")");
        assertThat(sentences(thing("1.1", ID), thing("1.2", field("id", Types.string()))))
                .containsExactly("demo.Thing 1.1 at id: 1.1 was released with Types.longInteger(), and the code says"
                        + " Types.string(); a released version never changes: declare .changedIn(\"1.2\","
                        + " Types.longInteger(), down, up)");
        assertThat(sentences(thing("1.1", ID), thing("1.2", ID)))
                .containsExactly("demo.Thing 1.2: 1.2 is for peers what 1.1 was; nothing has to be done: put"
                        + " version(\"1.1\"), or version(\"1.1.1\") for a change that peers cannot see");
        assertThat(sentences(thing("1.1", ID), type("Gadget", "1.0", ID)))
                .singleElement()
                .asString()
                .startsWith("demo.Thing 1.1: 1.1 was released, and the code has no such type but demo.Gadget, which"
                        + " looks the same and is another type for peers; this needs a new X: keep it registered");
    }

    @Test
    void differences_areSortedByTypeAndPath() {
        ObjectType<?> other = type("Other", "1.0", ID);
        VersionLock lock =
                VersionLock.of(ObjectRegistry.of(thing("1.0", ID), other)).released("1");

        assertThat(LockDiff.of(
                        lock,
                        ObjectRegistry.of(
                                thing("1.0", ID, field("b", Types.bool()), field("a", Types.uuid())),
                                type("Other", "1.0"))))
                .isSorted()
                .extracting(each -> each.type().name() + " " + each.path())
                .containsExactly("Other id", "Thing a", "Thing b");
    }

    @Test
    void versionsInTheMaking_changeFreely() {
        VersionLock made = VersionLock.of(ObjectRegistry.of(thing("1.0", ID)));
        assertThat(LockDiff.of(made, ObjectRegistry.of(thing("1.0", field("rack", Types.string())))))
                .isEmpty();

        VersionLock released = new VersionLock(
                made.released("1").releases(),
                VersionLock.of(ObjectRegistry.of(
                                thing("1.1", ID, field("rack", Types.string().since("1.1")))))
                        .types());
        assertThat(LockDiff.of(
                        released,
                        ObjectRegistry.of(
                                thing("1.1", ID, field("shelf", Types.bool().since("1.1"))))))
                .isEmpty();
    }

    @Test
    void typeReleasedOnceAndRetired_mayStay_andIsHeldToItsRelease() {
        VersionLock lock =
                LockEdit.edit("").released(thing("1.0", ID)).retired("Thing").curedLock();

        assertThat(LockDiff.of(lock, ObjectRegistry.of())).isEmpty();
        assertThat(LockDiff.of(lock, ObjectRegistry.of(thing("1.0")))).hasSize(1);
    }
}
