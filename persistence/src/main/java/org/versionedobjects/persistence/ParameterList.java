package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;

/** What the statement of a plan takes, in the order of its text: values by column, key, generation as it was. */
final class ParameterList {
    private ParameterList() {}

    /** Returns the indexes of the columns that a plan writes. */
    static BitSet columns(SavePlan plan) {
        RowValues values = values(plan);
        return values == null ? new BitSet() : values.indexes();
    }

    /** Returns whether two plans of one kind for rows of one table write the same columns; a delete writes none. */
    static boolean haveSameColumns(SavePlan one, SavePlan other) {
        RowValues values = values(one);
        RowValues others = values(other);
        return values == null || others == null || values.hasColumnsOf(others);
    }

    static List<@Nullable Object> of(SavePlan plan, BitSet columns) {
        RowValues values = values(plan);
        Map<Field<?>, Object> key = key(plan);
        List<@Nullable Object> parameters = new ArrayList<>((values == null ? 0 : values.size()) + key.size() + 1);
        if (values != null) {
            for (int index = columns.nextSetBit(0); index >= 0; index = columns.nextSetBit(index + 1)) {
                parameters.add(values.at(index));
            }
        }
        parameters.addAll(key.values());
        OptionalLong generation = expectedGeneration(plan);
        if (generation.isPresent()) {
            parameters.add(generation.getAsLong());
        }
        return parameters;
    }

    private static @Nullable RowValues values(SavePlan plan) {
        if (plan instanceof SavePlan.Insert insert) {
            return insert.row();
        }
        return plan instanceof SavePlan.Update update ? update.row() : null;
    }

    /** Returns the key that the row must have; empty for an insert. */
    static Map<Field<?>, Object> key(SavePlan plan) {
        if (plan instanceof SavePlan.Update update) {
            return update.key();
        }
        return plan instanceof SavePlan.Delete delete ? delete.key() : Map.of();
    }

    /** Returns the generation that the row must have, if any. */
    static OptionalLong expectedGeneration(SavePlan plan) {
        if (plan instanceof SavePlan.Update update) {
            return update.expectedGeneration();
        }
        return plan instanceof SavePlan.Delete delete ? delete.expectedGeneration() : OptionalLong.empty();
    }
}
