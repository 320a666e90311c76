package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;

/**
 * Whether something is to succeed, and how it is to fail otherwise.
 *
 * @param refusal the class of the exception; null for success
 * @param fields what a conflict is to be about; null where that is not looked at
 * @param found the generation that the row has, which the conflict tells; null if it has none to tell
 * @param actual what the row has instead of what was expected
 */
record Verdict(
        @Nullable Class<? extends RuntimeException> refusal,
        @Nullable List<Field<?>> fields,
        @Nullable Long found,
        Map<Field<?>, @Nullable Object> actual) {
    static final Verdict SUCCESS = new Verdict(null, null, null, Map.of());

    static Verdict refused(Class<? extends RuntimeException> refusal) {
        return new Verdict(refusal, null, null, Map.of());
    }

    static Verdict changed(List<Field<?>> fields, Long found) {
        return new Verdict(ConcurrentUpdateConflict.class, fields, found, Map.of());
    }

    static Verdict unexpected(Map<Field<?>, @Nullable Object> actual) {
        return new Verdict(UnexpectedValuesConflict.class, List.copyOf(actual.keySet()), null, actual);
    }

    boolean isSuccess() {
        return refusal == null;
    }

    Verdict or(Verdict other) {
        return isSuccess() ? other : this;
    }

    /** Returns whether a statement is to fail, after which a transaction can only be rolled back. */
    boolean isFailedStatement() {
        return refusal == DuplicateConflict.class;
    }

    void check(@Nullable RuntimeException thrown) {
        if (refusal == null || thrown == null) {
            if (refusal != null || thrown != null) {
                throw new AssertionError("expected " + this + " but there was " + thrown, thrown);
            }
            return;
        }
        if (!refusal.isInstance(thrown)) {
            throw new AssertionError("expected " + this + " but there was " + thrown, thrown);
        }
        if (fields != null && thrown instanceof Conflict conflict) {
            assertThat(conflict.fields()).containsExactlyInAnyOrderElementsOf(fields);
        }
        if (found != null && thrown instanceof ConcurrentUpdateConflict conflict) {
            assertThat(conflict.foundGeneration()).hasValue(found);
        }
        if (thrown instanceof UnexpectedValuesConflict conflict) {
            assertThat(conflict.actual()).isEqualTo(actual);
        }
    }
}
