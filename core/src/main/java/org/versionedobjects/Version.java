package org.versionedobjects;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The version of an object type: X.Y or X.Y.Z, compared as numbers.
 *
 * <p>X moves when a peer of the old version cannot be served at all (another X is another type), Y when fields come or
 * go, Z for an addition to an old branch that needs no downgrade. {@code 1.1} equals {@code 1.1.0} but each is written
 * as it was given (oslo.versionedobjects OVO-50).
 *
 * <p>Immutable and thread-safe.
 *
 * @param major X
 * @param minor Y
 * @param patch Z, 0 if there is none
 * @param written the text form as given
 */
public record Version(int major, int minor, int patch, String written) implements Comparable<Version>, Serializable {
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch);

    /** Checks that the text says the numbers. */
    public Version {
        int[] parts = parts(written);
        if (parts == null || parts[0] != major || parts[1] != minor || parts[2] != patch) {
            throw InvalidVersionException.notAVersion(written);
        }
    }

    /** Returns version {@code major.minor}. */
    public static Version of(int major, int minor) {
        return parse(major + "." + minor);
    }

    /**
     * Reads {@code X.Y} or {@code X.Y.Z}: decimal ASCII digits without sign, blank or leading zero, each at most
     * 2147483647.
     *
     * @throws InvalidVersionException if the text is anything else
     */
    public static Version parse(String text) {
        int[] parts = parts(Objects.requireNonNull(text, "text"));
        if (parts == null) {
            throw InvalidVersionException.notAVersion(text);
        }
        return new Version(parts[0], parts[1], parts[2], text);
    }

    /** Returns the version a text says, or null if it says none: for callers that collect problems. */
    static @Nullable Version tryParse(@Nullable String text) {
        int[] parts = text == null ? null : parts(text);
        return text == null || parts == null ? null : new Version(parts[0], parts[1], parts[2], text);
    }

    private static int @Nullable [] parts(String text) {
        int[] parts = new int[3];
        int count = 0;
        int start = 0;
        for (int end = 0; end <= text.length(); end++) {
            if (end < text.length() && text.charAt(end) != '.') {
                continue;
            }
            long part = count < 3 ? number(text, start, end) : -1;
            if (part < 0) {
                return null;
            }
            parts[count++] = (int) part;
            start = end + 1;
        }
        return count < 2 ? null : parts;
    }

    private static long number(String text, int start, int end) {
        if (start == end || end - start > 10 || (text.charAt(start) == '0' && end - start > 1)) {
            return -1;
        }
        long number = 0;
        for (int i = start; i < end; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + (digit - '0');
        }
        return number > Integer.MAX_VALUE ? -1 : number;
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    /** Returns whether this version is older than another. */
    public boolean isBefore(Version other) {
        return compareTo(other) < 0;
    }

    /** Returns whether this version is newer than another. */
    public boolean isAfter(Version other) {
        return compareTo(other) > 0;
    }

    /** Returns whether both have the same X: whether one can be made from the other at all. */
    public boolean isSameMajor(Version other) {
        return major == other.major;
    }

    /** Returns whether X.Y is newer than the other's X.Y, whatever Z says. */
    public boolean isNewerMinorThan(Version other) {
        return major > other.major || (major == other.major && minor > other.minor);
    }

    /** Returns the older of two versions; the first if they are equal. */
    public static Version min(Version first, Version second) {
        return second.isBefore(first) ? second : first;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Version that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return (major * 31 + minor) * 31 + patch;
    }

    @Override
    public String toString() {
        return written;
    }
}
