package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Fleet.Harbour;
import org.versionedobjects.Fleet.Ship;

class SnapshotTest {
    private final Ship ship = Ship.of(1, "Argo");
    private final Harbour harbour =
            Harbour.TYPE.with(Harbour.SHIPS, List.of(ship)).build();
    private final Values snapshot = harbour.snapshot();

    @Test
    void snapshot_doesNotSeeLaterChanges_evenInsideObjects() {
        ship.set(Ship.NAME, "Beagle");
        harbour.set(Harbour.SHIPS, List.of());

        assertThat(snapshot.get(Harbour.SHIPS)).hasSize(1);
        assertThat(snapshot.get(Harbour.SHIPS).get(0).get(Ship.NAME)).isEqualTo("Argo");
    }

    @Test
    void objectsInASnapshot_refuseEveryChange() {
        Ship inside = snapshot.get(Harbour.SHIPS).get(0);

        assertThatThrownBy(() -> inside.set(Ship.NAME, "x"))
                .isInstanceOf(ReadOnlyFieldException.class)
                .hasMessageContaining("belongs to a snapshot");
        assertThatThrownBy(() -> inside.unset(Ship.NAME)).isInstanceOf(ReadOnlyFieldException.class);
        assertThatThrownBy(() -> inside.touch(Ship.NAME)).isInstanceOf(ReadOnlyFieldException.class);
        assertThatThrownBy(inside::revert).isInstanceOf(ReadOnlyFieldException.class);
        assertThatThrownBy(inside::resetChanges).isInstanceOf(ReadOnlyFieldException.class);
        assertThat(inside.get(Ship.NAME)).isEqualTo("Argo");
    }

    @Test
    void copyOfAnObjectInASnapshot_canBeChanged() {
        Ship copy = (Ship) snapshot.get(Harbour.SHIPS).get(0).copy();
        copy.set(Ship.NAME, "Beagle");

        assertThat(copy.get(Ship.NAME)).isEqualTo("Beagle");
    }

    @Test
    void snapshot_answersUnsetNullAndValue() {
        ship.set(Ship.FLAG, null);
        Values values = ship.snapshot();

        assertThat(values.isSet(Ship.CREW)).isFalse();
        assertThat(values.getOr(Ship.CREW, 9L)).isEqualTo(9L);
        assertThat(values.get(Ship.FLAG)).isNull();
        assertThat(values.find(Ship.NAME)).contains("Argo");
        assertThatThrownBy(() -> values.get(Ship.CREW)).isInstanceOf(UnsetFieldException.class);
    }

    @Test
    void textOfASnapshot_masksSecrets() {
        ship.set(Ship.CODE, "4711");

        assertThat(ship.snapshot().toString()).isEqualTo("Ship 1.3{code=***, id=1, name='Argo'}");
    }

    @Test
    void snapshot_leavesTheObjectAsItWas() {
        ship.set(Ship.NAME, "Beagle");
        ship.snapshot();

        assertThat(ship.changes().fields()).containsExactly(Ship.NAME);
    }
}
