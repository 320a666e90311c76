package org.versionedobjects;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is done to an object together with those in it, through any collection: asking for changes, resetting, reverting,
 * copying. Each object is visited once, so cycles end and what is shared stays so.
 */
final class ObjectGraph {
    private ObjectGraph() {}

    // ---- changes ----

    static boolean hasChanges(VersionedObject object) {
        return object.hasOwnChanges()
                || (object.mayHoldObjects() && changeSearch().test(object));
    }

    /** Returns a test for an object that is changed, or has a changed one in it; for one search. */
    static Predicate<VersionedObject> changeSearch() {
        return new ChangeSearch();
    }

    /**
     * Looks for a change in an object and everything in it. It goes once into each object that it remembers, so cycles end;
     * near the root, to look again into an object that holds a few others costs less than to remember it.
     */
    private static final class ChangeSearch implements Predicate<VersionedObject> {
        private static final int REMEMBERED_FROM = 2;
        private @Nullable Set<VersionedObject> seen;
        private int depth;

        @Override
        public boolean test(VersionedObject each) {
            if (each.hasOwnChanges()) {
                return true;
            }
            if (!each.mayHoldObjects() || isKnown(each)) {
                return false;
            }
            depth++;
            boolean found = isChangedInside(each);
            depth--;
            return found;
        }

        private boolean isChangedInside(VersionedObject each) {
            for (int slot : each.nestedSlots()) {
                if (each.anyNested(slot, this)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isKnown(VersionedObject each) {
            if (depth < REMEMBERED_FROM && !each.mayHoldCollections()) {
                return false;
            }
            if (seen == null) {
                seen = Collections.newSetFromMap(new IdentityHashMap<>());
            }
            return !seen.add(each);
        }
    }

    static void resetDeep(VersionedObject object) {
        object.checkChangeable();
        for (VersionedObject each : reachable(object, false)) {
            if (!each.isFrozen()) { // then nothing is changed in it
                each.resetAll();
            }
        }
    }

    /** Puts all back to their baselines, or none if any baseline is not known. */
    static void revert(VersionedObject object) {
        object.checkChangeable();
        Set<VersionedObject> all = reachable(object, true);
        for (VersionedObject each : all) {
            each.checkBaselinesKnown();
        }
        for (VersionedObject each : all) {
            if (!each.isFrozen()) { // then nothing is changed in it
                each.revertOwn();
            }
        }
    }

    // ---- context ----

    static void setContext(VersionedObject object, @Nullable Object context) {
        reachable(object, false).forEach(each -> each.putContext(context));
    }

    static ContextScope withContext(VersionedObject object, @Nullable Object context) {
        IdentityHashMap<VersionedObject, @Nullable Object> before = new IdentityHashMap<>();
        for (VersionedObject each : reachable(object, false)) {
            before.put(each, each.context());
            each.putContext(context);
        }
        return () -> before.forEach((each, earlier) -> each.putContext(earlier));
    }

    // ---- copies ----

    static VersionedObject copy(VersionedObject object) {
        return copy(object, new IdentityHashMap<>());
    }

    private static VersionedObject copy(
            VersionedObject object, IdentityHashMap<VersionedObject, VersionedObject> copies) {
        VersionedObject known = copies.get(object);
        if (known != null) {
            return known;
        }
        VersionedObject made = object.objectType().newObject();
        copies.put(object, made);
        object.copyTo(made, nested -> copy(nested, copies));
        return made;
    }

    static Values snapshot(VersionedObject object) {
        VersionedObject copy = copy(object);
        reachable(copy, false).forEach(each -> each.freeze());
        return copy.frozenValues();
    }

    // ---- walking ----

    /** Returns an object and all in it, following the current values or, where they are known, the baselines. */
    private static Set<VersionedObject> reachable(VersionedObject object, boolean byBaseline) {
        Set<VersionedObject> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<VersionedObject> open = new ArrayDeque<>();
        found.add(object);
        open.add(object);
        Predicate<VersionedObject> visit = nested -> {
            if (found.add(nested)) {
                open.add(nested);
            }
            return false;
        };
        while (!open.isEmpty()) {
            ObjectState state = open.remove();
            for (int slot : state.nestedSlots()) {
                if (byBaseline) {
                    state.anyNestedBefore(slot, visit);
                } else {
                    state.anyNested(slot, visit);
                }
            }
        }
        return found;
    }
}
