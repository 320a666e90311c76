package org.versionedobjects;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as plain Java: {@link LinkedHashMap}, {@link ArrayList}, {@link String}, {@link Long} or
 * {@link BigInteger}, {@link Double} or {@link BigDecimal}, {@link Boolean} and null. Made to be extended by a codec that knows how to write versioned objects.
 *
 * <p>Confined to one thread and one document.
 */
public class PrimitiveWriter implements ValueWriter {
    /** How deep a document may be where nothing else is said: 100 maps and lists inside each other. */
    public static final int DEFAULT_DEPTH = 100;

    private final int maxDepth;
    private final Profile profile;
    private final Deque<Object> open = new ArrayDeque<>();
    private final Deque<String> names = new ArrayDeque<>();
    private @Nullable Object result;

    /** Makes a writer for one document with at most so many maps and lists inside each other. */
    public PrimitiveWriter(int maxDepth) {
        this(maxDepth, Profile.STRICT);
    }

    /** Makes a writer for one document in the text forms of a profile. */
    public PrimitiveWriter(int maxDepth, Profile profile) {
        this.maxDepth = maxDepth;
        this.profile = Objects.requireNonNull(profile, "profile");
    }

    @Override
    public Profile profile() {
        return profile;
    }

    /** Returns what was written. */
    public @Nullable Object result() {
        return result;
    }

    @Override
    public void beginObject() {
        push(new LinkedHashMap<String, @Nullable Object>());
    }

    @Override
    public void beginList() {
        push(new ArrayList<@Nullable Object>());
    }

    private void push(Object container) {
        if (open.size() >= maxDepth) {
            throw LimitExceededException.tooDeep(maxDepth);
        }
        value(container);
        open.push(container);
    }

    @Override
    public void name(String name) {
        names.push(name);
    }

    @Override
    public void endObject() {
        open.pop();
    }

    @Override
    public void endList() {
        open.pop();
    }

    @Override
    public void writeLong(long value) {
        value(value);
    }

    @Override
    public void writeInteger(BigInteger value) {
        value(value.bitLength() < Long.SIZE ? (Object) value.longValue() : value);
    }

    @Override
    public void writeDecimal(BigDecimal value) {
        value(Objects.requireNonNull(value, "value"));
    }

    @Override
    public void writeDouble(double value) {
        if (!Double.isFinite(value) && profile != Profile.OSLO) {
            throw InvalidValueException.expected("a finite number", value);
        }
        value(value);
    }

    @Override
    public void writeText(String value) {
        value(Objects.requireNonNull(value, "value"));
    }

    @Override
    public void writeBoolean(boolean value) {
        value(value);
    }

    @Override
    public void writeNull() {
        value(null);
    }

    @Override
    public void writeNested(VersionedObject object, NestedReference reference) {
        throw new UnsupportedOperationException("There is a " + object.objectType()
                + " in the value; objects are written by an ObjectCodec, which knows their versions");
    }

    @SuppressWarnings("unchecked") // only this class puts containers there
    private void value(@Nullable Object value) {
        Object container = open.peek();
        if (container == null) {
            result = value;
        } else if (container instanceof List) {
            ((List<@Nullable Object>) container).add(value);
        } else {
            ((Map<String, @Nullable Object>) container).put(names.pop(), value);
        }
    }
}
