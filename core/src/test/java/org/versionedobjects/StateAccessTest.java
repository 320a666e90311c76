package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Models.Book;
import org.versionedobjects.Models.Shelf;
import org.versionedobjects.StateAccess.Assigned;

class StateAccessTest {
    private final Shelf shelf = Models.shelf(Shelf.LABEL, "a");

    private static int slot(Field<?> field) {
        return Shelf.TYPE.slot(field);
    }

    // ---- load ----

    @Test
    void load_makesValueAndBaseline_readOnlyFieldsIncluded() {
        shelf.set(Shelf.ID, 1L);
        shelf.touch(Shelf.ID);
        StateAccess.load(shelf, Shelf.ID, 2L);

        assertThat(shelf.get(Shelf.ID)).isEqualTo(2L);
        assertThat(shelf.hasChanges()).isFalse();
        assertThat(shelf.changes().before().get(Shelf.ID)).isEqualTo(2L);
    }

    @Test
    void load_null_isAValue() {
        StateAccess.load(shelf, Shelf.NOTE, null);

        assertThat(StateAccess.isSet(shelf, slot(Shelf.NOTE))).isTrue();
        assertThat(StateAccess.value(shelf, slot(Shelf.NOTE))).isNull();
        assertThat(StateAccess.hasBaseline(shelf, slot(Shelf.NOTE))).isTrue();
        assertThat(StateAccess.baseline(shelf, slot(Shelf.NOTE))).isNull();
    }

