package org.versionedobjects.compat;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;

/**
 * Which fields a version of a type has: the declared history folded into one mask over the slots.
 *
 * <p>A type has every version X.Y and X.Y.Z of its major up to its own, whether or not anything happened there.
 *
 * <p>Immutable and thread-safe.
 */
public final class VersionPlan {
    private final ObjectType<?> type;
    private final Version version;
    private final BitSet present = new BitSet();
    private final List<Field<?>> fields;

    private VersionPlan(ObjectType<?> type, Version version) {
        this.type = type;
        this.version = version;
        this.fields = type.fields().stream()
                .filter(field -> !type.since(field).isAfter(version))
                .toList();
        this.fields.forEach(field -> present.set(type.slot(field)));
    }

    /**
     * Returns the plan for a version that is to be written.
     *
     * @throws IncompatibleVersionException if the type does not have the version: it is above the type's own, or of
     *     another major
     */
    public static VersionPlan toWrite(ObjectType<?> type, Version target) {
        checkWritable(type, target);
        return new VersionPlan(type, target);
    }

    static void checkWritable(ObjectType<?> type, Version target) {
        if (!target.isSameMajor(type.version())) {
            throw refused(type, target, "another major version is another type", null);
        }
        if (target.isAfter(type.version())) {
            throw refused(type, target, "a version above the object's own cannot be written", null);
        }
    }

    /**
     * Returns the plan for a version that was read. Z does not matter: 1.1.7 is read by whoever knows 1.1.
     *
     * @throws IncompatibleVersionException if the type cannot read it: its X.Y is newer, or it is of another major
     */
    public static VersionPlan toRead(ObjectType<?> type, Version found) {
        if (!found.isSameMajor(type.version())) {
            throw refused(type, found, "another major version is another type", null);
        }
        if (found.isNewerMinorThan(type.version())) {
            String advice = "ask the sender for " + type + ", by a manifest that names it";
            throw refused(type, found, "the object is newer than this application", advice);
        }
        return new VersionPlan(type, found);
    }

    private static IncompatibleVersionException refused(
            ObjectType<?> type, Version version, String problem, @Nullable String advice) {
        return new IncompatibleVersionException(
                Facts.expected(
                                "at most " + type.version() + " of major "
                                        + type.version().major(),
                                version.toString())
                        .withProblem(problem)
                        .withAdvice(advice)
                        .withObject(type),
                null);
    }

    /** Returns the type. */
    public ObjectType<?> type() {
        return type;
    }

    /** Returns the version this plan is for. */
    public Version version() {
        return version;
    }

    /** Returns whether the version has the field in a slot. */
    public boolean has(int slot) {
        return present.get(slot);
    }

    /** Returns the fields that the version has, in the order of the wire. */
    public List<Field<?>> fields() {
        return fields;
    }

    /** Returns what the plan does, for a human: {@code placement.Consumer 1.1 at 1.0: without consumer_type_id}. */
    @Override
    public String toString() {
        List<String> dropped = type.fields().stream()
                .filter(field -> !fields.contains(field))
                .map(Field::name)
                .toList();
        String effect = dropped.isEmpty() ? "all fields" : "without " + String.join(", ", dropped);
        return type + " at " + version + ": " + effect;
    }
}
