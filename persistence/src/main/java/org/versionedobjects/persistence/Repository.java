package org.versionedobjects.persistence;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.StateAccess;
import org.versionedobjects.UnknownFieldException;
import org.versionedobjects.VersionedObject;

/**
 * The objects of one table. Made by {@link Store#repository}. Each call runs in the transaction that the thread has
 * open in the store; if there is none, its one statement commits by itself.
 *
 * <p>An object changes only when its row was written: a call that throws leaves it as it was, and if the transaction
 * rolls back later, the object goes back as well. Immutable and thread-safe; the objects belong to one thread at a
 * time.
 *
 * @param <O> the class of the objects
 */
public final class Repository<O extends VersionedObject> {
    private final Table<O> table;
    private final RowReader<O> reader;
    private final RowWriter writer;
    private final Clock clock;
    private final Transactions transactions;
    private final Sessions sessions;
    private final boolean keepKey;
    private final @Nullable Function<? super Conflict, ? extends RuntimeException> translation;

    Repository(Table<O> table, RowReader<O> reader, RowWriter writer, Clock clock, Transactions transactions) {
        this(table, reader, writer, clock, transactions, transactions, false, null);
    }

    private Repository(
            Table<O> table,
            RowReader<O> reader,
            RowWriter writer,
            Clock clock,
            Transactions transactions,
            Sessions sessions,
            boolean keepKey,
            @Nullable Function<? super Conflict, ? extends RuntimeException> translation) {
        this.table = table;
        this.reader = reader;
        this.writer = writer;
        this.clock = clock;
        this.transactions = transactions;
        this.sessions = sessions;
        this.keepKey = keepKey;
        this.translation = translation;
    }

    // ---- variants ----

    /**
     * Returns a repository that works on a JDBI handle of the caller's, not in the store's transactions. In a
     * transaction of the handle, objects go back when the handle rolls back; a rollback to one of JDBI's savepoints, or
     * on the bare connection, goes unseen. Outside of one each statement commits by itself. Use it on the handle's
     * thread.
     */
    public Repository<O> on(Handle handle) {
        return new Repository<>(
                table, reader, writer, clock, transactions, transactions.on(handle), keepKey, translation);
    }

    /** Returns a repository that creates objects with the keys they have, though the database makes keys. */
    public Repository<O> keepKey() {
        return new Repository<>(table, reader, writer, clock, transactions, sessions, true, translation);
    }

    /**
     * Returns a repository that throws the application's own exceptions for conflicts on its objects; the conflict
     * becomes the cause if there is none. The function gives the conflict back where it has nothing better.
     */
    public Repository<O> translating(Function<? super Conflict, ? extends RuntimeException> newTranslation) {
        return new Repository<>(
                table,
                reader,
                writer,
                clock,
                transactions,
                sessions,
                keepKey,
                Objects.requireNonNull(newTranslation, "translation"));
    }

    /** Returns the mapping. */
    public Table<O> table() {
        return table;
    }

    // ---- reading ----

    /**
     * Returns the object whose field has a value, with what it refers to, in one statement; empty if there is none. A
     * reference whose row is missing is left unset.
     *
     * @throws NotUniqueException if several rows have the value
     */
    public <T extends @Nullable Object> Optional<O> find(Field<T> field, T value) {
        Column<?> column = column(field);
        Object bound = bound(column, value);
        return one(column, bound, sessions.call(session -> reader.find(session, List.of(column), List.of(bound), 2)));
    }

    /**
     * Returns the object whose field has a value; as {@link #find}.
     *
     * @throws NotFoundException if there is none
     */
    public <T extends @Nullable Object> O require(Field<T> field, T value) {
        return find(field, value).orElseThrow(() -> notFound(column(field), value));
    }

    /**
     * Reads the row of an object again, into the same object, and discards its changes. If the
     * transaction rolls back, what was read may never have been, so the object goes back too.
     *
     * @throws GoneConflict if there is no such row any more; the object is as before
     * @throws UnsavableException if the object was neither loaded nor saved, or its key was changed
     */
    public void refresh(O object) {
        translated(() -> {
            List<Object> key = List.copyOf(Plans.key(table, object).values());
            sessions.call(session -> {
                List<StateAccess.Assigned<?>> read = reader.read(session, key);
                if (read.isEmpty()) {
                    throw new GoneConflict(new Conflict.About(table, object, table.key(), null));
                }
                session.beforeRefresh();
                session.written(StateAccess.saved(object, List.of(), read));
                return read;
            });
            return object;
        });
    }

    // ---- writing ----

    /**
     * Inserts a row with the fields that are set, and returns the same object, which has its key and generation now.
     *
     * @throws DuplicateConflict if another row has the value of a unique constraint
     * @throws UnsavableException if a generated key is set already, or as for {@link SavePlan#insert}
     */
    public O create(O object) {
        return translated(() -> {
            SavePlan.Insert plan = Plans.insert(table, object, clock.instant(), keepKey);
            return sessions.call(session -> {
                writer.execute(session, plan);
                return object;
            });
        });
    }

