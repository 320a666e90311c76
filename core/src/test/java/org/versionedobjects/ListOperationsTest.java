package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Fleet.Ship;
import org.versionedobjects.types.Types;

class ListOperationsTest {
    private final Ship argo = Ship.of(1, "Argo");
    private final Ship beagle = Ship.of(2, "Beagle");
    private final Ship cutty = Ship.of(3, "Cutty Sark");
    private final ObjectList<Ship> list = Fleet.listOf(cutty, argo, beagle);

    @Test
    void slice_isACleanListOfTheSameTypeAndContext() {
        list.setContext("alice");

        ObjectList<Ship> slice = list.slice(1, 3);

        assertThat(slice).containsExactly(argo, beagle);
        assertThat(slice.objectType()).isSameAs(list.objectType());
        assertThat(slice.hasChanges()).isFalse();
        assertThat(slice.findContext()).contains("alice");
        assertThat(list).hasSize(3);
    }

    @Test
    void slice_showsChangesOfItsElements() {
        argo.set(Ship.NAME, "Argo II");

        assertThat(list.slice(1, 2).hasChanges()).isTrue();
        assertThat(list.slice(2, 3).hasChanges()).isFalse();
    }

    @Test
    void slice_beyondTheEnd_isRefused() {
        assertThatThrownBy(() -> list.slice(1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void sortBy_changesTheOrder_andNothingIfItIsTheSame() {
        list.resetChanges();
        list.sortBy(Comparator.comparing(ship -> ship.get(Ship.NAME)));
        assertThat(list).containsExactly(argo, beagle, cutty);
        assertThat(list.isChanged(list.objects())).isTrue();

        list.resetChanges();
        list.sortBy(Comparator.comparing(ship -> ship.get(Ship.ID)));
        assertThat(list.hasChanges()).isFalse();
    }

    @Test
    void concat_isAChangedListOfBoth_withoutContext() {
        list.setContext("alice");

        ObjectList<Ship> sum = list.concat(Fleet.listOf(argo));

        assertThat(sum).containsExactly(cutty, argo, beagle, argo);
        assertThat(sum.isChanged(sum.objects())).isTrue();
        assertThat(sum.findContext()).isEmpty();
        assertThat(list).hasSize(3);
    }

    @Test
    void concat_ofListsWithMoreFields_isRefused() {
        ObjectType.Definition<ObjectList<Ship>> define =
                ObjectType.defineList("fleet", "CountedShips", Types.object(Ship.class));
        define.field("total", Types.longInteger());
        ObjectList<Ship> counted = define.version("1.1").newObject();

        assertThatThrownBy(() -> counted.concat(counted))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("whose only field is objects")
                .hasMessageContaining("total");
        assertThatThrownBy(() -> list.concat(counted)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void indexOf_comparesByIdentity() {
        assertThat(list.indexOf(beagle)).isEqualTo(2);
        assertThat(list.indexOf(Ship.of(2, "Beagle"))).isEqualTo(-1);
        assertThat(list.contains(beagle)).isTrue();
        assertThat(List.copyOf(list)).hasSize(3);
    }
}
