package org.versionedobjects.types;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.InvalidValueException;

/**
 * An IP network in CIDR notation (RFC 4632), or an interface in a network: the bits of the host are kept, so
 * {@code 10.0.0.5/24} is not {@code 10.0.0.0/24}, though both have the same {@link #network()}.
 *
 * <p>Immutable and thread-safe. The order is that of the addresses, then shorter prefixes first.
 *
 * @param address the address, with the bits of the host
 * @param prefixLength how many bits of the address are the network's: 0 to 32, or to 128
 */
public record IpNetwork(IpAddress address, int prefixLength) implements Comparable<IpNetwork> {
    static final String EXPECTED = "an IP network, such as 192.0.2.0/24 or 2001:db8::/32";

    private static final int MOST_DIGITS = 3;

    /**
     * Makes a network.
     *
     * @throws InvalidValueException if the prefix is longer than the address, or negative
     */
    public IpNetwork {
        if (prefixLength < 0 || prefixLength > address.bits()) {
            throw InvalidValueException.expected("a prefix length from 0 to " + address.bits(), prefixLength);
        }
    }

    /**
     * Reads {@code 192.0.2.0/24}: an address and, after a slash, the length of the prefix without leading zeros.
     *
     * @throws InvalidValueException if the text is something else
     */
    public static IpNetwork parse(String text) {
        IpNetwork network = tryParse(text);
        if (network == null) {
            throw InvalidValueException.expected(EXPECTED, text);
        }
        return network;
    }

    static @Nullable IpNetwork tryParse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return null;
        }
        String digits = text.substring(slash + 1);
        boolean padded = digits.length() > 1 && digits.startsWith("0");
        return padded ? null : tryOf(IpAddress.tryParse(text.substring(0, slash)), tryPrefix(digits));
    }

    /** Returns the network of an address and a prefix, null if one is null or the prefix does not fit. */
    static @Nullable IpNetwork tryOf(@Nullable IpAddress address, int prefixLength) {
        if (address == null || prefixLength < 0 || prefixLength > address.bits()) {
            return null;
        }
        return new IpNetwork(address, prefixLength);
    }

    /** Returns the number that the digits are, -1 if it is none. */
    static int tryPrefix(String digits) {
        boolean number = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : -1;
    }

    /** Returns the network of one address, all bits of which are the prefix. */
    static IpNetwork host(IpAddress address) {
        return new IpNetwork(address, address.bits());
    }

    /** Returns 4 or 6. */
    public int version() {
        return address.version();
    }

    /** Returns the network itself: the same prefix, the bits of the host being zero. */
    public IpNetwork network() {
        return new IpNetwork(address.masked(prefixLength), prefixLength);
    }

    /** Returns whether an address is in this network; one of the other version never is. */
    public boolean contains(IpAddress other) {
        return other.version() == version() && other.masked(prefixLength).equals(address.masked(prefixLength));
    }

    @Override
    public int compareTo(IpNetwork other) {
        int byAddress = address.compareTo(other.address);
        return byAddress == 0 ? Integer.compare(prefixLength, other.prefixLength) : byAddress;
    }

    /** Returns the address, a slash and the prefix length: {@code 10.0.0.5/24}. */
    @Override
    public String toString() {
        return address + "/" + prefixLength;
    }
}
