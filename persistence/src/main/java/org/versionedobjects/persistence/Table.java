package org.versionedobjects.persistence;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.UnknownFieldException;
import org.versionedobjects.VersionedObject;

/**
 * How the fields of a type become the columns of a table: as data, so that plans can be made and tested without a
 * database. A column is called like its field unless something else is said.
 *
 * <pre>{@code
 * Table<Consumer> CONSUMERS = Table.of(Consumer.TYPE, "consumers")
 *     .generatedKey(Consumer.ID)
 *     .naturalKey(Consumer.UUID)
 *     .generation(Consumer.GENERATION)
 *     .reference(Consumer.PROJECT, "project_id", PROJECTS)
 *     .unique("uniq_consumers0uuid", Consumer.UUID)
 *     .build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param <O> the class of the objects
 */
public final class Table<O extends VersionedObject> {
    private final ObjectType<O> type;
    private final String name;
    private final List<Column<?>> columns;
    private final @Nullable Column<?>[] bySlot;
    private final List<Column<?>> key;
    private final boolean keyGenerated;
    private final List<Column<?>> naturalKey;
    private final @Nullable Column<Long> generation;
    private final long firstGeneration;
    private final @Nullable Column<?> createdAt;
    private final @Nullable Column<?> updatedAt;
    private final @Nullable SoftDeletion softDeletion;
    private final List<Constraint> constraints;
    private final boolean secret;
    private final List<Field<?>> nested;
    private final List<Column<?>> json;
    private final List<Column<?>> times;
    private final boolean[] kept;

    Table(TableBuilder<O> builder, TableBuilder.Resolved resolved) {
        this.type = builder.type();
        this.name = builder.name();
        this.columns = List.copyOf(resolved.columns());
        this.bySlot = new Column<?>[type.allFields().size()];
        columns.forEach(column -> bySlot[column.slot()] = column);
        this.key = List.copyOf(resolved.key());
        this.keyGenerated = resolved.keyGenerated();
        this.naturalKey = List.copyOf(resolved.naturalKey());
        this.generation = resolved.generation();
        this.firstGeneration = resolved.firstGeneration();
        this.createdAt = resolved.createdAt();
        this.updatedAt = resolved.updatedAt();
        this.softDeletion = resolved.softDeletion();
        this.constraints = List.copyOf(resolved.constraints());
        this.nested = type.fields().stream()
                .filter(field -> !field.type().references().isEmpty() && !isJson(field))
                .toList();
        this.json = columnsThat(column -> column.form().isJson());
        this.times = columnsThat(
                column -> column.reference() == null && column.form().isTime());
        this.kept = new boolean[columns.size()];
        columns.forEach(column -> kept[column.index()] =
                isKey(column) || column.equals(generation) || column.equals(createdAt) || column.equals(updatedAt));
        this.secret = columns.stream().anyMatch(Column::isSecret) || referenceIsSecret();
    }

    private List<Column<?>> columnsThat(Predicate<Column<?>> test) {
        return columns.stream().<Column<?>>map(column -> column).filter(test).toList();
    }

    private boolean referenceIsSecret() {
        for (Column<?> column : columns) {
            Table<?> reference = column.reference();
            if (reference != null && reference.isSecret()) {
                return true;
            }
        }
        return false;
    }

    /** Starts the mapping of a type to a table. */
    public static <O extends VersionedObject> TableBuilder<O> of(ObjectType<O> type, String name) {
        return new TableBuilder<>(type, name);
    }

    /** Returns the type of the objects. */
    public ObjectType<O> type() {
        return type;
    }

    /** Returns the name of the table. */
    public String name() {
        return name;
    }

    /** Returns the fields that have a column, in the order of the type. */
    public List<Field<?>> fields() {
        return fieldsOf(columns);
    }

    /** Returns the name of a field's column; empty if it has none. */
    public Optional<String> columnName(Field<?> field) {
        Column<?> column = type.has(field) ? bySlot[type.slot(field)] : null;
        return Optional.ofNullable(column).map(Column::name);
    }

    /** Returns whether a field has a column, and that holds its values as JSON. */
    public boolean isJson(Field<?> field) {
        Column<?> column = type.has(field) ? bySlot[type.slot(field)] : null;
        return column != null && column.form().isJson();
    }

    /** Returns what the fields are there for: key, generation, references, constraints. */
    public TableRoles roles() {
        return TableRoles.of(this);
    }

