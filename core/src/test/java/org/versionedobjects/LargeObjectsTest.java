package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Fleet.Harbour;
import org.versionedobjects.Fleet.Ship;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.Types;

/** What must not be noticed: many fields, many elements, cycles, objects that stand in several places. */
class LargeObjectsTest {
    private static final int FIELDS = 500;
    private static final int ELEMENTS = 1_000;

    @Test
    void objectOf500Fields_tracksEachOfThem() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("large", "Wide");
        List<Field<Long>> fields = new ArrayList<>();
        IntStream.range(0, FIELDS).forEach(i -> fields.add(define.field("f" + i, Types.longInteger())));
        ObjectType<DynamicObject> type = define.version("1.0");
        DynamicObject wide = type.newObject();
        fields.forEach(field -> wide.set(field, 1L));
        wide.resetChanges();

        wide.set(fields.get(63), 2L);
        wide.set(fields.get(64), 2L);
        wide.touch(fields.get(499));

        assertThat(wide.changes().fields()).containsExactly(fields.get(63), fields.get(64), fields.get(499));
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(type));
        assertThat(codec.fromJson(type, codec.toJson(wide)).changes().fields())
                .isEqualTo(wide.changes().fields());
        wide.revert();
        assertThat(wide.hasChanges()).isFalse();
        assertThat(wide.get(fields.get(64))).isEqualTo(1);
    }

    @Test
    void listOf1000Objects_showsAChangeInTheLast_andIsResetDeep() {
        ObjectList<Ship> list = Fleet.SHIP_LIST.newObject();
        list.set(
                list.objects(),
                IntStream.range(0, ELEMENTS)
                        .mapToObj(i -> Ship.of(i, "ship " + i))
                        .toList());
        list.resetChangesDeep();

        list.get(ELEMENTS - 1).set(Ship.NAME, "last");

        assertThat(list.changes().nested()).containsOnlyKeys("objects[999]");
        list.resetChangesDeep();
        assertThat(list.hasChanges()).isFalse();
    }

    @Test
    void cycle_endsInEveryOperation() {
        Ship one = Ship.of(1, "one");
        Ship two = Ship.of(2, "two");
        one.set(Ship.TOWED, two);
        two.set(Ship.TOWED, one);
        one.resetChangesDeep();

        two.set(Ship.NAME, "deux");

        assertThat(one.hasChanges()).isTrue();
        assertThat(one.changes().nested()).containsOnlyKeys("towed");
        assertThat(one.toString()).contains("towed=Ship(2)");
        Ship copy = (Ship) one.copy();
        assertThat(copy.get(Ship.TOWED).get(Ship.TOWED)).isSameAs(copy);
        assertThat(copy.sameState(one)).isTrue();
        one.revert();
        assertThat(two.get(Ship.NAME)).isEqualTo("two");
    }

    @Test
    void sharedChild_isOneObjectEverywhere_alsoInACopy() {
        Ship shared = Ship.of(1, "shared");
        Harbour harbour = Harbour.TYPE
                .with(Harbour.FLAGSHIP, shared)
                .with(Harbour.SHIPS, List.of(shared, shared))
                .build();
        harbour.resetChangesDeep();

        shared.set(Ship.CREW, 3L);

        assertThat(harbour.changes().fields()).containsExactly(Harbour.FLAGSHIP, Harbour.SHIPS);
        assertThat(harbour.changes().nested()).containsOnlyKeys("flagship", "ships[0]", "ships[1]");
        Harbour copy = (Harbour) harbour.copy();
        assertThat(copy.get(Harbour.SHIPS).get(1))
                .isSameAs(copy.get(Harbour.FLAGSHIP))
                .isNotSameAs(shared);
    }
}
