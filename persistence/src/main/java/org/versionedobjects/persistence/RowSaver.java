package org.versionedobjects.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.StateAccess;
import org.versionedobjects.StateAccess.Assigned;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.RowReader.RowState;
import org.versionedobjects.persistence.RowReader.Search;

/**
 * What takes more than one plan: saving what others changed as well, creating what may be there. Immutable and
 * thread-safe.
 *
 * @param <O> the class of the objects
 */
final class RowSaver<O extends VersionedObject> {
    private static final int MOST_ROUNDS = 10;

    private final Table<O> table;
    private final RowReader<O> reader;
    private final RowWriter writer;
    private final Savepoints savepoints;
    private final StoreClock clock;

    RowSaver(Table<O> table, RowReader<O> reader, RowWriter writer, Savepoints savepoints, StoreClock clock) {
        this.table = table;
        this.reader = reader;
        this.writer = writer;
        this.savepoints = savepoints;
        this.clock = clock;
    }

    Table<O> table() {
        return table;
    }

    Savepoints savepoints() {
        return savepoints;
    }

    Instant now(Session session) {
        return clock.now(session, table);
    }

    // ---- one row, and those it refers to ----

    void create(Session session, O object, SaveOptions options) {
        cascading(session, object, options, () -> {
            writer.execute(session, Plans.insert(table, object, now(session), options));
            return object;
        });
    }

    Saved save(Session session, O object, SaveOptions options) {
        return cascading(session, object, options, () -> saveAlone(session, object, options));
    }

    /** Saves what an object refers to first, if that is asked for; in an open transaction, too, all of it or nothing. */
    private <R> R cascading(Session session, O object, SaveOptions options, TransactionWork<R, RuntimeException> work) {
        if (!options.cascading()) {
            return work.run();
        }
        return savepoints.run(session, () -> {
            saveReferenced(session, table, object, newSet());
            return work.run();
        });
    }

    private Saved saveAlone(Session session, O object, SaveOptions options) {
        try {
            return execute(session, Plans.update(table, object, now(session), options));
        } catch (ConcurrentUpdateConflict e) {
            if (!options.rebasing()) {
                throw e;
            }
            return rebase(session, object, options, e);
        }
    }

    Saved execute(Session session, SavePlan.Update plan) {
        writer.execute(session, plan);
        return new Saved(List.copyOf(plan.values().keySet()), plan.unsaved());
    }

    private static Set<VersionedObject> newSet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Saves what an object refers to before the object itself, and what that refers to before that. */
    private void saveReferenced(Session session, Table<?> from, VersionedObject object, Set<VersionedObject> done) {
        for (Column<?> column : from.columns()) {
            Table<?> reference = column.reference();
            if (reference != null && column.isSetIn(object)) {
                VersionedObject other = (VersionedObject) StateAccess.value(object, column.slot());
                if (other != null && done.add(other)) {
                    saveOther(session, reference, other, done);
                }
            }
        }
    }

    private <R extends VersionedObject> void saveOther(
            Session session, Table<R> to, VersionedObject object, Set<VersionedObject> done) {
        saveReferenced(session, to, object, done);
        R other = to.type().javaClass().cast(object);
        if (to.key().stream().allMatch(key -> StateAccess.hasBaseline(other, key.slot()))) {
            writer.execute(session, Plans.update(to, other, clock.now(session, to), SaveOptions.DEFAULT));
        } else {
            writer.execute(session, Plans.insert(to, other, clock.now(session, to), SaveOptions.DEFAULT));
        }
    }

    // ---- when others changed other fields ----

    /**
     * Takes over what others changed, if that is nothing of what is changed here, and saves again. The row is locked until
     * the transaction ends, so that nobody is in the way any more.
     */
    private Saved rebase(Session session, O object, SaveOptions options, ConcurrentUpdateConflict conflict) {
        List<Assigned<?>> row = reader.readLocked(
                        session, Plans.key(table, object).values())
                .map(RowState::values)
                .filter(values -> !isSoftlyDeleted(values) || isSoftlyDeleted(object))
                .orElseThrow(() -> new GoneConflict(new Conflict.About(table, object, table.key(), null)));
        List<Column<?>> both = new ArrayList<>();
        List<Assigned<?>> theirs = new ArrayList<>();
        for (Assigned<?> found : row) {
            Column<?> column = Objects.requireNonNull(table.column(found.field()));
            if (column.isRowValue(object, found.value())) {
                continue; // an object behind it stays, with what is changed in it
            }
            boolean isStores = column.equals(table.updatedAt()); // which writes its own time, whatever the object has
            if (column.isDirty(object) && !isStores) {
                both.add(column);
            } else if (column.isSetIn(object) || StateAccess.hasBaseline(object, column.slot())) {
                theirs.add(found); // of an unset field, too: what it was is not what the row has
            }
        }
        if (!both.isEmpty()) {
            throw new ConcurrentUpdateConflict(
                    new Conflict.About(table, object, both, null), conflict.expectedGeneration(), generation(row));
        }
        return saveOnto(session, object, theirs, options);
    }

