package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.FieldLoader;
import org.versionedobjects.StateAccess;
import org.versionedobjects.UnsetFieldException;
import org.versionedobjects.VersionedObject;

/**
 * Marks an object of which something was left out when it was loaded, and says so when that is asked for.
 *
 * @param otherwise the loader that the object would have without this one
 */
record LeftOut(Table<?> table, @Nullable FieldLoader otherwise) implements FieldLoader {

    static void mark(Table<?> table, VersionedObject object) {
        object.loadWith(new LeftOut(table, StateAccess.loader(object)));
    }

    /** Returns whether something was left out of an object when it was loaded. */
    static boolean isIn(VersionedObject object) {
        FieldLoader loader = StateAccess.loader(object);
        return loader instanceof LeftOut || (loader instanceof Member member && member.isPartial());
    }

    /** Returns the loader that an object would have if nothing was left out of it; null for none. */
    static @Nullable FieldLoader otherwise(VersionedObject object) {
        FieldLoader loader = StateAccess.loader(object);
        return loader instanceof LeftOut leftOut ? leftOut.otherwise : loader;
    }

    @Override
    public void load(VersionedObject object, Field<?> missing, Loaded loaded) {
        if (otherwise != null) {
            otherwise.load(object, missing, loaded);
        } else if (table.column(missing) != null) {
            throw new UnsetFieldException(
                    Facts.problem("the field was not loaded with the object")
                            .withObject(object.objectType())
                            .withPath(missing.name())
                            .withAdvice("load the object with it, fetch(…) it, or load it lazily()"),
                    null);
        }
    }
}
