package org.versionedobjects.json;

import org.versionedobjects.Facts;
import org.versionedobjects.LimitExceededException;

/**
 * How large a document may be, in reading and in writing alike. Input over a limit is refused before it costs much; a
 * reference cycle is found by the depth. Texts, numbers and names in a part of a document that nobody reads, because its
 * field is not known, are only held to the size of the document, and in plain maps to nothing.
 *
 * @param depth maps and lists inside each other; an object counts two, its envelope and its data. At most
 *     {@value #MOST_DEPTH}: that many fit into a stack of 1 MiB, which is what Java's threads usually have
 * @param textCharacters characters (UTF-16 units) of one text, or of one name in a map
 * @param documentBytes bytes of a document; characters where it is text. Plain maps and lists have about the size that
 *     they have as JSON, never more: 2 for a map, a list, the quotes of a text, 1 more for the colon after a name, the
 *     characters of names and texts, and 1 for any other value
 * @param numberDigits digits of one number, those of an exponent included; sign and point are none. The library's number
 *     types take at most 1,000, whatever is set here
 */
public record Limits(int depth, int textCharacters, long documentBytes, int numberDigits) {
    /** 100 levels, texts of 8 Mi characters, documents of 64 MiB, numbers of 1,000 digits. */
    public static final Limits DEFAULT = new Limits(100, 8 << 20, 64L << 20, 1_000);

    /** The most that can be set as depth. */
    public static final int MOST_DEPTH = 500;

    /** Checks that each is at least 1, and the depth not more than can be. */
    public Limits {
        if (depth > MOST_DEPTH) {
            throw new IllegalArgumentException("The depth is at most " + MOST_DEPTH + ", since threads have a stack of"
                    + " limited size, but this is " + depth);
        }
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

    /** Refuses a document that is too large. */
    void checkDocument(long bytes) {
        if (bytes > documentBytes) {
            throw new LimitExceededException(
                    Facts.expected("a document of at most " + documentBytes + " bytes", "more")
                            .withAdvice("raise Limits.documentBytes"),
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
