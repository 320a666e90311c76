package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Batches.Placed;

/**
 * The objects of a table that a condition is true of, in an order. Made by {@link Repository#query}.
 *
 * <pre>{@code
 * List<Volume> oldest = volumes.query()
 *     .where(Condition.equal(Volume.STATE, "error"))
 *     .orderBy(Order.ascending(Timestamps.CREATED_AT))
 *     .limit(10)
 *     .list();
 * }</pre>
 *
 * <p>Each call that asks the database is one statement, in which objects come with what they refer to; {@link #forUpdate}
 * may take one more. Rows that are softly deleted are left out, unless the repository is one {@link
 * Repository#includingDeleted}. Immutable and thread-safe.
 *
 * @param <O> the class of the objects
 */
public final class Query<O extends VersionedObject> {
    private static final int BATCH_SIZE = 500;

    private final Sessions sessions;
    private final RowFinder<O> finder;
    private final Selection selection;
    private final boolean locking;
    private final int batchSize;

    Query(Sessions sessions, RowFinder<O> finder, Selection selection) {
        this(sessions, finder, selection, false, BATCH_SIZE);
    }

    private Query(Sessions sessions, RowFinder<O> finder, Selection selection, boolean locking, int batchSize) {
        this.sessions = sessions;
        this.finder = finder;
        this.selection = selection;
        this.locking = locking;
        this.batchSize = batchSize;
    }

    private Query<O> with(Selection newSelection) {
        return new Query<>(sessions, finder, newSelection, locking, batchSize);
    }

    // ---- what is asked for ----

    /**
     * Returns the query for the objects of which a condition is true, too.
     *
     * @throws org.versionedobjects.UnknownFieldException if a field has no column
     * @throws UnsavableException if a value is an object without a key
     * @throws IllegalArgumentException if the condition makes no sense of a column
     */
    public Query<O> where(Condition more) {
        Criterion criterion = more.criterion();
        criterion.check(selection.table());
        Criterion before = selection.condition();
        return with(selection.with(before == null ? criterion : Criterion.Joined.of(true, List.of(before, criterion))));
    }

    /**
     * Returns the query whose objects come in an order: by the first of the fields, where they are equal by the second,
     * and so on; at last by the key, so that the order is the same each time. Instead of an order before.
     *
     * @throws org.versionedobjects.UnknownFieldException if a field has no column
     * @throws IllegalArgumentException if a field is secret, or JSON, or there twice
     */
    public Query<O> orderBy(Order... newOrders) {
        return with(selection.by(Sort.of(selection.table(), Arrays.asList(newOrders))));
    }

