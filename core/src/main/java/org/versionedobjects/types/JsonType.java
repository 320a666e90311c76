package org.versionedobjects.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;

/** Whatever JSON can say, as plain Java that cannot be modified at any depth. */
final class JsonType extends ScalarType<Object> {
    static final JsonType INSTANCE = new JsonType();

    /** Deep enough for every document that a reader lets in; a reference cycle ends here, and not in an overflow. */
    private static final int DEPTH = 1_000;

    private static final String DESCRIPTION =
            "a JSON value: a map with texts as keys, a list, a text, a finite number, true or false";

    private JsonType() {
        super(DESCRIPTION);
    }

    @Override
    public Object accept(Object value) {
        return coerceStrict(value);
    }

    @Override
    Object coerceStrict(Object value) {
        return frozen(value, 0);
    }

    private static @Nullable Object frozenOrNull(@Nullable Object value, int depth) {
        return value == null ? null : frozen(value, depth);
    }

    private static Object frozen(Object value, int depth) {
        if (depth > DEPTH) {
            throw LimitExceededException.tooDeep(DEPTH);
        }
        if (value instanceof Map<?, ?> map) {
            return frozenMap(map, depth);
        }
        if (value instanceof List<?> list) {
            return frozenList(list, depth);
        }
        return value instanceof Object[] array ? frozenList(Arrays.asList(array), depth) : scalar(value);
    }

    private static Map<String, @Nullable Object> frozenMap(Map<?, ?> map, int depth) {
        Map<String, @Nullable Object> frozen = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw InvalidValueException.expected("a text as key of a map", key);
            }
            try {
                frozen.put(UnicodeTexts.checked(name), frozenOrNull(value, depth + 1));
            } catch (InvalidValueException e) {
                throw e.within("[\"" + name + "\"]");
            }
        });
        return Collections.unmodifiableMap(frozen);
    }

    private static List<@Nullable Object> frozenList(List<?> list, int depth) {
        List<@Nullable Object> frozen = new ArrayList<>(list.size());
        for (Object each : list) {
            try {
                frozen.add(frozenOrNull(each, depth + 1));
            } catch (InvalidValueException e) {
                throw e.within("[" + frozen.size() + "]");
            }
        }
        return Collections.unmodifiableList(frozen);
    }

    private static Object scalar(Object value) {
        if (value instanceof CharSequence text) {
            return UnicodeTexts.checked(text.toString());
        }
        if (value instanceof Boolean || value instanceof BigDecimal) {
            return value;
        }
        if (Numbers.isSmallInteger(value)) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger integer) {
            return integer.bitLength() < Long.SIZE ? (Object) integer.longValue() : integer;
        }
        boolean isFloating = value instanceof Double || value instanceof Float;
        if (isFloating && Double.isFinite(((Number) value).doubleValue())) {
            return ((Number) value).doubleValue();
        }
        throw InvalidValueException.expected(DESCRIPTION, value);
    }

    @Override
    public boolean same(Object one, Object other) {
        return sameValues(one, other);
    }

    private static boolean sameValues(@Nullable Object one, @Nullable Object other) {
        if (one == other || one == null || other == null) {
            return one == other;
        }
        if (one instanceof Map<?, ?> map) {
            return other instanceof Map<?, ?> otherMap && sameMaps(map, otherMap);
        }
        if (one instanceof List<?> list) {
            return other instanceof List<?> otherList && sameLists(list, otherList);
        }
        if (one instanceof Number number && other instanceof Number otherNumber) {
            return one.equals(other) || decimal(number).compareTo(decimal(otherNumber)) == 0;
        }
        return one.equals(other);
    }

    private static boolean sameMaps(Map<?, ?> one, Map<?, ?> other) {
        if (!one.keySet().equals(other.keySet())) {
            return false;
        }
        return one.entrySet().stream().allMatch(entry -> sameValues(entry.getValue(), other.get(entry.getKey())));
    }

    private static boolean sameLists(List<?> one, List<?> other) {
        Iterator<?> others = other.iterator();
        return one.size() == other.size() && one.stream().allMatch(each -> sameValues(each, others.next()));
    }

    private static BigDecimal decimal(Number number) {
        BigDecimal decimal = Numbers.decimal(number);
        return decimal == null ? BigDecimal.ZERO : decimal;
    }

    @Override
    public void write(Object value, ValueWriter out) {
        out.writeAny(value);
    }

    @Override
    public Object read(ValueReader in) {
        Object plain = in.readAny();
        if (plain == null) {
            throw refused(null);
        }
        return coerceStrict(plain);
    }

    @Override
    public Object mutableCopy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(key, each == null ? null : mutableCopy(each)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(each -> copy.add(each == null ? null : mutableCopy(each)));
            return copy;
        }
        return value;
    }

    @Override
    public String format(Object value) {
        return formatValue(value);
    }

    private static String formatValue(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            StringJoiner text = new StringJoiner(", ", "{", "}");
            map.forEach((key, each) -> text.add(key + "=" + formatValue(each)));
            return text.toString();
        }
        if (value instanceof List<?> list) {
            StringJoiner text = new StringJoiner(", ", "[", "]");
            list.forEach(each -> text.add(formatValue(each)));
            return text.toString();
        }
        return value instanceof String ? "'" + value + "'" : String.valueOf(value);
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of("json");
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return ValueSchema.of("object", "array", "string", "number", "boolean");
    }
}
