package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.versionedobjects.InvalidValueException;

class IpAddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:DB8:0:0:8:800:200C:417A, 2001:db8::8:800:200c:417a",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "::ffff:c000:201, ::ffff:192.0.2.1",
        "::c000:201, ::192.0.2.1",
        "::1:0, ::0.1.0.0",
        "::fffe:c000:201, ::fffe:c000:201",
        "1::ffff:c000:201, 1::ffff:c000:201",
        "0:0:0:0:0:0:0:0, ::",
        "::9, ::9",
        "::1:0:0, ::1:0:0"
    })
    void toString_ofAnyForm_isThatOfRfc5952(String given, String canonical) {
        assertThat(IpAddress.parse(given)).hasToString(canonical);
        assertThat(IpAddress.parse(canonical)).isEqualTo(IpAddress.parse(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "192.0.2", "010.0.0.1", "fe80::1%eth0", "fe80::1%1", "localhost", "１.2.3.4"})
    void parse_otherText_isRefused(String text) {
        assertThatThrownBy(() -> IpAddress.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected an IP address, such as 192.0.2.1 or 2001:db8::1 but was \"" + text);
    }

    @Test
    void mappedAddress_staysVersion6() {
        IpAddress mapped = IpAddress.parse("::ffff:192.0.2.1");

        assertThat(mapped.version()).isEqualTo(6);
        assertThat(mapped.toBytes()).hasSize(16);
        assertThat(mapped.toInetAddress()).isInstanceOf(Inet6Address.class);
        assertThat(IpAddress.of(mapped.toInetAddress())).isEqualTo(mapped);
        assertThat(mapped).isNotEqualTo(IpAddress.parse("192.0.2.1"));
    }

    @Test
    void toInetAddress_ofVersion4_isThatAddress() {
        IpAddress address = IpAddress.parse("192.0.2.1");

        assertThat(address.version()).isEqualTo(4);
        assertThat(address.toInetAddress())
                .isInstanceOf(Inet4Address.class)
                .isEqualTo(InetAddresses.forString("192.0.2.1"));
    }

    @Test
    void of_inetAddressWithName_leavesTheNameBehind() throws Exception {
        InetAddress named = InetAddress.getByAddress("host.example.org", new byte[] {(byte) 192, 0, 2, 1});

        assertThat(IpAddress.of(named)).hasToString("192.0.2.1").isEqualTo(IpAddress.parse("192.0.2.1"));
    }

    @Test
    void of_zonedAddress_isRefused() throws Exception {
        InetAddress zoned =
                Inet6Address.getByAddress(null, IpAddress.parse("fe80::1").toBytes(), 1);

        assertThatThrownBy(() -> IpAddress.of(zoned))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected an IP address without a zone but was");
    }

    @Test
    void of_wrongNumberOfBytes_isRefused() {
        assertThatThrownBy(() -> IpAddress.of(new byte[5]))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected 4 or 16 bytes of an IP address but was 5 (Integer)");
    }

    @Test
    void bytes_changedOutside_doNotChangeTheAddress() {
        byte[] given = {(byte) 192, 0, 2, 1};
        IpAddress address = IpAddress.of(given);
        given[0] = 1;
        address.toBytes()[0] = 2;

        assertThat(address).hasToString("192.0.2.1");
    }

    @Test
    void compareTo_ofAddresses_goesByVersionThenNumber() {
        List<String> ordered = List.of("0.0.0.0", "9.0.0.0", "128.0.0.0", "::", "::1", "8000::", "ffff::");

        assertThat(Stream.of("ffff::", "128.0.0.0", "::1", "0.0.0.0", "8000::", "::", "9.0.0.0")
                        .map(IpAddress::parse)
                        .sorted()
                        .map(IpAddress::toString))
                .isEqualTo(ordered);
    }

    @Test
    void equals_ofOtherForm_isTrueAndHashesAlike() {
        IpAddress one = IpAddress.parse("2001:db8::1");
        IpAddress two = IpAddress.parse("2001:0DB8:0::1");

        assertThat(one).isEqualTo(two).hasSameHashCodeAs(two).isEqualByComparingTo(two);
        assertThat(one).isNotEqualTo(IpAddress.parse("2001:db8::2")).isNotEqualTo("2001:db8::1");
    }
}
