package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.versionedobjects.Models.Book;
import org.versionedobjects.Models.Shelf;

class VersionedObjectTest {
    // ---- identity ----

    @Test
    void equality_isIdentity_andOutlivesChanges() {
        Book book = Models.book("t");
        int hash = book.hashCode();
        book.set(Book.TITLE, "u");

        assertThat(book.equals(Models.book("u"))).isFalse();
        assertThat(book.equals(book.copy())).isFalse();
        assertThat(List.of(book).contains(book)).isTrue();
        assertThat(book.hashCode()).isEqualTo(hash);
    }

    // ---- descriptors ----

    @Test
    void descriptorOfAnotherType_isRefusedByName_byEveryMethod() {
        Book book = Models.book("t"); // title and the shelf's id are both in slot 0

        assertForeign(() -> book.get(Shelf.ID));
        assertForeign(() -> book.isSet(Shelf.ID));
        assertForeign(() -> book.find(Shelf.ID));
        assertForeign(() -> book.getOr(Shelf.ID, 1L));
        assertForeign(() -> book.set(Shelf.ID, 1L));
        assertForeign(() -> book.setFrom(Shelf.ID, 1L));
        assertForeign(() -> book.unset(Shelf.ID));
        assertForeign(() -> book.touch(Shelf.ID));
        assertForeign(() -> book.update(Shelf.ID, id -> id));
        assertForeign(() -> book.edit(Shelf.ID, id -> {}));
        assertForeign(() -> book.isChanged(Shelf.ID));
        assertForeign(() -> book.resetChanges(Shelf.ID));
        assertThat(book).hasToString("Book 1.3{title='t'}");
        assertThat(book.hasChanges()).isFalse();
    }

    private static void assertForeign(Runnable use) {
        assertThatThrownBy(use::run)
                .isInstanceOf(UnknownFieldException.class)
                .hasMessageContainingAll("library.Book 1.3", "library.Shelf.id is no field of this type");
    }

    @Test
    void descriptorOfTheSameNameInAnotherType_saysToUseItsOwn() {
        ObjectType<DynamicObject> one = Models.wide(1);
        DynamicObject other = Models.wide(1).newObject();

        assertThatThrownBy(() -> other.isSet(one.field("f0"))).hasMessageContaining("its own descriptor of that name");
    }

    // ---- toString ----

    @Test
    void toString_isSortedByName_andLeavesOutWhatIsUnset() {
        Shelf shelf = new Shelf();
        shelf.set(Shelf.UUID, Models.CODE);
        shelf.set(Shelf.NOTE, null);
        shelf.set(Shelf.CAPACITY, 3L);
        shelf.set(Shelf.INDEX, Map.of("b", List.of("y"), "a", List.of()));

        assertThat(shelf)
                .hasToString("Shelf 1.1{capacity=3, index={a=[], b=['y']}, note=null, uuid=" + Models.CODE + "}");
        assertThat(new Shelf()).hasToString("Shelf 1.1{}");
    }

    @Test
    void toString_isShort_nestedObjectsAreOnlyNamed() {
        Shelf above = Shelf.TYPE.with(Shelf.ID, 7L).with(Shelf.LABEL, "x").build();
        Shelf shelf = new Shelf();
        shelf.set(Shelf.ABOVE, above);
        shelf.set(Shelf.BOOKS, List.of(Models.book("t"), Models.book("u")));
        assertThat(shelf).hasToString("Shelf 1.1{above=Shelf(7), books=[Book, Book]}");

        above.set(Shelf.UUID, Models.CODE);
        assertThat(shelf.toString()).contains("above=Shelf(" + Models.CODE + ")");
    }

    @Test
    void toString_ofACycle_ends() {
        Shelf shelf = new Shelf();
        shelf.set(Shelf.ABOVE, shelf);

        assertThat(shelf).hasToString("Shelf 1.1{above=Shelf}");
    }

    // ---- more fields than bits in a word ----

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 128, 129, 500})
    void wideObject_tracksItsLastFieldAlone(int fields) {
        DynamicObject wide = Models.wide(fields).newObject();
        String last = "f" + (fields - 1);
        wide.set(last, 1);

        assertThat(wide.changes().fields()).isEqualTo(List.of(wide.objectType().field(last)));
        assertThat(wide).hasToString("Wide 1.0{" + last + "=1}");
        wide.revert();
        assertThat(wide.hasChanges()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 128, 500})
    void wideObject_forcesItsLastFieldAlone(int fields) {
        ObjectType<DynamicObject> type = Models.wide(fields);
        DynamicObject wide = type.newObject();
        type.fields().forEach(field -> wide.setFrom(field, 1));
        wide.resetChanges();
        Field<?> last = type.field("f" + (fields - 1));
        wide.touch(last);

        assertThat(wide.changes().fields()).isEqualTo(List.of(last));
        wide.resetChanges(type.field("f" + ((fields - 1) % 64)));
        assertThat(wide.isChanged(last)).isTrue();
        wide.unset(last);
        assertThat(wide.hasChanges()).isFalse();
    }

    @Test
    void wideObject_fieldsOneWordApart_areApart() {
        ObjectType<DynamicObject> type = Models.wide(130);
        DynamicObject wide = type.newObject();
        List.of("f0", "f64", "f128").forEach(name -> wide.set(name, 1));
        wide.resetChanges();
        wide.touch(type.field("f64"));
        wide.set("f128", 2);
        wide.resetChanges(type.field("f0"));
        assertThat(wide.changes().fields()).extracting(Field::name).containsExactly("f64", "f128");

        wide.resetChanges(type.field("f64"));
        assertThat(wide.changes().fields()).extracting(Field::name).containsExactly("f128");
        assertThat(wide.copy().changes().fields()).extracting(Field::name).containsExactly("f128");
    }
}
