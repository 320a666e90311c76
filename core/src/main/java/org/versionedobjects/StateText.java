package org.versionedobjects;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** How states read: fields sorted by name, unset ones left out, secret ones masked. Nothing is loaded for it. */
final class StateText {
    private StateText() {}

    /** Returns name, version and fields; the function gives what a slot stores. */
    static String of(ObjectType<?> type, IntFunction<@Nullable Object> stored) {
        StringBuilder text = new StringBuilder(type.name()).append(' ').append(type.version());
        String separator = "{";
        for (Field<?> field : sorted(type)) {
            Object value = stored.apply(type.slot(field));
            if (value != null && value != ObjectState.Marker.UNSET) {
                text.append(separator).append(field.name()).append('=').append(of(field, value));
                separator = ", ";
            }
        }
        return text.append(separator.equals("{") ? "{}" : "}").toString();
    }

    private static List<Field<?>> sorted(ObjectType<?> type) {
        return type.allFields().stream()
                .sorted(Comparator.comparing(Field::name))
                .toList();
    }

    /** Returns the text of what a slot stores: of its value, {@code unset}, {@code null} or {@code unknown}. */
    @SuppressWarnings("unchecked") // slots hold what their field's type accepted
    static <T extends @Nullable Object> String of(Field<T> field, @Nullable Object stored) {
        if (stored == null || stored instanceof ObjectState.Marker) {
            return stored == null ? "unset" : stored.toString().toLowerCase(Locale.ROOT);
        }
        return field.spec().format((T) stored);
    }
}
