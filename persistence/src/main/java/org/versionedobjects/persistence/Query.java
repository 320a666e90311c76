package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObject;

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
    private final Sessions sessions;
    private final RowFinder<O> finder;
    private final Selection selection;
    private final @Nullable Condition condition;
    private final List<Order> orders;
    private final boolean locking;

    Query(Sessions sessions, RowFinder<O> finder, Selection selection) {
        this(sessions, finder, selection, null, List.of(), false);
    }

    private Query(
            Sessions sessions,
            RowFinder<O> finder,
            Selection selection,
            @Nullable Condition condition,
            List<Order> orders,
            boolean locking) {
        this.sessions = sessions;
        this.finder = finder;
        this.selection = selection;
        this.condition = condition;
        this.orders = orders;
        this.locking = locking;
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
        more.criterion().check(selection.table());
        Condition all = condition == null ? more : condition.and(more);
        return new Query<>(sessions, finder, selection.with(all.criterion()), all, orders, locking);
    }

    /**
     * Returns the query whose objects come in an order: by the first of the fields, where they are equal by the second,
     * and so on; at last by the key, so that the order is the same each time. Instead of an order before.
     *
     * @throws org.versionedobjects.UnknownFieldException if a field has no column
     * @throws IllegalArgumentException if a field is secret, or JSON, or there twice
     */
    public Query<O> orderBy(Order... newOrders) {
        List<Order> by = List.copyOf(Arrays.asList(newOrders));
        return new Query<>(sessions, finder, selection.by(Sort.of(selection.table(), by)), condition, by, locking);
    }

    /** Returns the query for so many objects at most: the first in the order, which is that of the key if there is none. */
    public Query<O> limit(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("A limit is 0 at least, not " + most);
        }
        return new Query<>(sessions, finder, sorted().most(most), condition, orders, locking);
    }

    /**
     * Returns the query that locks the rows of the table, not those that they refer to, and has their newest state. Rows
     * stay locked until the transaction ends. SQLite has no locks for rows: a {@code write} has the whole database.
     */
    public Query<O> forUpdate() {
        return new Query<>(sessions, finder, selection, condition, orders, true);
    }

    private Selection sorted() {
        return selection.sort() == null ? selection.by(Sort.of(selection.table(), List.of())) : selection;
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
        String where = condition == null ? "" : " with " + condition;
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
        return sessions.call(session -> new ArrayList<>(
                locking
                        ? finder.listLocked(session, selected, (object, row) -> object)
                        : finder.list(session, selected)));
    }
}
