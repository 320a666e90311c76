package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;

/** Texts to try: ordinary, short, long, of odd characters, and such as applications' patterns ask for. Stateless. */
final class SampleTexts {
    /** What patterns and mapped types usually want, so that there is something to try before anything is worked out. */
    static final List<String> USUAL = List.of(
            "text",
            "a",
            "A",
            "abc",
            "ABC",
            "a-b_c.1",
            "1",
            "42",
            "1.0",
            "1.0.0",
            "true",
            "a@example.org",
            "https://example.org/a",
            "example.org",
            "192.0.2.1",
            "2001:db8::1",
            "192.0.2.0/24",
            "00:00:5e:00:53:01",
            "8a9bcb1e-9d6f-4a3e-8a44-0d5f2d3f6c10",
            "8a9bcb1e9d6f4a3e8a440d5f2d3f6c10",
            "2026-11-24",
            "10:00",
            "10:00:00",
            "2026-11-24T10:00:00Z",
            "PT1H",
            "P1D",
            "Europe/Berlin",
            "EUR",
            "de",
            "de-DE",
            "DE",
            "+493012345678",
            "#00ff00",
            "/a/b",
            "a/b",
            "10 GB",
            "ADBEEF",
            "deadbeef");

    private static final String ODD = "\u00fc\u4e2d\ud83d\ude80\"\\/\n\t\u0000\u2028<a&b>\u0627";
    private static final int LONG = 300;
    private static final int MOST = 5_000;
    private static final int TRIES = 40;

    private SampleTexts() {}

    /** Returns texts for a description with lengths and patterns, accepted or not, the most ordinary first. */
    static List<String> of(TypeDescription description) {
        int shortest = length(description.option("minLength"), 0);
        int longest = length(description.option("maxLength"), LONG);
        List<String> all = new ArrayList<>();
        if (description.option("matching") instanceof List<?> patterns) {
            patterns.forEach(each -> addMatching(String.valueOf(each), shortest, longest, all));
            all.addAll(USUAL);
            return all;
        }
        all.add(fitted("text", shortest, longest));
        if (description.option("as") != null) {
            all.addAll(USUAL);
        }
        all.add(fitted("", shortest, longest));
        all.add(fitted("x".repeat(Math.min(longest, MOST)), shortest, longest));
        all.add(fitted(ODD, shortest, longest));
        all.add(fitted(" ", shortest, longest));
        return all;
    }

    private static int length(@Nullable Object option, int otherwise) {
        return option instanceof Long length ? (int) Math.min(length, MOST) : otherwise;
    }

    private static void addMatching(String regex, int shortest, int longest, List<String> all) {
        SampleRegex parsed = SampleRegex.parse(regex).orElse(null);
        if (parsed != null) {
            all.add(parsed.text(new Random(1), 1, 2));
            all.add(parsed.text(new Random(2), 0, 0));
            all.add(parsed.text(new Random(3), longest, longest));
            for (int i = 0; i < TRIES; i++) {
                all.add(parsed.text(new Random(i), Math.min(i % 8, longest), Math.max(shortest, i)));
            }
        }
    }

    /** Returns a text cut or filled up to a number of Unicode characters. */
    private static String fitted(String text, int shortest, int longest) {
        int count = text.codePointCount(0, text.length());
        if (count > longest) {
            return text.substring(0, text.offsetByCodePoints(0, Math.max(0, longest)));
        }
        return count >= shortest ? text : text + "e".repeat(shortest - count);
    }

    /** Returns some text of the lengths; patterns are tried by words of their own. */
    static String random(TypeDescription description, Random random) {
        int shortest = length(description.option("minLength"), 0);
        int longest = length(description.option("maxLength"), LONG);
        if (description.option("matching") instanceof List<?> patterns && !patterns.isEmpty()) {
            return SampleRegex.parse(String.valueOf(patterns.get(0)))
                    .map(each -> each.text(random, 0, 1 + random.nextInt(12)))
                    .orElse("");
        }
        int count = random.nextInt(20);
        String text = IntStream.range(0, count)
                .map(each -> random.nextInt(5) == 0 ? 0xa1 + random.nextInt(0x2000) : ' ' + random.nextInt(95))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return fitted(text, shortest, longest);
    }
}
