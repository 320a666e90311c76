package org.versionedobjects.types;

import java.math.BigInteger;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An IP network: an address in it and the length of its prefix. Bits behind the prefix are kept, since they tell a host:
 * {@code 10.0.0.5/24} (as oslo's IPNetwork).
 *
 * <p>Immutable and thread-safe; ordered by address, then by prefix.
 *
 * @param address an address in the network
 * @param prefix how many bits all addresses of the network share: from 0 to 32 or 128
 */
public record IpNetwork(IpAddress address, int prefix) implements Comparable<IpNetwork> {
    private static final Comparator<IpNetwork> ORDER =
            Comparator.comparing(IpNetwork::address).thenComparingInt(IpNetwork::prefix);
    private static final int MOST_PREFIX_DIGITS = 3;

    /** Checks that there is such a prefix. */
    public IpNetwork {
        if (prefix < 0 || prefix > address.bits()) {
            throw new IllegalArgumentException("A prefix of IPv" + address.version() + " has from 0 to "
                    + address.bits() + " bits, not " + prefix);
        }
    }

    /**
     * Reads {@code 192.0.2.0/24}, {@code 192.0.2.0/255.255.255.0}, {@code 2001:db8::/32}, or an address alone, which is the
     * network of just that.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static IpNetwork parse(String text) {
        IpNetwork network = tryParse(text);
        if (network == null) {
            throw new IllegalArgumentException("This is no IP network: \"" + text + "\"");
        }
        return network;
    }

    static @Nullable IpNetwork tryParse(String text) {
        int slash = text.indexOf('/');
        IpAddress address = IpAddress.tryParse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return null;
        }
        int prefix = slash < 0 ? address.bits() : prefix(text.substring(slash + 1), address);
        return prefix < 0 || prefix > address.bits() ? null : new IpNetwork(address, prefix);
    }

    private static int prefix(String text, IpAddress address) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits) {
            return text.length() <= MOST_PREFIX_DIGITS ? Integer.parseInt(text) : -1;
        }
        IpAddress mask = IpAddress.tryParse(text);
        return mask == null || mask.version() != address.version() ? -1 : maskLength(mask);
    }

    /** Returns how many ones a mask starts with, -1 if there is another one behind a zero. */
    private static int maskLength(IpAddress mask) {
        int ones = mask.number().bitCount();
        return mask.number().equals(mask(mask.bits(), ones)) ? ones : -1;
    }

    private static BigInteger mask(int bits, int ones) {
        return BigInteger.ONE.shiftLeft(ones).subtract(BigInteger.ONE).shiftLeft(bits - ones);
    }

    /** Returns the first address of the network, all bits behind the prefix zero. */
    public IpAddress first() {
        return new IpAddress(address.version(), address.number().and(mask(address.bits(), prefix)));
    }

    /** Returns whether an address is in the network; one of the other version never is. */
    public boolean contains(IpAddress other) {
        return other.version() == address.version()
                && new IpNetwork(other, prefix).first().equals(first());
    }

    @Override
    public int compareTo(IpNetwork other) {
        return ORDER.compare(this, other);
    }

    /** Returns address and prefix: {@code 10.0.0.5/24}. */
    @Override
    public String toString() {
        return address + "/" + prefix;
    }
}
