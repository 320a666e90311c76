package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.versionedobjects.InvalidValueException;

class IpNetworkTest {
    @Test
    void parse_hostBits_areKept() {
        IpNetwork network = IpNetwork.parse("10.0.0.5/24");

        assertThat(network).hasToString("10.0.0.5/24");
        assertThat(network.address()).isEqualTo(IpAddress.parse("10.0.0.5"));
        assertThat(network.prefixLength()).isEqualTo(24);
        assertThat(network.version()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.5/24, 10.0.0.0/24",
        "10.0.0.255/25, 10.0.0.128/25",
        "10.0.0.5/32, 10.0.0.5/32",
        "255.255.255.255/0, 0.0.0.0/0",
        "2001:db8:ffff::1/33, 2001:db8:8000::/33",
        "::1/128, ::1/128"
    })
    void network_ofAddress_clearsTheHostBits(String given, String network) {
        assertThat(IpNetwork.parse(given).network()).hasToString(network);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.5/24, 10.0.0.0, true",
        "10.0.0.5/24, 10.0.0.255, true",
        "10.0.0.5/24, 10.0.1.0, false",
        "10.0.0.5/32, 10.0.0.5, true",
        "10.0.0.5/32, 10.0.0.4, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::, false",
        "::/0, 10.0.0.1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false"
    })
    void contains_address_goesByPrefixAndVersion(String network, String address, boolean inside) {
        assertThat(IpNetwork.parse(network).contains(IpAddress.parse(address))).isEqualTo(inside);
    }

    @Test
    void parse_otherText_isRefused() {
        assertThatThrownBy(() -> IpNetwork.parse("10.0.0.0"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(
                        "expected an IP network, such as 192.0.2.0/24 or 2001:db8::/32 but was \"10.0.0.0\" (String)");
    }

    @Test
    void constructor_prefixOutOfRange_isRefused() {
        IpAddress address = IpAddress.parse("10.0.0.0");

        assertThatThrownBy(() -> new IpNetwork(address, 33))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected a prefix length from 0 to 32 but was 33 (Integer)");
        assertThatThrownBy(() -> new IpNetwork(address, -1)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void compareTo_ofNetworks_goesByAddressThenPrefix() {
        List<String> ordered = List.of("9.0.0.0/8", "10.0.0.0/8", "10.0.0.0/24", "10.0.0.1/8", "::/0");

        assertThat(Stream.of("::/0", "10.0.0.1/8", "10.0.0.0/24", "9.0.0.0/8", "10.0.0.0/8")
                        .map(IpNetwork::parse)
                        .sorted()
                        .map(IpNetwork::toString))
                .isEqualTo(ordered);
    }

    @Test
    void equals_ofNetworks_goesByAddressAndPrefix() {
        IpNetwork one = IpNetwork.parse("2001:DB8::/32");
        IpNetwork two = IpNetwork.parse("2001:db8::/32");

        assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
        assertThat(one).isNotEqualTo(IpNetwork.parse("2001:db8::/33")).isNotEqualTo(IpNetwork.parse("2001:db8::1/32"));
    }
}
