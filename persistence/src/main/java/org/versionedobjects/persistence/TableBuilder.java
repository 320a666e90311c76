package org.versionedobjects.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.NestedReference;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;

/**
 * Collects the mapping of one table; started by {@link Table#of}. Nothing is thrown before {@link #build}, which throws
 * all problems at once. Confined to one thread.
 *
 * <p>Names of lower-case letters, digits and {@code _} are what a schema writes without quotes, whatever case the
 * database makes of them. Any other name, with capitals, spaces or quotes, is exactly that of the schema; so is one that
 * is a reserved word of the database.
 *
 * @param <O> the class of the objects
 */
public final class TableBuilder<O extends VersionedObject> {
    private static final ObjectCodec NO_OBJECTS = ObjectCodec.of(ObjectRegistry.of(List.of()));

    private final ObjectType<O> type;
    private final String name;
    private final List<String> problems = new ArrayList<>();
    private final Map<Field<?>, Mapped> mapped = new HashMap<>();
    private final Set<Field<?>> left = new HashSet<>();
    private final List<Field<?>> key = new ArrayList<>();
    private final List<Field<?>> naturalKey = new ArrayList<>();
    private final List<Named> named = new ArrayList<>();
    private boolean keyGenerated;
    private @Nullable Field<Long> generation;
    private long firstGeneration;
    private @Nullable Field<?> createdAt;
    private @Nullable Field<?> updatedAt;
    private @Nullable Field<?> deletedAt;
    private @Nullable Field<?> deleted;

    private record Mapped(
            String column,
            @Nullable Table<?> reference,
            @Nullable ObjectCodec json) {}

    private record Named(Constraint.Kind kind, String name, List<Field<?>> fields) {}

    /** The mapping with its fields turned into columns. */
    record Resolved(
            List<Column<?>> columns,
            List<Column<?>> key,
            boolean keyGenerated,
            List<Column<?>> naturalKey,
            @Nullable Column<Long> generation,
            long firstGeneration,
            @Nullable Column<?> createdAt,
            @Nullable Column<?> updatedAt,
            @Nullable SoftDeletion softDeletion,
            List<Constraint> constraints) {}

    TableBuilder(ObjectType<O> type, String name) {
        this.type = Objects.requireNonNull(type, "type");
        this.name = Objects.requireNonNull(name, "name");
    }

    ObjectType<O> type() {
        return type;
    }

    String name() {
        return name;
    }

    /** Makes a field the primary key, whose value the database makes on insert. */
    public TableBuilder<O> generatedKey(Field<?> field) {
        keyGenerated = true;
        return key(field);
    }

    /** Makes fields the primary key, whose values the application gives. */
    public TableBuilder<O> key(Field<?>... fields) {
        if (!key.isEmpty()) {
            problems.add("the key is given twice");
        }
        key.addAll(List.of(fields));
        return this;
    }

    /** Names the fields by which people tell one row from another; they stand in messages. */
    public TableBuilder<O> naturalKey(Field<?>... fields) {
        naturalKey.addAll(List.of(fields));
        return this;
    }

    /** Makes a field count the updates of a row, from 0 on. Updates and deletes are made only on the one expected. */
    public TableBuilder<O> generation(Field<Long> field) {
        return generation(field, 0);
    }

    /** Makes a field count the updates of a row, from {@code startsAt} on. */
    public TableBuilder<O> generation(Field<Long> field, long startsAt) {
        if (generation != null) {
            problems.add("the generation is given twice");
        }
        generation = field;
        firstGeneration = startsAt;
        return this;
    }

    /** Gives a field a column of another name. */
    public TableBuilder<O> column(Field<?> field, String column) {
        return map(field, new Mapped(column, null, null));
    }

    /** Makes a field of versioned objects a column with the key of the object, which is a row of another table. */
    public <R extends VersionedObject> TableBuilder<O> reference(
            Field<? extends @Nullable R> field, String column, Table<R> table) {
        return map(field, new Mapped(column, Objects.requireNonNull(table, "table"), null));
    }

    /**
     * Makes a field a column of JSON, of its own name: a list, a set or a map, or any other value without versioned
     * objects in it. The row is dirty when anything in it changed.
     */
    public TableBuilder<O> json(Field<?> field) {
        return json(field, field.name(), NO_OBJECTS);
    }

    /**
     * Makes a field a column of JSON: of whatever there is, versioned objects as their envelopes, which the codec writes,
     * and reads, upgraded if they are older. The row is dirty when anything in it changed, and a save saves all of it.
     */
    public TableBuilder<O> json(Field<?> field, String column, ObjectCodec codec) {
        return map(field, new Mapped(column, null, Objects.requireNonNull(codec, "codec")));
    }

