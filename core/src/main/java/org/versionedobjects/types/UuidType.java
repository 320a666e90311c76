package org.versionedobjects.types;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Profile;

/** UUIDs. Unlike oslo's, which take any text, these are UUIDs under both profiles (DESIGN §11). */
final class UuidType extends TextScalarType<UUID> {
    static final UuidType INSTANCE = new UuidType();

    private static final int LENGTH = 36;
    private static final int DIGITS = 32;
    private static final String URN = "urn:uuid:";

    private UuidType() {
        super("a UUID", UUID.class);
    }

    /** Reads 8-4-4-4-12 digits and nothing else; {@link UUID#fromString} takes {@code 1-1-1-1-1} as well. */
    @Override
    @Nullable
    UUID parse(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return null;
            }
        }
        return UUID.fromString(text);
    }

    /** Reads what Python's {@code uuid.UUID} does: with or without dashes, in braces, as a URN. */
    @Override
    @Nullable
    UUID parseOslo(String text) {
        String bare = text.toLowerCase(Locale.ROOT);
        bare = bare.startsWith(URN) ? bare.substring(URN.length()) : bare;
        bare = bare.startsWith("{") && bare.endsWith("}") ? bare.substring(1, bare.length() - 1) : bare;
        String digits = bare.replace("-", "");
        return digits.length() == DIGITS
                ? parse(String.join(
                        "-",
                        digits.substring(0, 8),
                        digits.substring(8, 12),
                        digits.substring(12, 16),
                        digits.substring(16, 20),
                        digits.substring(20)))
                : null;
    }

    @Override
    String print(UUID value, Profile profile) {
        return value.toString();
    }
}
