package org.versionedobjects.types;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.Mixin;
import org.versionedobjects.Values;

/**
 * When an object was created and last updated; a mixin (oslo.versionedobjects OVO-74). A model implements this interface
 * and includes {@link #MIXIN}; a {@code Table} can have the store fill both.
 */
public interface Timestamps extends Values {
    /** The two fields. */
    Mixin MIXIN = Mixin.of(Timestamps.class);

    /** When the object was created; null where that is not known. */
    Field<@Nullable Instant> CREATED_AT =
            MIXIN.field("created_at", Types.instant().nullable());

    /** When the object was last updated; null until it is. */
    Field<@Nullable Instant> UPDATED_AT =
            MIXIN.field("updated_at", Types.instant().nullable());

    /** Returns when the object was created; null where that is not known. */
    default @Nullable Instant createdAt() {
        return get(CREATED_AT);
    }

    /** Returns when the object was last updated; null until it is. */
    default @Nullable Instant updatedAt() {
        return get(UPDATED_AT);
    }
}
