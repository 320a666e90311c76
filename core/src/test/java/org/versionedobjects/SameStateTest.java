package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Fleet.Harbour;
import org.versionedobjects.Fleet.Ship;

class SameStateTest {
    private final Ship one = Ship.of(1, "Argo");
    private final Ship other = Ship.of(1, "Argo");

    @Test
    void objectsWithEqualValues_areInTheSameState_thoughNotEqual() {
        assertThat(one.sameState(other)).isTrue();
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void differences_nameFieldsValuesUnsetAndNull() {
        one.set(Ship.FLAG, null);
        other.set(Ship.CREW, 5L);
        one.set(Ship.NAME, "Beagle");

        assertThat(one.differencesFrom(other))
                .containsExactly(
                        new Difference("name", "'Beagle'", "'Argo'"),
                        new Difference("flag", "null", "unset"),
                        new Difference("crew", "unset", "5"));
    }

    @Test
    void differences_seeWhatIsChangedThoughValuesAreEqual() {
        one.touch(Ship.NAME);

        assertThat(one.differencesFrom(other)).containsExactly(new Difference("name", "changed", "not changed"));
    }

    @Test
    void differences_ofAnotherType_nameBoth() {
        assertThat(one.differencesFrom(new Harbour()))
                .containsExactly(new Difference("", "a fleet.Ship 1.3", "a fleet.Harbour 1.0"));
    }

    @Test
    void differences_maskSecrets() {
        one.set(Ship.CODE, "a");
        other.set(Ship.CODE, "b");

        assertThat(one.differencesFrom(other)).containsExactly(new Difference("code", "***", "***"));
    }

    @Test
    void nestedObjects_areComparedByState_throughCollections() {
        Harbour first = harbour(Ship.of(1, "Argo"), Ship.of(2, "Beagle"));
        Harbour second = harbour(Ship.of(1, "Argo"), Ship.of(2, "Beagle"));
        assertThat(first.sameState(second)).isTrue();

        second.get(Harbour.BERTHS).get("east").get(1).set(Ship.NAME, "Cutty Sark");

        assertThat(first.differencesFrom(second))
                .containsExactly(new Difference("berths[\"east\"][1].name", "'Beagle'", "'Cutty Sark'"));
    }

    @Test
    void collectionsOfAnotherShape_areADifferenceOfTheField() {
        Harbour first = harbour(Ship.of(1, "Argo"), null);
        Harbour second = harbour(Ship.of(1, "Argo"), Ship.of(2, "Beagle"));

        assertThat(first.differencesFrom(second))
                .containsExactly(new Difference("berths", "{east=[Ship(1), null]}", "{east=[Ship(1), Ship(2)]}"));
    }

    private static Harbour harbour(Ship first, Ship second) {
        return Harbour.TYPE
                .with(Harbour.BERTHS, Map.of("east", Arrays.asList(first, second)))
                .with(Harbour.LIST, Fleet.listOf(first))
                .with(Harbour.SHIPS, List.of(first))
                .build();
    }

    @Test
    void cycles_endAndAreCompared() {
        one.set(Ship.TOWED, one);
        other.set(Ship.TOWED, other);
        assertThat(one.sameState(other)).isTrue();

        other.set(Ship.CREW, 1L);

        assertThat(one.differencesFrom(other)).containsExactly(new Difference("crew", "unset", "1"));
    }

    @Test
    void copy_isInTheSameState() {
        one.set(Ship.NAME, "Beagle");

        Ship copy = Ship.TYPE.copyOf(one);

        assertThat(copy.sameState(one)).isTrue();
        assertThat(copy).isNotSameAs(one);
    }
}
