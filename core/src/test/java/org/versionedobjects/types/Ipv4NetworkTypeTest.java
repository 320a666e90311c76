package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;

class Ipv4NetworkTypeTest extends FieldTypeContract<IpNetwork> {
    private static final String EXPECTED = "expected an IPv4 network, such as 192.0.2.0/24 but was ";

    @Override
    FieldType<IpNetwork> type() {
        return Types.ipv4Network();
    }

    @Override
    List<Coercion> accepted() {
        return List.of(
                new Coercion(IpNetwork.parse("192.0.2.1/24"), IpNetwork.parse("192.0.2.1/24")),
                new Coercion("0.0.0.0/0", IpNetwork.parse("0.0.0.0/0")));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("::/0", EXPECTED + "\"::/0\" (String)"),
                new Refusal("2001:db8::/32", EXPECTED + "\"2001:db8::/32\" (String)"),
                new Refusal("192.0.2.1", EXPECTED + "\"192.0.2.1\" (String)"),
                new Refusal("10/8", EXPECTED + "\"10/8\" (String)"),
                new Refusal(IpNetwork.parse("::/0"), EXPECTED + "::/0 (IpNetwork)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(
                new Coercion("192.0.2.1", IpNetwork.parse("192.0.2.1/32")),
                new Coercion("192.0.2.0/0.0.0.255", IpNetwork.parse("192.0.2.0/24")),
                new Coercion(IpAddress.parse("192.0.2.9"), IpNetwork.parse("192.0.2.9/32")));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(
                new Refusal("::1", EXPECTED + "\"::1\" (String)"),
                new Refusal("::/0", EXPECTED + "\"::/0\" (String)"),
                new Refusal("2001:DB8::/129", EXPECTED + "\"2001:DB8::/129\" (String)"),
                new Refusal("10/8", EXPECTED + "\"10/8\" (String)"),
                new Refusal(IpNetwork.parse("2001:db8::/32"), EXPECTED + "2001:db8::/32 (IpNetwork)"),
                new Refusal(IpAddress.parse("::9"), EXPECTED + "::9 (IpAddress)"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(IpNetwork.parse("192.0.2.1/24"), "192.0.2.1/24", "192.0.2.1/24"));
    }

    @Override
    List<Form> osloForms() {
        return List.of(new Form(IpNetwork.parse("192.0.2.1/24"), "192.0.2.1/24", "192.0.2.1/24"));
    }

    @Override
    List<List<IpNetwork>> same() {
        return List.of(List.of(IpNetwork.parse("192.0.2.1/24")), List.of(IpNetwork.parse("192.0.2.0/24")));
    }

    @Override
    IpNetwork generate(Random random) {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return new IpNetwork(IpAddress.of(bytes), random.nextInt(bytes.length * 8 + 1));
    }

    @Test
    void accept_otherVersion_isRefused() {
        IpNetwork six = IpNetwork.parse("2001:db8::/32");

        assertThatThrownBy(() -> type().accept(six))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(EXPECTED + "2001:db8::/32 (IpNetwork)");
    }
}
