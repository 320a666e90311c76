package org.versionedobjects.types;

import java.math.BigInteger;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** IP addresses of one version or of both. */
final class IpAddressType extends TextScalarType<IpAddress> {
    static final IpAddressType ANY = new IpAddressType("an IP address, such as 192.0.2.1 or 2001:db8::1", 0);
    static final IpAddressType V4 = new IpAddressType("an IPv4 address, such as 192.0.2.1", 4);
    static final IpAddressType V6 = new IpAddressType("an IPv6 address, such as 2001:db8::1", 6);

    private final int version;

    private IpAddressType(String description, int version) {
        super(description, IpAddress.class);
        this.version = version;
    }

    @Override
    public IpAddress accept(IpAddress value) {
        if (version != 0 && value.version() != version) {
            throw refused(value.toString());
        }
        return value;
    }

    @Override
    IpAddress coerceStrict(Object value) {
        return value instanceof InetAddress address ? accept(IpAddress.of(address)) : super.coerceStrict(value);
    }

    /** Takes what netaddr does as well: a number, of IPv4 up to 32 bits, and a network for its address. */
    @Override
    IpAddress coerceOslo(Object value) {
        if (value instanceof IpNetwork network) {
            return accept(network.address());
        }
        if (value instanceof Boolean bool) {
            return numbered(bool ? BigInteger.ONE : BigInteger.ZERO, value);
        }
        BigInteger number = value instanceof BigInteger || Numbers.isSmallInteger(value) ? Numbers.whole(value) : null;
        return number == null ? super.coerceOslo(value) : numbered(number, value);
    }

    private IpAddress numbered(BigInteger number, Object value) {
        if (number.signum() < 0 || number.bitLength() > 4 * Integer.SIZE) {
            throw refused(value);
        }
        return accept(new IpAddress(number.bitLength() <= Integer.SIZE ? 4 : 6, number));
    }

    @Override
    @Nullable
    IpAddress parse(String text) {
        return IpAddress.tryParse(text);
    }
}
