package org.versionedobjects.testing;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.VersionedObjectException;

/** Assertions on any exception of the library. */
public final class VersionedObjectExceptionAssert
        extends AbstractVersionedObjectExceptionAssert<VersionedObjectExceptionAssert, VersionedObjectException> {

    VersionedObjectExceptionAssert(@Nullable VersionedObjectException actual) {
        super(actual, VersionedObjectExceptionAssert.class);
    }
}
