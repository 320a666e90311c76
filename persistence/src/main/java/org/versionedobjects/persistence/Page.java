package org.versionedobjects.persistence;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some objects of a query, and where they end. Immutable.
 *
 * @param <O> the class of the objects
 */
public final class Page<O> {
    private final List<O> objects;
    private final @Nullable String next;

    Page(List<O> objects, @Nullable String next) {
        this.objects = List.copyOf(objects);
        this.next = next;
    }

    /** Returns the objects in their order. */
    public List<O> objects() {
        return objects;
    }

    /**
     * Returns the cursor for {@link Query#page(int, String)} that leads to the next page: letters, digits, {@code -} and
     * {@code _}. Empty if there were no more objects when this page was read.
     */
    public Optional<String> next() {
        return Optional.ofNullable(next);
    }
}