    private TableBuilder<O> map(Field<?> field, Mapped to) {
        checkOwn(field, "a column");
        if (mapped.putIfAbsent(field, to) != null) {
            problems.add("the field " + field.name() + " is mapped twice");
        }
        return this;
    }

    /** Leaves a field out: it has no column, and its changes are never saved. */
    public TableBuilder<O> without(Field<?> field) {
        checkOwn(field, "without");
        left.add(field);
        return this;
    }

    /** Declares a unique constraint by the name it has in the database, so that a conflict on it names the fields. */
    public TableBuilder<O> unique(String constraint, Field<?>... fields) {
        return declare(Constraint.Kind.UNIQUE, constraint, fields);
    }

    /**
     * Declares a foreign key by the name it has in the database, so that a row that is missing, or still referred to, is
     * told with the fields.
     */
    public TableBuilder<O> foreignKey(String constraint, Field<?>... fields) {
        return declare(Constraint.Kind.FOREIGN_KEY, constraint, fields);
    }

    /** Declares a check by the name it has in the database, with the fields that it is about. */
    public TableBuilder<O> check(String constraint, Field<?>... fields) {
        return declare(Constraint.Kind.CHECK, constraint, fields);
    }

    private TableBuilder<O> declare(Constraint.Kind kind, String constraint, Field<?>... fields) {
        named.add(new Named(kind, constraint, List.of(fields)));
        return this;
    }

    /** Has the store set a field on insert, unless it is set already. */
    public TableBuilder<O> createdAt(Field<? extends @Nullable Instant> field) {
        createdAt = field;
        return this;
    }

    /** Has the store set a field on every update. */
    public TableBuilder<O> updatedAt(Field<? extends @Nullable Instant> field) {
        updatedAt = field;
        return this;
    }

    /**
     * Has rows stay when they are deleted with {@link Repository#softDelete}, and be found no more: a row is deleted if
     * the field has a time.
     */
    public TableBuilder<O> softDelete(Field<? extends @Nullable Instant> at) {
        deletedAt = at;
        return this;
    }

    /** Has rows stay as {@link #softDelete(Field)} does, and keeps a second field that says whether a row is deleted. */
    public TableBuilder<O> softDelete(Field<? extends @Nullable Instant> at, Field<Boolean> whether) {
        deletedAt = at;
        deleted = whether;
        return this;
    }

    private @Nullable SoftDeletion softDeletion(Resolver resolver) {
        Field<?> at = deletedAt;
        Field<?> whether = deleted;
        Column<?> atColumn = at == null ? null : resolver.plain("softDelete", at);
        Column<?> whetherColumn = whether == null ? null : resolver.plain("softDelete", whether);
        return atColumn == null ? null : new SoftDeletion(atColumn, whetherColumn);
    }

    /**
     * Makes the table.
     *
     * @throws InvalidTableException if anything is wrong with it; it lists all
     */
    public Table<O> build() {
        Problems found = new Problems(new ArrayList<>(problems));
        found.checkName("the table", name);
        List<Column<?>> columns = columns(found);
        Map<Field<?>, Column<?>> byField = new HashMap<>();
        columns.forEach(column -> byField.put(column.field(), column));
        Resolver resolver = new Resolver(byField, found);
        if (key.isEmpty()) {
            found.add("it has no key; declare generatedKey(…) or key(…)");
        }
        Resolved resolved = new Resolved(
                columns,
                resolver.all("the key", key),
                keyGenerated,
                resolver.all("the natural key", naturalKey),
                generation == null ? null : resolver.plain("the generation", generation),
                firstGeneration,
                createdAt == null ? null : resolver.plain("createdAt", createdAt),
                updatedAt == null ? null : resolver.plain("updatedAt", updatedAt),
                softDeletion(resolver),
                constraints(resolver, found));
        checkRoles(resolved, found);
        found.check("The table " + name + " of " + type);
        return new Table<>(this, resolved);
    }

