package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/**
 * Makes texts of the usual shapes of regular expressions: classes, quantifiers, groups, alternatives, references back.
 * Assertions, flags and what looks ahead are passed over, so what is made has to be tried. Immutable once parsed.
 */
final class SampleRegex {
    private static final int MOST_REPEATS = 5_000;

    /** So long a text stays as it is, unless it was asked for a longer one. */
    private static final int LONG = 300;

    /** What classes are tried with: letters and digits before everything else, since those read best. */
    private static final List<String> CHARACTERS = IntStream.concat(
                    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:/ ".chars(),
                    IntStream.concat(
                            IntStream.rangeClosed(1, 0x17f), IntStream.of(0x3b1, 0x416, 0x5d0, 0x627, 0x4e2d, 0x1f680)))
            .distinct()
            .mapToObj(Character::toString)
            .toList();

    /** A part of the expression, which adds its text to what is there. */
    private interface Part {
        void add(Making making);
    }

    /** One text while it is made. */
    private record Making(Random random, int fewest, int most, StringBuilder text, Map<String, String> groups) {}

    private final String regex;
    private final Map<String, List<String>> classes = new HashMap<>();
    private final Part whole;
    private int at;
    private int groups;

    private SampleRegex(String regex) {
        this.regex = regex;
        this.whole = alternatives();
        if (at < regex.length()) {
            throw new IllegalArgumentException(regex);
        }
    }

    /** Returns what was parsed; empty for what this does not know. */
    static Optional<SampleRegex> parse(String regex) {
        try {
            return Optional.of(new SampleRegex(regex));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // a shape that is not known
            return Optional.empty();
        }
    }

    /** Returns a text in which whatever may be repeated is there from {@code fewest} to {@code most} times, if allowed. */
    String text(Random random, int fewest, int most) {
        Making making = new Making(random, fewest, most, new StringBuilder(), new HashMap<>());
        whole.add(making);
        return making.text().toString();
    }

