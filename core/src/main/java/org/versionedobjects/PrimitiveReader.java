package org.versionedobjects;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads values from plain Java: maps with text as keys, lists, text, numbers, booleans and null. Made to be extended by
 * a codec that knows how to read versioned objects.
 *
 * <p>Confined to one thread and one document.
 */
public class PrimitiveReader implements ValueReader {
    private final Deque<Iterator<?>> open = new ArrayDeque<>();
    private final int outside;
    private final int maxDepth;
    private final Profile profile;
    private @Nullable Object value;

    /** Makes a reader that stands on a value. */
    public PrimitiveReader(@Nullable Object primitive) {
        this(primitive, PrimitiveWriter.DEFAULT_DEPTH, Profile.STRICT);
    }

    /** Makes a reader that stands on a value with at most so many maps and lists inside each other. */
    protected PrimitiveReader(@Nullable Object primitive, int maxDepth, Profile profile) {
        this.value = primitive;
        this.outside = 0;
        this.maxDepth = maxDepth;
        this.profile = profile;
    }

    /** Makes a reader that stands on the value that another one stands on. */
    protected PrimitiveReader(PrimitiveReader other) {
        this.value = other.value;
        this.outside = other.outside + other.open.size();
        this.maxDepth = other.maxDepth;
        this.profile = other.profile;
    }

    @Override
    public Profile profile() {
        return profile;
    }

    private void push(Iterator<?> container) {
        if (outside + open.size() >= maxDepth) {
            throw LimitExceededException.tooDeep(maxDepth);
        }
        open.push(container);
    }

    /** Steps out of all maps and lists but the outermost so many. */
    protected final void stepOutTo(int depth) {
        while (open.size() > depth) {
            open.pop();
        }
    }

    /** Returns the value this stands on. */
    protected final @Nullable Object value() {
        return value;
    }

    @Override
    public Kind kind() {
        if (value == null) {
            return Kind.NULL;
        }
        if (value instanceof Map) {
            return Kind.OBJECT;
        }
        if (value instanceof List) {
            return Kind.LIST;
        }
        if (value instanceof CharSequence) {
            return Kind.TEXT;
        }
        if (value instanceof Boolean) {
            return Kind.BOOLEAN;
        }
        if (value instanceof Long || value instanceof Integer || value instanceof BigInteger || isSmallInteger(value)) {
            return Kind.INTEGER;
        }
        if (value instanceof Number) {
            return Kind.DECIMAL;
        }
        throw mismatch("a map, a list, a text, a number, a boolean or null");
    }

    private static boolean isSmallInteger(Object value) {
        return value instanceof Short || value instanceof Byte;
    }

    @Override
    public int depth() {
        return open.size();
    }

    @Override
    public void beginObject() {
        if (!(value instanceof Map<?, ?> map)) {
            throw mismatch("a map");
        }
        push(map.entrySet().iterator());
    }

    @Override
    public @Nullable String nextName() {
        Iterator<?> entries = open.element();
        if (!entries.hasNext()) {
            open.pop();
            return null;
        }
        Map.Entry<?, ?> entry = (Map.Entry<?, ?>) entries.next();
        if (!(entry.getKey() instanceof String name)) {
            throw new InvalidValueException(Facts.expected("a text as key of a map", Facts.show(entry.getKey())), null);
        }
        value = entry.getValue();
        return name;
    }

    @Override
    public void beginList() {
        if (!(value instanceof List<?> list)) {
            throw mismatch("a list");
        }
        push(list.iterator());
    }

    @Override
    public boolean hasNext() {
        Iterator<?> elements = open.element();
        if (!elements.hasNext()) {
            open.pop();
            return false;
        }
        value = elements.next();
        return true;
    }

    @Override
    public long readLong() {
        if (value instanceof Long || value instanceof Integer || (value != null && isSmallInteger(value))) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger big && big.bitLength() < Long.SIZE) {
            return big.longValue();
        }
        throw mismatch("an integer of 64 bits");
    }

    @Override
    public double readDouble() {
        if (value instanceof Number number) {
            double read = number.doubleValue();
            if (!Double.isInfinite(read) || value instanceof Double || value instanceof Float) {
                return read;
            }
        }
        throw mismatch("a number");
    }

    @Override
    public BigInteger readInteger() {
        return value instanceof BigInteger big ? big : BigInteger.valueOf(readLong());
    }

    @Override
    public BigDecimal readDecimal() {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (Double.isFinite(number)) {
                return new BigDecimal(value.toString());
            }
        } else if (kind() == Kind.INTEGER) {
            return new BigDecimal(readInteger());
        }
        throw mismatch("a finite number");
    }

    @Override
    public String readText() {
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        throw mismatch("a text");
    }

    @Override
    public boolean readBoolean() {
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw mismatch("true or false");
    }

    @Override
    public void readNull() {
        if (value != null) {
            throw mismatch("null");
        }
    }

    @Override
    public VersionedObject readNested(NestedReference reference) {
        throw new UnsupportedOperationException("A " + reference.describe()
                + " is to be read; objects are read by an ObjectCodec, which knows the registered types");
    }

    @Override
    public void skip() {}

    @Override
    public InvalidValueException mismatch(String expected) {
        return InvalidValueException.expected(expected, value);
    }
}
