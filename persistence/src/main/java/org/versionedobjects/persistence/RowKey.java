package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.json.ObjectCodec;

/** The key of a row, which a text can keep for later. Made by {@link TableWalk}. Immutable. */
public final class RowKey {
    private static final ObjectCodec VALUES = ObjectCodec.of(ObjectRegistry.of(List.of()));
    private static final String SEPARATOR = "\n"; // JSON of a plain value has none
    private static final Pattern SEPARATED = Pattern.compile(SEPARATOR);

    private final List<Column<?>> columns;
    private final List<Object> bound;
    private final String text;

    private RowKey(List<Column<?>> columns, List<Object> bound, String text) {
        this.columns = columns;
        this.bound = bound;
        this.text = text;
    }

    /** Returns the key that columns of a row hold. */
    static RowKey of(List<Column<?>> columns, List<? extends @Nullable Object> held) {
        List<Object> bound = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            Column<?> column = plain(columns.get(index));
            Object value = Objects.requireNonNull(column.fieldValue(held.get(index)), column.name());
            bound.add(columnValue(column, value));
            texts.add(toText(column, value));
        }
        return new RowKey(columns, bound, String.join(SEPARATOR, texts));
    }

    /**
     * Returns the key of which {@link #text} was kept.
     *
     * @throws IllegalArgumentException if it is none of these columns
     */
    static RowKey parse(List<Column<?>> columns, String text) {
        List<String> texts = SEPARATED.splitAsStream(text).toList();
        if (texts.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "The text of a key has " + texts.size() + " values, but the key has " + columns.size());
        }
        List<Object> bound = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            Column<?> column = plain(columns.get(index));
            bound.add(columnValue(column, fromText(column, texts.get(index))));
        }
        return new RowKey(columns, bound, text);
    }

    private static Column<?> plain(Column<?> column) {
        Table<?> reference = column.reference();
        return reference == null ? column : plain(reference.singleKey());
    }

    private static Object columnValue(Column<?> column, Object value) {
        return Objects.requireNonNull(column.columnValue("the key", value));
    }

    @SuppressWarnings("unchecked") // a value of the column's field
    private static <T extends @Nullable Object> String toText(Column<T> column, Object value) {
        return VALUES.valueToJson(column.field().type(), (T) value);
    }

    private static <T extends @Nullable Object> Object fromText(Column<T> column, String text) {
        try {
            return Objects.requireNonNull(VALUES.valueFromJson(column.field().type(), text), "the key");
        } catch (VersionedObjectException | NullPointerException e) {
            throw new IllegalArgumentException("The text of a key is none of the column " + column.name(), e);
        }
    }

    /** Returns what columns are to hold. */
    List<Object> bound() {
        return bound;
    }

    /** Returns the key as a text, from which {@link TableWalk#key} makes it again; as it is, even if it is secret. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowKey key && columns.equals(key.columns) && text.equals(key.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns columns and values for a message: {@code id=17}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            Column<?> column = columns.get(index);
            String value = column.isSecret() ? Facts.MASK : bound.get(index).toString();
            parts.add(column.name() + "=" + value);
        }
        return String.join(", ", parts);
    }
}