    private Part alternatives() {
        List<Part> all = new ArrayList<>(List.of(sequence()));
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            all.add(sequence());
        }
        return all.size() == 1
                ? all.get(0)
                : making -> all.get(making.random().nextInt(all.size())).add(making);
    }

    private Part sequence() {
        List<Part> all = new ArrayList<>();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            all.add(quantified(single()));
        }
        return making -> all.forEach(each -> each.add(making));
    }

    private Part single() {
        char first = regex.charAt(at);
        return switch (first) {
            case '(' -> group();
            case '[' -> oneOf(bracketed());
            case '\\' -> escaped();
            case '.' -> {
                at++;
                yield oneOf(".");
            }
            case '^', '$' -> {
                at++;
                yield making -> {};
            }
            default -> {
                int point = regex.codePointAt(at);
                at += Character.charCount(point);
                yield making -> making.text().appendCodePoint(point);
            }
        };
    }

    private Part group() {
        at++;
        if (!regex.startsWith("?", at)) {
            return captured(String.valueOf(++groups));
        }
        if (regex.startsWith("?<", at) && "=!".indexOf(regex.charAt(at + 2)) < 0) {
            int end = regex.indexOf('>', at);
            String name = regex.substring(at + 2, end);
            at = end + 1;
            groups++;
            return captured(name);
        }
        boolean isSeen = regex.startsWith("?:", at) || regex.startsWith("?>", at);
        if (isSeen) {
            at += 2;
            return closed(alternatives());
        }
        boolean looksAround = "=!<".indexOf(regex.charAt(at + 1)) >= 0;
        while ("?<=!".indexOf(regex.charAt(at)) >= 0 || (!looksAround && isFlag(regex.charAt(at)))) {
            at++;
        }
        if (!looksAround && regex.charAt(at) == ':') {
            at++;
            return closed(alternatives());
        }
        closed(alternatives());
        return making -> {};
    }

    private static boolean isFlag(char each) {
        return "idmsuxU-".indexOf(each) >= 0;
    }

    private Part captured(String name) {
        Part inside = closed(alternatives());
        return making -> {
            int start = making.text().length();
            inside.add(making);
            making.groups().put(name, making.text().substring(start));
        };
    }

    private Part closed(Part inside) {
        if (regex.charAt(at) != ')') {
            throw new IllegalArgumentException(regex);
        }
        at++;
        return inside;
    }

    /** Returns a class in brackets, others inside it included, and goes behind it. */
    private String bracketed() {
        int start = at;
        int open = 0;
        do {
            char each = regex.charAt(at);
            if (each == '\\') {
                at++;
            } else if (each == '[') {
                open++;
                at += regex.startsWith("^", at + 1) ? 1 : 0;
                at += regex.startsWith("]", at + 1) ? 1 : 0;
            } else if (each == ']') {
                open--;
            }
            at++;
        } while (open > 0);
        return regex.substring(start, at);
    }

    private Part escaped() {
        int start = at;
        char kind = regex.charAt(at + 1);
        at += 2;
        if (kind == 'Q') {
            int end = regex.indexOf("\\E", at);
            String literal = regex.substring(at, end < 0 ? regex.length() : end);
            at = end < 0 ? regex.length() : end + 2;
            return making -> making.text().append(literal);
        }
        if ("bBAzZG".indexOf(kind) >= 0) {
            return making -> {};
        }
        if (kind == 'k' || (kind >= '1' && kind <= '9')) {
            int end = kind == 'k' ? regex.indexOf('>', at) : at;
            String name = kind == 'k' ? regex.substring(at + 1, end) : String.valueOf(kind);
            at = kind == 'k' ? end + 1 : at;
            return making -> making.text().append(making.groups().getOrDefault(name, ""));
        }
        at += switch (kind) {
            case 'p', 'P' -> regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 - at : 1;
            case 'x' -> regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 - at : 2;
            case 'u' -> 4;
            case 'c' -> 1;
            default -> 0;
        };
        return oneOf(regex.substring(start, at));
    }

    /** Returns a part that is one of the characters that an expression for one character matches. */
    private Part oneOf(String single) {
        List<String> fitting = classes.computeIfAbsent(single, SampleRegex::fitting);
        return making -> making.text().append(fitting.get(making.random().nextInt(fitting.size())));
    }

    private static List<String> fitting(String single) {
        try {
            Pattern pattern = Pattern.compile(single);
            List<String> all = CHARACTERS.stream()
                    .filter(each -> pattern.matcher(each).matches())
                    .toList();
            if (all.isEmpty()) {
                throw new IllegalArgumentException(single);
            }
            return all.subList(0, Math.min(all.size(), 70));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(single, e);
        }
    }

    private Part quantified(Part part) {
        if (at >= regex.length()) {
            return part;
        }
        int fewest;
        int most;
        switch (regex.charAt(at)) {
            case '?' -> {
                fewest = 0;
                most = 1;
            }
            case '*' -> {
                fewest = 0;
                most = MOST_REPEATS;
            }
            case '+' -> {
                fewest = 1;
                most = MOST_REPEATS;
            }
            case '{' -> {
                int end = regex.indexOf('}', at);
                String[] bounds = regex.substring(at + 1, end).split(",", -1);
                fewest = Integer.parseInt(bounds[0]);
                most = bounds.length == 1 ? fewest : bounds[1].isEmpty() ? MOST_REPEATS : Integer.parseInt(bounds[1]);
                at = end;
            }
            default -> {
                return part;
            }
        }
        at++;
        if (at < regex.length() && "?+".indexOf(regex.charAt(at)) >= 0) {
            at++;
        }
        return repeated(part, fewest, most);
    }

    private static Part repeated(Part part, int fewest, int most) {
        return making -> {
            int from = Math.max(fewest, Math.min(making.fewest(), most));
            int to = Math.max(from, Math.min(making.most(), most));
            int count = from + making.random().nextInt(to - from + 1);
            int enough = Math.max(LONG, making.most());
            for (int i = 0; i < count && (i < fewest || making.text().length() < enough); i++) {
                part.add(making);
            }
        };
    }
}
