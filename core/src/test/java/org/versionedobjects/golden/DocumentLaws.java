package org.versionedobjects.golden;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.versionedobjects.Difference;
import org.versionedobjects.Profile;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.json.ObjectCodec;

/** What holds for any bytes that are read as a document, whatever they are. Each law throws an error if it is broken. */
final class DocumentLaws {
    private final Profile profile;
    private final ObjectCodec codec;

    DocumentLaws(Profile profile, ObjectCodec.Builder builder) {
        this.profile = profile;
        this.codec = builder.profile(profile).build();
    }

    ObjectCodec codec() {
        return codec;
    }

    /** Reads a document by all entrances, which agree, and returns the object if there is one. */
    Optional<VersionedObject> read(byte[] json) {
        Reading fromBytes = Reading.of(() -> codec.fromBytes(json));
        fromBytes.agreesWith(Reading.of(() -> codec.read(new ByteArrayInputStream(json))), "a stream");
        utf8(json).ifPresent(text -> fromBytes.agreesWith(Reading.of(() -> codec.fromJson(text)), "a text"));
        return Optional.ofNullable(fromBytes.object);
    }

    /** Reads a document as {@link #read(byte[])}, and the same thing as maps and lists: if both are read, they agree. */
    Optional<VersionedObject> read(byte[] json, Object plain) {
        Optional<VersionedObject> read = read(json);
        Reading fromPrimitive = Reading.of(() -> codec.fromPrimitive(plain));
        if (fromPrimitive.object != null) {
            read.ifPresent(object -> same(object, fromPrimitive.object, "maps and lists at first"));
        }
        return read;
    }

    /** Returns the text of a document in UTF-8 without a mark; Jackson takes a zero among the first four bytes for UTF-16 or 32. */
    private static Optional<String> utf8(byte[] json) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            boolean isOther = text.startsWith("\uFEFF")
                    || text.substring(0, Math.min(4, text.length())).indexOf(0) >= 0;
            return isOther ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes an object in all forms and reads it back from each in the same state. Under {@link Profile#OSLO} fractions of
     * seconds are lost the first time, so that it is what was read then that holds.
     */
    void writtenAndReadAgain(VersionedObject object) {
        VersionedObject kept = codec.fromBytes(codec.toBytes(object));
        if (profile == Profile.STRICT) {
            object.differencesFrom(kept).forEach(each -> require(isKnownOnlyInside(each), "read again: " + each));
        }
        byte[] bytes = codec.toBytes(kept);
        same(kept, codec.fromBytes(bytes), "bytes");
        same(kept, codec.fromJson(codec.toJson(kept)), "a text");
        same(kept, codec.fromPrimitive(codec.toPrimitive(kept)), "maps and lists");
        same(kept, kept.copy(), "a copy");
        require(Arrays.equals(bytes, codec.toBytes(codec.fromBytes(bytes))), "other bytes the second time");
    }

    /** An envelope names a field as changed if something inside is, and whoever reads it cannot tell. */
    private static boolean isKnownOnlyInside(Difference difference) {
        return difference.equals(new Difference(difference.path(), "not changed", "changed"));
    }

    private static void same(VersionedObject object, VersionedObject again, String form) {
        List<Difference> differences = object.differencesFrom(again);
        require(differences.isEmpty(), "from " + form + ": " + differences);
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** What came out: an object or one of the library's exceptions; anything else is not caught. */
    private record Reading(VersionedObject object, VersionedObjectException refusal) {
        static Reading of(Supplier<VersionedObject> entrance) {
            try {
                return new Reading(entrance.get(), null);
            } catch (VersionedObjectException e) {
                return new Reading(null, e);
            }
        }

        void agreesWith(Reading other, String entrance) {
            boolean agrees = refusal == null
                    ? other.refusal == null && object.sameState(other.object)
                    : other.refusal != null
                            && refusal.getClass() == other.refusal.getClass()
                            && refusal.facts()
                                    .path()
                                    .equals(other.refusal.facts().path());
            require(agrees, this + " but from " + entrance + " " + other);
        }
    }
}
