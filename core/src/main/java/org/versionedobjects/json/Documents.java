package org.versionedobjects.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.MalformedJsonException;
import org.versionedobjects.Profile;
import org.versionedobjects.StreamFailedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.ByteArrayBuilder;

/**
 * Opens and closes JSON documents: one value from the first character to the last, within the limits, the user's streams
 * left open, Jackson's exceptions put into ours. Immutable and thread-safe.
 */
final class Documents {
    private final JsonFactory factory;
    private final Limits limits;

    Documents(Limits limits, Profile profile) {
        boolean nonFinite = profile == Profile.OSLO;
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(mostCharacters(limits))
                        .maxNameLength(mostNameBytes(limits))
                        .maxNumberLength(limits.numberDigits())
                        .build())
                .configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, nonFinite)
                .configure(JsonWriteFeature.WRITE_NAN_AS_STRINGS, !nonFinite)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .build();
    }

    /** Jackson takes a number for a text as well, with its sign and point. */
    private static int mostCharacters(Limits limits) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(limits.textCharacters(), limits.numberDigits() + 9L));
    }

    /** Jackson counts the bytes of a name, four at a time; the characters are counted later. */
    private static int mostNameBytes(Limits limits) {
        return (int) Math.min(Integer.MAX_VALUE, 3L * limits.textCharacters() + 8);
    }

    <R extends @Nullable Object> R read(String json, Function<JsonParser, R> reading) {
        limits.checkDocument(json.length());
        String strict = EscapedText.withoutFalseDigits(json);
        return read(() -> factory.createParser(ObjectReadContext.empty(), strict), reading);
    }

    <R extends @Nullable Object> R read(byte[] json, Function<JsonParser, R> reading) {
        limits.checkDocument(json.length);
        return read(() -> factory.createParser(ObjectReadContext.empty(), json), reading);
    }

    <R extends @Nullable Object> R read(InputStream json, Function<JsonParser, R> reading) {
        return read(() -> factory.createParser(ObjectReadContext.empty(), new CountedInput(json)), reading);
    }

    private interface Opening<T> {
        T open();
    }

    private static <R extends @Nullable Object> R read(Opening<JsonParser> opening, Function<JsonParser, R> reading) {
        try (JsonParser parser = opening.open()) {
            if (parser.nextToken() == null) {
                throw new MalformedJsonException(Facts.problem("the document is empty"), null);
            }
            R read = reading.apply(parser);
            if (parser.nextToken() != null) {
                throw new MalformedJsonException(
                        Facts.problem("the document goes on after the envelope")
                                .withAdvice("one document holds one envelope"),
                        null);
            }
            return read;
        } catch (JacksonException e) {
            throw JacksonFaults.translated(e);
        }
    }

    String toText(Consumer<JsonGenerator> writing) {
        TextOutput out = new TextOutput();
        write(() -> factory.createGenerator(ObjectWriteContext.empty(), out), writing);
        return out.text.toString();
    }

    byte[] toBytes(Consumer<JsonGenerator> writing) {
        try (ByteArrayBuilder out = new ByteArrayBuilder()) {
            CountedOutput counted = new CountedOutput(out);
            write(() -> factory.createGenerator(ObjectWriteContext.empty(), counted), writing);
            return out.toByteArray();
        }
    }

    /** Writes all or nothing: what could not be written to its end has not come so far. */
    static void write(OutputStream out, byte[] document) {
        try {
            out.write(document);
            out.flush();
        } catch (IOException e) {
            throw new StreamFailedException(Facts.problem("the stream failed"), e);
        }
    }

    private static void write(Opening<JsonGenerator> opening, Consumer<JsonGenerator> writing) {
        try (JsonGenerator generator = opening.open()) {
            writing.accept(generator);
        } catch (JacksonException e) {
            throw JacksonFaults.translated(e);
        }
    }

    private final class CountedInput extends FilterInputStream {
        private long count;

        CountedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) {
            count += more;
            limits.checkDocument(count);
        }
    }

    private final class CountedOutput extends OutputStream {
        private final OutputStream out;
        private long count;

        CountedOutput(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            limits.checkDocument(++count);
            out.write(value);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            count += length;
            limits.checkDocument(count);
            out.write(buffer, offset, length);
        }
    }

    private final class TextOutput extends Writer {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(char[] buffer, int offset, int length) {
            text.append(buffer, offset, length);
            limits.checkDocument(text.length());
        }

        @Override
        public void write(String more, int offset, int length) {
            text.append(more, offset, offset + length);
            limits.checkDocument(text.length());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
