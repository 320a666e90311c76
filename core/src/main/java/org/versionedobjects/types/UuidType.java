package org.versionedobjects.types;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueSchema;

final class UuidType extends TextualType<UUID> {
    static final UuidType INSTANCE = new UuidType();

    private static final int LENGTH = 36;
    private static final int DIGITS = 32;
    private static final String URN = "urn:uuid:";

    private UuidType() {
        super("a UUID");
    }

    @Override
    public Class<?> coveredClass() {
        return UUID.class;
    }

    /** Reads 8-4-4-4-12 digits and nothing else; {@link UUID#fromString} takes {@code 1-1-1-1-1} as well. */
    @Override
    @Nullable
    UUID parse(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (text.charAt(i) != '-') {
                    return null;
                }
            } else {
                int digit = Hex.digit(text.charAt(i));
                if (digit < 0) {
                    return null;
                }
                high = high << 4 | low >>> 60;
                low = low << 4 | digit;
            }
        }
        return new UUID(high, low);
    }

    @Override
    @Nullable
    UUID convert(Object value) {
        return value instanceof UUID uuid ? uuid : null;
    }

    /** Takes what Python's uuid module takes in the forms that people write. oslo itself takes any text (OVO §2). */
    @Override
    @Nullable
    UUID parseOslo(String text) {
        String rest = text.toLowerCase(Locale.ROOT).startsWith(URN) ? text.substring(URN.length()) : text;
        String bare = rest.startsWith("{") && rest.endsWith("}") ? rest.substring(1, rest.length() - 1) : rest;
        return parse(bare.length() == DIGITS ? withDashes(bare) : bare);
    }

    private static String withDashes(String digits) {
        return String.join(
                "-",
                digits.substring(0, 8),
                digits.substring(8, 12),
                digits.substring(12, 16),
                digits.substring(16, 20),
                digits.substring(20));
    }

    @Override
    String text(UUID value) {
        return value.toString();
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of("uuid");
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return SchemaTexts.uuid(context.profile());
    }
}
