package org.versionedobjects.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.NestedReference;
import org.versionedobjects.Profile;
import org.versionedobjects.VersionedObject;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.core.io.SerializedString;

/**
 * Writes JSON in UTF-8, byte for byte as {@link JacksonSink} and a generator of Jackson's do: the head of an envelope and
 * names are copied as they were prepared. What it is told in an order that makes no JSON, and texts that are
 * no characters, it leaves to Jackson. Confined to one thread and one document.
 */
final class Utf8Sink implements EnvelopeSink {
    private static final int LONGEST_LONG = 20;
    private static final int BYTES_PER_ESCAPE = 6;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    private final EnvelopeWriter envelopes;
    private final Limits limits;
    private final NumberLimit numbers;
    private final Profile profile;
    private final boolean[] isList;
    private byte[] out = {};
    private int size;
    private @Nullable TypeWriter root;
    private int depth;

    Utf8Sink(EnvelopeWriter envelopes, Limits limits, NumberLimit numbers, Profile profile) {
        this.envelopes = envelopes;
        this.limits = limits;
        this.numbers = numbers;
        this.profile = profile;
        this.isList = new boolean[limits.depth() + 1];
    }

    /** Writes a whole document. */
    void writeRoot(VersionedObject object) {
        envelopes.writeRoot(object, this);
        if (depth != 0 || size == 0) {
            throw new LeftToJackson();
        }
        limits.checkDocument(size);
        if (root != null) {
            root.learnSize(size);
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(out, size);
    }

    String toText() {
        return new String(out, 0, size, StandardCharsets.UTF_8);
    }

    @Override
    public Profile profile() {
        return profile;
    }

    private void reserve(int more) {
        if (size + more > out.length || size + more < 0) {
            grow(more);
        }
    }

    private void grow(int more) {
        limits.checkDocument(size);
        long wanted = Math.max((long) size + more, 2L * out.length);
        if ((long) size + more > Integer.MAX_VALUE - Long.BYTES) {
            throw new LeftToJackson();
        }
        out = Arrays.copyOf(out, (int) Math.min(wanted, Integer.MAX_VALUE - Long.BYTES));
    }

    /** Puts what separates a value from the one before, and has room for some bytes after it. */
    private void beginValue(int more) {
        reserve(more + 1);
        if (size > 0) {
            byte last = out[size - 1];
            if (depth > 0 && isList[depth]) {
                if (last != '[') {
                    out[size++] = ',';
                }
            } else if (depth == 0 || last != ':') {
                throw new LeftToJackson();
            }
        }
    }

    private void beginName(int more) {
        reserve(more + 1);
        if (depth == 0 || isList[depth]) {
            throw new LeftToJackson();
        }
        byte last = out[size - 1];
        if (last == ':') {
            throw new LeftToJackson();
        }
        if (last != '{') {
            out[size++] = ',';
        }
    }

    private void open(char bracket, boolean list) {
        if (depth == limits.depth()) {
            throw LimitExceededException.tooDeep(limits.depth());
        }
        beginValue(1);
        out[size++] = (byte) bracket;
        isList[++depth] = list;
    }

    private void close(char bracket, boolean list) {
        if (depth == 0 || isList[depth] != list || out[size - 1] == ':') {
            throw new LeftToJackson();
        }
        depth--;
        reserve(1);
        out[size++] = (byte) bracket;
    }

    @Override
    public void beginObject() {
        open('{', false);
    }

    @Override
    public void endObject() {
        close('}', false);
    }

    @Override
    public void beginList() {
        open('[', true);
    }

    @Override
    public void endList() {
        close(']', true);
    }

    @Override
    public void beginEnvelope(TypeWriter writer) {
        if (limits.depth() - depth < 2 || limits.textCharacters() < writer.longestText) {
            EnvelopeSink.super.beginEnvelope(writer);
            return;
        }
        if (size == 0) {
            root = writer;
            out = new byte[writer.expectedSize()];
        }
        beginValue(writer.head.length);
        append(writer.head);
        isList[++depth] = false;
        isList[++depth] = false;
    }

    private void append(byte[] bytes) {
        System.arraycopy(bytes, 0, out, size, bytes.length);
        size += bytes.length;
    }

    @Override
    public void name(String name) {
        limits.checkedText(name);
        byte[] utf8 = Ascii.utf8(name);
        beginName(BYTES_PER_ESCAPE * utf8.length + 3);
        appendQuoted(utf8);
        out[size++] = ':';
    }

    @Override
    public void name(SerializedString name) {
        limits.checkedText(name.getValue());
        byte[] quoted = name.asQuotedUTF8();
        beginName(quoted.length + 3);
        appendPrepared(quoted);
        out[size++] = ':';
    }

    @Override
    public void writeText(SerializedString text) {
        limits.checkedText(text.getValue());
        byte[] quoted = text.asQuotedUTF8();
        beginValue(quoted.length + 2);
        appendPrepared(quoted);
    }

    private void appendPrepared(byte[] quoted) {
        out[size++] = '"';
        append(quoted);
        out[size++] = '"';
    }

    @Override
    public void writeText(String value) {
        limits.checkedText(value);
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (Ascii.isPlain(utf8)) {
            beginValue(utf8.length + 2);
            appendPrepared(utf8);
        } else {
            writeUnusual(value, utf8);
        }
    }

    private void writeUnusual(String value, byte[] utf8) {
        Ascii.checkComplete(value, utf8);
        if (utf8.length > Integer.MAX_VALUE / (2 * BYTES_PER_ESCAPE)) {
            throw new LeftToJackson();
        }
        beginValue(BYTES_PER_ESCAPE * utf8.length + 2);
        appendQuoted(utf8);
    }

    private void appendQuoted(byte[] utf8) {
        out[size++] = '"';
        int from = 0;
        for (int special = firstEscaped(utf8, 0); special < utf8.length; special = firstEscaped(utf8, from)) {
            System.arraycopy(utf8, from, out, size, special - from);
            size += special - from;
            appendEscaped(utf8[special]);
            from = special + 1;
        }
        System.arraycopy(utf8, from, out, size, utf8.length - from);
        size += utf8.length - from;
        out[size++] = '"';
    }

    private static int firstEscaped(byte[] utf8, int from) {
        int at = Ascii.firstSpecial(utf8, from, utf8.length);
        while (at < utf8.length && utf8[at] < 0) { // of a character beyond ASCII, which is written as it is
            at = Ascii.firstSpecial(utf8, at + 1, utf8.length);
        }
        return at;
    }

    private void appendEscaped(byte character) {
        out[size++] = '\\';
        switch (character) {
            case '"', '\\' -> out[size++] = character;
            case '\b' -> out[size++] = 'b';
            case '\t' -> out[size++] = 't';
            case '\n' -> out[size++] = 'n';
            case '\f' -> out[size++] = 'f';
            case '\r' -> out[size++] = 'r';
            default -> {
                out[size++] = 'u';
                out[size++] = '0';
                out[size++] = '0';
                out[size++] = HEX[character >> 4];
                out[size++] = HEX[character & 0xF];
            }
        }
    }

    @Override
    public void writeLong(long value) {
        numbers.check(value);
        beginValue(LONGEST_LONG);
        size = NumberOutput.outputLong(value, out, size);
    }

    @Override
    public void writeInteger(BigInteger value) {
        numbers.check(value);
        plain(value.toString());
    }

    @Override
    public void writeDecimal(BigDecimal value) {
        numbers.check(value);
        plain(value.toString());
    }

    @Override
    public void writeDouble(double value) {
        if (!Double.isFinite(value) && profile != Profile.OSLO) {
            throw InvalidValueException.expected("a finite number", value);
        }
        numbers.check(value);
        plain(NumberOutput.toString(value, false));
    }

    @Override
    public void writeBoolean(boolean value) {
        plain(value ? "true" : "false");
    }

    @Override
    public void writeNull() {
        plain("null");
    }

    private void plain(String ascii) {
        beginValue(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            out[size++] = (byte) ascii.charAt(i);
        }
    }

    @Override
    public void writeNested(VersionedObject object, NestedReference reference) {
        envelopes.writeNested(object, reference, this);
    }
}
