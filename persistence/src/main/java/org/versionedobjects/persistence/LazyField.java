package org.versionedobjects.persistence;

import com.google.common.collect.MapMaker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.StateAccess;
import org.versionedobjects.VersionedObject;

/**
 * A field of objects that were loaded together. What is loaded for them in a transaction is for that transaction alone
 * until it has ended, and goes if it rolls back. A transaction that has written takes only what it has loaded itself.
 *
 * <p>Threads wait for each other only where they have no transaction, and have a connection already: so nobody waits for
 * what somebody waiting has. Thread-safe.
 */
final class LazyField {
    private final LoadedTogether together;
    private final Laziness laziness;
    private final Field<?> field;
    private final Query query;
    private final List<Waiting> loads = new CopyOnWriteArrayList<>();
    private final ReentrantLock outsideTransactions = new ReentrantLock();

    LazyField(LoadedTogether together, Laziness laziness, Field<?> field, Query query) {
        this.together = together;
        this.laziness = laziness;
        this.field = field;
        this.query = query;
    }

    /** Reads values by keys. */
    @FunctionalInterface
    interface Query {
        /**
         * Reads.
         *
         * @param owners who wants a value, by key
         * @param target takes a value, of its own, for each of them that has one
         */
        void read(Session session, Map<KeyValues, List<Member>> owners, BiConsumer<Member, @Nullable Object> target);
    }

    /**
     * What was loaded for a member.
     *
     * @param isThere whether anything was
     */
    private record Value(boolean isThere, @Nullable Object value) {
        static final Value MISSING = new Value(false, null);

        static Value of(@Nullable Object value) {
            return new Value(true, value);
        }
    }

    /** What one load brought, and nobody has taken yet. Thread-safe. */
    private static final class Waiting {
        private final UndoLog.@Nullable End end;
        private final boolean wasForAll;
        private final ConcurrentMap<Member, Value> values =
                new MapMaker().weakKeys().makeMap();

        /**
         * Makes one.
         *
         * @param end tells whether the transaction in which it was loaded has ended; null if there was none
         * @param wasForAll whether it was for all members, not just for one
         */
        Waiting(UndoLog.@Nullable End end, boolean wasForAll) {
            this.end = end;
            this.wasForAll = wasForAll;
        }

        /** Returns whether it is for any transaction, since it does not depend on the end of one. */
        boolean isShared() {
            return end == null || end.isReached();
        }

        @SuppressWarnings("ReferenceEquality") // the very transaction
        boolean isOf(UndoLog.@Nullable End asking) {
            return asking != null && end == asking;
        }
    }

    /** Gives the field to an object; returns whether there was a value for it. */
    boolean load(Member member, VersionedObject object) {
        boolean isFirstTime =
                !StateAccess.hasBaseline(object, object.objectType().slot(field));
        Value waiting = isFirstTime && !laziness.sessions().isInTransaction() ? take(member, Waiting::isShared) : null;
        if (waiting != null) {
            put(null, object, waiting);
            return waiting.isThere();
        }
        return laziness.sessions().call(session -> {
            Value value = isFirstTime ? takeOrLoad(session, member, object) : loadFor(session, member);
            put(session, object, value);
            return value.isThere();
        });
    }

    private void put(@Nullable Session session, VersionedObject object, Value value) {
        if (value.isThere()) {
            Fetcher.put(session, object, field, value.value());
        }
    }

    private Value takeOrLoad(Session session, Member member, VersionedObject object) {
        if (!session.isCommittingAlone()) {
            return session.isOutside()
                    ? takeOrLoad(session, member, object, null)
                    : takeOrLoad(session, member, object, session.undoLog().end());
        }
        outsideTransactions.lock();
        try {
            return takeOrLoad(session, member, object, null);
        } finally {
            outsideTransactions.unlock();
        }
    }

    private Value takeOrLoad(Session session, Member member, VersionedObject object, UndoLog.@Nullable End end) {
        boolean isOnItsOwn = end != null && session.undoLog().hasWritten();
        Predicate<Waiting> usable = load -> load.isOf(end) || (!isOnItsOwn && load.isShared());
        Value waiting = take(member, usable);
        if (waiting != null) {
            return waiting;
        }
        if (isFirstOfSeveralTransactions(isOnItsOwn, end)) {
            add(session, new Waiting(end, false));
            return loadFor(session, member);
        }
        // an object that had its turn is alone: so had the others; of a copy one does not know that
        boolean hadItsTurn = member.isOf(object) && loads.stream().anyMatch(usable.and(load -> load.wasForAll));
        return hadItsTurn ? loadFor(session, member) : loadForAll(session, member, end);
    }

    /**
     * Returns whether this is the first load in a transaction that takes nothing from others, though something is there:
     * where there is a transaction for each object, each would load for all.
     */
    private boolean isFirstOfSeveralTransactions(boolean isOnItsOwn, UndoLog.@Nullable End end) {
        return isOnItsOwn
                && loads.stream().noneMatch(load -> load.isOf(end))
                && loads.stream().anyMatch(Waiting::isShared);
    }

    private @Nullable Value take(Member member, Predicate<Waiting> usable) {
        for (Waiting load : loads) {
            Value value = usable.test(load) ? load.values.remove(member) : null;
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private Value loadFor(Session session, Member member) {
        List<Value> found = new ArrayList<>();
        Map<KeyValues, List<Member>> owners = Map.of(member.key(), List.of(member));
        laziness.rules().loads().loadedForOne(field);
        query.read(session, owners, (owner, value) -> found.add(Value.of(value)));
        return found.isEmpty() ? Value.MISSING : found.get(0);
    }

    private Value loadForAll(Session session, Member member, UndoLog.@Nullable End end) {
        List<Member> members = together.members();
        if (members.size() == 1) {
            laziness.rules().loads().loadedForOne(field);
        }
        Map<KeyValues, List<Member>> owners = new LinkedHashMap<>();
        members.forEach(each ->
                owners.computeIfAbsent(each.key(), key -> new ArrayList<>()).add(each));
        Waiting load = new Waiting(end, true);
        query.read(session, owners, (owner, value) -> load.values.put(owner, Value.of(value)));
        members.forEach(each -> load.values.putIfAbsent(each, Value.MISSING));
        Value own = Objects.requireNonNull(load.values.remove(member));
        add(session, load);
        return own;
    }

    /** Keeps a load, and of those before that any transaction may take from only the last. */
    private void add(Session session, Waiting load) {
        List<Waiting> shared = loads.stream().filter(Waiting::isShared).toList();
        List<Waiting> full = shared.stream().filter(each -> each.wasForAll).toList();
        boolean isReplaced = load.end == null || full.isEmpty();
        loads.add(load);
        loads.removeAll(shared.stream()
                .filter(each -> isReplaced || !each.equals(full.get(full.size() - 1)))
                .toList());
        if (!session.isCommittingAlone()) {
            session.beforeRefresh();
            session.written(() -> loads.remove(load));
        }
    }
}
