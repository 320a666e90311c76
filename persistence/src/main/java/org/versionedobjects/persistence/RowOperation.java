package org.versionedobjects.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;

/**
 * What one call does with each of many rows. It knows which it had already, in the call or, continuing, in the chunk; so it
 * is of use once, on one thread.
 *
 * @param <O> the class of the objects
 */
final class RowOperation<O extends VersionedObject> {
    private final Planner<O> planner;
    private final @Nullable Single<O> single;
    private final Savepoints savepoints;
    private final RowSaver<O> saver;
    private final boolean continuing;
    private final Set<Object> seen = new HashSet<>();

    /** Makes the plan for an object. */
    @FunctionalInterface
    private interface Planner<O> {
        SavePlan plan(O object, Instant now);
    }

    /** Writes one row with what belongs to it, and returns whether there was something to write. */
    @FunctionalInterface
    private interface Single<O> {
        boolean write(Session session, O object);
    }

    private RowOperation(RowSaver<O> saver, boolean continuing, Planner<O> planner, @Nullable Single<O> single) {
        this.continuing = continuing;
        this.saver = saver;
        this.savepoints = saver.savepoints();
        this.planner = planner;
        this.single = single;
    }

    static <O extends VersionedObject> RowOperation<O> creating(
            RowSaver<O> saver, SaveOptions options, boolean continuing) {
        Single<O> single = (session, object) -> {
            saver.create(session, object, options);
            return true;
        };
        return new RowOperation<>(
                saver,
                continuing,
                (object, now) -> Plans.insert(saver.table(), object, now, options),
                options.cascading() ? single : null);
    }

    static <O extends VersionedObject> RowOperation<O> saving(
            RowSaver<O> saver, SaveOptions options, boolean continuing) {
        Single<O> single = (session, object) ->
                !saver.save(session, object, options).fields().isEmpty();
        return new RowOperation<>(
                saver,
                continuing,
                (object, now) -> Plans.update(saver.table(), object, now, options),
                options.needsTransaction() ? single : null);
    }

    static <O extends VersionedObject> RowOperation<O> deleting(
            RowSaver<O> saver, SaveOptions options, boolean continuing) {
        return new RowOperation<>(
                saver, continuing, (object, now) -> Plans.delete(saver.table(), object, options), null);
    }

    /**
     * Writes the rows of some objects.
     *
     * @param first the place of the first object in the call
     * @return what became of each, in their order
     */
    List<RowResult<O>> execute(Session session, ChunkWriter chunks, List<? extends O> objects, long first) {
        if (continuing) {
            seen.clear(); // the number of rows does not matter
        }
        session.beforeWrite();
        return single == null ? together(session, chunks, objects, first) : oneByOne(session, single, objects, first);
    }

    private List<RowResult<O>> together(Session session, ChunkWriter chunks, List<? extends O> objects, long first) {
        Instant now = saver.now(session);
        List<@Nullable SavePlan> plans = new ArrayList<>();
        List<SavePlan> planned = new ArrayList<>();
        List<@Nullable VersionedObjectException> refusals = new ArrayList<>();
        for (O object : objects) {
            SavePlan plan = null;
            UnsavableException refusal = null;
            try {
                plan = planner.plan(object, now);
                checkFirst(object, plan);
                planned.add(plan);
            } catch (UnsavableException e) {
                refusal = passed(e);
            }
            plans.add(plan);
            refusals.add(refusal);
        }
        IdentityHashMap<SavePlan, Conflict> conflicts = chunks.execute(session, planned);
        List<RowResult<O>> results = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            VersionedObjectException failure = refusals.get(i);
            if (failure == null) {
                failure = conflicts.get(Objects.requireNonNull(plans.get(i)));
            }
            boolean isEmpty = plans.get(i) instanceof SavePlan.Update update && update.isEmpty();
            results.add(result(first + i, objects.get(i), !isEmpty, failure));
        }
        return results;
    }

    /** Returns what is wrong with an object itself, or throws it, before any statement, where all rows count or none. */
    private UnsavableException passed(UnsavableException refusal) {
        if (!continuing) {
            throw refusal;
        }
        return refusal;
    }

    /** Refuses a row that was there already: an object to be created, or a key. */
    private void checkFirst(O object, SavePlan plan) {
        checkNew(object, plan instanceof SavePlan.Insert ? object : RowIdentity.keyOf(plan));
    }

    private void checkNew(O object, Object row) {
        if (!seen.add(row)) {
            throw new UnsavableException(
                    Facts.problem("the same row is there twice").withObject(object.objectType()), null);
        }
    }

    private List<RowResult<O>> oneByOne(Session session, Single<O> one, List<? extends O> objects, long first) {
        List<RowResult<O>> results = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            O object = objects.get(i);
            VersionedObjectException failure = null;
            boolean written = false;
            try {
                checkNew(object, object);
                written = savepoints.run(session, () -> one.write(session, object));
            } catch (UnsavableException e) {
                failure = passed(e);
            } catch (Conflict e) {
                failure = e;
            }
            results.add(result(first + i, object, written, failure));
        }
        return results;
    }

    private RowResult<O> result(long index, O object, boolean written, @Nullable VersionedObjectException failure) {
        RowOutcome outcome;
        if (failure != null) {
            outcome = failure instanceof Conflict ? RowOutcome.CONFLICT : RowOutcome.REFUSED;
        } else {
            outcome = written ? RowOutcome.WRITTEN : RowOutcome.UNCHANGED;
        }
        return new RowResult<>(index, object, outcome, failure);
    }
}
