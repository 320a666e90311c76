package org.versionedobjects.lock;

import org.versionedobjects.Version;

/**
 * Tells of the differences of one field, those of an inherited one as what to do about the parent.
 *
 * @param sides the type
 * @param declarations writes what to declare
 * @param isInherited whether the field is the parent's
 */
record FieldReport(TypeSides sides, Declarations declarations, boolean isInherited) {
    /** Adds what changes a version that is released, and would even in a new one. */
    void forbid(Version version, String path, String what, String cure) {
        if (isInherited) {
            addInherited(path, what);
        } else {
            sides.forbid(version, path, what, cure);
        }
    }

    /** Adds what is declared of a released version and belongs to the next one. */
    void forbidEarly(Version version, String path, String what, String cure) {
        forbid(version, path, what, cure + sides.next().bump());
    }

    /** Adds what has to be declared to have happened in the next version. */
    void addChange(String path, String what, String cure) {
        if (isInherited) {
            addInherited(path, what);
        } else {
            sides.addChange(path, what, cure);
        }
    }

    /** Adds what is told, and takes nothing. */
    void addNote(Version version, String path, String what, String cure) {
        if (!isInherited) {
            sides.add(version, path, LockDifference.Needed.NONE, what, cure);
        }
    }

    private void addInherited(String path, String what) {
        Declarations.ParentRows rows = declarations.inherits();
        String parent = Declarations.parentName(sides.is().newest());
        if (Declarations.parentName(sides.recorded()) == null) {
            sides.addChange(
                    path,
                    what,
                    "extend no type, since a parent cannot join later; put the fields of " + parent
                            + " into a mixin, declare include(itsName.MIXIN, \""
                            + sides.next().next() + "\")");
        } else if (rows != null && rows.isNew()) {
            sides.addChange(path, what, "declare " + rows.calls());
        } else if (rows != null) {
            sides.forbid(sides.released(), path, what, "declare " + rows.calls());
        } else {
            sides.add(
                    sides.released(),
                    path,
                    sides.next().needed(),
                    what,
                    "cure " + parent + " first, which the field is from");
        }
    }
}
