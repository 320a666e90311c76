package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectList;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.docs.Models.Project;
import org.versionedobjects.docs.TypesTest.Email;
import org.versionedobjects.docs.TypesTest.Power;
import org.versionedobjects.types.IpAddress;
import org.versionedobjects.types.IpNetwork;
import org.versionedobjects.types.Types;
import org.versionedobjects.types.VersionPredicate;

/**
 * The guide's table of field types: its text is made of the rows here, each of which is held to what it says. After a
 * change, {@code -Dversionedobjects.docs.write=true} writes {@code types-table.adoc}.
 */
class FieldTypeTableTest {
    private static final Path TABLE = Path.of("src", "main", "asciidoc", "types-table.adoc");
    private static final String WRITE = "versionedobjects.docs.write";

    static final ObjectType<ObjectList<Project>> PROJECTS =
            ObjectType.listOf("placement", "ProjectList", Project.class);

    private static final Project ACME = new Project();
    private static final ObjectList<Project> LIST = PROJECTS.newObject();
    private static final UUID ID = UUID.fromString("8a9bcb1e-9d6f-4a3e-8a44-0d5f2d3f6c10");
    private static final String AS_STRICT = "no difference";
    private static final String NOT_IN_OSLO = "not in oslo; no difference";

    private static final List<FieldTypeRow> ROWS = List.of(
            FieldTypeRow.of("string()", "string()", Types.string(), String.class)
                    .takes("any `CharSequence`", CharBuffer.wrap("a"), "a")
                    .refuses(5)
                    .wire("\"a\"")
                    .equal("as text", "a", "A")
                    .oslo("numbers, booleans and times too, as Python's `str()`", 5, "5"),
            FieldTypeRow.of("secretString()", "secretString()", Types.secretString(), String.class)
                    .takes("as `string()`", "a", "a")
                    .refuses(5)
                    .wire("\"a\"")
                    .equal("as text", "a", "A")
                    .oslo("as `string()`", 5, "5"),
            FieldTypeRow.of("integer()", "integer()", Types.integer(), Integer.class)
                    .takes("whole numbers of 32 bits of any class, decimal texts", "42", 42)
                    .refuses(1.9)
                    .wire("42")
                    .equal("as number", 42.0, 43)
                    .oslo("as Python's `int()`", 1.9, 1),
            FieldTypeRow.of("longInteger()", "longInteger()", Types.longInteger(), Long.class)
                    .takes("whole numbers of 64 bits of any class, decimal texts", 42.0, 42L)
                    .refuses("0x10")
                    .wire("42")
                    .equal("as number", "42", 43)
                    .oslo("as Python's `int()`", " +1_000 ", 1000L),
            FieldTypeRow.of("bigInteger()", "bigInteger()", Types.bigInteger(), BigInteger.class)
                    .takes("whole numbers of up to 1,000 digits, decimal texts", "42", BigInteger.valueOf(42))
                    .refuses(1.9)
                    .wire("42")
                    .equal("as number", 42.0, 43)
                    .oslo("as Python's `int()`", true, BigInteger.ONE),
            FieldTypeRow.of("floatingPoint()", "floatingPoint()", Types.floatingPoint(), Double.class)
                    .takes("numbers that a double holds exactly, decimal texts", "1.50", 1.5)
                    .refuses(Double.NaN)
                    .wire("1.5")
                    .equal("as number", 1.5f, 2)
                    .oslo("as Python's `float()`", "nan", Double.NaN),
            FieldTypeRow.of("decimal()", "decimal()", Types.decimal(), BigDecimal.class)
                    .takes("numbers, decimal texts", 0.1, new BigDecimal("0.1"))
                    .refuses("12,50")
                    .wire("\"0.1\"")
                    .equal("by value: 0.1 is 0.10", "0.10", "0.11")
                    .osloSame(NOT_IN_OSLO),
            FieldTypeRow.of("bool()", "bool()", Types.bool(), Boolean.class)
                    .takes("booleans, `\"true\"`, `\"false\"`", "true", true)
                    .refuses("False")
                    .wire("true")
                    .equal("as value", true, false)
                    .oslo("as Python's `bool()`", "False", true),
            FieldTypeRow.of("flexibleBool()", "flexibleBool()", Types.flexibleBool(), Boolean.class)
                    .takes(
                            "booleans, 1, 0, and the words t, true, on, y, yes, f, false, off, n, no in any case",
                            " Yes ",
                            true)
                    .refuses("maybe")
                    .wire("true")
                    .equal("as value", 1, 0)
                    .oslo("all else is false", "maybe", false),
            FieldTypeRow.of("enumOf(Class)", "enumOf(Power.class)", Types.enumOf(Power.class), Power.class)
                    .takes("a constant or its name", "ON", Power.ON)
                    .refuses("on")
                    .wire("\"ON\"")
                    .equal("as constant", Power.ON, "OFF")
                    .osloSame(AS_STRICT),
            FieldTypeRow.of("oneOf(String[])", "oneOf(\"on\", \"off\")", Types.oneOf("on", "off"), String.class)
                    .takes("the names", "on", "on")
                    .refuses("ON")
                    .wire("\"on\"")
                    .equal("as text", "on", "off")
                    .osloSame(AS_STRICT),
            FieldTypeRow.of(
                            "versionPredicate()",
                            "versionPredicate()",
                            Types.versionPredicate(),
                            VersionPredicate.class)
                    .takes("comparisons, which must all hold", ">=1.0,<2.0", new VersionPredicate(">=1.0,<2.0"))
                    .refuses("1.0")
                    .wire("\">=1.0,<2.0\"")
                    .equal("as text", ">=1.0,<2.0", "<2.0,>=1.0")
                    .osloSame(AS_STRICT),
            FieldTypeRow.of("json()", "json()", Types.json(), Object.class)
                    .takes(
                            "maps with texts for keys, lists, arrays, texts, numbers, booleans",
                            Map.of("a", 1),
                            Map.of("a", 1L))
                    .refuses(Duration.ZERO)
                    .wire("{\"a\": 1}")
                    .equal("as JSON: keys in any order, 1 is 1.0", Map.of("a", 1.0), Map.of("a", 2))
                    .osloSame(NOT_IN_OSLO),
            FieldTypeRow.of(
                            "mapped(FieldType, String, Function, Function)",
                            "mapped(string(), …, Email::of, Email::text)",
                            TypesTest.EMAIL,
                            Email.class)
                    .takes(
                            "values of the class, and what the other type takes",
                            "a@example.org",
                            Email.of("a@example.org"))
                    .refuses("nobody")
                    .wire("\"a@example.org\"")
                    .equal("as on the wire", "a@example.org", "b@example.org")
                    .osloSame("as the other type"),
            FieldTypeRow.of("uuid()", "uuid()", Types.uuid(), UUID.class)
                    .takes("text of RFC 9562, in either case", "8A9BCB1E-9D6F-4A3E-8A44-0D5F2D3F6C10", ID)
                    .refuses("8a9bcb1e9d6f4a3e8a440d5f2d3f6c10")
                    .wire("\"8a9bcb1e-9d6f-4a3e-8a44-0d5f2d3f6c10\"")
                    .equal("as value", ID, "8a9bcb1e-9d6f-4a3e-8a44-0d5f2d3f6c11")
                    .oslo("as Python's `UUID()`", "{8a9bcb1e9d6f4a3e8a440d5f2d3f6c10}", ID),
            FieldTypeRow.of("instant()", "instant()", Types.instant(), Instant.class)
                    .takes(
                            "`Instant`, times with an offset, ISO 8601 with one",
                            "2024-02-29T13:34:56.789+01:00",
                            Instant.parse("2024-02-29T12:34:56.789Z"))
                    .refuses("2024-02-29T12:34:56")
                    .wire("\"2024-02-29T12:34:56.789Z\"")
                    .equal("as point in time", "2024-02-29T12:34:56.7890Z", "2024-02-29T12:34:56Z")
                    .oslo(
                            "what Python's iso8601 reads; no zone is UTC",
                            "2024-02-29 12:34",
                            Instant.parse("2024-02-29T12:34:00Z"))
                    .osloWire("\"2024-02-29T12:34:56Z\""),
            FieldTypeRow.of("offsetDateTime()", "offsetDateTime()", Types.offsetDateTime(), OffsetDateTime.class)
                    .takes(
                            "times with an offset, ISO 8601 with one",
                            "2024-02-29T12:34:56.789+05:30",
                            OffsetDateTime.parse("2024-02-29T12:34:56.789+05:30"))
                    .refuses("2024-02-29T12:34:56")
                    .wire("\"2024-02-29T12:34:56.789+05:30\"")
                    .equal("as point in time and offset", "2024-02-29T12:34:56.7890+05:30", "2024-02-29T07:04:56.789Z")
                    .oslo("as `instant()`", "2024-02-29 12:34", OffsetDateTime.parse("2024-02-29T12:34:00Z"))
                    .osloWire("\"2024-02-29T12:34:56+05:30\""),
            FieldTypeRow.of("localDateTime()", "localDateTime()", Types.localDateTime(), LocalDateTime.class)
                    .takes(
                            "`LocalDateTime`, ISO 8601 without zone",
                            "2024-02-29T12:34:56.789",
                            LocalDateTime.parse("2024-02-29T12:34:56.789"))
                    .refuses("2024-02-29T12:34:56Z")
                    .wire("\"2024-02-29T12:34:56.789\"")
                    .equal("as value", "2024-02-29T12:34:56.7890", "2024-02-29T12:34:56")
                    .oslo("a zone is dropped", "2024-02-29T12:34:56+05:30", LocalDateTime.parse("2024-02-29T12:34:56"))
                    .osloWire("\"2024-02-29T12:34:56Z\""),
            FieldTypeRow.of("date()", "date()", Types.date(), LocalDate.class)
                    .takes("`LocalDate`, ISO 8601", "2024-02-29", LocalDate.parse("2024-02-29"))
                    .refuses("2023-02-29")
                    .wire("\"2024-02-29\"")
                    .equal("as value", "2024-02-29", "2024-03-01")
                    .osloSame(NOT_IN_OSLO),
            FieldTypeRow.of("duration()", "duration()", Types.duration(), Duration.class)
                    .takes("`Duration`, ISO 8601 in days to seconds", "PT90M", Duration.ofMinutes(90))
                    .refuses("90 min")
                    .wire("\"PT1H30M\"")
                    .equal("as length", "PT5400S", "PT91M")
                    .osloSame(NOT_IN_OSLO),
            FieldTypeRow.of("bytes()", "bytes()", Types.bytes(), byte[].class)
                    .takes("arrays, `ByteBuffer`, base64", "AQL/", new byte[] {1, 2, -1})
                    .refuses("AQI")
                    .wire("\"AQL/\"")
                    .equal("by content", new byte[] {1, 2, -1}, new byte[] {1, 2})
                    .osloSame(NOT_IN_OSLO),
            FieldTypeRow.of("uri()", "uri()", Types.uri(), URI.class)
                    .takes("`URI`, text that it parses", "http://example.org/a", URI.create("http://example.org/a"))
                    .refuses("a b")
                    .wire("\"http://example.org/a\"")
                    .equal("as text", "http://example.org/a", "HTTP://example.org/a")
                    .osloSame(NOT_IN_OSLO),
            FieldTypeRow.of("macAddress()", "macAddress()", Types.macAddress(), String.class)
                    .takes("either case, hyphens or colons", "FA-16-3E-00-00-01", "fa:16:3e:00:00:01")
                    .refuses("fa163e000001")
                    .wire("\"fa:16:3e:00:00:01\"")
                    .equal("as stored", "fa:16:3E:00:00:01", "fa:16:3e:00:00:02")
                    .oslo("separators may be mixed", "fa-16:3e:00:00:01", "fa:16:3e:00:00:01"),
            FieldTypeRow.of("pciAddress()", "pciAddress()", Types.pciAddress(), String.class)
                    .takes("either case", "0000:04:1F.7", "0000:04:1f.7")
                    .refuses("0000:04:20.0")
                    .wire("\"0000:04:1f.7\"")
                    .equal("as stored", "0000:04:1f.7", "0000:04:1f.6")
                    .osloSame(AS_STRICT),
            FieldTypeRow.of("ipAddress()", "ipAddress()", Types.ipAddress(), IpAddress.class)
                    .takes(
                            "`IpAddress`, `InetAddress`, text of RFC 4291",
                            "2001:DB8:0::1",
                            IpAddress.parse("2001:db8::1"))
                    .refuses("example.org")
                    .wire("\"2001:db8::1\"")
                    .equal("as address", "2001:db8::0:1", "2001:db8::2")
                    .oslo("integers, the address of a network", 3_221_225_985L, IpAddress.parse("192.0.2.1")),
            FieldTypeRow.of("ipv4Address()", "ipv4Address()", Types.ipv4Address(), IpAddress.class)
                    .takes("as `ipAddress()`", "192.0.2.1", IpAddress.parse("192.0.2.1"))
                    .refuses("::1")
                    .wire("\"192.0.2.1\"")
                    .equal("as address", "192.0.2.1", "192.0.2.2")
                    .oslo("as `ipAddress()`", 3_221_225_985L, IpAddress.parse("192.0.2.1")),
            FieldTypeRow.of("ipv6Address()", "ipv6Address()", Types.ipv6Address(), IpAddress.class)
                    .takes("as `ipAddress()`", "::FFFF:192.0.2.1", IpAddress.parse("::ffff:192.0.2.1"))
                    .refuses("192.0.2.1")
                    .wire("\"::ffff:192.0.2.1\"")
                    .equal("as address", "::ffff:c000:201", "::1")
                    .oslo("as `ipAddress()`", IpNetwork.parse("2001:db8::1/64"), IpAddress.parse("2001:db8::1")),
            FieldTypeRow.of("ipNetwork()", "ipNetwork()", Types.ipNetwork(), IpNetwork.class)
                    .takes(
                            "`IpNetwork`, CIDR; the host's bits are kept",
                            "192.0.2.1/24",
                            IpNetwork.parse("192.0.2.1/24"))
                    .refuses("192.0.2.1")
                    .wire("\"192.0.2.1/24\"")
                    .equal("as address and length", "192.0.2.1/24", "192.0.2.0/24")
                    .oslo("an address alone, netmasks", "192.0.2.0/255.255.255.0", IpNetwork.parse("192.0.2.0/24")),
            FieldTypeRow.of("ipv4Network()", "ipv4Network()", Types.ipv4Network(), IpNetwork.class)
                    .takes("as `ipNetwork()`", "192.0.2.0/24", IpNetwork.parse("192.0.2.0/24"))
                    .refuses("::/0")
                    .wire("\"192.0.2.0/24\"")
                    .equal("as address and length", "192.0.2.0/24", "192.0.2.0/25")
                    .oslo("as `ipNetwork()`", "192.0.2.1", IpNetwork.parse("192.0.2.1/32")),
            FieldTypeRow.of("ipv6Network()", "ipv6Network()", Types.ipv6Network(), IpNetwork.class)
                    .takes("as `ipNetwork()`", "2001:DB8::/32", IpNetwork.parse("2001:db8::/32"))
                    .refuses("192.0.2.0/24")
                    .wire("\"2001:db8::/32\"")
                    .equal("as address and length", "2001:db8::0/32", "2001:db8::/33")
                    .oslo("as `ipNetwork()`", "::1", IpNetwork.parse("::1/128")),
            FieldTypeRow.of("listOf(FieldType)", "listOf(integer())", Types.listOf(Types.integer()), List.class)
                    .generic("<Integer>")
                    .takes("any `Iterable` or object array", List.of("2", 1), List.of(2, 1))
                    .refuses("21")
                    .wire("[2, 1]")
                    .equal("by elements, in order", List.of(2, 1), List.of(1, 2))
                    .oslo("elements by its rules", List.of(1.9), List.of(1)),
            FieldTypeRow.of("setOf(FieldType)", "setOf(integer())", Types.setOf(Types.integer()), Set.class)
                    .generic("<Integer>")
                    .takes("any `Iterable` or object array; sorted", List.of("2", 1, 2), new TreeSet<>(List.of(1, 2)))
                    .refuses("21")
                    .wire("[1, 2]")
                    .equal("by elements", List.of(1, 2), List.of(1))
                    .oslo("sets only; elements by its rules", Set.of(1.9), List.of(1)),
            FieldTypeRow.of("mapOf(FieldType)", "mapOf(integer())", Types.mapOf(Types.integer()), Map.class)
                    .generic("<String, Integer>")
                    .takes("maps whose keys are texts; sorted by key", Map.of("a", "1"), Map.of("a", 1))
                    .refuses(Map.of(1, 1))
                    .wire("{\"a\": 1}")
                    .equal("by entries", Map.of("a", 1.0), Map.of("b", 1))
                    .oslo("elements by its rules", Map.of("a", 1.9), Map.of("a", 1)),
            FieldTypeRow.of("object(Class)", "object(Project.class)", Types.object(Project.class), Project.class)
                    .takes("objects of the class", ACME, ACME)
                    .refuses("acme")
                    .wire("{\"versioned_object.name\": \"Project\", …}")
                    .equal("the same object; a change inside shows", ACME, new Project())
                    .osloSame(AS_STRICT),
            FieldTypeRow.of(
                            "object(String, String)",
                            "object(\"placement\", \"Project\")",
                            Types.object("placement", "Project"),
                            VersionedObject.class)
                    .takes("objects of the type of this name", ACME, ACME)
                    .refuses("acme")
                    .wire("{\"versioned_object.name\": \"Project\", …}")
                    .equal("the same object; a change inside shows", ACME, new Project())
                    .osloSame(AS_STRICT),
            FieldTypeRow.of("objects(Class)", "objects(Project.class)", Types.objects(Project.class), ObjectList.class)
                    .generic("<Project>")
                    .takes("list objects of the class", LIST, LIST)
                    .refuses(List.of(ACME))
                    .wire("{\"versioned_object.name\": \"ProjectList\", …}")
                    .equal("the same object; a change inside shows", LIST, PROJECTS.newObject())
                    .osloSame(AS_STRICT));

