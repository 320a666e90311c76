package org.versionedobjects.persistence;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.versionedobjects.persistence.BulkWriter.Form;

/**
 * Carries out a chunk of plans inside a transaction: those of one form together; where the database refuses one of them,
 * halves of them, down to the row that it is. Thread-safe.
 */
final class ChunkWriter {
    private final RowWriter single;
    private final BulkWriter bulk;
    private final Refusals refusals;
    private final Savepoints savepoints;

    ChunkWriter(RowWriter single, BulkWriter bulk, Refusals refusals, Savepoints savepoints) {
        this.single = single;
        this.bulk = bulk;
        this.refusals = refusals;
        this.savepoints = savepoints;
    }

    /** Carries out plans of different rows, and returns the conflicts of those that could not be. */
    IdentityHashMap<SavePlan, Conflict> execute(Session session, List<? extends SavePlan> plans) {
        for (SavePlan plan : plans) {
            if (isEmpty(plan)) {
                single.execute(session, (SavePlan.Update) plan);
            }
        }
        IdentityHashMap<SavePlan, Conflict> conflicts = new IdentityHashMap<>();
        byForm(plans).forEach((form, group) -> execute(session, form, group, conflicts));
        int before = plans.size();
        while (conflicts.size() < before && conflicts.values().stream().anyMatch(ChunkWriter::mayBeTooEarly)) {
            before = conflicts.size();
            tryAgain(session, plans, conflicts);
        }
        return conflicts;
    }

    private static boolean isEmpty(SavePlan plan) {
        return plan instanceof SavePlan.Update update && update.isEmpty();
    }

    /** Returns the plans that need a statement, by their form, which neighbours mostly have in common. */
    private static Map<Form, List<SavePlan>> byForm(List<? extends SavePlan> plans) {
        Map<Form, List<SavePlan>> groups = new LinkedHashMap<>();
        List<SavePlan> group = new ArrayList<>();
        for (SavePlan plan : plans) {
            if (isEmpty(plan)) {
                continue;
            }
            if (group.isEmpty() || !Form.isSame(group.get(0), plan)) {
                group = groups.computeIfAbsent(Form.of(plan), form -> new ArrayList<>());
            }
            group.add(plan);
        }
        return groups;
    }

    /** Returns whether the row may refer to one of the same chunk that was written later, or that may refer to it. */
    private static boolean mayBeTooEarly(Conflict conflict) {
        return conflict instanceof MissingReferenceConflict || conflict instanceof StillReferencedConflict;
    }

    /** Tries those again that came too early perhaps, the last ones first. */
    private void tryAgain(
            Session session, List<? extends SavePlan> plans, IdentityHashMap<SavePlan, Conflict> conflicts) {
        for (SavePlan plan : Lists.reverse(plans)) {
            Conflict conflict = conflicts.get(plan);
            if (conflict != null && mayBeTooEarly(conflict)) {
                conflicts.remove(plan);
                executeOne(session, plan, conflicts);
            }
        }
    }

    private void execute(
            Session session, Form form, List<SavePlan> plans, IdentityHashMap<SavePlan, Conflict> conflicts) {
        if (plans.size() == 1) {
            executeOne(session, plans.get(0), conflicts);
            return;
        }
        List<SavePlan> others;
        try {
            others = savepoints.run(session, () -> bulk.execute(session, form, plans));
        } catch (StoreException e) {
            if (!isOfRow(e)) {
                throw e;
            }
            int half = plans.size() / 2;
            execute(session, form, plans.subList(0, half), conflicts);
            execute(session, form, plans.subList(half, plans.size()), conflicts);
            return;
        } catch (UncountedException e) {
            plans.forEach(plan -> executeOne(session, plan, conflicts));
            return;
        }
        conflicts.putAll(refusals.why(session, others));
    }

    /** Returns whether the same statement may succeed without one of its rows, or a statement for one where this did not. */
    private static boolean isOfRow(StoreException failure) {
        boolean isOver =
                failure.transaction() == TransactionState.ROLLED_BACK || failure.transaction() == TransactionState.LOST;
        return failure instanceof Conflict || (failure.kind() == FailureKind.OTHER && !isOver);
    }

    private void executeOne(Session session, SavePlan plan, IdentityHashMap<SavePlan, Conflict> conflicts) {
        try {
            savepoints.run(session, () -> {
                executeSingle(session, plan);
                return plan;
            });
        } catch (Conflict e) {
            conflicts.put(plan, e);
        }
    }

    private void executeSingle(Session session, SavePlan plan) {
        if (plan instanceof SavePlan.Insert insert) {
            single.execute(session, insert);
        } else if (plan instanceof SavePlan.Update update) {
            single.execute(session, update);
        } else if (plan instanceof SavePlan.Delete delete) {
            single.execute(session, delete);
        }
    }
}
