package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.NestedReference;
import org.versionedobjects.UnknownFieldException;
import org.versionedobjects.VersionedObject;

/**
 * How objects belong together, as data: which objects of another table a field has. A repository loads it for many
 * objects in one statement, with {@link Repository#with} or {@link Repository#fetch}.
 *
 * <pre>{@code
 * Relation<Project, Consumer> CONSUMERS =
 *     Relation.toMany(PROJECTS, Project.CONSUMERS, CONSUMER_TABLE, Consumer.PROJECT);
 * }</pre>
 *
 * <p>A list has its objects in the order of their key unless another one is given, and is empty where there are none.
 * Each place has an object of its own, even where two are of the same row, so that trees share nothing and each can go
 * to a thread of its own. Lists are loaded, never saved: it is the objects in them that are.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <O> the class of the objects that have the field
 * @param <R> the class of the objects in it
 */
public final class Relation<O extends VersionedObject, R extends VersionedObject> {
    private final Table<O> from;
    private final Field<?> field;
    private final Link<R> link;
    private final Inside<R> inside;

    /** How rows are found. */
    sealed interface Link<R extends VersionedObject> permits Reference, Children, Through {
        /** Returns the table of the objects in the field. */
        Table<R> to();
    }

    /** A column of the objects themselves refers to the other. */
    record Reference<R extends VersionedObject>(Column<?> column, Table<R> to) implements Link<R> {}

    /** A column of the others has the key of the object. */
    record Children<R extends VersionedObject>(Table<R> to, Column<?> by) implements Link<R> {}

    /** Rows of a table between have the key of the object in one column, and refer to the other by another one. */
    record Through<R extends VersionedObject>(Table<?> between, Column<?> by, Column<?> target, Table<R> to)
            implements Link<R> {}

    /**
     * How the objects in a field are loaded.
     *
     * @param lazy their relations that are loaded when they are asked for
     */
    private record Inside<R extends VersionedObject>(
            Loading<R> loading, List<Relation<R, ?>> lazy, Sort sort, boolean includingDeleted) {
        static <R extends VersionedObject> Inside<R> of(Table<R> table, Fields fields) {
            return new Inside<>(Loading.of(fields), List.of(), Sort.of(table, List.of()), false);
        }

        Inside<R> with(Loading<R> newLoading) {
            return new Inside<>(newLoading, lazy, sort, includingDeleted);
        }

        Inside<R> lazily(List<Relation<R, ?>> more) {
            return new Inside<>(loading, Loading.joined(lazy, more), sort, includingDeleted);
        }

        Inside<R> by(Sort newSort) {
            return new Inside<>(loading, lazy, newSort, includingDeleted);
        }

        Inside<R> withDeleted() {
            return new Inside<>(loading, lazy, sort, true);
        }
    }

    private Relation(Table<O> from, Field<?> field, Link<R> link, Inside<R> inside) {
        this.from = from;
        this.field = field;
        this.link = link;
        this.inside = inside;
    }

    private Relation<O, R> with(Inside<R> newInside) {
        return new Relation<>(from, field, link, newInside);
    }

    // ---- declaration ----

    /**
     * Declares a list of the objects that refer to one. They are loaded with all that a load brings but the reference
     * back, which is left unset, since it leads to where one comes from.
     *
     * @param from the table of the objects that have the list
     * @param field the list, which has no column
     * @param to the table of the objects in it
     * @param by the field of theirs that refers to {@code from}, or has its key
     * @throws InvalidTableException if these do not fit together; it lists all
     */
    public static <O extends VersionedObject, R extends VersionedObject> Relation<O, R> toMany(
            Table<O> from, Field<? extends @Nullable List<R>> field, Table<R> to, Field<?> by) {
        Checks checks = new Checks();
        checks.list(from, field, to);
        Column<?> column = checks.end(from, field, checks.backReference(from, to, by));
        boolean isReference = column.reference() != null;
        Fields fields = isReference ? Fields.all().without(by) : Fields.all();
        return new Relation<>(from, field, new Children<>(to, column), Inside.of(to, fields));
    }

    /**
     * Declares a list of objects that rows of another table put together with one: many of them to many.
     *
     * @param from the table of the objects that have the list
     * @param field the list, which has no column
     * @param between the table of the rows that put two together
     * @param by the field of theirs that refers to {@code from}, or has its key
     * @param target the field of theirs that refers to the other object
     * @throws InvalidTableException if these do not fit together; it lists all
     */
    public static <O extends VersionedObject, R extends VersionedObject> Relation<O, R> toManyThrough(
            Table<O> from,
            Field<? extends @Nullable List<R>> field,
            Table<?> between,
            Field<?> by,
            Field<? extends @Nullable R> target) {
        Checks checks = new Checks();
        Column<?> targetColumn = checks.end(from, field, checks.reference(between, target));
        Table<R> to = referred(targetColumn);
        checks.list(from, field, to);
        Column<?> column = checks.end(from, field, checks.backReference(from, between, by));
        return new Relation<>(
                from, field, new Through<>(between, column, targetColumn, to), Inside.of(to, Fields.all()));
    }

