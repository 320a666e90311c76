package org.versionedobjects.types;

import com.google.common.collect.ImmutableSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.InvalidValueException;

/** From which state one may go to which; without rules, from each to each. Immutable. */
final class Transitions<T> {
    private static final Transitions<?> FREE = new Transitions<>(Map.of());

    private final Map<T, Set<T>> rules;

    private Transitions(Map<T, Set<T>> rules) {
        this.rules = rules;
    }

    @SuppressWarnings("unchecked") // there is nothing in it
    static <T> Transitions<T> free() {
        return (Transitions<T>) FREE;
    }

    /** Returns these with one more rule; rules for the same state add up. */
    Transitions<T> with(T from, List<T> to) {
        Map<T, Set<T>> more = new LinkedHashMap<>(rules);
        more.merge(
                from,
                ImmutableSet.copyOf(to),
                (some, others) ->
                        ImmutableSet.<T>builder().addAll(some).addAll(others).build());
        return new Transitions<>(Collections.unmodifiableMap(more));
    }

    /** Returns the states that are named, each once. */
    Set<T> states() {
        return rules.entrySet().stream()
                .flatMap(rule -> Stream.concat(Stream.of(rule.getKey()), rule.getValue().stream()))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Returns the names of states, each with the sorted names of those that may follow it; empty if all may. */
    SortedMap<String, List<String>> description(Function<T, String> name) {
        SortedMap<String, List<String>> named = new TreeMap<>();
        rules.forEach((from, to) ->
                named.put(name.apply(from), to.stream().map(name).sorted().toList()));
        return named;
    }

    /**
     * Refuses a change without a rule for it; no rule leads to null.
     *
     * @param name makes the name of a state for the message
     */
    void check(T from, @Nullable T to, Function<T, String> name) {
        Set<T> allowed = rules.getOrDefault(from, Set.of());
        if (rules.isEmpty() || from.equals(to) || (to != null && allowed.contains(to))) {
            return;
        }
        String choices = allowed.stream().map(name).collect(Collectors.joining(" or "));
        String expected = allowed.isEmpty()
                ? "no other value, since nothing comes after " + name.apply(from)
                : choices + " after " + name.apply(from);
        throw new InvalidValueException(Facts.expected(expected, to == null ? "null" : name.apply(to)), null);
    }
}
