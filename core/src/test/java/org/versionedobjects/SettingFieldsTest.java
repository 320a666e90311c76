package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.versionedobjects.Models.Book;
import org.versionedobjects.Models.Shelf;

class SettingFieldsTest {
    private final Shelf shelf = new Shelf();

    // ---- unset, null, a value ----

    @Test
    void newObject_hasNothingSet() {
        assertThat(Shelf.TYPE.fields()).noneMatch(shelf::isSet);
        assertThat(shelf.hasChanges()).isFalse();
        assertThat(shelf.readVersion()).isEmpty();
    }

    @Test
    void get_unsetField_namesObjectVersionFieldAndWhatIsLoaded() {
        shelf.set(Shelf.CAPACITY, 3L);
        shelf.set(Shelf.LABEL, "A");

        assertThatThrownBy(() -> shelf.get(Shelf.NOTE))
                .isInstanceOf(UnsetFieldException.class)
                .hasMessageContainingAll("library.Shelf 1.1 at note", "not set", "loaded: label, capacity");
    }

    @Test
    void get_nothingLoaded_saysSo() {
        assertThatThrownBy(() -> shelf.get(Shelf.NOTE)).hasMessageContaining("loaded: nothing");
    }

    @Test
    void get_null_isNull() {
        shelf.set(Shelf.NOTE, null);

        assertThat(shelf.isSet(Shelf.NOTE)).isTrue();
        assertThat(shelf.get(Shelf.NOTE)).isNull();
    }

    @Test
    void find_isEmptyForUnsetAndForNull() {
        assertThat(shelf.find(Shelf.NOTE)).isEmpty();

        shelf.set(Shelf.NOTE, null);
        assertThat(shelf.find(Shelf.NOTE)).isEmpty();

        shelf.set(Shelf.NOTE, "n");
        assertThat(shelf.find(Shelf.NOTE)).contains("n");
    }

    @Test
    void getOr_answersForUnsetOnly() {
        assertThat(shelf.getOr(Shelf.NOTE, "other")).isEqualTo("other");

        shelf.set(Shelf.NOTE, null);
        assertThat(shelf.getOr(Shelf.NOTE, "other")).isNull();

        shelf.set(Shelf.NOTE, "n");
        assertThat(shelf.getOr(Shelf.NOTE, "other")).isEqualTo("n");
    }

    @Test
    void unset_takesTheValueOut() {
        shelf.set(Shelf.NOTE, "n");
        shelf.unset(Shelf.NOTE);

        assertThat(shelf.isSet(Shelf.NOTE)).isFalse();
        assertThatThrownBy(() -> shelf.get(Shelf.NOTE)).isInstanceOf(UnsetFieldException.class);
    }

    // ---- set is typed ----

