package org.versionedobjects.types;

import java.util.Locale;

/** Which addresses a type takes. */
enum IpVersion {
    EITHER,
    IPV4,
    IPV6;

    /** Returns the name of the factory in {@link Types}: {@code ipv4Address}. */
    String factory(String what) {
        return (this == EITHER ? "ip" : name().toLowerCase(Locale.ROOT)) + what;
    }

    boolean fits(IpAddress address) {
        return switch (this) {
            case EITHER -> true;
            case IPV4 -> address.version() == 4;
            case IPV6 -> address.version() == 6;
        };
    }
}
