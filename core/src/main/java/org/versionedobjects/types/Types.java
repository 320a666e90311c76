package org.versionedobjects.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;
import org.versionedobjects.ListType;
import org.versionedobjects.NestedType;
import org.versionedobjects.ObjectList;
import org.versionedobjects.Profile;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.VersionedObject;

/**
 * Makes field types. Always write {@code Types.string()}, with the class: a static import is hidden by the model's own
 * methods. Every type made here is immutable and thread-safe.
 */
public final class Types {
    private Types() {}

    /**
     * Returns texts of Unicode characters. Coercion takes any {@link CharSequence}; on the wire a JSON string. Under
     * {@link Profile#OSLO} numbers, booleans and times become the text of Python's {@code str()}.
     */
    public static TextType string() {
        return TextType.ANY;
    }

    /**
     * Returns texts that nobody is to see: as {@link #string}, but masked in {@code toString}, logs and exceptions, inside
     * lists and maps too. On the wire and in the database they are as they are.
     */
    public static TextType secretString() {
        return TextType.SECRET;
    }

    /**
     * Returns integers of 32 bits. Coercion takes whole numbers of any class and decimal texts ({@code "42"},
     * {@code "-7"}); on the wire a JSON number without fraction. Under {@link Profile#OSLO} coercion is Python's
     * {@code int()}: toward zero, {@code " +1_000 "}, booleans, bytes of digits.
     */
    public static NumberType<Integer> integer() {
        return new NumberType<>(NumberKind.INTEGER);
    }

    /** Returns integers of 64 bits; coercion and wire form as for {@link #integer}. */
    public static NumberType<Long> longInteger() {
        return new NumberType<>(NumberKind.LONG);
    }

    /**
     * Returns integers of at most 1,000 digits, as Python's {@code int}; coercion and wire form as for {@link #integer}.
     */
    public static NumberType<BigInteger> bigInteger() {
        return new NumberType<>(NumberKind.BIG_INTEGER);
    }

    /**
     * Returns floating-point numbers of 64 bits. Coercion takes numbers that a double holds exactly and decimal texts; on
     * the wire a JSON number. NaN and infinities are refused, since JSON has none. Under {@link Profile#OSLO} coercion is
     * Python's {@code float()}, NaN and infinities included.
     */
    public static NumberType<Double> floatingPoint() {
        return new NumberType<>(NumberKind.DOUBLE);
    }

    /**
     * Returns decimal numbers of at most 1,000 digits before and after the point. Coercion takes numbers and decimal texts;
     * a double becomes the decimal number that it is shown as, 0.1. On the wire a JSON string such as {@code "12.50"}, so
     * that no peer loses digits; JSON numbers are read too. 1.0 is the same as 1.00. oslo has no such type.
     */
    public static DecimalType decimal() {
        return DecimalType.ANY;
    }

    /**
     * Returns true and false. Coercion takes booleans and the texts {@code true} and {@code false}. Under
     * {@link Profile#OSLO} coercion is Python's truth: zero and what is empty are false, all else is true.
     */
    public static FieldType<Boolean> bool() {
        return BooleanType.INSTANCE;
    }

    /**
     * Returns true and false by the words that people write for them. Coercion takes booleans, 1 and 0, and in any case
     * and between blanks 1, t, true, on, y, yes, 0, f, false, off, n, no; on the wire true or false. As oslo's
     * {@code FlexibleBoolean}, for which under {@link Profile#OSLO} everything else is false.
     */
    public static FieldType<Boolean> flexibleBool() {
        return FlexibleBooleanType.INSTANCE;
    }

    /** Returns the constants of an enum. Coercion takes a constant or its name; on the wire the name. */
    public static <E extends Enum<E>> EnumType<E> enumOf(Class<E> javaClass) {
        return EnumType.of(javaClass);
    }

    /** Returns texts that are one of some names, as oslo's {@code Enum}. Coercion takes the names; on the wire a name. */
    public static ChoiceType oneOf(String... names) {
        return ChoiceType.of(names);
    }

    /**
     * Returns conditions on versions, such as {@code >=1.0,<2.0}; see {@link VersionPredicate}. Coercion takes texts; on
     * the wire the text as it was written.
     */
    public static FieldType<VersionPredicate> versionPredicate() {
        return VersionPredicateType.INSTANCE;
    }

