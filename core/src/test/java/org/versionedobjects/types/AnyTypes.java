package org.versionedobjects.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;

/** Random field types, made by composition, each with a source of legal values: for laws that hold of every type. */
public final class AnyTypes {
    private static final int DEEPEST = 3;

    /** A type and what makes a legal value of it. */
    public record AnyType<T extends @Nullable Object>(FieldType<T> type, Function<Random, T> values) {
        /** Makes a legal value. */
        public T value(Random random) {
            return values.apply(random);
        }
    }

    /** The types of single values. A new one is added here, and all laws hold it. */
    private static final List<AnyType<?>> SCALARS = List.of(
            new AnyType<>(Types.string(), AnyTypes::text),
            new AnyType<>(Types.longInteger(), Random::nextLong),
            new AnyType<>(Types.floatingPoint(), Random::nextGaussian),
            new AnyType<>(Types.bool(), Random::nextBoolean),
            new AnyType<>(Types.uuid(), random -> new UUID(random.nextLong(), random.nextLong())),
            new AnyType<>(
                    Types.instant(), random -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))),
            new AnyType<>(Types.integer(), Random::nextInt),
            new AnyType<>(Types.bigInteger(), random -> new BigInteger(200, random).negate()),
            new AnyType<>(
                    Types.decimal(), random -> new BigDecimal(new BigInteger(90, random), random.nextInt(40) - 20)),
            new AnyType<>(Types.flexibleBool(), Random::nextBoolean),
            new AnyType<>(
                    Types.enumOf(TimeUnit.class), random -> random.nextBoolean() ? TimeUnit.DAYS : TimeUnit.HOURS),
            new AnyType<>(Types.oneOf("low", "high"), random -> random.nextBoolean() ? "low" : "high"),
            new AnyType<>(Types.json(), random -> Map.of("a", List.of(random.nextLong(), text(random)), "b", true)),
            new AnyType<>(
                    Types.offsetDateTime(),
                    random -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(999))
                            .atOffset(ZoneOffset.ofHours(random.nextInt(37) - 18))),
            new AnyType<>(
                    Types.localDateTime(), random -> LocalDateTime.of(1 + random.nextInt(9998), 2, 28, 1, 2, 3, 4)),
            new AnyType<>(Types.date(), random -> LocalDate.ofEpochDay(random.nextInt())),
            new AnyType<>(Types.duration(), random -> Duration.ofSeconds(random.nextLong(), random.nextInt(999))),
            new AnyType<>(Types.bytes(), random -> new byte[] {(byte) random.nextInt(), 1}),
            new AnyType<>(Types.uri(), random -> URI.create("https://example.org/" + random.nextInt())),
            new AnyType<>(Types.ipAddress(), random -> IpAddress.parse("192.0.2." + random.nextInt(256))),
            new AnyType<>(Types.ipNetwork(), random -> IpNetwork.parse("2001:db8::/" + random.nextInt(129))),
            new AnyType<>(ArrayType.INSTANCE, random -> new long[] {random.nextLong()}),
            new AnyType<>(MaskedType.INSTANCE, AnyTypes::text));

    private AnyTypes() {}

    /** Returns a type of any shape: a single value, or lists, sets and maps up to three deep, nullable here and there. */
    public static AnyType<?> any(Random random) {
        return any(random, DEEPEST);
    }

    private static AnyType<?> any(Random random, int depth) {
        AnyType<?> type = shape(random, depth);
        return random.nextInt(3) == 0 ? nullable(type) : type;
    }

    private static AnyType<?> shape(Random random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 1 -> listOf(any(random, depth - 1));
            case 2 -> setOf(any(random, depth - 1));
            case 3 -> mapOf(any(random, depth - 1));
            default -> SCALARS.get(random.nextInt(SCALARS.size()));
        };
    }

    private static <T extends @Nullable Object> AnyType<@Nullable T> nullable(AnyType<T> inner) {
        return new AnyType<>(inner.type().nullable(), random -> random.nextInt(3) == 0 ? null : inner.value(random));
    }

    private static <E extends @Nullable Object> AnyType<List<E>> listOf(AnyType<E> element) {
        return new AnyType<>(Types.listOf(element.type()), random -> some(element, random));
    }

    private static <E extends @Nullable Object> AnyType<Set<E>> setOf(AnyType<E> element) {
        return new AnyType<>(Types.setOf(element.type()), random -> new LinkedHashSet<>(some(element, random)));
    }

    private static <E extends @Nullable Object> AnyType<Map<String, E>> mapOf(AnyType<E> element) {
        return new AnyType<>(Types.mapOf(element.type()), random -> {
            Map<String, E> map = new LinkedHashMap<>();
            some(element, random).forEach(each -> map.put(text(random), each));
            return map;
        });
    }

    private static <E extends @Nullable Object> List<E> some(AnyType<E> element, Random random) {
        List<E> elements = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            elements.add(element.value(random));
        }
        return elements;
    }

    /** Makes a text of any characters of Unicode's first planes but halves of pairs. */
    private static String text(Random random) {
        int[] points = random.ints(random.nextInt(6), 0, 0x11000)
                .map(point -> Character.isSurrogate((char) point) ? 'x' : point)
                .toArray();
        return new String(points, 0, points.length);
    }
}
