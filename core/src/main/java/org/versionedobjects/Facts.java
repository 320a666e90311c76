package org.versionedobjects;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an exception knows, as data. Each is null where it is not known or does not apply.
 *
 * @param object namespace and name of the outermost object type: {@code placement.Consumer}
 * @param version the version of that type
 * @param path where in the object: {@code project.external_id}, {@code objects[3].uuid}; empty for the object itself
 * @param problem a clause that says what is wrong, where {@code expected} and {@code was} do not say it all
 * @param expected what would have been right
 * @param was what was there; {@code ***} for a secret field
 * @param advice what to do about it
 */
public record Facts(
        @Nullable String object,
        @Nullable Version version,
        String path,
        @Nullable String problem,
        @Nullable String expected,
        @Nullable String was,
        @Nullable String advice)
        implements Serializable {

    /** What stands in the place of a secret value. */
    public static final String MASK = "***";

    private static final int MOST_CHARACTERS = 120;

    /** Nothing known yet. */
    public static final Facts NONE = new Facts(null, null, "", null, null, null, null);

    /** Checks that there is a path, if only an empty one. */
    public Facts {
        Objects.requireNonNull(path, "path");
    }

    /** Returns facts that say what is wrong. */
    public static Facts problem(String problem) {
        return NONE.withProblem(Objects.requireNonNull(problem, "problem"));
    }

    /** Returns facts that say what was expected and what was there instead. */
    public static Facts expected(String expected, @Nullable String was) {
        return new Facts(null, null, "", null, Objects.requireNonNull(expected, "expected"), was, null);
    }

    /** Returns a copy that names the object type and its version. */
    public Facts withObject(ObjectType<?> type) {
        return withObject(type.qualifiedName(), type.version());
    }

    /** Returns a copy that names the object type and its version. */
    public Facts withObject(@Nullable String object, @Nullable Version version) {
        return new Facts(object, version, path, problem, expected, was, advice);
    }

    /** Returns a copy with another path. */
    public Facts withPath(String path) {
        return new Facts(object, version, path, problem, expected, was, advice);
    }

    /** Returns a copy with another clause on what is wrong. */
    public Facts withProblem(@Nullable String problem) {
        return new Facts(object, version, path, problem, expected, was, advice);
    }

    /** Returns a copy that says what was expected. */
    public Facts withExpected(@Nullable String expected) {
        return new Facts(object, version, path, problem, expected, was, advice);
    }

    /** Returns a copy that says what was there. */
    public Facts withWas(@Nullable String was) {
        return new Facts(object, version, path, problem, expected, was, advice);
    }

    /** Returns a copy with another piece of advice. */
    public Facts withAdvice(@Nullable String advice) {
        return new Facts(object, version, path, problem, expected, was, advice);
    }

    /**
     * Returns a copy whose path starts with one more step: a field name, or an index or key in brackets. A dot is put
     * between where the path goes on with a name.
     */
    public Facts within(String step) {
        Objects.requireNonNull(step, "step");
        String rest = path.isEmpty() || path.startsWith("[") ? path : "." + path;
        return withPath(step + rest);
    }

    /** Returns a copy whose path does not tell the keys of maps; from the first to the last they are one mask. */
    Facts withoutKeys() {
        int first = path.indexOf("[\"");
        return first < 0
                ? this
                : withPath(
                        path.substring(0, first) + "[\"" + MASK + "\"]" + path.substring(path.lastIndexOf("\"]") + 2));
    }

    /** Returns the text form of a value for {@code was}: quoted, shortened, with its class where that helps. */
    public static String show(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof VersionedObject object) {
            return "a " + object.objectType();
        }
        if (value instanceof CharSequence text) {
            return '"' + shorten(text.toString()) + "\" (" + value.getClass().getSimpleName() + ")";
        }
        return shorten(String.valueOf(value)) + " (" + kind(value) + ")";
    }

    /** Returns the name of a value's class, or what it is where the class is nobody's business. */
    private static String kind(Object value) {
        if (value instanceof List) {
            return "List";
        }
        if (value instanceof Set) {
            return "Set";
        }
        return value instanceof Map ? "Map" : value.getClass().getSimpleName();
    }

    private static String shorten(String text) {
        return text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(0, MOST_CHARACTERS) + "… (" + text.length() + " characters)";
    }

    /** Returns the facts as one sentence: who, where, what is wrong, what to do. */
    public String sentence() {
        StringBuilder text = new StringBuilder();
        if (object != null) {
            text.append(object);
            if (version != null) {
                text.append(' ').append(version);
            }
        }
        if (!path.isEmpty()) {
            text.append(text.isEmpty() ? "at " : " at ").append(path);
        }
        if (!text.isEmpty()) {
            text.append(": ");
        }
        if (problem != null) {
            text.append(problem);
            if (expected != null || was != null) {
                text.append(": ");
            }
        }
        if (expected != null) {
            text.append("expected ").append(expected);
        }
        if (was != null) {
            text.append(expected == null ? "was " : " but was ").append(was);
        }
        if (advice != null) {
            text.append("; ").append(advice);
        }
        return text.toString();
    }
}
