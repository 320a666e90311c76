package org.versionedobjects.persistence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.StateAccess;
import org.versionedobjects.VersionedObject;

/**
 * An object cannot be saved as it is: another writer did something first, or the schema does not allow what it holds.
 * The object is as dirty as before. The kinds are classes for {@code catch}; what they know is data, in the words of
 * the object: fields, not columns.
 */
public abstract sealed class Conflict extends StoreException
        permits DuplicateConflict,
                ConcurrentUpdateConflict,
                GoneConflict,
                UnexpectedValuesConflict,
                MissingReferenceConflict,
                StillReferencedConflict,
                NotNullConflict,
                CheckConflict,
                OutOfRangeConflict,
                ConstraintConflict {
    private static final long serialVersionUID = 1;

    private final String table;
    private final String row;
    private final @Nullable String constraint;
    private final transient VersionedObject object;
    private final transient List<Field<?>> fields;
    private final transient Map<Field<?>, @Nullable Object> values;

    /**
     * What every conflict is about.
     *
     * @param traced whether it is to be thrown where it is made, so that a stack trace tells something
     */
    record About(
            Table<?> table,
            VersionedObject object,
            List<Column<?>> columns,
            @Nullable String constraint,
            boolean traced) {
        About(Table<?> table, VersionedObject object, List<Column<?>> columns, @Nullable String constraint) {
            this(table, object, columns, constraint, true);
        }

        /** Returns what it is about if it is one of many, which are told together. */
        About ofMany() {
            return new About(table, object, columns, constraint, false);
        }

        String row() {
            return format(object, table.identity());
        }

        String values() {
            return format(object, columns);
        }

        /** Returns the names of the fields. */
        String names() {
            return columns.stream().map(column -> column.field().name()).collect(Collectors.joining(", "));
        }

        /** Returns the end of a sentence: the constraint, and the table it is on. */
        String against() {
            String name = constraint == null ? "" : ", against the constraint " + constraint;
            return name + " of the table " + table.name();
        }

        private Map<Field<?>, @Nullable Object> valuesByField() {
            Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
            for (Column<?> column : columns) {
                if (column.isSetIn(object)) {
                    values.put(
                            column.field(), column.isSecret() ? Facts.MASK : StateAccess.value(object, column.slot()));
                }
            }
            return Collections.unmodifiableMap(values);
        }

        private static String format(VersionedObject object, List<Column<?>> columns) {
            StringJoiner text = new StringJoiner(", ");
            for (Column<?> column : columns) {
                if (column.isSetIn(object)) {
                    text.add(column.field().name() + "=" + column.formatIn(object));
                }
            }
            return text.toString();
        }
    }

    Conflict(Failure failure, About about, Facts facts, @Nullable Throwable cause) {
        super(facts.withObject(about.table().type()), failure, cause, about.traced());
        this.table = about.table().name();
        this.row = about.row();
        this.constraint = about.constraint();
        this.object = about.object();
        this.fields = Table.fieldsOf(about.columns());
        this.values = about.valuesByField();
    }

    /** Returns the object that could not be saved, if it is of the type or of a subtype; else empty. */
    public final <O extends VersionedObject> Optional<O> object(ObjectType<O> type) {
        for (ObjectType<?> own = object.objectType(); own != null; own = own.parent()) {
            if (own == type) {
                return Optional.of(type.javaClass().cast(object));
            }
        }
        return Optional.empty();
    }

    /** Returns whether a field is one of {@link #fields}. */
    public final boolean isOn(Field<?> field) {
        return fields.contains(field);
    }

    /** Returns the name of the table. */
    public final String table() {
        return table;
    }

    /** Returns the name of the violated constraint as the {@link Table} declares it; empty if it is none of those. */
    public final Optional<String> constraint() {
        return Optional.ofNullable(constraint);
    }

    /**
     * Returns the fields that the conflict is on: those of the violated constraint, the generation, or the key of a row
     * that is gone. Empty if a constraint is not known.
     */
    public final List<Field<?>> fields() {
        return fields;
    }

    /** Returns the values of {@link #fields} that the object has; {@code ***} stands for a secret one. */
    public final Map<Field<?>, @Nullable Object> values() {
        return values;
    }

    /** Returns the sentence of {@link #facts}, with the row named by its natural key, or by its key if it has none. */
    @Override
    public final String getMessage() {
        Facts facts = facts();
        String subject = facts.object() + " " + facts.version() + (row.isEmpty() ? "" : " " + row);
        return "[" + getClass().getSimpleName() + "] " + subject + ": "
                + facts.withObject(null, null).sentence();
    }
}
