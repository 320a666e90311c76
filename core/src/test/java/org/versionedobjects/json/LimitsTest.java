package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.types.Types;
import tools.jackson.databind.json.JsonMapper;

/** Each limit by each way in and out: exactly as much passes, one more does not, and the error says what to raise. */
class LimitsTest {
    private static final ObjectType.Definition<DynamicObject> DEFINE = ObjectType.dynamic("demo", "Node");
    private static final Field<String> TEXT = DEFINE.field("text", Types.string());
    private static final Field<List<String>> TEXTS = DEFINE.field("texts", Types.listOf(Types.string()));
    private static final Field<Map<String, Long>> BY_KEY = DEFINE.field("by_key", Types.mapOf(Types.longInteger()));
    private static final Field<Long> SMALL = DEFINE.field("small", Types.longInteger());
    private static final Field<BigInteger> WHOLE = DEFINE.field("whole", Types.bigInteger());
    private static final Field<BigDecimal> EXACT = DEFINE.field("exact", Types.decimal());
    private static final Field<Double> SHARE = DEFINE.field("share", Types.floatingPoint());
    private static final Field<Object> ANY = DEFINE.field("any", Types.json());
    private static final Field<VersionedObject> NEXT = DEFINE.field("next", Types.object("demo", "Node"));
    private static final Field<List<VersionedObject>> LIST =
            DEFINE.field("list", Types.listOf(Types.object("demo", "Node")));
    private static final Field<Map<String, VersionedObject>> MAP =
            DEFINE.field("map", Types.mapOf(Types.object("demo", "Node")));
    private static final ObjectType<DynamicObject> TYPE = DEFINE.version("1.0");
    private static final ObjectRegistry REGISTRY = ObjectRegistry.of(TYPE);
    private static final ObjectCodec DEFAULT = ObjectCodec.of(REGISTRY);
    private static final String[] NUMBERS = {"small", "whole", "exact", "share", "any"};

    private static ObjectCodec codec(Limits limits) {
        return ObjectCodec.builder(REGISTRY).limits(limits).build();
    }

