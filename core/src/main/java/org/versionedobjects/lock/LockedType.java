package org.versionedobjects.lock;

import com.google.common.primitives.Ints;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.Version;

/**
 * What is recorded of one type: each version in which something happened, and the newest. Between two of them every version
 * is as the one before.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id namespace, name and major
 * @param isRetired whether the application no longer has the type, and says so
 * @param versions what is recorded, oldest first
 */
public record LockedType(Id id, boolean isRetired, NavigableMap<Version, LockedVersion> versions) {
    /**
     * What tells one type from another.
     *
     * @param namespace who owns the type on a shared bus
     * @param name the name on the wire
     * @param major the major version
     */
    public record Id(String namespace, String name, int major) implements Comparable<Id> {
        /** What the text of an id is expected to be. */
        static final String FORM = "namespace.name, a blank, and a major version";

        private static final Comparator<Id> ORDER =
                Comparator.comparing(Id::namespace).thenComparing(Id::name).thenComparingInt(Id::major);

        /** Checks that all is there. */
        public Id {
            Objects.requireNonNull(namespace, "namespace");
            Objects.requireNonNull(name, "name");
        }

        /**
         * Reads an id as {@link #toString} writes it: {@code placement.Consumer 1}. Without a major it is 1.
         *
         * @throws InvalidValueException if the text is none
         */
        public static Id parse(String text) {
            int blank = text.lastIndexOf(' ');
            String type = blank < 0 ? text : text.substring(0, blank);
            int slash = type.lastIndexOf('/');
            int point = slash < 0 ? type.lastIndexOf('.') : slash;
            Integer major = blank < 0 ? Integer.valueOf(1) : Ints.tryParse(text.substring(blank + 1));
            if (point > 0 && point < type.length() - 1 && major != null && major >= 0) {
                Id id = new Id(type.substring(0, point), type.substring(point + 1), major);
                if (id.toString().equals(blank < 0 ? text + " 1" : text)) {
                    return id;
                }
            }
            throw InvalidValueException.expected(FORM, text);
        }

        /** Returns namespace and name: {@code placement.Consumer}. */
        public String qualifiedName() {
            return namespace + "." + name;
        }

        @Override
        public int compareTo(Id other) {
            return ORDER.compare(this, other);
        }

        /**
         * Returns namespace, name and major: {@code placement.Consumer 1}; with a slash before the name where that has a dot
         * itself.
         */
        @Override
        public String toString() {
            return namespace + (name.indexOf('.') < 0 ? "." : "/") + name + " " + major;
        }
    }

    /** Checks that there is a version, and copies the map. */
    public LockedType {
        Objects.requireNonNull(id, "id");
        versions = Collections.unmodifiableNavigableMap(new TreeMap<>(versions));
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("Of the type " + id + " no version is recorded");
        }
    }

    static LockedType of(Id id, boolean isRetired, Collection<LockedVersion> versions) {
        NavigableMap<Version, LockedVersion> byVersion = new TreeMap<>();
        versions.forEach(each -> byVersion.put(each.version(), each));
        return new LockedType(id, isRetired, byVersion);
    }

    /** Returns what a version is like: what is recorded of it, or of the newest one before it. */
    public Optional<LockedVersion> at(Version version) {
        return Optional.ofNullable(versions.floorEntry(Objects.requireNonNull(version, "version")))
                .map(Map.Entry::getValue);
    }

    /** Returns the newest version that is recorded. */
    public LockedVersion newest() {
        return versions.lastEntry().getValue();
    }

    /** Returns this up to a version, and from there on what the code has, if it has the type. */
    LockedType upTo(Version newest, @Nullable LockedType code) {
        NavigableMap<Version, LockedVersion> all = new TreeMap<>(versions.headMap(newest, true));
        if (code != null) {
            all.putAll(code.versions.tailMap(newest, false));
        }
        return new LockedType(id, isRetired, all);
    }
}
