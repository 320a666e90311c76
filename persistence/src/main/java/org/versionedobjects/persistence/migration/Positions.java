package org.versionedobjects.persistence.migration;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.NoSuchTableOrColumnException;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.StoreException;

/**
 * A small table that keeps how far migrations are. Whoever moves a position counts its moves, so that of several who saw
 * the same one only one can. Immutable and thread-safe.
 */
final class Positions {
    static final int LONGEST_NAME = 255;
    private static final Pattern NAME = Pattern.compile("\\w+(\\.\\w+)?");

    private final Store store;
    private final String table;

    Positions(Store store, String table) {
        this.store = store;
        this.table = checked(table);
    }

    /** Returns a name of a table that needs no quotes. */
    static String checked(String table) {
        if (!NAME.matcher(table).matches()) {
            throw new IllegalArgumentException(
                    "The name of a table of positions has letters, digits and _, but it is " + table);
        }
        return table;
    }

    /**
     * How far a migration is.
     *
     * @param after the text of the key after which it goes on; null for the first row
     * @param moves how often it was moved
     */
    record Position(@Nullable String after, long moves) {
        static final Position START = new Position(null, 0);

        Position movedTo(@Nullable String newAfter) {
            return new Position(newAfter, moves + 1);
        }
    }

    /** Returns how far a migration is, and makes what is missing: the table, and the row of the migration. */
    Position load(String migration) {
        Optional<Position> found;
        try {
            found = find(migration);
        } catch (NoSuchTableOrColumnException e) {
            create(e);
            found = find(migration); // fails once more if the table is another one's
        }
        return found.orElseGet(() -> begin(migration));
    }

    private Optional<Position> find(String migration) {
        return store.read(() -> store.withHandle(
                handle -> handle.createQuery("SELECT after_key, moves FROM " + table + " WHERE migration = :migration")
                        .bind("migration", migration)
                        .map((row, context) -> new Position(row.getString("after_key"), row.getLong("moves")))
                        .findOne()));
    }

    private void create(NoSuchTableOrColumnException reason) {
        try {
            execute("CREATE TABLE IF NOT EXISTS " + table + " (migration varchar(" + LONGEST_NAME
                    + ") NOT NULL PRIMARY KEY, after_key varchar(4000), moves bigint NOT NULL)");
        } catch (StoreException e) {
            reason.addSuppressed(e); // another runner may have been first; if not, the next query tells
        }
    }

    private void execute(String sql) {
        store.write(() -> {
            store.withHandle(handle -> handle.execute(sql));
        });
    }

    private Position begin(String migration) {
        try {
            store.write(() -> {
                store.withHandle(handle -> handle.createUpdate(
                                "INSERT INTO " + table + " (migration, moves) VALUES (:migration, 0)")
                        .bind("migration", migration)
                        .execute());
            });
            return Position.START;
        } catch (StoreException e) {
            return find(migration).orElseThrow(() -> e); // another runner was first
        }
    }

    /**
     * Takes a position in the transaction that is open, until that ends; others who want it wait.
     *
     * @return false if it was moved since it was seen
     */
    boolean claim(String migration, Position seen) {
        int rows = store.withHandle(handle -> handle.createUpdate(
                        "UPDATE " + table + " SET moves = moves + 1 WHERE migration = :migration AND moves = :moves")
                .bind("migration", migration)
                .bind("moves", seen.moves())
                .execute());
        return rows == 1;
    }

    /** Moves a position that was claimed. */
    void move(String migration, @Nullable String after) {
        store.withHandle(handle -> handle.createUpdate(
                        "UPDATE " + table + " SET after_key = :after WHERE migration = :migration")
                .bind("after", after)
                .bind("migration", migration)
                .execute());
    }
}
