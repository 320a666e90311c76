package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a database says of one of its tables.
 *
 * @param key the names of the key's columns, in order
 */
record LiveSchema(
        List<LiveColumn> columns, List<String> key, List<LiveUnique> uniques, List<LiveForeignKey> foreignKeys) {
    LiveSchema {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        uniques = List.copyOf(uniques);
        foreignKeys = List.copyOf(foreignKeys);
    }

    /**
     * A column.
     *
     * @param makesKeys whether the database makes values for it that it gives back of an insert
     * @param computed whether the database computes it from other columns, so that no statement may write it
     */
    record LiveColumn(
            String name, ColumnType type, boolean nullable, boolean hasDefault, boolean makesKeys, boolean computed) {

        /** Returns whether an insert has to give a value. */
        boolean needsValue() {
            return !nullable && !hasDefault && !makesKeys && !computed;
        }
    }

    /**
     * A unique constraint or index.
     *
     * @param name what the database calls it when a row violates it
     * @param columns names, and null for what is no column or only the beginning of one
     * @param partial whether it is for some rows only
     */
    record LiveUnique(String name, List<@Nullable String> columns, boolean partial) {
        LiveUnique {
            columns = Collections.unmodifiableList(new ArrayList<>(columns));
        }
    }

    /**
     * A foreign key.
     *
     * @param name what the database calls it; null if it has no name
     * @param table the table that it refers to, with its schema if that is another one
     * @param elsewhere whether that table is in another schema
     * @param targets the columns of that table, none if they are its key and the database does not name them
     */
    record LiveForeignKey(
            @Nullable String name, List<String> columns, String table, boolean elsewhere, List<String> targets) {
        LiveForeignKey {
            columns = List.copyOf(columns);
            targets = List.copyOf(targets);
        }

        /** Returns this foreign key with one more column, and the one that it refers to; null if that is not named. */
        LiveForeignKey with(String column, @Nullable String target) {
            List<String> more = new ArrayList<>(columns);
            more.add(column);
            List<String> moreTargets = new ArrayList<>(targets);
            if (target != null && !target.isEmpty()) {
                moreTargets.add(target);
            }
            return new LiveForeignKey(name, more, table, elsewhere, moreTargets);
        }
    }
}
