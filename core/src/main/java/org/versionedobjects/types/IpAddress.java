package org.versionedobjects.types;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address. Unlike {@link InetAddress} it leaves {@code ::ffff:192.0.2.1} an IPv6 address, and is never
 * looked up. It has no zone: {@code fe80::1%eth0} is refused.
 *
 * <p>Immutable and thread-safe; ordered by version, then by number.
 *
 * @param version 4 or 6
 * @param number the address as a number, of 32 or 128 bits
 */
public record IpAddress(int version, BigInteger number) implements Comparable<IpAddress> {
    private static final Comparator<IpAddress> ORDER =
            Comparator.comparingInt(IpAddress::version).thenComparing(IpAddress::number);
    private static final BigInteger MAPPED = BigInteger.valueOf(0xffff).shiftLeft(32);

    /** Checks that the number is one of the version. */
    public IpAddress {
        if (version != 4 && version != 6) {
            throw new IllegalArgumentException("There is no IP version " + version);
        }
        if (number.signum() < 0 || number.bitLength() > bits(version)) {
            throw new IllegalArgumentException(
                    "An IPv" + version + " address has " + bits(version) + " bits, but the number is " + number);
        }
    }

    private static int bits(int version) {
        return version == 4 ? Integer.SIZE : 4 * Integer.SIZE;
    }

    /**
     * Reads an address: IPv4 in four decimal numbers without leading zeros, IPv6 in any form of RFC 4291 §2.2.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static IpAddress parse(String text) {
        IpAddress address = tryParse(text);
        if (address == null) {
            throw new IllegalArgumentException("This is no IP address: \"" + text + "\"");
        }
        return address;
    }

    static @Nullable IpAddress tryParse(String text) {
        if (!CharMatcher.ascii().matchesAllOf(text) || text.indexOf('%') >= 0 || !InetAddresses.isInetAddress(text)) {
            return null;
        }
        InetAddress found = InetAddresses.forString(text);
        IpAddress address = of(found);
        boolean mapped = found instanceof Inet4Address && text.indexOf(':') >= 0;
        return mapped ? new IpAddress(6, address.number.or(MAPPED)) : address;
    }

    /** Returns the address of a {@link InetAddress}; a zone is left behind. */
    public static IpAddress of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new IpAddress(bytes.length == 4 ? 4 : 6, new BigInteger(1, bytes));
    }

    /** Returns the same address for Java's network classes, which take an IPv4-mapped one for IPv4. */
    public InetAddress toInetAddress() {
        try {
            return InetAddress.getByAddress(toBytes());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address of " + bits() + " bits was refused", e);
        }
    }

    private byte[] toBytes() {
        byte[] bytes = new byte[bits() / Byte.SIZE];
        byte[] given = number.toByteArray();
        int length = Math.min(given.length, bytes.length); // a sign byte is left out
        System.arraycopy(given, given.length - length, bytes, bytes.length - length, length);
        return bytes;
    }

    /** Returns 32 or 128. */
    public int bits() {
        return bits(version);
    }

    @Override
    public int compareTo(IpAddress other) {
        return ORDER.compare(this, other);
    }

    /** Returns the text of RFC 5952; IPv4-mapped and IPv4-compatible addresses end as {@code inet_ntop} has them. */
    @Override
    public String toString() {
        if (version == 6 && number.shiftRight(32).equals(BigInteger.valueOf(0xffff))) {
            return "::ffff:" + last32Bits();
        }
        boolean compatible = version == 6 && number.bitLength() > 16 && number.bitLength() <= 32;
        return compatible ? "::" + last32Bits() : InetAddresses.toAddrString(toInetAddress());
    }

    private IpAddress last32Bits() {
        return new IpAddress(4, number.and(BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE)));
    }
}
