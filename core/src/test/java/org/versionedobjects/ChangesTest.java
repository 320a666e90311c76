package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.CharBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Models.Book;
import org.versionedobjects.Models.Shelf;

class ChangesTest {
    private final Shelf loaded = Models.shelf(Shelf.LABEL, "a");

    // ---- what is a change ----

    @Test
    void set_anotherValue_isAChange() {
        loaded.set(Shelf.LABEL, "b");

        assertThat(loaded.isChanged(Shelf.LABEL)).isTrue();
        assertThat(loaded.hasChanges()).isTrue();
        assertThat(loaded.isChanged(Shelf.NOTE)).isFalse();
    }

    @Test
    void set_unsetFieldToNull_isAChange() {
        loaded.set(Shelf.NOTE, null);

        assertThat(loaded.isChanged(Shelf.NOTE)).isTrue();
        assertThat(loaded.changes().before().isSet(Shelf.NOTE)).isFalse();
    }

    @Test
    void set_nullToAValueAndBack_isClean() {
        Shelf shelf = Models.shelf(Shelf.NOTE, null);
        shelf.set(Shelf.NOTE, "n");
        assertThat(shelf.isChanged(Shelf.NOTE)).isTrue();

        shelf.set(Shelf.NOTE, null);
        assertThat(shelf.hasChanges()).isFalse();
    }

    @Test
    void equalToTheBaseline_isClean_howeverItGotThere() {
        loaded.set(Shelf.LABEL, "b");
        loaded.set(Shelf.LABEL, "c");
        loaded.unset(Shelf.LABEL);
        loaded.setFrom(Shelf.LABEL, CharBuffer.wrap("a"));

        assertThat(loaded.hasChanges()).isFalse();
        assertThat(loaded.changes().isEmpty()).isTrue();
    }

    @Test
    void equalCollection_isClean() {
        Shelf shelf = Models.shelf(Shelf.INDEX, Map.of("a", List.of("x"), "b", List.of()));
        shelf.set(Shelf.INDEX, Map.of("b", List.of()));
        assertThat(shelf.hasChanges()).isTrue();

        shelf.set(Shelf.INDEX, Map.of("b", List.of(), "a", List.of("x")));
        assertThat(shelf.hasChanges()).isFalse();
    }

    @Test
    void listInAnotherOrder_isAChange() {
        Shelf shelf = Models.shelf(Shelf.TAGS, List.of("x", "y"));
        shelf.set(Shelf.TAGS, List.of("y", "x"));

        assertThat(shelf.isChanged(Shelf.TAGS)).isTrue();
    }

    @Test
    void anotherObjectInTheSameState_isAChange() {
        Shelf shelf = Models.shelf(Shelf.FIRST, Models.book("t"));
        shelf.set(Shelf.FIRST, Models.book("t"));

        assertThat(shelf.isChanged(Shelf.FIRST)).isTrue();
    }

    @Test
    void unset_changedField_isClean_andKeepsTheBaseline() {
        loaded.set(Shelf.LABEL, "b");
        loaded.unset(Shelf.LABEL);
        assertThat(loaded.hasChanges()).isFalse();
        assertThat(loaded.changes().before().get(Shelf.LABEL)).isEqualTo("a");

        loaded.set(Shelf.LABEL, "c");
        assertThat(loaded.changes().before().get(Shelf.LABEL)).isEqualTo("a");
        assertThat(loaded.isChanged(Shelf.LABEL)).isTrue();
    }

    @Test
    void unset_takesTheForceAway() {
        loaded.touch(Shelf.LABEL);
        loaded.unset(Shelf.LABEL);
        loaded.set(Shelf.LABEL, "a");

        assertThat(loaded.hasChanges()).isFalse();
    }

    @Test
    void touch_isAChangeWithTheSameBeforeAndAfter() {
        loaded.touch(Shelf.LABEL);

        assertThat(loaded.isChanged(Shelf.LABEL)).isTrue();
        assertThat(loaded.changes().before().get(Shelf.LABEL)).isEqualTo("a");
        assertThat(loaded.changes().after().get(Shelf.LABEL)).isEqualTo("a");
    }