    @Test
    void set_nullWhereItIsNoValue_isRefusedWithItsFacts() {
        InvalidValueException refused = catchThrowableOfType(
                InvalidValueException.class, () -> shelf.set(Shelf.LABEL, Untyped.<String>as(null)));

        assertThat(refused.facts().object()).isEqualTo("library.Shelf");
        assertThat(refused.facts().version()).isEqualTo(Version.parse("1.1"));
        assertThat(refused.facts().path()).isEqualTo("label");
        assertThat(refused.facts().expected()).isEqualTo("a text");
        assertThat(refused.facts().was()).isEqualTo("null");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // as a caller with raw types does
    void set_neverConverts_whatSetFromWould() {
        Field raw = Shelf.TAGS;

        assertThatThrownBy(() -> shelf.set(raw, new Object[] {"x"})).isInstanceOf(ClassCastException.class);
        assertThat(shelf.isSet(Shelf.TAGS)).isFalse();

        shelf.setFrom(raw, new Object[] {"x"});
        assertThat(shelf.get(Shelf.TAGS)).containsExactly("x");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // as a caller with raw types does
    void set_objectOfAnotherType_isRefused() {
        Field raw = Shelf.FIRST;

        assertThatThrownBy(() -> shelf.set(raw, new Shelf()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll("at first", "a Book", "a library.Shelf");
        assertThat(shelf.isSet(Shelf.FIRST)).isFalse();
    }

    @Test
    void set_wrongObjectInAList_isRefusedWithItsIndex() {
        List<Book> polluted = Untyped.as(List.of(new Book(), new Shelf()));

        assertThatThrownBy(() -> shelf.set(Shelf.BOOKS, polluted))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll("at books[1]", "a Book", "a library.Shelf");
        assertThat(shelf.isSet(Shelf.BOOKS)).isFalse();
    }

    @Test
    void set_wrongObjectInAMapInAList_isRefusedWithItsPath() {
        List<Map<String, Book>> polluted = Untyped.as(List.of(Map.of(), Map.of("x", new Shelf())));

        assertThatThrownBy(() -> shelf.set(Shelf.PILES, polluted))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at piles[1][\"x\"]");
    }

    @Test
    void set_keyThatIsNoText_isRefused() {
        Map<String, List<String>> polluted = Untyped.as(Map.of(7, List.of()));

        assertThatThrownBy(() -> shelf.set(Shelf.INDEX, polluted))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll("at index", "a text as key of a map", "7 (Integer)");
    }

    @Test
    void set_failed_leavesTheFieldAndItsChangeAsTheyWere() {
        Shelf loaded = Models.shelf(Shelf.BOOKS, List.of());
        loaded.touch(Shelf.BOOKS);
        List<Book> polluted = Untyped.as(List.of(new Shelf()));

        assertThatThrownBy(() -> loaded.set(Shelf.BOOKS, polluted)).isInstanceOf(InvalidValueException.class);
        assertThat(loaded.get(Shelf.BOOKS)).isEmpty();
        assertThat(loaded.isChanged(Shelf.BOOKS)).isTrue();
        assertThat(loaded.changes().before().get(Shelf.BOOKS)).isEmpty();
    }

    // ---- setFrom converts ----

    @Test
    void setFrom_convertsWhatLosesNothing() {
        shelf.setFrom(Shelf.CAPACITY, "42");
        assertThat(shelf.get(Shelf.CAPACITY)).isEqualTo(42L);

        shelf.setFrom(Shelf.CAPACITY, 43.0);
        assertThat(shelf.get(Shelf.CAPACITY)).isEqualTo(43L);

        shelf.setFrom(Shelf.UUID, Models.CODE.toString());
        assertThat(shelf.get(Shelf.UUID)).isEqualTo(Models.CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x10", "1.9", "", " 1", "9223372036854775808"})
    void setFrom_whatWouldLoseSomething_isRefusedAndChangesNothing(String text) {
        Shelf loaded = Models.shelf(Shelf.CAPACITY, 1L);

        assertThatThrownBy(() -> loaded.setFrom(Shelf.CAPACITY, text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll("library.Shelf 1.1 at capacity", "an integer of 64 bits", '"' + text + '"');
        assertThat(loaded.get(Shelf.CAPACITY)).isEqualTo(1L);
        assertThat(loaded.hasChanges()).isFalse();
    }

    @Test
    void setFrom_convertsInsideCollections() {
        shelf.setFrom(Shelf.INDEX, Map.of("a", new Object[] {"x", CharBuffer.wrap("y")}));

        assertThat(shelf.get(Shelf.INDEX)).isEqualTo(Map.of("a", List.of("x", "y")));
    }

    @Test
    void setFrom_badElement_isRefusedWithItsPath() {
        assertThatThrownBy(() -> shelf.setFrom(Shelf.INDEX, Map.of("a", List.of("x", 5))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at index[\"a\"][1]: expected a text but was 5 (Integer)");
        assertThat(shelf.isSet(Shelf.INDEX)).isFalse();
    }

    @Test
    void setFrom_null_isTakenOnlyWhereItIsAValue() {
        shelf.setFrom(Shelf.NOTE, null);

        assertThat(shelf.get(Shelf.NOTE)).isNull();
        assertThatThrownBy(() -> shelf.setFrom(Shelf.CAPACITY, null)).isInstanceOf(InvalidValueException.class);
    }

    // ---- update and edit ----

    @Test
    void update_setsWhatTheFunctionMakes() {
        Shelf loaded = Models.shelf(Shelf.CAPACITY, 41L);
        loaded.update(Shelf.CAPACITY, capacity -> capacity + 1);

        assertThat(loaded.get(Shelf.CAPACITY)).isEqualTo(42L);
        assertThat(loaded.changes().before().get(Shelf.CAPACITY)).isEqualTo(41L);
    }

    @Test
    void update_toTheSame_isNoChange() {
        Shelf loaded = Models.shelf(Shelf.LABEL, "a");
        loaded.update(Shelf.LABEL, label -> String.join("", label, ""));

        assertThat(loaded.hasChanges()).isFalse();
    }

    @Test
    void updateAndEdit_unsetField_areRefused() {
        assertThatThrownBy(() -> shelf.update(Shelf.CAPACITY, capacity -> capacity + 1))
                .isInstanceOf(UnsetFieldException.class);
        assertThatThrownBy(() -> shelf.edit(Shelf.TAGS, tags -> tags.add("x"))).isInstanceOf(UnsetFieldException.class);
    }

    @Test
    void edit_changesAtAnyDepth_andLeavesTheOldValueAsItWas() {
        Shelf loaded = Models.shelf(Shelf.INDEX, Map.of("a", List.of("x")));
        Map<String, List<String>> old = loaded.get(Shelf.INDEX);
        loaded.edit(Shelf.INDEX, index -> index.get("a").add("y"));

        assertThat(loaded.get(Shelf.INDEX)).isEqualTo(Map.of("a", List.of("x", "y")));
        assertThat(old).isEqualTo(Map.of("a", List.of("x")));
        assertThat(loaded.changes().before().get(Shelf.INDEX)).isEqualTo(old);
    }

    @Test
    void edit_keepsTheObjectsInside() {
        Book book = Models.book("t");
        Shelf loaded = Models.shelf(Shelf.BOOKS, List.of(book));
        loaded.edit(Shelf.BOOKS, books -> books.add(Models.book("u")));

        assertThat(loaded.get(Shelf.BOOKS)).hasSize(2).first().isSameAs(book);
    }

    @Test
    void edit_thatChangesNothing_isNoChange() {
        Shelf loaded = Models.shelf(Shelf.TAGS, List.of("x"));
        loaded.edit(Shelf.TAGS, tags -> tags.add("y"));
        loaded.edit(Shelf.TAGS, tags -> tags.remove("y"));

        assertThat(loaded.hasChanges()).isFalse();
    }

    @Test
    void edit_thatThrowsHalfWay_changesNothing() {
        Shelf loaded = Models.shelf(Shelf.TAGS, List.of("x"));

        assertThatThrownBy(() -> loaded.edit(Shelf.TAGS, tags -> {
                    tags.add("y");
                    throw new IllegalStateException("half way");
                }))
                .hasMessage("half way");
        assertThat(loaded.get(Shelf.TAGS)).containsExactly("x");
        assertThat(loaded.hasChanges()).isFalse();
    }

    @Test
    void edit_collectionKeptByTheFunction_isNoWayIn() {
        List<List<String>> kept = new ArrayList<>();
        shelf.set(Shelf.TAGS, List.of("x"));
        shelf.edit(Shelf.TAGS, kept::add);
        kept.get(0).add("y");

        assertThat(shelf.get(Shelf.TAGS)).containsExactly("x");
    }

    // ---- collections ----

    @Test
    void collections_cannotBeModified_atAnyDepth() {
        shelf.set(Shelf.TAGS, new ArrayList<>(List.of("x")));
        shelf.set(Shelf.INDEX, Map.of("a", new ArrayList<>(List.of("x"))));
        shelf.set(Shelf.PILES, List.of(new TreeMap<>()));

        assertUnmodifiable(() -> shelf.get(Shelf.TAGS).add("y"));
        assertUnmodifiable(() -> shelf.get(Shelf.INDEX).remove("a"));
        assertUnmodifiable(() -> shelf.get(Shelf.INDEX).get("a").clear());
        assertUnmodifiable(() -> shelf.get(Shelf.PILES).get(0).put("b", new Book()));
    }

    private static void assertUnmodifiable(ThrowingCallable change) {
        assertThatThrownBy(change).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void collections_areCopiedWhenSet() {
        List<String> inner = new ArrayList<>(List.of("x"));
        Map<String, List<String>> index = new TreeMap<>(Map.of("a", inner));
        shelf.set(Shelf.INDEX, index);
        inner.add("y");
        index.clear();

        assertThat(shelf.get(Shelf.INDEX)).isEqualTo(Map.of("a", List.of("x")));
    }

    @Test
    void maps_goByKeyOrder_howeverTheyWereSet() {
        NavigableMap<String, List<String>> index = new TreeMap<>(Comparator.reverseOrder());
        index.putAll(Map.of("b", List.of(), "a", List.of(), "B", List.of()));
        shelf.set(Shelf.INDEX, index);
        assertThat(shelf.get(Shelf.INDEX).keySet()).containsExactly("B", "a", "b");

        shelf.setFrom(Shelf.INDEX, index.descendingMap());
        assertThat(shelf.get(Shelf.INDEX).keySet()).containsExactly("B", "a", "b");
    }
}
