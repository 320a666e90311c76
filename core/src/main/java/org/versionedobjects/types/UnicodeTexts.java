package org.versionedobjects.types;

import java.util.Locale;
import org.versionedobjects.Facts;
import org.versionedobjects.InvalidValueException;

/** Keeps texts out that JSON in UTF-8 cannot carry. */
final class UnicodeTexts {
    private UnicodeTexts() {}

    /**
     * Returns the text.
     *
     * @throws InvalidValueException if it has half of a surrogate pair, which UTF-8 has no bytes for
     */
    static String checked(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return checkedFrom(i, text);
            }
        }
        return text;
    }

    private static String checkedFrom(int start, String text) {
        int at = start;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                String was = "U+" + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT) + " alone at index " + at;
                throw new InvalidValueException(
                        Facts.expected("a text of Unicode characters", was)
                                .withAdvice("half of a surrogate pair cannot be written in UTF-8"),
                        null);
            }
            at += Character.charCount(codePoint);
        }
        return text;
    }
}
