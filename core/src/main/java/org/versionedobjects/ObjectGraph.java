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
        return changeSearch().test(object);
    }

    /** Returns a test for an object that is changed, or has a changed one in it; for one search. */
    static Predicate<VersionedObject> changeSearch() {
        return new ChangeSearch();
    }

    /** Looks for a change in an object and everything in it; goes into each object once, so cycles end. */
    private static final class ChangeSearch implements Predicate<VersionedObject> {
        private @Nullable Set<VersionedObject> seen;

        @Override
        public boolean test(VersionedObject each) {
            if (each.state.hasOwnChanges()) {
                return true;
            }
            int[] nestedSlots = each.state.nestedSlots();
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
                if (each.state.anyNested(slot, this)) {
                    return true;
                }
            }
            return false;
        }
    }

    static void resetDeep(VersionedObject object) {
        object.state.checkChangeable();
        for (VersionedObject each : reachable(object, false)) {
            if (!each.state.isFrozen()) { // then nothing is changed in it
                each.state.resetAll();
            }
        }
    }

    /** Puts all back to their baselines, or none if any baseline is not known. */
    static void revert(VersionedObject object) {
        object.state.checkChangeable();
        Set<VersionedObject> all = reachable(object, true);
        for (VersionedObject each : all) {
            each.state.checkBaselinesKnown();
        }
        for (VersionedObject each : all) {
            if (!each.state.isFrozen()) { // then nothing is changed in it
                each.state.revertOwn();
            }
        }
    }

    // ---- context ----

    static void setContext(VersionedObject object, @Nullable Object context) {
        reachable(object, false).forEach(each -> each.state.putContext(context));
    }

    static ContextScope withContext(VersionedObject object, @Nullable Object context) {
        IdentityHashMap<VersionedObject, @Nullable Object> before = new IdentityHashMap<>();
        for (VersionedObject each : reachable(object, false)) {
            before.put(each, each.state.context());
            each.state.putContext(context);
        }
        return () -> before.forEach((each, earlier) -> each.state.putContext(earlier));
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
        object.state.copyTo(made.state, nested -> copy(nested, copies));
        return made;
    }

    static Values snapshot(VersionedObject object) {
        VersionedObject copy = copy(object);
        reachable(copy, false).forEach(each -> each.state.freeze());
        return copy.state.frozenValues();
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
            ObjectState state = open.remove().state;
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
