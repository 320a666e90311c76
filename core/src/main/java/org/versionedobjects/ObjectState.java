package org.versionedobjects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of one object and their baselines, by slot. Each slot has a current value (unset, null, a value), a
 * baseline (unset, null, a value, unknown), and may be forced to count as changed.
 *
 * <p>Two arrays hold it all: {@code current}, in which Java's null is <em>unset</em> and {@link Marker#NULL} is null, and
 * {@code baseline}, made when the first field changes and kept from then on, in which Java's null says <em>as current</em>.
 * So an object that is only read costs one array, and most of them are. What is here could be a part of the object; it is
 * the base of its class, since it costs one object less in memory and one step less on the way to a value.
 */
abstract sealed class ObjectState permits VersionedObject {
    /** What stands in a slot that holds no value. */
    enum Marker {
        /** Set to null. */
        NULL,
        /** A baseline: was not set. */
        UNSET,
        /** A baseline nobody knows. */
        UNKNOWN
    }

    final ObjectType<?> type;
    final TypeLayout layout;
    private final @Nullable Object[] current;
    private @Nullable Object @Nullable [] baseline;

    /** The slots that have a baseline of their own or are forced; as {@link SlotBits}, and just these if each has a bit. */
    int marked;

    private long @Nullable [] forced;

    @Nullable
    Version readVersion;

    @Nullable
    UnknownFields unknownFields;

    private @Nullable FieldLoader loader;
    private boolean loading;
    private @Nullable Object context;
    private boolean frozen;

    ObjectState(ObjectType<?> type) {
        this.type = checked(type);
        this.layout = type.layout();
        this.current = new Object[layout.size()];
    }

    @SuppressWarnings("NullAway") // TYPE is null while its class is being initialised
    private ObjectType<?> checked(ObjectType<?> given) {
        if (given == null) {
            throw invalid("its TYPE is null: it is declared after something that makes a "
                    + getClass().getSimpleName() + "; declare TYPE before");
        }
        if (given.javaClass() != getClass()) {
            throw invalid("it passes the type " + given + " of the class "
                    + given.javaClass().getSimpleName()
                    + " to super(); define a TYPE of its own with ObjectType.extending(…)");
        }
        given.checkUsable();
        return given;
    }

    private InvalidDefinitionException invalid(String problem) {
        return new InvalidDefinitionException("The class " + getClass().getSimpleName(), List.of(problem));
    }

    // ---- one slot ----

    /**
     * Returns the slot of a field.
     *
     * @throws UnknownFieldException if the descriptor belongs to another type
     */
    int slot(Field<?> field) {
        return field.declarer == layout.declarer ? field.place : slotOfOthers(field);
    }

    private int slotOfOthers(Field<?> field) {
        int slot = layout.slotOfOthers(field);
        return slot == TypeLayout.MISSING ? type.slot(field) : slot;
    }

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

    /** Sets a slot to a value that the type of its field accepted. */
    void set(int slot, Field<?> field, @Nullable Object value) {
        Object after = stored(value);
        Object now = current[slot];
        if (SlotBits.mayHave(layout.guarded, slot)) {
            checkMaySet(slot, after);
        }
        if (now != null && same(field, now, after)) {
            return;
        }
        checkChangeable();
        if (now != null) {
            checkChange(field, plain(now), value);
        }
        current[slot] = after;
        if (hasOwnBaseline(slot)) {
            putBaseline(slot, baselineAt(slot));
        } else {
            putDifferent(slot, now == null ? Marker.UNSET : now);
        }
    }

    /**
     * Sets a slot for the first time since it was loaded or saved, if nothing is to be checked; the usual case, and so short
     * that compilers put it where it is called.
     *
     * @return whether the slot was set; if not, nothing was done
     */
    final boolean setPlain(Field<?> field, Object value) {
        if (field.declarer != layout.declarer || !field.covers(value)) {
            return false;
        }
        int slot = field.place;
        Object now = current[slot];
        if (now == null || !field.covers(now) || SlotBits.mayHave(marked | layout.guarded, slot) || frozen) {
            return false;
        }
        if (!now.equals(value)) {
            current[slot] = value;
            putDifferent(slot, now);
        }
        return true;
    }

