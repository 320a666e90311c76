package org.versionedobjects.lock;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Version;

/**
 * One version of one type. Immutable and thread-safe.
 *
 * @param version the version
 * @param parent namespace, name and version of the type it extends: {@code placement.Base 1.2}; null if it extends none
 * @param isList whether objects are list objects, whose elements stand in the field {@code objects}
 * @param isEphemeral whether new objects start with their defaults
 * @param mixins the mixins that the version has, each with the version in which it joined
 * @param fields the fields by name, those of mixins and of the parent included
 * @param nested the newest version that each type in it had when this was recorded, by qualified name; a type of several
 *     majors in its newest
 * @param step how objects go between this version and the one before
 */
public record LockedVersion(
        Version version,
        @Nullable String parent,
        boolean isList,
        boolean isEphemeral,
        SortedMap<String, Version> mixins,
        SortedMap<String, LockedField> fields,
        SortedMap<String, Version> nested,
        LockedStep step) {
    /** Copies the maps. */
    public LockedVersion {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(step, "step");
        mixins = Collections.unmodifiableSortedMap(new TreeMap<>(mixins));
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        nested = Collections.unmodifiableSortedMap(new TreeMap<>(nested));
    }

    /** Returns the field that this version calls by a name. */
    public Optional<LockedField> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Returns this as a later version that is no other. */
    LockedVersion as(Version later) {
        return new LockedVersion(later, parent, isList, isEphemeral, mixins, fields, nested, step);
    }
}
