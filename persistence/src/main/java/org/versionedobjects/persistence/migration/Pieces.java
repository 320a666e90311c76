package org.versionedobjects.persistence.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.ConcurrentUpdateConflict;
import org.versionedobjects.persistence.GoneConflict;
import org.versionedobjects.persistence.Repository;
import org.versionedobjects.persistence.RowKey;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.StoreException;
import org.versionedobjects.persistence.TableWalk;
import org.versionedobjects.persistence.TableWalk.Row;
import org.versionedobjects.persistence.TransactionState;
import org.versionedobjects.persistence.migration.Positions.Position;

/**
 * Pieces of a table: looked at without locks, or migrated in one transaction each, together with the position. Rows are
 * migrated all together; if one of them fails, each behind a savepoint of its own.
 */
final class Pieces<O extends VersionedObject> {
    private final RowMigration<O> migration;
    private final Store store;
    private final BatchTransactions transactions;
    private final Positions positions;
    private final Repository<O> repository;
    private final TableWalk<O> walk;

    Pieces(RowMigration<O> migration, Store store, BatchTransactions transactions, Positions positions) {
        this.migration = migration;
        this.store = store;
        this.transactions = transactions;
        this.positions = positions;
        this.repository = store.repository(migration.table()).includingDeleted();
        this.walk = repository.walk();
    }

    /**
     * What became of a piece.
     *
     * @param last the key of its last row; null if there is none
     * @param seen how many rows it has
     * @param found how many of them were to be migrated
     * @param done how many of those were
     */
    record Piece(@Nullable RowKey last, long seen, long found, long done, List<MigrationFailure> failures) {
        boolean isWorthKeeping() {
            return done > 0;
        }
    }

    TableWalk<O> walk() {
        return walk;
    }

    /** Returns the next piece if nothing in it is to be migrated; empty if something is, or may be. */
    Optional<Piece> look(@Nullable RowKey after, int most) throws Exception {
        try {
            return transactions.read(() -> {
                List<Row<O>> rows = walk.next(after, most);
                for (Row<O> row : rows) {
                    if (migration.isToDo(store, row.object())) {
                        return Optional.empty();
                    }
                }
                return Optional.of(piece(rows.stream().map(Row::key).toList(), 0, 0, List.of()));
            });
        } catch (Exception e) {
            if (isOfDatabase(e)) {
                throw e;
            }
            return Optional.empty(); // a row that cannot be read, or be asked
        }
    }

    private static Piece piece(List<RowKey> keys, long found, long done, List<MigrationFailure> failures) {
        return new Piece(keys.isEmpty() ? null : keys.get(keys.size() - 1), keys.size(), found, done, failures);
    }

    /** Migrates the next piece, and moves the position if anything was done; empty if that was moved since it was seen. */
    Optional<Piece> migrate(@Nullable RowKey after, Position seen, int most) throws Exception {
        try {
            return claimed(seen, () -> together(after, most));
        } catch (Exception e) {
            if (e instanceof InterruptedException || isLost(e)) {
                throw e;
            }
            return claimed(seen, () -> each(after, most));
        }
    }

    @FunctionalInterface
    private interface PieceWork {
        Piece run() throws Exception;
    }

    private Optional<Piece> claimed(Position seen, PieceWork work) throws Exception {
        return transactions.writeIf(piece -> piece.filter(Piece::isWorthKeeping).isPresent(), () -> {
            if (!transactions.isDry() && !positions.claim(migration.name(), seen)) {
                return Optional.empty();
            }
            Piece piece = work.run();
            RowKey last = piece.last();
            if (!transactions.isDry() && piece.isWorthKeeping() && last != null) {
                positions.move(migration.name(), last.text());
            }
            return Optional.of(piece);
        });
    }

    private Piece together(@Nullable RowKey after, int most) throws Exception {
        List<RowKey> keys = new ArrayList<>();
        List<O> migrated = new ArrayList<>();
        for (Row<O> row : walk.nextLocked(after, most)) {
            keys.add(row.key());
            if (migration.migrate(store, row.object())) {
                migrated.add(row.object());
            }
        }
        repository.saveAll(migrated);
        return piece(keys, migrated.size(), migrated.size(), List.of());
    }

    private Piece each(@Nullable RowKey after, int most) throws Exception {
        List<RowKey> keys = walk.nextKeys(after, most);
        List<MigrationFailure> failures = new ArrayList<>();
        long found = 0;
        long done = 0;
        for (RowKey key : keys) {
            try {
                boolean isDone = store.savepoint(() -> migrated(key));
                found += isDone ? 1 : 0;
                done += isDone ? 1 : 0;
            } catch (Exception e) {
                if (e instanceof InterruptedException || isWhole(e)) {
                    throw e;
                }
                found++;
                if (!isBusy(e)) {
                    failures.add(MigrationFailure.of(key, e));
                }
            }
        }
        return piece(keys, found, done, failures);
    }

    private boolean migrated(RowKey key) throws Exception {
        O object = walk.locked(key).orElse(null);
        if (object == null || !migration.migrate(store, object)) {
            return false;
        }
        repository.save(object);
        return true;
    }

    // ---- exceptions ----

    private static boolean isOfDatabase(Exception failure) {
        return failure instanceof InterruptedException || failure instanceof StoreException;
    }

    private static boolean isLost(Exception failure) {
        return failure instanceof StoreException refused && refused.transaction() == TransactionState.LOST;
    }

    /** Returns whether nothing is left of the transaction, a savepoint neither. */
    private static boolean isWhole(Exception failure) {
        return failure instanceof StoreException refused
                && (refused.transaction() == TransactionState.LOST
                        || refused.transaction() == TransactionState.ROLLED_BACK);
    }

    /** Returns whether a row is left only because of what others do with it at the moment. */
    private static boolean isBusy(Exception failure) {
        return failure instanceof ConcurrentUpdateConflict
                || failure instanceof GoneConflict
                || (failure instanceof StoreException refused && refused.isRetryable());
    }
}
