package org.versionedobjects.lock;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.TypeDescription;

/** Tells types and values in one line of text, types as they would be declared. */
final class TypeText {
    private static final Map<String, String> CALLS = Map.of("transitions", "transition");

    private TypeText() {}

    /** Returns {@code listOf(string().maxLength(255).nullable())}. */
    static String of(TypeDescription type) {
        StringBuilder text =
                new StringBuilder(type.kind()).append('(').append(given(type)).append(')');
        type.options().forEach((name, value) -> {
            if (!name.equals("values") && !name.equals("of")) {
                text.append(option(name, value));
            }
        });
        return type.isNullable() ? text.append(".nullable()").toString() : text.toString();
    }

    private static String given(TypeDescription type) {
        TypeDescription element = type.element();
        if (element != null) {
            return of(element);
        }
        if (type.option("values") instanceof List<?> values) {
            return joined(values);
        }
        return type.option("of") instanceof List<?> names ? joined(names) : quotedOrNothing(type.option("of"));
    }

    private static String quotedOrNothing(@Nullable Object name) {
        return name == null ? "" : value(name);
    }

    private static String joined(List<?> values) {
        return values.stream().map(TypeText::value).collect(Collectors.joining(", "));
    }

    private static String option(String name, Object value) {
        if (Boolean.TRUE.equals(value)) {
            return "." + name + "()";
        }
        if (value instanceof Map<?, ?> rows) {
            return rows.entrySet().stream()
                    .map(row -> "." + CALLS.getOrDefault(name, name) + "(" + row(row.getKey(), row.getValue()) + ")")
                    .collect(Collectors.joining());
        }
        return "." + name + "(" + (value instanceof List<?> list ? joined(list) : value(value)) + ")";
    }

    private static String row(@Nullable Object key, @Nullable Object value) {
        if (value instanceof Map<?, ?> addition && addition.containsKey("in")) {
            Object older = addition.get("olderPeersGet");
            String added = value(addition.get("in")) + ", " + value(key);
            return older == null ? added : added + ", " + value(older);
        }
        return value(key) + ", " + (value instanceof List<?> list ? joined(list) : value(value));
    }

    /** Returns a value as JSON would hold it; what is masked without quotes, since it is no text. */
    static String value(@Nullable Object primitive) {
        if (Facts.MASK.equals(primitive)) {
            return Facts.MASK;
        }
        if (primitive instanceof String text) {
            return JavaText.quoted(text);
        }
        if (primitive instanceof List<?> list) {
            return "[" + joined(list) + "]";
        }
        if (primitive instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> value(entry.getKey()) + ": " + value(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return String.valueOf(primitive);
    }
}