    /**
     * Returns whatever JSON can say: a {@link Map} from texts in the order given, a {@link List}, a {@link String}, a
     * {@link Long} or {@link BigInteger}, a {@link Double} or {@link BigDecimal}, a {@link Boolean}; null inside them, and
     * as the value itself if the type is made {@code nullable()}. Coercion takes those, arrays and smaller numbers. The
     * stored value cannot be modified at any depth. The order of keys makes no difference, and 1 is the same as 1.0.
     */
    public static FieldType<Object> json() {
        return JsonType.INSTANCE;
    }

    /**
     * Returns the values of a class of the application's, kept on the wire as those of another type: {@code
     * Types.mapped(Types.string(), "an e-mail address", Email::of, Email::text)}. Coercion takes what the other type does
     * and values of the class.
     *
     * @param base what stands on the wire; two values are the same if these are
     * @param description what values these are, as it follows "expected"
     * @param make makes a value; says no with null or any exception, such as {@link IllegalArgumentException}, which
     *     becomes the cause of an {@link org.versionedobjects.InvalidValueException}
     * @param unmake the way back
     */
    public static <B, T> FieldType<T> mapped(
            FieldType<B> base,
            String description,
            Function<? super B, ? extends @Nullable T> make,
            Function<? super T, ? extends @Nullable B> unmake) {
        return new MappedType<>(base, description, make, unmake);
    }

    /**
     * Returns UUIDs. Coercion takes the text of RFC 9562 (8-4-4-4-12 hexadecimal digits, upper or lower case); on the wire
     * that text in lower case. Under {@link Profile#OSLO} coercion takes what Python's {@code UUID} does, without dashes, in
     * braces, as a URN; but no other text, as oslo's field would.
     */
    public static FieldType<UUID> uuid() {
        return UuidType.INSTANCE;
    }

    /**
     * Returns points in time, to the nanosecond. Coercion takes {@link Instant}, other times with an offset, and texts of
     * ISO 8601 with a zone or offset; on the wire {@code 2024-02-29T12:34:56.789Z} in UTC, the fraction as long as needed.
     * Under {@link Profile#OSLO} as oslo's {@code DateTime}: see {@link #offsetDateTime}.
     */
    public static FieldType<Instant> instant() {
        return InstantType.INSTANCE;
    }

    /**
     * Returns times with an offset, to the nanosecond; two are the same if the offset is, too. Coercion takes
     * {@link OffsetDateTime}, {@link ZonedDateTime} (for its offset), {@link Instant} (in UTC), and texts of ISO 8601 with
     * an offset; on the wire {@code 2024-02-29T12:34:56.789+05:30}, the fraction as long as needed, {@code Z} for UTC.
     *
     * <p>With {@link Profile#OSLO} as oslo's DateTimeField: any text that Python's iso8601 module takes; a time without
     * zone is in UTC, a fraction is cut to microseconds; on the wire without fraction, in the years 1 to 9999.
     */
    public static FieldType<OffsetDateTime> offsetDateTime() {
        return OffsetDateTimeType.INSTANCE;
    }

    /**
     * Returns times of no zone, to the nanosecond. Coercion takes {@link LocalDateTime} and texts of ISO 8601 without a
     * zone; on the wire {@code 2024-02-29T12:34:56.789}, the fraction as long as needed.
     *
     * <p>With {@link Profile#OSLO} as oslo's {@code DateTimeField(tzinfo_aware=False)}: as {@link #offsetDateTime}, of which
     * the zone is dropped and nothing shifted; on the wire without fraction and with a {@code Z}.
     */
    public static FieldType<LocalDateTime> localDateTime() {
        return LocalDateTimeType.INSTANCE;
    }

    /** Returns dates. Coercion takes {@link LocalDate} and texts of ISO 8601; on the wire {@code 2024-02-29}. */
    public static FieldType<LocalDate> date() {
        return DateType.INSTANCE;
    }

    /**
     * Returns lengths of time, to the nanosecond. Coercion takes {@link Duration} and texts of ISO 8601 in days, hours,
     * minutes and seconds, as {@link Duration#parse}; on the wire {@code PT1H30M}.
     */
    public static FieldType<Duration> duration() {
        return DurationType.INSTANCE;
    }

    /**
     * Returns arrays of bytes, the same if their content is. Coercion takes arrays, the rest of a {@link ByteBuffer}, and
     * base64 text of RFC 4648 with padding; on the wire that text. A field stores a copy and hands out copies; logs show
     * the length and the first bytes.
     */
    public static FieldType<byte[]> bytes() {
        return BytesType.INSTANCE;
    }

    /**
     * Returns URIs, absolute or relative, the same if their texts are. Coercion takes {@link URI} and texts that it parses
     * (RFC 2396, and letters of all scripts); on the wire that text, unchanged.
     */
    public static FieldType<URI> uri() {
        return UriType.INSTANCE;
    }

