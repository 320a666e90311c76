package org.versionedobjects.types;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A version of PEP 440, such as {@code 1!2.0rc1.post2.dev3+local.7}; compared as the packaging library does. */
record PythonVersion(List<BigInteger> release, List<Part> rank, List<Part> local) implements Comparable<PythonVersion> {
    private static final int MOST_CHARACTERS = 256;
    private static final String SEPARATOR = "[-_.]?";
    private static final Pattern FORM = Pattern.compile(
            "v?(?:(?<epoch>[0-9]+)!)?(?<release>[0-9]+(?:\\.[0-9]+)*)"
                    + "(?:" + SEPARATOR + "(?<pre>alpha|a|beta|b|preview|pre|c|rc)" + SEPARATOR
                    + "(?<preNumber>[0-9]+)?)?"
                    + "(?<post>-(?<postNumber>[0-9]+)|" + SEPARATOR + "(?:post|rev|r)" + SEPARATOR
                    + "(?<revNumber>[0-9]+)?)?"
                    + "(?<dev>" + SEPARATOR + "dev" + SEPARATOR + "(?<devNumber>[0-9]+)?)?"
                    + "(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?",
            Pattern.CASE_INSENSITIVE);

    /** One thing to compare: first by order, then by number, then by text. */
    record Part(int order, BigInteger number, String text) implements Comparable<Part> {
        private static final Part LOWEST = new Part(Integer.MIN_VALUE, BigInteger.ZERO, "");
        private static final Part HIGHEST = new Part(Integer.MAX_VALUE, BigInteger.ZERO, "");
        private static final Comparator<Part> ORDER =
                Comparator.comparingInt(Part::order).thenComparing(Part::number).thenComparing(Part::text);

        @Override
        public int compareTo(Part other) {
            return ORDER.compare(this, other);
        }
    }

    /** Returns the version that a text is, null if it is none. */
    static @Nullable PythonVersion parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (text.length() > MOST_CHARACTERS || !matcher.matches()) {
            return null;
        }
        List<Part> rank = List.of(pre(matcher), post(matcher), dev(matcher));
        return new PythonVersion(release(matcher), rank, local(matcher.group("local")));
    }

    /** Epoch and numbers, zeros at the end left out: 1.0 is 1. */
    private static List<BigInteger> release(Matcher matcher) {
        List<BigInteger> numbers = new ArrayList<>();
        numbers.add(number(matcher.group("epoch")));
        for (String number : matcher.group("release").split("\\.", -1)) {
            numbers.add(number(number));
        }
        while (numbers.size() > 1 && numbers.get(numbers.size() - 1).signum() == 0) {
            numbers.remove(numbers.size() - 1);
        }
        return List.copyOf(numbers);
    }

    private static Part pre(Matcher matcher) {
        String name = matcher.group("pre");
        if (name == null) {
            boolean isOnlyDev = matcher.group("post") == null && matcher.group("dev") != null;
            return isOnlyDev ? Part.LOWEST : Part.HIGHEST;
        }
        int order = switch (name.toLowerCase(Locale.ROOT)) {
            case "a", "alpha" -> 0;
            case "b", "beta" -> 1;
            default -> 2;
        };
        return new Part(order, number(matcher.group("preNumber")), "");
    }

    private static Part post(Matcher matcher) {
        if (matcher.group("post") == null) {
            return Part.LOWEST;
        }
        String number = matcher.group("postNumber") == null ? matcher.group("revNumber") : matcher.group("postNumber");
        return new Part(0, number(number), "");
    }

    private static Part dev(Matcher matcher) {
        return matcher.group("dev") == null ? Part.HIGHEST : new Part(0, number(matcher.group("devNumber")), "");
    }

    /** Numbers come after words, and a longer one after a shorter one of the same start. */
    private static List<Part> local(@Nullable String local) {
        if (local == null) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        for (String part : local.toLowerCase(Locale.ROOT).split("[-_.]", -1)) {
            boolean isNumber = part.chars().allMatch(c -> c >= '0' && c <= '9');
            parts.add(isNumber ? new Part(1, number(part), "") : new Part(0, BigInteger.ZERO, part));
        }
        return List.copyOf(parts);
    }

    private static BigInteger number(@Nullable String digits) {
        return digits == null ? BigInteger.ZERO : new BigInteger(digits);
    }

    private static <T extends Comparable<T>> int compareParts(List<T> one, List<T> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    @Override
    public int compareTo(PythonVersion other) {
        int byRelease = compareParts(release, other.release);
        if (byRelease != 0) {
            return byRelease;
        }
        int byRank = compareParts(rank, other.rank);
        return byRank != 0 ? byRank : compareParts(local, other.local);
    }
}
