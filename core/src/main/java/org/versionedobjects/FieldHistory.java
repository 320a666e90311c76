package org.versionedobjects;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one field of one type, as data: since when it is there, until when, what it was called, what stood in
 * it. Versions are those of the type that has the field.
 *
 * <p>Immutable and thread-safe.
 *
 * @param since the first version that has it
 * @param removedIn the first version that no longer has it; null if it is there still
 * @param renames what it was called before, newest first
 * @param changes what its values were before, newest first
 */
public record FieldHistory(Version since, @Nullable Version removedIn, List<Rename> renames, List<Change> changes) {

    /** Copies the lists. */
    public FieldHistory {
        Objects.requireNonNull(since, "since");
        renames = List.copyOf(renames);
        changes = List.copyOf(changes);
    }

    /**
     * Another name.
     *
     * @param version the first version that has the newer name
     * @param before the name before that
     */
    public record Rename(Version version, String before) {
        /** Checks that all is there. */
        public Rename {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(before, "before");
        }
    }

    /**
     * Another form of the values.
     *
     * @param version the first version that has the newer form
     * @param after the type from then on, up to the next change
     * @param before the type before that
     * @param conversion goes from one to the other
     */
    public record Change(Version version, FieldType<?> after, FieldType<?> before, ValueChange<?, ?> conversion) {
        /** Checks that all is there. */
        public Change {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(conversion, "conversion");
        }

        /**
         * Makes the older form of a value.
         *
         * @throws IncompatibleVersionException if there is none
         */
        public @Nullable Object down(@Nullable Object value) {
            return converted(value, before, conversion::down, "cannot be expressed before version " + version);
        }

        /**
         * Makes the newer form of a value.
         *
         * @throws IncompatibleVersionException if there is none
         */
        public @Nullable Object up(@Nullable Object value) {
            return converted(value, after, conversion::up, "from before version " + version + " has no newer form");
        }

        /** Returns what stands for null in the older form; empty if nothing was said. */
        public Optional<Object> nullDown() {
            return Optional.ofNullable(conversion.nullBefore());
        }

        /** Returns what stands for null in the newer form; empty if nothing was said. */
        public Optional<Object> nullUp() {
            return Optional.ofNullable(conversion.nullAfter());
        }

        private static @Nullable Object converted(
                @Nullable Object value,
                FieldType<?> wanted,
                UnaryOperator<@Nullable Object> conversion,
                String problem) {
            try {
                return accepted(wanted, conversion.apply(value));
            } catch (RuntimeException e) { // whatever the application's function says no with
                Facts why = e instanceof VersionedObjectException known
                        ? known.facts()
                        : Facts.expected(wanted.describe(), Facts.show(value) + ": " + e);
                throw new IncompatibleVersionException(why.withPath("").withProblem("a value " + problem), e);
            }
        }

        @SuppressWarnings("unchecked") // accept checks
        private static <T extends @Nullable Object> @Nullable Object accepted(
                FieldType<T> type, @Nullable Object value) {
            if (value == null && !type.isNullable()) {
                throw InvalidValueException.expected(type.describe(), null);
            }
            return value == null ? null : type.accept((T) value);
        }

        private Change at(UnaryOperator<Version> translation) {
            return new Change(translation.apply(version), after, before, conversion);
        }
    }

    static FieldHistory from(Version since) {
        return new FieldHistory(since, null, List.of(), List.of());
    }

    /** Returns whether a version has the field. */
    public boolean isIn(Version version) {
        Objects.requireNonNull(version, "version");
        return !since.isAfter(version) && (removedIn == null || version.isBefore(removedIn));
    }

    /** Returns what a version calls the field, given its name now. */
    public String nameIn(Version version, String now) {
        Objects.requireNonNull(version, "version");
        String name = Objects.requireNonNull(now, "now");
        for (Rename each : renames) {
            if (each.version().isAfter(version)) {
                name = each.before();
            }
        }
        return name;
    }

    /** Returns the type of the values in a version, given the type now; enum values and the like are not looked into. */
    public FieldType<?> typeIn(Version version, FieldType<?> now) {
        Objects.requireNonNull(version, "version");
        FieldType<?> type = Objects.requireNonNull(now, "now");
        for (Change each : changes) {
            if (each.version().isAfter(version)) {
                type = each.before();
            }
        }
        return type;
    }

    /** Returns what objects could stand in the field in any version. */
    List<NestedReference> references(FieldType<?> now) {
        List<NestedReference> references = new ArrayList<>(now.references());
        changes.forEach(each -> references.addAll(each.before().references()));
        return references;
    }

    /** Returns the versions in which something happened to the field, its birth and values new to its types included. */
    SortedSet<Version> versions(FieldType<?> now) {
        SortedSet<Version> versions = new TreeSet<>(now.versions());
        versions.add(since);
        if (removedIn != null) {
            versions.add(removedIn);
        }
        renames.forEach(each -> versions.add(each.version()));
        changes.forEach(each -> {
            versions.add(each.version());
            versions.addAll(each.before().versions());
        });
        return versions;
    }

    /** Returns this history in the versions of another type, which has the field as well. */
    FieldHistory translated(UnaryOperator<Version> translation) {
        return new FieldHistory(
                translation.apply(since),
                removedIn == null ? null : translation.apply(removedIn),
                renames.stream()
                        .map(each -> new Rename(translation.apply(each.version()), each.before()))
                        .toList(),
                changes.stream().map(each -> each.at(translation)).toList());
    }
}
