package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Field;
import org.versionedobjects.UnknownFieldException;

class RowValuesTest {
    private static final Table<Volume> TABLE = Volume.table();

    private final RowValues values = new RowValues(TABLE);

    private static Column<?> column(Field<?> field) {
        return TABLE.requiredColumn(field);
    }

    @Test
    void isAMap_inTheOrderOfTheTable() {
        values.put(column(Volume.SIZE), null);
        values.put(column(Volume.NAME), "v");

        Map<Field<?>, @Nullable Object> expected = new LinkedHashMap<>();
        expected.put(Volume.NAME, "v");
        expected.put(Volume.SIZE, null);
        assertThat(values).isEqualTo(expected).hasSize(2).containsExactlyEntriesOf(expected);
        assertThat(values.hashCode()).isEqualTo(expected.hashCode());
    }

    @Test
    void tellsNullFromWhatIsNotThere() {
        values.put(column(Volume.SIZE), null);

        assertThat(values.containsKey(Volume.SIZE)).isTrue();
        assertThat(values.containsKey(Volume.NAME)).isFalse();
        assertThat(values.get(Volume.SIZE)).isNull();
        assertThat(values.get(Volume.NAME)).isNull();
        assertThat(values.has(column(Volume.SIZE))).isTrue();
        assertThat(values.has(column(Volume.NAME))).isFalse();
        assertThat(values.indexes()).isEqualTo(Table.indexes(column(Volume.SIZE)));
    }

    @Test
    void takesAnotherValueForOne() {
        values.put(column(Volume.NAME), "v");
        values.put(column(Volume.NAME), "w");

        assertThat(values).hasSize(1).containsEntry(Volume.NAME, "w");
    }

    @Test
    void hasColumnsOfOthers_whateverIsInThem() {
        RowValues others = new RowValues(TABLE);
        values.put(column(Volume.NAME), "v");
        others.put(column(Volume.NAME), null);
        assertThat(values.hasColumnsOf(others)).isTrue();

        others.put(column(Volume.SIZE), 1L);
        assertThat(values.hasColumnsOf(others)).isFalse();
        RowValues another = new RowValues(TABLE);
        another.put(column(Volume.SIZE), 1L);
        assertThat(values.hasColumnsOf(another)).isFalse();
    }

    @Test
    void knowsNoFieldsOfOthers() {
        assertThat(values.containsKey(Consumer.UUID)).isFalse();
    }

    @Test
    void cannotBeChangedAsAMap() {
        values.put(column(Volume.NAME), "v");

        assertThatThrownBy(() -> values.put(Volume.NAME, "w")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(values::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> values.entrySet().iterator().next().setValue("w"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(values).containsEntry(Volume.NAME, "v");
    }

    @Test
    void hasNoEntryAfterTheLast() {
        assertThatThrownBy(values.entrySet().iterator()::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void of_takesColumnsOfTheTableOnly() {
        assertThat(RowValues.of(TABLE, Map.of(Volume.NAME, "v"))).isEqualTo(Map.of(Volume.NAME, "v"));
        assertThatThrownBy(() -> RowValues.of(TABLE, Map.of(Consumer.UUID, "v")))
                .isInstanceOf(UnknownFieldException.class);
    }
}
