package org.versionedobjects.types;

import java.math.BigInteger;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueSchema;

final class IpAddressType extends TextualType<IpAddress> {
    static final IpAddressType EITHER = new IpAddressType(IpAddress.EXPECTED, IpVersion.EITHER);
    static final IpAddressType IPV4 = new IpAddressType("an IPv4 address, such as 192.0.2.1", IpVersion.IPV4);
    static final IpAddressType IPV6 = new IpAddressType("an IPv6 address, such as 2001:db8::1", IpVersion.IPV6);

    private final IpVersion version;

    private IpAddressType(String description, IpVersion version) {
        super(description);
        this.version = version;
    }

    @Override
    boolean isLegal(IpAddress value) {
        return version.fits(value);
    }

    @Override
    @Nullable
    IpAddress parse(String text) {
        return IpAddress.tryParse(text);
    }

    @Override
    @Nullable
    IpAddress convert(Object value) {
        if (value instanceof InetAddress address) {
            return IpAddress.tryOf(address);
        }
        return value instanceof IpAddress address ? address : null;
    }

    /** Takes integers, true and false being 1 and 0, and the address of a network, as netaddr does. */
    @Override
    @Nullable
    IpAddress convertOslo(Object value) {
        BigInteger number = OsloIntegers.of(value);
        if (number != null) {
            return IpAddress.tryOf(number);
        }
        return value instanceof IpNetwork network ? network.address() : convert(value);
    }

    @Override
    String text(IpAddress value) {
        return value.toString();
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of(version.factory("Address"));
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return SchemaTexts.ipAddress(version);
    }
}
