package org.versionedobjects.types;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;

/** Bytes, in base64 on the wire. An array could be changed in place, so the object keeps one of its own. */
final class BytesType extends ScalarType<byte[]> {
    static final BytesType INSTANCE = new BytesType();

    private static final int SHOWN = 8;

    private BytesType() {
        super("bytes in base64");
    }

    @Override
    public byte[] accept(byte[] value) {
        return value.clone();
    }

    @Override
    byte[] coerceStrict(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
        byte[] decoded = value instanceof CharSequence text ? decoded(text.toString()) : null;
        if (decoded == null) {
            throw refused(value);
        }
        return decoded;
    }

    /** Decodes what the encoder writes and nothing else: with padding, without stray bits, which would be lost. */
    private static byte @Nullable [] decoded(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public void write(byte[] value, ValueWriter out) {
        out.writeText(Base64.getEncoder().encodeToString(value));
    }

    @Override
    public byte[] read(ValueReader in) {
        if (in.kind() != ValueReader.Kind.TEXT) {
            throw in.mismatch(describe());
        }
        return coerceStrict(in.readText());
    }

    @Override
    public boolean same(byte[] one, byte[] other) {
        return Arrays.equals(one, other);
    }

    @Override
    public String format(byte[] value) {
        String text = Base64.getEncoder().encodeToString(Arrays.copyOf(value, Math.min(value.length, SHOWN)));
        return value.length <= SHOWN ? text : text + "… (" + value.length + " bytes)";
    }

    @Override
    public boolean isMutable() {
        return true;
    }

    @Override
    public byte[] mutableCopy(byte[] value) {
        return value.clone();
    }
}