    @Test
    void touch_outlivesAWayBackToTheBaseline() {
        loaded.touch(Shelf.LABEL);
        loaded.set(Shelf.LABEL, "b");
        loaded.set(Shelf.LABEL, "a");

        assertThat(loaded.isChanged(Shelf.LABEL)).isTrue();
    }

    @Test
    void touch_unsetField_isRefused() {
        assertThatThrownBy(() -> loaded.touch(Shelf.NOTE)).isInstanceOf(UnsetFieldException.class);
        assertThat(loaded.hasChanges()).isFalse();
    }

    @Test
    void unknownBaseline_isChangedWhateverTheValue() {
        Shelf shelf = Models.shelfWithUnknown(Shelf.LABEL, "a");
        shelf.set(Shelf.LABEL, "b");
        shelf.set(Shelf.LABEL, "a");
        assertThat(shelf.isChanged(Shelf.LABEL)).isTrue();

        shelf.unset(Shelf.LABEL);
        assertThat(shelf.isChanged(Shelf.LABEL)).isFalse();
    }

    // ---- changes() ----

    @Test
    void changes_giveBeforeAndAfter() {
        loaded.set(Shelf.LABEL, "b");
        loaded.set(Shelf.NOTE, null);
        Changes changes = loaded.changes();

        assertThat(changes.before().get(Shelf.LABEL)).isEqualTo("a");
        assertThat(changes.before().isSet(Shelf.NOTE)).isFalse();
        assertThat(changes.after().get(Shelf.LABEL)).isEqualTo("b");
        assertThat(changes.after().get(Shelf.NOTE)).isNull();
    }

    @Test
    void changes_haveTheUnchangedFieldsAsWell() {
        loaded.set(Shelf.CAPACITY, 1L);

        assertThat(loaded.changes().before().get(Shelf.LABEL)).isEqualTo("a");
        assertThat(loaded.changes().after().get(Shelf.LABEL)).isEqualTo("a");
        assertThat(loaded.changes().contains(Shelf.LABEL)).isFalse();
    }

    @Test
    void changes_goInTheOrderOfTheWire() {
        loaded.set(Shelf.CAPACITY, 1L);
        loaded.set(Shelf.LABEL, "b");
        loaded.set(Shelf.ID, 1L);

        assertThat(loaded.changes().fields()).containsExactly(Shelf.ID, Shelf.LABEL, Shelf.CAPACITY);
        assertThat(loaded.changes().contains(Shelf.CAPACITY)).isTrue();
    }

    @Test
    void changes_doNotChangeLater() {
        loaded.set(Shelf.LABEL, "b");
        Changes changes = loaded.changes();
        loaded.set(Shelf.LABEL, "c");
        loaded.set(Shelf.NOTE, "n");
        loaded.resetChanges();

        assertThat(changes.fields()).containsExactly(Shelf.LABEL);
        assertThat(changes.before().get(Shelf.LABEL)).isEqualTo("a");
        assertThat(changes.after().get(Shelf.LABEL)).isEqualTo("b");
        assertThat(changes.after().isSet(Shelf.NOTE)).isFalse();
    }