    /**
     * Returns MAC addresses of 48 bits as texts in the form {@code fa:16:3e:00:00:01}. Setting and coercion take either
     * case, and hyphens for colons, and store that form; on the wire it is a text. From Python both separators may be
     * mixed, as in oslo's MACAddressField.
     */
    public static FieldType<String> macAddress() {
        return MacAddressType.INSTANCE;
    }

    /**
     * Returns PCI addresses as texts in the form {@code 0000:04:1f.7}: domain, bus, slot up to 1f, function up to 7. Setting
     * and coercion take either case and store lower case; on the wire it is a text. As oslo's PCIAddressField.
     */
    public static FieldType<String> pciAddress() {
        return PciAddressType.INSTANCE;
    }

    /**
     * Returns IP addresses of both versions. Coercion takes {@link IpAddress}, {@link InetAddress} without zone, and the
     * texts of RFC 4291, never a host name; on the wire the text of RFC 5952. From Python also integers and the address of
     * a network, as oslo's IPAddressField with netaddr 1.3.
     */
    public static FieldType<IpAddress> ipAddress() {
        return IpAddressType.EITHER;
    }

    /** Returns IP addresses of version 4; as {@link #ipAddress}. */
    public static FieldType<IpAddress> ipv4Address() {
        return IpAddressType.IPV4;
    }

    /** Returns IP addresses of version 6, {@code ::ffff:192.0.2.1} among them; as {@link #ipAddress}. */
    public static FieldType<IpAddress> ipv6Address() {
        return IpAddressType.IPV6;
    }

    /**
     * Returns IP networks of both versions, the bits of the host kept. Coercion takes {@link IpNetwork} and texts in CIDR
     * notation (RFC 4632); on the wire that text. From Python also an address alone, a network of one, and a netmask or
     * host mask for the prefix length, as oslo's IPNetworkField with netaddr 1.3.
     */
    public static FieldType<IpNetwork> ipNetwork() {
        return IpNetworkType.EITHER;
    }

    /** Returns IP networks of version 4; as {@link #ipNetwork}. */
    public static FieldType<IpNetwork> ipv4Network() {
        return IpNetworkType.IPV4;
    }

    /** Returns IP networks of version 6; as {@link #ipNetwork}. */
    public static FieldType<IpNetwork> ipv6Network() {
        return IpNetworkType.IPV6;
    }

    /** Returns lists of an element type, in order; see {@link ListType}. */
    public static <E extends @Nullable Object> FieldType<List<E>> listOf(FieldType<E> element) {
        return ListType.of(element);
    }

    /**
     * Returns sets of an element type. Coercion takes any {@link Iterable} or object array, under {@link Profile#OSLO} only
     * a {@link Set}, as oslo's {@code Set}; elements that are the same are one. The stored set cannot be modified and is
     * sorted: by natural order, or by the plain form of elements that have none. On the wire a JSON array in that order; any
     * JSON array is read. Sets of versioned objects are a problem of the definition.
     */
    public static <E extends @Nullable Object> FieldType<Set<E>> setOf(FieldType<E> element) {
        return new SetType<>(element);
    }

    /**
     * Returns maps from texts to an element type. Coercion takes any map whose keys are texts; the stored map cannot be
     * modified and goes by key order; on the wire a JSON object.
     */
    public static <E extends @Nullable Object> FieldType<Map<String, E>> mapOf(FieldType<E> element) {
        return new MapType<>(element);
    }

    /**
     * Returns the type that a description tells. An enum comes back as names to choose from, a reference by class as one by
     * name, a mapped type as what it is made of; a type of an application's own, which is known by its description only,
     * takes whatever JSON can say. The description of what is returned is the one that was given.
     *
     * @throws org.versionedobjects.InvalidValueException if options do not make sense
     */
    public static FieldType<?> described(TypeDescription description) {
        return DescribedTypes.of(description);
    }

    /** Returns versioned objects of a class; the class is named here, not initialised. */
    public static <O extends VersionedObject> NestedType<O> object(Class<O> javaClass) {
        return NestedType.of(javaClass);
    }

    /** Returns versioned objects of the type that has a namespace and a name. */
    public static NestedType<VersionedObject> object(String namespace, String name) {
        return NestedType.of(namespace, name);
    }

    /** Returns the list object of a class of versioned objects. */
    public static <E extends VersionedObject> NestedType<ObjectList<E>> objects(Class<E> element) {
        return NestedType.listOf(element);
    }
}
