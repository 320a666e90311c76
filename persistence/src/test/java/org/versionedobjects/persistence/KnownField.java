package org.versionedobjects.persistence;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model expects of a field of an object: its value, what it was when the object was last loaded or saved, and
 * whether it was touched. A versioned object in it stands as the {@link KnownObject} of that.
 */
final class KnownField {
    /** What stands where there is no value, not even null. */
    enum Nothing {
        UNSET
    }

    private @Nullable Object now = Nothing.UNSET;
    private @Nullable Object before = Nothing.UNSET;
    private boolean touched;

    @Nullable
    Object now() {
        return now;
    }

    @Nullable
    Object before() {
        return before;
    }

    boolean isSet() {
        return now != Nothing.UNSET;
    }

    boolean wasSet() {
        return before != Nothing.UNSET;
    }

    boolean isTouched() {
        return touched;
    }

    /** Returns whether the field is changed, what is inside of an object in it aside. */
    boolean isOwnChange() {
        return isSet() && (touched || !Objects.equals(now, before));
    }

    void set(@Nullable Object value) {
        now = value;
    }

    void unset() {
        now = Nothing.UNSET;
        touched = false;
    }

    void touch() {
        touched = true;
    }

    void loaded(@Nullable Object value) {
        now = value;
        before = value;
        touched = false;
    }

    /** Makes the value what the row has, and returns what a rollback does: the value stays, and is changed again. */
    Runnable saved() {
        Object beforeThen = before;
        boolean touchedThen = touched;
        before = now;
        touched = false;
        return () -> {
            before = beforeThen;
            touched = touchedThen;
        };
    }

    /** Takes what the row has, and returns what a rollback does: the value goes back unless it was set since. */
    Runnable taken(@Nullable Object value) {
        Object nowThen = now;
        Object beforeThen = before;
        boolean touchedThen = touched;
        loaded(value);
        return () -> {
            if (Objects.equals(now, value)) {
                now = nowThen;
            }
            before = beforeThen;
            touched = touchedThen;
        };
    }
}