    @Test
    void load_refusedValue_changesNothing() {
        List<Book> polluted = Untyped.as(List.of(shelf));

        assertThatThrownBy(() -> StateAccess.load(shelf, Shelf.BOOKS, polluted))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> StateAccess.load(shelf, Shelf.LABEL, Untyped.<String>as(null)))
                .isInstanceOf(InvalidValueException.class);
        assertThat(shelf).hasToString("Shelf 1.1{label='a'}");
    }

    @Test
    void newForLoading_listObject_isEmptyAsAnyOther() {
        assertThat(StateAccess.newForLoading(Models.BOOK_LIST).isEmpty()).isTrue();
        assertThat(StateAccess.newForLoading(Shelf.TYPE)).hasToString("Shelf 1.1{}");
    }

    // ---- baselines ----

    @Test
    void baseline_isWhatTheFieldWas() {
        shelf.set(Shelf.LABEL, "b");

        assertThat(StateAccess.hasBaseline(shelf, slot(Shelf.LABEL))).isTrue();
        assertThat(StateAccess.baseline(shelf, slot(Shelf.LABEL))).isEqualTo("a");
    }

    @Test
    void baseline_unsetOrUnknown_isRefused() {
        StateAccess.forgetBaseline(shelf, slot(Shelf.LABEL));

        assertThat(StateAccess.hasBaseline(shelf, slot(Shelf.LABEL))).isFalse();
        assertThat(StateAccess.hasBaseline(shelf, slot(Shelf.NOTE))).isFalse();
        assertThatThrownBy(() -> StateAccess.baseline(shelf, slot(Shelf.LABEL)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("library.Shelf.label");
        assertThatThrownBy(() -> StateAccess.baseline(shelf, slot(Shelf.NOTE)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void forgetBaseline_unsetField_doesNothing() {
        StateAccess.forgetBaseline(shelf, slot(Shelf.NOTE));

        assertThat(shelf.changes().knows(Shelf.NOTE)).isTrue();
    }

    @Test
    void ownChange_isNotAChangeInside() {
        Book book = Models.book("t");
        StateAccess.load(shelf, Shelf.FIRST, book);
        book.set(Book.TITLE, "u");

        assertThat(StateAccess.isChanged(shelf, slot(Shelf.FIRST))).isTrue();
        assertThat(StateAccess.isOwnChange(shelf, slot(Shelf.FIRST))).isFalse();
        shelf.touch(Shelf.FIRST);
        assertThat(StateAccess.isOwnChange(shelf, slot(Shelf.FIRST))).isTrue();
    }

    // ---- saved ----

    @Test
    void saved_makesSavedFieldsClean_andLeavesTheOthers() {
        shelf.set(Shelf.LABEL, "b");
        shelf.set(Shelf.NOTE, "n");
        StateAccess.saved(shelf, List.of(Shelf.LABEL), List.of());

        assertThat(shelf.changes().fields()).containsExactly(Shelf.NOTE);
        assertThat(shelf.changes().before().get(Shelf.LABEL)).isEqualTo("b");
    }

    @Test
    void saved_assignsValuesAsBaselines_readOnlyFieldsIncluded() {
        StateAccess.saved(shelf, List.of(), List.of(new Assigned<>(Shelf.ID, 7L), new Assigned<>(Shelf.CAPACITY, 1L)));

        assertThat(shelf).hasToString("Shelf 1.1{capacity=1, id=7, label='a'}");
        assertThat(shelf.hasChanges()).isFalse();
    }

    @Test
    void undo_rightAway_isAsBefore() {
        shelf.set(Shelf.LABEL, "b");
        StateAccess.load(shelf, Shelf.CAPACITY, 1L);
        shelf.touch(Shelf.CAPACITY);
        Runnable undo = StateAccess.saved(
                shelf,
                List.of(Shelf.LABEL, Shelf.CAPACITY),
                List.of(new Assigned<>(Shelf.ID, 7L), new Assigned<>(Shelf.CAPACITY, 2L)));
        undo.run();

        assertThat(shelf).hasToString("Shelf 1.1{capacity=1, label='b'}");
        assertThat(shelf.changes().fields()).containsExactly(Shelf.LABEL, Shelf.CAPACITY);
        assertThat(shelf.changes().before().get(Shelf.LABEL)).isEqualTo("a");
        assertThat(shelf.changes().before().isSet(Shelf.ID)).isFalse();
    }

    @Test
    void undo_readOnlyKeyThatWasAssigned_canBeSetAgain() {
        StateAccess.saved(shelf, List.of(), List.of(new Assigned<>(Shelf.ID, 7L)))
                .run();
        shelf.set(Shelf.ID, 8L);

        assertThat(shelf.get(Shelf.ID)).isEqualTo(8L);
    }

    @Test
    void undo_valuesSetSince_stayAndCountAsChanged() {
        shelf.set(Shelf.LABEL, "b");
        Runnable undo = StateAccess.saved(shelf, List.of(Shelf.LABEL), List.of(new Assigned<>(Shelf.CAPACITY, 1L)));
        shelf.set(Shelf.LABEL, "c");
        shelf.set(Shelf.CAPACITY, 5L);
        undo.run();

        assertThat(shelf).hasToString("Shelf 1.1{capacity=5, label='c'}");
        assertThat(shelf.changes().before().get(Shelf.LABEL)).isEqualTo("a");
        assertThat(shelf.changes().fields()).containsExactly(Shelf.LABEL, Shelf.CAPACITY);
    }

    @Test
    void undo_valueSetSinceToTheOldBaseline_isClean() {
        shelf.set(Shelf.LABEL, "b");
        Runnable undo = StateAccess.saved(shelf, List.of(Shelf.LABEL), List.of());
        shelf.set(Shelf.LABEL, "a");
        undo.run();

        assertThat(shelf.hasChanges()).isFalse();
    }

    @Test
    void undo_fieldsThatWereNotSaved_areLeftAlone() {
        Runnable undo = StateAccess.saved(shelf, List.of(Shelf.LABEL), List.of());
        shelf.set(Shelf.NOTE, "n");
        undo.run();

        assertThat(shelf.changes().fields()).containsExactly(Shelf.NOTE);
    }

    @Test
    void undo_unknownBaseline_isUnknownAgain() {
        StateAccess.forgetBaseline(shelf, slot(Shelf.LABEL));
        StateAccess.saved(shelf, List.of(Shelf.LABEL), List.of()).run();

        assertThat(shelf.isChanged(Shelf.LABEL)).isTrue();
        assertThat(shelf.changes().knows(Shelf.LABEL)).isFalse();
    }

    @Test
    void saved_fieldOfAnotherType_isRefusedAndChangesNothing() {
        shelf.set(Shelf.LABEL, "b");

        assertThatThrownBy(() -> StateAccess.saved(shelf, List.of(Shelf.LABEL, Book.TITLE), List.of()))
                .isInstanceOf(UnknownFieldException.class);
        assertThat(shelf.isChanged(Shelf.LABEL)).isTrue();
    }

    @Test
    void assigned_refusedValue_isRefusedWhenMade() {
        assertThatThrownBy(() -> Assigned.of(Shelf.LABEL, Untyped.<String>as(null)))
                .isInstanceOf(InvalidValueException.class);
        assertThat(Assigned.of(Shelf.LABEL, "x")).isEqualTo(new Assigned<>(Shelf.LABEL, "x"));
    }

    @Test
    void undoOfASave_takesATouchOfTheSavedValueWithIt() {
        Runnable undo = StateAccess.saved(shelf, List.of(), List.of(new Assigned<>(Shelf.LABEL, "b")));
        shelf.touch(Shelf.LABEL);
        undo.run();

        assertThat(shelf.get(Shelf.LABEL)).isEqualTo("a");
        assertThat(shelf.isChanged(Shelf.LABEL)).isFalse();
        assertThat(shelf.changedFields()).isEmpty();
        assertThat(shelf.hasChanges()).isFalse();
    }
}
