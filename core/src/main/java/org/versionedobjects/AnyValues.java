package org.versionedobjects;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes whatever a reader stands on as plain Java, and writes it. The depth is that of the document, which the reader limits. */
final class AnyValues {
    private AnyValues() {}

    static @Nullable Object read(ValueReader in) {
        return switch (in.kind()) {
            case OBJECT -> readMap(in);
            case LIST -> readList(in);
            case TEXT -> in.readText();
            case INTEGER -> integer(in.readInteger());
            case DECIMAL -> decimal(in);
            case BOOLEAN -> in.readBoolean();
            case NULL -> {
                in.readNull();
                yield null;
            }
        };
    }

    private static Map<String, @Nullable Object> readMap(ValueReader in) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        in.beginObject();
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            if (map.containsKey(key)) {
                throw new InvalidValueException(
                        Facts.problem("a key is there twice").withWas(Facts.show(key)), null);
            }
            map.put(key, read(in));
        }
        return map;
    }

    private static List<@Nullable Object> readList(ValueReader in) {
        List<@Nullable Object> list = new ArrayList<>();
        in.beginList();
        while (in.hasNext()) {
            list.add(read(in));
        }
        return list;
    }

    private static Object integer(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    private static Object decimal(ValueReader in) {
        if (in.profile() == Profile.OSLO) {
            return in.readDouble(); // as Python, which has no other
        }
        BigDecimal exact = in.readDecimal();
        double nearest = exact.doubleValue();
        boolean same = Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(exact) == 0;
        return same ? (Object) nearest : exact;
    }

    static void write(@Nullable Object value, ValueWriter out) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, out);
        } else if (value instanceof List<?> list) {
            out.beginList();
            list.forEach(each -> write(each, out));
            out.endList();
        } else {
            writeScalar(value, out);
        }
    }

    private static void writeMap(Map<?, ?> map, ValueWriter out) {
        out.beginObject();
        map.forEach((key, value) -> {
            out.name((String) key);
            write(value, out);
        });
        out.endObject();
    }

    private static void writeScalar(Object value, ValueWriter out) {
        if (value instanceof Boolean bool) {
            out.writeBoolean(bool);
        } else if (value instanceof Long number) {
            out.writeLong(number);
        } else if (value instanceof BigInteger number) {
            out.writeInteger(number);
        } else if (value instanceof BigDecimal number) {
            out.writeDecimal(number);
        } else if (value instanceof Double number) {
            out.writeDouble(number);
        } else {
            out.writeText((String) value);
        }
    }
}
