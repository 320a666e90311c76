package org.versionedobjects.types;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueSchema;

/** PCI addresses as texts in one form, so that equal addresses are equal texts. */
final class PciAddressType extends TextualType<String> {
    static final PciAddressType INSTANCE = new PciAddressType();

    private static final int SLOT = 8;
    private static final int FUNCTION = 11;

    private PciAddressType() {
        super("a PCI address (domain:bus:slot.function), such as 0000:04:1f.7");
    }

    @Override
    public String accept(String value) {
        String address = value == null ? null : parse(value);
        if (address == null) {
            throw refused(value);
        }
        return address;
    }

    /** A slot has five bits, a function three. */
    @Override
    @Nullable
    String parse(String text) {
        boolean legal = Hex.fits(text, "hhhh:hh:hh.h") && text.charAt(SLOT) <= '1' && text.charAt(FUNCTION) <= '7';
        return legal ? text.toLowerCase(Locale.ROOT) : null;
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
        return TypeDescription.of("pciAddress");
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return SchemaTexts.matching("[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]");
    }
}
