package org.versionedobjects.types;

import java.util.List;
import java.util.Random;
import org.versionedobjects.FieldType;

class Ipv6NetworkTypeTest extends FieldTypeContract<IpNetwork> {
    private static final String EXPECTED = "expected an IPv6 network, such as 2001:db8::/32 but was ";

    @Override
    FieldType<IpNetwork> type() {
        return Types.ipv6Network();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(IpNetwork.parse("2001:db8::1/64"), IpNetwork.parse("2001:db8::1/64")),
                new Coercion("::/0", IpNetwork.parse("::/0")),
                new Coercion("::ffff:192.0.2.0/120", IpNetwork.parse("::ffff:192.0.2.0/120")));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("192.0.2.0/24", EXPECTED + "\"192.0.2.0/24\" (String)"),
                new Refusal("2001:db8::/129", EXPECTED + "\"2001:db8::/129\" (String)"),
                new Refusal("::1", EXPECTED + "\"::1\" (String)"),
                new Refusal(IpNetwork.parse("0.0.0.0/0"), EXPECTED + "0.0.0.0/0 (IpNetwork)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(
                new Coercion("::1", IpNetwork.parse("::1/128")),
                new Coercion(List.of(1, 8), IpNetwork.parse("::1/8")),
                new Coercion("2001:db8::1/64", IpNetwork.parse("2001:db8::1/64")));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal("192.0.2.0/24", EXPECTED + "\"192.0.2.0/24\" (String)"),
                new Refusal("192.0.2.1", EXPECTED + "\"192.0.2.1\" (String)"),
                new Refusal("10/8", EXPECTED + "\"10/8\" (String)"),
                new Refusal("192.0.2.0/0.0.0.255", EXPECTED + "\"192.0.2.0/0.0.0.255\" (String)"),
                new Refusal("0.0.0.0/0", EXPECTED + "\"0.0.0.0/0\" (String)"),
                new Refusal(1, EXPECTED + "1 (Integer)"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(IpNetwork.parse("2001:db8::1/64"), "2001:db8::1/64", "2001:db8::1/64"));
    }

    @Override
    List<Form> osloForms() {
        return List.of(new Form(IpNetwork.parse("2001:db8::1/64"), "2001:db8::1/64", "2001:db8::1/64"));
    }

    @Override
    List<List<IpNetwork>> same() {
        return List.of(List.of(IpNetwork.parse("2001:db8::1/64")), List.of(IpNetwork.parse("2001:db8::/64")));
    }

    @Override
    IpNetwork generate(Random random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return new IpNetwork(IpAddress.of(bytes), random.nextInt(bytes.length * 8 + 1));
    }
}
