package org.versionedobjects.types;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueSchema;

/** MAC addresses as texts in one form, so that equal addresses are equal texts. */
final class MacAddressType extends TextualType<String> {
    static final MacAddressType INSTANCE = new MacAddressType();

    private MacAddressType() {
        super("a MAC address, such as fa:16:3e:00:00:01");
    }

    @Override
    public String accept(String value) {
        String address = value == null ? null : parse(value);
        if (address == null) {
            throw refused(value);
        }
        return address;
    }

    @Override
    @Nullable
    String parse(String text) {
        return Hex.fits(text, "hh-hh-hh-hh-hh-hh") || Hex.fits(text, "hh:hh:hh:hh:hh:hh") ? canonical(text) : null;
    }

    @Override
    @Nullable
    String parseOslo(String text) {
        return parse(text.replace('-', ':'));
    }

    private static String canonical(String text) {
        return text.replace('-', ':').toLowerCase(Locale.ROOT);
    }

    @Override
    @Nullable
    String convert(Object value) {
        return null;
    }

    @Override
    String text(String value) {
        return value;
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of("macAddress");
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return SchemaTexts.matching("[0-9a-f]{2}(?::[0-9a-f]{2}){5}");
    }
}
