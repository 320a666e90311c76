package org.versionedobjects;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of one object and their baselines, by slot. Each slot has a current value (unset, null, a value), a
 * baseline (unset, null, a value, unknown), and may be forced to count as changed.
 *
 * <p>Two arrays hold it all: {@code current}, in which Java's null is <em>unset</em> and {@link Marker#NULL} is null, and
 * {@code baseline}, made when the first field changes, in which Java's null says <em>as current</em>. So an object that
 * is only read costs one array, and most of them are.
 */
final class ObjectState {
    /** What stands in a slot that holds no value. */
    enum Marker {
        /** Set to null. */
        NULL,
        /** A baseline: was not set. */
        UNSET,
        /** A baseline nobody knows. */
        UNKNOWN
    }

    private final VersionedObject object;
    private final TypeLayout layout;
    private final @Nullable Object[] current;
    private @Nullable Object @Nullable [] baseline;
    private long @Nullable [] forced;

    @Nullable
    Version readVersion;

    private @Nullable FieldLoader loader;
    private boolean loading;
    private @Nullable Object context;
    private boolean frozen;

    ObjectState(VersionedObject object, TypeLayout layout) {
        this.object = object;
        this.layout = layout;
        this.current = new Object[layout.size()];
    }

    // ---- one slot ----

    boolean isSet(int slot) {
        return current[slot] != null;
    }

    /** Returns the value of a slot that is set. */
    @Nullable
    Object value(int slot) {
        return plain(current[slot]);
    }

    private static @Nullable Object plain(@Nullable Object stored) {
        return stored == Marker.NULL ? null : stored;
    }

    private static Object stored(@Nullable Object value) {
        return value == null ? Marker.NULL : value;
    }

    /** Returns the baseline: a value, {@link Marker#NULL}, {@link Marker#UNSET} or {@link Marker#UNKNOWN}. */
    Object baselineAt(int slot) {
        Object before = baseline == null ? null : baseline[slot];
        if (before != null) {
            return before;
        }
        Object now = current[slot];
        return now == null ? Marker.UNSET : now;
    }

    void set(int slot, @Nullable Object value) {
        Object after = stored(value);
        Object now = current[slot];
        if (layout.at(slot).spec().isReadOnly() && !mayStillSet(slot, after)) {
            throw readOnly(slot);
        }
        if (now != null && same(slot, now, after)) {
            return;
        }
        checkChangeable();
        checkChange(slot, now, after);
        Object before = baselineAt(slot);
        current[slot] = after;
        putBaseline(slot, before);
    }

