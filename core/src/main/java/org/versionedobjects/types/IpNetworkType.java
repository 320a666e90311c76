package org.versionedobjects.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** IP networks of one version or of both. */
final class IpNetworkType extends TextScalarType<IpNetwork> {
    static final IpNetworkType ANY = new IpNetworkType("an IP network, such as 192.0.2.0/24", 0);
    static final IpNetworkType V4 = new IpNetworkType("an IPv4 network, such as 192.0.2.0/24", 4);
    static final IpNetworkType V6 = new IpNetworkType("an IPv6 network, such as 2001:db8::/32", 6);

    private final int version;

    private IpNetworkType(String description, int version) {
        super(description, IpNetwork.class);
        this.version = version;
    }

    @Override
    public IpNetwork accept(IpNetwork value) {
        if (version != 0 && value.address().version() != version) {
            throw refused(value.toString());
        }
        return value;
    }

    /** Takes what netaddr does as well: an address for the network of just that, a pair of number and prefix. */
    @Override
    IpNetwork coerceOslo(Object value) {
        if (value instanceof IpAddress address) {
            return accept(new IpNetwork(address, address.bits()));
        }
        if (value instanceof List<?> pair && pair.size() == 2 && pair.get(1) instanceof Integer prefix) {
            IpAddress address = IpAddressType.ANY.coerceOslo(pair.get(0));
            return accept(new IpNetwork(address, prefix));
        }
        return super.coerceOslo(value);
    }

    @Override
    @Nullable
    IpNetwork parse(String text) {
        return IpNetwork.tryParse(text);
    }
}
