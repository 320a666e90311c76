package org.versionedobjects.lock;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;

/** Writes field types as the Java that makes them, to be copied. */
final class JavaText {
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("string", "String"),
            Map.entry("integer", "Integer"),
            Map.entry("longInteger", "Long"),
            Map.entry("bigInteger", "BigInteger"),
            Map.entry("floatingPoint", "Double"),
            Map.entry("decimal", "BigDecimal"),
            Map.entry("bool", "Boolean"),
            Map.entry("flexibleBool", "Boolean"),
            Map.entry("uuid", "UUID"),
            Map.entry("instant", "Instant"),
            Map.entry("offsetDateTime", "OffsetDateTime"),
            Map.entry("localDateTime", "LocalDateTime"),
            Map.entry("date", "LocalDate"),
            Map.entry("duration", "Duration"),
            Map.entry("uri", "URI"),
            Map.entry("json", "Object"),
            Map.entry("macAddress", "String"),
            Map.entry("pciAddress", "String"));

    private JavaText() {}

    /** Returns a type: {@code Types.listOf(Types.string().maxLength(10)).nullable()}. */
    static String of(TypeDescription type) {
        String made = switch (type.kind()) {
            case "listOf", "setOf", "mapOf" ->
                "Types." + type.kind() + "(" + of(Objects.requireNonNull(type.element(), "element")) + ")";
            case "string" -> text(type);
            case "integer", "longInteger", "bigInteger", "floatingPoint", "decimal" -> number(type);
            case WireType.CHOICE -> choice(type);
            case "object" -> object(type);
            default -> plain(type);
        };
        Object as = type.option("as");
        String mapped = as == null ? made : "Types.mapped(" + made + ", " + quoted(as) + ", make, unmake)";
        return type.isNullable() ? mapped + ".nullable()" : mapped;
    }

    /** Returns the class of the values, with {@code @Nullable} where it belongs; null where it is an application's own. */
    static @Nullable String classOf(TypeDescription type) {
        String plain = type.option("as") == null ? CLASSES.get(type.kind()) : null;
        return plain == null || !type.isNullable() ? plain : "@Nullable " + plain;
    }

    private static String plain(TypeDescription type) {
        return type.kind().equals(TypeDescription.CUSTOM)
                ? "/* " + type.option("description") + " */"
                : "Types." + type.kind() + "()";
    }

    private static String text(TypeDescription type) {
        StringBuilder made = new StringBuilder(
                Boolean.TRUE.equals(type.option("secret")) ? "Types.secretString()" : "Types.string()");
        call(made, type, "minLength", String::valueOf);
        call(made, type, "maxLength", String::valueOf);
        if (type.option("matching") instanceof List<?> patterns) {
            patterns.forEach(
                    each -> made.append(".matching(").append(quoted(each)).append(')'));
        }
        return made.toString();
    }

    private static String number(TypeDescription type) {
        StringBuilder made = new StringBuilder("Types.").append(type.kind()).append("()");
        call(made, type, "atLeast", each -> literal(type.kind(), each));
        call(made, type, "atMost", each -> literal(type.kind(), each));
        call(made, type, "scale", String::valueOf);
        return made.toString();
    }

    /** Writes one argument. */
    private interface Argument {
        String of(Object value);
    }

    private static void call(StringBuilder made, TypeDescription type, String option, Argument argument) {
        Object value = type.option(option);
        if (value != null) {
            made.append('.')
                    .append(option)
                    .append('(')
                    .append(argument.of(value))
                    .append(')');
        }
    }

    private static String choice(TypeDescription type) {
        StringBuilder made = new StringBuilder("Types.oneOf(")
                .append(quotedAll((Collection<?>) Objects.requireNonNull(type.option(WireType.VALUES), "values")))
                .append(')');
        if (Boolean.TRUE.equals(type.option("open"))) {
            made.append(".open()");
        }
        if (type.option("transitions") instanceof Map<?, ?> rules) {
            rules.forEach((from, to) -> made.append(".transition(")
                    .append(quoted(from))
                    .append(((Collection<?>) to).isEmpty() ? "" : ", " + quotedAll((Collection<?>) to))
                    .append(')'));
        }
        if (type.option(WireType.ADDED) instanceof Map<?, ?> added) {
            added.forEach((value, facts) -> made.append(added((Map<?, ?>) facts, quoted(value))));
        }
        call(made, type, "unknownAs", JavaText::quoted);
        return made.toString();
    }

    private static String added(Map<?, ?> facts, String value) {
        Object older = facts.get(WireType.OLDER_PEERS_GET);
        return ".added(" + quoted(facts.get("in")) + ", " + value + (older == null ? "" : ", " + quoted(older)) + ")";
    }

    /** Returns the call that says of a value when it came, as a type has it; null if it has been there from the start. */
    static @Nullable String added(TypeDescription choice, String value) {
        return choice.option(WireType.ADDED) instanceof Map<?, ?> added && added.get(value) instanceof Map<?, ?> facts
                ? added(facts, quoted(value))
                : null;
    }

    private static String object(TypeDescription type) {
        Object of = type.option("of");
        String name = String.valueOf(of instanceof List<?> names ? names.get(0) : of);
        int dot = name.lastIndexOf('.');
        StringBuilder made = new StringBuilder("Types.object(")
                .append(quoted(name.substring(0, Math.max(dot, 0))))
                .append(", ")
                .append(quoted(name.substring(dot + 1)))
                .append(')');
        if (Boolean.TRUE.equals(type.option("orSubtypes"))) {
            made.append(".orSubtypes()");
        }
        if (type.option(WireType.CHILD) instanceof Map<?, ?> rows) {
            rows.forEach((parent, child) -> made.append(ChildRows.call(parent, child)));
        }
        return made.toString();
    }

    /** Returns a value of a type, given as JSON would hold it; of a type that only the application can write, the JSON. */
    static String literal(TypeDescription type, @Nullable Object value) {
        return value == null ? "null" : literal(type.kind(), value);
    }

    private static String literal(String kind, Object value) {
        return switch (kind) {
            case "longInteger" -> value + "L";
            case "bigInteger" -> "new BigInteger(" + quoted(value) + ")";
            case "decimal" -> "new BigDecimal(" + quoted(value) + ")";
            default -> value instanceof String ? quoted(value) : String.valueOf(value);
        };
    }

    private static String quotedAll(Collection<?> values) {
        return values.stream().map(JavaText::quoted).collect(Collectors.joining(", "));
    }

    /** Returns a string literal. */
    static String quoted(@Nullable Object value) {
        StringBuilder text = new StringBuilder("\"");
        String.valueOf(value).chars().forEach(each -> {
            switch (each) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append((char) each);
            }
        });
        return text.append('"').toString();
    }
}
