package org.versionedobjects;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * All that is wrong with one document, or the first so many faults of it; from a codec that collects them. Its own facts
 * name the object and, as path, where all of them are; the path is empty if they have nothing in common.
 */
public final class SeveralFaultsException extends VersionedObjectException {
    private static final long serialVersionUID = 1;
    private static final int MOST_SHOWN = 10;

    @SuppressWarnings("serial") // a list that can be serialised
    private final List<VersionedObjectException> faults = new ArrayList<>();

    private boolean isComplete = true;

    private SeveralFaultsException(VersionedObjectException fault) {
        super(Facts.NONE, null);
        faults.add(Objects.requireNonNull(fault, "fault"));
    }

    /** Returns one of a single fault, for readers that collect; others follow by {@link #and}. */
    public static SeveralFaultsException of(VersionedObjectException fault) {
        return fault instanceof SeveralFaultsException several
                ? several
                : new SeveralFaultsException(fault).described();
    }

    /** Adds a fault, or the faults of another one of this class, and returns this. */
    public SeveralFaultsException and(VersionedObjectException fault) {
        if (fault instanceof SeveralFaultsException several) {
            faults.addAll(several.faults);
            isComplete &= several.isComplete;
        } else {
            faults.add(Objects.requireNonNull(fault, "fault"));
        }
        put(known -> (sameObject(fault) ? known : known.withObject(null, null)).withPath(""));
        return described();
    }

    /** Remembers that reading stopped here, so that there may be more faults, and returns this. */
    public SeveralFaultsException stopped() {
        isComplete = false;
        return described();
    }

    /** Parts of one object share it; in a body of several there is none that is meant. */
    private boolean sameObject(VersionedObjectException fault) {
        return Objects.equals(facts().object(), fault.facts().object())
                && Objects.equals(facts().version(), fault.facts().version());
    }

    private SeveralFaultsException described() {
        String count = (isComplete ? "" : "at least ") + faults.size() + (faults.size() == 1 ? " fault" : " faults");
        put(known -> known.withProblem(count));
        return this;
    }

    /** Returns the faults in the order of the document, each with object, version and path from the outermost object. */
    public List<VersionedObjectException> faults() {
        return List.copyOf(faults);
    }

    /** Says whether these are all; if not, reading stopped at the last one. */
    public boolean isComplete() {
        return isComplete;
    }

    @Override
    void change(UnaryOperator<Facts> change) {
        put(change);
        faults.forEach(each -> each.change(change));
    }

    @Override
    void mask() {
        super.mask();
        faults.forEach(VersionedObjectException::mask);
    }

    /** Returns a line on how many there are and one for each of the first ten. */
    @Override
    public String getMessage() {
        StringBuilder text = new StringBuilder(super.getMessage());
        faults.stream().limit(MOST_SHOWN).map(this::line).forEach(text::append);
        int more = faults.size() - MOST_SHOWN;
        return more > 0 ? text.append("\n  - and ").append(more).append(" more").toString() : text.toString();
    }

    private String line(VersionedObjectException fault) {
        Facts known = sameObject(fault) ? fault.facts().withObject(null, null) : fault.facts();
        return "\n  - " + fault.labelled(known.sentence());
    }
}
