package org.versionedobjects.types;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.Mixin;
import org.versionedobjects.Values;

/**
 * Whether and when an object was deleted, for objects whose rows stay when they are; a mixin, beside {@link Timestamps},
 * as nova's persistent objects have it. A model implements this interface and includes {@link #MIXIN}. The fields are
 * data: nothing here deletes or hides an object.
 */
public interface SoftDeletable extends Values {
    /** The two fields. */
    Mixin MIXIN = Mixin.of(SoftDeletable.class);

    /** When the object was deleted; null where it was not. */
    Field<@Nullable Instant> DELETED_AT =
            MIXIN.field("deleted_at", Types.instant().nullable());

    /** Whether the object was deleted; false by default. */
    Field<Boolean> DELETED = MIXIN.field("deleted", Types.bool().defaultsTo(false));

    /** Returns when the object was deleted; null where it was not. */
    default @Nullable Instant deletedAt() {
        return get(DELETED_AT);
    }

    /** Returns whether the object was deleted. */
    default boolean isDeleted() {
        return get(DELETED);
    }
}
