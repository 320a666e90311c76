package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Models.Book;
import org.versionedobjects.types.Types;

class ObjectListTest {
    private final Book one = Models.book("one");
    private final Book two = Models.book("two");
    private final ObjectList<Book> list = Models.bookList(one, two);

    @Test
    void newList_isEmptyAndUnchanged() {
        ObjectList<Book> fresh = Models.BOOK_LIST.newObject();

        assertThat(fresh.isEmpty()).isTrue();
        assertThat(fresh.size()).isZero();
        assertThat(fresh.isSet(fresh.objects())).isTrue();
        assertThat(fresh.hasChanges()).isFalse();
    }

    @Test
    void list_isACollectionInOrder() {
        List<Book> seen = new ArrayList<>();
        for (Book each : list) {
            seen.add(each);
        }

        assertThat(seen).containsExactly(one, two);
        assertThat(list.asList()).containsExactly(one, two);
        assertThat(list.get(1)).isSameAs(two);
        assertThat(list.toArray()).containsExactly(one, two);
        assertThat(list.toArray(new Book[0])).containsExactly(one, two);
        assertThat(list.stream().map(each -> each.get(Book.TITLE))).containsExactly("one", "two");
    }

    @Test
    void contains_goesByIdentity() {
        assertThat(list.contains(one)).isTrue();
        assertThat(list.contains(Models.book("one"))).isFalse();
        assertThat(list.containsAll(List.of(one, two))).isTrue();
        assertThat(list.containsAll(List.of(one, new Book()))).isFalse();
    }

    @Test
    void get_indexThatIsNotThere_isRefused() {
        assertThatThrownBy(() -> list.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    @SuppressWarnings("ReturnValueIgnored")
    void view_cannotBeModified() {
        assertUnmodifiable(() -> list.add(new Book()));
        assertUnmodifiable(() -> list.addAll(List.of(new Book())));
        assertUnmodifiable(() -> list.remove(one));
        assertUnmodifiable(() -> list.removeAll(List.of(one)));
        assertUnmodifiable(() -> list.retainAll(List.of(one)));
        assertUnmodifiable(() -> list.removeIf(each -> true));
        assertUnmodifiable(list::clear);
        assertThat(list.asList()).containsExactly(one, two);
    }

    private static void assertUnmodifiable(Runnable change) {
        assertThatThrownBy(change::run).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void edit_isAChangeOfTheFieldObjects() {
        list.edit(list.objects(), objects -> objects.remove(one));

        assertThat(list.asList()).containsExactly(two);
        assertThat(list.changes().fields()).isEqualTo(List.of(list.objects()));
        list.revert();
        assertThat(list.asList()).containsExactly(one, two);
    }

    @Test
    void changeOfAnElement_showsInTheList() {
        two.set(Book.TITLE, "zwei");

        assertThat(list.hasChanges()).isTrue();
        assertThat(list.changes().nested()).containsOnlyKeys("objects[1]");
    }

    @Test
    void set_elementOfAnotherType_isRefusedWithItsIndex() {
        List<Book> polluted = Untyped.as(List.of(one, new Models.Shelf()));

        assertThatThrownBy(() -> list.set(list.objects(), polluted))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll("library.BookList 1.0 at objects[1]", "a Book");
        assertThat(list.asList()).containsExactly(one, two);
    }

    @Test
    void listWithMoreFields_hasThemAndItsOwnVersion() {
        ObjectType.Definition<ObjectList<Book>> define =
                ObjectType.defineList("library", "Page", Types.object(Book.class));
        Field<Long> total = define.field("total", Types.longInteger());
        ObjectList<Book> page = define.version("1.2").with(total, 9L).build();

        assertThat(page.get(total)).isEqualTo(9L);
        assertThat(page.objectType().version()).isEqualTo(Version.parse("1.2"));
        assertThat(page.changes().fields()).isEqualTo(List.of(total));
    }

    @Test
    void equality_isIdentity_alsoOfLists() {
        assertThat(list.equals(Models.bookList(one, two))).isFalse();
        assertThat((Object) list).isNotEqualTo(list.asList());
    }
}
