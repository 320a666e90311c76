package org.versionedobjects.types;

import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.InvalidVersionException;
import org.versionedobjects.Version;

/**
 * Which values came with which version, and what older versions get for them. Immutable and thread-safe.
 *
 * @param <V> the values
 */
final class Additions<V> {
    static final String IN = "in";
    static final String OLDER_PEERS_GET = "olderPeersGet";

    private final ImmutableMap<V, Addition<V>> byValue;

    /** One value; {@code older} is null if older versions have nothing for it. */
    private record Addition<V>(String version, @Nullable V older) {}

    private Additions(Map<V, Addition<V>> byValue) {
        this.byValue = ImmutableMap.copyOf(byValue);
    }

    static <V> Additions<V> none() {
        return new Additions<>(Map.of());
    }

    Additions<V> with(String version, V value, @Nullable V older) {
        Map<V, Addition<V>> more = new LinkedHashMap<>(byValue);
        more.put(
                Objects.requireNonNull(value, "value"),
                new Addition<>(Objects.requireNonNull(version, "version"), older));
        return new Additions<>(more);
    }

    /** Returns the versions that are versions; {@link #check} tells of the others. */
    Set<Version> versions() {
        Set<Version> versions = new TreeSet<>();
        byValue.values().stream()
                .map(Additions::parsed)
                .filter(Objects::nonNull)
                .forEach(versions::add);
        return versions;
    }

    private static @Nullable Version parsed(Addition<?> addition) {
        try {
            return Version.parse(addition.version());
        } catch (InvalidVersionException e) {
            return null;
        }
    }

    /** Adds what is wrong to the problems. */
    void check(Collection<V> known, Function<V, String> format, List<String> problems) {
        byValue.forEach((value, addition) -> {
            String call = "added(\"" + addition.version() + "\", " + format.apply(value) + ", …)";
            Version version = parsed(addition);
            if (version == null) {
                problems.add(call + " is not of a version X.Y or X.Y.Z");
                return;
            }
            if (!known.contains(value)) {
                problems.add(call + " adds what is not one of the values");
            }
            V older = addition.older();
            if (older != null && !known.contains(older)) {
                problems.add(call + " gives older peers " + format.apply(older) + ", which is not one of the values");
            }
            Addition<V> olders = older == null ? null : byValue.get(older);
            Version oldersVersion = olders == null ? null : parsed(olders);
            if (older != null && oldersVersion != null && !oldersVersion.isBefore(version)) {
                problems.add(call + " gives older peers " + format.apply(older)
                        + ", which they do not have either: it was" + " added in " + oldersVersion);
            }
        });
    }

    /** Returns the names of values of a version (null for all), each with the version it came in and what older ones get. */
    SortedMap<String, Object> description(@Nullable Version asOf, Function<V, String> name) {
        SortedMap<String, Object> named = new TreeMap<>();
        byValue.forEach((value, addition) -> {
            if (asOf == null || isIn(asOf, value)) {
                V older = addition.older();
                named.put(
                        name.apply(value),
                        older == null
                                ? Map.of(IN, addition.version())
                                : Map.of(IN, addition.version(), OLDER_PEERS_GET, name.apply(older)));
            }
        });
        return named;
    }

    /** Returns whether a version has a value. */
    boolean isIn(Version version, V value) {
        Addition<V> addition = byValue.get(value);
        Version since = addition == null ? null : parsed(addition);
        return since == null || !since.isAfter(version);
    }

    /**
     * Returns what stands for a value in a version: itself if that has it.
     *
     * @throws IncompatibleVersionException if nothing does
     */
    V in(Version version, V value, Function<V, String> format) {
        V found = value;
        while (!isIn(version, found)) {
            Addition<V> addition = Objects.requireNonNull(byValue.get(found));
            V older = addition.older();
            if (older == null) {
                throw new IncompatibleVersionException(
                        Facts.expected("a value that version " + version + " has", format.apply(value))
                                .withProblem("the value was added in " + addition.version())
                                .withAdvice("say what older peers get: added(\"" + addition.version() + "\", "
                                        + "the value, what they get)"),
                        null);
            }
            found = older;
        }
        return found;
    }
}
