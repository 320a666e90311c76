package org.versionedobjects.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.NestedType;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.VersionedObject;

/** Makes types of their descriptions. */
final class DescribedTypes {
    private static final Map<String, Supplier<FieldType<?>>> PLAIN = Map.ofEntries(
            Map.entry("bool", Types::bool),
            Map.entry("flexibleBool", Types::flexibleBool),
            Map.entry("bytes", Types::bytes),
            Map.entry("date", Types::date),
            Map.entry("duration", Types::duration),
            Map.entry("instant", Types::instant),
            Map.entry("localDateTime", Types::localDateTime),
            Map.entry("offsetDateTime", Types::offsetDateTime),
            Map.entry("ipAddress", Types::ipAddress),
            Map.entry("ipv4Address", Types::ipv4Address),
            Map.entry("ipv6Address", Types::ipv6Address),
            Map.entry("ipNetwork", Types::ipNetwork),
            Map.entry("ipv4Network", Types::ipv4Network),
            Map.entry("ipv6Network", Types::ipv6Network),
            Map.entry("json", Types::json),
            Map.entry("macAddress", Types::macAddress),
            Map.entry("pciAddress", Types::pciAddress),
            Map.entry("uri", Types::uri),
            Map.entry("uuid", Types::uuid),
            Map.entry("versionPredicate", Types::versionPredicate));

    private static final Map<String, Function<TypeDescription, FieldType<?>>> WITH_OPTIONS = Map.ofEntries(
            Map.entry("string", DescribedTypes::text),
            Map.entry("integer", each -> number(each, Types.integer(), BigInteger::intValueExact)),
            Map.entry("longInteger", each -> number(each, Types.longInteger(), BigInteger::longValueExact)),
            Map.entry("bigInteger", each -> number(each, Types.bigInteger(), number -> number)),
            Map.entry("floatingPoint", DescribedTypes::floatingPoint),
            Map.entry("decimal", DescribedTypes::decimal),
            Map.entry(ChoiceDescription.KIND, DescribedTypes::choice),
            Map.entry("listOf", each -> Types.listOf(element(each))),
            Map.entry("setOf", each -> Types.setOf(element(each))),
            Map.entry("mapOf", each -> Types.mapOf(element(each))),
            Map.entry("object", DescribedTypes::object));

    private DescribedTypes() {}

    static FieldType<?> of(TypeDescription description) {
        FieldType<?> type = described(description);
        Object as = description.option("as");
        FieldType<?> named = as == null ? type : renamed(type, text(as, "as"));
        return description.isNullable() ? named.nullable() : named;
    }

    private static FieldType<?> described(TypeDescription description) {
        Supplier<FieldType<?>> plain = PLAIN.get(description.kind());
        if (plain != null) {
            return plain.get();
        }
        Function<TypeDescription, FieldType<?>> withOptions = WITH_OPTIONS.get(description.kind());
        if (withOptions == null) {
            return new OpaqueType(description);
        }
        try {
            return withOptions.apply(description);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new InvalidValueException(
                    Facts.expected("bounds that are numbers of the type", description.toString()), e);
        }
    }

    private static <B> FieldType<B> renamed(FieldType<B> base, String as) {
        return Types.mapped(base, as, Function.identity(), Function.identity());
    }

    private static FieldType<?> element(TypeDescription description) {
        if (description.element() == null) {
            throw InvalidValueException.expected("the type of the elements of a " + description.kind(), null);
        }
        return of(description.element());
    }

    private static FieldType<?> text(TypeDescription description) {
        TextType type = Boolean.TRUE.equals(description.option("secret")) ? Types.secretString() : Types.string();
        type = given(description, "minLength", type, (text, length) -> text.minLength(Math.toIntExact(whole(length))));
        type = given(description, "maxLength", type, (text, length) -> text.maxLength(Math.toIntExact(whole(length))));
        for (String pattern : texts(description.option("matching"), "matching")) {
            type = type.matching(pattern);
        }
        return type;
    }

    private static <N extends Number> FieldType<?> number(
            TypeDescription description, NumberType<N> all, Function<BigInteger, N> narrow) {
        NumberType<N> fromLeast =
                given(description, Range.AT_LEAST, all, (type, bound) -> type.atLeast(narrow.apply(integer(bound))));
        return given(description, Range.AT_MOST, fromLeast, (type, bound) -> type.atMost(narrow.apply(integer(bound))));
    }

