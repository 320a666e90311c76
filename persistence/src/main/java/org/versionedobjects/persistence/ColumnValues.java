package org.versionedobjects.persistence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;
import org.versionedobjects.PrimitiveReader;
import org.versionedobjects.persistence.ColumnType.IntegerRange;

/**
 * What a field's values want of their column. A type does not tell its Java class, so samples are given to it; what it
 * writes in another form, its JSON Schema tells.
 *
 * @param integers the integers that there are, of any other kind none
 * @param shortest how many characters a value has at least, where it is a text
 * @param longest how many it has at most; null if that is not known
 * @param places how many digits after the point there are at most; null if that is not known
 * @param names the texts that there are, if the type lists them; otherwise empty
 */
record ColumnValues(
        ValueKind kind,
        FieldType<?> type,
        @Nullable IntegerRange integers,
        int shortest,
        @Nullable Integer longest,
        @Nullable Integer places,
        List<String> names) {

    private static final Map<ValueKind, Object> SAMPLES = Map.of(
            ValueKind.UUID,
            new UUID(0, 0),
            ValueKind.INSTANT,
            Instant.EPOCH,
            ValueKind.LOCAL_TIME,
            LocalDate.EPOCH.atStartOfDay(),
            ValueKind.DATE,
            LocalDate.EPOCH);
    private static final Map<String, ValueKind> PRIMITIVES = Map.of(
            "integer", ValueKind.INTEGER,
            "number", ValueKind.DOUBLE,
            "boolean", ValueKind.BOOLEAN,
            "string", ValueKind.TEXT);

    private static final int UUID_CHARACTERS = 36;
    private static final int DATE_CHARACTERS = 10;
    private static final int TIME_CHARACTERS = 27;
    private static final int DOUBLE_CHARACTERS = 24;
    private static final int WORD_CHARACTERS = "false".length();
    private static final int MOST_PLACES = 40;
    private static final int MOST_PROBED = 40;

    /** How many digits of a second the library keeps. */
    private static final int SECOND_PLACES = 6;

    ColumnValues {
        names = List.copyOf(names);
    }

    /** Returns what values that go into a column as JSON want. */
    static ColumnValues json(FieldType<?> type) {
        return new ColumnValues(ValueKind.JSON, type, null, 0, null, null, List.of());
    }

    static ColumnValues of(FieldType<?> type) {
        FieldType<?> plain = type.plainType();
        for (Map.Entry<ValueKind, Object> sample : SAMPLES.entrySet()) {
            if (ColumnForm.takes(plain, sample.getValue())) {
                return of(sample.getKey(), type);
            }
        }
        if (ColumnForm.takesBytes(plain)) {
            return of(ValueKind.BYTES, type);
        }
        BigDecimal decimal = decimal(plain);
        return decimal == null ? ofPrimitive(type) : ofDecimal(type, places(plain, decimal));
    }

    private static ColumnValues of(ValueKind kind, FieldType<?> type) {
        return switch (kind) {
            case UUID -> new ColumnValues(kind, type, null, UUID_CHARACTERS, UUID_CHARACTERS, null, List.of());
            case DATE -> new ColumnValues(kind, type, null, DATE_CHARACTERS, DATE_CHARACTERS, null, List.of());
            case INSTANT, LOCAL_TIME ->
                new ColumnValues(kind, type, null, 0, TIME_CHARACTERS, SECOND_PLACES, List.of());
            case WORDED_BOOLEAN -> new ColumnValues(kind, type, null, 1, WORD_CHARACTERS, null, List.of());
            case DOUBLE -> new ColumnValues(kind, type, null, 0, DOUBLE_CHARACTERS, null, List.of());
            default -> new ColumnValues(kind, type, null, 0, null, null, List.of());
        };
    }

    /** Returns what values want that go into the column as they are written. */
    private static ColumnValues ofPrimitive(FieldType<?> type) {
        ValueLimits limits = ValueLimits.of(type);
        ValueKind kind = limits.types().size() == 1
                ? PRIMITIVES.getOrDefault(limits.types().iterator().next(), ValueKind.UNKNOWN)
                : ValueKind.UNKNOWN;
        return switch (kind) {
            case INTEGER -> {
                IntegerRange integers = limits.integers();
                yield new ColumnValues(kind, type, integers, 0, integers.longest(), null, List.of());
            }
            case TEXT -> new ColumnValues(kind, type, null, limits.shortest(), limits.longest(), null, limits.names());
            case BOOLEAN -> of(takesWords(type) ? ValueKind.WORDED_BOOLEAN : kind, type);
            default -> of(kind, type);
        };
    }

    private static boolean takesWords(FieldType<?> type) {
        return Stream.of("1", "0", "TRUE", "FALSE").allMatch(word -> takesText(type, word));
    }

    /** Returns a value if they are decimals; null if they are not, or in a range that no sample is in. */
    private static @Nullable BigDecimal decimal(FieldType<?> type) {
        Stream<BigDecimal> powers =
                IntStream.range(-MOST_PLACES, MOST_PLACES).mapToObj(BigDecimal.ONE::scaleByPowerOfTen);
        return Stream.concat(Stream.of(BigDecimal.ZERO), powers)
                .flatMap(each -> Stream.of(each, each.negate()))
                .filter(each -> isDecimal(type, each))
                .findFirst()
                .orElse(null);
    }

    private static boolean isDecimal(FieldType<?> type, BigDecimal sample) {
        try {
            return type.coerce(sample) instanceof BigDecimal;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static ColumnValues ofDecimal(FieldType<?> type, int places) {
        Integer most = places > MOST_PLACES ? null : places;
        return new ColumnValues(ValueKind.DECIMAL, type, null, 0, null, most, List.of());
    }

    private static int places(FieldType<?> type, BigDecimal sample) {
        int places = 0;
        while (places <= MOST_PLACES && hasPlaces(type, sample, places + 1)) {
            places++;
        }
        return places;
    }

    private static boolean hasPlaces(FieldType<?> type, BigDecimal sample, int places) {
        BigDecimal least = BigDecimal.ONE.scaleByPowerOfTen(-places);
        return isDecimal(type, sample.add(least)) || isDecimal(type, sample.subtract(least));
    }

    /** Returns whether every value, written as a text, has just as many characters. */
    boolean haveLength(long length) {
        return longest != null && longest == length && shortest == length;
    }

    /** Returns whether a value that is a text may end in a blank. */
    boolean mayEndInBlank() {
        return names.isEmpty()
                ? lengths().anyMatch(length -> takesText("x".repeat(length - 1) + " "))
                : names.stream().anyMatch(each -> each.endsWith(" "));
    }

    /** Returns whether a value that is a text may have a backslash in it. */
    boolean mayHaveBackslash() {
        return names.isEmpty()
                ? lengths().anyMatch(length -> takesText("x".repeat(length - 1) + "\\"))
                : names.stream().anyMatch(each -> each.contains("\\"));
    }

    /** Returns whether a value that is a text may look like a number. */
    boolean mayLookLikeNumber() {
        return names.isEmpty()
                ? lengths().anyMatch(length -> takesText("1".repeat(length)) || takesText("0".repeat(length)))
                : names.stream().anyMatch(ColumnValues::looksLikeNumber);
    }

    private static boolean looksLikeNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private IntStream lengths() {
        return IntStream.concat(IntStream.rangeClosed(1, MOST_PROBED), IntStream.of(Math.max(1, shortest)));
    }

    /** Returns whether a column that holds a text can be read. */
    boolean takesText(String text) {
        return takesText(type, text);
    }

    private static boolean takesText(FieldType<?> type, String text) {
        try {
            return type.coerce(text) != null;
        } catch (RuntimeException e) {
            return readsText(type, text);
        }
    }

    private static boolean readsText(FieldType<?> type, String text) {
        try {
            return type.read(new PrimitiveReader(text)) != null;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
