package org.versionedobjects.types;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.InvalidValueException;

/**
 * An IP address of version 4 or 6, without zone. Unlike {@link InetAddress} it never asks a name server and has no host
 * name, and {@code ::ffff:192.0.2.1} stays an address of version 6.
 *
 * <p>Immutable and thread-safe. Addresses of version 4 come before those of version 6, then the order is that of the
 * numbers.
 */
public final class IpAddress implements Comparable<IpAddress> {
    static final String EXPECTED = "an IP address, such as 192.0.2.1 or 2001:db8::1";

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;
    private static final int IPV4_VERSION = 4;
    private static final int IPV6_VERSION = 6;
    private static final int EMBEDDED_AT = IPV6_BYTES - IPV4_BYTES;

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads {@code 192.0.2.1} or any text form of RFC 4291.
     *
     * @throws InvalidValueException if the text is something else, has a zone ({@code %eth0}), or octal digits
     */
    public static IpAddress parse(String text) {
        IpAddress address = tryParse(text);
        if (address == null) {
            throw InvalidValueException.expected(EXPECTED, text);
        }
        return address;
    }

    static @Nullable IpAddress tryParse(String text) {
        // Guava takes the digits of every script, and zones that name an interface of this machine
        if (!CharMatcher.ascii().matchesAllOf(text) || text.indexOf('%') >= 0 || !InetAddresses.isInetAddress(text)) {
            return null;
        }
        byte[] bytes = InetAddresses.forString(text).getAddress();
        return new IpAddress(text.indexOf(':') >= 0 ? sixteen(bytes) : bytes);
    }

    /** Undoes what java.net does to {@code ::ffff:192.0.2.1}. */
    private static byte[] sixteen(byte[] bytes) {
        if (bytes.length == IPV6_BYTES) {
            return bytes;
        }
        byte[] mapped = new byte[IPV6_BYTES];
        Arrays.fill(mapped, EMBEDDED_AT - 2, EMBEDDED_AT, (byte) 0xff);
        System.arraycopy(bytes, 0, mapped, EMBEDDED_AT, IPV4_BYTES);
        return mapped;
    }

    /**
     * Returns the address that is an {@link InetAddress}; its host name is left behind.
     *
     * @throws InvalidValueException if it has a zone, which would be lost
     */
    public static IpAddress of(InetAddress address) {
        IpAddress made = tryOf(address);
        if (made == null) {
            throw InvalidValueException.expected("an IP address without a zone", address);
        }
        return made;
    }

    static @Nullable IpAddress tryOf(InetAddress address) {
        boolean zoned =
                address instanceof Inet6Address six && (six.getScopedInterface() != null || six.getScopeId() != 0);
        return zoned ? null : new IpAddress(address.getAddress());
    }

    /**
     * Returns the address that has these bytes, the most significant first.
     *
     * @throws InvalidValueException if there are neither 4 nor 16
     */
    public static IpAddress of(byte[] bytes) {
        if (bytes.length != IPV4_BYTES && bytes.length != IPV6_BYTES) {
            throw InvalidValueException.expected("4 or 16 bytes of an IP address", bytes.length);
        }
        return new IpAddress(bytes.clone());
    }

    /** Returns the address that is this number: of version 4 up to 32 bits, of version 6 up to 128, else null. */
    static @Nullable IpAddress tryOf(BigInteger number) {
        return tryOf(number, number.bitLength() <= IPV4_BYTES * Byte.SIZE ? IPV4_BYTES : IPV6_BYTES);
    }

    /** Returns the address of version 6 that is this number of up to 128 bits, else null. */
    static @Nullable IpAddress tryOfVersion6(BigInteger number) {
        return tryOf(number, IPV6_BYTES);
    }

    private static @Nullable IpAddress tryOf(BigInteger number, int length) {
        if (number.signum() < 0 || number.bitLength() > length * Byte.SIZE) {
            return null;
        }
        byte[] bytes = new byte[length];
        byte[] digits = number.toByteArray();
        int count = Math.min(length, digits.length); // one byte more for the sign, or fewer
        System.arraycopy(digits, digits.length - count, bytes, length - count, count);
        return new IpAddress(bytes);
    }

    /** Returns 4 or 6. */
    public int version() {
        return bytes.length == IPV4_BYTES ? IPV4_VERSION : IPV6_VERSION;
    }

    /** Returns how many bits there are: 32 or 128. */
    int bits() {
        return bytes.length * Byte.SIZE;
    }

    /** Returns a copy of the 4 or 16 bytes, the most significant first. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** Returns the address as an {@link Inet4Address} or {@link Inet6Address}, without host name. */
    public InetAddress toInetAddress() {
        try {
            return bytes.length == IPV4_BYTES
                    ? InetAddress.getByAddress(bytes)
                    : Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has 4 or 16 bytes", e);
        }
    }

    /** Returns this address with all bits after the first so many being zero. */
    IpAddress masked(int prefixLength) {
        byte[] masked = new byte[bytes.length];
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, prefixLength - i * Byte.SIZE));
            masked[i] = (byte) (bytes[i] & 0xff << (Byte.SIZE - kept));
        }
        return new IpAddress(masked);
    }

    /** Returns this address as a number. */
    BigInteger toInteger() {
        return new BigInteger(1, bytes);
    }

    @Override
    public int compareTo(IpAddress other) {
        return bytes.length == other.bytes.length
                ? Arrays.compareUnsigned(bytes, other.bytes)
                : Integer.compare(bytes.length, other.bytes.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpAddress address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /**
     * Returns the canonical text of RFC 5952: lower case, the longest run of zeros as {@code ::}, and the last four bytes
     * as {@code 192.0.2.1} where an address of version 4 is embedded ({@code ::ffff:192.0.2.1}, {@code ::192.0.2.1}).
     */
    @Override
    public String toString() {
        if (!hasEmbedded()) {
            return InetAddresses.toAddrString(toInetAddress());
        }
        String prefix = bytes[EMBEDDED_AT - 1] == 0 ? "::" : "::ffff:";
        return prefix + new IpAddress(Arrays.copyOfRange(bytes, EMBEDDED_AT, IPV6_BYTES));
    }

    /** As C's inet_ntop, which Python uses: {@code ::1} and {@code ::9} have no address of version 4 in them. */
    private boolean hasEmbedded() {
        if (bytes.length == IPV4_BYTES) {
            return false;
        }
        BigInteger before = new BigInteger(1, Arrays.copyOf(bytes, EMBEDDED_AT));
        boolean compatible = before.signum() == 0 && (bytes[EMBEDDED_AT] != 0 || bytes[EMBEDDED_AT + 1] != 0);
        return compatible || before.equals(BigInteger.valueOf(0xffff));
    }
}
