package org.versionedobjects.golden;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Envelopes with a few values put wrong, made from any bytes: two choose the envelope, then three each choose a place, what
 * is done there, and with what. So nearly each input gets past the parser, which bytes changed at random seldom do.
 */
final class Edits {
    /** With which byte an input of this form starts; no document does. */
    static final byte MARK = 1;

    private static final int BEFORE_EDITS = 3;
    private static final int MOST_EDITS = 8;
    private static final int MOST_PLACES = 500;
    private static final List<Object> ODD = odd();

    private final List<String> envelopes;

    Edits(Collection<String> envelopes) {
        this.envelopes = List.copyOf(envelopes);
    }

    static boolean isIn(byte[] input) {
        return input.length >= BEFORE_EDITS && input[0] == MARK;
    }

    /** Returns inputs that choose some sixty of the envelopes, with one edit. */
    List<byte[]> seeds() {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < envelopes.size(); i += 1 + envelopes.size() / 64) {
            all.add(new byte[] {MARK, (byte) (i >> 8), (byte) i, (byte) (5 * i), (byte) i, (byte) (i >> 2)});
        }
        return all;
    }

    /** Returns the envelope that an input chooses, as maps and lists, edited. */
    Object apply(byte[] input) {
        int chosen = ((input[1] & 0xFF) << 8 | (input[2] & 0xFF)) % envelopes.size();
        Object root = GoldenFiles.parse(envelopes.get(chosen));
        int end = Math.min(input.length, BEFORE_EDITS + 3 * MOST_EDITS);
        for (int i = BEFORE_EDITS; i + 2 < end; i += 3) {
            List<Place> places = new ArrayList<>();
            collect(root, places);
            if (!places.isEmpty() && places.size() < MOST_PLACES) {
                edit(places, places.get((input[i] & 0xFF) % places.size()), input[i + 1] & 0xFF, input[i + 2] & 0xFF);
            }
        }
        return root;
    }

    private static void edit(List<Place> places, Place place, int action, int operand) {
        switch (action % 6) {
            case 0, 1 -> place.put(odd(operand));
            case 2 -> place.remove();
            case 3 -> place.put(copy(places.get(operand % places.size()).get()));
            case 4 -> place.put(place.get() + Character.toString(operand));
            default -> place.put(new ArrayList<>(Collections.nCopies(1 + operand % 3, copy(place.get()))));
        }
    }

    private static Object odd(int operand) {
        Object value = ODD.get(operand % ODD.size());
        return value instanceof Collection<?> || value instanceof Map<?, ?> ? copy(value) : value;
    }

    private static Object copy(Object plain) {
        return GoldenFiles.parse(GoldenFiles.write(plain));
    }

    @SuppressWarnings("unchecked") // what was parsed are maps by text and lists
    private static void collect(Object value, List<Place> places) {
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> places.add(new InMap((Map<String, Object>) map, (String) key)));
            map.values().forEach(each -> collect(each, places));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                places.add(new InList((List<Object>) list, i));
                collect(list.get(i), places);
            }
        }
    }

    private interface Place {
        Object get();

        void put(Object value);

        void remove();
    }

    private record InMap(Map<String, Object> map, String key) implements Place {
        @Override
        public Object get() {
            return map.get(key);
        }

        @Override
        public void put(Object value) {
            map.put(key, value);
        }

        @Override
        public void remove() {
            map.remove(key);
        }
    }

    private record InList(List<Object> list, int index) implements Place {
        @Override
        public Object get() {
            return list.get(index);
        }

        @Override
        public void put(Object value) {
            list.set(index, value);
        }

        @Override
        public void remove() {
            list.remove(index);
        }
    }

    private static List<Object> odd() {
        List<Object> all = new ArrayList<>();
        all.add(null);
        Collections.addAll(all, true, false, 0, -1, 255, Long.MIN_VALUE, 0.5, -0.0, Double.MAX_VALUE, Double.MIN_VALUE);
        all.add(BigInteger.ONE.shiftLeft(64));
        all.add(BigInteger.TEN.pow(999));
        all.add(new BigDecimal("1e-999"));
        all.add(new BigDecimal("1e99999999"));
        Collections.addAll(
                all,
                "",
                " ",
                "\0",
                "\ud800",
                "\udfff\ud800",
                "é",
                "x".repeat(300),
                "null",
                "True",
                "0x10",
                "1e99999999");
        Collections.addAll(
                all, "1.0", "1.1", "2.0", "1.99999999999", "-1.0", "1", "1.2.3", "NaN", "-Infinity", "1_000");
        Collections.addAll(all, "2026-11-24", "2026-11-24T10:00:00Z", "2026-11-24T10:00:00.123456789+18:00");
        Collections.addAll(all, "9999-12-31T23:59:59-18:00", "0001-01-01T00:00:00+18:00", "-999999999-01-01T00:00:00Z");
        Collections.addAll(
                all, "+1000000000-12-31T23:59:59.999999999Z", "2026-02-30T24:00:00", "1e9", "20261124T100000");
        Collections.addAll(all, "PT1S", "PT-2562047788015215H-30M-8S", "P99999999999D", "AAEC", "AA=", "https://a/%zz");
        Collections.addAll(
                all, "8a9bcb1e-9d6f-4a3e-8a44-0d5f2d3f6c10", "{8A9BCB1E9D6F4A3E8A440D5F2D3F6C10}", "urn:uuid:");
        Collections.addAll(
                all, "192.0.2.1", "::ffff:1.2.3.4", "fe80::1%eth0", "10.0.0.0/33", "10.0.0.1/0.0.0.255", "::/129");
        Collections.addAll(
                all, "00:00:00:00:00:00", "0000:00:00.0", ">=1.0", "DAYS", "Consumer", "Own", "versionedobjects");
        Collections.addAll(all, List.of(), Map.of(), List.of(List.of(List.of())), Map.of("a", Map.of("a", 1)));
        all.add(Collections.nCopies(60, 7));
        return Collections.unmodifiableList(all);
    }
}
