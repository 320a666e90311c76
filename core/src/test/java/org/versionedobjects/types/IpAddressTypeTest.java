package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;

class IpAddressTypeTest extends FieldTypeContract<IpAddress> {
    private static final String EXPECTED = "expected an IP address, such as 192.0.2.1 or 2001:db8::1 but was ";

    @Override
    FieldType<IpAddress> type() {
        return Types.ipAddress();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(IpAddress.parse("192.0.2.1"), IpAddress.parse("192.0.2.1")),
                new Coercion(InetAddresses.forString("192.0.2.1"), IpAddress.parse("192.0.2.1")),
                new Coercion(InetAddresses.forString("2001:db8::1"), IpAddress.parse("2001:db8::1")),
                new Coercion("192.0.2.1", IpAddress.parse("192.0.2.1")),
                new Coercion("2001:DB8::1", IpAddress.parse("2001:db8::1")),
                new Coercion("2001:0db8:0000::0001", IpAddress.parse("2001:db8::1")),
                new Coercion("::ffff:192.0.2.1", IpAddress.parse("::ffff:c000:201")),
                new Coercion("::", IpAddress.parse("0:0:0:0:0:0:0:0")));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("fe80::1%eth0", EXPECTED + "\"fe80::1%eth0\" (String)"),
                new Refusal("fe80::1%1", EXPECTED + "\"fe80::1%1\" (String)"),
                new Refusal("192.0.2", EXPECTED + "\"192.0.2\" (String)"),
                new Refusal("192.0.2.1/24", EXPECTED + "\"192.0.2.1/24\" (String)"),
                new Refusal("010.0.0.1", EXPECTED + "\"010.0.0.1\" (String)"),
                new Refusal("0x7f.1", EXPECTED + "\"0x7f.1\" (String)"),
                new Refusal("1", EXPECTED + "\"1\" (String)"),
                new Refusal("256.1.1.1", EXPECTED + "\"256.1.1.1\" (String)"),
                new Refusal(" 192.0.2.1", EXPECTED + "\" 192.0.2.1\" (String)"),
                new Refusal("192.0.2.1 ", EXPECTED + "\"192.0.2.1 \" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal("abc", EXPECTED + "\"abc\" (String)"),
                new Refusal("localhost", EXPECTED + "\"localhost\" (String)"),
                new Refusal("example.org", EXPECTED + "\"example.org\" (String)"),
                new Refusal("１９２.0.2.1", EXPECTED + "\"１９２.0.2.1\" (String)"),
                new Refusal("[::1]", EXPECTED + "\"[::1]\" (String)"),
                new Refusal("::1::", EXPECTED + "\"::1::\" (String)"),
                new Refusal("1:2:3:4:5:6:7:8:9", EXPECTED + "\"1:2:3:4:5:6:7:8:9\" (String)"),
                new Refusal("::12345", EXPECTED + "\"::12345\" (String)"),
                new Refusal(1, EXPECTED + "1 (Integer)"),
                new Refusal(IpNetwork.parse("192.0.2.0/24"), EXPECTED + "192.0.2.0/24 (IpNetwork)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(
                new Coercion("192.0.2.1", IpAddress.parse("192.0.2.1")),
                new Coercion("2001:DB8::1", IpAddress.parse("2001:db8::1")),
                new Coercion("::192.0.2.1", IpAddress.parse("::c000:201")),
                new Coercion(1, IpAddress.parse("0.0.0.1")),
                new Coercion(3_232_235_777L, IpAddress.parse("192.168.1.1")),
                new Coercion(BigInteger.ONE.shiftLeft(32), IpAddress.parse("::1:0:0")),
                new Coercion(0xffff_ffffL, IpAddress.parse("255.255.255.255")),
                new Coercion(
                        BigInteger.TWO.pow(128).subtract(BigInteger.ONE),
                        IpAddress.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")),
                new Coercion(true, IpAddress.parse("0.0.0.1")),
                new Coercion(false, IpAddress.parse("0.0.0.0")),
                new Coercion(IpNetwork.parse("192.0.2.7/24"), IpAddress.parse("192.0.2.7")),
                new Coercion(IpAddress.parse("::9"), IpAddress.parse("::9")));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal("fe80::1%eth0", EXPECTED + "\"fe80::1%eth0\" (String)"),
                new Refusal("fe80::1%1", EXPECTED + "\"fe80::1%1\" (String)"),
                new Refusal("192.0.2", EXPECTED + "\"192.0.2\" (String)"),
                new Refusal("192.0.2.1/24", EXPECTED + "\"192.0.2.1/24\" (String)"),
                new Refusal("010.0.0.1", EXPECTED + "\"010.0.0.1\" (String)"),
                new Refusal("0x7f.1", EXPECTED + "\"0x7f.1\" (String)"),
                new Refusal("1", EXPECTED + "\"1\" (String)"),
                new Refusal("256.1.1.1", EXPECTED + "\"256.1.1.1\" (String)"),
                new Refusal(" 192.0.2.1", EXPECTED + "\" 192.0.2.1\" (String)"),
                new Refusal("192.0.2.1 ", EXPECTED + "\"192.0.2.1 \" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal("abc", EXPECTED + "\"abc\" (String)"),
                new Refusal("localhost", EXPECTED + "\"localhost\" (String)"),
                new Refusal("example.org", EXPECTED + "\"example.org\" (String)"),
                new Refusal("１９２.0.2.1", EXPECTED + "\"１９２.0.2.1\" (String)"),
                new Refusal("[::1]", EXPECTED + "\"[::1]\" (String)"),
                new Refusal("::1::", EXPECTED + "\"::1::\" (String)"),
                new Refusal("1:2:3:4:5:6:7:8:9", EXPECTED + "\"1:2:3:4:5:6:7:8:9\" (String)"),
                new Refusal("::12345", EXPECTED + "\"::12345\" (String)"),
                new Refusal(1.5, EXPECTED + "1.5 (Double)"),
                new Refusal(null, EXPECTED + "null"),
                new Refusal(-1, EXPECTED + "-1 (Integer)"),
                new Refusal(BigInteger.TWO.pow(128), EXPECTED + "340282366920938463463374607431768211456 (BigInteger)"),
                new Refusal(List.of(), EXPECTED + "[] (List)"));
    }

    @Override
    List<Form> forms() {
        return List.of(
                new Form(IpAddress.parse("192.0.2.1"), "192.0.2.1", "192.0.2.1"),
                new Form(IpAddress.parse("2001:DB8:0:0:0::1"), "2001:db8::1", "2001:db8::1"),
                new Form(IpAddress.parse("::ffff:c000:201"), "::ffff:192.0.2.1", "::ffff:192.0.2.1"));
    }

    @Override
    List<Form> osloForms() {
        return List.of(
                new Form(IpAddress.parse("192.0.2.1"), "192.0.2.1", "192.0.2.1"),
                new Form(IpAddress.parse("::c000:201"), "::192.0.2.1", "::192.0.2.1"),
                new Form(IpAddress.parse("::9"), "::9", "::9"));
    }

    @Override
    List<List<IpAddress>> same() {
        return List.of(
                List.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("192.0.2.1")),
                List.of(IpAddress.parse("::ffff:192.0.2.1"), IpAddress.parse("::FFFF:C000:0201")),
                List.of(IpAddress.parse("::192.0.2.1")));
    }

    @Override
    IpAddress generate(Random random) {
        byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
        random.nextBytes(bytes);
        Arrays.fill(bytes, 0, random.nextInt(bytes.length + 1), (byte) 0);
        return IpAddress.of(bytes);
    }

    @Test
    void coerce_zonedAddress_isRefused() throws Exception {
        InetAddress zoned =
                Inet6Address.getByAddress(null, IpAddress.parse("fe80::1").toBytes(), 1);

        assertThatThrownBy(() -> type().coerce(zoned)).isInstanceOf(InvalidValueException.class);
    }
}
