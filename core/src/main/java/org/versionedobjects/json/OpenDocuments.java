package org.versionedobjects.json;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.MalformedJsonException;
import org.versionedobjects.VersionedObject;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One value in a document that the application has open: neither opened nor closed here. */
final class OpenDocuments {
    private OpenDocuments() {}

    /** Reads the value that the parser stands on, or before; afterwards it stands on the value's last token. */
    static VersionedObject read(JsonParser parser, Limits limits, Function<LimitedParser, VersionedObject> reading) {
        Objects.requireNonNull(parser, "parser");
        try {
            goToValue(parser);
            return reading.apply(new LimitedParser(parser, limits));
        } catch (JacksonException e) {
            throw JacksonFaults.translatedFromOpen(e);
        }
    }

    private static void goToValue(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null || token == JsonToken.PROPERTY_NAME) {
            token = parser.nextToken();
        }
        if (token == null) {
            throw new MalformedJsonException(Facts.problem("there is nothing left to read"), null);
        }
        if (isNoValue(token)) {
            throw new IllegalArgumentException(
                    "The parser should stand on the first token of a value, or before one, but it stands on " + token);
        }
    }

    private static boolean isNoValue(@Nullable JsonToken token) {
        return token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY || token == JsonToken.NOT_AVAILABLE;
    }

    /** Writes a value where the generator stands; it is not flushed. */
    static void write(JsonGenerator generator, Consumer<JsonGenerator> writing) {
        Objects.requireNonNull(generator, "generator");
        try {
            writing.accept(generator);
        } catch (JacksonException e) {
            throw JacksonFaults.translatedFromOpen(e);
        }
    }
}
