package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.versionedobjects.types.Types;

class PrimitiveWriterTest {
    private final PrimitiveWriter out = new PrimitiveWriter(3);

    @Test
    void scalars_arePlainJava() {
        out.beginList();
        out.writeLong(Long.MIN_VALUE);
        out.writeDouble(-0.5);
        out.writeText("");
        out.writeBoolean(false);
        out.writeNull();
        out.endList();

        assertThat(out.result())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactly(Long.MIN_VALUE, -0.5, "", false, null);
    }

    @Test
    void scalar_alone_isTheResult() {
        out.writeText("a");

        assertThat(out.result()).isEqualTo("a");
    }

    @Test
    void object_keepsTheOrderOfItsNames() {
        out.beginObject();
        out.name("b");
        out.writeLong(1);
        out.name("a");
        out.writeNull();
        out.endObject();

        assertThat(out.result()).hasToString("{b=1, a=null}");
    }

    @Test
    void containers_nest_andTheOuterGoesOn() {
        out.beginObject();
        out.name("list");
        out.beginList();
        out.beginObject();
        out.name("x");
        out.writeBoolean(true);
        out.endObject();
        out.writeLong(2);
        out.endList();
        out.name("last");
        out.writeText("z");
        out.endObject();

        assertThat(out.result()).hasToString("{list=[{x=true}, 2], last=z}");
    }

    @Test
    void begin_beyondTheDepth_isRefused() {
        out.beginList();
        out.beginObject();
        out.name("a");
        out.beginList();

        assertThatThrownBy(out::beginList)
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("expected at most 3 maps and lists inside each other");
        assertThatThrownBy(out::beginObject).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void depth_isOfWhatIsOpen_notOfAllThereWas() {
        out.beginList();
        out.beginList();
        out.endList();
        out.beginList();
        out.beginList();
        out.endList();
        out.endList();
        out.endList();

        assertThat(out.result()).isEqualTo(List.of(List.of(), List.of(List.of())));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void writeDouble_whatJsonCannotSay_isRefused(double value) {
        assertThatThrownBy(() -> out.writeDouble(value))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("[InvalidValue] expected a finite number but was " + value + " (Double)");
    }

    @Test
    void writeNested_sendsToTheCodec() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Node");
        Field<VersionedObject> next = define.field("next", Types.object("demo", "Node"));
        DynamicObject node = define.version("1.0").newObject();

        assertThatThrownBy(() -> next.type().toPrimitive(node))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("There is a demo.Node 1.0 in the value; objects are written by an ObjectCodec");
    }

    @Test
    void toPrimitive_ofAType_isWhatItWrites() {
        assertThat(Types.mapOf(Types.listOf(Types.longInteger().nullable()))
                        .toPrimitive(Map.of("a", new ArrayList<>(java.util.Arrays.asList(1L, null)))))
                .hasToString("{a=[1, null]}");
    }

    @Test
    void toPrimitive_deeperThanAHundred_isRefused() {
        FieldType<List<Object>> deep = nested(101);
        List<Object> value = List.of();
        for (int i = 0; i < 100; i++) {
            value = List.of(value);
        }
        List<Object> tooDeep = value;

        assertThatThrownBy(() -> deep.toPrimitive(tooDeep)).isInstanceOf(LimitExceededException.class);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a type that Java cannot spell
    private static FieldType<List<Object>> nested(int depth) {
        FieldType type = Types.longInteger();
        for (int i = 0; i < depth; i++) {
            type = Types.listOf(type);
        }
        return type;
    }
}
