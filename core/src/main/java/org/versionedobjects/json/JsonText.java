package org.versionedobjects.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.MalformedJsonException;
import org.versionedobjects.Profile;
import org.versionedobjects.VersionedObjectException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * JSON documents that hold no objects: files that people read and that are kept beside code. Values are {@link Map}s with
 * texts as names, {@link List}s, {@link String}s, numbers, {@link Boolean}s and null. The same value is the same text,
 * whatever the machine, its locale and its Java.
 */
public final class JsonText {
    private JsonText() {}

    /**
     * Returns the value of a document, maps in the order of the text. Whole numbers are {@link Long} or {@link BigInteger},
     * others {@link Double}, or {@link BigDecimal} where a double would be another number.
     *
     * @throws MalformedJsonException if the text is not JSON, ends too early, goes on after its end, or a map has a name
     *     twice
     * @throws org.versionedobjects.LimitExceededException if it is over a limit
     */
    public static @Nullable Object read(String json, Limits limits) {
        Objects.requireNonNull(json, "json");
        return new Documents(limits, Profile.STRICT).read(json, JsonText::readWhole);
    }

    private static @Nullable Object readWhole(JsonParser parser) {
        Object value = read(parser);
        if (parser.nextToken() != null) {
            throw new MalformedJsonException(
                    Facts.problem("the document goes on after its end at line " + line(parser)), null);
        }
        return value;
    }

    private static @Nullable Object read(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readMap(parser);
            case START_ARRAY -> readList(parser);
            case VALUE_NUMBER_INT -> integer(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> fraction(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getString();
        };
    }

    private static Map<String, @Nullable Object> readMap(JsonParser parser) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (map.containsKey(name)) {
                throw new MalformedJsonException(
                        Facts.problem("the name is there twice, at line " + line(parser) + " for the second time")
                                .withPath(name),
                        null);
            }
            parser.nextToken();
            try {
                map.put(name, read(parser));
            } catch (VersionedObjectException e) {
                throw e.within(name);
            }
        }
        return map;
    }

    private static List<@Nullable Object> readList(JsonParser parser) {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            try {
                list.add(read(parser));
            } catch (VersionedObjectException e) {
                throw e.within("[" + list.size() + "]");
            }
        }
        return list;
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static Number integer(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    private static Number fraction(String text) {
        BigDecimal exact = new BigDecimal(text);
        double nearest = Double.parseDouble(text);
        boolean isSame = Double.isFinite(nearest) && new BigDecimal(JsonLines.shortest(nearest)).compareTo(exact) == 0;
        return isSame ? (Number) nearest : exact;
    }

    /** Returns the document of a value on one line, with a blank after each comma and colon. */
    public static String of(@Nullable Object value) {
        return new JsonLines(0, Integer.MAX_VALUE).text(value);
    }

    /**
     * Returns the document of a value with a line for each entry of its maps and lists: those of the first {@code levels}
     * levels, and deeper ones that do not fit into a line. Lines end with a line feed, the last one too, and start with two
     * blanks for each level.
     *
     * @param levels how many levels are never put on one line, the whole value being the first
     * @param width how many characters a line holds, indentation included
     */
    public static String lines(@Nullable Object value, int levels, int width) {
        return new JsonLines(levels, width).text(value) + "\n";
    }
}
