package org.versionedobjects.lock;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;

/**
 * What may be tried as a value of a type that holds no other values: the most ordinary one first, then those at the edges.
 * The type itself has the last word. Stateless.
 */
final class SampleLeaves {
    private static final BigInteger HUGE = BigInteger.TEN.pow(60);

    private static final Map<String, Function<TypeDescription, List<?>>> KINDS = Map.ofEntries(
            Map.entry("string", SampleTexts::of),
            Map.entry("integer", each -> wholes(each, big(Integer.MIN_VALUE), big(Integer.MAX_VALUE))),
            Map.entry("longInteger", each -> wholes(each, big(Long.MIN_VALUE), big(Long.MAX_VALUE))),
            Map.entry("bigInteger", each -> wholes(each, HUGE.negate(), HUGE)),
            Map.entry("floatingPoint", SampleLeaves::reals),
            Map.entry("decimal", SampleLeaves::decimals),
            Map.entry("oneOf", SampleLeaves::choices),
            plain("bool", true, false),
            plain("flexibleBool", true, false),
            plain("bytes", "AAECAw==", "", "/w==", "+/+/" + "AAAA".repeat(100)),
            plain("date", "2026-11-24", "0001-01-01", "9999-12-31", "2024-02-29", "1970-01-01"),
            plain("duration", "PT1H30M", "PT0S", "PT-0.000000001S", "PT0.5S", "PT876000H"),
            plain("instant", times("Z")),
            plain(
                    "offsetDateTime",
                    Stream.concat(
                                    Stream.of(times("+05:30")),
                                    Stream.of("2026-11-24T10:00:00Z", "2026-11-24T10:00:00-18:00"))
                            .toArray()),
            plain("localDateTime", times("")),
            plain("ipAddress", "192.0.2.1", "2001:db8::1", "0.0.0.0", "::", "::ffff:192.0.2.1"),
            plain("ipv4Address", "192.0.2.1", "0.0.0.0", "255.255.255.255"),
            plain("ipv6Address", "2001:db8::1", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "::ffff:192.0.2.1"),
            plain("ipNetwork", "192.0.2.0/24", "2001:db8::/32", "192.0.2.7/24", "0.0.0.0/0", "::1/128"),
            plain("ipv4Network", "192.0.2.0/24", "192.0.2.7/24", "0.0.0.0/0", "255.255.255.255/32"),
            plain("ipv6Network", "2001:db8::/32", "2001:db8::7/32", "::/0", "::1/128"),
            plain("json", json()),
            plain("macAddress", "fa:16:3e:00:00:01", "00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff"),
            plain("pciAddress", "0000:04:1f.7", "0000:00:00.0", "ffff:ff:1f.7"),
            plain("uri", "https://example.org/a?b=c#d", "urn:x:y", "a/b", "https://example.org/%C3%BC"),
            plain(
                    "uuid",
                    "8a9bcb1e-9d6f-4a3e-8a44-0d5f2d3f6c10",
                    "00000000-0000-0000-0000-000000000000",
                    "ffffffff-ffff-ffff-ffff-ffffffffffff"),
            plain("versionPredicate", ">=1.0,<2.0", "==1.5", "!=1.0"));

    private SampleLeaves() {}

    private static Map.Entry<String, Function<TypeDescription, List<?>>> plain(String kind, Object... values) {
        List<?> all = List.copyOf(Arrays.asList(values));
        return Map.entry(kind, description -> all);
    }

    private static Object[] times(String zone) {
        return Stream.of(
                        "2026-11-24T10:00:00",
                        "2026-11-24T10:00:00.123456789",
                        "2026-11-24T10:00:00.5",
                        "0001-01-02T00:00:00",
                        "9999-12-30T23:59:59.999999999",
                        "1970-01-01T00:00:00")
                .map(each -> each + zone)
                .toArray();
    }

    private static Object[] json() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("a", List.of(1L, -2.5, "x", true));
        all.put("", Map.of("b", List.of()));
        all.put("nothing", null);
        return new Object[] {
            Map.of("a", 1L),
            Collections.unmodifiableMap(all),
            Map.of(),
            List.of(),
            "text",
            0L,
            HUGE,
            new BigDecimal("0.1"),
            false
        };
    }

    /** Returns what may be tried, accepted or not; nothing for a kind that only its application knows. */
    static List<?> of(TypeDescription description) {
        return KINDS.getOrDefault(description.kind(), any -> List.of()).apply(description);
    }

    /** Returns another value where there are so many that a few named ones do not stand for them; null otherwise. */
    static @Nullable Object random(TypeDescription description, Random random) {
        return switch (description.kind()) {
            case "string" -> SampleTexts.random(description, random);
            case "integer" -> random.nextInt();
            case "longInteger" -> random.nextLong();
            case "bigInteger" -> new BigInteger(1 + random.nextInt(200), random);
            case "floatingPoint" -> random.nextInt(1_000_000) / 64.0 - 8_000;
            case "decimal" -> new BigDecimal(new BigInteger(1 + random.nextInt(60), random), random.nextInt(6));
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            default -> null;
        };
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    private static List<Object> wholes(TypeDescription description, BigInteger fewest, BigInteger most) {
        BigInteger low = whole(description.option("atLeast"), fewest);
        BigInteger high = whole(description.option("atMost"), most);
        return List.of(
                7L,
                low,
                high,
                0L,
                1L,
                -1L,
                low.add(BigInteger.ONE),
                high.subtract(BigInteger.ONE),
                low.add(high).shiftRight(1));
    }

    private static BigInteger whole(@Nullable Object bound, BigInteger otherwise) {
        return bound == null ? otherwise : new BigInteger(bound.toString());
    }

    private static List<Object> reals(TypeDescription description) {
        double low = real(description.option("atLeast"), -Double.MAX_VALUE);
        double high = real(description.option("atMost"), Double.MAX_VALUE);
        return List.of(1.5, low, high, 0.0, -1.0, 0.1, Double.MIN_VALUE, low / 2 + high / 2);
    }

    private static double real(@Nullable Object bound, double otherwise) {
        return bound instanceof Number number ? number.doubleValue() : otherwise;
    }

    private static List<Object> decimals(TypeDescription description) {
        List<Object> all = new ArrayList<>(List.of("12.50"));
        bound(description.option("atLeast"), all);
        bound(description.option("atMost"), all);
        all.addAll(List.of("12", "0", "-0.5", "0.000000000000000000001", "-" + "9".repeat(40) + ".99"));
        if (description.option("scale") instanceof Long scale) {
            all.add(BigDecimal.ONE.movePointLeft(scale.intValue()).toPlainString());
        }
        return all;
    }

    private static void bound(@Nullable Object bound, List<Object> all) {
        if (bound != null) {
            all.add(bound);
        }
    }

    private static List<?> choices(TypeDescription description) {
        Object added = description.option("added");
        List<Object> all = new ArrayList<>(listed(description));
        if (added instanceof Map<?, ?> late) {
            all.sort(Comparator.comparing(late::containsKey)); // what every version has is the ordinary value
        }
        if (Boolean.TRUE.equals(description.option("open"))) {
            all.add("something else");
        }
        return all;
    }

    /** Returns the values of a choice; nothing for other types. */
    static List<?> listed(TypeDescription description) {
        boolean isChoice = description.kind().equals("oneOf");
        return isChoice && description.option("values") instanceof List<?> values ? values : List.of();
    }
}
