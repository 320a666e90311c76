package org.versionedobjects.persistence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.StateAccess;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;

/**
 * Something that another writer did first: an object cannot be saved as it is. The object is as dirty as before. The
 * three kinds are classes for {@code catch}; what they know is data, in the words of the object: fields, not columns.
 */
public abstract sealed class Conflict extends VersionedObjectException
        permits DuplicateConflict, ConcurrentUpdateConflict, GoneConflict {
    private static final long serialVersionUID = 1;

    private final ConflictKind kind;
    private final String table;
    private final String row;
    private final @Nullable String constraint;
    private final transient VersionedObject object;
    private final transient List<Field<?>> fields;
    private final transient Map<Field<?>, @Nullable Object> values;

    /** What every conflict is about. */
    record About(
            Table<?> table,
            VersionedObject object,
            List<Column<?>> columns,
            @Nullable String constraint) {
        String row() {
            return format(object, table.identity());
        }

        String values() {
            return format(object, columns);
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

    Conflict(ConflictKind kind, About about, Facts facts, @Nullable Throwable cause) {
        super(facts.withObject(about.table().type()), cause);
        this.kind = kind;
        this.table = about.table().name();
        this.row = about.row();
        this.constraint = about.constraint();
        this.object = about.object();
        this.fields = Table.fieldsOf(about.columns());
        this.values = about.valuesByField();
    }

    /** Returns the kind, for {@code switch}. */
    public final ConflictKind kind() {
        return kind;
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

    /**
     * Returns whether saving the same object again may succeed without loading it again. It is false for all three
     * kinds; a concurrent update needs the object loaded and changed again, which {@link Repository#modify} does.
     */
    public boolean isRetryable() {
        return false;
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
