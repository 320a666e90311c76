package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.versionedobjects.Models.Book;
import org.versionedobjects.Models.Shelf;

class NestedChangesTest {
    static Stream<Arguments> holders() {
        return Stream.of(
                holder(Shelf.FIRST, "first", Models.book("t")),
                holder(Shelf.BOOKS, "books[1]", List.of(Models.book("s"), Models.book("t"))),
                holder(Shelf.BY_NAME, "by_name[\"b\"]", Map.of("a", Models.book("s"), "b", Models.book("t"))),
                holder(Shelf.PILES, "piles[1][\"x\"]", List.of(Map.of(), Map.of("x", Models.book("t")))));
    }

    private static Arguments holder(Field<?> field, String path, Object value) {
        Shelf shelf = new Shelf();
        shelf.setFrom(field, value);
        shelf.resetChanges();
        return Arguments.of(field, path, shelf);
    }

    /** Returns the book called t, wherever it is. */
    private static <T> Book inside(Field<T> field, Shelf shelf) {
        Book[] found = new Book[1];
        field.type().anyNested(shelf.get(field), each -> {
            found[0] = (Book) each;
            return found[0].get(Book.TITLE).equals("t");
        });
        return found[0];
    }

    @ParameterizedTest
    @MethodSource("holders")
    void changeInside_showsInTheParent_andIsFoundByItsPath(Field<?> field, String path, Shelf shelf) {
        assertThat(shelf.hasChanges()).isFalse();
        inside(field, shelf).set(Book.TITLE, "u");
        Changes changes = shelf.changes();

        assertThat(shelf.hasChanges()).isTrue();
        assertThat(shelf.isChanged(field)).isTrue();
        assertThat(changes.fields()).isEqualTo(List.of(field));
        assertThat(changes.nested()).containsOnlyKeys(path);
        assertThat(changes.nested().get(path).before().get(Book.TITLE)).isEqualTo("t");
        assertThat(changes).hasToString("library.Shelf 1.1{" + field.name() + ": changed inside}");
    }

    @ParameterizedTest
    @MethodSource("holders")
    void changeInside_putBack_isClean(Field<?> field, String path, Shelf shelf) {
        Book book = inside(field, shelf);
        book.set(Book.TITLE, "u");
        book.set(Book.TITLE, "t");

        assertThat(shelf.hasChanges()).isFalse();
        assertThat(shelf.changes().nested()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("holders")
    void revert_reachesTheObjectInside(Field<?> field, String path, Shelf shelf) {
        Book book = inside(field, shelf);
        book.set(Book.TITLE, "u");
        shelf.revert();

        assertThat(book.get(Book.TITLE)).isEqualTo("t");
        assertThat(shelf.hasChanges()).isFalse();
    }

    @Test
    void changeInAListObject_showsWithBothPaths() {
        Book book = Models.book("t");
        Shelf shelf = Models.shelf(Shelf.LENT, Models.bookList(Models.book("s"), book));
        book.set(Book.TITLE, "u");

        assertThat(shelf.changes().fields()).containsExactly(Shelf.LENT);
        assertThat(shelf.changes().nested()).containsOnlyKeys("lent");
        assertThat(shelf.changes().nested().get("lent").nested()).containsOnlyKeys("objects[1]");
    }

    @Test
    void changeSeveralLevelsDown_showsAtEachOfThem() {
        Book book = Models.book("t");
        Shelf low = Models.shelf(Shelf.FIRST, book);
        Shelf middle = Models.shelf(Shelf.BELOW, low);
        Shelf top = Models.shelf(Shelf.BELOW, middle);
        book.touch(Book.TITLE);

        assertThat(List.of(low, middle, top)).allMatch(VersionedObject::hasChanges);
        assertThat(top.changes().nested().get("below").nested()).containsOnlyKeys("below");
    }

    @Test
    void objectThatWasTakenOut_doesNotShow() {
        Book book = Models.book("t");
        Shelf shelf = Models.shelf(Shelf.FIRST, book);
        shelf.set(Shelf.FIRST, null);
        shelf.resetChanges();
        book.set(Book.TITLE, "u");

        assertThat(shelf.hasChanges()).isFalse();
    }

    @Test
    void unsetField_hasNoChangesInside() {
        Book book = Models.book("t");
        Shelf shelf = Models.shelf(Shelf.FIRST, book);
        book.set(Book.TITLE, "u");
        shelf.unset(Shelf.FIRST);

        assertThat(shelf.hasChanges()).isFalse();
        assertThat(shelf.changes().nested()).isEmpty();
    }

    @Test
    void cleanCycle_isClean() {
        Shelf one = new Shelf();
        Shelf two = Models.shelf(Shelf.ABOVE, one);
        StateAccess.load(one, Shelf.BELOW, two);

        assertThat(one.hasChanges()).isFalse();
        assertThat(two.isChanged(Shelf.ABOVE)).isFalse();
        assertThat(one.changes().isEmpty()).isTrue();
    }

    @Test
    void changeInACycle_showsInEachObjectOfIt() {
        Shelf one = new Shelf();
        Shelf two = Models.shelf(Shelf.ABOVE, one);
        StateAccess.load(one, Shelf.BELOW, two);
        one.set(Shelf.LABEL, "x");

        assertThat(two.changes().fields()).containsExactly(Shelf.ABOVE);
        assertThat(one.changes().fields()).containsExactly(Shelf.LABEL, Shelf.BELOW);
        assertThat(one.changes().nested().get("below").nested()).isEmpty();
    }

    @Test
    void objectThatHoldsItself_ends() {
        Shelf shelf = new Shelf();
        StateAccess.load(shelf, Shelf.ABOVE, shelf);
        assertThat(shelf.hasChanges()).isFalse();

        shelf.set(Shelf.LABEL, "x");
        assertThat(shelf.changes().fields()).containsExactly(Shelf.LABEL, Shelf.ABOVE);
        shelf.revert();
        assertThat(shelf.hasChanges()).isFalse();
    }

    @Test
    void sharedChild_showsInEachFieldAndParent() {
        Book book = Models.book("t");
        Shelf one = Models.shelf(Shelf.FIRST, book);
        StateAccess.load(one, Shelf.LAST, book);
        Shelf two = Models.shelf(Shelf.BOOKS, List.of(book, book));
        book.set(Book.TITLE, "u");

        assertThat(one.changes().nested()).containsOnlyKeys("first", "last");
        assertThat(two.changes().nested()).containsOnlyKeys("books[0]", "books[1]");
    }

    @Test
    void sharedChild_isLookedAtOnce() {
        Shelf shelf = Models.shelf(Shelf.LABEL, "a");
        shelf.set(Shelf.LABEL, "b");
        for (int level = 0; level < 64; level++) {
            Shelf over = Models.shelf(Shelf.BELOW, shelf);
            StateAccess.load(over, Shelf.ABOVE, shelf);
            shelf = over;
        }
        Map<String, Changes> nested = shelf.changes().nested();

        // 2 ^ 64 ways lead down
        assertThat(nested.get("below")).isNotNull().isSameAs(nested.get("above"));
    }
}