    private static FieldType<?> floatingPoint(TypeDescription description) {
        NumberType<Double> fromLeast =
                given(description, Range.AT_LEAST, Types.floatingPoint(), (type, bound) -> type.atLeast(real(bound)));
        return given(description, Range.AT_MOST, fromLeast, (type, bound) -> type.atMost(real(bound)));
    }

    private static FieldType<?> decimal(TypeDescription description) {
        DecimalType type = Types.decimal();
        type = given(description, Range.AT_LEAST, type, (decimal, bound) -> decimal.atLeast(exact(bound)));
        type = given(description, Range.AT_MOST, type, (decimal, bound) -> decimal.atMost(exact(bound)));
        return given(description, "scale", type, (decimal, digits) -> decimal.scale(Math.toIntExact(whole(digits))));
    }

    private static FieldType<?> choice(TypeDescription description) {
        ChoiceType type = Types.oneOf(texts(description.option(ChoiceDescription.VALUES), ChoiceDescription.VALUES)
                .toArray(String[]::new));
        if (Boolean.TRUE.equals(description.option(ChoiceDescription.OPEN))) {
            type = type.open();
        }
        for (Map.Entry<String, ?> rule : entries(description.option(ChoiceDescription.TRANSITIONS))) {
            type = type.transition(
                    rule.getKey(),
                    texts(rule.getValue(), ChoiceDescription.TRANSITIONS).toArray(String[]::new));
        }
        for (Map.Entry<String, ?> addition : entries(description.option(ChoiceDescription.ADDED))) {
            type = added(type, addition.getKey(), addition.getValue());
        }
        return given(
                description,
                ChoiceDescription.UNKNOWN_AS,
                type,
                (choice, name) -> choice.unknownAs(text(name, ChoiceDescription.UNKNOWN_AS)));
    }

    private static ChoiceType added(ChoiceType type, String name, Object addition) {
        Map<?, ?> facts = addition instanceof Map<?, ?> map ? map : Map.of();
        String version = text(facts.get(Additions.IN), ChoiceDescription.ADDED);
        Object older = facts.get(Additions.OLDER_PEERS_GET);
        return older == null
                ? type.added(version, name)
                : type.added(version, name, text(older, ChoiceDescription.ADDED));
    }

    private static FieldType<?> object(TypeDescription description) {
        Object of = description.option("of");
        List<String> names = of instanceof String name ? List.of(name) : texts(of, "of");
        if (names.size() != 1 || names.get(0).indexOf('.') < 0) {
            throw InvalidValueException.expected("the namespace and name of one type", of)
                    .within("of");
        }
        int dot = names.get(0).lastIndexOf('.');
        NestedType<VersionedObject> type =
                Types.object(names.get(0).substring(0, dot), names.get(0).substring(dot + 1));
        if (Boolean.TRUE.equals(description.option("orSubtypes"))) {
            type = type.orSubtypes();
        }
        for (Map.Entry<String, ?> row : entries(description.option("child"))) {
            type = type.child(row.getKey(), text(row.getValue(), "child"));
        }
        return type;
    }

    private static <T> T given(TypeDescription description, String option, T type, BiFunction<T, Object, T> change) {
        Object value = description.option(option);
        return value == null ? type : change.apply(type, value);
    }

    private static BigInteger integer(Object value) {
        return value instanceof BigInteger big ? big : BigInteger.valueOf(whole(value));
    }

    private static long whole(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw InvalidValueException.expected("an integer", value);
    }

    private static double real(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw InvalidValueException.expected("a number", value);
    }

    private static BigDecimal exact(Object value) {
        return new BigDecimal(text(value, "bound"));
    }

    private static String text(@Nullable Object value, String where) {
        if (value instanceof String text) {
            return text;
        }
        throw InvalidValueException.expected("a text", value).within(where);
    }

    private static List<String> texts(@Nullable Object value, String where) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> text(each, where)).toList();
        }
        throw InvalidValueException.expected("a list of texts", value).within(where);
    }

    private static Iterable<? extends Map.Entry<String, ?>> entries(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(each -> Map.entry((String) each.getKey(), each.getValue()))
                    .toList();
        }
        throw InvalidValueException.expected("a map", value);
    }
}
