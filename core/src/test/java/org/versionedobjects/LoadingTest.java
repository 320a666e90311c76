package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Fleet.Sea;
import org.versionedobjects.Fleet.Ship;

class LoadingTest {
    private final Sea sea = new Sea();
    private final Ship ship = Ship.of(1, "unnamed");

    LoadingTest() {
        ship.unset(Ship.NAME);
        ship.setContext(sea);
    }

    @Test
    void get_ofUnsetField_asksTheLoaderOfTheType() {
        assertThat(ship.get(Ship.NAME)).isEqualTo("Argo");
        assertThat(sea.loads).isEqualTo(1);
    }

    @Test
    void loadedFields_areNotChanged_andTheirBaselineIsWhatWasLoaded() {
        ship.get(Ship.NAME);
        ship.set(Ship.CREW, 51L);

        assertThat(ship.changes().fields()).containsExactly(Ship.CREW);
        assertThat(ship.changes().before().get(Ship.CREW)).isEqualTo(50L);
    }

    @Test
    void loader_fillsOtherUnsetFields_butNeverOneThatIsSet() {
        ship.set(Ship.CREW, 3L);
        ship.get(Ship.NAME);

        assertThat(ship.get(Ship.CREW)).isEqualTo(3L);
        assertThat(ship.isChanged(Ship.CREW)).isTrue();
    }

    @Test
    void loaderOfTheObject_goesBeforeThatOfTheType() {
        ship.loadWith((object, missing, loaded) -> loaded.put(Ship.NAME, "Beagle"));

        assertThat(ship.get(Ship.NAME)).isEqualTo("Beagle");
        assertThat(sea.loads).isZero();
    }

    @Test
    void get_whenTheLoaderDoesNotFillTheField_saysWhatIsLoaded() {
        assertThatThrownBy(() -> ship.get(Ship.FLAG))
                .isInstanceOf(UnsetFieldException.class)
                .hasMessage(
                        "[UnsetField] fleet.Ship 1.3 at flag: the field is not set, and its loader did not fill it; "
                                + "loaded: id, name, crew");
    }

    @Test
    void get_withoutLoader_saysWhatIsLoaded() {
        Fleet.Harbour harbour = new Fleet.Harbour();
        harbour.set(Fleet.Harbour.SHIPS, List.of());

        assertThatThrownBy(() -> harbour.get(Fleet.Harbour.LIST))
                .hasMessage("[UnsetField] fleet.Harbour 1.0 at list: the field is not set; loaded: ships");
    }

    @Test
    void loader_thatAsksForAnUnsetField_getsTheErrorInsteadOfItself() {
        List<String> asked = new ArrayList<>();
        ship.loadWith((object, missing, loaded) -> {
            asked.add(missing.name());
            object.get(Ship.FLAG);
        });

        assertThatThrownBy(() -> ship.get(Ship.NAME)).isInstanceOf(UnsetFieldException.class);
        assertThat(asked).containsExactly("name");
    }

    @Test
    void loader_thatThrows_leavesTheFieldUnset_andIsAskedAgain() {
        ship.loadWith((object, missing, loaded) -> {
            throw new IllegalStateException("no connection");
        });

        assertThatThrownBy(() -> ship.get(Ship.NAME)).hasMessage("no connection");
        assertThat(ship.isSet(Ship.NAME)).isFalse();
        assertThatThrownBy(() -> ship.get(Ship.NAME)).hasMessage("no connection");
    }

    @Test
    void loader_thatPutsAnIllegalValue_isRefused() {
        ship.loadWith((object, missing, loaded) -> loaded.put(Ship.NAME, null));

        assertThatThrownBy(() -> ship.get(Ship.NAME)).isInstanceOf(InvalidValueException.class);
        assertThat(ship.isSet(Ship.NAME)).isFalse();
    }

    @Test
    void everythingButGet_neverLoads() {
        assertThat(ship.toString()).isNotEmpty();
        ship.changes();
        ship.copy().sameState(ship);
        ship.snapshot();
        ship.find(Ship.NAME);
        ship.getOr(Ship.NAME, "none");
        ship.byName().asMap();
        ship.resetChangesDeep();

        assertThat(sea.loads).isZero();
    }

    @Test
    void copy_keepsTheLoader() {
        ship.loadWith((object, missing, loaded) -> loaded.put(Ship.NAME, "Beagle"));

        assertThat(((Ship) ship.copy()).get(Ship.NAME)).isEqualTo("Beagle");
    }

    @Test
    void put_afterTheLoaderHasReturned_isRefused() {
        List<FieldLoader.Loaded> kept = new ArrayList<>();
        ship.loadWith((object, missing, loaded) -> {
            kept.add(loaded);
            loaded.put(Ship.NAME, "Beagle");
        });
        ship.get(Ship.NAME);

        assertThatThrownBy(() -> kept.get(0).put(Ship.CREW, 5L))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("crew can be put during its call only");
        assertThat(ship.isSet(Ship.CREW)).isFalse();
    }
}
