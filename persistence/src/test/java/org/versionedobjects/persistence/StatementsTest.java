package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.Types;

class StatementsTest {
    private final Statements statements = new Statements(new H2Dialect());

    private static Table<DynamicObject> tableOf(int columns) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Wide");
        Field<Long> id = define.field("id", Types.longInteger());
        for (int column = 1; column < columns; column++) {
            define.field("f" + column, Types.string());
        }
        return Table.of(define.version("1.0"), "wide").key(id).build();
    }

    private static BitSet bits(int... columns) {
        BitSet bits = new BitSet();
        for (int column : columns) {
            bits.set(column);
        }
        return bits;
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 64, 65, 100})
    void aText_isRenderedOnceForEachSetOfColumns_howeverManyThereAre(int columns) {
        Table<DynamicObject> table = tableOf(columns);
        int last = columns - 1;

        String text = statements.update(table, bits(1, last));

        assertThat(text).isEqualTo("UPDATE wide SET f1 = ?, f" + last + " = ? WHERE id = ?");
        assertThat(statements.update(table, bits(1, last))).isSameAs(text);
        assertThat(statements.update(table, bits(2, last))).isNotEqualTo(text);
        assertThat(statements.insert(table, bits(1, last)))
                .isEqualTo("INSERT INTO wide (f1, f" + last + ") VALUES (?, ?)");
        assertThat(statements.update(tableOf(columns), bits(1, last))).isNotSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 80})
    void texts_areBounded(int columns) {
        Table<DynamicObject> table = tableOf(columns);
        for (long mask = 1; mask < 3L * Statements.MOST_TEXTS; mask++) {
            BitSet bits = BitSet.valueOf(new long[] {mask << 1});
            bits.set(columns - 1);
            statements.update(table, bits);
        }

        assertThat(statements.size()).isLessThanOrEqualTo(Statements.MOST_TEXTS);
    }
}
