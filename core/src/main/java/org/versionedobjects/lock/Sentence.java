package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A sentence with names and values in it, kept apart from its words: whoever prints it knows what to escape, which is all
 * that comes from outside. Immutable and thread-safe.
 */
record Sentence(List<Part> parts) {
    private static final String HOLE = "{}";

    /** Words of ours, or code: a name or value of the application, on one line. */
    record Part(boolean isCode, String text) {}

    Sentence {
        parts = List.copyOf(parts);
    }

    /** Returns the words with a name or value for each {@code {}}. */
    static Sentence of(String words, Object... values) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (Object value : values) {
            int hole = words.indexOf(HOLE, from);
            parts.add(new Part(false, words.substring(from, hole)));
            parts.add(new Part(true, visible(value.toString())));
            from = hole + HOLE.length();
        }
        parts.add(new Part(false, words.substring(from)));
        parts.removeIf(part -> !part.isCode() && part.text().isEmpty());
        return new Sentence(parts);
    }

    /** Returns this with another one behind it. */
    Sentence then(Sentence other) {
        List<Part> both = new ArrayList<>(parts);
        both.addAll(other.parts);
        return new Sentence(both);
    }

    private static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(each -> {
            if (isVisible(each)) {
                shown.appendCodePoint(each);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u%04x", each));
            }
        });
        return shown.isEmpty() ? "\"\"" : shown.toString();
    }

    /** Neither breaks the line, nor changes the direction of what follows, nor is half a character. */
    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** Returns this in Markdown as GitHub reads it. */
    String toMarkdown() {
        return parts.stream()
                .map(part -> part.isCode() ? codeSpan(part.text()) : part.text())
                .collect(Collectors.joining());
    }

    /** Returns a code span, in which nothing but backticks means anything: its fence is longer than any run in it. */
    private static String codeSpan(String code) {
        String fence = "`";
        while (code.contains(fence)) {
            fence += "`";
        }
        boolean needsRoom = code.startsWith("`") || code.endsWith("`") || code.startsWith(" ") || code.endsWith(" ");
        String room = needsRoom ? " " : "";
        return fence + room + code + room + fence;
    }

    /** Returns this without any marks. */
    @Override
    public String toString() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }
}
