package org.versionedobjects.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.NestedReference;
import org.versionedobjects.Profile;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.util.TokenBuffer;

/** Reads from a Jackson parser that stands on the first token of a value. */
final class JacksonSource implements EnvelopeSource {
    private final JsonParser parser;
    private final EnvelopeReader envelopes;
    private final @Nullable FaultCollector faults;
    private final boolean isOpen;

    JacksonSource(JsonParser parser, EnvelopeReader envelopes) {
        this(parser, envelopes, envelopes.newCollector(), false);
    }

    /** Makes one for a parser of the application's. */
    static JacksonSource ofOpen(LimitedParser parser, EnvelopeReader envelopes) {
        return new JacksonSource(parser, envelopes, envelopes.newCollector(), true);
    }

    private JacksonSource(
            JsonParser parser, EnvelopeReader envelopes, @Nullable FaultCollector faults, boolean isOpen) {
        this.parser = parser;
        this.envelopes = envelopes;
        this.faults = faults;
        this.isOpen = isOpen;
    }

    @Override
    public Profile profile() {
        return envelopes.profile();
    }

    @Override
    public Kind kind() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> Kind.OBJECT;
            case START_ARRAY -> Kind.LIST;
            case VALUE_STRING -> Kind.TEXT;
            case VALUE_NUMBER_INT -> Kind.INTEGER;
            case VALUE_NUMBER_FLOAT -> Kind.DECIMAL;
            case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
            case VALUE_NULL -> Kind.NULL;
            case VALUE_EMBEDDED_OBJECT ->
                throw new InvalidValueException(Facts.expected("a value of JSON", "a Java object in a tree"), null);
            default -> throw new IllegalStateException("The reader stands on " + parser.currentToken());
        };
    }

    @Override
    public void beginObject() {
        require(JsonToken.START_OBJECT, "a map");
    }

    @Override
    public @Nullable String nextName() {
        String name = parser.nextName();
        if (name != null) {
            envelopes.limits().checkedText(name);
            parser.nextToken();
        }
        return name;
    }

    @Override
    public void beginList() {
        require(JsonToken.START_ARRAY, "a list");
    }

    @Override
    public boolean hasNext() {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    @Override
    public long readLong() {
        require(JsonToken.VALUE_NUMBER_INT, "an integer of 64 bits");
        try {
            return parser.getLongValue();
        } catch (InputCoercionException e) {
            throw mismatch("an integer of 64 bits");
        }
    }

    @Override
    public BigInteger readInteger() {
        require(JsonToken.VALUE_NUMBER_INT, "an integer");
        return parser.getBigIntegerValue();
    }

    @Override
    public BigDecimal readDecimal() {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            require(JsonToken.VALUE_NUMBER_FLOAT, "a number");
        }
        if (parser.isNaN()) {
            throw mismatch("a finite number");
        }
        checkDigits();
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException e) { // an exponent beyond 32 bits
            throw mismatch("a number");
        }
    }

    @Override
    public double readDouble() {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            require(JsonToken.VALUE_NUMBER_FLOAT, "a number");
        }
        checkDigits();
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value) && profile() != Profile.OSLO) {
            throw mismatch("a number");
        }
        return value;
    }

    /** Jackson lets one digit more pass where a text starts with a zero before the point. */
    private void checkDigits() {
        int most = envelopes.limits().numberDigits();
        if (parser.getStringLength() > most) {
            new NumberLimit(most).checkText(parser.getString());
        }
    }

    @Override
    public String readText() {
        require(JsonToken.VALUE_STRING, "a text");
        return envelopes.limits().checkedText(parser.getString());
    }

    @Override
    public boolean readBoolean() {
        if (parser.currentToken() != JsonToken.VALUE_TRUE) {
            require(JsonToken.VALUE_FALSE, "true or false");
        }
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    @Override
    public void readNull() {
        require(JsonToken.VALUE_NULL, "null");
    }

    private void require(JsonToken token, String expected) {
        if (parser.currentToken() != token) {
            throw mismatch(expected);
        }
    }

    @Override
    public VersionedObject readNested(NestedReference reference) {
        return envelopes.readNested(this, reference);
    }

    @Override
    public void skip() {
        parser.skipChildren();
    }

    @Override
    public VersionedObjectException translated(JacksonException e) {
        return isOpen ? JacksonFaults.translatedFromOpen(e) : JacksonFaults.translated(e);
    }

    @Override
    public EnvelopeSource setAside() {
        TokenBuffer buffer = TokenBuffer.forBuffering(parser, ObjectReadContext.empty());
        buffer.copyCurrentStructure(parser);
        return new JacksonSource(
                buffer.asParserOnFirstToken(ObjectReadContext.empty(), parser), envelopes, faults, isOpen);
    }

    @Override
    public int depth() {
        return faults == null ? 0 : nesting();
    }

    /** Counts, since not every parser does. */
    private int nesting() {
        int count = 0;
        for (TokenStreamContext each = parser.streamReadContext(); each != null; each = each.getParent()) {
            count++;
        }
        return count;
    }

    @Override
    public VersionedObjectException collect(
            @Nullable VersionedObjectException before, VersionedObjectException fault, int depth) {
        if (faults == null) {
            throw fault;
        }
        VersionedObjectException all = faults.collect(before, fault);
        while (nesting() > depth && parser.nextToken() != null) {
            parser.skipChildren();
        }
        return all;
    }

    @Override
    public InvalidValueException mismatch(String expected) {
        return new InvalidValueException(Facts.expected(expected, shown()), null);
    }

    private String shown() {
        return switch (kind()) {
            case OBJECT -> "a map";
            case LIST -> "a list";
            case TEXT -> Facts.show(parser.getString());
            case INTEGER, DECIMAL -> parser.getString() + " (number)";
            case BOOLEAN -> readBoolean() + " (boolean)";
            case NULL -> "null";
        };
    }
}