    @Test
    void changes_cannotBeModified() {
        loaded.set(Shelf.LABEL, "b");
        Changes changes = loaded.changes();

        assertThatThrownBy(() -> changes.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> changes.nested().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void beforeAndAfter_unsetField_areRefusedByName() {
        Changes changes = loaded.changes();

        assertThatThrownBy(() -> changes.before().get(Shelf.NOTE))
                .isInstanceOf(UnsetFieldException.class)
                .hasMessageContaining("library.Shelf 1.1 at note");
        assertThatThrownBy(() -> changes.after().get(Shelf.NOTE)).isInstanceOf(UnsetFieldException.class);
    }

    @Test
    void before_unknownBaseline_isRefused_andKnowsSaysSo() {
        Changes changes = Models.shelfWithUnknown(Shelf.LABEL, "a").changes();

        assertThat(changes.knows(Shelf.LABEL)).isFalse();
        assertThat(changes.knows(Shelf.NOTE)).isTrue();
        assertThat(changes.after().get(Shelf.LABEL)).isEqualTo("a");
        assertThatThrownBy(() -> changes.before().get(Shelf.LABEL))
                .isInstanceOf(UnknownBaselineException.class)
                .hasMessageContainingAll("library.Shelf 1.1 at label", "not known");
        assertThatThrownBy(() -> changes.before().isSet(Shelf.LABEL)).isInstanceOf(UnknownBaselineException.class);
    }

    @Test
    void changes_fieldOfAnotherType_isRefused() {
        Changes changes = loaded.changes();

        assertThatThrownBy(() -> changes.knows(Book.TITLE)).isInstanceOf(UnknownFieldException.class);
        assertThatThrownBy(() -> changes.before().isSet(Book.TITLE)).isInstanceOf(UnknownFieldException.class);
        assertThatThrownBy(() -> changes.after().get(Book.TITLE)).isInstanceOf(UnknownFieldException.class);
    }

    @Test
    void toString_saysWhatBecameOfWhat() {
        loaded.set(Shelf.LABEL, "b");
        loaded.set(Shelf.NOTE, null);

        assertThat(loaded.changes()).hasToString("library.Shelf 1.1{label: 'a' → 'b', note: unset → null}");
        assertThat(Models.shelfWithUnknown(Shelf.LABEL, "a").changes())
                .hasToString("library.Shelf 1.1{label: unknown → 'a'}");
    }

    @Test
    void toString_touchedFieldBesideAChangeInside_isNotCalledChangedInside() {
        loaded.set(Shelf.FIRST, Models.book("t"));
        loaded.resetChanges();
        loaded.touch(Shelf.LABEL);
        loaded.find(Shelf.FIRST).orElseThrow().set(Book.TITLE, "u");

        assertThat(loaded.changes()).hasToString("library.Shelf 1.1{label: 'a' → 'a', first: changed inside}");
    }

    // ---- revert ----

    @Test
    void revert_putsEachFieldBack() {
        loaded.set(Shelf.LABEL, "b");
        loaded.set(Shelf.NOTE, "n");
        loaded.touch(Shelf.NOTE);
        loaded.revert();

        assertThat(loaded.get(Shelf.LABEL)).isEqualTo("a");
        assertThat(loaded.isSet(Shelf.NOTE)).isFalse();
        assertThat(loaded.hasChanges()).isFalse();
    }

    @Test
    void revert_bringsBackWhatWasTakenOut() {
        loaded.unset(Shelf.LABEL);
        loaded.revert();

        assertThat(loaded.get(Shelf.LABEL)).isEqualTo("a");
    }

    @Test
    void revert_takesForceAway_forGood() {
        loaded.touch(Shelf.LABEL);
        loaded.revert();

        assertThat(loaded.hasChanges()).isFalse();
    }

    @Test
    void revert_goesIntoNestedObjects_alsoThoseThatWereReplaced() {
        Book book = Models.book("t");
        Shelf shelf = Models.shelf(Shelf.PILES, List.of(Map.of("x", book)));
        book.set(Book.TITLE, "u");
        shelf.set(Shelf.PILES, List.of());
        shelf.revert();

        assertThat(shelf.get(Shelf.PILES).get(0).get("x")).isSameAs(book);
        assertThat(book.get(Book.TITLE)).isEqualTo("t");
        assertThat(shelf.hasChanges()).isFalse();
    }

    @Test
    void revert_unknownBaseline_isRefusedAndPutsNothingBack() {
        Shelf shelf = Models.shelfWithUnknown(Shelf.LABEL, "a");
        shelf.set(Shelf.NOTE, "n");

        assertThatThrownBy(shelf::revert)
                .isInstanceOf(UnknownBaselineException.class)
                .hasMessageContaining("library.Shelf 1.1 at label");
        assertThat(shelf.get(Shelf.NOTE)).isEqualTo("n");
        assertThat(shelf.changes().fields()).containsExactly(Shelf.LABEL, Shelf.NOTE);
    }

    @Test
    void revert_unknownBaselineInANestedObject_isRefusedAndPutsNothingBack() {
        Book book = Models.book("t");
        StateAccess.forgetBaseline(book, Book.TYPE.slot(Book.TITLE));
        Shelf shelf = Models.shelf(Shelf.BOOKS, List.of(book));
        shelf.set(Shelf.LABEL, "b");

        assertThatThrownBy(shelf::revert).isInstanceOf(UnknownBaselineException.class);
        assertThat(shelf.get(Shelf.LABEL)).isEqualTo("b");
    }
}
