package org.versionedobjects.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.Profile;
import tools.jackson.core.JacksonException;

/**
 * Writes whole documents without Jackson as far as they are plain, and leaves the others to it, those that become too large
 * among them: so what is told of them is what Jackson finds. Thread-safe.
 */
final class QuickDocuments {
    private static final int SMALLEST = 256;
    private static final int MOST_EXPECTED = 1 << 20;

    private final Limits limits;
    private final NumberLimit numbers;
    private final Profile profile;

    /** About how large the last document was: a guess that threads may lose to each other. */
    private int expectedSize = SMALLEST;

    QuickDocuments(Limits limits, Profile profile) {
        this.limits = limits;
        this.numbers = new NumberLimit(limits.numberDigits());
        this.profile = profile;
    }

    byte[] toBytes(EnvelopeWriter envelopes, Consumer<Utf8Sink> writing, Supplier<byte[]> byJackson) {
        try {
            Utf8Sink sink = written(envelopes, writing);
            return Arrays.copyOf(sink.buffer(), sink.end());
        } catch (LeftToJackson | LimitExceededException | JacksonException e) {
            return byJackson.get();
        }
    }

    /** Documents as text may have as many characters as one in UTF-8 may have bytes. */
    String toText(EnvelopeWriter envelopes, Consumer<Utf8Sink> writing, Supplier<String> byJackson) {
        try {
            Utf8Sink sink = written(envelopes, writing);
            return new String(sink.buffer(), 0, sink.end(), StandardCharsets.UTF_8);
        } catch (LeftToJackson | LimitExceededException | JacksonException e) {
            return byJackson.get();
        }
    }

    private Utf8Sink written(EnvelopeWriter envelopes, Consumer<Utf8Sink> writing) {
        Utf8Sink sink = new Utf8Sink(envelopes, limits, numbers, profile, expectedSize);
        writing.accept(sink);
        int size = sink.end();
        expectedSize = Math.max(SMALLEST, Math.min(MOST_EXPECTED, size + size / 8));
        return sink;
    }
}
