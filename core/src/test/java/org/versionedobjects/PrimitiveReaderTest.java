package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.versionedobjects.ValueReader.Kind;
import org.versionedobjects.types.Types;

class PrimitiveReaderTest {

    private static PrimitiveReader on(Object primitive) {
        return new PrimitiveReader(primitive);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(null, Kind.NULL),
                Arguments.of(Map.of(), Kind.OBJECT),
                Arguments.of(List.of(), Kind.LIST),
                Arguments.of("", Kind.TEXT),
                Arguments.of(true, Kind.BOOLEAN),
                Arguments.of(1L, Kind.INTEGER),
                Arguments.of(1, Kind.INTEGER),
                Arguments.of((short) 1, Kind.INTEGER),
                Arguments.of((byte) 1, Kind.INTEGER),
                Arguments.of(BigInteger.TEN.pow(30), Kind.INTEGER),
                Arguments.of(1.0, Kind.DECIMAL),
                Arguments.of(1.0f, Kind.DECIMAL),
                Arguments.of(BigDecimal.ONE, Kind.DECIMAL));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void kind_tellsValuesApart_andTakesNothing(Object value, Kind kind) {
        PrimitiveReader in = on(value);

        assertThat(in.kind()).isEqualTo(kind);
        assertThat(in.kind()).isEqualTo(kind);
    }

    @Test
    void kind_ofWhatIsNotPlain_isRefused() {
        assertThatThrownBy(() -> on(new StringBuilder[0]).kind())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected a map, a list, a text, a number, a boolean or null");
        assertThatThrownBy(() -> on('c').kind()).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void object_givesNamesAndValuesInOrder_andEndsWithNull() {
        Map<String, Object> map = new java.util.LinkedHashMap<>();
        map.put("b", 1);
        map.put("a", null);
        PrimitiveReader in = on(map);

        in.beginObject();
        assertThat(in.nextName()).isEqualTo("b");
        assertThat(in.readLong()).isEqualTo(1);
        assertThat(in.nextName()).isEqualTo("a");
        in.readNull();
        assertThat(in.nextName()).isNull();
    }

    @Test
    void list_nests_andTheOuterGoesOn() {
        PrimitiveReader in = on(List.of(List.of("x"), "y"));

        in.beginList();
        assertThat(in.hasNext()).isTrue();
        in.beginList();
        assertThat(in.hasNext()).isTrue();
        assertThat(in.readText()).isEqualTo("x");
        assertThat(in.hasNext()).isFalse();
        assertThat(in.hasNext()).isTrue();
        assertThat(in.readText()).isEqualTo("y");
        assertThat(in.hasNext()).isFalse();
    }

    @Test
    void skip_passesOverAWholeValue() {
        PrimitiveReader in = on(List.of(Map.of("a", List.of(1, 2)), true));

        in.beginList();
        assertThat(in.hasNext()).isTrue();
        in.skip();
        assertThat(in.hasNext()).isTrue();
        assertThat(in.readBoolean()).isTrue();
    }

    @Test
    void readLong_takesWhatFitsInto64Bits() {
        BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);

        assertThat(on(7).readLong()).isEqualTo(7);
        assertThat(on((byte) -7).readLong()).isEqualTo(-7);
        assertThat(on(most).readLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(on(BigInteger.valueOf(Long.MIN_VALUE)).readLong()).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> on(most.add(BigInteger.ONE)).readLong())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected an integer of 64 bits but was 9223372036854775808 (BigInteger)");
    }

    @Test
    void readLong_isStrict() {
        assertThatThrownBy(() -> on("7").readLong()).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> on(7.0).readLong()).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> on(true).readLong()).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> on(null).readLong()).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void readDouble_takesNumbers_butNoneBeyondADouble() {
        assertThat(on(0.25).readDouble()).isEqualTo(0.25);
        assertThat(on(3).readDouble()).isEqualTo(3);
        assertThat(on(new BigDecimal("1e300")).readDouble()).isEqualTo(1e300);
        assertThatThrownBy(() -> on(new BigDecimal("1e400")).readDouble()).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> on(BigInteger.TEN.pow(400)).readDouble()).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> on("0.25").readDouble()).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> on(null).readDouble()).isInstanceOf(InvalidValueException.class);
    }

    static Stream<Arguments> mismatches() {
        return Stream.of(
                Arguments.of("a map", (java.util.function.Consumer<ValueReader>) ValueReader::beginObject, List.of()),
                Arguments.of("a list", (java.util.function.Consumer<ValueReader>) ValueReader::beginList, Map.of()),
                Arguments.of("a text", (java.util.function.Consumer<ValueReader>) ValueReader::readText, 1),
                Arguments.of(
                        "true or false", (java.util.function.Consumer<ValueReader>) ValueReader::readBoolean, "true"),
                Arguments.of("null", (java.util.function.Consumer<ValueReader>) ValueReader::readNull, "null"));
    }

    @ParameterizedTest
    @MethodSource("mismatches")
    void read_somethingElse_saysWhatWasExpectedAndWas(
            String expected, java.util.function.Consumer<ValueReader> read, Object value) {
        assertThatThrownBy(() -> read.accept(on(value)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("[InvalidValue] expected " + expected + " but was " + Facts.show(value));
    }

    @Test
    void nextName_keyThatIsNoText_isRefused() {
        PrimitiveReader in = on(Map.of(1, "a"));
        PrimitiveReader other = on(Collections.singletonMap(null, "a"));
        in.beginObject();
        other.beginObject();

        assertThatThrownBy(in::nextName)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected a text as key of a map but was 1 (Integer)");
        assertThatThrownBy(other::nextName).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void begin_beyondTheDepth_isRefused() {
        Object deep = "end";
        for (int i = 0; i < 101; i++) {
            deep = List.of(deep);
        }
        PrimitiveReader in = on(deep);
        for (int i = 0; i < 100; i++) {
            in.beginList();
            in.hasNext();
        }

        assertThatThrownBy(in::beginList)
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("expected at most 100 maps and lists inside each other");
    }

    @Test
    void readNested_sendsToTheCodec() {
        assertThatThrownBy(() -> Types.object("demo", "Node").fromPrimitive(Map.of()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("A demo.Node is to be read; objects are read by an ObjectCodec");
    }

    @Test
    void fromPrimitive_saysWhereTheMismatchIs() {
        FieldType<Map<String, List<Long>>> type = Types.mapOf(Types.listOf(Types.longInteger()));

        assertThat(type.fromPrimitive(Map.of("a", List.of(1, 2L)))).isEqualTo(Map.of("a", List.of(1L, 2L)));
        assertThatThrownBy(() -> type.fromPrimitive(Map.of("a", Arrays.asList(1, null))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("[InvalidValue] at [\"a\"][1]: expected ");
    }
}
