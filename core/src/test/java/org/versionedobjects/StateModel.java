package org.versionedobjects;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** DESIGN §4's table for one field, as plainly as it can be said: current, baseline, forced. Null stands for null. */
final class StateModel {
    /** No value. */
    static final Object UNSET = new Object();

    /** A baseline that nobody knows. */
    static final Object UNKNOWN = new Object();

    @Nullable
    Object current = UNSET;

    @Nullable
    Object baseline = UNSET;

    boolean forced;

    boolean isSet() {
        return current != UNSET;
    }

    boolean isChanged() {
        return isSet() && (forced || baseline == UNKNOWN || !Objects.equals(current, baseline));
    }

    boolean maySetReadOnly(@Nullable Object value) {
        return isSet() ? Objects.equals(current, value) : baseline == UNSET || Objects.equals(baseline, value);
    }

    void set(@Nullable Object value) {
        current = value;
    }

    void unset() {
        current = UNSET;
        forced = false;
    }

    void reset() {
        baseline = current;
        forced = false;
    }

    void revert() {
        current = baseline;
        forced = false;
    }

    void load(@Nullable Object value) {
        current = value;
        reset();
    }

    void forgetBaseline() {
        if (isSet()) {
            baseline = UNKNOWN;
            forced = false;
        }
    }
}
