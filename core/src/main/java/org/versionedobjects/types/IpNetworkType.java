package org.versionedobjects.types;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueSchema;

final class IpNetworkType extends TextualType<IpNetwork> {
    static final IpNetworkType EITHER = new IpNetworkType(IpNetwork.EXPECTED, IpVersion.EITHER);
    static final IpNetworkType IPV4 = new IpNetworkType("an IPv4 network, such as 192.0.2.0/24", IpVersion.IPV4);
    static final IpNetworkType IPV6 = new IpNetworkType("an IPv6 network, such as 2001:db8::/32", IpVersion.IPV6);

    private final IpVersion version;

    private IpNetworkType(String description, IpVersion version) {
        super(description);
        this.version = version;
    }

    @Override
    boolean isLegal(IpNetwork value) {
        return version.fits(value.address());
    }

    @Override
    @Nullable
    IpNetwork parse(String text) {
        return IpNetwork.tryParse(text);
    }

    @Override
    @Nullable
    IpNetwork convert(Object value) {
        return value instanceof IpNetwork network ? network : null;
    }

    /** Takes an address alone as a network of one, and netmasks and host masks, as netaddr does. */
    @Override
    @Nullable
    IpNetwork parseOslo(String text) {
        int slash = text.indexOf('/');
        IpAddress address = IpAddress.tryParse(slash < 0 ? text : text.substring(0, slash));
        if (address == null || slash < 0) {
            return address == null ? null : IpNetwork.host(address);
        }
        String prefix = text.substring(slash + 1);
        IpAddress mask = IpAddress.tryParse(prefix);
        return IpNetwork.tryOf(address, mask == null ? IpNetwork.tryPrefix(prefix) : prefixOf(mask, address));
    }

    /** Returns how many bits a mask such as 255.255.255.0 or 0.0.0.255 leaves to the network, -1 if it is none. */
    private static int prefixOf(IpAddress mask, IpAddress address) {
        if (mask.version() != address.version()) {
            return -1;
        }
        BigInteger bits = mask.toInteger();
        BigInteger host = bits.not().add(BigInteger.ONE.shiftLeft(mask.bits()));
        if (isAllOnes(host)) {
            return mask.bits() - host.bitLength();
        }
        return isAllOnes(bits) ? mask.bits() - bits.bitLength() : -1;
    }

    private static boolean isAllOnes(BigInteger number) {
        return number.bitCount() == number.bitLength();
    }

    /** Takes an address as a network of one, and a pair of number and prefix length, as netaddr does. */
    @Override
    @Nullable
    IpNetwork convertOslo(Object value) {
        if (value instanceof IpAddress address) {
            return IpNetwork.host(address);
        }
        if (value instanceof InetAddress address) {
            IpAddress made = IpAddress.tryOf(address);
            return made == null ? null : IpNetwork.host(made);
        }
        boolean isPair = value instanceof List<?> list && list.size() == 2;
        return isPair ? ofPair((List<?>) value) : convert(value);
    }

    private @Nullable IpNetwork ofPair(List<?> pair) {
        BigInteger number = OsloIntegers.of(pair.get(0));
        BigInteger prefix = OsloIntegers.of(pair.get(1));
        if (number == null || prefix == null || prefix.bitLength() >= Integer.SIZE) {
            return null;
        }
        boolean six = version == IpVersion.IPV6;
        IpAddress address = six ? IpAddress.tryOfVersion6(number) : IpAddress.tryOf(number);
        return IpNetwork.tryOf(address, prefix.intValue());
    }

    @Override
    String text(IpNetwork value) {
        return value.toString();
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of(version.factory("Network"));
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return SchemaTexts.ipNetwork(version);
    }
}
