package org.versionedobjects.types;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Profile;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;

final class UuidType extends ScalarType<UUID> {
    static final UuidType INSTANCE = new UuidType();

    private static final int LENGTH = 36;

    private UuidType() {
        super("a UUID");
    }

    @Override
    UUID coerceStrict(Object value) {
        if (value instanceof UUID uuid) {
            return uuid;
        }
        UUID uuid = value instanceof CharSequence text ? parse(text.toString()) : null;
        if (uuid == null) {
            throw refused(value);
        }
        return uuid;
    }

    /** Reads 8-4-4-4-12 digits and nothing else; {@link UUID#fromString} takes {@code 1-1-1-1-1} as well. */
    private static @Nullable UUID parse(String text) {
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

    @Override
    public void write(UUID value, ValueWriter out) {
        out.writeText(value.toString());
    }

    @Override
    public UUID read(ValueReader in) {
        if (in.profile() == Profile.OSLO) {
            return readOslo(in);
        }
        if (in.kind() != ValueReader.Kind.TEXT) {
            throw in.mismatch(describe());
        }
        String text = in.readText();
        UUID uuid = parse(text);
        if (uuid == null) {
            throw refused(text);
        }
        return uuid;
    }
}
