package org.versionedobjects.json;

import org.versionedobjects.Facts;
import org.versionedobjects.LimitExceededException;

/**
 * How large a document may be, in reading and in writing alike. Input over a limit is refused before it costs much; a
 * reference cycle is found by the depth.
 *
 * @param depth maps and lists inside each other; an object counts two, its envelope and its data
 * @param textCharacters characters (UTF-16 units) of one text
 * @param documentBytes bytes of a document, characters where it is given as text
 * @param numberDigits characters of one number
 */
public record Limits(int depth, int textCharacters, long documentBytes, int numberDigits) {
    /** 100 levels, texts of 8 Mi characters, documents of 64 MiB, numbers of 1,000 digits. */
    public static final Limits DEFAULT = new Limits(100, 8 << 20, 64L << 20, 1_000);

    /** Checks that each is at least 1. */
    public Limits {
        if (depth < 1 || textCharacters < 1 || documentBytes < 1 || numberDigits < 1) {
            throw new IllegalArgumentException("A limit is at least 1, but these are depth " + depth + ", text "
                    + textCharacters + ", document " + documentBytes + ", number " + numberDigits);
        }
    }

    /** Returns a copy with another depth. */
    public Limits withDepth(int levels) {
        return new Limits(levels, textCharacters, documentBytes, numberDigits);
    }

    /** Returns a copy with another length of texts. */
    public Limits withTextCharacters(int characters) {
        return new Limits(depth, characters, documentBytes, numberDigits);
    }

    /** Returns a copy with another size of documents. */
    public Limits withDocumentBytes(long bytes) {
        return new Limits(depth, textCharacters, bytes, numberDigits);
    }

    /** Returns a copy with another length of numbers. */
    public Limits withNumberDigits(int digits) {
        return new Limits(depth, textCharacters, documentBytes, digits);
    }

    /** Refuses a number of too many digits. */
    void checkDigits(double digits) {
        if (digits > numberDigits) {
            throw new LimitExceededException(
                    Facts.expected("a number of at most " + numberDigits + " digits", "about " + Math.round(digits))
                            .withAdvice("raise Limits.numberDigits"),
                    null);
        }
    }

    /** Returns a text that is not too long. */
    String checkedText(String text) {
        if (text.length() > textCharacters) {
            throw new LimitExceededException(
                    Facts.expected("a text of at most " + textCharacters + " characters", text.length() + "")
                            .withAdvice("raise Limits.textCharacters"),
                    null);
        }
        return text;
    }
}
