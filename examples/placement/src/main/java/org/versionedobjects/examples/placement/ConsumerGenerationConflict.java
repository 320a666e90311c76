package org.versionedobjects.examples.placement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The consumer is not in the state that the caller has seen. To be decided by the caller, who has to look again. */
public final class ConsumerGenerationConflict extends PlacementException {
    private static final long serialVersionUID = 1;

    private final UUID consumer;
    private final @Nullable Long expected;
    private final @Nullable Long found;

    ConsumerGenerationConflict(UUID consumer, @Nullable Long expected, @Nullable Long found) {
        super("consumer generation conflict of " + consumer + " - expected " + expected + " but got " + found);
        this.consumer = consumer;
        this.expected = expected;
        this.found = found;
    }

    /** Returns which consumer it is. */
    public UUID consumer() {
        return consumer;
    }

    /** Returns the generation that the caller has seen; null if there was to be no consumer. */
    public @Nullable Long expected() {
        return expected;
    }

    /** Returns the generation that there is; null if there is no consumer, or its generation is not known. */
    public @Nullable Long found() {
        return found;
    }
}
