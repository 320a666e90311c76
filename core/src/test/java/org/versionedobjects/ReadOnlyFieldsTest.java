package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Models.Shelf;

class ReadOnlyFieldsTest {
    private final Shelf loaded = Models.shelf(Shelf.ID, 7L);

    @Test
    void set_unsetReadOnlyField_isAllowedOnce() {
        Shelf shelf = new Shelf();
        shelf.set(Shelf.ID, 7L);

        assertThat(shelf.get(Shelf.ID)).isEqualTo(7L);
        assertThatThrownBy(() -> shelf.set(Shelf.ID, 8L)).isInstanceOf(ReadOnlyFieldException.class);
        assertThat(shelf.get(Shelf.ID)).isEqualTo(7L);
    }

    @Test
    void set_loadedReadOnlyField_isRefusedWithItsFacts() {
        assertThatThrownBy(() -> loaded.set(Shelf.ID, 8L))
                .isInstanceOf(ReadOnlyFieldException.class)
                .hasMessageContainingAll("library.Shelf 1.1 at id", "read-only", "it has its value");
        assertThat(loaded.get(Shelf.ID)).isEqualTo(7L);
        assertThat(loaded.hasChanges()).isFalse();
    }

    @Test
    void set_equalValue_isNoChange() {
        loaded.set(Shelf.ID, 7L);
        loaded.setFrom(Shelf.ID, "7");

        assertThat(loaded.hasChanges()).isFalse();
    }

    @Test
    void setFrom_convertsBeforeItChecks() {
        assertThatThrownBy(() -> loaded.setFrom(Shelf.ID, "8")).isInstanceOf(ReadOnlyFieldException.class);
        assertThatThrownBy(() -> loaded.setFrom(Shelf.ID, "eight")).isInstanceOf(InvalidValueException.class);
        assertThat(loaded.get(Shelf.ID)).isEqualTo(7L);
    }

    @Test
    void unset_loadedReadOnlyField_isRefused() {
        assertThatThrownBy(() -> loaded.unset(Shelf.ID)).isInstanceOf(ReadOnlyFieldException.class);
        assertThat(loaded.get(Shelf.ID)).isEqualTo(7L);
    }

    @Test
    void unset_readOnlyFieldThatWasNeverSaved_allowsAnother() {
        Shelf shelf = new Shelf();
        shelf.set(Shelf.ID, 7L);
        shelf.unset(Shelf.ID);
        shelf.set(Shelf.ID, 8L);

        assertThat(shelf.get(Shelf.ID)).isEqualTo(8L);
    }

    @Test
    void unsetAndSet_afterAReset_isRefused() {
        Shelf shelf = new Shelf();
        shelf.set(Shelf.ID, 7L);
        shelf.resetChanges(Shelf.ID);

        assertThatThrownBy(() -> shelf.unset(Shelf.ID)).isInstanceOf(ReadOnlyFieldException.class);
        assertThatThrownBy(() -> shelf.set(Shelf.ID, 8L)).isInstanceOf(ReadOnlyFieldException.class);
    }

    @Test
    void update_toAnotherValue_isRefused() {
        assertThatThrownBy(() -> loaded.update(Shelf.ID, id -> id + 1)).isInstanceOf(ReadOnlyFieldException.class);
        assertThat(loaded.get(Shelf.ID)).isEqualTo(7L);
    }

    @Test
    void edit_readOnlyCollection_isRefused() {
        Shelf shelf = Models.shelf(Shelf.SIGNS, List.of("x"));

        assertThatThrownBy(() -> shelf.edit(Shelf.SIGNS, signs -> signs.add("y")))
                .isInstanceOf(ReadOnlyFieldException.class);
        assertThat(shelf.get(Shelf.SIGNS)).containsExactly("x");
    }

    @Test
    void touch_marksItAndOpensNothing() {
        loaded.touch(Shelf.ID);

        assertThat(loaded.isChanged(Shelf.ID)).isTrue();
        assertThatThrownBy(() -> loaded.set(Shelf.ID, 8L)).isInstanceOf(ReadOnlyFieldException.class);
        assertThatThrownBy(() -> loaded.unset(Shelf.ID)).isInstanceOf(ReadOnlyFieldException.class);
    }

    @Test
    void revert_ofAFirstValue_allowsAnother_ofALoadedOneDoesNot() {
        Shelf shelf = new Shelf();
        shelf.set(Shelf.ID, 7L);
        shelf.revert();
        shelf.set(Shelf.ID, 8L);
        loaded.revert();

        assertThat(shelf.get(Shelf.ID)).isEqualTo(8L);
        assertThatThrownBy(() -> loaded.set(Shelf.ID, 8L)).isInstanceOf(ReadOnlyFieldException.class);
    }

    @Test
    void builder_mayNotSetItTwice() {
        ObjectBuilder<Shelf> builder = Shelf.TYPE.with(Shelf.ID, 7L).with(Shelf.ID, 8L);

        assertThatThrownBy(builder::build).isInstanceOf(ReadOnlyFieldException.class);
    }

    @Test
    void copy_isAsReadOnly() {
        Shelf copy = (Shelf) loaded.copy();

        assertThatThrownBy(() -> copy.set(Shelf.ID, 8L)).isInstanceOf(ReadOnlyFieldException.class);
        assertThatThrownBy(() -> copy.unset(Shelf.ID)).isInstanceOf(ReadOnlyFieldException.class);
    }

    @Test
    void unknownBaseline_isNoWayIn() {
        Shelf shelf = Models.shelfWithUnknown(Shelf.ID, 7L);

        assertThatThrownBy(() -> shelf.set(Shelf.ID, 8L)).isInstanceOf(ReadOnlyFieldException.class);
        assertThatThrownBy(() -> shelf.unset(Shelf.ID)).isInstanceOf(ReadOnlyFieldException.class);
    }
}
