package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;

/**
 * New rows of one table made of what a query finds in another, by one statement: no object is loaded, and none is made.
 * Started by {@link Repository#insertFrom}.
 *
 * <pre>{@code
 * long count = archive.insertFrom(volumes.query().where(Condition.equal(Volume.STATE, "deleted")))
 *     .copy(Archived.NAME, Volume.NAME)
 *     .set(Archived.REASON, "deleted")
 *     .execute();
 * }</pre>
 *
 * <p>The store gives the new rows what {@link Repository#create} gives: first generation, creation time, generated keys.
 * Fields that nothing is said about get what the database has by default. Immutable and thread-safe.
 *
 * @param <O> the class of the objects of the new rows
 * @param <S> the class of the objects that are queried
 */
public final class InsertFrom<O extends VersionedObject, S extends VersionedObject> {
    private final Runner runner;
    private final Table<O> table;
    private final Selection source;
    private final boolean keepKey;
    private final Map<Column<?>, Part> parts;

    /** Carries it out. */
    @FunctionalInterface
    interface Runner {
        long run(InsertFrom<?, ?> insert);
    }

    /** What a column gets: a column of the other table, or a value. */
    private record Part(
            @Nullable Column<?> copied, @Nullable Object value) {}

    InsertFrom(Runner runner, Table<O> table, Selection source, boolean keepKey) {
        this(runner, table, source, keepKey, Map.of());
    }

    private InsertFrom(Runner runner, Table<O> table, Selection source, boolean keepKey, Map<Column<?>, Part> parts) {
        this.runner = runner;
        this.table = table;
        this.source = source;
        this.keepKey = keepKey;
        this.parts = parts;
    }

    // ---- what the rows get ----

    /**
     * Returns the insert whose rows have in a field what the other table has in another. The column is copied as it is, so
     * the types of both fields must write their values alike.
     *
     * @throws org.versionedobjects.UnknownFieldException if a field has no column
     * @throws IllegalArgumentException if one is a reference or JSON and the other is not, or they refer to different tables
     * @throws UnsavableException if the database makes the key, and the repository does not {@link Repository#keepKey}
     */
    public <T extends @Nullable Object> InsertFrom<O, S> copy(Field<T> target, Field<? extends T> from) {
        Column<?> column = table.requiredColumn(target);
        Column<?> copied = source.table().requiredColumn(from);
        boolean isAlike = column.reference() == copied.reference()
                && (column.reference() != null
                        || column.form().isJson() == copied.form().isJson());
        if (!isAlike) {
            throw new IllegalArgumentException("The column of " + from.name() + " in the table "
                    + source.table().name() + " does not hold what that of " + target.name() + " in the table "
                    + table.name() + " does");
        }
        return with(column, new Part(copied, null));
    }

    /**
     * Returns the insert whose rows all have a value in a field.
     *
     * @throws org.versionedobjects.UnknownFieldException if the field has no column
     * @throws UnsavableException as for {@link #copy}, or if the value is an object that has no key
     */
    public <T extends @Nullable Object> InsertFrom<O, S> set(Field<T> target, T value) {
        Column<?> column = table.requiredColumn(target);
        return with(column, new Part(null, column.columnValue("the insert", value)));
    }

    /**
     * Returns the insert whose rows each refer in a field to the row that they are made of.
     *
     * @throws org.versionedobjects.UnknownFieldException if the field has no column
     * @throws IllegalArgumentException if the field is no reference to the other table
     */
    public InsertFrom<O, S> refer(Field<? super S> target) {
        Column<?> column = table.requiredColumn(target);
        if (column.reference() != source.table()) {
            throw new IllegalArgumentException("The field " + target.name() + " of the table " + table.name()
                    + " does not refer to the table " + source.table().name());
        }
        return with(column, new Part(source.table().singleKey(), null));
    }

    private InsertFrom<O, S> with(Column<?> column, Part part) {
        if (column.equals(table.generatedKey()) && !keepKey) {
            throw new UnsavableException(
                    Facts.problem("the key is set, but the database makes it")
                            .withObject(table.type())
                            .withPath(column.field().name())
                            .withAdvice("use keepKey() to keep it"),
                    null);
        }
        Map<Column<?>, Part> more = new LinkedHashMap<>(parts);
        more.put(column, part);
        return new InsertFrom<>(runner, table, source, keepKey, more);
    }

    // ---- doing it ----

    /**
     * Inserts the rows.
     *
     * @return how many
     * @throws UnsavableException if the rows would have no key
     * @throws StoreException if the database refuses; its kind tells why, as {@link FailureKind#DUPLICATE} does, but
     *     there is no object that it is about
     */
    public long execute() {
        for (Column<?> key : table.key()) {
            if (!parts.containsKey(key) && !key.equals(table.generatedKey())) {
                throw new UnsavableException(
                        Facts.problem("the key has no value")
                                .withObject(table.type())
                                .withPath(key.field().name()),
                        null);
            }
        }
        return runner.run(this);
    }

    Table<?> secretOrTarget() {
        return source.table().isSecret() ? source.table() : table;
    }

    /**
     * Returns the statement.
     *
     * @param starting what the store gives to columns that nothing is said about
     */
    SqlText statement(Dialect dialect, Connection connection, RowValues starting) throws SQLException {
        Map<Column<?>, Part> all = new LinkedHashMap<>(parts);
        for (Column<?> column : table.columns()) {
            if (starting.has(column)) {
                all.putIfAbsent(column, new Part(null, starting.at(column)));
            }
        }
        RowSql row = source.start(dialect);
        SqlText sql = row.sql().add("INSERT INTO ").name(table.name());
        List<String> names = new ArrayList<>();
        all.keySet().forEach(column -> names.add(dialect.quote(column.name())));
        sql.add(" (" + String.join(", ", names) + ") SELECT ");
        String before = "";
        for (Map.Entry<Column<?>, Part> entry : all.entrySet()) {
            sql.add(before);
            write(row, entry.getValue(), connection, entry.getKey());
            before = ", ";
        }
        source.writeFrom(row);
        source.writeTail(row);
        return sql;
    }

    private void write(RowSql row, Part part, Connection connection, Column<?> target) throws SQLException {
        Column<?> copied = part.copied();
        if (copied != null) {
            row.name(copied);
        } else if (part.value() == null) {
            row.sql().add("NULL");
        } else {
            Dialect dialect = row.sql().dialect();
            String into = "SELECT " + dialect.quote(target.name()) + " FROM " + dialect.quote(table.name());
            dialect.select(row.sql(), part.value(), connection, into);
        }
    }
}
