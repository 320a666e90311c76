package org.versionedobjects.types;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueSchema;

/** Arrays of bytes. What is stored is a copy that nobody else has. */
final class BytesType extends TextualType<byte[]> {
    static final BytesType INSTANCE = new BytesType();

    private static final int SHOWN = 8;

    private BytesType() {
        super("bytes, as text in base64 with padding");
    }

    @Override
    public byte[] accept(byte[] value) {
        return super.accept(value).clone();
    }

    /** Takes only what the encoder writes; the decoder alone would take texts without padding and stray bits. */
    @Override
    byte @Nullable [] parse(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    byte @Nullable [] convert(Object value) {
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
        return value instanceof byte[] bytes ? bytes.clone() : null;
    }

    @Override
    String text(byte[] value) {
        return Base64.getEncoder().encodeToString(value);
    }

    @Override
    public String format(byte[] value) {
        String start = HexFormat.of().formatHex(value, 0, Math.min(SHOWN, value.length));
        return "byte[" + value.length + "] " + start + (value.length > SHOWN ? "…" : "");
    }

    @Override
    public boolean same(byte[] one, byte[] other) {
        return Arrays.equals(one, other);
    }

    @Override
    public boolean isMutable() {
        return true;
    }

    @Override
    public byte[] mutableCopy(byte[] value) {
        return value.clone();
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of("bytes");
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return SchemaTexts.matching("[A-Za-z0-9+/]*={0,2}").with("contentEncoding", "base64");
    }
}
