package org.versionedobjects.persistence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Objects one after the other, read in batches, of which each is a statement of its own that begins after the last object
 * of the one before. So nothing stays open between two objects, whatever is done with the connection meanwhile. Never
 * split. Confined to one thread.
 */
final class Batches<O> implements Spliterator<O> {
    private final Source<O> source;
    private final int size;
    private final Deque<Placed<O>> read = new ArrayDeque<>();
    private @Nullable List<@Nullable Object> position;
    private int left;
    private boolean closed;

    /** An object and where it is in the order. */
    record Placed<O>(O object, List<@Nullable Object> position) {}

    /** Reads objects. */
    @FunctionalInterface
    interface Source<O> {
        /**
         * Returns the objects after a position.
         *
         * @param position null for the start
         * @param most how many at most
         */
        List<Placed<O>> read(@Nullable List<@Nullable Object> position, int most);
    }

    /**
     * Makes batches.
     *
     * @param size how many objects one has
     * @param limit how many objects there are at most
     */
    Batches(Source<O> source, int size, int limit) {
        this.source = source;
        this.size = size;
        this.left = limit;
    }

    void close() {
        closed = true;
    }

    @Override
    public boolean tryAdvance(Consumer<? super O> action) {
        O next = next();
        if (next == null) {
            return false;
        }
        action.accept(next);
        return true;
    }

    /** Returns the next object; null after the last. */
    @Nullable
    O next() {
        if (closed) {
            throw new IllegalStateException("The stream ended with the work that it was given to");
        }
        if (read.isEmpty() && left > 0) {
            readMore();
        }
        Placed<O> next = read.poll();
        return next == null ? null : next.object();
    }

    private void readMore() {
        int most = Math.min(size, left);
        List<Placed<O>> batch = source.read(position, most);
        read.addAll(batch);
        boolean isLast = batch.size() < most;
        left = isLast ? 0 : left - most;
        position = batch.isEmpty() ? position : batch.get(batch.size() - 1).position();
    }

    @Override
    public @Nullable Spliterator<O> trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        return Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
        return ORDERED | NONNULL;
    }
}
