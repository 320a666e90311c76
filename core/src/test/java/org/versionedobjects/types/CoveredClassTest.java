package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.versionedobjects.FieldType;

class CoveredClassTest {
    private static final long SEED = 20_261_126;

    static Stream<Arguments> typesThatCover() {
        Random random = new Random(SEED);
        List<Long> longs = Stream.concat(
                        Stream.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE),
                        random.longs(50).boxed())
                .toList();
        List<Integer> ints = Stream.concat(
                        Stream.of(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE),
                        random.ints(50).boxed())
                .toList();
        List<UUID> uuids = Stream.concat(
                        Stream.of(new UUID(0, 0), new UUID(-1, -1)),
                        Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                                .limit(50))
                .toList();
        return Stream.of(
                Arguments.of(Types.longInteger(), Long.class, longs),
                Arguments.of(Types.longInteger().nullable(), Long.class, longs),
                Arguments.of(Types.integer(), Integer.class, ints),
                Arguments.of(Types.uuid(), UUID.class, uuids));
    }

    @ParameterizedTest
    @MethodSource("typesThatCover")
    <T> void everyObjectOfIt_isAValue_asItIs(FieldType<T> type, Class<T> covered, List<T> objects) {
        assertThat(type.coveredClass()).isEqualTo(covered);
        assertThat(objects).allSatisfy(object -> {
            assertThat(type.accept(object)).isSameAs(object);
            assertThat(type.coerce(object)).isSameAs(object);
            type.checkChange(objects.get(0), object);
            objects.forEach(other -> assertThat(type.same(object, other)).isEqualTo(object.equals(other)));
        });
    }

    @Test
    void aTypeThatRefusesSome_coversNone() {
        assertThat(Stream.<FieldType<?>>of(
                        Types.longInteger().atLeast(0L),
                        Types.longInteger().atMost(Long.MAX_VALUE),
                        Types.integer().nonNegative().nullable(),
                        Types.bigInteger(),
                        Types.floatingPoint(),
                        Types.string(),
                        Types.instant(),
                        Types.mapped(Types.longInteger(), "a number", number -> number, number -> number)))
                .allSatisfy(type -> assertThat(type.coveredClass()).isNull());
    }
}
