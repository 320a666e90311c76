package org.versionedobjects.persistence;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.StateAccess;
import org.versionedobjects.StateAccess.Assigned;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.KeyedRows.Ordering;
import org.versionedobjects.persistence.KeyedRows.Place;
import org.versionedobjects.persistence.Relation.Children;
import org.versionedobjects.persistence.Relation.Through;

/** Loads for many objects, in one statement for all, what they do not have yet. Immutable and thread-safe. */
final class Fetcher {
    private final Dialects dialects;
    private final Failures failures;

    Fetcher(Dialects dialects, Failures failures) {
        this.dialects = dialects;
        this.failures = failures;
    }

    // ---- relations ----

    /**
     * Fills the relation of those objects that do not have it, then its own relations of all that is in it.
     *
     * @param laziness how what is left out inside is loaded; null if it is not
     */
    <O extends VersionedObject, R extends VersionedObject> void fetch(
            Session session, Relation<O, R> relation, @Nullable Laziness laziness, Collection<? extends O> objects) {
        Table<O> from = relation.from();
        Column<?> reference = from.column(relation.field());
        if (reference == null) {
            int slot = from.type().slot(relation.field());
            Map<KeyValues, List<VersionedObject>> owners =
                    byKey(from, objects, object -> !StateAccess.isSet(object, slot));
            readLists(
                    session, relation, laziness, owners, (owner, list) -> put(session, owner, relation.field(), list));
        } else {
            Fields fields =
                    Fields.of().inside(relation.field(), relation.loading().fields());
            fetch(session, from, fields, Set.of(reference), relation.inside(laziness), objects);
        }
        if (!relation.loading().relations().isEmpty()) {
            List<R> inside = inside(relation, objects);
            relation.loading().relations().forEach(each -> fetch(session, each, laziness, inside));
        }
    }

    /** Reads the lists of those who want them, and all that is to be loaded with the objects in them. */
    <T, R extends VersionedObject> void lists(
            Session session,
            Relation<?, R> relation,
            Laziness laziness,
            Map<KeyValues, List<T>> owners,
            BiConsumer<? super T, ? super List<R>> target) {
        List<R> all = readLists(session, relation, laziness, owners, target);
        relation.loading().relations().forEach(each -> fetch(session, each, laziness, all));
    }

    private <T, R extends VersionedObject> List<R> readLists(
            Session session,
            Relation<?, R> relation,
            @Nullable Laziness laziness,
            Map<KeyValues, List<T>> owners,
            BiConsumer<? super T, ? super List<R>> target) {
        Map<T, List<R>> lists = new LinkedHashMap<>();
        owners.values().forEach(each -> each.forEach(owner -> lists.put(owner, new ArrayList<>())));
        Source<R> source = source(relation);
        List<R> all = new ArrayList<>();
        source.rows().read(session, owners.keySet(), (key, row) -> {
            for (T owner : owners(relation, owners, key)) {
                R object = source.object(row);
                if (object != null) {
                    Objects.requireNonNull(lists.get(owner)).add(object);
                    all.add(object);
                }
            }
        });
        attach(source.join(), all, relation.inside(laziness));
        lists.forEach(target);
        return all;
    }

    private static <T> List<T> owners(Relation<?, ?> relation, Map<KeyValues, List<T>> owners, KeyValues key) {
        List<T> found = owners.get(key);
        if (found == null) {
            throw new StoreException(
                    Facts.problem("the database found a row by a key that is not the same as any asked for, as if in"
                                    + " another case")
                            .withObject(relation.from().type())
                            .withPath(relation.field().name()),
                    Failure.found(FailureKind.OTHER),
                    null);
        }
        return found;
    }

    /** Where the objects of a relation come from. */
    private interface Source<R> {
        KeyedRows rows();

        Join join();

        @Nullable
        R object(ResultRow row) throws SQLException;
    }

    /** The table of the objects themselves. */
    private record OfChildren<R extends VersionedObject>(RowReader<R> reader, Join join, KeyedRows rows)
            implements Source<R> {
        @Override
        public R object(ResultRow row) throws SQLException {
            return reader.object(row);
        }
    }

