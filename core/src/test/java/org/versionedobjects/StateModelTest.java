package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.versionedobjects.types.Types;

/**
 * Random sequences of all operations on an object agree with {@link StateModel} after every step. A failure names its seed;
 * {@code -Dversionedobjects.seed=N} runs that one alone.
 */
@ParameterizedClass
@ValueSource(ints = {7, 32, 70}) // one word of 32 bits has room for the first two, one of 64 not for the last
class StateModelTest {
    private static final int SEQUENCES = 500;
    private static final int STEPS = 60;
    private final List<Field<@Nullable String>> all = new ArrayList<>();
    private final ObjectType<DynamicObject> type;

    /** Few fields, so that a sequence comes back to each; of 70, ones that are 64 away. */
    private final int[] used;

    StateModelTest(int fields) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("model", "Anything");
        for (int i = 0; i < fields; i++) {
            FieldSpec<@Nullable String> spec = FieldSpec.of(Types.string().nullable());
            all.add(define.field("f" + i, isReadOnly(i) ? spec.readOnly() : spec));
        }
        type = define.version("1.0");
        object = type.newObject();
        used = fields == 70 ? new int[] {0, 1, 2, 65, 66} : new int[] {0, 1, 2, fields - 2, fields - 1};
    }

    private static boolean isReadOnly(int index) {
        return index % 5 == 0;
    }

    private final List<StateModel> model = new ArrayList<>();
    private DynamicObject object;

    @Test
    void everySequenceOfOperations_agreesWithTheTable() {
        Long only = Long.getLong("versionedobjects.seed");
        long first = only == null ? 1 : only;
        long last = only == null ? SEQUENCES : only;
        for (long seed = first; seed <= last; seed++) {
            try {
                runSequence(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with -Dversionedobjects.seed=" + seed, e);
            }
        }
    }

    private void runSequence(Random random) {
        object = type.newObject();
        model.clear();
        all.forEach(field -> model.add(new StateModel()));
        for (int step = 0; step < STEPS; step++) {
            int index = used[random.nextInt(used.length)];
            apply(random.nextInt(17), index, random);
            assertAgrees();
        }
    }

    private void apply(int operation, int index, Random random) {
        Field<@Nullable String> field = all.get(index);
        StateModel expected = model.get(index);
        String value = random.nextInt(4) == 0 ? null : "v" + random.nextInt(3);
        switch (operation) {
            case 0, 1, 2 -> set(field, index, value);
            case 3 -> unset(field, index);
            case 4 -> touch(field, expected);
            case 5 -> {
                object.resetChanges(field);
                expected.reset();
            }
            case 6 -> {
                object.resetChanges();
                model.forEach(StateModel::reset);
            }
            case 7 -> object.resetChanges(List.of());
            case 8 -> {
                object.resetChangesDeep();
                model.forEach(StateModel::reset);
            }
            case 9 -> revert();
            case 10 -> {
                StateAccess.load(object, field, value);
                expected.load(value);
            }
            case 11 -> {
                StateAccess.forgetBaseline(object, type.slot(field));
                expected.forgetBaseline();
            }
            case 12 -> StateAccess.saved(object, List.of(field), List.of()).run();
            case 13 -> saveAndUndo(field, value, random.nextBoolean());
            case 14 -> StateAccess.unloaded(object, List.of(field)).run();
            case 15 -> failToSetAll(field, all.get(used[random.nextInt(used.length)]));
            default -> object = (DynamicObject) object.copy();
        }
    }

    /** Assigns a value as a save does, and undoes it. */
    private void saveAndUndo(Field<@Nullable String> field, @Nullable String value, boolean touching) {
        Runnable undo = StateAccess.saved(object, List.of(), List.of(new StateAccess.Assigned<>(field, value)));
        if (touching) {
            object.touch(field);
        }
        undo.run();
    }

    private void failToSetAll(Field<@Nullable String> field, Field<@Nullable String> other) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(field.name(), "w");
        values.put(other.name(), 5);
        assertThatThrownBy(() -> object.byName().setAll(values)).isInstanceOf(VersionedObjectException.class);
    }

    private void set(Field<@Nullable String> field, int index, @Nullable String value) {
        StateModel expected = model.get(index);
        if (isReadOnly(index) && !expected.maySetReadOnly(value)) {
            assertThatThrownBy(() -> object.set(field, value)).isInstanceOf(ReadOnlyFieldException.class);
            assertThatThrownBy(() -> object.setFrom(field, value)).isInstanceOf(ReadOnlyFieldException.class);
            return;
        }
        object.set(field, value);
        expected.set(value);
        assertThatThrownBy(() -> object.setFrom(field, 5)).isInstanceOf(InvalidValueException.class);
    }

    private void unset(Field<@Nullable String> field, int index) {
        StateModel expected = model.get(index);
        if (isReadOnly(index) && expected.baseline != StateModel.UNSET) {
            assertThatThrownBy(() -> object.unset(field)).isInstanceOf(ReadOnlyFieldException.class);
            return;
        }
        object.unset(field);
        expected.unset();
    }

    private void touch(Field<@Nullable String> field, StateModel expected) {
        if (!expected.isSet()) {
            assertThatThrownBy(() -> object.touch(field)).isInstanceOf(UnsetFieldException.class);
            return;
        }
        object.touch(field);
        expected.forced = true;
    }

    private void revert() {
        if (model.stream().anyMatch(each -> each.baseline == StateModel.UNKNOWN)) {
            assertThatThrownBy(object::revert).isInstanceOf(UnknownBaselineException.class);
            return;
        }
        object.revert();
        model.forEach(StateModel::revert);
    }

    private void assertAgrees() {
        Changes changes = object.changes();
        List<Field<?>> changed = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Field<@Nullable String> field = all.get(i);
            StateModel expected = model.get(i);
            assertThat(object.isSet(field)).as(field.name()).isEqualTo(expected.isSet());
            assertThat(object.isChanged(field)).as(field.name()).isEqualTo(expected.isChanged());
            assertThat(changes.knows(field)).as(field.name()).isEqualTo(expected.baseline != StateModel.UNKNOWN);
            assertSame(object, field, expected.current);
            assertSame(changes.after(), field, expected.current);
            if (changes.knows(field)) {
                assertSame(changes.before(), field, expected.baseline);
            }
            if (expected.isChanged()) {
                changed.add(field);
            }
        }
        assertThat(changes.fields()).isEqualTo(changed);
        assertThat(object.changedFields()).isEqualTo(changed);
        assertThat(object.hasChanges()).isEqualTo(!changed.isEmpty());
    }

    private static void assertSame(Values values, Field<@Nullable String> field, @Nullable Object expected) {
        assertThat(values.isSet(field)).as(field.name()).isEqualTo(expected != StateModel.UNSET);
        if (expected != StateModel.UNSET) {
            assertThat(values.get(field)).as(field.name()).isEqualTo(expected);
        }
    }
}