    /**
     * Compares this mapping with the live schema, in the schema that the handle's connection is in: the table, its columns,
     * what they hold, take and generate, the key, unique constraints and foreign keys, their names and targets. Nothing is
     * told of checks.
     *
     * @return every difference; empty if there is none
     * @throws StoreException if the database does not answer
     */
    public List<SchemaDifference> verify(Handle handle) {
        try {
            return SchemaCheck.compare(this, handle.getConnection());
        } catch (SQLException e) {
            throw new StoreException(
                    Facts.problem("the database does not tell its schema: " + e.getMessage())
                            .withObject(type),
                    Failure.found(FailureKind.OTHER),
                    e);
        }
    }

    static List<Field<?>> fieldsOf(List<Column<?>> columns) {
        return columns.stream().<Field<?>>map(Column::field).toList();
    }

    List<Column<?>> columns() {
        return columns;
    }

    /** Returns a field's column, null if it has none. */
    @Nullable
    Column<?> column(Field<?> field) {
        return bySlot[type.slot(field)];
    }

    /**
     * Returns a field's column.
     *
     * @throws UnknownFieldException if it has none
     */
    Column<?> requiredColumn(Field<?> field) {
        Column<?> column = column(field);
        if (column == null) {
            throw new UnknownFieldException(
                    Facts.problem("the field " + field.name() + " has no column in the table " + name)
                            .withObject(type),
                    null);
        }
        return column;
    }

    /** Returns the columns in a set, in the order of the table. */
    List<Column<?>> columns(BitSet indexes) {
        return indexes.stream().<Column<?>>mapToObj(columns::get).toList();
    }

    /** Returns the fields that may hold objects whose changes a save of a row leaves. */
    List<Field<?>> nested() {
        return nested;
    }

    /** Returns the columns that hold JSON. */
    List<Column<?>> json() {
        return json;
    }

    /** Returns the columns that hold times. */
    List<Column<?>> times() {
        return times;
    }

    List<Column<?>> key() {
        return key;
    }

    Column<?> singleKey() {
        return key.get(0);
    }

    /** Returns whether the store keeps a column, and objects make no row dirty by it. */
    boolean isKept(Column<?> column) {
        return kept[column.index()];
    }

    boolean isKey(Column<?> column) {
        return key.contains(column);
    }

    /** Returns the column whose value the database makes, null if keys are given. */
    @Nullable
    Column<?> generatedKey() {
        return keyGenerated ? singleKey() : null;
    }

    /** Returns what tells a row to people: the natural key if there is one. */
    List<Column<?>> identity() {
        return naturalKey.isEmpty() ? key : naturalKey;
    }

    @Nullable
    Column<Long> generation() {
        return generation;
    }

    long firstGeneration() {
        return firstGeneration;
    }

    @Nullable
    Column<?> createdAt() {
        return createdAt;
    }

    @Nullable
    Column<?> updatedAt() {
        return updatedAt;
    }

    @Nullable
    SoftDeletion softDeletion() {
        return softDeletion;
    }

    List<Constraint> constraints() {
        return constraints;
    }

    /** Returns whether a row of this table, or one that it is loaded with, holds a secret. */
    boolean isSecret() {
        return secret;
    }

    /** Returns the declared constraint that the database means by any of the names, null if there is none. */
    @Nullable
    Constraint constraint(List<String> names) {
        for (String candidate : names) {
            for (Constraint constraint : constraints) {
                if (constraint.name().equalsIgnoreCase(candidate)) {
                    return constraint;
                }
            }
        }
        return null;
    }

    /** Returns the columns that a database calls so, in whatever case; none if one of them is not here. */
    List<Column<?>> columnsNamed(List<String> names) {
        List<Column<?>> found = new ArrayList<>();
        for (String each : names) {
            columns.stream()
                    .filter(column -> column.name().equalsIgnoreCase(each))
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found.size() == names.size() ? found : List.of();
    }

    /** Returns the unique constraint on just these columns, null if none is declared. */
    @Nullable
    Constraint unique(List<Column<?>> on) {
        return constraints.stream()
                .filter(constraint -> constraint.kind() == Constraint.Kind.UNIQUE)
                .filter(constraint -> Set.copyOf(constraint.columns()).equals(Set.copyOf(on)))
                .findFirst()
                .orElse(null);
    }

    /** Returns what two tables of one store must not both have. */
    String uniqueName() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns type and table: {@code placement.Consumer 1.1 in consumers}. */
    @Override
    public String toString() {
        return type + " in " + name;
    }

    /** Returns a set of columns. */
    static BitSet indexes(Column<?>... columns) {
        BitSet indexes = new BitSet();
        Arrays.stream(columns).forEach(column -> indexes.set(column.index()));
        return indexes;
    }
}
