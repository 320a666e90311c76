package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Models.Book;
import org.versionedobjects.Models.Shelf;

class ResetChangesTest {
    private final Book book = Models.book("t");
    private final Shelf shelf = Models.shelf(Shelf.BOOKS, List.of(book));

    @BeforeEach
    void change() {
        shelf.set(Shelf.LABEL, "a");
        shelf.set(Shelf.NOTE, "n");
        shelf.touch(Shelf.NOTE);
    }

    @Test
    void resetChanges_makesTheValuesTheBaselines() {
        shelf.resetChanges();

        assertThat(shelf.hasChanges()).isFalse();
        assertThat(shelf.get(Shelf.LABEL)).isEqualTo("a");
        assertThat(shelf.changes().before().get(Shelf.LABEL)).isEqualTo("a");
    }

    @Test
    void resetChanges_isWhereRevertGoesBackTo() {
        shelf.resetChanges();
        shelf.set(Shelf.LABEL, "b");
        shelf.revert();

        assertThat(shelf.get(Shelf.LABEL)).isEqualTo("a");
    }

    @Test
    void resetChanges_takenOutField_hasNoBaselineAnyMore() {
        shelf.resetChanges();
        shelf.unset(Shelf.LABEL);
        shelf.resetChanges();
        shelf.set(Shelf.LABEL, "a");

        assertThat(shelf.isChanged(Shelf.LABEL)).isTrue();
        assertThat(shelf.changes().before().isSet(Shelf.LABEL)).isFalse();
    }

    @Test
    void resetChanges_keepsChangesOfNestedObjects() {
        book.set(Book.TITLE, "u");
        shelf.resetChanges();

        assertThat(shelf.changes().fields()).containsExactly(Shelf.BOOKS);
        assertThat(book.isChanged(Book.TITLE)).isTrue();
    }

    @Test
    void resetChanges_someFields_leavesTheOthers() {
        shelf.set(Shelf.CAPACITY, 1L);
        shelf.resetChanges(Shelf.LABEL, Shelf.NOTE);

        assertThat(shelf.changes().fields()).containsExactly(Shelf.CAPACITY);
    }

    @Test
    void resetChanges_collectionOfFields_isTheSame() {
        shelf.resetChanges(Set.of(Shelf.NOTE));

        assertThat(shelf.changes().fields()).containsExactly(Shelf.LABEL);
    }

    @Test
    void resetChanges_aFieldThatHoldsAnObject_keepsTheChangesInside() {
        book.set(Book.TITLE, "u");
        shelf.resetChanges(Shelf.BOOKS);

        assertThat(shelf.isChanged(Shelf.BOOKS)).isTrue();
    }

    @Test
    void resetChanges_ofNone_resetsNothing() {
        shelf.resetChanges(List.of());
        shelf.resetChanges(new Field<?>[0]);

        assertThat(shelf.changes().fields()).containsExactly(Shelf.LABEL, Shelf.NOTE);
        assertThat(shelf.changes().before().isSet(Shelf.LABEL)).isFalse();
    }

    @Test
    void resetChanges_fieldOfAnotherType_isRefusedAndResetsNothing() {
        assertThatThrownBy(() -> shelf.resetChanges(Shelf.LABEL, Book.TITLE))
                .isInstanceOf(UnknownFieldException.class)
                .hasMessageContaining("library.Book.title");
        assertThat(shelf.changes().fields()).containsExactly(Shelf.LABEL, Shelf.NOTE);
    }

    @Test
    void resetChanges_unknownBaseline_isKnownFromThenOn() {
        Shelf read = Models.shelfWithUnknown(Shelf.LABEL, "a");
        read.resetChanges();
        read.set(Shelf.LABEL, "b");

        assertThat(read.changes().before().get(Shelf.LABEL)).isEqualTo("a");
    }

    @Test
    void resetChangesDeep_reachesEveryObject_throughAnyCollection() {
        Book inMap = Models.book("m");
        Book inPile = Models.book("p");
        Book inList = Models.book("l");
        shelf.set(Shelf.BY_NAME, Map.of("m", inMap));
        shelf.set(Shelf.PILES, List.of(Map.of("p", inPile)));
        shelf.set(Shelf.LENT, Models.bookList(inList));
        shelf.set(Shelf.ABOVE, Models.shelf(Shelf.LABEL, "x"));
        List.of(book, inMap, inPile, inList).forEach(each -> each.set(Book.PAGES, 9L));
        shelf.get(Shelf.ABOVE).set(Shelf.LABEL, "y");
        shelf.resetChangesDeep();

        assertThat(List.of(shelf, book, inMap, inPile, inList, shelf.get(Shelf.ABOVE)))
                .noneMatch(VersionedObject::hasChanges);
    }

    @Test
    void resetChangesDeep_ofACycle_ends() {
        Shelf above = Models.shelf(Shelf.BELOW, shelf);
        shelf.set(Shelf.ABOVE, above);
        above.set(Shelf.LABEL, "y");
        shelf.resetChangesDeep();

        assertThat(shelf.hasChanges()).isFalse();
        assertThat(above.hasChanges()).isFalse();
    }
}
