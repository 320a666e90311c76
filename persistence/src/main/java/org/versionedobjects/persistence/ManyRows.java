package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.versionedobjects.VersionedObject;

/**
 * Writes many rows of one table by few statements, under the rules by which one is written: generations, dirtiness and
 * baselines are right on every object, whatever failed. Got from {@link Repository#many}, with its variants.
 *
 * <p>Unless told otherwise it writes all rows or none, in one transaction, and tells every row that was in the way. With
 * {@link #continuing} each row stands by itself.
 *
 * <p>Objects go in chunks; a chunk takes one statement for all rows with the same columns, where the engine has such
 * statements, else one batch. If the database refuses one, the chunk is tried again in halves, to find the row. With
 * {@link Repository#cascading} and {@link Repository#rebasing} rows are saved one by one. Immutable and thread-safe.
 *
 * @param <O> the class of the objects
 */
public final class ManyRows<O extends VersionedObject> {
    private static final int CHUNK = 1_000;

    private final RowSaver<O> saver;
    private final ChunkWriter chunks;
    private final Savepoints savepoints;
    private final Sessions sessions;
    private final SaveOptions options;
    private final boolean continuing;
    private final int chunkSize;
    private final Consumer<? super RowProgress> listener;

    ManyRows(RowSaver<O> saver, ChunkWriter chunks, Savepoints savepoints, Sessions sessions, SaveOptions options) {
        this.saver = saver;
        this.chunks = chunks;
        this.savepoints = savepoints;
        this.sessions = sessions;
        this.options = options;
        this.continuing = false;
        this.chunkSize = CHUNK;
        this.listener = progress -> {};
    }

    private ManyRows(ManyRows<O> from, boolean continuing, int chunkSize, Consumer<? super RowProgress> listener) {
        this.saver = from.saver;
        this.chunks = from.chunks;
        this.savepoints = from.savepoints;
        this.sessions = from.sessions;
        this.options = from.options;
        this.continuing = continuing;
        this.chunkSize = chunkSize;
        this.listener = listener;
    }

    // ---- variants ----

    /**
     * Returns a variant that goes on after a row that could not be written: the others are. Unless a transaction is open,
     * each chunk is one of its own, so that any number of rows takes bounded memory; a row that comes again in a later chunk
     * is written again. What is neither a conflict nor a refusal, such as a deadlock, ends the call: the chunk goes back,
     * and earlier ones stay.
     */
    public ManyRows<O> continuing() {
        return new ManyRows<>(this, true, chunkSize, listener);
    }

    /**
     * Returns a variant with chunks of a size.
     *
     * @param size how many objects a chunk has, 1,000 unless set
     * @throws IllegalArgumentException if it is less than 1
     */
    public ManyRows<O> inChunksOf(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a chunk has at least one row, not " + size);
        }
        return new ManyRows<>(this, continuing, size, listener);
    }

    /** Returns a variant that tells after each chunk how far it is, on the same thread. */
    public ManyRows<O> onProgress(Consumer<? super RowProgress> newListener) {
        return new ManyRows<>(this, continuing, chunkSize, Objects.requireNonNull(newListener, "onProgress"));
    }

    // ---- operations ----

    /**
     * Inserts a row for each object; as {@link Repository#create}.
     *
     * @return what became of each, in their order
     * @throws RowsNotSavedException if some have conflicts, unless {@link #continuing}
     * @throws UnsavableException if one is in no state to be created, unless {@link #continuing}; nothing is written
     */
    public List<RowResult<O>> createAll(Iterable<? extends O> objects) {
        return collected(each -> createAll(objects, each));
    }

    /**
     * Inserts a row for each object; as {@link #createAll(Iterable)}, with results passed on chunk by chunk and kept nowhere.
     * Unless {@link #continuing}, a later exception makes them void.
     *
     * @return how many of what became of them
     */
    public RowProgress createAll(Iterable<? extends O> objects, Consumer<? super RowResult<O>> results) {
        return run(RowOperation.creating(saver, options, continuing), objects, results);
    }

    /**
     * Writes what changed of each object, which may be different fields; as {@link Repository#save}.
     *
     * @return what became of each, in their order
     * @throws RowsNotSavedException if some have conflicts, unless {@link #continuing}
     * @throws UnsavableException if one is in no state to be saved or its row is there twice, unless {@link #continuing};
     *     nothing is written
     */
    public List<RowResult<O>> saveAll(Iterable<? extends O> objects) {
        return collected(each -> saveAll(objects, each));
    }

    /** Writes what changed of each object; as {@link #saveAll(Iterable)} and {@link #createAll(Iterable, Consumer)}. */
    public RowProgress saveAll(Iterable<? extends O> objects, Consumer<? super RowResult<O>> results) {
        return run(RowOperation.saving(saver, options, continuing), objects, results);
    }

    /**
     * Deletes the row of each object; as {@link Repository#delete}.
     *
     * @return what became of each, in their order
     * @throws RowsNotSavedException if some have conflicts, unless {@link #continuing}
     * @throws UnsavableException if one is in no state to be deleted or its row is there twice, unless
     *     {@link #continuing}; nothing is written
     */
    public List<RowResult<O>> deleteAll(Iterable<? extends O> objects) {
        return collected(each -> deleteAll(objects, each));
    }

    /** Deletes the row of each object; as {@link #deleteAll(Iterable)} and {@link #createAll(Iterable, Consumer)}. */
    public RowProgress deleteAll(Iterable<? extends O> objects, Consumer<? super RowResult<O>> results) {
        return run(RowOperation.deleting(saver, options, continuing), objects, results);
    }

    private List<RowResult<O>> collected(Consumer<Consumer<RowResult<O>>> call) {
        List<RowResult<O>> results = new ArrayList<>();
        call.accept(results::add);
        return Collections.unmodifiableList(results);
    }

    private RowProgress run(
            RowOperation<O> operation, Iterable<? extends O> objects, Consumer<? super RowResult<O>> results) {
        Iterator<? extends O> rest = objects.iterator();
        RowProgress[] progress = {RowProgress.NONE};
        if (continuing) {
            while (rest.hasNext()) {
                List<O> part = next(rest);
                long first = progress[0].rows();
                List<RowResult<O>> told = sessions.inTransaction(
                        session -> savepoints.run(session, () -> operation.execute(session, chunks, part, first)));
                progress[0] = tell(told, progress[0], results);
            }
            return progress[0];
        }
        return sessions.inTransaction(session -> savepoints.run(session, () -> {
            List<RowResult<O>> failures = new ArrayList<>();
            while (rest.hasNext()) {
                List<RowResult<O>> told = operation.execute(session, chunks, next(rest), progress[0].rows());
                told.stream().filter(result -> !result.isDone()).forEach(failures::add);
                progress[0] = tell(told, progress[0], results);
            }
            if (!failures.isEmpty()) {
                throw new RowsNotSavedException(
                        saver.table().type(), saver.table().name(), progress[0].rows(), failures);
            }
            return progress[0];
        }));
    }

    private List<O> next(Iterator<? extends O> rest) {
        List<O> chunk = new ArrayList<>();
        while (chunk.size() < chunkSize && rest.hasNext()) {
            chunk.add(rest.next());
        }
        return chunk;
    }

    private RowProgress tell(List<RowResult<O>> told, RowProgress before, Consumer<? super RowResult<O>> results) {
        RowProgress progress = before;
        for (RowResult<O> result : told) {
            progress = progress.plus(result);
            results.accept(result);
        }
        listener.accept(progress);
        return progress;
    }
}
