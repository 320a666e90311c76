package org.versionedobjects.json;

import org.versionedobjects.Facts;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.MalformedJsonException;
import org.versionedobjects.StreamFailedException;
import org.versionedobjects.VersionedObjectException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says in our words what Jackson found. The text itself is not repeated: it may be secret. */
final class JacksonFaults {
    private JacksonFaults() {}

    /** Translates what came of a parser or generator that the application set up, with limits of its own. */
    static VersionedObjectException translatedFromOpen(JacksonException e) {
        return translated(e, "raise it in the StreamReadConstraints or StreamWriteConstraints of Jackson's factory");
    }

    static VersionedObjectException translated(JacksonException e) {
        return translated(e, "raise Limits." + setting(e));
    }

    private static VersionedObjectException translated(JacksonException e, String advice) {
        TokenStreamLocation location = e.getLocation();
        String where =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        if (e instanceof StreamConstraintsException) {
            return new LimitExceededException(
                    Facts.problem("the document is over a limit" + where + ": " + firstClause(e))
                            .withAdvice(advice),
                    e);
        }
        if (e instanceof UnexpectedEndOfInputException) {
            return new MalformedJsonException(Facts.problem("the JSON ends too early" + where), e);
        }
        if (e instanceof JacksonIOException) {
            return new StreamFailedException(Facts.problem("the stream failed" + where), e.getCause());
        }
        return new MalformedJsonException(Facts.problem("this is not JSON" + where), e);
    }

    /** Jackson's sentence names its own setting. */
    private static String setting(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.contains("MaxNestingDepth")) {
            return "depth";
        }
        if (message.contains("MaxNumberLength")) {
            return "numberDigits";
        }
        return message.contains("MaxDocumentLength") ? "documentBytes" : "textCharacters";
    }

    /** Jackson's sentence up to where it names its own settings. */
    private static String firstClause(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        int end = message.indexOf(", from `");
        return end < 0 ? message : message.substring(0, end) + ")";
    }
}
