package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Models.Book;
import org.versionedobjects.Models.Shelf;

class ObjectBuilderTest {
    @Test
    void build_setsWhatWasGiven_readOnlyAndNullIncluded() {
        Shelf shelf = Shelf.TYPE
                .with(Shelf.ID, 7L)
                .with(Shelf.NOTE, null)
                .with(Shelf.LABEL, "a")
                .build();

        assertThat(shelf).hasToString("Shelf 1.1{id=7, label='a', note=null}");
        assertThat(shelf.changes().fields()).containsExactly(Shelf.ID, Shelf.LABEL, Shelf.NOTE);
    }

    @Test
    void build_eachTime_makesAnIndependentObject() {
        ObjectBuilder<Shelf> builder = Shelf.TYPE.with(Shelf.LABEL, "a");
        Shelf one = builder.build();
        Shelf two = builder.with(Shelf.CAPACITY, 3L).build();
        one.set(Shelf.LABEL, "b");

        assertThat(one.isSet(Shelf.CAPACITY)).isFalse();
        assertThat(two).isNotSameAs(one).hasToString("Shelf 1.1{capacity=3, label='a'}");
    }

    @Test
    void build_sameFieldAgain_takesTheLast() {
        assertThat(Shelf.TYPE.with(Shelf.LABEL, "a").with(Shelf.LABEL, "b").build())
                .hasToString("Shelf 1.1{label='b'}");
    }

    @Test
    void build_copiesCollections() {
        List<String> tags = new ArrayList<>(List.of("x"));
        Shelf shelf = Shelf.TYPE.with(Shelf.TAGS, tags).build();
        tags.add("y");

        assertThat(shelf.get(Shelf.TAGS)).containsExactly("x");
    }

    @Test
    void build_refusedValue_saysWhere() {
        ObjectBuilder<Shelf> builder = Shelf.TYPE.with(Shelf.LABEL, Untyped.<String>as(null));

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("library.Shelf 1.1 at label");
    }

    @Test
    void build_fieldOfAnotherType_isRefused() {
        ObjectBuilder<Shelf> builder = Shelf.TYPE.with(Book.TITLE, "t");

        assertThatThrownBy(builder::build)
                .isInstanceOf(UnknownFieldException.class)
                .hasMessageContaining("library.Book.title");
    }
}
