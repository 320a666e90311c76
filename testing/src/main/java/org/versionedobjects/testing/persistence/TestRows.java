package org.versionedobjects.testing.persistence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Difference;
import org.versionedobjects.Field;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.persistence.Condition;
import org.versionedobjects.persistence.Repository;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.Table;

/** Objects and rows of one test, in its transaction; confined to it. */
final class TestRows {
    private static final int DRAWS = 2;
    private static final int DEEPEST = 20;

    private final Store store;
    private final Makers makers;
    private final Random random;
    private final Deque<Table<?>> beingMade = new ArrayDeque<>();
    private long number;

    TestRows(Store store, Makers makers, Random random) {
        this.store = store;
        this.makers = makers;
        this.random = random;
    }

    Store store() {
        return store;
    }

    Random random() {
        return random;
    }

    private Seed seed() {
        return new Seed(this, ++number);
    }

    // ---- objects ----

    <O extends VersionedObject> O unsaved(Table<O> table) {
        return unsaved(table, Map.of());
    }

    /** Returns a new object with some values given. */
    <O extends VersionedObject> O unsaved(Table<O> table, Map<Field<?>, @Nullable Object> given) {
        boolean isNested = beingMade.contains(table);
        if (beingMade.size() > DEEPEST) {
            throw Finding.of(
                    table,
                    "a row refers to one that refers to one, without end; let a maker give a value that ends it");
        }
        beingMade.push(table);
        try {
            Map<Field<?>, @Nullable Object> values = values(table, given.keySet(), isNested);
            values.putAll(given);
            O object = table.type().newObject();
            values.forEach((field, value) -> set(object, field, value));
            return object;
        } finally {
            beingMade.pop();
        }
    }

    /** Returns what an object is made with, by the application's maker or field by field. */
    private <O extends VersionedObject> Map<Field<?>, @Nullable Object> values(
            Table<O> table, Set<Field<?>> given, boolean isNested) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        O made = makers.object(table, this::seed);
        if (made == null) {
            Columns.of(table).made().stream()
                    .filter(field -> !given.contains(field))
                    .forEach(field -> values.put(field, value(table, field, isNested)));
        } else {
            table.type().fields().stream().filter(made::isSet).forEach(field -> values.put(field, made.get(field)));
        }
        return values;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a value of the field
    static <T extends @Nullable Object> void set(VersionedObject object, Field<T> field, @Nullable Object value) {
        object.set(field, (T) value);
    }

    /** Returns a value for a field of an object that nobody made; of one inside another of its table null, if it may be. */
    private @Nullable Object value(Table<?> table, Field<?> field, boolean isNested) {
        Function<? super Seed, ?> maker = makers.values().get(field);
        if (isNested && field.type().isNullable()) {
            return null;
        }
        if (maker != null) {
            return maker.apply(seed());
        }
        Table<?> reference = table.roles().references().get(field);
        if (reference != null) {
            return saved(reference);
        }
        return makers.samples().of(field, random).stream()
                .findFirst()
                .orElseThrow(() -> Finding.of(
                        table,
                        "no value is known for " + field.name() + ", which holds "
                                + field.type().describe() + "; give one: with(" + field + ", seed -> …)"));
    }

    /** Returns different values for a field: made ones, those at the ends of what its type allows, null if it may be. */
    <O extends VersionedObject> List<@Nullable Object> values(Table<O> table, Field<?> field) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            O made = unsaved(table);
            if (made.isSet(field)) {
                addNew(field, values, made.get(field));
            }
        }
        if (!makers.values().containsKey(field) && !isReferring(table, field)) {
            makers.samples().of(field, random).forEach(sample -> addNew(field, values, sample));
        }
        if (Columns.of(table).nullable().contains(field)) {
            addNew(field, values, null);
        }
        return values;
    }

    private static boolean isReferring(Table<?> table, Field<?> field) {
        return table.roles().references().containsKey(field)
                || table.roles().foreignKeys().values().stream().anyMatch(each -> each.contains(field));
    }

    private static void addNew(Field<?> field, List<@Nullable Object> values, @Nullable Object value) {
        if (values.stream().noneMatch(each -> same(field, each, value))) {
            values.add(value);
        }
    }

    @SuppressWarnings("unchecked") // values of the field
    static <T extends @Nullable Object> boolean same(Field<T> field, @Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == other;
        }
        return field.type().same((T) one, (T) other);
    }

    // ---- rows ----

    <O extends VersionedObject> Repository<O> repository(Table<O> table) {
        try {
            return store.repository(table);
        } catch (UnknownObjectException e) {
            throw new AssertionError(
                    "The contract does not know " + table
                            + ", of which a row is needed; give it to TableContract.of(…)",
                    e);
        }
    }

    /** Creates a row for an object of its own, and returns that, loaded. */
    <O extends VersionedObject> O saved(Table<O> table) {
        return load(table, create(table, unsaved(table)));
    }

    /** Creates the row of an object. */
    <O extends VersionedObject> O create(Table<O> table, O object) {
        try {
            return repository(table).create(object);
        } catch (VersionedObjectException e) {
            throw Finding.refused(table, "the row of " + object + " could not be inserted", e);
        }
    }

    /** Loads the row of an object into another one. */
    <O extends VersionedObject> O load(Table<O> table, O object) {
        Optional<O> found;
        try {
            found = find(table, object);
        } catch (VersionedObjectException e) {
            throw Finding.refused(table, "the row of " + object + " could not be loaded", e);
        }
        return found.orElseThrow(() -> Finding.of(table, "there is no row of " + object + ", which was saved"));
    }

    <O extends VersionedObject> Optional<O> find(Table<O> table, O object) {
        List<Condition> key = new ArrayList<>();
        table.roles().key().forEach(field -> key.add(equal(field, object)));
        return repository(table).query().where(Condition.all(key)).first();
    }

    /** Returns whether there is a row with a value. */
    boolean isTaken(Table<?> table, Field<?> field, @Nullable Object value) {
        return value != null
                && repository(table).query().where(equalTo(field, value)).exists();
    }

    private static <T extends @Nullable Object> Condition equal(Field<T> field, VersionedObject object) {
        return equalTo(field, Objects.requireNonNull(object.get(field)));
    }

    @SuppressWarnings("unchecked") // a value of the field
    private static <T extends @Nullable Object> Condition equalTo(Field<T> field, Object value) {
        return Condition.equal(field, (T) value);
    }

    /**
     * Checks that a row is loaded as it was saved, and clean; what the object leaves unset is the database's to give.
     */
    <O extends VersionedObject> void checkLoaded(Table<O> table, O object) {
        checkLoaded(table, object, table.fields());
    }

    /** Checks that some fields are loaded as they were saved. */
    <O extends VersionedObject> void checkLoaded(Table<O> table, O object, List<Field<?>> fields) {
        O loaded = load(table, object);
        List<Difference> differences = object.differencesFrom(loaded).stream()
                .filter(each -> !each.one().equals("unset"))
                .filter(each -> fields.stream().anyMatch(field -> isAt(each.path(), field)))
                .toList();
        if (!differences.isEmpty()) {
            throw Finding.of(table, "what was saved (left) comes back as something else (right)", differences);
        }
        if (loaded.hasChanges()) {
            throw Finding.of(table, "what was loaded counts as changed", List.of(loaded.changes()));
        }
    }

    private static boolean isAt(String path, Field<?> field) {
        return path.equals(field.name()) || path.startsWith(field.name() + ".") || path.startsWith(field.name() + "[");
    }
}
