package org.versionedobjects.json;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.MalformedJsonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Holds one value that an application's parser stands on to the limits, which that parser may not know: it may be over
 * another document, a tree or a buffer. Sizes are counted as those of plain maps and lists are. Confined to one value.
 */
final class LimitedParser extends JsonParserDelegate {
    private final Limits limits;
    private final NumberLimit numbers;
    private final PlainSize size;
    private int depth;

    LimitedParser(JsonParser parser, Limits limits) {
        super(parser);
        this.limits = limits;
        this.numbers = new NumberLimit(limits.numberDigits());
        this.size = new PlainSize(limits);
        count(parser.currentToken());
    }

    @Override
    public @Nullable JsonToken nextToken() {
        JsonToken token = delegate.nextToken();
        count(token);
        return token;
    }

    private void count(@Nullable JsonToken token) {
        if (token == null) {
            throw new MalformedJsonException(Facts.problem("the JSON ends too early"), null);
        }
        switch (token) {
            case START_OBJECT, START_ARRAY -> {
                size.addContainer();
                if (++depth > limits.depth()) {
                    throw LimitExceededException.tooDeep(limits.depth());
                }
            }
            case END_OBJECT, END_ARRAY -> depth--;
            case PROPERTY_NAME -> size.addName(delegate.currentName());
            case VALUE_STRING -> size.addText(delegate.getStringLength());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                size.addOther();
                checkDigits();
            }
            default -> size.addOther();
        }
    }

    private void checkDigits() {
        if (delegate.getStringLength() > limits.numberDigits()) {
            numbers.checkText(delegate.getString());
        }
    }

    @Override
    public @Nullable String nextName() {
        return nextToken() == JsonToken.PROPERTY_NAME ? delegate.currentName() : null;
    }

    @Override
    public JsonParser skipChildren() {
        JsonToken token = delegate.currentToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            int outside = depth - 1;
            while (depth > outside) {
                nextToken();
            }
        }
        return this;
    }
}
