package org.versionedobjects.testing.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts of a schema: of a length, of a format, or such as the library's types write. */
final class TextSamples {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int USUAL_LENGTH = 8;
    private static final int MOST_LETTERS = 1_000_000;

    /** The seconds of the years from 2001 on that every database has. */
    private static final long FIRST_SECOND = 1_000_000_000;

    private static final int SECONDS = 1_000_000_000;
    private static final int MICROS = 1_000_000;

    private TextSamples() {}

    static List<Object> of(Map<?, ?> keywords, Random random) {
        return new ArrayList<>(texts(keywords, random));
    }

    private static List<String> texts(Map<?, ?> keywords, Random random) {
        if (keywords.get("contentEncoding") != null) {
            return bytes(random);
        }
        List<String> texts = new ArrayList<>();
        if (keywords.get("pattern") != null || keywords.get("allOf") != null) {
            texts.addAll(words(number(keywords.get("maxLength"), USUAL_LENGTH), random));
            texts.addAll(times(random));
            texts.addAll(others(random));
        }
        int shortest = number(keywords.get("minLength"), 0);
        texts.addAll(plain(shortest, number(keywords.get("maxLength"), Integer.MAX_VALUE), random));
        return texts;
    }

    private static List<String> plain(int shortest, int longest, Random random) {
        List<String> texts = new ArrayList<>();
        texts.add(letters(Math.min(longest, Math.max(shortest, USUAL_LENGTH)), random));
        texts.add(shortest == 0 ? "" : letters(shortest, random));
        if (longest <= MOST_LETTERS) {
            texts.add(letters(longest, random));
        }
        texts.addAll(List.of("é😀'\"\\ %_", " x ", ">=1.0,<2.0", "==1.2"));
        return texts;
    }

    /** Returns words such as patterns allow: of letters of one case. */
    private static List<String> words(int longest, Random random) {
        String word = random.ints(Math.min(longest, USUAL_LENGTH), 'a', 'z' + 1)
                .mapToObj(each -> String.valueOf((char) each))
                .collect(Collectors.joining());
        return List.of(word, word.toUpperCase(Locale.ROOT));
    }

    private static String letters(int count, Random random) {
        return random.ints(count, 0, LETTERS.length())
                .mapToObj(each -> String.valueOf(LETTERS.charAt(each)))
                .collect(Collectors.joining());
    }

    private static List<String> bytes(Random random) {
        byte[] some = new byte[16];
        random.nextBytes(some);
        Base64.Encoder encoder = Base64.getEncoder();
        return List.of(encoder.encodeToString(some), "", encoder.encodeToString(new byte[] {0, -1, 39, 92}));
    }

    /** Returns times to the microsecond, some of them when clocks in Europe go forward or back. */
    private static List<String> times(Random random) {
        Instant time = Instant.ofEpochSecond(FIRST_SECOND + random.nextInt(SECONDS), 1000L * random.nextInt(1, MICROS));
        List<String> times = new ArrayList<>();
        for (Object each :
                List.of(time, "2026-10-25T00:30:00.123456Z", "2026-10-25T01:30:00Z", "2026-03-29T01:30:00.000001Z")) {
            String text = each.toString();
            times.add(text);
            times.add(text.substring(0, text.length() - 1));
        }
        times.add(LocalDate.ofInstant(time, ZoneOffset.UTC).toString());
        times.addAll(List.of("2026-03-29", "1900-01-01"));
        return times;
    }

    /** Returns what the library's other types write. */
    private static List<String> others(Random random) {
        int some = random.nextInt(256);
        String two = String.format("%02x:%02x", some, random.nextInt(256));
        return List.of(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                "52:54:00:cf:" + two,
                String.format("%04x:%02x:1f.7", random.nextInt(65536), some),
                "192.0." + some + "." + random.nextInt(256),
                "2001:db8::" + Integer.toHexString(random.nextInt(1, 65536)),
                "10." + some + ".0.0/16",
                "2001:db8:" + Integer.toHexString(random.nextInt(1, 65536)) + "::/48",
                "https://" + letters(USUAL_LENGTH, random) + ".example/b?c=d#e",
                "PT" + random.nextInt(1, 10_000) + ".5S",
                random.nextInt(1_000) + ".5",
                String.valueOf(random.nextInt(1_000_000)),
                "0",
                "-3");
    }

    private static int number(@Nullable Object value, int otherwise) {
        return value instanceof Number number ? number.intValue() : otherwise;
    }
}
