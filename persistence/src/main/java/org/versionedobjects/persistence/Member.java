package org.versionedobjects.persistence;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.FieldLoader;
import org.versionedobjects.StateAccess;
import org.versionedobjects.VersionedObject;

/**
 * Stands for an object among those that were loaded together, and is its loader: what keeps a member keeps no object. A
 * copy of the object has the same member. Thread-safe, since the object and its copies may be on different threads.
 */
final class Member implements FieldLoader {
    private final LoadedTogether together;
    private final KeyValues key;
    private final WeakReference<VersionedObject> original;
    private final @Nullable FieldLoader otherwise;

    Member(LoadedTogether together, KeyValues key, VersionedObject original, @Nullable FieldLoader otherwise) {
        this.together = together;
        this.key = key;
        this.original = new WeakReference<>(original);
        this.otherwise = otherwise;
    }

    KeyValues key() {
        return key;
    }

    /** Returns whether columns were left out of the object. */
    boolean isPartial() {
        return together.isPartial();
    }

    /** Returns whether an object is the one that was loaded, and no copy of it. */
    boolean isOf(VersionedObject object) {
        return original.refersTo(object);
    }

    /** Has an object that was loaded again by itself not be one of those that it was loaded with at first. */
    static void leave(VersionedObject object) {
        if (StateAccess.loader(object) instanceof Member member) {
            LoadedTogether alone = member.together.another();
            object.loadWith(alone.join(member.key, object, member.otherwise));
        }
    }

    /** Loads into the object itself, not by what the core gives, so that it goes if the transaction rolls back. */
    @Override
    public void load(VersionedObject object, Field<?> missing, Loaded loaded) {
        if (together.has(missing)) {
            together.load(this, object, missing);
        } else if (otherwise != null) {
            otherwise.load(object, missing, loaded);
        }
    }
}