    /**
     * Declares what a reference leads to, to load it where it was left out, or to go on from there.
     *
     * @throws InvalidTableException if the field is no reference
     */
    public static <O extends VersionedObject, R extends VersionedObject> Relation<O, R> toOne(
            Table<O> from, Field<? extends @Nullable R> reference) {
        Checks checks = new Checks();
        Column<?> column = checks.end(from, reference, checks.reference(from, reference));
        Table<R> to = referred(column);
        return new Relation<>(from, reference, new Reference<>(column, to), Inside.of(to, Fields.all()));
    }

    @SuppressWarnings("unchecked") // the table builder has checked that the field of an R refers to a table of these
    private static <R extends VersionedObject> Table<R> referred(Column<?> column) {
        return (Table<R>) Objects.requireNonNull(column.reference());
    }

    /** Finds out what is wrong. */
    private static final class Checks {
        private final List<String> problems = new ArrayList<>();

        void list(Table<?> from, Field<?> field, Table<?> to) {
            if (!from.type().has(field)) {
                problems.add(field + " is no field of " + from.type());
            } else if (from.column(field) != null) {
                problems.add(field + " has a column in the table " + from.name() + "; leave it out: without(…)");
            }
            List<NestedReference> nested = field.type().references();
            boolean isList = nested.size() == 1 && !nested.get(0).isList();
            if (!isList || !nested.get(0).accepts(to.type())) {
                problems.add(field + " holds " + field.type().describe() + ", but the table " + to.name()
                        + " has objects of " + to.type());
            }
        }

        @Nullable
        Column<?> backReference(Table<?> from, Table<?> to, Field<?> by) {
            Column<?> column = column(to, by);
            if (from.key().size() != 1) {
                problems.add("the table " + from.name() + " has a key of several columns; that is not supported");
            }
            if (column != null && column.reference() != null && column.reference() != from) {
                problems.add(by + " refers to the table " + column.reference().name() + ", not to " + from.name());
            }
            return column;
        }

        @Nullable
        Column<?> reference(Table<?> table, Field<?> field) {
            Column<?> column = column(table, field);
            if (column != null && column.reference() == null) {
                problems.add(field + " is no reference in the table " + table.name());
            }
            return column;
        }

        private @Nullable Column<?> column(Table<?> table, Field<?> field) {
            try {
                return table.requiredColumn(field);
            } catch (UnknownFieldException e) {
                problems.add(field + " has no column in the table " + table.name());
                return null;
            }
        }

        /** Throws all that is wrong, or returns a column, which then is there. */
        Column<?> end(Table<?> from, Field<?> field, @Nullable Column<?> column) {
            end(from, field);
            return Objects.requireNonNull(column);
        }

        void end(Table<?> from, Field<?> field) {
            if (!problems.isEmpty()) {
                throw new InvalidTableException("The relation " + field.name() + " of " + from.type(), problems);
            }
        }
    }

    // ---- variants ----

    /** Returns this relation with objects of which only some fields are loaded; as {@link Repository#only}. */
    public Relation<O, R> only(Field<?>... fields) {
        return only(Fields.of(fields));
    }

    /**
     * Returns this relation with objects of which only some fields are loaded; the reference back, too, if it is among
     * them.
     */
    public Relation<O, R> only(Fields fields) {
        fields.in(link.to());
        return with(inside.with(inside.loading().with(fields)));
    }

    /** Returns this relation with objects of which some fields are left unset. */
    public Relation<O, R> without(Field<?>... fields) {
        return only(inside.loading().fields().without(fields));
    }

    /** Returns this relation with relations of the objects in it, which are loaded with them, in one statement each. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Relation<O, R> with(Relation<R, ?>... relations) {
        return with(inside.with(inside.loading().with(List.of(relations))));
    }

    /**
     * Returns this relation with relations of the objects in it, which are loaded when they are asked for, if that is how
     * this one is loaded: {@link Repository#lazily}.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Relation<O, R> lazily(Relation<R, ?>... relations) {
        return with(inside.lazily(List.of(relations)));
    }

    /**
     * Returns this relation with a list in an order: by the first of the fields, where they are equal by the second, and so
     * on; at last by the key.
     *
     * @throws UnknownFieldException if a field has no column
     * @throws IllegalArgumentException if a field is secret, or JSON, or there twice
     */
    public Relation<O, R> orderedBy(Order... orders) {
        return with(inside.by(Sort.of(link.to(), List.of(orders))));
    }

    /** Returns this relation with objects, too, whose rows are softly deleted. A reference has them anyway. */
    public Relation<O, R> includingDeleted() {
        return with(inside.withDeleted());
    }

    // ---- for those who load it ----

    Table<O> from() {
        return from;
    }

    Field<?> field() {
        return field;
    }

    Link<R> link() {
        return link;
    }

    Loading<R> loading() {
        return inside.loading();
    }

    Sort sort() {
        return inside.sort();
    }

    /** Returns how relations of the objects in it are loaded when they are asked for. */
    @Nullable
    Laziness inside(@Nullable Laziness laziness) {
        return laziness == null ? null : laziness.inside(inside.lazy());
    }

    boolean isIncludingDeleted() {
        return inside.includingDeleted();
    }

    /** Returns field and tables: {@code consumers of placement.Project 1.0 in projects}. */
    @Override
    public String toString() {
        return field.name() + " of " + from;
    }
}
