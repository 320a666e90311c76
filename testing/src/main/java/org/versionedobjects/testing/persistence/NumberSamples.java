package org.versionedobjects.testing.persistence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Numbers of the keywords {@code minimum} and {@code maximum}. */
final class NumberSamples {
    private static final BigInteger MOST_USUAL = BigInteger.valueOf(1_000_000_000);

    private NumberSamples() {}

    /** Returns an integer that is small and positive if there are such, then the ends, and zero. */
    static List<Object> integers(Map<?, ?> keywords, Random random) {
        BigInteger least = integer(keywords.get("minimum"));
        BigInteger most = integer(keywords.get("maximum"));
        List<Object> integers = new ArrayList<>();
        integers.add(within(least, most, random));
        add(integers, least);
        add(integers, most);
        integers.add(0L);
        return integers;
    }

    /** Returns one between the bounds: from 1 to a thousand million where they allow it. */
    private static Object within(@Nullable BigInteger least, @Nullable BigInteger most, Random random) {
        BigInteger to = most == null ? MOST_USUAL : most.min(MOST_USUAL);
        BigInteger from = least == null ? BigInteger.ONE.min(to) : least.max(BigInteger.ONE.min(to));
        BigInteger count = to.subtract(from).max(BigInteger.ZERO).add(BigInteger.ONE);
        return plain(from.add(new BigInteger(64, random).mod(count)));
    }

    private static void add(List<Object> integers, @Nullable BigInteger bound) {
        if (bound != null) {
            integers.add(plain(bound));
        }
    }

    private static Object plain(BigInteger integer) {
        return integer.bitLength() < Long.SIZE ? integer.longValue() : integer;
    }

    /** Returns fractions that a floating-point number holds as they are, and the ends. */
    static List<Object> fractions(Map<?, ?> keywords, Random random) {
        List<Object> fractions = new ArrayList<>();
        fractions.add(random.nextInt(1, 1_000_000) / 4.0);
        fractions.add(random.nextDouble());
        fractions.addAll(List.of(0.1, 0.0, -1.5));
        for (String bound : List.of("minimum", "maximum")) {
            if (keywords.get(bound) instanceof Number number) {
                fractions.add(number.doubleValue());
            }
        }
        return fractions;
    }

    private static @Nullable BigInteger integer(@Nullable Object bound) {
        return bound instanceof Number number ? new BigDecimal(number.toString()).toBigInteger() : null;
    }
}
