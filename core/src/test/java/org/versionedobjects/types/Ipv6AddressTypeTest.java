package org.versionedobjects.types;

import com.google.common.net.InetAddresses;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.versionedobjects.FieldType;

class Ipv6AddressTypeTest extends FieldTypeContract<IpAddress> {
    private static final String EXPECTED = "expected an IPv6 address, such as 2001:db8::1 but was ";

    @Override
    FieldType<IpAddress> type() {
        return Types.ipv6Address();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(IpAddress.parse("::1"), IpAddress.parse("::1")),
                new Coercion(InetAddresses.forString("2001:db8::1"), IpAddress.parse("2001:db8::1")),
                new Coercion("2001:0db8:0000::0001", IpAddress.parse("2001:db8::1")),
                new Coercion("::ffff:192.0.2.1", IpAddress.parse("::ffff:192.0.2.1")));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("192.0.2.1", EXPECTED + "\"192.0.2.1\" (String)"),
                new Refusal("fe80::1%eth0", EXPECTED + "\"fe80::1%eth0\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal(IpAddress.parse("192.0.2.1"), EXPECTED + "192.0.2.1 (IpAddress)"),
                new Refusal(InetAddresses.forString("::ffff:192.0.2.1"), EXPECTED + "/192.0.2.1 (Inet4Address)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(
                new Coercion(4_294_967_296L, IpAddress.parse("::1:0:0")),
                new Coercion("::192.0.2.1", IpAddress.parse("::192.0.2.1")),
                new Coercion(IpNetwork.parse("2001:db8::/32"), IpAddress.parse("2001:db8::")));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal("192.0.2.1", EXPECTED + "\"192.0.2.1\" (String)"),
                new Refusal("1", EXPECTED + "\"1\" (String)"),
                new Refusal("0x7f.1", EXPECTED + "\"0x7f.1\" (String)"),
                new Refusal(3_232_235_777L, EXPECTED + "3232235777 (Long)"),
                new Refusal(IpNetwork.parse("192.0.2.0/24"), EXPECTED + "192.0.2.0/24 (IpNetwork)"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(IpAddress.parse("2001:db8::1"), "2001:db8::1", "2001:db8::1"));
    }

    @Override
    List<Form> osloForms() {
        return List.of(new Form(IpAddress.parse("2001:db8::1"), "2001:db8::1", "2001:db8::1"));
    }

    @Override
    List<List<IpAddress>> same() {
        return List.of(List.of(IpAddress.parse("::1"), IpAddress.parse("0::1")), List.of(IpAddress.parse("::2")));
    }

    @Override
    IpAddress generate(Random random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        Arrays.fill(bytes, 0, random.nextInt(17), (byte) 0);
        return IpAddress.of(bytes);
    }
}