    private static Map<String, Object> envelope(String field, Object value) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("versioned_object.name", "Node");
        envelope.put("versioned_object.namespace", "demo");
        envelope.put("versioned_object.version", "1.0");
        envelope.put("versioned_object.data", new LinkedHashMap<>(Map.of(field, value)));
        return envelope;
    }

    /** Returns the same envelope with its data before it is known what it is the data of. */
    private static Map<String, Object> reversed(Map<String, Object> envelope) {
        List<String> keys = new ArrayList<>(envelope.keySet());
        Collections.reverse(keys);
        Map<String, Object> reversed = new LinkedHashMap<>();
        keys.forEach(key -> reversed.put(key, envelope.get(key)));
        return reversed;
    }

    private static <T> DynamicObject node(Field<T> field, T value) {
        return TYPE.with(field, value).build();
    }

    private static Object lists(int depth) {
        Object nested = new ArrayList<>();
        for (int i = 1; i < depth; i++) {
            nested = new ArrayList<>(List.of(nested));
        }
        return nested;
    }

    /** Says which limit it was, and which setting raises it. */
    private static void assertOver(String setting, String limit, ThrowingCallable call) {
        LimitExceededException over = catchThrowableOfType(LimitExceededException.class, call);

        assertThat(over).isNotNull();
        assertThat(over.facts().advice()).endsWith("raise Limits." + setting);
        assertThat(over).hasMessageContaining(limit);
    }

    // ---- depth ----

    @ParameterizedTest
    @EnumSource
    void read_depth(Way way) {
        assertDepthInReading(way, DEFAULT, 100);
        assertDepthInReading(way, codec(Limits.DEFAULT.withDepth(3)), 3);
        assertDepthInReading(way, codec(Limits.DEFAULT.withDepth(500)), 500);
    }

    private static void assertDepthInReading(Way way, ObjectCodec codec, int most) {
        Map<String, Object> fits = envelope("any", lists(most - 2));
        Map<String, Object> tooDeep = envelope("any", lists(most - 1));

        way.read(codec, fits);
        way.read(codec, reversed(fits));
        assertOver("depth", most + "", () -> way.read(codec, tooDeep));
        assertOver("depth", most + "", () -> way.read(codec, reversed(tooDeep)));
    }

    @ParameterizedTest
    @EnumSource
    void read_anObject_countsTwo(Way way) {
        Map<String, Object> empty = envelope("next", envelope("text", "x"));

        way.read(codec(Limits.DEFAULT.withDepth(4)), empty);
        assertOver("depth", "3", () -> way.read(codec(Limits.DEFAULT.withDepth(3)), empty));
        assertOver("depth", "3", () -> way.read(codec(Limits.DEFAULT.withDepth(3)), reversed(empty)));
        assertOver("depth", "1", () -> way.read(codec(Limits.DEFAULT.withDepth(1)), reversed(empty)));
    }

    @ParameterizedTest
    @EnumSource(names = "PRIMITIVE", mode = EnumSource.Mode.EXCLUDE)
    void read_depthOfWhatIsSkipped(Way way) {
        way.read(DEFAULT, envelope("unknown", lists(98)));
        assertOver("depth", "100", () -> way.read(DEFAULT, envelope("unknown", lists(99))));
    }

    @ParameterizedTest
    @EnumSource
    void write_depth(Exit exit) {
        for (int most : new int[] {3, 100, 500}) {
            ObjectCodec codec = codec(Limits.DEFAULT.withDepth(most));

            exit.write(codec, node(ANY, lists(most - 2)));
            assertOver("depth", most + "", () -> exit.write(codec, node(ANY, lists(most - 1))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void write_referenceCycle_isOverTheDepth(Exit exit) {
        DynamicObject cycle = TYPE.newObject();
        DynamicObject throughList = TYPE.newObject();
        DynamicObject throughMap = TYPE.newObject();
        cycle.set(NEXT, cycle);
        throughList.set(LIST, List.of(throughList));
        throughMap.set(MAP, Map.of("a", throughMap));

        for (int most : new int[] {1, 100, 500}) {
            ObjectCodec codec = codec(Limits.DEFAULT.withDepth(most));
            for (DynamicObject each : List.of(cycle, throughList, throughMap)) {
                onASmallStack(() -> assertOver("depth", most + "", () -> exit.write(codec, each)));
            }
        }
    }

    @Test
    void deepestTree_fitsIntoTheStackOfAThread() {
        ObjectCodec codec = codec(Limits.DEFAULT.withDepth(Limits.MOST_DEPTH));
        DynamicObject top = TYPE.newObject();
        for (int i = 1; i < Limits.MOST_DEPTH / 2; i++) {
            top = node(NEXT, top);
            top.resetChanges();
        }
        DynamicObject tree = top;
        Map<String, Object> envelope = codec.toPrimitive(tree);

        onASmallStack(() -> {
            for (Exit exit : Exit.values()) {
                exit.write(codec, tree);
            }
            for (Way way : Way.values()) {
                way.read(codec, envelope);
                way.read(codec.collectingFaults(9), envelope);
            }
        });
    }

    private static void onASmallStack(Runnable work) {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, () -> thrown.set(catchThrowable(work::run)), "small", 1 << 20);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(thrown.get()).isNull();
    }

    @Test
    void withDepth_moreThanAStackHolds_isRefused() {
        assertThatThrownBy(() -> Limits.DEFAULT.withDepth(501))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 500")
                .hasMessageContaining("501");
        assertThatThrownBy(() -> Limits.DEFAULT.withDepth(5_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lessThanOne_isRefused() {
        assertThatThrownBy(() -> Limits.DEFAULT.withDepth(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limits.DEFAULT.withTextCharacters(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limits.DEFAULT.withDocumentBytes(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limits.DEFAULT.withNumberDigits(0)).isInstanceOf(IllegalArgumentException.class);
    }

    // ---- texts ----

    private static final String[] CHARACTERS = {"x", "\u00e9", "\u20ac", "\n"};

    @ParameterizedTest
    @EnumSource
    void read_textCharacters(Way way) {
        ObjectCodec codec = codec(Limits.DEFAULT.withTextCharacters(99));
        for (String each : CHARACTERS) {
            String fits = each.repeat(99);
            for (Map<String, Object> envelope : List.of(
                    envelope("text", fits),
                    envelope("any", fits),
                    envelope("by_key", Map.of(fits, 1)),
                    envelope(fits, 1))) {
                way.read(codec, envelope);
                way.read(codec, reversed(envelope));
            }
            String tooLong = each.repeat(100);
            for (Map<String, Object> envelope : List.of(
                    envelope("text", tooLong),
                    envelope("any", tooLong),
                    envelope("any", Map.of(tooLong, 1)),
                    envelope("by_key", Map.of(tooLong, 1)),
                    envelope(tooLong, 1))) {
                assertOver("textCharacters", "99", () -> way.read(codec, envelope));
                assertOver("textCharacters", "99", () -> way.read(codec, reversed(envelope)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_textCharacters_ofTheEnvelope(Way way) {
        Map<String, Object> envelope = envelope("text", "x");
        int longest = "versioned_object.namespace".length();
        envelope.put("y".repeat(longest), 1);

        way.read(codec(Limits.DEFAULT.withTextCharacters(longest)), envelope);
        assertOver(
                "textCharacters",
                longest - 1 + "",
                () -> way.read(codec(Limits.DEFAULT.withTextCharacters(longest - 1)), envelope));
        envelope.put("y".repeat(longest + 1), 1);
        assertOver(
                "textCharacters",
                longest + "",
                () -> way.read(codec(Limits.DEFAULT.withTextCharacters(longest)), envelope));
    }

    @ParameterizedTest
    @EnumSource
    void read_textCharacters_byDefault8Mi(Way way) {
        way.read(DEFAULT, envelope("text", "x".repeat(8 << 20)));
        assertOver(
                "textCharacters", (8 << 20) + "", () -> way.read(DEFAULT, envelope("text", "x".repeat((8 << 20) + 1))));
    }

    @ParameterizedTest
    @EnumSource
    void read_textThatNobodyReads_isHeldToTheDocumentOnly(Way way) {
        way.read(codec(Limits.DEFAULT.withTextCharacters(99)), envelope("unknown", List.of("x".repeat(10_000))));
    }

    @ParameterizedTest
    @EnumSource
    void write_textCharacters(Exit exit) {
        ObjectCodec codec = codec(Limits.DEFAULT.withTextCharacters(99));
        for (String each : CHARACTERS) {
            String fits = each.repeat(99);
            String tooLong = each.repeat(100);

            exit.write(codec, node(TEXT, fits));
            exit.write(codec, node(BY_KEY, Map.of(fits, 1L)));
            assertOver("textCharacters", "99", () -> exit.write(codec, node(TEXT, tooLong)));
            assertOver("textCharacters", "99", () -> exit.write(codec, node(BY_KEY, Map.of(tooLong, 1L))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void write_textCharacters_ofTheEnvelope(Exit exit) {
        int longest = "versioned_object.namespace".length();

        exit.write(codec(Limits.DEFAULT.withTextCharacters(longest)), node(TEXT, "x"));
        assertOver(
                "textCharacters",
                longest - 1 + "",
                () -> exit.write(codec(Limits.DEFAULT.withTextCharacters(longest - 1)), node(TEXT, "x")));
    }

    @ParameterizedTest
    @EnumSource
    void write_textCharacters_byDefault8Mi(Exit exit) {
        exit.write(DEFAULT, node(TEXT, "x".repeat(8 << 20)));
        assertOver("textCharacters", (8 << 20) + "", () -> exit.write(DEFAULT, node(TEXT, "x".repeat((8 << 20) + 1))));
    }

    // ---- documents ----

    private static final DynamicObject MIXED = TYPE.with(TEXT, "a\u00e9\n")
            .with(TEXTS, List.of("b", "c"))
            .with(BY_KEY, Map.of("d", 1L, "e", 22L))
            .with(SMALL, 5L)
            .with(SHARE, 0.5)
            .with(WHOLE, BigInteger.TEN.pow(30))
            .with(ANY, List.of(true, 1L, new LinkedHashMap<>(Map.of("f", BigDecimal.TEN))))
            .build();

    @ParameterizedTest
    @EnumSource(names = "PRIMITIVE", mode = EnumSource.Mode.EXCLUDE)
    void writeAndRead_documentBytes(Exit exit) {
        String json = (String) exit.write(DEFAULT, MIXED);
        int size = exit == Exit.TEXT ? json.length() : json.getBytes(StandardCharsets.UTF_8).length;
        ObjectCodec fits = codec(Limits.DEFAULT.withDocumentBytes(size));
        ObjectCodec tooSmall = codec(Limits.DEFAULT.withDocumentBytes(size - 1));
        Entrance entrance = Entrance.valueOf(exit.name());

        exit.write(fits, MIXED);
        entrance.read(fits, json);
        assertOver("documentBytes", size - 1 + "", () -> exit.write(tooSmall, MIXED));
        assertOver("documentBytes", size - 1 + "", () -> entrance.read(tooSmall, json));
        assertOver("documentBytes", size + "", () -> entrance.read(fits, json + " "));
    }

    @Test
    void plainMaps_haveOneSize_inReadingAndWriting_neverMoreThanAsJson() {
        Map<String, Object> plain = DEFAULT.toPrimitive(MIXED);
        int size = DEFAULT.toJson(MIXED).length();
        int counted = sizeOf(plain);

        assertThat(counted).isBetween(size * 2 / 3, size);
        for (Map<String, Object> envelope : List.of(plain, reversed(plain))) {
            codec(Limits.DEFAULT.withDocumentBytes(counted)).fromPrimitive(envelope);
            assertOver(
                    "documentBytes",
                    counted - 1 + "",
                    () -> codec(Limits.DEFAULT.withDocumentBytes(counted - 1)).fromPrimitive(envelope));
        }
        codec(Limits.DEFAULT.withDocumentBytes(counted)).toPrimitive(MIXED);
        assertOver(
                "documentBytes",
                counted - 1 + "",
                () -> codec(Limits.DEFAULT.withDocumentBytes(counted - 1)).toPrimitive(MIXED));
    }

    /** Counts as the documentation of the limit says. */
    private static int sizeOf(Object value) {
        if (value instanceof Map<?, ?> map) {
            return 2
                    + map.entrySet().stream()
                            .mapToInt(each -> ((String) each.getKey()).length() + 3 + sizeOf(each.getValue()))
                            .sum();
        }
        if (value instanceof List<?> list) {
            return 2 + list.stream().mapToInt(LimitsTest::sizeOf).sum();
        }
        return value instanceof String text ? text.length() + 2 : 1;
    }

    @ParameterizedTest
    @EnumSource
    void read_documentBytes_byDefault64Mi(Entrance entrance) {
        String json = DEFAULT.toJson(MIXED).replace("\u00e9", "e");
        String fits = json + " ".repeat((64 << 20) - json.length());

        entrance.read(DEFAULT, fits);
        assertOver("documentBytes", (64 << 20) + "", () -> entrance.read(DEFAULT, fits + " "));
    }

    @Test
    void fromPrimitive_documentBytes_byDefault64Mi() {
        String text = "x".repeat(8 << 20);
        DEFAULT.fromPrimitive(envelope("texts", Collections.nCopies(7, text)));

        assertOver(
                "documentBytes",
                (64 << 20) + "",
                () -> DEFAULT.fromPrimitive(envelope("texts", Collections.nCopies(8, text))));
    }

    @ParameterizedTest
    @EnumSource
    void write_documentBytes_byDefault64Mi(Exit exit) {
        String text = "x".repeat(8 << 20);
        exit.write(DEFAULT, node(TEXTS, Collections.nCopies(7, text)));

        assertOver(
                "documentBytes", (64 << 20) + "", () -> exit.write(DEFAULT, node(TEXTS, Collections.nCopies(8, text))));
    }

    @ParameterizedTest
    @EnumSource
    void write_objectsThatShareObjects_endAtTheDocument(Exit exit) {
        DynamicObject shared = node(TEXT, "x");
        for (int i = 0; i < 30; i++) {
            shared = node(LIST, List.of(shared, shared));
        }
        DynamicObject top = shared;

        assertOver(
                "documentBytes", "1000000", () -> exit.write(codec(Limits.DEFAULT.withDocumentBytes(1_000_000)), top));
    }

    @Test
    void read_plainMapsThatShareMaps_endAtTheDocument() {
        Object shared = List.of(1);
        for (int i = 0; i < 60; i++) {
            shared = List.of(shared, shared);
        }
        Map<String, Object> envelope = envelope("any", shared);

        assertOver(
                "documentBytes",
                "1000000",
                () -> codec(Limits.DEFAULT.withDocumentBytes(1_000_000)).fromPrimitive(envelope));
    }

    // ---- numbers ----

    @ParameterizedTest
    @EnumSource
    void read_numberDigits_ofIntegers(Way way) {
        for (int most : new int[] {5, 18, 1_000}) {
            ObjectCodec codec = codec(Limits.DEFAULT.withNumberDigits(most));
            BigInteger fits = BigInteger.TEN.pow(most).subtract(BigInteger.ONE);
            for (BigInteger each : List.of(fits, fits.negate())) {
                way.read(codec, envelope("whole", each));
                way.read(codec, reversed(envelope("any", each)));
            }
            BigInteger tooLong = BigInteger.TEN.pow(most);
            for (BigInteger each : List.of(tooLong, tooLong.negate())) {
                assertOver("numberDigits", most + "", () -> way.read(codec, envelope("whole", each)));
                assertOver("numberDigits", most + "", () -> way.read(codec, reversed(envelope("any", each))));
                assertOver("numberDigits", most + "", () -> way.read(codec, envelope("exact", each)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_numberDigits_ofDecimals(Way way) {
        for (int most : new int[] {5, 1_000}) {
            ObjectCodec codec = codec(Limits.DEFAULT.withNumberDigits(most));
            String digits = "7".repeat(most - 3);
            for (String fits : new String[] {"1.23" + digits, "-123." + digits, "0.00" + digits}) {
                way.read(codec, envelope("any", new BigDecimal(fits)));
                way.read(codec, reversed(envelope("any", new BigDecimal(fits))));
            }
            for (String tooLong : new String[] {"1.234" + digits, "-123.4" + digits, "0.001" + digits}) {
                assertOver("numberDigits", most + "", () -> way.read(codec, envelope("any", new BigDecimal(tooLong))));
                assertOver(
                        "numberDigits", most + "", () -> way.read(codec, envelope("exact", new BigDecimal(tooLong))));
                assertOver(
                        "numberDigits", most + "", () -> way.read(codec, envelope("share", new BigDecimal(tooLong))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_numberDigits_ofExponents(Way way) {
        ObjectCodec codec = codec(Limits.DEFAULT.withNumberDigits(5));

        for (String fits : new String[] {"-1.2E+345", "1E-1234"}) {
            way.read(codec, envelope("any", new BigDecimal(fits)));
            way.read(codec, reversed(envelope("any", new BigDecimal(fits))));
        }
        for (String tooLong : new String[] {"-1.23E+345", "1.2E-1234"}) {
            assertOver("numberDigits", "5", () -> way.read(codec, envelope("any", new BigDecimal(tooLong))));
            assertOver("numberDigits", "5", () -> way.read(codec, reversed(envelope("any", new BigDecimal(tooLong)))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_numberDigits_ofSmallNumbers(Way way) {
        ObjectCodec codec = codec(Limits.DEFAULT.withNumberDigits(5));

        way.read(codec, envelope("small", -99_999));
        way.read(codec, envelope("share", 1.2345));
        assertOver("numberDigits", "5", () -> way.read(codec, envelope("small", 100_000L)));
        assertOver("numberDigits", "5", () -> way.read(codec, envelope("share", 1.23456)));
    }

    @ParameterizedTest
    @EnumSource
    void write_numberDigits(Exit exit) {
        ObjectCodec codec = codec(Limits.DEFAULT.withNumberDigits(5));

        exit.write(codec, node(SMALL, -99_999L));
        exit.write(codec, node(WHOLE, BigInteger.valueOf(-99_999)));
        exit.write(codec, node(SHARE, 1.2345));
        exit.write(codec, node(ANY, new BigDecimal("-1.2E+345")));
        assertOver("numberDigits", "5", () -> exit.write(codec, node(SMALL, 100_000L)));
        assertOver("numberDigits", "5", () -> exit.write(codec, node(WHOLE, BigInteger.valueOf(100_000))));
        assertOver("numberDigits", "5", () -> exit.write(codec, node(SHARE, -1.23456)));
        assertOver("numberDigits", "5", () -> exit.write(codec, node(ANY, new BigDecimal("1.23E+345"))));
        assertOver("numberDigits", "5", () -> exit.write(codec, node(ANY, new BigDecimal("0.00012"))));
    }

    @ParameterizedTest
    @EnumSource
    void write_numberDigits_byDefault1000(Exit exit) {
        BigInteger most = BigInteger.TEN.pow(1_000).subtract(BigInteger.ONE);

        exit.write(DEFAULT, node(WHOLE, most));
        exit.write(DEFAULT, node(WHOLE, most.negate()));
        assertOver(
                "numberDigits",
                "999",
                () -> exit.write(codec(Limits.DEFAULT.withNumberDigits(999)), node(WHOLE, most)));
    }

    @ParameterizedTest
    @EnumSource(Entrance.class)
    void read_hugeExponents_makeNoHugeNumbers(Entrance entrance) {
        for (String number : new String[] {"1e1000000000", "1e-1000000000", "1e99999999999", "-1e-99999999999"}) {
            for (String field : NUMBERS) {
                Map<String, Object> envelope = envelope(field, "NUMBER");
                for (Map<String, Object> each : List.of(envelope, reversed(envelope))) {
                    String json = JsonMapper.shared().writeValueAsString(each).replace("\"NUMBER\"", number);
                    for (ObjectCodec codec : List.of(DEFAULT, DEFAULT.collectingFaults(2))) {
                        assertReadsOrRefuses(() -> codec.toJson(entrance.read(codec, json)));
                    }
                }
            }
        }
    }

    private static void assertReadsOrRefuses(ThrowingCallable reading) {
        Throwable thrown = catchThrowable(reading);
        if (thrown != null) {
            assertThat(thrown).isExactlyInstanceOf(InvalidValueException.class);
            assertThat(((VersionedObjectException) thrown).facts().path()).isIn((Object[]) NUMBERS);
        }
    }

    @Test
    void fromPrimitive_hugeExponents_makeNoHugeNumbers() {
        for (String number : new String[] {"1e1000000000", "1e-1000000000", "123e2147483647"}) {
            for (String field : NUMBERS) {
                assertReadsOrRefuses(
                        () -> DEFAULT.toPrimitive(DEFAULT.fromPrimitive(envelope(field, new BigDecimal(number)))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void write_hugeExponents_makeNoHugeTexts(Exit exit) {
        assertThatCode(() -> exit.write(DEFAULT, node(ANY, new BigDecimal("1e1000000000"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> node(EXACT, new BigDecimal("1e1000000000"))).isInstanceOf(InvalidValueException.class);
    }
}
