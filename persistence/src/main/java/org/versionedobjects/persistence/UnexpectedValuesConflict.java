package org.versionedobjects.persistence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;

/**
 * The row is the one that was loaded, or one that was not asked about, but fields have other values than {@link
 * Repository#expecting} says.
 */
public final class UnexpectedValuesConflict extends Conflict {
    private static final long serialVersionUID = 1;

    private final transient Map<Field<?>, @Nullable Object> actual;

    /**
     * Makes a conflict.
     *
     * @param actual what the row had right after the refusal, {@code ***} for a secret value
     */
    UnexpectedValuesConflict(About about, String sentence, Map<Field<?>, @Nullable Object> actual) {
        super(Failure.found(FailureKind.UNEXPECTED_VALUES), about, Facts.problem(sentence), null);
        this.actual = Collections.unmodifiableMap(new LinkedHashMap<>(actual));
    }

    /**
     * Returns what the row had in the fields that something was expected of, read right after the refusal; {@code ***}
     * stands for a secret value.
     */
    public Map<Field<?>, @Nullable Object> actual() {
        return actual;
    }
}