    @Test
    void table_hasEveryFactory() {
        List<String> factories = Arrays.stream(Types.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.getName().equals("described")) // which makes any of the others
                .map(FieldTypeTableTest::signature)
                .toList();

        assertThat(ROWS).extracting(FieldTypeRow::factory).containsExactlyInAnyOrderElementsOf(factories);
    }

    private static String signature(Method factory) {
        return Arrays.stream(factory.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", factory.getName() + "(", ")"));
    }

    @TestFactory
    Stream<DynamicTest> valueThatTheRowTakes_isStored() {
        return each(row -> {
            Object stored = coerce(row, row.takes().given(), Profile.STRICT);
            assertThat(stored).isInstanceOf(row.javaClass());
            assertThat(FieldTypeRow.show(stored))
                    .isEqualTo(FieldTypeRow.show(row.takes().stored()));
        });
    }

    @TestFactory
    Stream<DynamicTest> valueThatTheRowRefuses_isRefused() {
        return each(row -> assertThatThrownBy(() -> coerce(row, row.refused(), Profile.STRICT))
                .isInstanceOf(InvalidValueException.class));
    }

    @TestFactory
    Stream<DynamicTest> value_standsOnTheWireAsTheRowSays_andIsReadBack() {
        return each(row -> {
            Object stored = coerce(row, row.takes().given(), Profile.STRICT);
            assertThat(row.written(stored, Profile.STRICT)).isEqualTo(row.wire());
            assertThat(FieldTypeRow.show(row.sentAndRead(stored))).isEqualTo(FieldTypeRow.show(stored));
        });
    }

    @TestFactory
    Stream<DynamicTest> values_areEqualAsTheRowSays() {
        return each(row -> {
            assertThat(isSame(row.type(), row.takes().given(), row.same())).isTrue();
            assertThat(isSame(row.type(), row.takes().given(), row.other())).isFalse();
        });
    }

    @TestFactory
    Stream<DynamicTest> underOslo_isAsTheRowSays() {
        return each(row -> {
            FieldTypeRow.Said oslo = row.oslo();
            if (oslo == null) {
                assertThatThrownBy(() -> coerce(row, row.refused(), Profile.OSLO))
                        .isInstanceOf(InvalidValueException.class);
            } else {
                assertThat(FieldTypeRow.show(coerce(row, oslo.given(), Profile.OSLO)))
                        .isEqualTo(FieldTypeRow.show(oslo.stored()));
            }
            assertThat(row.written(row.takes().stored(), Profile.OSLO))
                    .isEqualTo(row.osloWire() == null ? row.wire() : row.osloWire());
        });
    }

    @Test
    void page_hasTheRows() throws Exception {
        String table = ROWS.stream()
                .map(FieldTypeRow::asciidoc)
                .collect(Collectors.joining(
                        "\n",
                        "// made by FieldTypeTableTest; -D" + WRITE + "=true writes it\n"
                                + "[cols=\"3,2,4,3,3,3,4\"]\n"
                                + "|===\n"
                                + "|`Types.` |Java type |coercion takes |refuses |on the wire |the same |under OSLO\n\n",
                        "|===\n"));
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(TABLE, table);
        }

        assertThat(TABLE).content().isEqualTo(table);
    }

    private static Stream<DynamicTest> each(Consumer<FieldTypeRow> test) {
        return ROWS.stream().map(row -> dynamicTest(row.factory(), () -> test.accept(row)));
    }

    private static @Nullable Object coerce(FieldTypeRow row, Object value, Profile profile) {
        return row.type().coerce(value, profile);
    }

    private static <T extends @Nullable Object> boolean isSame(FieldType<T> type, Object one, Object other) {
        return type.same(type.coerce(one), type.coerce(other));
    }
}
