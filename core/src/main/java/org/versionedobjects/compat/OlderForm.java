package org.versionedobjects.compat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldHistory;
import org.versionedobjects.FieldType;
import org.versionedobjects.NestedReference;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;
import org.versionedobjects.Version;

/**
 * A type whose values had other forms before: it takes and gives the newest form, and writes, reads and describes that of
 * one version. All changes in between are folded into it. Immutable and thread-safe.
 *
 * @param <T> the Java type of the newest form
 */
final class OlderForm<T extends @Nullable Object> implements FieldType<T> {
    private final FieldType<?> older;
    private final List<FieldHistory.Change> newestFirst;
    private final List<FieldHistory.Change> oldestFirst;

    private OlderForm(FieldType<?> older, List<FieldHistory.Change> newestFirst) {
        this.older = older;
        this.newestFirst = newestFirst;
        List<FieldHistory.Change> reversed = new ArrayList<>(newestFirst);
        Collections.reverse(reversed);
        this.oldestFirst = Collections.unmodifiableList(reversed);
    }

    /** Returns the type with which values of a field's newest type are written in a version and read from it. */
    static FieldType<?> of(FieldType<?> now, FieldHistory history, Version version) {
        List<FieldHistory.Change> changes = history.changes().stream()
                .filter(each -> each.version().isAfter(version))
                .toList();
        FieldType<?> older = history.typeIn(version, now).at(version);
        return changes.isEmpty() ? older : new OlderForm<>(older, changes);
    }

    @Override
    public String describe() {
        return older.describe();
    }

    @Override
    public boolean isNullable() {
        return older.isNullable();
    }

    @Override
    public List<NestedReference> references() {
        return older.references();
    }

    @Override
    public T accept(T value) {
        throw new UnsupportedOperationException("An older form is written and read, never stored");
    }

    @Override
    public T coerce(@Nullable Object value) {
        throw new UnsupportedOperationException("An older form is written and read, never stored");
    }

    @Override
    public void write(T value, ValueWriter out) {
        Object form = value;
        for (FieldHistory.Change each : newestFirst) {
            form = each.down(seenIn(each.version(), each.after(), form));
        }
        written(older, form, out);
    }

    /** Returns what stands for a value in a version, if the value came later. */
    @SuppressWarnings({"unchecked", "NullAway"}) // the value is of the type
    static <V extends @Nullable Object> @Nullable Object seenIn(
            Version version, FieldType<V> type, @Nullable Object value) {
        FieldType<V> seen = type.at(version);
        return seen == type || value == null ? value : seen.accept((V) value);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the value is of the type
    private static <V extends @Nullable Object> void written(
            FieldType<V> type, @Nullable Object value, ValueWriter out) {
        type.write((V) value, out);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the last change leads to the newest type
    public T read(ValueReader in) {
        Object form = older.read(in);
        for (FieldHistory.Change each : oldestFirst) {
            form = each.up(form);
        }
        return (T) form;
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return older.schema(context);
    }

    @Override
    public String toString() {
        return describe();
    }
}
