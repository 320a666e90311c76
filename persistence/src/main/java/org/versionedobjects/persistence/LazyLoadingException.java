package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObjectException;

/**
 * A field was asked for that would have been loaded lazily, where that is not allowed: {@link
 * Store.Builder#strictLoading}, {@link Repository#strict}. Thrown before any statement; the field is as before.
 */
public final class LazyLoadingException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    LazyLoadingException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
