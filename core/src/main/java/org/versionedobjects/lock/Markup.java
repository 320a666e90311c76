package org.versionedobjects.lock;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML that is well-formed XML, and escapes all that is not its own. Confined to one thread. */
final class Markup {
    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values by turns. */
    Markup open(String element, String... attributes) {
        tag(element, attributes).append('>');
        open.push(element);
        return this;
    }

    /** Writes an element without content. */
    Markup empty(String element, String... attributes) {
        tag(element, attributes).append("/>\n");
        return this;
    }

    private StringBuilder tag(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        return out;
    }

    /** Closes the element that was opened last. */
    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes the element that was opened last, and the line. */
    Markup closeLine() {
        close();
        out.append('\n');
        return this;
    }

    /** Writes an element with text in it. */
    Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).closeLine();
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    Markup sentence(Sentence sentence) {
        for (Sentence.Part part : sentence.parts()) {
            if (part.isCode()) {
                open("code").text(part.text()).close();
            } else {
                text(part.text());
            }
        }
        return this;
    }

    private void escape(String text) {
        text.codePoints().forEach(each -> {
            switch (each) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isLegal(each) ? each : 0xFFFD);
            }
        });
    }

    private static boolean isLegal(int codePoint) {
        boolean isHalf = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return codePoint == '\n'
                || codePoint == '\t'
                || (codePoint >= ' ' && !isHalf && (codePoint & 0xFFFE) != 0xFFFE);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
