package org.versionedobjects.compat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.FieldHistory;
import org.versionedobjects.FieldType;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.ObjectType;
import org.versionedobjects.TypeStep;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;

/**
 * What lies between the newest version of a type and another one: the declared history, folded once. If fields only came,
 * it is a mask over the slots; names and forms of values are folded into one name and one type for each field; only where
 * there are steps of the whole type are objects taken through the versions one by one ({@link #downgrade}, {@link
 * #upgrade}).
 *
 * <p>A type has every version X.Y and X.Y.Z of its major up to its own, whether or not anything happened there.
 *
 * <p>Immutable and thread-safe.
 */
public final class VersionPlan {
    private final ObjectType<?> type;
    private final Version version;
    private final BitSet present = new BitSet();
    private final List<PlannedField> fields;
    private final boolean hasSteps;

    private VersionPlan(ObjectType<?> type, Version version) {
        this.type = type;
        this.version = version;
        this.hasSteps = type.steps().stream().map(TypeStep::version).anyMatch(each -> each.isAfter(version));
        this.fields = type.allFields().stream()
                .filter(field -> type.history(field).isIn(version))
                .map(this::planned)
                .toList();
        this.fields.forEach(field -> present.set(field.slot()));
    }

    private PlannedField planned(Field<?> field) {
        FieldHistory history = type.history(field);
        FieldType<?> form = hasSteps
                ? history.typeIn(version, field.type()).at(version)
                : OlderForm.of(field.type(), history, version);
        boolean isFilled =
                !hasSteps && history.removedIn() != null && field.spec().hasFill();
        Object fill = isFilled ? field.spec().fillValue() : null;
        return new PlannedField(field, type.slot(field), history.nameIn(version, field.name()), form, isFilled, fill);
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

    /** Returns the plan for a version that was read, as {@link #toRead}, newer minors included: of them what is known here. */
    public static VersionPlan toReadAny(ObjectType<?> type, Version found) {
        return found.isSameMajor(type.version()) && found.isNewerMinorThan(type.version())
                ? new VersionPlan(type, found)
                : toRead(type, found);
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
    public List<PlannedField> fields() {
        return fields;
    }

    /** Returns whether there are steps of the whole type between this version and the newest. */
    public boolean hasSteps() {
        return hasSteps;
    }

    /** Returns whether the version has nothing but fields as the newest version has them, perhaps fewer. */
    public boolean isMask() {
        return !hasSteps && fields.stream().allMatch(PlannedField::isAsNow);
    }

    /**
     * Takes the values of an object down to this version, one version at a time; the object stays as it is.
     *
     * @throws IncompatibleVersionException if a value cannot be expressed in this version
     */
    public StepState downgrade(VersionedObject object) {
        return new StepRun(type, version).down(object);
    }

    /** Starts to take values of this version up to the newest; {@link StepState#load} puts them in, then come the steps. */
    public StepState upgrade() {
        return StepState.empty(type);
    }

    /**
     * Takes what was put into a state up to the newest version.
     *
     * @throws IncompatibleVersionException if a value of this version has no newer form
     */
    public void upgrade(StepState state) {
        new StepRun(type, version).up(Objects.requireNonNull(state, "state"));
    }

    /** Returns what the plan does, for a human: {@code placement.Consumer 1.1 at 1.0: without consumer_type_id}. */
    @Override
    public String toString() {
        List<String> effects = new ArrayList<>();
        type.fields().stream()
                .filter(field -> !has(type.slot(field)))
                .map(Field::name)
                .reduce((one, other) -> one + ", " + other)
                .ifPresent(names -> effects.add("without " + names));
        for (PlannedField each : fields) {
            if (type.history(each.field()).removedIn() != null) {
                effects.add("with " + each.name());
            } else if (!each.name().equals(each.field().name())) {
                effects.add(each.field().name() + " as " + each.name());
            }
            if (each.type() != each.field().type()) {
                effects.add(each.name() + " being " + each.type().describe());
            }
        }
        if (hasSteps) {
            effects.add("by steps");
        }
        return type + " at " + version + ": " + (effects.isEmpty() ? "all fields" : String.join("; ", effects));
    }
}
