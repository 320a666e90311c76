package org.versionedobjects.lock;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Version;

/**
 * One field from the first version that has it to the last, whatever it was called and whatever stood in it. Written by
 * {@link FieldLives}, then only read.
 */
final class FieldLife {
    private final NavigableMap<Version, LockedField> forms = new TreeMap<>();
    private final NavigableMap<Version, String> renames = new TreeMap<>();
    private final NavigableMap<Version, SortedMap<String, @Nullable Object>> changes = new TreeMap<>();
    private SortedMap<String, @Nullable Object> ending = Collections.emptySortedMap();
    private @Nullable Version gone;

    void add(Version version, LockedField form) {
        forms.put(version, form);
    }

    void rename(Version version, String before) {
        renames.put(version, before);
    }

    void change(Version version, SortedMap<String, @Nullable Object> nulls) {
        changes.put(version, nulls);
    }

    void end(Version version, SortedMap<String, @Nullable Object> fill) {
        gone = version;
        ending = fill;
    }

    /** Returns the first version that has the field. */
    Version first() {
        return forms.firstKey();
    }

    /** Returns the first version up to a given one that no longer has the field, null if they all have it. */
    @Nullable
    Version goneBy(Version newest) {
        return gone == null || gone.isAfter(newest) ? null : gone;
    }

    /** Returns what is said of older peers once the field is gone: {@code fill}, or nothing. */
    SortedMap<String, @Nullable Object> ending() {
        return ending;
    }

    /** Returns what a version has. */
    Optional<LockedField> at(Version version) {
        return goneBy(version) == null
                ? Optional.ofNullable(forms.floorEntry(version)).map(each -> each.getValue())
                : Optional.empty();
    }

    /** Returns what the version before another one has, which has the field. */
    LockedField before(Version version) {
        return forms.lowerEntry(version).getValue();
    }

    /** Returns what the last version that has the field has. */
    LockedField last() {
        return forms.lastEntry().getValue();
    }

    /** Returns what was recorded of each version that has the field. */
    NavigableMap<Version, LockedField> forms() {
        return forms;
    }

    /** Returns the versions up to a given one in which the field got another name, each with the name before. */
    NavigableMap<Version, String> renamesBy(Version newest) {
        return renames.headMap(newest, true);
    }

    /** Returns the versions up to a given one in which the values were converted, each with what stands for null. */
    NavigableMap<Version, SortedMap<String, @Nullable Object>> changesBy(Version newest) {
        return changes.headMap(newest, true);
    }
}
