package org.versionedobjects.types;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses of hardware, as texts in one canonical form; the forms are those of oslo's MACAddress and PCIAddress. */
final class HardwareAddressType extends TextScalarType<String> {
    static final HardwareAddressType MAC =
            new HardwareAddressType("a MAC address, such as fa:16:3e:00:00:01", "hh:hh:hh:hh:hh:hh", true);
    static final HardwareAddressType PCI =
            new HardwareAddressType("a PCI address, such as 0000:0f:1f.7", "hhhh:hh:1h.7", false);

    private final String form;
    private final boolean dashes;

    /**
     * Makes a type of texts of a form: {@code h} is a hexadecimal digit, another digit is itself or a smaller one.
     *
     * @param dashes whether a dash may stand for a colon
     */
    private HardwareAddressType(String description, String form, boolean dashes) {
        super(description, String.class);
        this.form = form;
        this.dashes = dashes;
    }

    @Override
    public String accept(String value) {
        String canonical = parse(value);
        if (canonical == null) {
            throw refused(value);
        }
        return canonical;
    }

    @Override
    @Nullable
    String parse(String text) {
        if (text.length() != form.length()) {
            return null;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        String canonical = dashes ? lower.replace('-', ':') : lower;
        for (int i = 0; i < form.length(); i++) {
            if (!fits(canonical.charAt(i), form.charAt(i))) {
                return null;
            }
        }
        return canonical;
    }

    private static boolean fits(char given, char wanted) {
        if (wanted == 'h') {
            return (given >= '0' && given <= '9') || (given >= 'a' && given <= 'f');
        }
        return Character.isDigit(wanted) ? given >= '0' && given <= wanted : given == wanted;
    }
}
