package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Models.Book;
import org.versionedobjects.Models.Shelf;

class CopyTest {
    private static Shelf copy(Shelf shelf) {
        return (Shelf) shelf.copy();
    }

    @Test
    void copy_hasTypeClassAndValues() {
        Shelf shelf = Models.shelf(Shelf.LABEL, "a");
        shelf.set(Shelf.NOTE, null);
        Shelf copy = copy(shelf);

        assertThat(copy).isNotSameAs(shelf).hasToString(shelf.toString());
        assertThat(copy.objectType()).isSameAs(Shelf.TYPE);
        assertThat(copy.get(Shelf.NOTE)).isNull();
        assertThat(copy.isSet(Shelf.CAPACITY)).isFalse();
    }

    @Test
    void copy_keepsTheVersionItWasReadIn() {
        Shelf shelf = new Shelf();
        StateAccess.readAt(shelf, Version.parse("1.0"));

        assertThat(shelf.copy().readVersion()).contains(Version.parse("1.0"));
    }

    @Test
    void copy_keepsBaselinesAndForce() {
        Shelf shelf = Models.shelf(Shelf.LABEL, "a");
        shelf.set(Shelf.NOTE, "n");
        shelf.resetChanges(Shelf.NOTE);
        shelf.touch(Shelf.NOTE);
        shelf.set(Shelf.LABEL, "b");
        Shelf copy = copy(shelf);

        assertThat(copy.changes().fields()).containsExactly(Shelf.LABEL, Shelf.NOTE);
        assertThat(copy.changes().before().get(Shelf.LABEL)).isEqualTo("a");
        copy.revert();
        assertThat(copy.get(Shelf.LABEL)).isEqualTo("a");
    }

    @Test
    void copy_keepsTheBaselineOfAnUnsetField() {
        Shelf shelf = Models.shelf(Shelf.LABEL, "a");
        shelf.unset(Shelf.LABEL);
        Shelf copy = copy(shelf);
        assertThat(copy.isSet(Shelf.LABEL)).isFalse();

        copy.revert();
        assertThat(copy.get(Shelf.LABEL)).isEqualTo("a");
    }

    @Test
    void copy_keepsUnknownBaselines() {
        Shelf copy = copy(Models.shelfWithUnknown(Shelf.LABEL, "a"));

        assertThat(copy.isChanged(Shelf.LABEL)).isTrue();
        assertThat(copy.changes().knows(Shelf.LABEL)).isFalse();
    }

    @Test
    void copy_isIndependent_bothWays() {
        Shelf shelf = Models.shelf(Shelf.LABEL, "a");
        shelf.touch(Shelf.LABEL);
        Shelf copy = copy(shelf);
        copy.set(Shelf.LABEL, "copy");
        copy.resetChanges();
        shelf.set(Shelf.NOTE, "shelf");

        assertThat(shelf.get(Shelf.LABEL)).isEqualTo("a");
        assertThat(shelf.changes().fields()).containsExactly(Shelf.LABEL, Shelf.NOTE);
        assertThat(copy.isSet(Shelf.NOTE)).isFalse();
    }

    @Test
    void copy_copiesNestedObjects_inAnyCollection() {
        Book book = Models.book("t");
        Shelf shelf = Models.shelf(Shelf.PILES, List.of(Map.of("x", book)));
        Shelf copy = copy(shelf);
        Book copied = copy.get(Shelf.PILES).get(0).get("x");
        copied.set(Book.TITLE, "u");

        assertThat(copied).isNotSameAs(book);
        assertThat(book.get(Book.TITLE)).isEqualTo("t");
        assertThat(shelf.hasChanges()).isFalse();
        assertThat(copy.changes().fields()).containsExactly(Shelf.PILES);
    }

    @Test
    void copy_keepsChangesInside() {
        Book book = Models.book("t");
        Shelf shelf = Models.shelf(Shelf.FIRST, book);
        book.set(Book.TITLE, "u");
        Shelf copy = copy(shelf);
        copy.revert();

        assertThat(copy.find(Shelf.FIRST).orElseThrow().get(Book.TITLE)).isEqualTo("t");
        assertThat(book.get(Book.TITLE)).isEqualTo("u");
    }

    @Test
    void copy_sharedChild_isSharedInTheCopy() {
        Book book = Models.book("t");
        Shelf shelf = Models.shelf(Shelf.FIRST, book);
        shelf.set(Shelf.BOOKS, List.of(book, book));
        Shelf copy = copy(shelf);
        Book copied = copy.find(Shelf.FIRST).orElseThrow();

        assertThat(copied).isNotSameAs(book);
        assertThat(copy.get(Shelf.BOOKS)).containsExactly(copied, copied);
    }

    @Test
    void copy_childOfCurrentAndBaseline_isOneObject_soThatGoingBackIsClean() {
        Book book = Models.book("t");
        Shelf shelf = Models.shelf(Shelf.FIRST, book);
        shelf.set(Shelf.LAST, book);
        shelf.set(Shelf.FIRST, null);
        Shelf copy = copy(shelf);
        copy.set(Shelf.FIRST, copy.get(Shelf.LAST));

        assertThat(copy.isChanged(Shelf.FIRST)).isFalse();
    }

    @Test
    void copy_cycle_isACycleInTheCopy() {
        Shelf one = new Shelf();
        Shelf two = Models.shelf(Shelf.ABOVE, one);
        one.set(Shelf.BELOW, two);
        Shelf copy = copy(one);

        assertThat(copy.get(Shelf.BELOW)).isNotSameAs(two);
        assertThat(copy.get(Shelf.BELOW).get(Shelf.ABOVE)).isSameAs(copy);
    }

    @Test
    void copy_listObject_isAListObject() {
        ObjectList<Book> list = Models.bookList(Models.book("t"));
        ObjectList<?> copy = (ObjectList<?>) list.copy();

        assertThat(copy.size()).isEqualTo(1);
        assertThat(copy.hasChanges()).isFalse();
        assertThat(copy.get(0)).isNotSameAs(list.get(0)).hasToString("Book 1.3{title='t'}");
    }
}
