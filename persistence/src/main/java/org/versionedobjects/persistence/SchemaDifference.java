package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;

/**
 * Something in which the live schema is not what a {@link Table} says.
 *
 * @param table the name of the table, as the mapping has it
 * @param column the name of the column, as the mapping has it, or the schema if only that does; null if it is about
 *     the table
 * @param problem a clause: what there is and what was expected
 */
public record SchemaDifference(String table, @Nullable String column, String problem) {
    /** Returns a sentence: {@code consumers.uuid: there is no such column}. */
    @Override
    public String toString() {
        return table + (column == null ? "" : "." + column) + ": " + problem;
    }
}