    /** Returns the query for so many objects at most: the first in the order, which is that of the key if there is none. */
    public Query<O> limit(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("A limit is 0 at least, not " + most);
        }
        return with(sorted().most(most));
    }

    /**
     * Returns the query that locks the rows of the table, not those that they refer to, and has their newest state. Rows
     * stay locked until the transaction ends. Where an engine has no locks for rows, a {@code write} has the whole database.
     */
    public Query<O> forUpdate() {
        return new Query<>(sessions, finder, selection, true, batchSize);
    }

    /**
     * Returns which rows these are.
     *
     * @throws IllegalArgumentException if they are to be locked
     */
    Selection unlocked() {
        if (locking) {
            throw new IllegalArgumentException("A query that locks its rows is no source of others");
        }
        return selection;
    }

    private Sort sort() {
        Sort sort = selection.sort();
        return sort == null ? Sort.of(selection.table(), List.of()) : sort;
    }

    private Selection sorted() {
        return selection.by(sort());
    }

    // ---- answers ----

    /**
     * Returns the objects; without {@link #orderBy} and {@link #limit} in any order.
     *
     * @throws TransactionRefusedException if rows are to be locked, and there is no transaction, or one that only reads
     */
    public List<O> list() {
        return read(selection);
    }

    /** Returns the first of the objects, in the order of the key if no other is given; empty if there is none. */
    public Optional<O> first() {
        return read(sorted().most(1)).stream().findFirst();
    }

    /**
     * Returns the only object.
     *
     * @throws NotFoundException if there is none
     * @throws NotUniqueException if there are several
     */
    public O one() {
        List<O> found = read(selection.most(2));
        if (found.isEmpty()) {
            throw new NotFoundException(facts("there is none"), null);
        }
        if (found.size() > 1) {
            throw new NotUniqueException(facts("there are several"), null);
        }
        return found.get(0);
    }

    private Facts facts(String problem) {
        String where = selection.condition() == null ? "" : " with " + selection.condition();
        return Facts.problem(problem + " in the table " + selection.table().name() + where)
                .withObject(selection.table().type());
    }

    /** Returns how many objects there are, up to the limit. No object is read, and none locked. */
    public long count() {
        return sessions.call(session -> finder.count(session, selection));
    }

    /** Returns whether there is any object. None is read, and none locked. */
    public boolean exists() {
        return sessions.call(session -> finder.exists(session, selection));
    }

    private List<O> read(Selection selected) {
        return read(finder, selected, (object, row) -> object);
    }

    private <R> List<R> read(RowFinder<O> from, Selection selected, RowFinder.Target<? super O, R> target) {
        return sessions.call(
                session -> locking ? from.listLocked(session, selected, target) : from.list(session, selected, target));
    }

    // ---- pages ----

    /** Returns the first page, as {@link #page(int, String)}. */
    public Page<O> page(int size) {
        return page(size, null);
    }

    /**
     * Returns the objects that come next after those of another page. The statement asks for the rows after the last one
     * of that page, by the columns of the order and the key, and counts none: however rows come and go meanwhile, one that
     * was there all the time, with the same values in these columns, is on just one page.
     *
     * <p>A cursor is of its table and order; conditions may differ. It holds the last row's values in the columns of the
     * order for anybody to read, and gives access to nothing that the query does not.
     *
     * @param size how many objects at most
     * @param after what {@link Page#next} of that page returned; null for the first page
     * @throws InvalidCursorException if the text is no cursor, or one of another table or order
     * @throws IllegalArgumentException if the size is not positive, the query has a limit, or the key is secret
     */
    public Page<O> page(int size, @Nullable String after) {
        Sort sort = sort();
        checkPage(size, sort);
        Cursor cursor = new Cursor(selection.table(), sort);
        List<@Nullable Object> position = after == null ? null : cursor.read(after);
        List<Placed<O>> found = placed(telling(sort), sort, position, size + 1);
        boolean hasMore = found.size() > size;
        List<Placed<O>> shown = hasMore ? found.subList(0, size) : found;
        return new Page<>(
                shown.stream().map(Placed::object).toList(),
                hasMore ? cursor.write(shown.get(size - 1).position()) : null);
    }

    private void checkPage(int size, Sort sort) {
        if (size < 1 || size == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A page has 1 object at least, not " + size);
        }
        if (selection.limit() != Selection.NO_LIMIT) {
            throw new IllegalArgumentException("A query with a limit has no pages; the size of a page is its limit");
        }
        if (sort.isSecret()) {
            throw new IllegalArgumentException("The key of the table "
                    + selection.table().name() + " is secret, and a cursor would tell it; use stream(…)");
        }
    }

    // ---- one after the other ----

    /** Returns the query whose {@link #stream} and {@link #forEach} read so many objects at a time, instead of 500. */
    public Query<O> inBatchesOf(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A batch has 1 object at least, not " + size);
        }
        return new Query<>(sessions, finder, selection, locking, size);
    }

    /**
     * Passes the objects on one after the other, however many there are, in the order of the key if no other is given.
     * They are read in batches, each by a statement that begins after the last object of the one before, so that there
     * are never more than those of one batch in memory, and the connection is free for anything between two objects: in
     * a transaction they can be saved, and others loaded. An order needs an index, as it does for pages.
     *
     * <p>Each batch sees what its statement sees: of one moment are all only in a transaction that is isolated so
     * ({@link Isolation#REPEATABLE_READ}). As with pages, each object that is there throughout comes just once, if its
     * values in the columns of the order stay.
     *
     * @throws X what the action throws; no more objects are read then
     */
    public <X extends Exception> void forEach(ObjectAction<? super O, X> action) throws X {
        Batches<O> batches = batches();
        for (O object = batches.next(); object != null; object = batches.next()) {
            action.accept(object);
        }
    }

    /**
     * Passes the objects on as a stream, which reads them as {@link #forEach} does, when they are asked for. It need not
     * be read to its end, and ends with the work. It is never parallel.
     *
     * @return what the work returns
     * @throws X what the work throws
     */
    public <R extends @Nullable Object, X extends Exception> R stream(StreamWork<? super O, R, X> work) throws X {
        Batches<O> batches = batches();
        try (Stream<O> stream = StreamSupport.stream(batches, false)) {
            return applied(work, stream);
        } finally {
            batches.close();
        }
    }

    @SuppressWarnings("unchecked") // of a stream objects are only taken
    private static <O, R extends @Nullable Object, X extends Exception> R applied(
            StreamWork<O, R, X> work, Stream<? extends O> stream) throws X {
        return work.apply((Stream<O>) stream);
    }

    private Batches<O> batches() {
        Sort sort = sort();
        RowFinder<O> telling = telling(sort);
        return new Batches<>((position, most) -> placed(telling, sort, position, most), batchSize, selection.limit());
    }

    /** Returns what finds the same objects, and tells where their rows are in the order. */
    private RowFinder<O> telling(Sort sort) {
        return finder.besides(sort.places());
    }

    private List<Placed<O>> placed(RowFinder<O> telling, Sort sort, @Nullable List<@Nullable Object> after, int most) {
        return read(telling, selection.by(sort).after(after).most(most), (object, row) -> {
            List<@Nullable Object> position = new ArrayList<>();
            for (Sort.By by : sort.columns()) {
                position.add(row.get(by.column()));
            }
            return new Placed<>(object, position);
        });
    }
}
