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
import org.versionedobjects.types.Types;

/** Which slots count as changed, whatever else is in the object, and whatever happened to it before. */
class ChangedSlotsTest {
    private static final ObjectType<DynamicObject> WIDE = Models.wide(70);

    private static List<Field<?>> changed(VersionedObject object) {
        List<Field<?>> changed =
                object.objectType().fields().stream().filter(object::isChanged).toList();
        assertThat(object.changedFields()).isEqualTo(changed);
        assertThat(object.changes().fields()).isEqualTo(changed);
        return changed;
    }

    private static DynamicObject filled(ObjectType<DynamicObject> type) {
        DynamicObject object = type.newObject();
        type.fields().forEach(field -> object.setFrom(field, 1));
        object.resetChanges();
        return object;
    }

    // ---- many fields ----

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 63, 64, 69})
    void set_changesOneFieldOnly_howeverManyThereAre(int slot) {
        DynamicObject object = filled(WIDE);
        Field<?> field = WIDE.fields().get(slot);
        object.setFrom(field, 2);

        assertThat(changed(object)).isEqualTo(List.of(field));
        assertThat(object.hasChanges()).isTrue();
        object.setFrom(field, 1);
        assertThat(changed(object)).isEmpty();
        assertThat(object.hasChanges()).isFalse();
    }

    @Test
    void resetOfOneField_leavesThoseThatAreAMultipleOf32Away() {
        DynamicObject object = filled(WIDE);
        List.of("f1", "f33", "f65").forEach(name -> object.set(name, 2));
        object.touch(WIDE.field("f2"));
        object.touch(WIDE.field("f34"));
        object.resetChanges(WIDE.field("f33"), WIDE.field("f34"));

        assertThat(changed(object)).containsExactly(WIDE.field("f1"), WIDE.field("f2"), WIDE.field("f65"));
        object.revert();
        assertThat(object.get("f1")).isEqualTo(1L);
        assertThat(object.get("f33")).isEqualTo(2L);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 70})
    void resetOfEachChangedField_isAsResetOfAll(int fields) {
        ObjectType<DynamicObject> type = Models.wide(fields);
        DynamicObject object = filled(type);
        object.set("f1", 2);
        object.touch(type.field("f2"));
        object.resetChanges(type.field("f1"), type.field("f2"));
        assertThat(object.hasChanges()).isFalse();

        object.set("f1", 3);
        assertThat(object.changes().before().get(type.field("f1"))).isEqualTo(2L);
    }

    @Test
    void removedField_isNoneOfTheChangedFields_whateverItWent() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("library", "Older");
        Field<Long> removed = define.field("f0", Types.longInteger().removedIn("1.1"));
        define.field("f1", Types.longInteger());
        DynamicObject object = define.version("1.1").newObject();
        StateAccess.load(object, removed, 1L);
        Runnable undo = StateAccess.unloaded(object, List.of(removed));
        StateAccess.load(object, removed, 2L);
        undo.run();

        assertThat(object.changedFields()).isEmpty();
        assertThat(object.changes().fields()).isEmpty();
    }

    @Test
    void removedFieldWithAChangedObject_isNotChanged_beOtherFieldsNestedOrNot() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("library", "Old");
        Field<Book> removed = define.field("f0", Types.object(Book.class).removedIn("1.1"));
        for (int i = 1; i < 32; i++) {
            define.field("f" + i, Types.longInteger());
        }
        Field<Book> there = define.field("f32", Types.object(Book.class));
        DynamicObject object = define.version("1.1").newObject();
        Book book = Models.book("t");
        StateAccess.load(object, removed, book);
        book.set(Book.TITLE, "u");
        assertThat(object.isChanged(removed)).isFalse();
        assertThat(object.hasChanges()).isFalse();

        StateAccess.load(object, there, book);
        assertThat(object.isChanged(removed)).isFalse();
        assertThat(object.isChanged(there)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 32, 70})
    void changedFields_areOfTheMomentOfAsking_andCannotBeModified(int fields) {
        ObjectType<DynamicObject> type = Models.wide(fields);
        DynamicObject object = filled(type);
        List<Field<?>> none = object.changedFields();
        object.setFrom(type.fields().get(fields - 1), 2);
        List<Field<?>> one = object.changedFields();
        object.setFrom(type.fields().get(0), 2);
        List<Field<?>> two = object.changedFields();
        object.resetChanges();

        assertThat(none).isEmpty();
        assertThat(one).containsExactly(type.fields().get(fields - 1));
        assertThat(two).containsExactly(type.fields().get(0), type.fields().get(fields - 1));
        for (List<Field<?>> each : List.of(none, one, two)) {
            assertThatThrownBy(() -> each.add(type.field("f1"))).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    // ---- fields of parents and mixins ----

    interface Weighed extends Values {
        Mixin MIXIN = Mixin.of(Weighed.class);
        Field<Long> GROSS = MIXIN.field("gross", Types.longInteger());
        Field<Long> NET = MIXIN.field("net", Types.longInteger());
    }

    @Test
    void fieldsOfParentsAndMixins_haveSlotsOfTheirOwn() {
        Mixin other = Mixin.of(Weighed.class);
        Field<Long> length = other.field("length", Types.longInteger());
        ObjectType.Definition<DynamicObject> defineCrate = ObjectType.dynamic("library", "Crate");
        Field<Long> id = defineCrate.field("id", Types.longInteger());
        ObjectType<DynamicObject> crate = defineCrate.include(Weighed.MIXIN).version("1.0");
        ObjectType.Definition<DynamicObject> defineChest =
                ObjectType.dynamicExtending(crate, "library", "Chest").include(other);
        Field<Long> locks = defineChest.field("locks", Types.longInteger());
        DynamicObject chest = filled(defineChest.version("1.0"));

        for (Field<Long> field : List.of(id, Weighed.GROSS, Weighed.NET, locks, length)) {
            chest.set(field, 7L);
            assertThat(changed(chest)).isEqualTo(List.of(field));
            chest.resetChanges();
        }
        List.of(id, Weighed.NET, locks, length).forEach(field -> chest.set(field, 8L));
        assertThat(changed(chest)).containsExactlyInAnyOrder(id, Weighed.NET, locks, length);
        assertThatThrownBy(() -> crate.newObject().isChanged(locks)).isInstanceOf(UnknownFieldException.class);
        assertThatThrownBy(() -> crate.newObject().isChanged(length)).isInstanceOf(UnknownFieldException.class);
    }

    @Test
    void fieldThatAMixinGotLater_isNotTheOneInTheNextSlot() {
        Mixin grows = Mixin.of(Weighed.class);
        grows.field("early", Types.longInteger());
        ObjectType<DynamicObject> type = ObjectType.dynamic("library", "Crate")
                .include(grows)
                .include(Weighed.MIXIN)
                .version("1.0");
        Field<Long> late = grows.field("late", Types.longInteger());

        assertThatThrownBy(() -> type.newObject().set(late, 1L)).isInstanceOf(UnknownFieldException.class);
        assertThat(type.newObject().isSet(Weighed.GROSS)).isFalse();
    }

    // ---- one object, again and again ----

    @Test
    void setAndReset_manyTimes_theBaselineIsThatOfTheLastReset() {
        Shelf shelf = Models.shelf(Shelf.CAPACITY, 1L);
        for (long next = 2; next < 5; next++) {
            shelf.set(Shelf.CAPACITY, next);
            assertThat(shelf.changes().before().get(Shelf.CAPACITY)).isEqualTo(next - 1);
            shelf.resetChanges();
            assertThat(shelf.isChanged(Shelf.CAPACITY)).isFalse();
        }
    }

    @Test
    void failedSetAll_afterAReset_goesBackToTheChangeBeforeIt() {
        Shelf shelf = Models.shelf(Shelf.CAPACITY, 1L);
        shelf.set(Shelf.CAPACITY, 2L);
        shelf.resetChanges();
        shelf.set(Shelf.CAPACITY, 3L);
        assertThatThrownBy(() -> shelf.byName().setAll(Map.of("capacity", 2, "uuid", "no UUID")))
                .isInstanceOf(InvalidValueException.class);

        assertThat(changed(shelf)).containsExactly(Shelf.CAPACITY);
        shelf.set(Shelf.CAPACITY, 2L);
        assertThat(shelf.hasChanges()).isFalse();
        shelf.set(Shelf.CAPACITY, 4L);
        shelf.revert();
        assertThat(shelf.get(Shelf.CAPACITY)).isEqualTo(2L);
    }

    @Test
    void failedSetAll_ofAnUnchangedObject_leavesItUnchanged() {
        Shelf shelf = Models.shelf(Shelf.CAPACITY, 1L);
        assertThatThrownBy(() -> shelf.byName().setAll(Map.of("capacity", 2, "uuid", "no UUID")))
                .isInstanceOf(InvalidValueException.class);

        assertThat(shelf.hasChanges()).isFalse();
        assertThat(changed(shelf)).isEmpty();
    }

    @Test
    void touchedField_setAndSetBack_staysChanged() {
        Shelf shelf = Models.shelf(Shelf.CAPACITY, 1L);
        shelf.touch(Shelf.CAPACITY);
        shelf.set(Shelf.CAPACITY, 2L);
        shelf.set(Shelf.CAPACITY, 1L);

        assertThat(shelf.isChanged(Shelf.CAPACITY)).isTrue();
    }

    @Test
    void copyOfAResetObject_changesAlone() {
        Shelf shelf = Models.shelf(Shelf.CAPACITY, 1L);
        shelf.set(Shelf.CAPACITY, 2L);
        shelf.resetChanges();
        Shelf copy = (Shelf) shelf.copy();
        copy.set(Shelf.CAPACITY, 3L);

        assertThat(shelf.hasChanges()).isFalse();
        assertThat(copy.changes().before().get(Shelf.CAPACITY)).isEqualTo(2L);
    }

    // ---- objects inside ----

    private static final class Link extends VersionedObject {
        private static final ObjectType.Definition<Link> DEFINE =
                ObjectType.define(Link.class, "library", "Link", Link::new);
        static final Field<String> NAME = DEFINE.field("name", Types.string());
        static final Field<Link> NEXT = DEFINE.field("next", Types.object(Link.class));
        static final Field<Link> OTHER = DEFINE.field("other", Types.object(Link.class));
        static final ObjectType<Link> TYPE = DEFINE.version("1.0");

        Link() {
            super(TYPE);
        }

        static Link to(Link next) {
            Link link = new Link();
            StateAccess.load(link, NEXT, next);
            return link;
        }
    }

    @Test
    void objectOfALeafType_tellsItsOwnChangesOnly() {
        Book book = Models.book("t");
        assertThat(book.hasChanges()).isFalse();
        book.set(Book.TITLE, "u");
        assertThat(changed(book)).containsExactly(Book.TITLE);
        book.resetChanges();
        assertThat(book.hasChanges()).isFalse();
    }

    @Test
    void changedChild_ofAnUnchangedParent_showsInItsFieldOnly() {
        Book book = Models.book("t");
        Shelf shelf = Models.shelf(Shelf.FIRST, book);
        StateAccess.load(shelf, Shelf.LAST, Models.book("s"));
        book.set(Book.PAGES, 9L);
        shelf.set(Shelf.LABEL, "a");
        shelf.resetChanges();

        assertThat(changed(shelf)).containsExactly(Shelf.FIRST);
        book.resetChanges();
        assertThat(changed(shelf)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 9})
    void ringWithoutCollections_endsAndShowsAChangeAnywhere(int length) {
        Link last = new Link();
        Link first = last;
        for (int i = 1; i < length; i++) {
            first = Link.to(first);
        }
        StateAccess.load(last, Link.NEXT, first);
        assertThat(first.hasChanges()).isFalse();
        assertThat(first.isChanged(Link.NEXT)).isFalse();

        last.set(Link.NAME, "x");
        assertThat(first.hasChanges()).isTrue();
        assertThat(first.isChanged(Link.NEXT)).isTrue();
    }

    @Test
    void linksThatMeetAgainAtEachLevel_areLookedAtOnce() {
        Link bottom = new Link();
        Link top = bottom;
        for (int level = 0; level < 64; level++) { // 2 ^ 64 ways lead down
            Link over = Link.to(top);
            StateAccess.load(over, Link.OTHER, top);
            top = over;
        }
        assertThat(top.hasChanges()).isFalse();

        bottom.set(Link.NAME, "x");
        assertThat(top.isChanged(Link.OTHER)).isTrue();
    }
}