    private void checkChange(int slot, @Nullable Object now, Object after) {
        if (now != null) {
            checkChange(layout.at(slot).type(), plain(now), plain(after));
        }
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // slots hold what their field's type accepted
    private static <T extends @Nullable Object> void checkChange(
            FieldType<T> type, @Nullable Object from, @Nullable Object to) {
        type.checkChange((T) from, (T) to);
    }

    /** Refuses to change an object that belongs to a snapshot. */
    private void checkChangeable() {
        if (frozen) {
            throw new ReadOnlyFieldException(
                    Facts.problem("the object belongs to a snapshot and cannot be changed")
                            .withObject(object.objectType())
                            .withAdvice("change a copy of it"),
                    null);
        }
    }

    private boolean mayStillSet(int slot, Object after) {
        Object now = current[slot];
        Object before = baselineAt(slot);
        return now == null ? before == Marker.UNSET || same(slot, before, after) : same(slot, now, after);
    }

    private ReadOnlyFieldException readOnly(int slot) {
        String advice = current[slot] == null ? "it was loaded with a value, and taken out" : "it has its value";
        return new ReadOnlyFieldException(
                Facts.problem("the field is read-only and cannot be changed; " + advice), null);
    }

    /** Sets the baseline of a slot; if it is the current value again, that is what the object holds from now on. */
    private void putBaseline(int slot, Object before) {
        Object now = current[slot];
        boolean clean = now == null ? before == Marker.UNSET : before != Marker.UNKNOWN && same(slot, before, now);
        if (clean && now != null) {
            current[slot] = before;
        }
        if (clean && baseline == null) {
            return;
        }
        if (baseline == null) {
            baseline = new Object[current.length];
        }
        baseline[slot] = clean ? null : before;
    }

    private boolean same(int slot, Object one, Object other) {
        if (one == other) {
            return true;
        }
        if (one instanceof Marker || other instanceof Marker) {
            return false;
        }
        return same(layout.at(slot).type(), one, other);
    }

    @SuppressWarnings("unchecked") // slots hold what their field's type accepted
    private static <T> boolean same(FieldType<T> type, Object one, Object other) {
        return type.same((T) one, (T) other);
    }

    void unset(int slot) {
        checkChangeable();
        Object before = baselineAt(slot);
        if (layout.at(slot).spec().isReadOnly() && before != Marker.UNSET) {
            throw readOnly(slot);
        }
        current[slot] = null;
        clearForce(slot);
        putBaseline(slot, before);
    }

    void force(int slot) {
        checkChangeable();
        if (forced == null) {
            forced = new long[(current.length + Long.SIZE - 1) / Long.SIZE];
        }
        forced[slot / Long.SIZE] |= 1L << slot;
    }

    private void clearForce(int slot) {
        if (forced != null) {
            forced[slot / Long.SIZE] &= ~(1L << slot);
        }
    }

    boolean isForced(int slot) {
        return forced != null && (forced[slot / Long.SIZE] & (1L << slot)) != 0;
    }

    void reset(int slot) {
        checkChangeable();
        if (baseline != null) {
            baseline[slot] = null;
        }
        clearForce(slot);
    }

    /** Makes a value the current one and the baseline, read-only or not: it came from where objects are kept. */
    void load(int slot, @Nullable Object value) {
        checkChangeable();
        current[slot] = stored(value);
        reset(slot);
    }

    /** Makes a value the current one, with a baseline that nobody here knows. */
    void loadChanged(int slot, @Nullable Object value) {
        load(slot, value);
        putBaseline(slot, Marker.UNKNOWN);
    }

    /** Puts a slot into a state recorded before. */
    void restore(int slot, @Nullable Object now, Object before, boolean force) {
        current[slot] = now;
        putBaseline(slot, before);
        if (force) {
            force(slot);
        } else {
            clearForce(slot);
        }
    }

    /** Returns what the slot holds, as {@link #restore} takes it. */
    @Nullable
    Object rawAt(int slot) {
        return current[slot];
    }

    // ---- loading ----

    void setLoader(@Nullable FieldLoader newLoader) {
        loader = newLoader;
    }

    /** Has the loader fill an unset slot; throws if there is none, or it does not. */
    void loadMissing(int slot, Field<?> field) {
        FieldLoader responsible = loader == null ? object.objectType().loader() : loader;
        if (responsible == null || loading || frozen) {
            throw unset(field, "the field is not set");
        }
        loading = true;
        try {
            responsible.load(object, field, this::putLoaded);
        } finally {
            loading = false;
        }
        if (current[slot] == null) {
            throw unset(field, "the field is not set, and its loader did not fill it");
        }
    }

    private <T extends @Nullable Object> void putLoaded(Field<T> field, T value) {
        int slot = object.objectType().slot(field);
        if (current[slot] == null) {
            StateAccess.load(object, field, value);
        }
    }

    private UnsetFieldException unset(Field<?> field, String problem) {
        return new UnsetFieldException(
                Facts.problem(problem)
                        .withObject(object.objectType())
                        .withPath(field.name())
                        .withAdvice("loaded: " + loadedNames()),
                null);
    }

    // ---- context ----

    @Nullable
    Object context() {
        return context;
    }

    void putContext(@Nullable Object newContext) {
        context = newContext;
    }

    void setContext(@Nullable Object newContext) {
        reachable(false).forEach(each -> each.state.context = newContext);
    }

    ContextScope withContext(@Nullable Object newContext) {
        IdentityHashMap<VersionedObject, @Nullable Object> before = new IdentityHashMap<>();
        for (VersionedObject each : reachable(false)) {
            before.put(each, each.state.context);
            each.state.context = newContext;
        }
        return () -> before.forEach((each, earlier) -> each.state.context = earlier);
    }

    // ---- the whole object ----

    Values snapshot() {
        VersionedObject copy = copy();
        copy.state.reachable(false).forEach(each -> {
            each.state.resetAll();
            each.state.frozen = true;
        });
        return new Snapshot(object.objectType(), copy.state.current);
    }

    void resetAll() {
        checkChangeable();
        baseline = null;
        forced = null;
    }

    void clear() {
        Arrays.fill(current, null);
        resetAll();
    }

    String loadedNames() {
        String names = layout.wireOrder().stream()
                .filter(field -> isSet(layout.slotOrMissing(field)))
                .map(Field::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "nothing" : names;
    }

    /** Returns whether a slot is changed by its own value. */
    boolean isOwnChange(int slot) {
        return current[slot] != null && ((baseline != null && baseline[slot] != null) || isForced(slot));
    }

    private boolean hasOwnChanges() {
        if (baseline == null && forced == null) {
            return false;
        }
        for (int slot = 0; slot < current.length; slot++) {
            if (isOwnChange(slot)) {
                return true;
            }
        }
        return false;
    }

    boolean hasChanges() {
        return new ChangeSearch().test(object);
    }

    boolean isChanged(int slot) {
        return isOwnChange(slot) || anyNested(slot, new ChangeSearch());
    }

    private boolean anyNested(int slot, Predicate<VersionedObject> test) {
        Object now = current[slot];
        return now != null
                && !(now instanceof Marker)
                && anyNested(layout.at(slot).type(), now, test);
    }

    @SuppressWarnings("unchecked") // slots hold what their field's type accepted
    private static <T> boolean anyNested(FieldType<T> type, Object value, Predicate<VersionedObject> test) {
        return type.anyNested((T) value, test);
    }

    /** Looks for a change in an object and everything in it; goes into each object once, so cycles end. */
    private static final class ChangeSearch implements Predicate<VersionedObject> {
        private @Nullable Set<VersionedObject> seen;

        @Override
        public boolean test(VersionedObject each) {
            ObjectState state = each.state;
            if (state.hasOwnChanges()) {
                return true;
            }
            int[] nestedSlots = state.layout.nestedSlots();
            if (nestedSlots.length == 0) {
                return false;
            }
            if (seen == null) {
                seen = Collections.newSetFromMap(new IdentityHashMap<>());
            }
            if (!seen.add(each)) {
                return false;
            }
            for (int slot : nestedSlots) {
                if (state.anyNested(slot, this)) {
                    return true;
                }
            }
            return false;
        }
    }

    void resetDeep() {
        for (VersionedObject each : reachable(false)) {
            each.state.resetAll();
        }
    }

    void revert() {
        checkChangeable();
        Set<VersionedObject> all = reachable(true);
        for (VersionedObject each : all) {
            each.state.checkBaselinesKnown();
        }
        for (VersionedObject each : all) {
            each.state.revertOwn();
        }
    }

    private void checkBaselinesKnown() {
        for (int slot = 0; slot < current.length; slot++) {
            if (baselineAt(slot) == Marker.UNKNOWN) {
                throw new UnknownBaselineException(
                        Facts.problem("the value before the change is not known, since the object was read with it")
                                .withObject(object.objectType())
                                .withPath(layout.at(slot).name())
                                .withAdvice("load the object again"),
                        null);
            }
        }
    }

    private void revertOwn() {
        if (baseline != null) {
            for (int slot = 0; slot < current.length; slot++) {
                Object before = baseline[slot];
                if (before != null) {
                    current[slot] = before == Marker.UNSET ? null : before;
                }
            }
        }
        resetAll();
    }

    /** Returns this object and all in it, following the current values or, where they are known, the baselines. */
    private Set<VersionedObject> reachable(boolean byBaseline) {
        Set<VersionedObject> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<VersionedObject> open = new ArrayDeque<>();
        found.add(object);
        open.add(object);
        while (!open.isEmpty()) {
            ObjectState state = open.remove().state;
            for (int slot : state.layout.nestedSlots()) {
                Object value = byBaseline ? state.baselineAt(slot) : state.current[slot];
                if (value != null && !(value instanceof Marker)) {
                    anyNested(state.layout.at(slot).type(), value, nested -> {
                        if (found.add(nested)) {
                            open.add(nested);
                        }
                        return false;
                    });
                }
            }
        }
        return found;
    }

    VersionedObject copy() {
        return copy(new IdentityHashMap<>());
    }

    private VersionedObject copy(Map<VersionedObject, VersionedObject> copies) {
        VersionedObject known = copies.get(object);
        if (known != null) {
            return known;
        }
        VersionedObject made = object.objectType().newObject();
        copies.put(object, made);
        ObjectState state = made.state;
        state.clear();
        state.readVersion = readVersion;
        state.loader = loader;
        state.context = context;
        state.forced = forced == null ? null : forced.clone();
        state.baseline = baseline == null ? null : new Object[current.length];
        for (int slot = 0; slot < current.length; slot++) {
            state.current[slot] = copied(slot, current[slot], copies);
            if (baseline != null && state.baseline != null) {
                state.baseline[slot] = copied(slot, baseline[slot], copies);
            }
        }
        return made;
    }

    private @Nullable Object copied(int slot, @Nullable Object value, Map<VersionedObject, VersionedObject> copies) {
        return value == null || value instanceof Marker
                ? value
                : copied(layout.at(slot).type(), value, copies);
    }

    @SuppressWarnings("unchecked") // slots hold what their field's type accepted
    private static <T> T copied(FieldType<T> type, Object value, Map<VersionedObject, VersionedObject> copies) {
        return type.copy((T) value, nested -> nested.state.copy(copies));
    }
}
