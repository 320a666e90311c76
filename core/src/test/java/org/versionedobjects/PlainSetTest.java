package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.versionedobjects.types.Types;

/** Setting a field whose type covers a class goes a short way, to the same end. */
class PlainSetTest {
    private static final ObjectType.Definition<DynamicObject> DEFINE = ObjectType.dynamic("demo", "Counter");
    private static final Field<Long> COUNT = DEFINE.field("count", Types.longInteger());
    private static final Field<Long> FIXED =
            DEFINE.field("fixed", Types.longInteger().readOnly());
    private static final Field<Long> RULED =
            DEFINE.field("ruled", Types.longInteger().atLeast(0L));
    private static final ObjectType<DynamicObject> TYPE = DEFINE.version("1.0");
    private static final ObjectType<DynamicObject> WIDE = Models.wide(70);

    @RepeatedTest(50)
    @SuppressWarnings("unchecked") // all fields of it hold whole numbers
    void set_andSetFrom_doTheSame_whateverHappenedBefore(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        DynamicObject one = WIDE.newObject();
        DynamicObject other = WIDE.newObject();

        for (int i = 0; i < 300; i++) {
            Field<Long> field = (Field<Long>) WIDE.fields().get(random.nextInt(5) * 16);
            long value = random.nextInt(3);
            switch (random.nextInt(12)) {
                case 0 -> both(one, other, object -> touch(object, field));
                case 1 -> both(one, other, object -> object.unset(field));
                case 2 -> both(one, other, VersionedObject::resetChanges);
                case 3 -> both(one, other, VersionedObject::revert);
                default -> {
                    one.set(field, value);
                    other.setFrom(field, value);
                }
            }
            assertThat(one.sameState(other)).isTrue();
            assertThat(one.changes()).hasToString(other.changes().toString());
        }
    }

    private static void both(DynamicObject one, DynamicObject other, Consumer<VersionedObject> action) {
        action.accept(one);
        action.accept(other);
    }

    private static void touch(VersionedObject object, Field<?> field) {
        if (object.isSet(field)) {
            object.touch(field);
        }
    }

    private static DynamicObject counter() {
        DynamicObject counter = TYPE.newObject();
        counter.set(COUNT, 1L);
        counter.set(FIXED, 1L);
        counter.set(RULED, 1L);
        counter.resetChanges();
        return counter;
    }

    @Test
    void set_ofAReadOnlyField_isRefused() {
        DynamicObject counter = counter();

        assertThatThrownBy(() -> counter.set(FIXED, 2L)).isInstanceOf(ReadOnlyFieldException.class);
        assertThat(counter.get(FIXED)).isEqualTo(1);
        assertThat(counter.hasChanges()).isFalse();
    }

    @Test
    void set_ofAValueThatTheTypeRefuses_isRefused() {
        DynamicObject counter = counter();

        assertThatThrownBy(() -> counter.set(RULED, -1L)).isInstanceOf(InvalidValueException.class);
        assertThat(counter.hasChanges()).isFalse();
    }

    @Test
    void set_inAFrozenObject_isRefused() {
        DynamicObject counter = counter();
        counter.freeze();

        assertThatThrownBy(() -> counter.set(COUNT, 2L)).isInstanceOf(ReadOnlyFieldException.class);
        assertThat(counter.get(COUNT)).isEqualTo(1);
    }

    @Test
    void set_ofAFieldOfAnotherType_isRefused() {
        Field<?> other = WIDE.fields().get(0);

        assertThatThrownBy(() -> set(counter(), other, 2L)).isInstanceOf(UnknownFieldException.class);
    }

    @SuppressWarnings("unchecked") // it holds whole numbers
    private static void set(DynamicObject object, Field<?> field, long value) {
        object.set((Field<Long>) field, value);
    }

    @Test
    void set_toTheSame_isNoChange_andBackIsNone() {
        DynamicObject counter = counter();

        counter.set(COUNT, Long.valueOf(1));
        assertThat(counter.hasChanges()).isFalse();
        counter.set(COUNT, 5L);
        assertThat(counter.changes().fields()).containsExactly(COUNT);
        counter.set(COUNT, 1L);
        assertThat(counter.hasChanges()).isFalse();
    }
}