    /** A table between, joined with that of the objects. */
    private record OfBetween<R extends VersionedObject>(RowReader<?> reader, Through<R> link, Join join, KeyedRows rows)
            implements Source<R> {
        @Override
        public @Nullable R object(ResultRow row) throws SQLException {
            VersionedObject object = reader.referred(row, link.target());
            return object == null ? null : link.to().type().javaClass().cast(object);
        }
    }

    private <R extends VersionedObject> Source<R> source(Relation<?, R> relation) {
        if (relation.link() instanceof Children<R> link) {
            return source(relation, link);
        }
        if (relation.link() instanceof Through<R> link) {
            return source(relation, link, link.between());
        }
        throw new IllegalStateException(relation + " is no list");
    }

    private <R extends VersionedObject> Source<R> source(Relation<?, R> relation, Children<R> link) {
        RowReader<R> reader = reader(link.to(), relation.loading().fields()).besides(List.of(link.by()));
        List<Place> absent = deletion(relation, reader.root()).toList();
        List<Ordering> order = Ordering.of(reader.root(), relation.sort());
        return new OfChildren<>(reader, reader.root(), new KeyedRows(reader, List.of(link.by()), absent, order));
    }

    private <B extends VersionedObject, R extends VersionedObject> Source<R> source(
            Relation<?, R> relation, Through<R> link, Table<B> between) {
        Fields fields =
                Fields.of().inside(link.target().field(), relation.loading().fields());
        RowReader<B> reader = reader(between, fields).besides(List.of(link.by()));
        Join target = Objects.requireNonNull(
                reader.root().references().get(link.target().index()));
        List<Place> absent = Stream.concat(deletion(relation, reader.root()), deletion(relation, target))
                .toList();
        List<Ordering> order = Ordering.of(target, relation.sort());
        return new OfBetween<>(reader, link, target, new KeyedRows(reader, List.of(link.by()), absent, order));
    }

    private static Stream<Place> deletion(Relation<?, ?> relation, Join join) {
        SoftDeletion deletion =
                relation.isIncludingDeleted() ? null : join.table().softDeletion();
        return Stream.ofNullable(deletion).map(each -> new Place(join, each.deletedAt()));
    }

    private static <R extends VersionedObject> List<R> inside(
            Relation<?, R> relation, Collection<? extends VersionedObject> objects) {
        int slot = relation.from().type().slot(relation.field());
        Table<R> to = relation.link().to();
        List<R> inside = new ArrayList<>();
        for (VersionedObject object : objects) {
            Object value = StateAccess.isSet(object, slot) ? StateAccess.value(object, slot) : null;
            Collection<?> values =
                    value instanceof Collection<?> list ? list : value == null ? Set.of() : Set.of(value);
            for (Object each : values) {
                if (each instanceof VersionedObject other && other.objectType() == to.type()) {
                    inside.add(to.type().javaClass().cast(other));
                }
            }
        }
        return inside;
    }

    // ---- fields ----

    /**
     * Fills fields of those objects that do not have them, from their own rows.
     *
     * @param fields what is read of the rows
     * @param wanted the columns of these whose fields are filled
     * @param laziness how what is left out inside is loaded; null if it is not
     */
    void fetch(
            Session session,
            Table<?> table,
            Fields fields,
            Set<Column<?>> wanted,
            @Nullable Laziness laziness,
            Collection<? extends VersionedObject> objects) {
        Map<KeyValues, List<VersionedObject>> owners =
                byKey(table, objects, object -> wanted.stream().anyMatch(column -> !column.isSetIn(object)));
        readFields(session, table, fields, laziness, owners, (owner, column, value) -> {
            if (wanted.contains(column) && !column.isSetIn(owner)) {
                put(session, owner, column.field(), value);
            }
        });
    }

    /** Reads a column for those who want it; a reference whole. */
    <T> void column(
            Session session,
            Table<?> table,
            Column<?> column,
            Map<KeyValues, List<T>> owners,
            BiConsumer<? super T, @Nullable Object> target) {
        readFields(session, table, Fields.of(column.field()), null, owners, (owner, found, value) -> {
            if (found.equals(column)) {
                target.accept(owner, value);
            }
        });
    }

    @FunctionalInterface
    private interface FieldTarget<T> {
        void take(T owner, Column<?> column, @Nullable Object value);
    }

