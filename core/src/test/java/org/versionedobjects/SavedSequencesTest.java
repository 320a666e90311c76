package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.StateAccess.Assigned;
import org.versionedobjects.types.Types;

/**
 * Random sequences of what applications and stores do to an object agree, after every step, with the table of DESIGN §4:
 * current, baseline, forced. {@code -Dversionedobjects.seed=N} runs one sequence alone.
 */
class SavedSequencesTest {
    private static final int SEQUENCES = 500;
    private static final int STEPS = 60;
    private static final int[] USED = {0, 1, 63, 64, 69}; // on both sides of a word of 64 bits
    private static final String UNSET = "unset";
    private static final String UNKNOWN = "unknown";

    private static final List<Field<@Nullable Long>> FIELDS = new ArrayList<>();
    private static final ObjectType<DynamicObject> TYPE = type();

    private static ObjectType<DynamicObject> type() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("library", "Table");
        for (int i = 0; i < 70; i++) {
            FIELDS.add(define.field("f" + i, Types.longInteger().nullable()));
        }
        return define.version("1.0");
    }

    /** A row of the table: a number, null, {@link #UNSET}, and for the baseline {@link #UNKNOWN}. */
    private record Row(@Nullable Object current, @Nullable Object baseline, boolean forced) {
        boolean isSet() {
            return current != UNSET;
        }

        boolean isDirty() {
            return isSet() && (forced || baseline == UNKNOWN || !Objects.equals(current, baseline));
        }

        Row set(@Nullable Object value) {
            return new Row(value, baseline, forced);
        }

        Row unset() {
            return new Row(UNSET, baseline, false);
        }

        Row reset() {
            return new Row(current, current, false);
        }

        Row revert() {
            return new Row(baseline, baseline, false);
        }
    }

    private record Saved(
            Runnable undo,
            List<Integer> slots,
            int assigned,
            @Nullable Object value,
            List<Row> before) {}

    private DynamicObject object = TYPE.newObject();
    private Row[] rows = {};
    private @Nullable Saved saved;

    @Test
    void everySequence_agreesWithTheTable() {
        Long only = Long.getLong("versionedobjects.seed");
        for (long seed = only == null ? 1 : only; seed <= (only == null ? SEQUENCES : only); seed++) {
            try {
                runSequence(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with -Dversionedobjects.seed=" + seed, e);
            }
        }
    }

    private void runSequence(Random random) {
        object = TYPE.newObject();
        rows = IntStream.range(0, FIELDS.size())
                .mapToObj(slot -> new Row(UNSET, UNSET, false))
                .toArray(Row[]::new);
        saved = null;
        for (int step = 0; step < STEPS; step++) {
            apply(random.nextInt(12), USED[random.nextInt(USED.length)], random);
            assertAgrees("step " + step);
        }
    }

    private void apply(int operation, int slot, Random random) {
        Field<@Nullable Long> field = FIELDS.get(slot);
        Long value = (long) random.nextInt(3);
        switch (operation) {
            case 0, 1 -> {
                object.set(field, value);
                rows[slot] = rows[slot].set(value);
            }
            case 2 -> {
                object.set(field, null);
                rows[slot] = rows[slot].set(null);
            }
            case 3 -> {
                object.unset(field);
                rows[slot] = rows[slot].unset();
            }
            case 4 -> touch(slot);
            case 5 -> {
                object.resetChanges(field);
                rows[slot] = rows[slot].reset();
            }
            case 6 -> {
                object.resetChanges();
                IntStream.range(0, rows.length).forEach(each -> rows[each] = rows[each].reset());
            }
            case 7 -> revert();
            case 8 -> {
                StateAccess.load(object, field, value);
                rows[slot] = new Row(value, value, false);
            }
            case 9 -> {
                StateAccess.forgetBaseline(object, slot);
                rows[slot] = rows[slot].isSet() ? new Row(rows[slot].current(), UNKNOWN, false) : rows[slot];
            }
            case 10 -> save(slot, value);
            default -> undo();
        }
    }

    private void touch(int slot) {
        if (rows[slot].isSet()) {
            object.touch(FIELDS.get(slot));
            rows[slot] = new Row(rows[slot].current(), rows[slot].baseline(), true);
        } else {
            assertThatThrownBy(() -> object.touch(FIELDS.get(slot))).isInstanceOf(UnsetFieldException.class);
        }
    }

    private void revert() {
        if (List.of(rows).stream().anyMatch(row -> row.baseline() == UNKNOWN)) {
            assertThatThrownBy(object::revert).isInstanceOf(UnknownBaselineException.class);
        } else {
            object.revert();
            IntStream.range(0, rows.length).forEach(each -> rows[each] = rows[each].revert());
        }
    }

    /** Saves what is dirty, as a store does, and assigns one field, as it does with keys and generations. */
    private void save(int assigned, Long value) {
        List<Integer> dirty = IntStream.range(0, rows.length)
                .filter(slot -> slot != assigned && rows[slot].isDirty())
                .boxed()
                .toList();
        List<Field<?>> fields = new ArrayList<>();
        dirty.forEach(slot -> fields.add(FIELDS.get(slot)));
        List<Row> before = List.of(rows);
        Runnable undo = StateAccess.saved(object, fields, List.of(new Assigned<>(FIELDS.get(assigned), value)));
        dirty.forEach(slot -> rows[slot] = rows[slot].reset());
        rows[assigned] = new Row(value, value, false);
        saved = new Saved(undo, dirty, assigned, value, before);
    }

    private void undo() {
        Saved last = saved;
        if (last == null) {
            return;
        }
        last.undo().run();
        for (int slot : last.slots()) {
            Row before = last.before().get(slot);
            rows[slot] = new Row(rows[slot].current(), before.baseline(), before.forced());
        }
        Row before = last.before().get(last.assigned());
        boolean untouched = Objects.equals(rows[last.assigned()].current(), last.value());
        Object current = untouched ? before.current() : rows[last.assigned()].current();
        rows[last.assigned()] = new Row(current, before.baseline(), before.forced());
        saved = null;
    }

    private void assertAgrees(String when) {
        Changes changes = object.changes();
        for (int slot : USED) {
            Field<@Nullable Long> field = FIELDS.get(slot);
            Row row = rows[slot];
            assertThat(state(object, field))
                    .as("%s, current of %s", when, field)
                    .isEqualTo(row.current());
            assertThat(object.isChanged(field))
                    .as("%s, %s is dirty", when, field)
                    .isEqualTo(row.isDirty());
            assertThat(changes.knows(field) ? state(changes.before(), field) : UNKNOWN)
                    .as("%s, baseline of %s", when, field)
                    .isEqualTo(row.baseline());
        }
        assertThat(changes.fields())
                .as(when)
                .isEqualTo(FIELDS.stream()
                        .filter(field -> rows[FIELDS.indexOf(field)].isDirty())
                        .toList());
        assertThat(object.hasChanges()).as(when).isEqualTo(!changes.isEmpty());
    }

    private static @Nullable Object state(Values values, Field<@Nullable Long> field) {
        return values.isSet(field) ? values.get(field) : UNSET;
    }
}
