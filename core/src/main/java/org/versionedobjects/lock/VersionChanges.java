package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.versionedobjects.Version;

/**
 * What one version of a type changed, in sentences: first of the type, then of its fields by name. Immutable and
 * thread-safe.
 */
record VersionChanges(Version version, List<Sentence> sentences) {
    VersionChanges {
        sentences = List.copyOf(sentences);
    }

    static VersionChanges of(VersionPair pair) {
        List<Sentence> told = new ArrayList<>();
        addType(pair.before(), pair.after(), told);
        addMixins(pair.before().mixins(), pair.after().mixins(), told);
        addNested(pair.before().nested(), pair.after().nested(), told);
        if (pair.step().hasOwnCode()) {
            told.add(Sentence.of("a step with its own code lies between this version and the one before"));
        }
        FieldChanges fields = new FieldChanges(pair.step());
        pair.fields().forEach(each -> told.addAll(fields.of(each)));
        return new VersionChanges(pair.version(), told);
    }

    private static void addType(LockedVersion before, LockedVersion after, List<Sentence> told) {
        String parent = after.parent();
        if (!Objects.equals(before.parent(), parent)) {
            told.add(parent == null ? Sentence.of("it extends no type") : Sentence.of("it extends {}", parent));
        }
        if (before.isList() != after.isList()) {
            told.add(Sentence.of(after.isList() ? "it is a list object" : "it is no longer a list object"));
        }
        if (before.isEphemeral() != after.isEphemeral()) {
            told.add(Sentence.of(
                    after.isEphemeral()
                            ? "new objects start with their defaults"
                            : "new objects no longer start with their defaults"));
        }
    }

    private static void addMixins(
            SortedMap<String, Version> before, SortedMap<String, Version> after, List<Sentence> told) {
        for (String mixin : after.keySet()) {
            if (!before.containsKey(mixin)) {
                told.add(Sentence.of("the mixin {} joined", mixin));
            }
        }
        for (String mixin : before.keySet()) {
            if (!after.containsKey(mixin)) {
                told.add(Sentence.of("the mixin {} left", mixin));
            }
        }
    }

    /** Only what both versions were recorded with is compared: the others never stood beside a known version. */
    private static void addNested(
            SortedMap<String, Version> before, SortedMap<String, Version> after, List<Sentence> told) {
        for (Map.Entry<String, Version> each : after.entrySet()) {
            Version was = before.get(each.getKey());
            if (was != null && !was.equals(each.getValue())) {
                told.add(Sentence.of("objects of {} in it went from {} to {}", each.getKey(), was, each.getValue()));
            }
        }
    }
}
