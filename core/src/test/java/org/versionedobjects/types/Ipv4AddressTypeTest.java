package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;

class Ipv4AddressTypeTest extends FieldTypeContract<IpAddress> {
    private static final String EXPECTED = "expected an IPv4 address, such as 192.0.2.1 but was ";

    @Override
    FieldType<IpAddress> type() {
        return Types.ipv4Address();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(IpAddress.parse("192.0.2.1"), IpAddress.parse("192.0.2.1")),
                new Coercion(InetAddresses.forString("192.0.2.1"), IpAddress.parse("192.0.2.1")),
                new Coercion("192.0.2.1", IpAddress.parse("192.0.2.1")));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("::1", EXPECTED + "\"::1\" (String)"),
                new Refusal("::ffff:192.0.2.1", EXPECTED + "\"::ffff:192.0.2.1\" (String)"),
                new Refusal("192.0.2", EXPECTED + "\"192.0.2\" (String)"),
                new Refusal("010.0.0.1", EXPECTED + "\"010.0.0.1\" (String)"),
                new Refusal("", EXPECTED + "\"\" (String)"),
                new Refusal(IpAddress.parse("::1"), EXPECTED + "::1 (IpAddress)"),
                new Refusal(1, EXPECTED + "1 (Integer)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(
                new Coercion(1, IpAddress.parse("0.0.0.1")),
                new Coercion(3_232_235_777L, IpAddress.parse("192.168.1.1")),
                new Coercion(IpNetwork.parse("192.0.2.0/24"), IpAddress.parse("192.0.2.0")));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal("::1", EXPECTED + "\"::1\" (String)"),
                new Refusal("::ffff:192.0.2.1", EXPECTED + "\"::ffff:192.0.2.1\" (String)"),
                new Refusal("192.0.2", EXPECTED + "\"192.0.2\" (String)"),
                new Refusal("192.0.2.1 ", EXPECTED + "\"192.0.2.1 \" (String)"),
                new Refusal(IpAddress.parse("::9"), EXPECTED + "::9 (IpAddress)"),
                new Refusal(4_294_967_296L, EXPECTED + "4294967296 (Long)"),
                new Refusal(-1, EXPECTED + "-1 (Integer)"),
                new Refusal(1.5, EXPECTED + "1.5 (Double)"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(IpAddress.parse("192.0.2.1"), "192.0.2.1", "192.0.2.1"));
    }

    @Override
    List<Form> osloForms() {
        return List.of(new Form(IpAddress.parse("192.0.2.1"), "192.0.2.1", "192.0.2.1"));
    }

    @Override
    List<List<IpAddress>> same() {
        return List.of(
                List.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("192.0.2.1")),
                List.of(IpAddress.parse("192.0.2.2")));
    }

    @Override
    IpAddress generate(Random random) {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return IpAddress.of(bytes);
    }

    @Test
    void accept_otherVersion_isRefused() {
        IpAddress six = IpAddress.parse("::ffff:192.0.2.1");

        assertThatThrownBy(() -> type().accept(six))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(EXPECTED + "::ffff:192.0.2.1 (IpAddress)");
    }
}
