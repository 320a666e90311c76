package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.SavePlan.Expectation;

/**
 * How a repository saves, where a caller wants more than the default.
 *
 * @param keepKey whether objects are created with the keys they have, though the database makes keys
 * @param expectations what rows must have besides key and generation
 * @param guards tables that must not refer to a row that is deleted
 * @param cascading whether objects referred to are saved first
 * @param rebasing whether a save goes on when others changed other fields only
 * @param includingDeleted whether rows that are softly deleted are found
 */
record SaveOptions(
        boolean keepKey,
        List<Expectation> expectations,
        List<Table<?>> guards,
        boolean cascading,
        boolean rebasing,
        boolean includingDeleted) {
    static final SaveOptions DEFAULT = new SaveOptions(false, List.of(), List.of(), false, false, false);

    SaveOptions {
        expectations = List.copyOf(expectations);
        guards = List.copyOf(guards);
    }

    SaveOptions withKeptKey() {
        return new SaveOptions(true, expectations, guards, cascading, rebasing, includingDeleted);
    }

    SaveOptions expecting(Expectation expectation) {
        return new SaveOptions(keepKey, with(expectations, expectation), guards, cascading, rebasing, includingDeleted);
    }

    SaveOptions unlessReferencedBy(Table<?> guard) {
        return new SaveOptions(keepKey, expectations, with(guards, guard), cascading, rebasing, includingDeleted);
    }

    SaveOptions cascade() {
        return new SaveOptions(keepKey, expectations, guards, true, rebasing, includingDeleted);
    }

    SaveOptions rebase() {
        return new SaveOptions(keepKey, expectations, guards, cascading, true, includingDeleted);
    }

    SaveOptions includeDeleted() {
        return new SaveOptions(keepKey, expectations, guards, cascading, rebasing, true);
    }

    /** Returns whether a save may take more than one statement, which must stand or fall together. */
    boolean needsTransaction() {
        return cascading || rebasing;
    }

    private static <T extends @Nullable Object> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