    private List<Column<?>> columns(Problems found) {
        List<Column<?>> columns = new ArrayList<>();
        Map<String, Field<?>> names = new HashMap<>();
        for (Field<?> field : type.fields()) {
            Mapped to = mapped.get(field);
            if (left.contains(field)) {
                if (to != null) {
                    found.add("the field " + field.name() + " is both mapped and left out");
                }
                continue;
            }
            Mapped column = to == null ? new Mapped(field.name(), null, null) : to;
            found.checkName("the column of the field " + field.name(), column.column());
            Field<?> same = names.putIfAbsent(column.column().toLowerCase(Locale.ROOT), field);
            if (same != null) {
                found.add("the fields " + same.name() + " and " + field.name() + " have the same column "
                        + column.column());
            }
            ObjectCodec json = column.json();
            if (json == null) {
                checkReference(field, column.reference(), found);
            } else if (json == NO_OBJECTS && !field.type().references().isEmpty()) {
                found.add("the field " + field.name() + " holds " + field.type().describe()
                        + "; give json(…) a codec for it");
            }
            ColumnForm form = json == null ? ColumnForm.of(field.type()) : ColumnForm.json(field.type(), json);
            if (form.isAny()) {
                found.add("the field " + field.name() + " holds " + field.type().describe()
                        + ", which only a column of JSON can; declare json(…) for it");
            }
            columns.add(
                    new Column<>(columns.size(), field, type.slot(field), column.column(), column.reference(), form));
        }
        return columns;
    }

    private static void checkReference(Field<?> field, @Nullable Table<?> reference, Problems found) {
        List<NestedReference> nested = field.type().references();
        if (reference == null && !nested.isEmpty()) {
            found.add("the field " + field.name() + " holds " + field.type().describe()
                    + "; declare reference(…) or json(…) for it, or without(…)");
        }
        if (reference == null) {
            return;
        }
        if (reference.key().size() != 1) {
            found.add("the field " + field.name() + " refers to the table " + reference.name()
                    + ", which has a key of several columns; that is not supported");
        }
        if (nested.size() != 1 || !nested.get(0).accepts(reference.type())) {
            found.add("the field " + field.name() + " holds " + field.type().describe() + ", but the table "
                    + reference.name() + " has objects of " + reference.type());
        }
    }

    private List<Constraint> constraints(Resolver resolver, Problems found) {
        List<Constraint> constraints = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Named each : named) {
            found.checkName("a constraint", each.name());
            if (!names.add(each.name().toLowerCase(Locale.ROOT))) {
                found.add("there are two constraints called " + each.name());
            }
            if (each.fields().isEmpty()) {
                found.add("the constraint " + each.name() + " has no fields");
            }
            List<Column<?>> columns = resolver.all("the constraint " + each.name(), each.fields());
            constraints.add(new Constraint(each.kind(), each.name(), columns));
        }
        return constraints;
    }

    private void checkRoles(Resolved resolved, Problems found) {
        if (resolved.generation() != null && resolved.key().contains(resolved.generation())) {
            found.add("the field " + resolved.generation().field().name() + " is both key and generation");
        }
        if (createdAt != null && createdAt == updatedAt) {
            found.add("the field " + createdAt.name() + " is both createdAt and updatedAt");
        }
        boolean reference = resolved.key().stream().anyMatch(column -> column.reference() != null);
        if (keyGenerated && reference) {
            found.add("a generated key cannot be a reference");
        }
    }

    private void checkOwn(Field<?> field, String what) {
        if (!type.has(field)) {
            problems.add(what + " is given for " + field + ", which is no field of " + type);
        }
    }

    private record Problems(List<String> list) {
        void add(String problem) {
            list.add(problem);
        }

        void checkName(String what, String name) {
            if (name.isBlank() || name.indexOf('\0') >= 0) {
                add(what + " is called \"" + name + "\"; a name is not empty and has no zero character");
            }
        }

        void check(String what) {
            if (!list.isEmpty()) {
                throw new InvalidTableException(what, list);
            }
        }
    }

    /** Turns fields into their columns. */
    private record Resolver(Map<Field<?>, Column<?>> columns, Problems found) {
        List<Column<?>> all(String what, List<Field<?>> fields) {
            List<Column<?>> list = new ArrayList<>();
            for (Field<?> field : fields) {
                Column<?> column = one(what, field);
                if (column != null && list.contains(column)) {
                    found.add(what + " has the field " + field.name() + " twice");
                } else if (column != null) {
                    list.add(column);
                }
            }
            return list;
        }

        @SuppressWarnings("unchecked") // the column of a Field<T> is a Column<T>
        <T extends @Nullable Object> @Nullable Column<T> plain(String what, Field<T> field) {
            Column<?> column = one(what, field);
            if (column != null && column.reference() != null) {
                found.add(what + " is the field " + field.name() + ", which is a reference");
            }
            return (Column<T>) column;
        }

        private @Nullable Column<?> one(String what, Field<?> field) {
            Column<?> column = columns.get(field);
            if (column == null) {
                found.add(what + " names " + field + ", which has no column here");
            }
            return column;
        }
    }
}