    /**
     * Writes the changed columns if the row is still the one loaded. If none changed there is no statement. Changes
     * inside objects referred to are not saved; the result names them.
     *
     * @throws ConcurrentUpdateConflict if the row was changed meanwhile
     * @throws GoneConflict if it was deleted meanwhile
     * @throws DuplicateConflict if another row has the value of a unique constraint
     * @throws UnsavableException as for {@link SavePlan#update}
     */
    public Saved save(O object) {
        return translated(() -> sessions.call(session -> save(session, object)));
    }

    private Saved save(Session session, O object) {
        SavePlan.Update plan = Plans.update(table, object, clock.instant());
        writer.execute(session, plan);
        List<Field<?>> written =
                table.fields().stream().filter(plan.values()::containsKey).toList();
        return new Saved(written, plan.unsaved());
    }

    /**
     * Deletes the row if it is still the one loaded. The object stays as it is.
     *
     * @throws ConcurrentUpdateConflict if the row was changed meanwhile
     * @throws GoneConflict if it was deleted meanwhile
     * @throws UnsavableException as for {@link SavePlan#delete}
     */
    public void delete(O object) {
        translated(() -> {
            SavePlan.Delete plan = Plans.delete(table, object);
            return sessions.call(session -> {
                writer.execute(session, plan);
                return object;
            });
        });
    }

    /**
     * Loads the object whose field has a value under a lock of its row, changes it, saves it, and returns it: one
     * transaction. If that is the outermost one it is run again, a few times and after short pauses, when others were
     * in the way; inside an open transaction it runs once, since only the whole of that can be run again.
     *
     * @throws NotFoundException if there is no such object
     * @throws X what the modification throws; nothing is saved then
     */
    public <T extends @Nullable Object, X extends Exception> O modify(
            Field<T> field, T value, Modification<? super O, X> modification) throws X {
        Column<?> column = column(field);
        Object bound = bound(column, value);
        boolean outermost = !sessions.isInTransaction();
        Retries retries = new Retries();
        while (true) {
            Attempt attempt = new Attempt(column, bound);
            try {
                return sessions.inTransaction(session -> attempt.run(session, modification));
            } catch (StoreException e) {
                if (!outermost || attempt.outside || !retries.again(e)) {
                    throw e instanceof Conflict conflict ? translation(conflict) : e;
                }
            }
        }
    }

    /** One run of a modification. */
    private final class Attempt {
        private final Column<?> column;
        private final Object value;
        private boolean outside;

        Attempt(Column<?> column, Object value) {
            this.column = column;
            this.value = value;
        }

        <X extends Exception> O run(Session session, Modification<? super O, X> modification) throws X {
            outside = session.isOutside();
            session.beforeWrite();
            List<O> found = reader.findLocked(session, List.of(column), List.of(value), 2);
            O object = one(column, value, found).orElseThrow(() -> notFound(column, value));
            modification.apply(object);
            save(session, object);
            return object;
        }
    }

    // ---- helpers ----

    private Column<?> column(Field<?> field) {
        Column<?> column = table.column(field);
        if (column == null) {
            throw new UnknownFieldException(
                    Facts.problem("the field " + field.name() + " has no column in the table " + table.name())
                            .withObject(table.type()),
                    null);
        }
        return column;
    }

    private Object bound(Column<?> column, @Nullable Object value) {
        Objects.requireNonNull(value, "value");
        return Objects.requireNonNull(column.columnValue("the search", value));
    }

    private Optional<O> one(Column<?> column, Object value, List<O> found) {
        if (found.size() > 1) {
            throw new NotUniqueException(
                    Facts.problem("several have " + column.name() + "=" + column.format(value) + " in the table "
                                    + table.name())
                            .withObject(table.type())
                            .withPath(column.field().name()),
                    null);
        }
        return found.stream().findFirst();
    }

    private NotFoundException notFound(Column<?> column, @Nullable Object value) {
        Object shown = column.reference() == null ? value : column.columnValue("the search", value);
        return new NotFoundException(
                Facts.problem("there is none with " + column.name() + "=" + column.format(shown) + " in the table "
                                + table.name())
                        .withObject(table.type()),
                null);
    }

    @FunctionalInterface
    private interface Call<R> {
        R run();
    }

    private <R> R translated(Call<R> call) {
        try {
            return call.run();
        } catch (Conflict e) {
            throw translation(e);
        }
    }

    /** Returns the application's exception for a conflict of ours; one of another table is not for us to translate. */
    private RuntimeException translation(Conflict conflict) {
        if (translation == null || !conflict.table().equals(table.name())) {
            return conflict;
        }
        RuntimeException translated = translation.apply(conflict);
        if (translated == null) {
            return conflict;
        }
        if (translated != conflict && translated.getCause() == null) {
            withCause(translated, conflict);
        }
        return translated;
    }

    private static void withCause(RuntimeException translated, Conflict conflict) {
        try {
            translated.initCause(conflict);
        } catch (IllegalStateException e) {
            // it was made with "no cause", which is final
            translated.addSuppressed(conflict);
        }
    }
}
