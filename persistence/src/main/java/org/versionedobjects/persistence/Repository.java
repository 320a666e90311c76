package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultBearing;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.UnknownFieldException;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.RowReader.RowState;
import org.versionedobjects.persistence.RowReader.Search;

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
    private final RowWalker<O> walker;
    private final RowWriter writer;
    private final RowSaver<O> saver;
    private final ChunkWriter chunks;
    private final Transactions transactions;
    private final Sessions sessions;
    private final RetryPolicy retries;
    private final SaveOptions options;
    private final @Nullable Function<? super Conflict, ? extends RuntimeException> translation;

    Repository(
            Table<O> table,
            RowReader<O> reader,
            RowWalker<O> walker,
            RowWriter writer,
            StoreClock clock,
            Transactions transactions,
            RetryPolicy retries) {
        this.table = table;
        this.reader = reader;
        this.walker = walker;
        this.writer = writer;
        this.saver = new RowSaver<>(table, reader, writer, transactions.savepoints(), clock);
        this.chunks = writer.chunks(transactions.savepoints());
        this.transactions = transactions;
        this.sessions = transactions;
        this.retries = retries;
        this.options = SaveOptions.DEFAULT;
        this.translation = null;
    }

    private Repository(
            Repository<O> from,
            RowReader<O> reader,
            Sessions sessions,
            SaveOptions options,
            @Nullable Function<? super Conflict, ? extends RuntimeException> translation) {
        this.table = from.table;
        this.reader = reader;
        this.walker = from.walker;
        this.writer = from.writer;
        this.saver = from.saver;
        this.chunks = from.chunks;
        this.transactions = from.transactions;
        this.sessions = sessions;
        this.retries = from.retries;
        this.options = options;
        this.translation = translation;
    }

    private Repository<O> with(SaveOptions newOptions) {
        return new Repository<>(this, reader, sessions, newOptions, translation);
    }

    private Repository<O> with(Loading<O> loading) {
        return new Repository<>(this, reader.loading(loading), sessions, options, translation);
    }

    // ---- variants ----

    /**
     * Returns a repository that works on a JDBI handle of the caller's, not in the store's transactions. In a
     * transaction of the handle, objects go back when the handle rolls back; a rollback to one of JDBI's savepoints, or
     * on the bare connection, goes unseen. Outside of one each statement commits by itself. Use it on the handle's
     * thread.
     */
    public Repository<O> on(Handle handle) {
        HandleSessions handleSessions = transactions.on(handle);
        Loading<O> loading = reader.loading().in(new HandleOrStore(handleSessions, transactions));
        return new Repository<>(this, reader.loading(loading), handleSessions, options, translation);
    }

    /** Returns a repository that creates objects with the keys they have, though the database makes keys. */
    public Repository<O> keepKey() {
        return with(options.withKeptKey());
    }

    /**
     * Returns a repository whose saves and deletes write a row only if a field has a value in it, whatever the object
     * has: compare and set. What the row has instead is told by an {@link UnexpectedValuesConflict}.
     */
    public <T extends @Nullable Object> Repository<O> expecting(Field<T> field, T value) {
        return expectingAnyOf(field, Collections.singletonList(value));
    }

    /** Returns a repository whose saves and deletes write a row only if a field has one of several values in it. */
    public <T extends @Nullable Object> Repository<O> expectingAnyOf(Field<T> field, Collection<? extends T> values) {
        Column<?> column = column(field);
        List<@Nullable Object> expected = new ArrayList<>();
        values.forEach(value -> expected.add(column.columnValue("the expectation", value)));
        if (expected.isEmpty()) {
            throw new IllegalArgumentException(
                    "No value of " + field + " is expected, so that no row could be written");
        }
        return with(options.expecting(new SavePlan.Expectation(field, expected)));
    }

    /**
     * Returns a repository that deletes a row, softly too, only if no row of another table refers to it, by any of the
     * references that the table declares. Only a foreign key keeps a row from being referred to a moment later.
     *
     * @throws IllegalArgumentException if the other table has no reference to this one
     */
    public Repository<O> unlessReferencedBy(Table<?> other) {
        if (Conditions.references(other, table).isEmpty()) {
            throw new IllegalArgumentException(other + " declares no reference to " + table);
        }
        return with(options.unlessReferencedBy(other));
    }

    /**
     * Returns a repository whose {@code create}, {@code save} and {@code upsert} save what an object refers to, too,
     * before the object and in the same transaction: new ones are created, changed ones saved, and if anything fails all is
     * as before, in an open transaction as well.
     */
    public Repository<O> cascading() {
        return with(options.cascade());
    }

    /**
     * Returns a repository whose {@code save} goes on when others changed the row since the object was loaded, if they
     * changed none of the fields that are changed here: the object takes over their values, of fields that were unset, too.
     * Otherwise the conflict names the fields that both changed. A table without a generation has no such conflicts.
     */
    public Repository<O> rebasing() {
        return with(options.rebase());
    }

    /** Returns a repository that finds rows that are softly deleted, too. */
    public Repository<O> includingDeleted() {
        return with(options.includeDeleted());
    }

    /**
     * Returns a repository that throws the application's own exceptions for conflicts on its objects; the conflict
     * becomes the cause if there is none. The function gives the conflict back where it has nothing better. What is
     * translated runs no transaction of {@link Store#retrying} again, which knows conflicts only.
     */
    public Repository<O> translating(Function<? super Conflict, ? extends RuntimeException> newTranslation) {
        return new Repository<>(this, reader, sessions, options, Objects.requireNonNull(newTranslation, "translation"));
    }

    /**
     * Returns a repository that loads only some fields, besides those that a save needs; the others stay unset. A reference
     * among them is loaded whole. What is saved is what is changed, as ever.
     *
     * @throws UnknownFieldException if a field has no column
     */
    public Repository<O> only(Field<?>... fields) {
        return only(Fields.of(fields));
    }

    /** Returns a repository that loads only some fields, also of what it refers to, as {@link #only(Field...)}. */
    public Repository<O> only(Fields fields) {
        return with(reader.loading().with(fields));
    }

    /** Returns a repository that leaves some fields unset when it loads, as {@link #only(Field...)}. */
    public Repository<O> without(Field<?>... fields) {
        return only(reader.loading().fields().without(fields));
    }

    /** Returns a repository that loads no object that another refers to, and leaves such fields unset. */
    public Repository<O> withoutReferences() {
        return only(reader.loading().fields().withoutReferences());
    }

    /**
     * Returns a repository that loads relations with the objects, in one statement for each; so, too, when many objects are
     * loaded.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Repository<O> with(Relation<O, ?>... relations) {
        return with(reader.loading().with(List.of(relations)));
    }

    /**
     * Returns a repository of whose objects unset fields are loaded when they are asked for: those that were left out of
     * the objects or of what they refer to, and these relations. The first that is asked for is loaded for all objects
     * that were loaded by the same call, in one statement. It is loaded in the transaction that is open then; if there is
     * none, by itself.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Repository<O> lazily(Relation<O, ?>... relations) {
        Loading<O> loading = reader.loading();
        Laziness laziness = loading.laziness() == null
                ? new Laziness(lazySessions(), List.of(), loading.rules())
                : loading.laziness();
        return with(loading.lazily(laziness.with(List.of(relations))));
    }

    /**
     * Returns a repository of whose objects nothing is loaded lazily: what would be throws a {@link LazyLoadingException},
     * which says how to load it.
     */
    public Repository<O> strict() {
        Loading<O> loading = reader.loading();
        return with(loading.under(loading.rules().asStrict()));
    }

    private Sessions lazySessions() {
        return sessions instanceof HandleSessions handle ? new HandleOrStore(handle, transactions) : sessions;
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
        Search search = new Search(List.of(column), List.of(bound), options.includingDeleted(), 2);
        return one(column, bound, sessions.call(session -> reader.find(session, search)));
    }

    /**
     * Returns the object whose field has a value; as {@link #find}.
     *
     * @throws NotFoundException if there is none
     */
    public <T extends @Nullable Object> O require(Field<T> field, T value) {
        return find(field, value).orElseThrow(() -> notFound(column(field), value));
    }

    /** Starts a query for objects of the table. */
    public Query<O> query() {
        return new Query<>(sessions, finder(), Selection.all(table, options.includingDeleted()));
    }

    /** Returns the objects of which a condition is true, in any order; as {@link Query#list}. */
    public List<O> findAll(Condition condition) {
        return query().where(condition).list();
    }

    /**
     * Returns the objects whose field has one of several values, such as keys, and the values that no row has. It takes
     * one statement, or, of very many values, one for each 30,000. Values must be exactly what the row has, case included.
     *
     * @throws NotUniqueException if several rows have one of the values
     */
    public <T> Found<T, O> findAll(Field<T> field, Collection<? extends T> values) {
        ValueSearch<T, O> search = new ValueSearch<>(table, field, values);
        return sessions.call(session -> search.run(session, finder(), options.includingDeleted()));
    }

    /** Returns the objects whose field has one of several values; as the other form. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <T> Found<T, O> findAll(Field<T> field, T... values) {
        return findAll(field, List.of(values));
    }

    /**
     * Returns the objects in the rows of a query of the application's own, made by {@link #rowMapper} from the labels of
     * its columns. It runs in the transaction that is open, as in {@link Store#withHandle}:
     *
     * <pre>{@code
     * consumers.mapped(handle -> handle.createQuery(
     *         "SELECT c.*, p.external_id AS project_external_id"
     *             + " FROM consumers c JOIN projects p ON p.id = c.project_id WHERE c.uuid LIKE :start")
     *     .bind("start", "5c1c%"));
     * }</pre>
     *
     * @throws StoreException if the database refuses the query
     */
    public List<O> mapped(Function<? super Handle, ? extends ResultBearing> query) {
        return sessions.callWithHandle(session -> transactions
                .ownStatements()
                .run(session, handle -> query.apply(handle).map(rowMapper()).list()));
    }

    /**
     * Returns what makes objects of the rows of any query of JDBI's on the store's database. A column of the row is, by
     * its label, that of the table of the same name; behind the name of a reference's field and {@code _} or a point, it
     * is one of the table referred to, and fills the object there: {@code project_external_id}. Case does not count, and a
     * label that may be either is the table's own. What is not in the row stays unset; of a reference of which only the
     * key is there, the object has the key alone. Other columns are ignored.
     *
     * <p>It throws {@link org.versionedobjects.UnknownFieldException} for a row with no column of the table, and {@code
     * IllegalArgumentException} where two columns have the same label.
     */
    public RowMapper<O> rowMapper() {
        return reader.labelMapper();
    }

    private RowFinder<O> finder() {
        return new RowFinder<>(table, reader);
    }

    /**
     * Reads the row of an object again, into the same object, and discards its changes. Fields that were left out when it
     * was loaded, and are not set, stay so. If the transaction rolls back, what was read may never have been, so the
     * object goes back too.
     *
     * @throws GoneConflict if there is no such row any more; the object is as before
     * @throws UnsavableException if the object was neither loaded nor saved, or its key was changed
     */
    public void refresh(O object) {
        translated(() -> {
            List<Object> key = List.copyOf(Plans.key(table, object).values());
            RowReader<O> loaded = reader.loading(reader.loading().with(Fields.ofLoaded(table, object)));
            sessions.call(session -> {
                RowState read = loaded.read(session, key)
                        .orElseThrow(() -> new GoneConflict(new Conflict.About(table, object, table.key(), null)));
                session.beforeRefresh();
                read.putInto(session, object);
                Member.leave(object);
                return read;
            });
            return object;
        });
    }

    /** Returns a way through all rows in the order of their keys, in pieces. */
    public TableWalk<O> walk() {
        return new TableWalk<>(sessions, walker);
    }

    /**
     * Loads relations of many objects, in one statement for each, or one for each 30,000 objects. What an object has
     * already stays. What is loaded is not changed by this; if the transaction rolls back, it goes.
     *
     * @throws UnsavableException if an object was neither loaded nor saved
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final void fetch(Collection<? extends O> objects, Relation<O, ?>... relations) {
        sessions.call(session -> {
            List.of(relations).forEach(relation -> reader.fetcher().fetch(session, relation, laziness(), objects));
            return objects;
        });
    }

    /**
     * Loads fields of many objects that were left out when they were loaded, in one statement, or one for each 30,000
     * objects; references whole. What an object has already stays. Of a row that is not there any more nothing is loaded.
     *
     * @throws UnknownFieldException if a field has no column
     * @throws UnsavableException if an object was neither loaded nor saved
     */
    public void fetch(Collection<? extends O> objects, Field<?>... fields) {
        Set<Column<?>> columns = List.of(fields).stream().map(this::column).collect(Collectors.toSet());
        sessions.call(session -> {
            reader.fetcher().fetch(session, table, Fields.of(fields), columns, laziness(), objects);
            return objects;
        });
    }

    private @Nullable Laziness laziness() {
        return reader.loading().laziness();
    }

    // ---- writing ----

    /**
     * Inserts a row with the fields that are set, and returns the same object, which has its key and generation now.
     *
     * @throws DuplicateConflict if another row has the value of a unique constraint
     * @throws UnsavableException if a generated key is set already, or as for {@link SavePlan#insert}
     */
    public O create(O object) {
        return inSession(session -> {
            saver.create(session, object, options);
            return object;
        });
    }

    /**
     * Starts an insert of a row for each that a query of another table finds, or of this one: by one statement, without
     * objects.
     *
     * @throws IllegalArgumentException if the query locks its rows
     */
    public <S extends VersionedObject> InsertFrom<O, S> insertFrom(Query<S> source) {
        return new InsertFrom<>(this::insert, table, source.unlocked(), options.keepKey());
    }

    private long insert(InsertFrom<?, ?> insert) {
        return sessions.call(
                session -> writer.execute(session, insert, Plans.startingValues(table, saver.now(session))));
    }

    /**
     * Returns the object with the natural key of one, or that one, which is created if there is none: whoever else does
     * the same at the same time, there is one row, and all get it. Of a row that is there nothing is written, and one that
     * is softly deleted is there.
     *
     * @param wanted an object with its natural key, to be created if there is none
     * @throws SerializationException if another transaction created the row, and this one, which sees a snapshot, does
     *     not see it
     * @throws DuplicateConflict if another row has the value of another unique constraint
     * @throws UnsavableException if the natural key has no value, or as for {@link #create}
     */
    public O ensure(O wanted) {
        return inSession(session -> saver.ensure(session, wanted, options));
    }

    /**
     * Creates a row, or writes the set fields of an object onto the row with its natural key, and returns the same
     * object, which has the row's key, generation and creation time then. A generation that the object has must be that
     * of the row; it moves by one unless nothing changes. A row that is softly deleted stays so, whatever the object says,
     * which says so then. Where it is a transaction of its own, it is run again as {@link #modify} is, but not after a
     * concurrent update.
     *
     * @throws ConcurrentUpdateConflict if the object has a generation, and the row another one
     * @throws GoneConflict if the object is of a row that was deleted meanwhile: with a generation, it does not become a
     *     new row, and never another one
     * @throws SerializationException as for {@link #ensure}
     * @throws DuplicateConflict if another row has the value of another unique constraint
     * @throws UnsavableException if the natural key has no value or is that of another row than the object's, or as for
     *     {@link #create}
     */
    public O upsert(O object) {
        return again(retries, session -> {
            saver.upsert(session, object, options);
            return object;
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
        return inSession(session -> saver.save(session, object, options));
    }

    /**
     * Moves the generation of the row, and its update time, if it is still the one loaded, and writes nothing else:
     * whoever loaded it before has a conflict then. Changes of the object stay.
     *
     * @throws ConcurrentUpdateConflict if the row was changed meanwhile
     * @throws GoneConflict if it was deleted meanwhile
     * @throws UnsavableException if the table has neither, or as for {@link SavePlan#update}
     */
    public void touch(O object) {
        inSession(session -> saver.execute(session, Plans.touch(table, object, saver.now(session), options)));
    }

    /**
     * Marks the row as deleted if it is still the one loaded: it stays, and is found no more. Other changes of the object
     * stay.
     *
     * @throws ConcurrentUpdateConflict if the row was changed meanwhile
     * @throws GoneConflict if it was deleted meanwhile
     * @throws UnsavableException if the table has no soft deletion, the object is deleted already, or as for {@link
     *     SavePlan#update}
     */
    public void softDelete(O object) {
        inSession(session -> saver.execute(session, Plans.softDelete(table, object, saver.now(session), options)));
    }

    /**
     * Takes the mark of {@link #softDelete} away if the row is still the one loaded, {@link #includingDeleted}.
     *
     * @throws ConcurrentUpdateConflict if the row was changed meanwhile
     * @throws GoneConflict if it was deleted meanwhile
     * @throws DuplicateConflict if another row has the value of a unique constraint by now
     * @throws UnsavableException if the object is not deleted, or as for {@link SavePlan#update}
     */
    public void restore(O object) {
        inSession(session -> saver.execute(session, Plans.restore(table, object, options)));
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
            SavePlan.Delete plan = Plans.delete(table, object, options);
            return sessions.call(session -> {
                writer.execute(session, plan);
                return object;
            });
        });
    }

    // ---- many rows ----

    /** Returns what writes many rows at once. */
    public ManyRows<O> many() {
        return new ManyRows<>(saver, chunks, transactions.savepoints(), sessions, options);
    }

    /**
     * Inserts a row for each object, all or none, by few statements; as {@link #create} and {@link ManyRows#createAll}.
     *
     * @throws RowsNotSavedException if some have conflicts
     */
    public List<RowResult<O>> createAll(Collection<? extends O> objects) {
        return many().createAll(objects);
    }

    /**
     * Writes what changed of many objects, all or none, by few statements; as {@link #save} and {@link ManyRows#saveAll}.
     *
     * @throws RowsNotSavedException if some have conflicts
     */
    public List<RowResult<O>> saveAll(Collection<? extends O> objects) {
        return many().saveAll(objects);
    }

    /**
     * Deletes the rows of many objects, all or none, by few statements; as {@link #delete} and
     * {@link ManyRows#deleteAll}.
     *
     * @throws RowsNotSavedException if some have conflicts
     */
    public List<RowResult<O>> deleteAll(Collection<? extends O> objects) {
        return many().deleteAll(objects);
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
        return again(retries.alsoConcurrentUpdates(), session -> {
            session.beforeWrite();
            Search search = new Search(List.of(column), List.of(bound), options.includingDeleted(), 2);
            O object =
                    one(column, bound, reader.findLocked(session, search)).orElseThrow(() -> notFound(column, value));
            modification.apply(object);
            saver.save(session, object, options);
            return object;
        });
    }

    /** Runs a whole transaction, and again when others were in the way; in an open one, or one of others', once. */
    private <R, X extends Exception> R again(RetryPolicy policy, Sessions.Work<R, X> work) throws X {
        boolean outermost = !sessions.isInTransaction();
        boolean[] outside = new boolean[1];
        for (int runs = 1; true; runs++) {
            try {
                return sessions.inTransaction(session -> {
                    outside[0] = session.isOutside();
                    return work.run(session);
                });
            } catch (StoreException e) {
                if (!outermost || outside[0] || !policy.again(e, runs)) {
                    throw e instanceof Conflict conflict ? translation(conflict) : e;
                }
            }
        }
    }

    // ---- helpers ----

    private Column<?> column(Field<?> field) {
        return table.requiredColumn(field);
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
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    private NotFoundException notFound(Column<?> column, @Nullable Object value) {
        Object shown = column.reference() == null ? value : column.columnValue("the search", value);
        return new NotFoundException(
                Facts.problem("there is none with " + column.name() + "=" + column.format(shown) + " in the table "
                                + table.name())
                        .withObject(table.type()),
                null);
    }

    /** Runs what may be several statements: in a transaction if they must stand or fall together. */
    private <R> R inSession(Sessions.Work<R, RuntimeException> work) {
        return options.needsTransaction() ? inTransaction(work) : translated(() -> sessions.call(work));
    }

    private <R> R inTransaction(Sessions.Work<R, RuntimeException> work) {
        return translated(() -> sessions.inTransaction(work));
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
