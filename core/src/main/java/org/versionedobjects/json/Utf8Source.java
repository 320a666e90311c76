package org.versionedobjects.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.NestedReference;
import org.versionedobjects.Profile;
import org.versionedobjects.VersionedObject;
import tools.jackson.core.io.SerializedString;

/**
 * Reads JSON in UTF-8 without Jackson as long as all is usual. Whatever is not, faults of the document and misuse among
 * them, is left to Jackson. Confined to one thread and one document.
 */
final class Utf8Source implements EnvelopeSource {
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final int DEEPEST = Long.SIZE - 1;

    private final Utf8Scanner in;
    private final EnvelopeReader envelopes;
    private final int mostDepth;
    private final int outside;
    private boolean isOnValue;
    private boolean isFirst;
    private int depth;

    /** Has a bit for each level that is open, the innermost being the lowest: set for a list. */
    private long lists;

    Utf8Source(byte[] json, EnvelopeReader envelopes, KnownTexts known) {
        this(new Utf8Scanner(json, 0, envelopes.limits(), known), envelopes, 0);
        in.afterBlanks();
    }

    private Utf8Source(Utf8Scanner in, EnvelopeReader envelopes, int depth) {
        this.in = in;
        this.envelopes = envelopes;
        this.mostDepth = Math.min(envelopes.limits().depth(), DEEPEST);
        this.outside = depth;
        this.depth = depth;
        this.isOnValue = true;
    }

    /** Checks that the document ends here. */
    void end() {
        in.afterBlanks();
        if (!in.isAtEnd() || isOnValue || depth != 0) {
            throw new LeftToJackson();
        }
    }

    @Override
    public Profile profile() {
        return envelopes.profile();
    }

    @Override
    public Kind kind() {
        return switch (onValue()) {
            case '{' -> Kind.OBJECT;
            case '[' -> Kind.LIST;
            case '"' -> Kind.TEXT;
            case 't', 'f' -> Kind.BOOLEAN;
            case 'n' -> Kind.NULL;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> in.isInteger() ? Kind.INTEGER : Kind.DECIMAL;
            default -> throw new LeftToJackson();
        };
    }

    /** Returns the first byte of the value. */
    private byte onValue() {
        if (!isOnValue) {
            throw new LeftToJackson();
        }
        return in.current();
    }

    private void take(char first) {
        if (onValue() != first) {
            throw new LeftToJackson();
        }
        isOnValue = false;
    }

    private void takeNumber() {
        byte first = onValue();
        if (first != '-' && (first < '0' || first > '9')) {
            throw new LeftToJackson();
        }
        isOnValue = false;
    }

    private void open(char bracket, int list) {
        take(bracket);
        if (depth == mostDepth) {
            throw new LeftToJackson();
        }
        depth++;
        lists = lists << 1 | list;
        isFirst = true;
        in.step();
    }

    /** Goes to the next value or name and returns true, or out of the map or list and returns false. */
    private boolean next(int list, char closing) {
        if (isOnValue || depth == outside || (lists & 1) != list) {
            throw new LeftToJackson();
        }
        byte current = in.afterBlanks();
        if (current == closing) {
            in.step();
            depth--;
            lists >>>= 1;
            isFirst = false;
            return false;
        }
        if (isFirst) {
            isFirst = false;
            return true;
        }
        if (current != ',') {
            throw new LeftToJackson();
        }
        in.step();
        in.afterBlanks();
        return true;
    }

    @Override
    public void beginObject() {
        open('{', 0);
    }

    @Override
    public @Nullable String nextName() {
        return nextName(null);
    }

    @Override
    public @Nullable String nextName(@Nullable SerializedString likely) {
        if (!next(0, '}')) {
            return null;
        }
        if (in.current() != '"') {
            throw new LeftToJackson();
        }
        String name = likely != null && in.takes(likely) ? likely.getValue() : in.name();
        in.colon();
        isOnValue = true;
        return name;
    }

    @Override
    public boolean isNull() {
        return onValue() == 'n';
    }

    @Override
    public void beginList() {
        open('[', 1);
    }

    @Override
    public boolean hasNext() {
        isOnValue = next(1, ']');
        return isOnValue;
    }

    @Override
    public long readLong() {
        takeNumber();
        return in.longInteger();
    }

    @Override
    public BigInteger readInteger() {
        takeNumber();
        if (!in.isInteger()) {
            throw new LeftToJackson();
        }
        return new BigInteger(in.number());
    }

    @Override
    public BigDecimal readDecimal() {
        takeNumber();
        try {
            return new BigDecimal(in.number());
        } catch (NumberFormatException e) { // an exponent beyond 32 bits
            throw new LeftToJackson();
        }
    }

    @Override
    public double readDouble() {
        takeNumber();
        if (in.isInteger()) {
            return in.longInteger();
        }
        double value = Double.parseDouble(in.number());
        if (!Double.isFinite(value)) {
            throw new LeftToJackson();
        }
        return value;
    }

    @Override
    public String readText() {
        take('"');
        return in.text();
    }

    @Override
    public String readKnownText() {
        take('"');
        return in.knownText();
    }

    @Override
    public boolean readBoolean() {
        boolean isTrue = onValue() == 't';
        isOnValue = false;
        in.expect(isTrue ? TRUE : FALSE);
        return isTrue;
    }

    @Override
    public void readNull() {
        take('n');
        in.expect(NULL);
    }

    @Override
    public VersionedObject readNested(NestedReference reference) {
        return envelopes.readNested(this, reference);
    }

    @Override
    public void skip() {
        switch (kind()) {
            case OBJECT -> {
                beginObject();
                while (nextName() != null) {
                    skip();
                }
            }
            case LIST -> {
                beginList();
                while (hasNext()) {
                    skip();
                }
            }
            case TEXT -> {
                take('"');
                in.skipText();
            }
            case INTEGER, DECIMAL -> {
                takeNumber();
                in.number();
            }
            case BOOLEAN -> readBoolean();
            case NULL -> readNull();
        }
    }

    @Override
    public EnvelopeSource setAside() {
        EnvelopeSource aside = fork();
        skip();
        return aside;
    }

    @Override
    public EnvelopeSource fork() {
        onValue();
        return new Utf8Source(in.fork(), envelopes, depth);
    }

    @Override
    public InvalidValueException mismatch(String expected) {
        throw new LeftToJackson();
    }
}
