package org.versionedobjects.types;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.Mixin;
import org.versionedobjects.Values;

/**
 * Whether and when an object was deleted while its row stays; a mixin, as nova has it on its persistent objects. A model
 * implements this interface and includes {@link #MIXIN}.
 */
public interface SoftDeletable extends Values {
    /** The two fields. */
    Mixin MIXIN = Mixin.of(SoftDeletable.class);

    /** When the object was deleted; null while it is not. */
    Field<@Nullable Instant> DELETED_AT =
            MIXIN.field("deleted_at", Types.instant().nullable());

    /** Whether the object is deleted. */
    Field<Boolean> DELETED = MIXIN.field("deleted", Types.bool().defaultsTo(false));

    /** Returns when the object was deleted; null while it is not. */
    default @Nullable Instant deletedAt() {
        return get(DELETED_AT);
    }

    /** Returns whether the object is deleted. */
    default boolean isDeleted() {
        return get(DELETED);
    }
}
