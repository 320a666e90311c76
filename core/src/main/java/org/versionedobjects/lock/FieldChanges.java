package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;

/** Tells in sentences what happened to the fields of a type between two versions. Immutable and thread-safe. */
record FieldChanges(LockedStep step) {
    List<Sentence> of(VersionPair.Sides sides) {
        LockedField before = sides.before();
        LockedField after = sides.after();
        if (after == null) {
            return before == null ? List.of() : List.of(went(before));
        }
        return before == null ? List.of(came(after)) : changed(before, after);
    }

    /** Tells what a field is like that was not there before. */
    static Sentence came(LockedField field) {
        Sentence told = Sentence.of("{} came: {}", field.name(), TypeText.of(field.type()));
        if (field.isReadOnly()) {
            told = told.then(Sentence.of(", read-only"));
        }
        if (field.isSecret()) {
            told = told.then(Sentence.of(", secret"));
        }
        if (field.defaultValue() != null) {
            told = told.then(Sentence.of(", by default {}", shown(field.defaultValue())));
        }
        return field.from() == null ? told : told.then(Sentence.of(", from {}", field.from()));
    }

    private Sentence went(LockedField field) {
        SortedMap<String, @Nullable Object> facts =
                step.removed().getOrDefault(field.name(), Collections.emptySortedMap());
        return facts.containsKey("fill")
                ? Sentence.of("{} went; older peers get {}", field.name(), TypeText.value(facts.get("fill")))
                : Sentence.of("{} went; older peers get nothing for it", field.name());
    }

    private List<Sentence> changed(LockedField before, LockedField after) {
        String name = after.name();
        List<Sentence> told = new ArrayList<>();
        if (!before.name().equals(name)) {
            told.add(Sentence.of("{} was called {}", name, before.name()));
        }
        addTypes(name, before.type(), after.type(), told);
        addFlags(before, after, told);
        addDefault(name, before.defaultValue(), after.defaultValue(), told);
        if (!Objects.equals(before.from(), after.from())) {
            told.add(
                    after.from() == null
                            ? Sentence.of("{} is the type's own now", name)
                            : Sentence.of("{} comes from {} now", name, after.from()));
        }
        return told;
    }

    private void addTypes(String name, TypeDescription before, TypeDescription after, List<Sentence> told) {
        boolean isConverted = step.retyped().containsKey(name);
        TypeDescription frameBefore = ChoiceFacts.frame(before);
        TypeDescription frameAfter = ChoiceFacts.frame(after);
        if (!frameBefore.orNull().equals(frameAfter.orNull())) {
            told.add(Sentence.of("{} was {} and is {}", name, TypeText.of(before), TypeText.of(after))
                    .then(nulls(name)));
            return;
        }
        if (before.isNullable() != after.isNullable()) {
            told.add(Sentence.of(after.isNullable() ? "{} may be null" : "{} may no longer be null", name)
                    .then(nulls(name)));
        } else if (isConverted) {
            told.add(Sentence.of("the values of {} are converted by own code", name)
                    .then(nulls(name)));
        }
        addChoices(name, ChoiceFacts.of(before), ChoiceFacts.of(after), told);
        addChildren(name, ChoiceFacts.of(before).choice(), ChoiceFacts.of(after).choice(), told);
    }

    private Sentence nulls(String name) {
        SortedMap<String, @Nullable Object> facts = step.retyped().getOrDefault(name, Collections.emptySortedMap());
        Sentence told = Sentence.of("");
        if (facts.containsKey("nullDown")) {
            told = told.then(Sentence.of("; older peers get {} for null", TypeText.value(facts.get("nullDown"))));
        }
        return facts.containsKey("nullUp")
                ? told.then(Sentence.of("; null of older peers becomes {}", TypeText.value(facts.get("nullUp"))))
                : told;
    }

    private static void addChoices(String name, ChoiceFacts before, ChoiceFacts after, List<Sentence> told) {
        for (String value : after.valuesNotIn(before)) {
            String older = after.olderPeersGet(value);
            told.add(
                    older == null
                            ? Sentence.of("{} takes {}, which cannot be sent to older peers", name, value)
                            : Sentence.of("{} takes {}; older peers get {}", name, value, older));
        }
        for (String value : before.valuesNotIn(after)) {
            told.add(Sentence.of("{} no longer takes {}", name, value));
        }
        addOption(name, "transitions", before.choice(), after.choice(), told);
        addOption(name, "unknownAs", before.choice(), after.choice(), told);
    }

    private static void addOption(
            String name, String option, TypeDescription before, TypeDescription after, List<Sentence> told) {
        Object now = after.option(option);
        Object was = before.option(option);
        if (now == null && was != null) {
            told.add(Sentence.of("{} no longer has {}", name, option));
        } else if (now != null && !now.equals(was)) {
            String text = TypeText.value(now);
            told.add(
                    was == null
                            ? Sentence.of("{} has {}: {}", name, option, text)
                            : Sentence.of(
                                    "{} has other {}: {}, which was {}", name, option, text, TypeText.value(was)));
        }
    }

    private static void addChildren(String name, TypeDescription before, TypeDescription after, List<Sentence> told) {
        Map<?, ?> was = before.option("child") instanceof Map<?, ?> rows ? rows : Map.of();
        Map<?, ?> now = after.option("child") instanceof Map<?, ?> rows ? rows : Map.of();
        for (Object parent : new TreeSet<>(now.keySet())) {
            Object child = Objects.requireNonNull(now.get(parent));
            if (!child.equals(was.get(parent))) {
                told.add(Sentence.of("the object in {} is at {} from {} on", name, child, parent));
            }
        }
        for (Object parent : new TreeSet<>(was.keySet())) {
            if (!now.containsKey(parent)) {
                told.add(Sentence.of("nothing is said any more of the object in {} from {} on", name, parent));
            }
        }
    }

    private static void addFlags(LockedField before, LockedField after, List<Sentence> told) {
        String name = after.name();
        if (before.isReadOnly() != after.isReadOnly()) {
            told.add(Sentence.of(after.isReadOnly() ? "{} is read-only" : "{} is no longer read-only", name));
        }
        if (before.isSecret() != after.isSecret()) {
            told.add(Sentence.of(after.isSecret() ? "{} is secret" : "{} is no longer secret", name));
        }
    }

    private static void addDefault(
            String name,
            LockedField.@Nullable Default before,
            LockedField.@Nullable Default after,
            List<Sentence> told) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (after == null) {
            told.add(Sentence.of("{} no longer has a default", name));
        } else if (before == null) {
            told.add(Sentence.of("{} is by default {}", name, shown(after)));
        } else {
            told.add(Sentence.of("{} is by default {}, which was {}", name, shown(after), shown(before)));
        }
    }

    private static String shown(LockedField.Default value) {
        return TypeText.value(value.primitive());
    }
}
