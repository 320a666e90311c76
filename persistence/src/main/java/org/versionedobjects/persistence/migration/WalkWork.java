package org.versionedobjects.persistence.migration;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.RowKey;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.migration.Pieces.Piece;
import org.versionedobjects.persistence.migration.Positions.Position;

/**
 * A migration that goes through all rows of a table, in passes from the first to the last. The first pass begins where an
 * earlier run stopped. All is done only after a whole pass in which nothing was found: older writers may put rows behind
 * any position, and rows that failed stay there. For that reason a position may pass rows that are left.
 */
final class WalkWork<O extends VersionedObject> extends Work {
    private static final Logger LOG = LoggerFactory.getLogger(WalkWork.class);

    private final RowMigration<O> migration;
    private final BatchTransactions transactions;
    private final Positions positions;
    private final Pieces<O> pieces;
    private OptionalLong total = OptionalLong.empty();
    private Position kept = Position.START;
    private @Nullable RowKey after;
    private @Nullable Pass pass;
    private @Nullable Pass lastWhole;
    private boolean isUnsure;

    WalkWork(RowMigration<O> migration, Store store, BatchTransactions transactions, Positions positions) {
        super(migration);
        this.migration = migration;
        this.transactions = transactions;
        this.positions = positions;
        this.pieces = new Pieces<>(migration, store, transactions, positions);
    }

    /** Counts what a way through the table comes across. */
    private static final class Pass {
        private boolean whole;
        private boolean ended;
        private long seen;
        private long found;
        private long done;

        Pass(boolean whole) {
            this.whole = whole;
        }

        void count(Piece piece) {
            seen += piece.seen();
            found += piece.found();
            done += piece.done();
        }
    }

    @Override
    State next(int most) throws Exception {
        Pass current = current();
        isUnsure = true; // until this ends well
        State state = next(current, most);
        isUnsure = false;
        return state;
    }

    private State next(Pass current, int most) throws Exception {
        Optional<Piece> found = pieces.look(after, most);
        if (found.isEmpty()) {
            found = pieces.migrate(after, kept, most);
            if (found.isEmpty()) {
                synchronize(current);
                return State.MORE;
            }
        }
        Piece piece = found.get();
        current.count(piece);
        did(piece.done());
        piece.failures().forEach(this::fail);
        if (piece.last() == null) {
            return end(current);
        }
        if (piece.isWorthKeeping() && !transactions.isDry()) {
            kept = kept.movedTo(piece.last().text());
        }
        after = piece.last();
        return State.MORE;
    }

    @Override
    long left() {
        return pass == null ? 0 : pass.found - pass.done;
    }

    @Override
    Progress progress() {
        return progress(pass == null ? 0 : pass.seen, total);
    }

    // ---- passes ----

    private Pass current() throws Exception {
        Pass current = pass;
        if (current == null) {
            return begin();
        }
        if (current.ended) {
            return begin(null);
        }
        if (isUnsure && !transactions.isDry()) {
            synchronize(current);
        }
        return current;
    }

    private Pass begin() throws Exception {
        total = OptionalLong.of(transactions.read(() -> pieces.walk().count()));
        if (transactions.isDry()) {
            return begin(null);
        }
        kept = positions.load(migration.name());
        return begin(key(kept));
    }

    private Pass begin(@Nullable RowKey newAfter) {
        Pass begun = new Pass(newAfter == null);
        forgetFailures();
        after = newAfter;
        pass = begun;
        return begun;
    }

    private @Nullable RowKey key(Position position) {
        if (position.after() == null) {
            return null;
        }
        try {
            return pieces.walk().key(position.after());
        } catch (IllegalArgumentException e) {
            LOG.warn("{} begins with the first row, since its position is none: {}", migration.name(), e.getMessage());
            return null;
        }
    }

    /**
     * Goes on where the position is by now, if another runner moved it: what that passed is done, or will be found in
     * another pass.
     */
    private void synchronize(Pass current) {
        Position now = positions.load(migration.name());
        if (now.moves() != kept.moves()) {
            after = key(now);
            current.whole = false;
        }
        kept = now;
    }

    private State end(Pass ended) throws Exception {
        if (kept.after() != null && !transactions.isDry()) {
            boolean isRewound = transactions.write(() -> rewind(kept));
            if (!isRewound) {
                synchronize(ended);
                return State.MORE;
            }
            kept = kept.movedTo(null);
        }
        ended.ended = true;
        if (ended.whole && ended.found == 0) {
            return State.FINISHED;
        }
        if (transactions.isDry()) {
            return State.ENDED;
        }
        return ended.whole ? afterWhole(ended) : State.MORE;
    }

    private boolean rewind(Position seen) {
        boolean isClaimed = positions.claim(migration.name(), seen);
        if (isClaimed) {
            positions.move(migration.name(), null);
        }
        return isClaimed;
    }

    /** Another pass follows as long as each finds fewer rows: not those that are found again, whatever is done to them. */
    private State afterWhole(Pass ended) {
        if (ended.done == 0) {
            return State.STUCK;
        }
        Pass before = lastWhole;
        lastWhole = ended;
        return before != null && ended.found >= before.found ? State.ENDED : State.MORE;
    }
}