    private boolean isSoftlyDeleted(O object) {
        return table.softDeletion() != null && table.softDeletion().isDeleted(object);
    }

    private boolean isSoftlyDeleted(List<Assigned<?>> row) {
        SoftDeletion deletion = table.softDeletion();
        return deletion != null && in(row, deletion.deletedAt()).isPresent();
    }

    private OptionalLong generation(List<Assigned<?>> row) {
        Column<Long> generation = table.generation();
        return generation == null
                ? OptionalLong.empty()
                : in(row, generation)
                        .map(Long.class::cast)
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty);
    }

    /** Returns what a row has in a column; empty for null. */
    private static Optional<Object> in(List<Assigned<?>> row, Column<?> column) {
        return row.stream()
                .filter(found -> found.field().equals(column.field()))
                .flatMap(found -> Stream.<Object>ofNullable(found.value()))
                .findFirst();
    }

    private Saved saveOnto(Session session, O object, List<Assigned<?>> theirs, SaveOptions options) {
        int mark = session.undoLog().mark();
        session.written(StateAccess.saved(object, List.of(), theirs));
        try {
            Saved saved = execute(session, Plans.update(table, object, now(session), options));
            Member.leave(object); // what waits for it is of the row before
            return saved;
        } catch (RuntimeException e) {
            session.undoLog().unwindTo(mark);
            throw e;
        }
    }

    // ---- what may be there ----

    /** Returns the object with the natural key of one, or that one, created. */
    O ensure(Session session, O wanted, SaveOptions options) {
        Search search = byNaturalKey(wanted);
        DuplicateConflict last = null;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<O> found = round == 0 ? reader.find(session, search) : reader.findNewest(session, search);
            if (!found.isEmpty()) {
                return found.get(0);
            }
            if (round > 0 && !session.isCommittingAlone()) {
                throw unseen(last);
            }
            try {
                savepoints.run(session, () -> {
                    create(session, wanted, options);
                    return wanted;
                });
                return wanted;
            } catch (DuplicateConflict e) {
                last = whereNaturalKey(e);
            }
        }
        throw Objects.requireNonNull(last);
    }

    /** Writes the set fields of an object onto the row with its natural key, or creates that row. */
    void upsert(Session session, O object, SaveOptions options) {
        cascading(session, object, options, () -> {
            upsertAlone(session, object, options);
            return object;
        });
    }

    private void upsertAlone(Session session, O object, SaveOptions options) {
        Search search = byNaturalKey(object);
        List<O> found = reader.findLocked(session, search);
        if (found.isEmpty()) {
            if (hasGeneration(object) && isOfARow(object)) {
                checkNotGone(session, object);
            }
            try {
                savepoints.run(session, () -> {
                    create(session, object, options);
                    return object;
                });
                return;
            } catch (DuplicateConflict e) {
                DuplicateConflict duplicate = whereNaturalKey(e);
                found = reader.findLocked(session, search);
                if (found.isEmpty()) {
                    throw unseen(duplicate);
                }
            }
        }
        overwrite(session, found.get(0), object, options);
    }

    private void overwrite(Session session, O row, O object, SaveOptions options) {
        checkSameRow(session, row, object);
        checkGeneration(row, object);
        List<Field<?>> given = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            if (column.isSetIn(object) && !isLeftByUpsert(column)) {
                if (!table.identity().contains(column) && !isSameInRow(column, row, object)) {
                    copy(column.field(), object, row); // the natural key is the same, and may be read-only
                }
                given.add(column.field());
            }
        }
        execute(session, Plans.update(table, row, now(session), options));
        List<Assigned<?>> kept = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            if (isLeftByUpsert(column) && column.isSetIn(row)) {
                kept.add(RowWriter.assigned(column.field(), StateAccess.value(row, column.slot())));
            }
        }
        RowWriter.saved(session, table, object, given, kept);
        Member.leave(object);
    }

    private boolean isLeftByUpsert(Column<?> column) {
        SoftDeletion deletion = table.softDeletion();
        return table.isKept(column) || (deletion != null && deletion.has(column));
    }

    /**
     * Returns whether a column would hold the same again where values do not tell: objects in JSON are others, whatever is
     * in them, and times are finer than what is kept of them.
     */
    private static boolean isSameInRow(Column<?> column, VersionedObject row, VersionedObject object) {
        return (column.form().isJson() || column.form().isTime())
                && column.isSetIn(row)
                && Objects.equals(column.normalized(column.valueIn(object)), column.valueIn(row));
    }

    private static <T extends @Nullable Object> void copy(Field<T> field, VersionedObject from, VersionedObject to) {
        to.set(field, from.get(field));
    }

    /** Returns whether an object was loaded from a row or saved to one, whose key it has still. */
    private boolean isOfARow(O object) {
        return table.key().stream()
                .allMatch(key ->
                        key.isSetIn(object) && StateAccess.hasBaseline(object, key.slot()) && !key.isDirty(object));
    }

    private boolean hasGeneration(O object) {
        Column<Long> generation = table.generation();
        return generation != null && generation.isSetIn(object) && StateAccess.hasBaseline(object, generation.slot());
    }

    private void checkNotGone(Session session, O object) {
        if (reader.read(session, Plans.key(table, object).values()).isEmpty()) {
            throw new GoneConflict(new Conflict.About(table, object, table.key(), null));
        }
    }

    /** The generation of a row says nothing of another one, which has the same natural key by now. */
    private void checkSameRow(Session session, O row, O object) {
        if (isOfARow(object) && !Plans.key(table, object).equals(Plans.key(table, row))) {
            checkNotGone(session, object);
            throw new UnsavableException(
                    Facts.problem("another row has its natural key").withObject(table.type()), null);
        }
    }

    private void checkGeneration(O row, O object) {
        Column<Long> generation = table.generation();
        if (generation == null || !generation.isSetIn(object)) {
            return;
        }
        Long expected = (Long) StateAccess.value(object, generation.slot());
        Long found = (Long) StateAccess.value(row, generation.slot());
        if (expected != null && !expected.equals(found)) {
            throw new ConcurrentUpdateConflict(
                    new Conflict.About(table, object, List.of(generation), null),
                    OptionalLong.of(expected),
                    found == null ? OptionalLong.empty() : OptionalLong.of(found));
        }
    }

    private Search byNaturalKey(O object) {
        List<Column<?>> by = table.identity();
        List<Object> values = new ArrayList<>();
        for (Column<?> column : by) {
            Object value = column.isSetIn(object) ? column.valueIn(object) : null;
            if (value == null) {
                throw new UnsavableException(
                        Facts.problem("it has no value in its natural key, by which it is looked for")
                                .withObject(table.type())
                                .withPath(column.field().name()),
                        null);
            }
            values.add(value);
        }
        return new Search(by, values, true, 1);
    }

    /** Returns the conflict if it may be about the natural key; another one says nothing about that. */
    private DuplicateConflict whereNaturalKey(DuplicateConflict conflict) {
        Set<Field<?>> naturalKey = Set.copyOf(Table.fieldsOf(table.identity()));
        boolean isOther =
                !conflict.fields().isEmpty() && !Set.copyOf(conflict.fields()).equals(naturalKey);
        if (isOther || !conflict.table().equals(table.name())) {
            throw conflict;
        }
        return conflict;
    }

    /** Another transaction has the row, and this one does not see it: only one that begins later does. */
    private static StoreException unseen(@Nullable DuplicateConflict conflict) {
        if (conflict != null && conflict.fields().isEmpty()) {
            return conflict; // of a constraint that is not declared, so it may well be another one
        }
        String why = Optional.ofNullable(conflict).map(Throwable::getMessage).orElse("");
        return new SerializationException(
                Facts.problem("another transaction created the row after this one began: " + why),
                Failure.found(FailureKind.SERIALIZATION),
                conflict);
    }
}