    private boolean hasOwnBaseline(int slot) {
        return isMarked(slot) && baseline != null && baseline[slot] != null;
    }

    /** Returns false only if a slot neither has a baseline of its own nor is forced. */
    private boolean isMarked(int slot) {
        return SlotBits.mayHave(marked, slot);
    }

    private void checkMaySet(int slot, Object after) {
        if (layout.isRemoved(slot)) {
            throw removed(slot);
        }
        if (layout.at(slot).spec().isReadOnly() && !mayStillSet(slot, after)) {
            throw readOnly(slot);
        }
    }

    private static void checkChange(Field<?> field, @Nullable Object from, @Nullable Object to) {
        try {
            checkChange(field.type(), from, to);
        } catch (InvalidValueException e) {
            throw field.spec().isSecret() ? secretChange() : e;
        }
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // slots hold what their field's type accepted
    private static <T extends @Nullable Object> void checkChange(
            FieldType<T> type, @Nullable Object from, @Nullable Object to) {
        type.checkChange((T) from, (T) to);
    }

    /** What a rule says about a change names both values. */
    private static InvalidValueException secretChange() {
        return new InvalidValueException(Facts.expected("a value that may follow the one there", Facts.MASK), null);
    }

    /** Refuses to change an object that belongs to a snapshot. */
    void checkChangeable() {
        if (frozen) {
            throw new ReadOnlyFieldException(
                    Facts.problem("the object belongs to a snapshot and cannot be changed")
                            .withObject(type)
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

    private ReadOnlyFieldException removed(int slot) {
        return new ReadOnlyFieldException(
                Facts.problem("the field was removed in " + layout.history(slot).removedIn()
                                + " and can only be read, from what an older peer sent")
                        .withObject(type),
                null);
    }

    /** Sets the baseline of a slot; if it is the current value again, that is what the object holds from now on. */
    private void putBaseline(int slot, Object before) {
        Object now = current[slot];
        boolean clean = now == null ? before == Marker.UNSET : before != Marker.UNKNOWN && same(slot, before, now);
        if (!clean) {
            putDifferent(slot, before);
            return;
        }
        if (now != null) {
            current[slot] = before;
        }
        putAsCurrent(slot);
    }

    private void putDifferent(int slot, Object before) {
        if (baseline == null) {
            baseline = new Object[current.length];
        }
        baseline[slot] = before;
        marked |= SlotBits.of(slot);
    }

    private void putAsCurrent(int slot) {
        if (baseline != null) {
            baseline[slot] = null;
        }
        if (!isForced(slot)) {
            marked = SlotBits.without(marked, slot, current.length);
        }
    }

    private boolean same(int slot, Object one, Object other) {
        return same(layout.at(slot), one, other);
    }

    private static boolean same(Field<?> field, Object one, Object other) {
        if (one == other) {
            return true;
        }
        if (one instanceof Marker || other instanceof Marker) {
            return false;
        }
        return same(field.type(), one, other);
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
        if (layout.isRemoved(slot)) {
            throw removed(slot);
        }
        if (forced == null) {
            forced = new long[(current.length + Long.SIZE - 1) / Long.SIZE];
        }
        forced[slot / Long.SIZE] |= 1L << slot;
        marked |= SlotBits.of(slot);
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
        if (isMarked(slot)) {
            clearForce(slot);
            putAsCurrent(slot);
        }
    }

    /** Makes a value the current one and the baseline, read-only or not: it came from where objects are kept. */
    void load(int slot, @Nullable Object value) {
        checkChangeable();
        current[slot] = stored(value);
        if (marked != 0) {
            reset(slot);
        }
    }

    /** Makes a slot one that was never set, read-only or not. */
    void unload(int slot) {
        checkChangeable();
        current[slot] = null;
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
        clearForce(slot);
        putBaseline(slot, before);
        if (force) {
            force(slot);
        }
    }

    /** Returns what the slot holds, as {@link #restore} takes it. */
    @Nullable
    Object rawAt(int slot) {
        return current[slot];
    }

    /** Returns what puts values and baselines back to what they are now. */
    Runnable checkpoint() {
        @Nullable Object[] nowThen = current.clone();
        @Nullable Object[] baselineThen = baseline == null ? null : baseline.clone();
        long[] forcedThen = forced == null ? null : forced.clone();
        int markedThen = marked;
        return () -> {
            System.arraycopy(nowThen, 0, current, 0, current.length);
            baseline = baselineThen;
            forced = forcedThen;
            marked = markedThen;
        };
    }

    // ---- loading ----

    void setLoader(@Nullable FieldLoader newLoader) {
        loader = newLoader;
    }

    /** Returns the loader of the object, else that of its type; null if there is none. */
    @Nullable
    FieldLoader loader() {
        return loader == null ? type.loader() : loader;
    }

    /** Has the loader fill an unset slot; throws if there is none, or it does not. */
    void loadMissing(int slot, Field<?> field) {
        FieldLoader responsible = loader();
        if (responsible == null || loading || frozen) {
            throw unset(field, "the field is not set");
        }
        loading = true;
        try {
            responsible.load(self(), field, this::putLoaded);
        } finally {
            loading = false;
        }
        if (current[slot] == null) {
            throw unset(field, "the field is not set, and its loader did not fill it");
        }
    }

    private <T extends @Nullable Object> void putLoaded(Field<T> field, T value) {
        if (!loading) {
            throw new IllegalStateException(
                    "The loader of a " + type + " has returned; " + field.name() + " can be put during its call only");
        }
        int slot = type.slot(field);
        if (current[slot] == null) {
            StateAccess.load(self(), field, value);
        }
    }

    private VersionedObject self() {
        return (VersionedObject) this;
    }

    private UnsetFieldException unset(Field<?> field, String problem) {
        return new UnsetFieldException(
                Facts.problem(problem).withObject(type).withPath(field.name()).withAdvice("loaded: " + loadedNames()),
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

    // ---- the whole object ----

    void resetAll() {
        checkChangeable();
        if (marked != 0) {
            if (baseline != null) {
                SlotBits.clear(marked, baseline);
            }
            forced = null;
            marked = 0;
        }
    }

    void unloadAll() {
        Arrays.fill(current, null);
        resetAll();
        baseline = null;
    }

    String loadedNames() {
        String names = layout.wireOrder().stream()
                .filter(field -> isSet(layout.slotOrMissing(field)))
                .map(Field::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "nothing" : names;
    }

    private boolean hasBitForEach() {
        return current.length <= Integer.SIZE;
    }

    /** Returns whether a slot is changed by its own value. */
    boolean isOwnChange(int slot) {
        return isMarked(slot) && current[slot] != null && (hasBitForEach() || hasOwnBaseline(slot) || isForced(slot));
    }

    boolean hasOwnChanges() {
        return marked != 0 && hasMarkedChanges();
    }

    private boolean hasMarkedChanges() {
        for (int slot = 0; slot < current.length; slot++) {
            if (isOwnChange(slot)) {
                return true;
            }
        }
        return false;
    }

    boolean isChanged(int slot) {
        return SlotBits.mayHave(marked | layout.nested, slot)
                && (isOwnChange(slot) || (isChangedInside(slot) && layout.isNested(slot)));
    }

    /** Returns the changed fields, in the order of the wire. The usual answers, none and one, are lists made before. */
    List<Field<?>> changed() {
        if (!hasBitForEach()) {
            return severalChanged();
        }
        int found = 0;
        for (int rest = (marked | layout.nested) & layout.currentBits; rest != 0; rest = SlotBits.withoutFirst(rest)) {
            int slot = SlotBits.first(rest);
            if (isOwnChange(slot) || isChangedInside(slot)) {
                found |= SlotBits.of(slot);
            }
        }
        if (found == 0) {
            return List.of();
        }
        return SlotBits.withoutFirst(found) == 0 ? layout.lone(SlotBits.first(found)) : severalChanged();
    }

    private List<Field<?>> severalChanged() {
        List<Field<?>> several = new ArrayList<>();
        for (int slot : layout.currentSlots()) {
            if (isChanged(slot)) {
                several.add(layout.at(slot));
            }
        }
        return Collections.unmodifiableList(several);
    }

    private boolean isChangedInside(int slot) {
        return current[slot] instanceof VersionedObject nested
                ? ObjectGraph.hasChanges(nested)
                : anyNested(slot, ObjectGraph.changeSearch());
    }

    /** Returns whether any object directly in the value of a slot fits the test. */
    boolean anyNested(int slot, Predicate<VersionedObject> test) {
        return anyNested(slot, current[slot], test);
    }

    /** Returns whether any object directly in the baseline of a slot fits the test. */
    boolean anyNestedBefore(int slot, Predicate<VersionedObject> test) {
        return anyNested(slot, baselineAt(slot), test);
    }

    private boolean anyNested(int slot, @Nullable Object value, Predicate<VersionedObject> test) {
        return value != null
                && !(value instanceof Marker)
                && anyNested(layout.at(slot).type(), value, test);
    }

    @SuppressWarnings("unchecked") // slots hold what their field's type accepted
    private static <T> boolean anyNested(FieldType<T> type, Object value, Predicate<VersionedObject> test) {
        return type.anyNested((T) value, test);
    }

    void checkBaselinesKnown() {
        for (int slot = 0; slot < current.length; slot++) {
            if (baselineAt(slot) == Marker.UNKNOWN) {
                throw new UnknownBaselineException(
                        Facts.problem("the value before the change is not known, since the object was read with it")
                                .withObject(type)
                                .withPath(layout.at(slot).name())
                                .withAdvice("load the object again"),
                        null);
            }
        }
    }

    void revertOwn() {
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

    boolean mayHoldObjects() {
        return layout.nested != 0;
    }

    /** Returns whether there may be any number of objects in it, not only one for each field. */
    boolean mayHoldCollections() {
        return layout.holdsCollections;
    }

    int[] nestedSlots() {
        return layout.nestedSlots();
    }

    boolean isFrozen() {
        return frozen;
    }

    /** Has the object refuse every change from now on. */
    void freeze() {
        resetAll();
        baseline = null;
        frozen = true;
    }

    /** Returns values of this object that nobody changes any more, since it is frozen. */
    Values frozenValues() {
        return new Snapshot(type, current);
    }

    /** Gives the state of another object of the same type all that this one has, with copies of the objects in it. */
    void copyTo(ObjectState made, UnaryOperator<VersionedObject> copier) {
        made.unloadAll();
        made.readVersion = readVersion;
        made.unknownFields = unknownFields;
        made.loader = loader;
        made.context = context;
        made.marked = marked;
        made.forced = forced == null ? null : forced.clone();
        made.baseline = baseline == null || marked == 0 ? null : new Object[current.length];
        for (int slot = 0; slot < current.length; slot++) {
            made.current[slot] = copied(slot, current[slot], copier);
            if (baseline != null && made.baseline != null) {
                made.baseline[slot] = copied(slot, baseline[slot], copier);
            }
        }
    }

    private @Nullable Object copied(int slot, @Nullable Object value, UnaryOperator<VersionedObject> copier) {
        return value == null || value instanceof Marker
                ? value
                : copied(layout.at(slot).type(), value, copier);
    }

    @SuppressWarnings("unchecked") // slots hold what their field's type accepted
    private static <T> T copied(FieldType<T> type, Object value, UnaryOperator<VersionedObject> copier) {
        return type.copy((T) value, copier);
    }
}
