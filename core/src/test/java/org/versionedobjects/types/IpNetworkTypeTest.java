package org.versionedobjects.types;

import com.google.common.net.InetAddresses;
import java.util.List;
import java.util.Random;
import org.versionedobjects.FieldType;

class IpNetworkTypeTest extends FieldTypeContract<IpNetwork> {
    private static final String EXPECTED = "expected an IP network, such as 192.0.2.0/24 or 2001:db8::/32 but was ";

    @Override
    FieldType<IpNetwork> type() {
        return Types.ipNetwork();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(IpNetwork.parse("192.0.2.1/24"), IpNetwork.parse("192.0.2.1/24")),
                new Coercion("192.0.2.1/24", IpNetwork.parse("192.0.2.1/24")),
                new Coercion("::/0", IpNetwork.parse("::/0")),
                new Coercion("2001:DB8::/32", IpNetwork.parse("2001:db8::/32")));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("192.0.2.0/33", EXPECTED + "\"192.0.2.0/33\" (String)"),
                new Refusal("192.0.2.0/-1", EXPECTED + "\"192.0.2.0/-1\" (String)"),
                new Refusal("192.0.2.0/", EXPECTED + "\"192.0.2.0/\" (String)"),
                new Refusal("192.0.2.0/+8", EXPECTED + "\"192.0.2.0/+8\" (String)"),
                new Refusal("10/8", EXPECTED + "\"10/8\" (String)"),
                new Refusal("2001:DB8::/129", EXPECTED + "\"2001:DB8::/129\" (String)"),
                new Refusal("abc", EXPECTED + "\"abc\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal("/24", EXPECTED + "\"/24\" (String)"),
                new Refusal("192.0.2.0/24/8", EXPECTED + "\"192.0.2.0/24/8\" (String)"),
                new Refusal("192.0.2.0/٨", EXPECTED + "\"192.0.2.0/٨\" (String)"),
                new Refusal("192.0.2.0/9999999999", EXPECTED + "\"192.0.2.0/9999999999\" (String)"),
                new Refusal("fe80::1%eth0/64", EXPECTED + "\"fe80::1%eth0/64\" (String)"),
                new Refusal(" 192.0.2.0/24", EXPECTED + "\" 192.0.2.0/24\" (String)"),
                new Refusal("192.0.2.1", EXPECTED + "\"192.0.2.1\" (String)"),
                new Refusal("::1", EXPECTED + "\"::1\" (String)"),
                new Refusal("192.0.2.0/024", EXPECTED + "\"192.0.2.0/024\" (String)"),
                new Refusal("192.0.2.0/255.255.255.0", EXPECTED + "\"192.0.2.0/255.255.255.0\" (String)"),
                new Refusal(IpAddress.parse("192.0.2.1"), EXPECTED + "192.0.2.1 (IpAddress)"),
                new Refusal(1, EXPECTED + "1 (Integer)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(
                new Coercion("192.0.2.0/24", IpNetwork.parse("192.0.2.0/24")),
                new Coercion("192.0.2.1/24", IpNetwork.parse("192.0.2.1/24")),
                new Coercion("192.0.2.1", IpNetwork.parse("192.0.2.1/32")),
                new Coercion("::1", IpNetwork.parse("::1/128")),
                new Coercion("192.0.2.0/255.255.255.0", IpNetwork.parse("192.0.2.0/24")),
                new Coercion("192.0.2.0/0.0.0.255", IpNetwork.parse("192.0.2.0/24")),
                new Coercion("192.0.2.0/0.0.0.0", IpNetwork.parse("192.0.2.0/0")),
                new Coercion("192.0.2.0/255.255.255.255", IpNetwork.parse("192.0.2.0/32")),
                new Coercion("2001:db8::/ffff:ffff::", IpNetwork.parse("2001:db8::/32")),
                new Coercion("192.0.2.0/024", IpNetwork.parse("192.0.2.0/24")),
                new Coercion(IpAddress.parse("192.0.2.9"), IpNetwork.parse("192.0.2.9/32")),
                new Coercion(List.of(1, 8), IpNetwork.parse("0.0.0.1/8")),
                new Coercion(InetAddresses.forString("::9"), IpNetwork.parse("::9/128")),
                new Coercion(IpNetwork.parse("2001:db8::1/32"), IpNetwork.parse("2001:db8::1/32")));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal("192.0.2.0/33", EXPECTED + "\"192.0.2.0/33\" (String)"),
                new Refusal("192.0.2.0/-1", EXPECTED + "\"192.0.2.0/-1\" (String)"),
                new Refusal("192.0.2.0/", EXPECTED + "\"192.0.2.0/\" (String)"),
                new Refusal("192.0.2.0/+8", EXPECTED + "\"192.0.2.0/+8\" (String)"),
                new Refusal("10/8", EXPECTED + "\"10/8\" (String)"),
                new Refusal("2001:DB8::/129", EXPECTED + "\"2001:DB8::/129\" (String)"),
                new Refusal("abc", EXPECTED + "\"abc\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal("/24", EXPECTED + "\"/24\" (String)"),
                new Refusal("192.0.2.0/24/8", EXPECTED + "\"192.0.2.0/24/8\" (String)"),
                new Refusal("192.0.2.0/٨", EXPECTED + "\"192.0.2.0/٨\" (String)"),
                new Refusal("192.0.2.0/9999999999", EXPECTED + "\"192.0.2.0/9999999999\" (String)"),
                new Refusal("fe80::1%eth0/64", EXPECTED + "\"fe80::1%eth0/64\" (String)"),
                new Refusal(" 192.0.2.0/24", EXPECTED + "\" 192.0.2.0/24\" (String)"),
                new Refusal("192.0.2.0/255.0.255.0", EXPECTED + "\"192.0.2.0/255.0.255.0\" (String)"),
                new Refusal("192.0.2.0/ffff::", EXPECTED + "\"192.0.2.0/ffff::\" (String)"),
                new Refusal("2001:db8::/255.0.0.0", EXPECTED + "\"2001:db8::/255.0.0.0\" (String)"),
                new Refusal(1, EXPECTED + "1 (Integer)"),
                new Refusal(true, EXPECTED + "true (Boolean)"),
                new Refusal(List.of(1, 33), EXPECTED + "[1, 33] (List)"),
                new Refusal(List.of(1, "8"), EXPECTED + "[1, 8] (List)"),
                new Refusal(List.of(), EXPECTED + "[] (List)"),
                new Refusal(null, EXPECTED + "null"));
    }

    @Override
    List<Form> forms() {
        return List.of(
                new Form(IpNetwork.parse("192.0.2.1/24"), "192.0.2.1/24", "192.0.2.1/24"),
                new Form(IpNetwork.parse("2001:DB8::1/64"), "2001:db8::1/64", "2001:db8::1/64"));
    }

    @Override
    List<Form> osloForms() {
        return List.of(
                new Form(IpNetwork.parse("192.0.2.1/24"), "192.0.2.1/24", "192.0.2.1/24"),
                new Form(IpNetwork.parse("::/0"), "::/0", "::/0"));
    }

    @Override
    List<List<IpNetwork>> same() {
        return List.of(
                List.of(IpNetwork.parse("192.0.2.1/24"), IpNetwork.parse("192.0.2.1/24")),
                List.of(IpNetwork.parse("192.0.2.0/24")),
                List.of(IpNetwork.parse("192.0.2.1/25")),
                List.of(IpNetwork.parse("::/0")),
                List.of(IpNetwork.parse("0.0.0.0/0")));
    }

    @Override
    IpNetwork generate(Random random) {
        byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
        random.nextBytes(bytes);
        return new IpNetwork(IpAddress.of(bytes), random.nextInt(bytes.length * 8 + 1));
    }
}
