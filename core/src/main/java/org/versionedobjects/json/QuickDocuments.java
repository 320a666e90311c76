package org.versionedobjects.json;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import tools.jackson.core.JacksonException;

/**
 * Writes and reads whole documents without Jackson as far as they are plain, and leaves the others to it, those that are
 * faulty or too large among them: so what is told of them is what Jackson finds. Thread-safe.
 */
final class QuickDocuments {
    private final Limits limits;
    private final NumberLimit numbers;
    private final Profile profile;
    private final KnownTexts known = new KnownTexts();

    QuickDocuments(Limits limits, Profile profile) {
        this.limits = limits;
        this.numbers = new NumberLimit(limits.numberDigits());
        this.profile = profile;
    }

    /** Returns the document of an object; null if that is left to Jackson. */
    byte @Nullable [] toBytes(VersionedObject object, EnvelopeWriter envelopes) {
        Utf8Sink sink = written(object, envelopes);
        return sink == null ? null : sink.toBytes();
    }

    /** Returns the document as text, which may have as many characters as one in UTF-8 may have bytes. */
    @Nullable
    String toText(VersionedObject object, EnvelopeWriter envelopes) {
        Utf8Sink sink = written(object, envelopes);
        return sink == null ? null : sink.toText();
    }

    private @Nullable Utf8Sink written(VersionedObject object, EnvelopeWriter envelopes) {
        try {
            Utf8Sink sink = new Utf8Sink(envelopes, limits, numbers, profile);
            sink.writeRoot(object);
            return sink;
        } catch (LeftToJackson | LimitExceededException | JacksonException e) {
            return null;
        }
    }

    /** Returns the object of a document; null if that is left to Jackson. */
    @Nullable
    VersionedObject read(byte[] json, EnvelopeReader envelopes, @Nullable ObjectType<?> wanted) {
        if (json.length > limits.documentBytes()) {
            return null;
        }
        try {
            Utf8Source source = new Utf8Source(json, envelopes, known);
            VersionedObject read = envelopes.readRoot(source, wanted);
            source.end();
            return read;
        } catch (LeftToJackson | VersionedObjectException | JacksonException e) {
            return null;
        }
    }

    /** Returns the object of a document that is text; null if that is left to Jackson. */
    @Nullable
    VersionedObject read(String json, EnvelopeReader envelopes, @Nullable ObjectType<?> wanted) {
        if (json.length() > limits.documentBytes()) {
            return null;
        }
        try {
            return read(Ascii.utf8(json), envelopes, wanted);
        } catch (LeftToJackson e) {
            return null;
        }
    }
}
