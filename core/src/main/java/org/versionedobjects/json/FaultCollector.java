package org.versionedobjects.json;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.MalformedJsonException;
import org.versionedobjects.SeveralFaultsException;
import org.versionedobjects.StreamFailedException;
import org.versionedobjects.VersionedObjectException;

/**
 * Counts the faults of one document and says when they are enough. It keeps none: each map, list and object has its own
 * and throws them at its end, so that they get the path of where it stands. Confined to one document.
 */
final class FaultCollector {
    private int left;

    FaultCollector(int most) {
        this.left = most;
    }

    /**
     * Returns the faults of a container so far and one more. Those thrown at the end of a container in it were counted
     * there and travel as {@link SeveralFaultsException}, be it one of one.
     */
    SeveralFaultsException collect(@Nullable VersionedObjectException before, VersionedObjectException fault) {
        if (isOfDocument(fault)) {
            throw fault;
        }
        if (!(fault instanceof SeveralFaultsException)) {
            left--;
        }
        SeveralFaultsException all = before == null
                ? SeveralFaultsException.of(fault)
                : SeveralFaultsException.of(before).and(fault);
        if (left <= 0) {
            throw all.stopped();
        }
        return all;
    }

    private static boolean isOfDocument(VersionedObjectException fault) {
        return fault instanceof MalformedJsonException
                || fault instanceof LimitExceededException
                || fault instanceof StreamFailedException;
    }

    /** Returns a lone fault as it is. */
    static VersionedObjectException loneOrAll(VersionedObjectException fault) {
        return fault instanceof SeveralFaultsException several
                        && several.faults().size() == 1
                ? several.faults().get(0)
                : fault;
    }
}