    private <T> void readFields(
            Session session,
            Table<?> table,
            Fields fields,
            @Nullable Laziness laziness,
            Map<KeyValues, List<T>> owners,
            FieldTarget<T> target) {
        RowReader<?> reader = reader(table, fields).besides(table.key());
        KeyedRows rows = new KeyedRows(reader, table.key(), List.of(), List.of());
        Map<Column<?>, List<VersionedObject>> inside = new LinkedHashMap<>();
        rows.read(session, owners.keySet(), (key, row) -> {
            for (T owner : Objects.requireNonNullElse(owners.get(key), List.<T>of())) {
                reader.fill(row, (column, value) -> {
                    if (column.reference() != null && value != null) {
                        inside.computeIfAbsent(column, each -> new ArrayList<>())
                                .add((VersionedObject) value);
                    }
                    target.take(owner, column, value);
                });
            }
        });
        inside.forEach(
                (column, objects) -> attachReferred(reader.root().references().get(column.index()), objects, laziness));
    }

    // ---- lazy loading ----

    /** Has objects that were just loaded together load what is unset in them when it is asked for. */
    void attach(Join join, List<? extends VersionedObject> objects, @Nullable Laziness laziness) {
        if (laziness != null && !objects.isEmpty()) {
            join(join, objects, laziness);
            attachInside(join, objects, laziness);
        }
    }

    /** Has objects that others refer to load what was left out of them. */
    void attachReferred(@Nullable Join join, List<? extends VersionedObject> objects, @Nullable Laziness laziness) {
        if (join == null || laziness == null || objects.isEmpty()) {
            return;
        }
        if (join.isPartial() || !laziness.relations().isEmpty()) {
            join(join, objects, laziness);
        }
        attachInside(join, objects, laziness);
    }

    private void join(Join join, List<? extends VersionedObject> objects, Laziness laziness) {
        LoadedTogether together = new LoadedTogether(join.table(), join.isPartial(), laziness, this);
        for (VersionedObject object : objects) {
            KeyValues key = KeyValues.of(Plans.key(join.table(), object).values());
            object.loadWith(together.join(key, object, LeftOut.otherwise(object)));
        }
    }

    private void attachInside(Join join, List<? extends VersionedObject> objects, Laziness laziness) {
        for (Column<?> column : join.columns()) {
            if (column.reference() != null) {
                List<VersionedObject> inside = new ArrayList<>();
                for (VersionedObject object : objects) {
                    if (column.isSetIn(object)
                            && StateAccess.value(object, column.slot()) instanceof VersionedObject other) {
                        inside.add(other);
                    }
                }
                attachReferred(join.references().get(column.index()), inside, laziness.inside());
            }
        }
    }

    // ---- helpers ----

    private <O extends VersionedObject> RowReader<O> reader(Table<O> table, Fields fields) {
        return new RowReader<>(table, dialects, failures).loading(Loading.of(fields));
    }

    @FunctionalInterface
    private interface Test {
        boolean isMissing(VersionedObject object);
    }

    /** Returns those objects that miss something, by their key; several may be of one row. */
    private static Map<KeyValues, List<VersionedObject>> byKey(
            Table<?> table, Collection<? extends VersionedObject> objects, Test test) {
        Map<KeyValues, List<VersionedObject>> byKey = new LinkedHashMap<>();
        for (VersionedObject object : new LinkedHashSet<>(objects)) {
            Plans.checkType(table, object);
            if (test.isMissing(object)) {
                KeyValues key = KeyValues.of(Plans.key(table, object).values());
                byKey.computeIfAbsent(key, each -> new ArrayList<>()).add(object);
            }
        }
        return byKey;
    }

    /**
     * Gives an object a value that was loaded.
     *
     * @param session that of the transaction with which it goes if that rolls back; null if it does not
     */
    static void put(@Nullable Session session, VersionedObject object, Field<?> field, @Nullable Object value) {
        Assigned<?> assigned = RowWriter.assigned(field, value);
        if (session == null || session.isCommittingAlone()) {
            StateAccess.load(object, object.objectType().slot(field), assigned.value());
        } else {
            session.beforeRefresh();
            session.written(StateAccess.saved(object, List.of(), List.of(assigned)));
        }
    }
}
