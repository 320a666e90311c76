package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.VersionedObject;

/**
 * What a load brings.
 *
 * @param fields which fields of the rows
 * @param relations what is loaded with them
 * @param laziness how what is left out is loaded when it is asked for; null if it is not
 * @param rules what the store thinks of that
 * @param <O> the class of the objects
 */
record Loading<O extends VersionedObject>(
        Fields fields,
        List<Relation<O, ?>> relations,
        @Nullable Laziness laziness,
        LazyRules rules) {
    Loading {
        relations = List.copyOf(relations);
    }

    static <O extends VersionedObject> Loading<O> of(Fields fields) {
        return new Loading<>(fields, List.of(), null, LazyRules.NONE);
    }

    static <O extends VersionedObject> Loading<O> whole() {
        return of(Fields.all());
    }

    Loading<O> with(Fields newFields) {
        return new Loading<>(newFields, relations, laziness, rules);
    }

    Loading<O> with(List<Relation<O, ?>> more) {
        return new Loading<>(fields, joined(relations, more), laziness, rules);
    }

    Loading<O> lazily(@Nullable Laziness newLaziness) {
        return new Loading<>(fields, relations, newLaziness, rules);
    }

    Loading<O> under(LazyRules newRules) {
        Laziness newLaziness = laziness == null ? null : laziness.under(newRules);
        return new Loading<>(fields, relations, newLaziness, newRules);
    }

    /** Returns the same in other sessions. */
    Loading<O> in(Sessions sessions) {
        return laziness == null ? this : lazily(laziness.in(sessions));
    }

    static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
