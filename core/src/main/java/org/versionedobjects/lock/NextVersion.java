package org.versionedobjects.lock;

import org.versionedobjects.Version;

/**
 * Which version of a type a change belongs to.
 *
 * @param released the newest one that is released
 * @param code the one that the code says
 */
record NextVersion(Version released, Version code) {
    /** Returns whether the code is at a Y that no peer has yet, where a change may happen as it is. */
    boolean isAhead() {
        return code.isNewerMinorThan(released);
    }

    /** Returns the version in which a change that peers see can happen. */
    Version next() {
        return isAhead() ? code : Version.of(released.major(), released.minor() + 1);
    }

    /** Returns the version in which a change that peers cannot see can happen. */
    Version patch() {
        return Version.parse(released.major() + "." + released.minor() + "." + (released.patch() + 1));
    }

    /** Returns what a change of the newest released version takes: too late for it if the code has gone on already. */
    LockDifference.Needed needed() {
        return isAhead() ? LockDifference.Needed.FORBIDDEN : LockDifference.Needed.Y;
    }

    /** Returns what ends a clause that {@link #bump} follows. */
    String comma() {
        return isAhead() ? "" : ",";
    }

    /** Returns what follows a cure: the version to put, if it is not there already. */
    String bump() {
        return isAhead() ? "" : " and put version(\"" + next() + "\")";
    }
}
