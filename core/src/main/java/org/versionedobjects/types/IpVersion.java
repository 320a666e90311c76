package org.versionedobjects.types;

/** Which addresses a type takes. */
enum IpVersion {
    EITHER,
    IPV4,
    IPV6;

    boolean fits(IpAddress address) {
        return switch (this) {
            case EITHER -> true;
            case IPV4 -> address.version() == 4;
            case IPV6 -> address.version() == 6;
        };
    }
}
